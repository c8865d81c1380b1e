/**
 * Functions of one number in the forms that keep their digits.
 */
import { cos, exp, sin } from './elementary';

/** 1/(1 + e^−x) by two branches, so that the exponential never overflows. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

/** log(1 + e^x). */
export function softplus(x: number): number {
  return Math.log1p(exp(-Math.abs(x))) + Math.max(x, 0);
}

/** log cosh x = ½ log(1 + sinh² x) near 0, |x| + log(1 + e^(−2|x|)) − log 2 elsewhere. */
export function logcosh(x: number): number {
  const m = Math.abs(x);
  if (m < 1) return 0.5 * Math.log1p(Math.sinh(m) ** 2);
  return m + (Math.log1p(exp(-2 * m)) - Math.LN2);
}

/** log(x/(1 − x)), around ½ by log1p of the distance from it. */
export function logit(x: number): number {
  if (x > 0.25 && x < 0.75) return Math.log1p((2 * x - 1) / (1 - x));
  return Math.log(x) - Math.log1p(-x);
}

/** (x cos x − sin x)/x², by its series Σ (−1)^k 2k x^(2k−1)/(2k+1)! where the quotient would cancel. */
export function sincSlope(x: number): number {
  if (Math.abs(x) > 1.5) return (cos(x) - sin(x) / x) / x;
  const z = x * x;
  let term = -x / 3;
  let sum = term;
  for (let k = 2; k < 14; k++) {
    term *= -z / ((2 * k - 2) * (2 * k + 1));
    sum += term;
  }
  return sum;
}

/** The second derivative of sin x / x, by the series of its slope, differentiated, where the quotient would cancel. */
export function sincSecond(x: number): number {
  if (Math.abs(x) > 1.5) return -(sin(x) + 2 * sincSlope(x)) / x;
  const z = x * x;
  let power = -1 / 3;
  let sum = power;
  for (let k = 2; k < 14; k++) {
    power *= -z / ((2 * k - 2) * (2 * k + 1));
    sum += (2 * k - 1) * power;
  }
  return sum;
}

/** tanh(softplus x) = n/(n + 2) with n = e^x(e^x + 2), and its sech² = 4(n + 1)/(n + 2)². */
export function mishGate(x: number): { tanh: number; sech2: number } {
  if (x > 0) {
    const e = exp(-x);
    const d = 1 + 2 * e + 2 * e * e;
    return { tanh: (1 + 2 * e) / d, sech2: (4 * e * e * (1 + 2 * e + e * e)) / (d * d) };
  }
  const e = exp(x);
  const n = e * (e + 2);
  return { tanh: n / (n + 2), sech2: (4 * (n + 1)) / ((n + 2) * (n + 2)) };
}

/** Nearest whole number, halves to the even one (IEEE 754 roundToIntegralTiesToEven). */
export function roundHalfEven(x: number): number {
  const down = Math.floor(x);
  if (x - down !== 0.5) return Math.round(x);
  return down % 2 === 0 ? down : down + 1;
}

/** log(a/b) for a, b > 0, where the quotient is near 1 from the difference: a/b would be rounded to 16 digits and then lose its 1. */
export function logRatio(a: number, b: number): number {
  const ratio = a / b;
  if (ratio > 0.5 && ratio < 2) return Math.log1p((a - b) / b);
  return ratio > 1e-300 && ratio < 1e300 ? Math.log(ratio) : Math.log(a) - Math.log(b);
}

const polynomial = (coefficients: readonly number[], z: number) =>
  coefficients.reduceRight((sum, c) => sum * z + c, 0);

/*
 * Rational approximations of erf and erfc, and the intervals they hold on: W. J. Cody's method with the coefficients published by
 * Sun Microsystems in fdlibm (s_erf.c, 1993), error below one unit in the last place.
 */
const SMALL = {
  p: [
    0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442,
    -2.3763016656650163e-5,
  ],
  q: [
    1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164,
    -3.960228278775368e-6,
  ],
};
const ERF_OF_ONE = 0.8450629115104675;
const AROUND_ONE = {
  p: [
    -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175,
    -0.11089469428239668, 0.035478304325618236, -0.002166375594868791,
  ],
  q: [
    1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
    0.011984499846799107,
  ],
};
const MIDDLE = {
  p: [
    -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
    -184.60509290671104, -81.2874355063066, -9.814329344169145,
  ],
  q: [
    1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
    108.63500554177944, 6.570249770319282, -0.0604244152148581,
  ],
};
const TAIL = {
  p: [
    -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
    -1025.0951316110772, -483.5191916086514,
  ],
  q: [
    1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
    474.52854120695537, -22.44095244658582,
  ],
};

const ratio = ({ p, q }: { p: number[]; q: number[] }, z: number) => polynomial(p, z) / polynomial(q, z);

/** erfc of m = x√c ≥ 1.25: e^(−c x²) with the square split in two, so that its rounding error is not exponentiated. */
function erfcTail(m: number, x = m, c = 1): number {
  if (m > 28) return 0;
  const z = 1 / (m * m);
  const high = Math.fround(x);
  const series = ratio(m < 1 / 0.35 ? MIDDLE : TAIL, z);
  return (exp(-c * high * high - 0.5625) * exp(c * (high - x) * (high + x) + series)) / m;
}

export function erf(x: number): number {
  const m = Math.abs(x);
  if (m < 0.84375) return x + x * ratio(SMALL, x * x);
  if (m < 1.25) return Math.sign(x) * (ERF_OF_ONE + ratio(AROUND_ONE, m - 1));
  return Math.sign(x) * (1 - erfcTail(m));
}

/** 1 − erf x, with all its digits where erf x is nearly 1. */
function erfc(x: number): number {
  const m = Math.abs(x);
  if (m < 0.84375) {
    const y = ratio(SMALL, x * x);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x * y + (x - 0.5));
  }
  if (m < 1.25) {
    const rest = ratio(AROUND_ONE, m - 1);
    return x > 0 ? 1 - ERF_OF_ONE - rest : 1 + (ERF_OF_ONE + rest);
  }
  return x > 0 ? erfcTail(m) : 2 - erfcTail(m);
}

/** The normal distribution function Φ, its tail from x itself: the rounding error of x/√2 would be exponentiated. */
export function normalCdf(x: number): number {
  const z = x * Math.SQRT1_2;
  return 0.5 * (z > -1.25 ? erfc(-z) : erfcTail(-z, -x, 0.5));
}

/** The normal density φ. */
export const normalPdf = (x: number) => exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
