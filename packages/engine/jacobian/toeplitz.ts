/**
 * Jacobians that slide: the same entries along every diagonal (a filter moved along its operand), or along every antidiagonal (the operand
 * moved along the filter).
 */
import type { Jacobian } from './jacobian';

/** A band with constant diagonals: row i holds `entries` from column i + offset on; what falls outside the matrix is cut off. */
export function toeplitz(entries: Float64Array, offset: number, rows: number, cols: number): Jacobian {
  const width = entries.length;

  function eachRow(visit: (row: number, first: number, last: number) => void): void {
    for (let i = 0; i < rows; i++) visit(i, Math.max(0, -(i + offset)), Math.min(width, cols - (i + offset)));
  }

  return {
    structure: 'toeplitz',
    rows,
    cols,
    multiplications: rows * width,
    payload: [entries],
    push(du, dv) {
      eachRow((i, first, last) => {
        for (let k = first; k < last; k++) dv[i] += entries[k] * du[i + offset + k];
      });
    },
    pull(u, count, out) {
      for (let r = 0; r < count; r++)
        eachRow((i, first, last) => {
          const cotangent = u[r * rows + i];
          for (let k = first; k < last; k++) out[r * cols + i + offset + k] += cotangent * entries[k];
        });
    },
    write(out) {
      eachRow((i, first, last) => {
        for (let k = first; k < last; k++) out[i * cols + i + offset + k] = entries[k];
      });
    },
  };
}

/** Row i is the window x_i, …, x_(i + cols − 1), read where it stands. */
export function windows(x: Float64Array, rows: number, cols: number): Jacobian {
  return {
    structure: 'dense',
    rows,
    cols,
    multiplications: rows * cols,
    payload: [x],
    push(du, dv) {
      for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) dv[i] += x[i + j] * du[j];
    },
    pull(u, count, out) {
      for (let r = 0; r < count; r++)
        for (let i = 0; i < rows; i++)
          for (let j = 0; j < cols; j++) out[r * cols + j] += u[r * rows + i] * x[i + j];
    },
    write(out) {
      for (let i = 0; i < rows; i++) out.set(x.subarray(i, i + cols), i * cols);
    },
  };
}
