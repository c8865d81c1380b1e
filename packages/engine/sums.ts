/**
 * Sums and norms of runs of numbers.
 */

type OfNumber = (v: number) => number;

const itself: OfNumber = (v) => v;

/** Σ f(x_i). Where it overflows on the way, terms are added in a unit that has room for 2⁶⁴ of them. */
export function sum(x: Float64Array, f: OfNumber = itself): number {
  const total = inLanes(x, f);
  return Number.isFinite(total) ? total : inLanes(x, (v) => f(v) * 2 ** -64) * 2 ** 64;
}

/** Σ x_i/n; also where the sum is beyond the largest number. */
export function mean(x: Float64Array): number {
  const total = inLanes(x, itself);
  return Number.isFinite(total) ? total / x.length : inLanes(x, (v) => v / x.length);
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
 * x, or x times a power of two, its `scale`: quotients of subnormal numbers have few digits, and sums near the largest number overflow. What is of
 * degree 0 in x may be computed from `run` instead; what is of degree −1 is then `scale` times the result. (2⁶⁰⁰ brings the smallest number to
 * 2^−474, whose square is normal; 2^−60 leaves room for sums.)
 */
export function rescaled(x: Float64Array): { readonly run: Float64Array; readonly scale: number } {
  const top = largest(x);
  const small = top < 2 ** -900 && top > 0;
  const scale = small ? 2 ** 600 : top > 2 ** 1000 && top < Number.POSITIVE_INFINITY ? 2 ** -60 : 1;
  return { run: scale === 1 ? x : x.map((v) => v * scale), scale };
}

/** Σ a_i b_i in the same two lanes, reading b from an offset with a stride. Where it overflows, once more from a · 2^−600. */
export function dot(
  a: Float64Array,
  b: Float64Array,
  aStart = 0,
  bStart = 0,
  n = a.length,
  bStride = 1,
): number {
  const total = dotInLanes(a, b, aStart, bStart, n, bStride, 1);
  return Number.isFinite(total) ? total : dotInLanes(a, b, aStart, bStart, n, bStride, 2 ** -600) * 2 ** 600;
}

function dotInLanes(
  a: Float64Array,
  b: Float64Array,
  aStart: number,
  bStart: number,
  n: number,
  bStride: number,
  scale: number,
): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) even += a[aStart + i] * scale * b[bStart + i * bStride];
  for (let i = 1; i < n; i += 2) odd += a[aStart + i] * scale * b[bStart + i * bStride];
  return n === 1 ? even : even + odd;
}

/** x_i − mean(x). The rounding of a mean far from 0 would drown small deviations: what it left over, their own mean, is taken off too. */
export function deviations(x: Float64Array): Float64Array {
  const centre = mean(x);
  const r = x.map((v) => v - centre);
  const rest = mean(r);
  return r.map((v) => v - rest);
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
