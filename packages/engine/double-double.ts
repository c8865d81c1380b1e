/**
 * Numbers of 106 bits, each the unevaluated sum of two float64 (T. Dekker, A floating-point technique for extending the available
 * precision, Numer. Math. 18, 1971). Elimination computes in them, so that the rounding of its steps does not reach the digits that are
 * shown unless the condition number exceeds 10¹⁶, where no digit means anything.
 */

/** An array of such numbers: hi is the number rounded, lo what the rounding left over. */
export interface Extended {
  readonly hi: Float64Array;
  readonly lo: Float64Array;
}

export const extended = (size: number): Extended => ({
  hi: new Float64Array(size),
  lo: new Float64Array(size),
});

/** A sum that has cancelled to less than this part of what it was holds no digit any more: it is 0. */
const CANCELLED = 2 ** -98;
const SPLITTER = 2 ** 27 + 1;

/** acc[at] += sign · a[i] · b[j]. */
export function addProduct(
  acc: Extended,
  at: number,
  a: Extended,
  i: number,
  b: Extended,
  j: number,
  sign = 1,
): void {
  const ah = sign * a.hi[i];
  const bh = b.hi[j];
  if (ah === 0 || bh === 0) return;
  const product = ah * bh;
  const rest = productError(ah, bh, product) + (ah * b.lo[j] + sign * a.lo[i] * bh);
  const before = acc.hi[at];
  const total = before + product;
  const gained = total - before;
  const error = before - (total - gained) + (product - gained) + (acc.lo[at] + rest);
  const high = total + error;
  const gone = Math.abs(high) < CANCELLED * Math.abs(before);
  acc.hi[at] = gone ? 0 : high;
  acc.lo[at] = gone ? 0 : error - (high - total);
}

/** What a · b loses when it is rounded to `product`, exactly. */
function productError(a: number, b: number, product: number): number {
  const [aTop, bTop] = [SPLITTER * a, SPLITTER * b];
  const aHigh = aTop - (aTop - a);
  const bHigh = bTop - (bTop - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** out[at] = a[i] / b[j]: the quotient of the rounded numbers, and what it leaves divided once more. */
export function divide(out: Extended, at: number, a: Extended, i: number, b: Extended, j: number): void {
  const quotient = { hi: Float64Array.of(a.hi[i] / b.hi[j]), lo: new Float64Array(1) };
  const remainder = { hi: Float64Array.of(a.hi[i]), lo: Float64Array.of(a.lo[i]) };
  addProduct(remainder, 0, quotient, 0, b, j, -1);
  const more = remainder.hi[0] / b.hi[j];
  out.hi[at] = quotient.hi[0] + more;
  out.lo[at] = more - (out.hi[at] - quotient.hi[0]);
}

/** x · 2^k, also where 2^k is no float64. */
export function scaled(x: number, k: number): number {
  const steps = Math.max(1, Math.ceil(Math.min(Math.abs(k), 6000) / 1000));
  let result = x;
  let left = Math.max(-6000, Math.min(6000, k));
  for (let n = steps; n > 0; n--) {
    const step = Math.trunc(left / n);
    result *= 2 ** step;
    left -= step;
  }
  return result;
}
