/**
 * One stencil that slides along the operand: the same entries on every diagonal.
 */
import type { Jacobian } from './jacobian';

/** Row i holds the stencil from column i + offset on: J_(i, i+offset+k) = stencil_k. What would stand outside the matrix is cut off. */
export function toeplitz(stencil: Float64Array, offset: number, rows: number, cols: number): Jacobian {
  /** Visits row i, the column where its stencil would start, and the part of it that lies inside. */
  function eachRow(visit: (i: number, start: number, from: number, to: number) => void): void {
    for (let i = 0, start = offset; i < rows; i++, start++)
      visit(i, start, Math.max(0, -start), Math.min(stencil.length, cols - start));
  }

  return {
    structure: 'toeplitz',
    rows,
    cols,
    multiplications: rows * stencil.length,
    payload: [stencil],
    push(du, dv) {
      eachRow((i, start, from, to) => {
        for (let k = from; k < to; k++) dv[i] += stencil[k] * du[start + k];
      });
    },
    pull(u, count, out) {
      for (let r = 0; r < count; r++)
        eachRow((i, start, from, to) => {
          for (let k = from; k < to; k++) out[r * cols + start + k] += u[r * rows + i] * stencil[k];
        });
    },
    write(out) {
      eachRow((i, start, from, to) => {
        for (let k = from; k < to; k++) out[i * cols + start + k] = stencil[k];
      });
    },
  };
}
