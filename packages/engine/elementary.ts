/**
 * exp, sin, cos and tanh of one number, in arithmetic alone: the same bits in every browser and in Node, and fast enough for a tape. Reductions
 * and coefficients are those published by Sun Microsystems in fdlibm (e_exp.c, e_rem_pio2.c, k_sin.c, k_cos.c, 1993), the rational function of
 * tanh that of S. Moshier's Cephes (tanh.c, 1989). Errors stay below one unit in the last place, for tanh below two.
 */

/** 2^(i − 1074): every power of two that a float64 holds. */
const POWERS_OF_TWO = Float64Array.from({ length: 2098 }, (_, i) => 2 ** (i - 1074));

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** e^x = 2^k e^r with |r| ≤ ½ ln 2. */
export function exp(x: number): number {
  if (!(x < 709 && x > -708)) return Math.exp(x);
  const k = Math.round(x * Math.LOG2E);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  return (1 - (low - (r * c) / (2 - c) - high)) * POWERS_OF_TWO[k + 1074];
}

const TWO_OVER_PI = 0.6366197723675814;
/** π/2 in three parts, the first two of 33 bits: their products with a number of quarter turns below 2^19 are exact. */
const QUARTER_1 = 1.5707963267341256;
const QUARTER_2 = 6.077100506303966e-11;
const QUARTER_3 = 2.0222662487959506e-21;
const MOST_QUARTERS = 8e5;

/**
 * Writes sin x to `y[p]` and cos x to `d[e]`: a value and its derivative, from one reduction x = n π/2 + a + b. Beyond 8e5 the library reduces.
 */
export function sinCos(x: number, y: Float64Array, p: number, d: Float64Array, e: number): void {
  if (!(Math.abs(x) < MOST_QUARTERS)) {
    y[p] = Math.sin(x);
    d[e] = Math.cos(x);
    return;
  }
  const n = Math.round(x * TWO_OVER_PI) | 0;
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
  const quarter = n & 3;
  const swapped = (quarter & 1) === 1;
  const s = swapped ? cosine : sine;
  const c = swapped ? sine : cosine;
  y[p] = quarter < 2 ? s : -s;
  d[e] = quarter === 1 || quarter === 2 ? -c : c;
}

/**
 * Writes tanh x to `y[p]` and its slope 1/cosh² x to `d[e]`. Near 0 the slope is (1 − y)(1 + y); elsewhere q(2 − q) with q = 1 − |y|, which is
 * known to all its digits where y is nearly 1.
 */
export function tanhAndSlope(x: number, y: Float64Array, p: number, d: Float64Array, e: number): void {
  const m = Math.abs(x);
  if (m < 0.625) {
    const s = x * x;
    const numerator = (-0.9643991794250523 * s - 99.28772310019185) * s - 1614.6876844170845;
    const denominator = ((s + 112.81167849163293) * s + 2235.4883906010045) * s + 4844.063053251255;
    const t = x + (x * s * numerator) / denominator;
    y[p] = t;
    d[e] = (1 - t) * (1 + t);
    return;
  }
  const decay = exp(-2 * m);
  const q = (2 * decay) / (1 + decay);
  y[p] = x < 0 ? q - 1 : 1 - q;
  d[e] = q * (2 - q);
}

const scratch = new Float64Array(2);

export function sin(x: number): number {
  sinCos(x, scratch, 0, scratch, 1);
  return scratch[0];
}

export function cos(x: number): number {
  sinCos(x, scratch, 0, scratch, 1);
  return scratch[1];
}

export function tanh(x: number): number {
  tanhAndSlope(x, scratch, 0, scratch, 1);
  return scratch[0];
}

/** 1/cosh² x. */
export function sech2(x: number): number {
  tanhAndSlope(x, scratch, 0, scratch, 1);
  return scratch[1];
}
