/**
 * The lower triangles of sums and products of all entries so far. Neither is held: a recurrence pushes and pulls in time linear in the entries.
 */
import { pullRunningProduct, pushRunningProduct, writeRunningProduct } from '../products';
import type { Jacobian } from './jacobian';

/** The lower triangle of ones, L: dv_i = dv_(i−1) + du_i. */
export function lowerOnes(n: number): Jacobian {
  return {
    structure: 'lower-triangular',
    rows: n,
    cols: n,
    multiplications: 0,
    payload: [],
    push(du, dv) {
      for (let i = 0, sum = 0; i < n; i++) {
        sum += du[i];
        dv[i] += sum;
      }
    },
    pull(u, count, out) {
      for (let start = 0; start < n * count; start += n)
        for (let i = start + n - 1, sum = 0; i >= start; i--) {
          sum += u[i];
          out[i] += sum;
        }
    },
    write(out) {
      for (let i = 0; i < n; i++) out.fill(1, i * n, i * n + i + 1);
    },
  };
}

/** J_ij = Π_(k≤i, k≠j) x_k for j ≤ i, with y_i = Π_(k≤i) x_k. Nothing is divided by x, so zeros do no harm. */
export function leaveOneOutTriangle(x: Float64Array, y: Float64Array): Jacobian {
  const n = x.length;
  return {
    structure: 'lower-triangular',
    rows: n,
    cols: n,
    multiplications: 2 * n,
    payload: n > 1 ? [x, y.subarray(0, n - 1)] : [],
    push: (du, dv) => pushRunningProduct(dv, x, du),
    pull: (u, count, out) => pullRunningProduct(out, x, u, count),
    write: (out) => writeRunningProduct(out, x),
  };
}
