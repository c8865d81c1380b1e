/**
 * Products of runs of numbers that neither overflow nor underflow on the way: 1e200 · 1e200 · 1e-300 is 1e100, and with a further factor 0
 * it is 0, never ∞ · 0. A product is kept as m · 2^(512 e) with 2^−256 ≤ |m| < 2^256, or 0.
 */
const STEP = 2 ** 512;
const HALF_STEP = 2 ** 256;

interface Scaled {
  readonly m: number;
  readonly e: number;
}

const ONE: Scaled = { m: 1, e: 0 };

function scaled(value: number, exponent = 0): Scaled {
  let [m, e] = [value, exponent];
  if (m === 0 || !Number.isFinite(m)) return { m, e: 0 };
  for (; Math.abs(m) >= HALF_STEP; e++) m /= STEP;
  for (; Math.abs(m) < 1 / HALF_STEP; e--) m *= STEP;
  return { m, e };
}

function unscaled({ m, e }: Scaled): number {
  let value = m;
  // Past three steps nothing but 0 or ∞ is left; only the last step can round.
  for (let k = Math.min(e, 3); k > 0; k--) value *= STEP;
  for (let k = Math.max(e, -3); k < 0; k++) value /= STEP;
  return value;
}

const times = (a: Scaled, b: Scaled) => scaled(a.m * b.m, a.e + b.e);

/** Π x_i. */
export function product(x: Float64Array): number {
  let all = ONE;
  for (let i = 0; i < x.length; i++) all = times(all, scaled(x[i]));
  return unscaled(all);
}

/** y_i = Π_(k≤i) x_k. */
export function runningProduct(y: Float64Array, x: Float64Array): void {
  let all = ONE;
  for (let i = 0; i < x.length; i++) {
    all = times(all, scaled(x[i]));
    y[i] = unscaled(all);
  }
}

/** g_i = Π_(k≠i) x_k, as what stands before i times what stands after: exact with zeros, where Π x_k / x_i is 0/0. */
export function leaveOneOut(g: Float64Array, x: Float64Array): void {
  const before = new Array<Scaled>(x.length);
  for (let i = 0, all = ONE; i < x.length; i++) {
    before[i] = all;
    all = times(all, scaled(x[i]));
  }
  for (let i = x.length - 1, after = ONE; i >= 0; i--) {
    g[i] = unscaled(times(before[i], after));
    after = times(after, scaled(x[i]));
  }
}
