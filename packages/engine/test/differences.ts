/**
 * A witness for derivatives of any order: central differences extrapolated to h → 0 (Ridders' method), of a vector function of one number.
 */
import { allFinite } from '../tensor';

const FIRST_STEPS = [0.05, 0.005, 3e-4];
const SHRINK = 1.4;
const ROWS = 9;

/** f′(0), entry by entry the estimate that agrees best with its neighbours in the table. */
export function derivativeAtZero(f: (h: number) => Float64Array): Float64Array {
  const best = f(0).map(() => Number.NaN);
  const spread = best.map(() => Number.POSITIVE_INFINITY);
  for (const first of FIRST_STEPS) {
    let previous: Float64Array[] = [];
    for (let row = 0, h = first; row < ROWS; row++, h /= SHRINK) {
      const [above, below] = [f(h), f(-h)];
      if (!allFinite(above) || !allFinite(below)) continue;
      const noise = above.map((v, i) => (Number.EPSILON * Math.max(Math.abs(v), Math.abs(below[i]))) / h);
      const current = [above.map((v, i) => (v - below[i]) / (2 * h))];
      for (let k = 1, weight = SHRINK ** 2; k <= previous.length; k++, weight *= SHRINK ** 2) {
        const [coarse, fine] = [previous[k - 1], current[k - 1]];
        const better = fine.map((v, i) => (v * weight - coarse[i]) / (weight - 1));
        current.push(better);
        better.forEach((v, i) => {
          const error = noise[i] + Math.max(Math.abs(v - fine[i]), Math.abs(v - coarse[i]));
          if (error <= spread[i]) [best[i], spread[i]] = [v, error];
        });
      }
      previous = current;
    }
  }
  return best;
}
