/**
 * C += A B, by whichever loop fits the shapes: along the rows where one of the three is a vector, otherwise in tiles of two rows by three columns,
 * and entry by entry where packing into lanes would cost more than it saves. (Packing and tiles: Goto & van de Geijn, Anatomy of high-performance
 * matrix multiplication, ACM TOMS 34, 2008.)
 */
import { LANE_LENGTH, lanes, numbers, sumTile } from './kernels';
import { productAlongRows } from './vector-products';
import { columnsOf, type MatrixView, rowsOf, transposeOf } from './view';

/** Products up to which the entries are summed one by one. */
const FEW = 256;
/** Products of a sum that are taken at a time: five such runs fill half of the nearest cache, which another thread may share. */
export const DEPTH = 1 << 9;

/** C += A B, whose shapes fit. With `fresh`, C = A B: what stands in C means nothing. */
export function accumulateProduct(C: MatrixView, A: MatrixView, B: MatrixView, fresh = false): void {
  if (C.rows * A.cols * C.cols <= FEW) return entryByEntry(C, A, B, fresh);
  if (productAlongRows(C, A, B, fresh)) return;
  if (productAlongRows(transposeOf(C), transposeOf(B), transposeOf(A), fresh)) return;
  for (let k = 0; k < A.cols; k += DEPTH) {
    const depth = Math.min(DEPTH, A.cols - k);
    tileByTile(C, columnsOf(A, k, depth), rowsOf(B, k, depth), fresh && k === 0);
  }
}

function entryByEntry(C: MatrixView, A: MatrixView, B: MatrixView, fresh: boolean): void {
  for (let i = 0; i < C.rows; i++)
    for (let j = 0; j < C.cols; j++) {
      let sum = 0;
      let s = A.start + i * A.rowStride;
      let t = B.start + j * B.colStride;
      for (let k = 0; k < A.cols; k++, s += A.colStride, t += B.rowStride) sum += A.data[s] * B.data[t];
      const at = C.start + i * C.rowStride + j * C.colStride;
      C.data[at] = (fresh ? 0 : C.data[at]) + sum;
    }
}

/** As many rows of A as the lanes hold stay there while all columns of B pass by. */
function tileByTile(C: MatrixView, A: MatrixView, B: MatrixView, fresh: boolean): void {
  const [even, odd, ...columns] = lanes;
  const depth = A.cols;
  const height = 2 * Math.floor(LANE_LENGTH / depth);
  const Bt = transposeOf(B);
  for (let first = 0; first < C.rows; first += height) {
    const end = Math.min(C.rows, first + height);
    for (let i = first, at = 0; i < end; i += 2, at += depth) {
      packRow(even, at, A, i);
      packRow(odd, at, A, i + 1);
    }
    for (let j = 0; j < C.cols; j += 3) {
      for (let c = 0; c < 3; c++) packRow(columns[c], 0, Bt, j + c);
      for (let i = first, at = 0; i < end; i += 2, at += depth) {
        sumTile(at, depth);
        addTile(C, i, j, fresh);
      }
    }
  }
}

/** Row i to a lane. Below the last row the lane keeps what it had: nobody reads those sums. */
function packRow(lane: Float64Array, at: number, M: MatrixView, i: number): void {
  if (i >= M.rows) return;
  const { data, cols, colStride } = M;
  for (let k = 0, s = M.start + i * M.rowStride; k < cols; k++, s += colStride) lane[at + k] = data[s];
}

function addTile(C: MatrixView, i: number, j: number, fresh: boolean): void {
  const { data, rowStride, colStride } = C;
  const [rows, cols] = [Math.min(2, C.rows - i), Math.min(3, C.cols - j)];
  for (let r = 0; r < rows; r++)
    for (let c = 0, at = C.start + (i + r) * rowStride + j * colStride; c < cols; c++, at += colStride)
      data[at] = (fresh ? 0 : data[at]) + numbers[3 * r + c];
}
