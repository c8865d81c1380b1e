/**
 * exp, sin, cos and tanh of one number, in arithmetic alone but for arguments far out: the same bits in every browser and in Node, and fast
 * enough for a tape. Reductions
 * and coefficients are those published by Sun Microsystems in fdlibm (e_exp.c, e_rem_pio2.c, k_sin.c, k_cos.c, 1993), the rational function of
 * tanh that of S. Moshier's Cephes (tanh.c, 1989). Errors stay below one unit in the last place, for tanh below two.
 */

/** 2^(i − 1074): every power of two that a float64 holds. */
const POWERS_OF_TWO = Float64Array.from({ length: 2098 }, (_, i) => 2 ** (i - 1074));

/** Added and taken away again, it rounds to a whole number: 1.5 · 2^52 leaves no room for a fraction. */
const ROUNDING = 6755399441055744;

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** e^x = 2^k e^r with |r| ≤ ½ ln 2, e^r = 1 + r + r² (1/2! + r/3! + … + r¹¹/13!), the sum in pairs that do not wait for each other. */
export function exp(x: number): number {
  if (!(x < 709 && x > -708)) return Math.exp(x);
  const k = x * Math.LOG2E + ROUNDING - ROUNDING;
  const head = x - k * LN2_HIGH;
  const tail = k * LN2_LOW;
  const r = head - tail;
  const lost = head - r - tail;
  const r2 = r * r;
  const r4 = r2 * r2;
  const low = 1 / 2 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120));
  const middle = 1 / 720 + r * (1 / 5040) + r2 * (1 / 40320 + r * (1 / 362880));
  const high = 1 / 3628800 + r * (1 / 39916800) + r2 * (1 / 479001600 + r * (1 / 6227020800));
  return (1 + (r + (lost + r2 * (low + r4 * (middle + r4 * high))))) * POWERS_OF_TWO[(k | 0) + 1074];
}

const TWO_OVER_PI = 0.6366197723675814;
/** π/2 in three parts, the first two of 33 bits: their products with a number of quarter turns below 2^19 are exact. */
const QUARTER_1 = 1.5707963267341256;
const QUARTER_2 = 6.077100506303966e-11;
const QUARTER_3 = 2.0222662487959506e-21;
const MOST_QUARTERS = 8e5;

/** For x = y[s], writes e^x to `y[p]` and to `d[e]`. */
export function expAndSlope(y: Float64Array, s: number, p: number, d: Float64Array, e: number): void {
  const value = exp(y[s]);
  y[p] = value;
  d[e] = value;
}

/**
 * For x = y[s], writes sin x to `y[p]` and cos x to `d[e]`: a value and its derivative, from one reduction x = n π/2 + a + b. Beyond 8e5 the
 * library reduces.
 */
export function sinCos(y: Float64Array, s: number, p: number, d: Float64Array, e: number): void {
  const x = y[s];
  if (!(Math.abs(x) < MOST_QUARTERS)) {
    y[p] = Math.sin(x);
    d[e] = Math.cos(x);
    return;
  }
  const n = x * TWO_OVER_PI + ROUNDING - ROUNDING;
  const r1 = x - n * QUARTER_1;
  const r2 = r1 - n * QUARTER_2;
  const tail = n * QUARTER_3 - (r1 - r2 - n * QUARTER_2);
  const a = r2 - tail;
  const b = r2 - a - tail;
  const z = a * a;
  const v = z * a;
  const odd =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 +
        z * (0.0000027557313707070068 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  const even =
    0.0416666666666666 +
    z *
      (-0.001388888888887411 +
        z *
          (0.00002480158728947673 +
            z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 - z * 1.1359647557788195e-11))));
  const sine = a - (z * (0.5 * b - v * odd) - b + v * 0.16666666666666632);
  const half = 0.5 * z;
  const rest = 1 - half;
  const cosine = rest + (1 - rest - half + (z * z * even - a * b));
  const quarter = (n | 0) & 3;
  const swapped = (quarter & 1) === 1;
  const value = swapped ? cosine : sine;
  const slope = swapped ? sine : cosine;
  y[p] = quarter < 2 ? value : -value;
  d[e] = quarter === 1 || quarter === 2 ? -slope : slope;
}

/**
 * For x = y[s], writes tanh x to `y[p]` and its slope 1/cosh² x to `d[e]`. Near 0 the slope is (1 − y)(1 + y); elsewhere q(2 − q) with q = 1 − |y|, which is
 * known to all its digits where y is nearly 1.
 */
export function tanhAndSlope(y: Float64Array, s: number, p: number, d: Float64Array, e: number): void {
  const x = y[s];
  const m = Math.abs(x);
  if (m < 0.625) {
    const z = x * x;
    const numerator = (-0.9643991794250523 * z - 99.28772310019185) * z - 1614.6876844170845;
    const denominator = ((z + 112.81167849163293) * z + 2235.4883906010045) * z + 4844.063053251255;
    const t = x + (x * z * numerator) / denominator;
    y[p] = t;
    d[e] = (1 - t) * (1 + t);
    return;
  }
  const decay = exp(-2 * m);
  const q = (2 * decay) / (1 + decay);
  y[p] = x < 0 ? q - 1 : 1 - q;
  d[e] = q * (2 - q);
}

/** x, a value and a slope. */
const scratch = new Float64Array(3);

function valueBy(both: typeof sinCos, x: number): number {
  scratch[0] = x;
  both(scratch, 0, 1, scratch, 2);
  return scratch[1];
}

function slopeBy(both: typeof sinCos, x: number): number {
  scratch[0] = x;
  both(scratch, 0, 1, scratch, 2);
  return scratch[2];
}

export const sin = (x: number): number => valueBy(sinCos, x);
export const cos = (x: number): number => slopeBy(sinCos, x);
export const tanh = (x: number): number => valueBy(tanhAndSlope, x);
/** 1/cosh² x. */
export const sech2 = (x: number): number => slopeBy(tanhAndSlope, x);
