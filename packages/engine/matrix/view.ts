/** A matrix in a view: entry (i, j) is data[start + i · rowStride + j · colStride], so that a transpose is free. */
export interface MatrixView {
  readonly data: Float64Array;
  readonly start: number;
  readonly rows: number;
  readonly cols: number;
  readonly rowStride: number;
  readonly colStride: number;
}

/** A matrix by rows, without gaps. */
export const byRows = (data: Float64Array, rows: number, cols: number, start = 0): MatrixView => ({
  data,
  start,
  rows,
  cols,
  rowStride: cols,
  colStride: 1,
});

export const isByRows = ({ cols, rowStride, colStride }: MatrixView): boolean =>
  rowStride === cols && colStride === 1;

export const transposeOf = ({ data, start, rows, cols, rowStride, colStride }: MatrixView): MatrixView => ({
  data,
  start,
  rows: cols,
  cols: rows,
  rowStride: colStride,
  colStride: rowStride,
});

/** `cols` columns from column j on. */
export const columnsOf = (M: MatrixView, j: number, cols: number): MatrixView => ({
  ...M,
  start: M.start + j * M.colStride,
  cols,
});

/** `rows` rows from row i on. */
export const rowsOf = (M: MatrixView, i: number, rows: number): MatrixView => ({
  ...M,
  start: M.start + i * M.rowStride,
  rows,
});
