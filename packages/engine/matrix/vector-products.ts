/**
 * Products with a vector, along the rows of the matrix as they lie in memory. Such a product uses every entry once: what counts is how it is read.
 */
import { combineRows, lanes, multiplyRow, numbers, RUN, sumRows } from './kernels';
import type { MatrixView } from './view';

const [, , , , vector] = lanes;

/**
 * C += A B (or C = A B, `fresh`), with A m × n and B n × p, where one of the three is a vector and the matrix beside it lies by rows. Says whether
 * it was so.
 */
export function productAlongRows(
  C: MatrixView,
  A: MatrixView,
  B: MatrixView,
  m: number,
  n: number,
  p: number,
  fresh: boolean,
): boolean {
  if (n === 1 && isByRows(C, p)) columnTimesRow(C, A, B, m, p, fresh);
  else if (m === 1 && isByRows(B, p)) rowTimesMatrix(C, A, B, n, p, fresh);
  else if (p === 1 && isByRows(A, n)) matrixTimesColumn(C, A, B, m, n, fresh);
  else return false;
  return true;
}

const isByRows = ({ row, col }: MatrixView, cols: number) => row === cols && col === 1;

function matrixTimesColumn(
  C: MatrixView,
  A: MatrixView,
  B: MatrixView,
  m: number,
  n: number,
  fresh: boolean,
): void {
  for (let k = 0; k < n; k += RUN) {
    const width = Math.min(RUN, n - k);
    for (let i = 0, s = B.start + k * B.row; i < width; i++, s += B.row) vector[i] = B.data[s];
    const part = { M: A, rows: m, cols: n, col: k, width };
    for (let first = 0, height = 0; first < m; first += 4 * height) {
      height = heightOf(part, first);
      readRows(part, first, height);
      sumRows(height, width);
      addSums(C, first, height, m, fresh && k === 0);
    }
  }
}

function rowTimesMatrix(
  C: MatrixView,
  A: MatrixView,
  B: MatrixView,
  n: number,
  p: number,
  fresh: boolean,
): void {
  for (let j = 0; j < p; j += RUN) {
    const width = Math.min(RUN, p - j);
    const start = C.start + j * C.col;
    for (let i = 0, at = start; i < width; i++, at += C.col) vector[i] = fresh ? 0 : C.data[at];
    const part = { M: B, rows: n, cols: p, col: j, width };
    for (let first = 0, height = 0; first < n; first += 4 * height) {
      height = heightOf(part, first);
      readRows(part, first, height);
      readNumbers(A, A.col, first, height, n);
      combineRows(height, width);
    }
    for (let i = 0, at = start; i < width; i++, at += C.col) C.data[at] = vector[i];
  }
}

function columnTimesRow(
  C: MatrixView,
  A: MatrixView,
  B: MatrixView,
  m: number,
  p: number,
  fresh: boolean,
): void {
  for (let j = 0; j < p; j += RUN) {
    const width = Math.min(RUN, p - j);
    for (let i = 0, s = B.start + j * B.col; i < width; i++, s += B.col) vector[i] = B.data[s];
    const part = { M: C, rows: m, cols: p, col: j, width };
    for (let first = 0, height = 0; first < m; first += 4 * height) {
      height = heightOf(part, first);
      readNumbers(A, A.row, first, height, m);
      multiplyRow(height, width);
      writeRows(part, first, height, fresh);
    }
  }
}

/** `width` columns of a matrix by rows, from `col` on. */
interface Part {
  readonly M: MatrixView;
  readonly rows: number;
  readonly cols: number;
  readonly col: number;
  readonly width: number;
}

/** Rows from `first` on that each lane takes: several where they lie one after the other, one where it is longer than a run. */
function heightOf({ rows, cols, width }: Part, first: number): number {
  const most = width === cols ? Math.floor(RUN / width) : 1;
  return Math.min(most, Math.ceil((rows - first) / 4));
}

/** What a lane stands for, where it lies in the matrix: less than the lane takes, where the matrix ends. */
function place({ M, rows, cols, col, width }: Part, row: number, height: number): Float64Array {
  const from = Math.min(row, rows);
  const start = M.start + from * cols + col;
  return M.data.subarray(start, start + Math.min(height, rows - from) * width);
}

/** Below the last row there is nothing but 0. */
function readRows(part: Part, first: number, height: number): void {
  for (let lane = 0; lane < 4; lane++) {
    const entries = place(part, first + lane * height, height);
    lanes[lane].set(entries);
    if (entries.length < height * part.width) lanes[lane].fill(0, entries.length, height * part.width);
  }
}

function writeRows(part: Part, first: number, height: number, fresh: boolean): void {
  for (let lane = 0; lane < 4; lane++) {
    const entries = place(part, first + lane * height, height);
    if (fresh) entries.set(lanes[lane].subarray(0, entries.length));
    else for (let i = 0; i < entries.length; i++) entries[i] += lanes[lane][i];
  }
}

/** The factors of the rows, which stand `stride` apart; below the last row there is nothing but 0. */
function readNumbers(
  { data, start }: MatrixView,
  stride: number,
  first: number,
  height: number,
  rows: number,
): void {
  for (let lane = 0, i = first; lane < 4; lane++)
    for (let r = 0; r < height; r++, i++) numbers[4 * r + lane] = i < rows ? data[start + i * stride] : 0;
}

/** Adds the sums of the rows to a column. */
function addSums(
  { data, start, row }: MatrixView,
  first: number,
  height: number,
  rows: number,
  fresh: boolean,
): void {
  for (let lane = 0, i = first; lane < 4; lane++)
    for (let r = 0; r < height && i < rows; r++, i++) {
      const at = start + i * row;
      data[at] = (fresh ? 0 : data[at]) + numbers[4 * r + lane];
    }
}
