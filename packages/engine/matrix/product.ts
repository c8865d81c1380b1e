/**
 * C += A B, by whichever loop fits the shapes: along the rows where one of the three is a vector, otherwise in tiles of two rows by three columns,
 * and entry by entry where copying into lanes would cost more than it saves.
 */
import { LANE_LENGTH, lanes, numbers, sumTile } from './kernels';
import { productAlongRows } from './vector-products';
import { type MatrixView, transposeOf } from './view';

/** Products up to which the entries are summed one by one. */
const FEW = 256;
/** Products of a sum that are taken at a time: five such runs stay in the nearest cache. */
export const DEPTH = 512;

/** C += A B, with A m × n, B n × p and C m × p. With `fresh`, C = A B: what stands in C means nothing. */
export function accumulateProduct(
  C: MatrixView,
  A: MatrixView,
  B: MatrixView,
  m: number,
  n: number,
  p: number,
  fresh = false,
): void {
  if (m * n * p <= FEW) return entryByEntry(C, A, B, m, n, p, fresh);
  if (productAlongRows(C, A, B, m, n, p, fresh)) return;
  if (productAlongRows(transposeOf(C), transposeOf(B), transposeOf(A), p, n, m, fresh)) return;
  for (let k = 0; k < n; k += DEPTH)
    tileByTile(C, part(A, 0, k), part(B, k, 0), m, Math.min(DEPTH, n - k), p, fresh && k === 0);
}

function entryByEntry(
  C: MatrixView,
  A: MatrixView,
  B: MatrixView,
  m: number,
  n: number,
  p: number,
  fresh: boolean,
): void {
  for (let i = 0; i < m; i++)
    for (let j = 0; j < p; j++) {
      let sum = 0;
      for (let k = 0, s = A.start + i * A.row, t = B.start + j * B.col; k < n; k++, s += A.col, t += B.row)
        sum += A.data[s] * B.data[t];
      const at = C.start + i * C.row + j * C.col;
      C.data[at] = (fresh ? 0 : C.data[at]) + sum;
    }
}

/** The matrix from row i and column j on. */
const part = (M: MatrixView, i: number, j: number): MatrixView => ({
  ...M,
  start: M.start + i * M.row + j * M.col,
});

/** As many rows of A as the lanes hold stay there while all columns of B pass by. */
function tileByTile(
  C: MatrixView,
  A: MatrixView,
  B: MatrixView,
  m: number,
  n: number,
  p: number,
  fresh: boolean,
): void {
  const [even, odd, ...columns] = lanes;
  const height = 2 * Math.floor(LANE_LENGTH / n);
  const Bt = transposeOf(B);
  for (let first = 0; first < m; first += height) {
    const end = Math.min(m, first + height);
    for (let i = first, at = 0; i < end; i += 2, at += n) {
      copyRow(even, at, A, i, m, n);
      copyRow(odd, at, A, i + 1, m, n);
    }
    for (let j = 0; j < p; j += 3) {
      for (let c = 0; c < 3; c++) copyRow(columns[c], 0, Bt, j + c, p, n);
      for (let i = first, at = 0; i < end; i += 2, at += n) {
        sumTile(at, n);
        addTile(C, i, j, Math.min(2, m - i), Math.min(3, p - j), fresh);
      }
    }
  }
}

/** Row i of n entries to a lane. Below the last row it keeps what it had: nobody reads those sums. */
function copyRow(lane: Float64Array, at: number, M: MatrixView, i: number, rows: number, n: number): void {
  if (i >= rows) return;
  const { data, col } = M;
  for (let k = 0, s = M.start + i * M.row; k < n; k++, s += col) lane[at + k] = data[s];
}

function addTile(C: MatrixView, i: number, j: number, rows: number, cols: number, fresh: boolean): void {
  const { data, row, col } = C;
  for (let r = 0; r < rows; r++)
    for (let c = 0, at = C.start + (i + r) * row + j * col; c < cols; c++, at += col)
      data[at] = (fresh ? 0 : data[at]) + numbers[3 * r + c];
}
