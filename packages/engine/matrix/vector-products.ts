/**
 * Products with a vector, along the rows of the matrix as they lie in memory. Such a product uses every entry once: what counts is how it is read.
 */
import { combineRows, lanes, multiplyRow, numbers, RUN, sumRows } from './kernels';
import { columnsOf, isByRows, type MatrixView, rowsOf, transposeOf } from './view';

/** Lanes that hold rows; the next one holds the vector. */
const ROWS = 4;
const vector = lanes[ROWS];

/** C += A B (or C = A B, `fresh`), where one of the three is a vector and the matrix beside it lies by rows. Says whether it was so. */
export function productAlongRows(C: MatrixView, A: MatrixView, B: MatrixView, fresh: boolean): boolean {
  if (A.cols === 1 && isByRows(C))
    eachRun(C, (part, j) => outerProduct(part, A, columnsOf(B, j, part.cols), fresh));
  else if (A.rows === 1 && isByRows(B))
    eachRun(B, (part, j) => rowTimesMatrix(columnsOf(C, j, part.cols), A, part, fresh));
  else if (B.cols === 1 && isByRows(A))
    eachRun(A, (part, j) => matrixTimesColumn(C, part, rowsOf(B, j, part.cols), fresh && j === 0));
  else return false;
  return true;
}

/** The matrix itself, or parts of its rows where those are longer than a run. */
function eachRun(M: MatrixView, visit: (part: MatrixView, col: number) => void): void {
  for (let j = 0; j < M.cols; j += RUN) visit(columnsOf(M, j, Math.min(RUN, M.cols - j)), j);
}

function matrixTimesColumn(C: MatrixView, A: MatrixView, B: MatrixView, fresh: boolean): void {
  readVector(transposeOf(B));
  for (let first = 0, height = 0; first < A.rows; first += ROWS * height) {
    height = heightOf(A, first);
    packRows(A, first, height);
    sumRows(height, A.cols);
    addSums(C, first, height, fresh);
  }
}

function rowTimesMatrix(C: MatrixView, A: MatrixView, B: MatrixView, fresh: boolean): void {
  if (fresh) vector.fill(0, 0, C.cols);
  else readVector(C);
  for (let first = 0, height = 0; first < B.rows; first += ROWS * height) {
    height = heightOf(B, first);
    packRows(B, first, height);
    readFactors(transposeOf(A), first, height);
    combineRows(height, B.cols);
  }
  for (let j = 0, at = C.start; j < C.cols; j++, at += C.colStride) C.data[at] = vector[j];
}

function outerProduct(C: MatrixView, A: MatrixView, B: MatrixView, fresh: boolean): void {
  readVector(B);
  for (let first = 0, height = 0; first < C.rows; first += ROWS * height) {
    height = heightOf(C, first);
    readFactors(A, first, height);
    multiplyRow(height, C.cols);
    unpackRows(C, first, height, fresh);
  }
}

/** A row, to its lane. */
function readVector({ data, start, cols, colStride }: MatrixView): void {
  for (let j = 0, at = start; j < cols; j++, at += colStride) vector[j] = data[at];
}

/** Rows from `first` on that each lane takes: several where they lie one after the other. */
function heightOf({ rows, cols, rowStride }: MatrixView, first: number): number {
  const most = rowStride === cols ? Math.floor(RUN / cols) : 1;
  return Math.min(most, Math.ceil((rows - first) / ROWS));
}

/** What a lane stands for, where it lies in the matrix: less than the lane takes, where the matrix ends. */
function place(
  { data, start, rows, cols, rowStride }: MatrixView,
  row: number,
  height: number,
): Float64Array {
  const from = Math.min(row, rows);
  const at = start + from * rowStride;
  return data.subarray(at, at + Math.min(height, rows - from) * cols);
}

/** Below the last row there is nothing but 0. */
function packRows(M: MatrixView, first: number, height: number): void {
  for (let lane = 0; lane < ROWS; lane++) {
    const entries = place(M, first + lane * height, height);
    lanes[lane].set(entries);
    if (entries.length < height * M.cols) lanes[lane].fill(0, entries.length, height * M.cols);
  }
}

function unpackRows(M: MatrixView, first: number, height: number, fresh: boolean): void {
  for (let lane = 0; lane < ROWS; lane++) {
    const entries = place(M, first + lane * height, height);
    if (fresh) entries.set(lanes[lane].subarray(0, entries.length));
    else for (let i = 0; i < entries.length; i++) entries[i] += lanes[lane][i];
  }
}

/** The factors of the rows, from a column; below the last row there is nothing but 0. */
function readFactors({ data, start, rows, rowStride }: MatrixView, first: number, height: number): void {
  for (let lane = 0, i = first; lane < ROWS; lane++)
    for (let r = 0; r < height; r++, i++)
      numbers[ROWS * r + lane] = i < rows ? data[start + i * rowStride] : 0;
}

/** Adds the sums of the rows to a column. */
function addSums(
  { data, start, rows, rowStride }: MatrixView,
  first: number,
  height: number,
  fresh: boolean,
): void {
  for (let lane = 0, i = first; lane < ROWS; lane++)
    for (let r = 0; r < height && i < rows; r++, i++) {
      const at = start + i * rowStride;
      data[at] = (fresh ? 0 : data[at]) + numbers[ROWS * r + lane];
    }
}
