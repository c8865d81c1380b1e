/**
 * Sums and norms of runs of numbers.
 */

/** Σ f(x_i) in two lanes, even and odd indices, so that a SIMD kernel can later add in the same order. */
export function sum(x: Float64Array, f: (v: number) => number = (v) => v): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < x.length; i += 2) even += f(x[i]);
  for (let i = 1; i < x.length; i += 2) odd += f(x[i]);
  return x.length === 1 ? even : even + odd;
}

/** Σ a_i b_i in the same two lanes, reading b from an offset with a stride. */
export function dot(
  a: Float64Array,
  b: Float64Array,
  aStart = 0,
  bStart = 0,
  n = a.length,
  bStride = 1,
): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) even += a[aStart + i] * b[bStart + i * bStride];
  for (let i = 1; i < n; i += 2) odd += a[aStart + i] * b[bStart + i * bStride];
  return n === 1 ? even : even + odd;
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
