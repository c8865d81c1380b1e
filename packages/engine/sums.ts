/**
 * Sums and norms of runs of numbers.
 */

type OfNumber = (v: number) => number;

const itself: OfNumber = (v) => v;

/** Where a sum overflows on the way, its terms are added in this unit; a sum of products in this one. */
const HUGE = 2 ** 64;
const HUGEST = 2 ** 600;

/** Σ f(x_i); also where only a part of it is beyond the largest number. */
export function sum(x: Float64Array, f: OfNumber = itself): number {
  const total = inLanes(x, f);
  return Number.isFinite(total) ? total : inLanes(x, (v) => f(v) / HUGE) * HUGE;
}

/** Σ f(x_i)/n; also where the sum is beyond the largest number. */
export function mean(x: Float64Array, f: OfNumber = itself): number {
  const total = inLanes(x, f);
  return Number.isFinite(total) ? total / x.length : inLanes(x, (v) => f(v) / x.length);
}

/** Two lanes, even and odd indices, so that a SIMD kernel can later add in the same order. */
function inLanes(x: Float64Array, f: OfNumber): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < x.length; i += 2) even += f(x[i]);
  for (let i = 1; i < x.length; i += 2) odd += f(x[i]);
  return x.length === 1 ? even : even + odd;
}

/**
 * x itself; or x times a power of two where its entries are so small that a quotient of two has few digits, or so large that their sum
 * overflows. What does not depend on the length of x is computed from it as it is, what falls with the length is `scale` times that.
 */
export function rescaled(x: Float64Array): { readonly run: Float64Array; readonly scale: number } {
  const top = largest(x);
  const small = top < 2 ** -900 && top > 0;
  const scale = small ? 2 ** 600 : top > 2 ** 1000 && top < Number.POSITIVE_INFINITY ? 2 ** -60 : 1;
  return { run: scale === 1 ? x : x.map((v) => v * scale), scale };
}

/** Σ a_i b_i in the same two lanes, reading b from an offset with a stride; also where only a part of it is beyond the largest number. */
export function dot(
  a: Float64Array,
  b: Float64Array,
  aStart = 0,
  bStart = 0,
  n = a.length,
  bStride = 1,
): number {
  const inUnits = (unit: number) => {
    let even = 0;
    let odd = 0;
    for (let i = 0; i < n; i += 2) even += (a[aStart + i] / unit) * b[bStart + i * bStride];
    for (let i = 1; i < n; i += 2) odd += (a[aStart + i] / unit) * b[bStart + i * bStride];
    return (n === 1 ? even : even + odd) * unit;
  };
  const total = inUnits(1);
  return Number.isFinite(total) ? total : inUnits(HUGEST);
}

/**
 * Writes x_i − mean(x) into r. In two passes, since the rounding of a mean far from 0 would drown small deviations: those from the
 * rounded mean are exact where the numbers are close, and their own mean is then taken off.
 */
export function deviations(r: Float64Array, x: Float64Array): void {
  const n = x.length;
  const centre = sum(x, (v) => v / n);
  for (let i = 0; i < n; i++) r[i] = x[i] - centre;
  const rest = sum(r) / n;
  for (let i = 0; i < n; i++) r[i] -= rest;
}

/** The largest absolute value; NaN as soon as one entry is. */
export function largest(x: Float64Array): number {
  let top = 0;
  for (let i = 0; i < x.length; i++) top = Math.max(top, Math.abs(x[i]));
  return top;
}

/** The p-norm, scaled by the largest entry so that 1e200 does not overflow (Blue, ACM TOMS 4, 1978). */
export function norm(x: Float64Array, ord: number | 'inf'): number {
  const top = largest(x);
  if (ord === 'inf' || top === 0 || !Number.isFinite(top)) return top;
  if (ord === 1) return sum(x, Math.abs);
  if (x.length === 1) return top;
  if (ord === 2) return top * Math.sqrt(sum(x, (v) => (v / top) ** 2));
  return top * sum(x, (v) => (Math.abs(v) / top) ** ord) ** (1 / ord);
}
