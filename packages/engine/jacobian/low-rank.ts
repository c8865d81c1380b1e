/**
 * A diagonal and a few outer products: D + Σ u_k v_kᵀ, block by block of equal width.
 *
 * I − qqᵀ written as it stands loses the digits of 1 − q_i² as q_i → 1. So what is stored is the true diagonal of the sum, which every
 * operator knows how to compute without cancelling, and only what stands beside it is taken from the outer products. A product with a
 * vector then runs once up and once down the block, each time with the part of v_kᵀc that lies behind: O(n) for each k, and nothing is
 * subtracted that was added before.
 */
import type { Jacobian } from './jacobian';
import type { Fill } from './simple';

/** u vᵀ; both have the entries of all blocks one after the other. */
export interface OuterProduct {
  readonly u: Float64Array;
  readonly v: Float64Array;
}

/** Blocks of `width` on the diagonal; the whole diagonal is in `diagonal`, what is beside it comes from the outer products. */
export function lowRank(
  diagonal: Float64Array,
  terms: readonly OuterProduct[],
  width: number,
  fill: Fill,
): Jacobian {
  const n = diagonal.length;
  const transposed = terms.map(({ u, v }) => ({ u: v, v: u }));

  /** out += (the blocks) · c */
  function apply(pairs: readonly OuterProduct[], c: Float64Array, at: number, out: Float64Array): void {
    for (let i = 0; i < n; i++) out[at + i] += diagonal[i] * c[at + i];
    for (const { u, v } of pairs)
      for (let start = 0; start < n; start += width) {
        let behind = 0;
        for (let i = start; i < start + width; i++) {
          out[at + i] += u[i] * behind;
          behind += v[i] * c[at + i];
        }
        behind = 0;
        for (let i = start + width - 1; i >= start; i--) {
          out[at + i] += u[i] * behind;
          behind += v[i] * c[at + i];
        }
      }
  }

  function entry(i: number, j: number): number {
    let value = 0;
    for (const { u, v } of terms) value += u[i] * v[j];
    return i === j ? diagonal[i] : value;
  }

  return {
    structure: width === n ? 'diagonal-low-rank' : 'block-diagonal',
    rows: n,
    cols: n,
    multiplications: n * (1 + 4 * terms.length),
    payload: [diagonal, ...new Set(terms.flatMap(({ u, v }) => [u, v]))],
    refresh: () => fill(diagonal),
    push: (du, dv) => apply(terms, du, 0, dv),
    pull(u, count, out) {
      for (let r = 0; r < count; r++) apply(transposed, u, r * n, out);
    },
    write(out) {
      for (let start = 0; start < n; start += width)
        for (let i = start; i < start + width; i++)
          for (let j = start; j < start + width; j++) out[i * n + j] = entry(i, j);
    },
  };
}

/** out_i = Σ_{j ≠ i} f(x_j) of each run of `width`, by what lies on the left and what lies on the right. */
export function sumsOfOthers(
  out: Float64Array,
  x: Float64Array,
  width: number,
  f: (v: number) => number,
): void {
  for (let start = 0; start < x.length; start += width) {
    let behind = 0;
    for (let i = start; i < start + width; i++) {
      out[i] = behind;
      behind += f(x[i]);
    }
    behind = 0;
    for (let i = start + width - 1; i >= start; i--) {
      out[i] += behind;
      behind += f(x[i]);
    }
  }
}
