/** A matrix in a view: entry (i, j) is data[start + i · row + j · col], so that a transpose is free. */
export interface MatrixView {
  readonly data: Float64Array;
  readonly start: number;
  readonly row: number;
  readonly col: number;
}

/** A matrix by rows. */
export const byRows = (data: Float64Array, cols: number, start = 0): MatrixView => ({
  data,
  start,
  row: cols,
  col: 1,
});

export const transposeOf = ({ data, start, row, col }: MatrixView): MatrixView => ({
  data,
  start,
  row: col,
  col: row,
});
