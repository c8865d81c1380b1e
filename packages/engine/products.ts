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
/** What is not there: times ∞ it is still nothing, unlike a 0 that is a number. */
const NOTHING: Scaled = { m: 0, e: 0 };

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

const times = (a: Scaled, b: Scaled) =>
  a === NOTHING || b === NOTHING ? NOTHING : scaled(a.m * b.m, a.e + b.e);

function plus(a: Scaled, b: Scaled): Scaled {
  if (b === NOTHING) return a;
  if (a === NOTHING || a.m === 0) return b;
  if (b.m === 0) return a;
  if (!Number.isFinite(a.m + b.m)) return { m: a.m + b.m, e: 0 };
  const [high, low] = a.e >= b.e ? [a, b] : [b, a];
  // Three steps below there is nothing left to add.
  return scaled(high.m + (high.e - low.e < 3 ? low.m * STEP ** (low.e - high.e) : 0), high.e);
}

/** The products of all x_k before i. */
function productsBefore(x: Float64Array): Scaled[] {
  const before: Scaled[] = [];
  for (let i = 0, all = ONE; i < x.length; i++) {
    before.push(all);
    all = times(all, scaled(x[i]));
  }
  return before;
}

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
  const before = productsBefore(x);
  for (let i = x.length - 1, after = ONE; i >= 0; i--) {
    g[i] = unscaled(times(before[i], after));
    after = times(after, scaled(x[i]));
  }
}

/** The tangents of {@link productsBefore} as x moves along dx, and after them that of the whole product. */
function tangentsBefore(x: Float64Array, dx: Float64Array, before: readonly Scaled[]): Scaled[] {
  const moved: Scaled[] = [NOTHING];
  for (let i = 0; i < x.length; i++)
    moved.push(plus(times(moved[i], scaled(x[i])), times(before[i], scaled(dx[i]))));
  return moved;
}

/** The derivative of {@link leaveOneOut} along dx: what stands before i and what stands after it, each swept along with its tangent. */
export function leaveOneOutTangent(dg: Float64Array, x: Float64Array, dx: Float64Array): void {
  const before = productsBefore(x);
  const moved = tangentsBefore(x, dx, before);
  for (let i = x.length - 1, after = ONE, tangent = NOTHING; i >= 0; i--) {
    dg[i] = unscaled(plus(times(moved[i], after), times(before[i], tangent)));
    tangent = plus(times(tangent, scaled(x[i])), times(after, scaled(dx[i])));
    after = times(after, scaled(x[i]));
  }
}

/** Adds the tangents of the running products y_i = y_(i−1) x_i to dy. */
export function pushRunningProduct(dy: Float64Array, x: Float64Array, dx: Float64Array): void {
  const moved = tangentsBefore(x, dx, productsBefore(x));
  for (let i = 0; i < x.length; i++) dy[i] += unscaled(moved[i + 1]);
}

/** Adds u · J of the running products to out: with c_i = u_i + c_(i+1) x_(i+1), entry i is c_i y_(i−1). `count` rows, each as long as x. */
export function pullRunningProduct(out: Float64Array, x: Float64Array, u: Float64Array, count: number): void {
  const before = productsBefore(x);
  for (let start = 0; start < count * x.length; start += x.length)
    for (let i = x.length - 1, c = NOTHING; i >= 0; i--) {
      c = plus(c, scaled(u[start + i]));
      out[start + i] += unscaled(times(c, before[i]));
      c = times(c, scaled(x[i]));
    }
}

/** Adds the derivative of {@link pullRunningProduct} along dx to out. */
export function curveRunningProduct(
  out: Float64Array,
  x: Float64Array,
  dx: Float64Array,
  u: Float64Array,
): void {
  const before = productsBefore(x);
  const moved = tangentsBefore(x, dx, before);
  for (let i = x.length - 1, c = NOTHING, dc = NOTHING; i >= 0; i--) {
    c = plus(c, scaled(u[i]));
    out[i] += unscaled(plus(times(dc, before[i]), times(c, moved[i])));
    dc = plus(times(dc, scaled(x[i])), times(c, scaled(dx[i])));
    c = times(c, scaled(x[i]));
  }
}

/** The Jacobian of the running products, by rows: Π_(k≤i, k≠j) x_k for j ≤ i. */
export function writeRunningProduct(out: Float64Array, x: Float64Array): void {
  const n = x.length;
  const before = productsBefore(x);
  for (let j = 0; j < n; j++)
    for (let i = j, entry = before[j]; i < n; i++) {
      if (i > j) entry = times(entry, scaled(x[i]));
      out[i * n + j] = unscaled(entry);
    }
}
