/**
 * Every function of numbers against an independent reference of 50 digits.
 *
 * A row of the table gives the textbook formula of a value and of its derivatives, as naive as it comes: decimal.js evaluates it with so
 * many digits that cancellation cannot eat them up. The reference shares nothing with the engine but the numbers it starts from. Points
 * near a zero of the value or of the derivative are left out: there the last digits are those of the rounded intermediate results.
 * Kinks and the edges of domains stand in special-points.test.ts.
 */
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { type Attributes, dense, operators } from '../index';
import { flattenNested, type NestedValue } from '../tensor';
import { applied } from './graphs';

/** The unit of rounding of a float64, 2⁻⁵³ ≈ 1.1e-16. */
const UNIT = 2 ** -53;
const VALUE_TOLERANCE = 8 * UNIT;
const SLOPE_TOLERANCE = 1e-12;

/** Numbers of ordinary size need 60 digits for 50 good ones; 1 + 1e-300 and 1 − e^−745 need many more. */
function setPrecision(point: readonly NestedValue[]): void {
  const plain = point
    .flatMap(flattenNested)
    .every((x) => x === 0 || (Math.abs(x) > 1e-3 && Math.abs(x) < 10));
  Decimal.set({ precision: plain ? 60 : 400 });
}

type Vector = readonly Decimal[];
type Function1 = (x: Decimal) => Decimal;
type Function2 = (a: Decimal, b: Decimal) => Decimal;

interface Row {
  /** Each point gives every operand its value. */
  readonly points: readonly (readonly NestedValue[])[];
  readonly attributes: Attributes;
  value(...operands: Vector[]): Vector;
  /** One Jacobian an operand, by rows. */
  jacobians(...operands: Vector[]): readonly Vector[];
  /** A looser tolerance of the value, and why none of the engine's kind of algorithm keeps the usual one. */
  readonly exception?: { readonly tolerance: number; readonly because: string };
}

const unary = (f: Function1, slope: Function1, points: number[], attributes: Attributes = {}): Row => ({
  points: points.map((x) => [x]),
  attributes,
  value: ([x]) => [f(x)],
  jacobians: ([x]) => [[slope(x)]],
});

const binary = (f: Function2, partials: [Function2, Function2], points: [number, number][]): Row => ({
  points,
  attributes: {},
  value: ([a], [b]) => [f(a, b)],
  jacobians: ([a], [b]) => partials.map((partial) => [partial(a, b)]),
});

/** A function of vectors to one number, by its gradients. */
const scalar = (
  f: (...operands: Vector[]) => Decimal,
  gradients: Row['jacobians'],
  points: NestedValue[][],
  attributes: Attributes = {},
): Row => ({ points, attributes, value: (...operands) => [f(...operands)], jacobians: gradients });

const D = (x: Decimal.Value) => new Decimal(x);
const constant = (c: number) => () => D(c);
const same: Function1 = (x) => x;
const pi = () => Decimal.acos(-1);
const sum = (terms: Vector) => terms.reduce((total, term) => total.plus(term), D(0));
const mean = (terms: Vector) => sum(terms).div(terms.length);
const minus = (a: Vector, b: Vector) => a.map((v, i) => v.minus(b[i]));
const scaled = (c: Decimal.Value, v: Vector) => v.map((x) => x.times(c));
const inside = (x: Decimal, low: number, high: number) => x.gt(low) && x.lt(high);
const clamp = (x: Decimal, low: number, high: number) => Decimal.min(Decimal.max(x, low), high);

const sigmoid: Function1 = (x) => D(1).div(x.neg().exp().plus(1));
const softplus: Function1 = (x) => x.exp().plus(1).ln();
const sinh: Function1 = (x) => x.exp().minus(x.neg().exp()).div(2);
const cosh: Function1 = (x) => x.exp().plus(x.neg().exp()).div(2);
const tanh: Function1 = (x) => sinh(x).div(cosh(x));
const sech2: Function1 = (x) => cosh(x).pow(-2);
const gauss: Function1 = (x) => x.pow(2).neg().exp();
const softmax = (x: Vector) => {
  const powers = x.map((v) => v.exp());
  return powers.map((v) => v.div(sum(powers)));
};

/** 2x/√π · e^(−x²) · Σ (2x²)^k / (1·3·…·(2k+1)): all terms have one sign (Abramowitz & Stegun §7.1.6). */
const erf: Function1 = (x) => {
  let term = D(1);
  let series = term;
  for (let k = 1; term.gt(series.times(`1e-${Decimal.precision}`)); k++) {
    term = term
      .times(x.pow(2))
      .times(2)
      .div(2 * k + 1);
    series = series.plus(term);
  }
  return series.times(x).times(2).times(gauss(x)).div(pi().sqrt());
};
const normalCdf: Function1 = (x) =>
  erf(x.div(Decimal.sqrt(2)))
    .plus(1)
    .div(2);
const normalPdf: Function1 = (x) => gauss(x.div(Decimal.sqrt(2))).div(pi().times(2).sqrt());

const geluTanh = (points: number[]): Row => {
  const u: Function1 = (x) => x.pow(3).times('0.044715').plus(x).times(D(2).div(pi()).sqrt());
  const slope: Function1 = (x) => x.pow(2).times('0.134145').plus(1).times(D(2).div(pi()).sqrt());
  return unary(
    (x) => x.times(tanh(u(x)).plus(1)).div(2),
    (x) =>
      tanh(u(x))
        .plus(1)
        .plus(x.times(sech2(u(x))).times(slope(x)))
        .div(2),
    points,
  );
};

const product = (factors: Vector) => factors.reduce((all, factor) => all.times(factor), D(1));
const without = (x: Vector, i: number) => x.filter((_, k) => k !== i);
const centred = (x: Vector) => x.map((v) => v.minus(mean(x)));
const variance = (x: Vector, c: number) => sum(centred(x).map((r) => r.pow(2))).div(x.length - c);

const SELU = { lambda: exact(1.0507009873554805), alpha: exact(1.6732632423543772) };

const ordinary = [0.3, -0.5, 1.3, -2.7, 4.1, -8.3];
const small = [1e-9, -1e-9, 1e-300];
const positive = [1.3, 0.5, 20, 1e-300, 1e300, 1 - UNIT, 1 + 2 * UNIT];
const betweenJumps = [0.3, -1.2, 2.7, -7.5, -0.5, 0.5, 1.5, 2.5, 1e300, 2 ** 52 - 0.5];
const cutAtThree = [0.3, 2.999999, 3.000001, -2.999999, -3.000001, -1.4, -100, 1e300];

const squared = (factor: (n: number) => Decimal): Row =>
  scalar(
    (p, t) => sum(minus(p, t).map((r) => r.pow(2))).times(factor(p.length)),
    (p, t) => [2, -2].map((c) => scaled(factor(p.length).times(c), minus(p, t))),
    [
      [1.5, 0.2],
      [
        [1.5, -0.4, 2],
        [0.3, 0.3, 2.000000001],
      ],
      [
        [1e150, -1e150],
        [0, 1e150],
      ],
      [
        [1e-150, 3e-150],
        [0, 1e-150],
      ],
    ],
  );

/** Where a float64 has a few digits left, and where it has hardly room for a sum. */
const atTheEnds: NestedValue[][] = [
  [[1e-310, -2e-310, 7e-310]],
  [[5e-324, 1e-323]],
  [[1e308, -1.5e308, 1e307]],
];

const norm = (ord: number | 'inf'): Row =>
  scalar(
    (x) =>
      ord === 'inf'
        ? Decimal.max(...x.map((v) => v.abs()))
        : sum(x.map((v) => v.abs().pow(ord))).pow(D(1).div(ord)),
    (x) => {
      const size = norm(ord).value(x)[0];
      if (ord === 'inf') return [x.map((v) => (v.abs().eq(size) ? D(Decimal.sign(v)) : D(0)))];
      return [
        x.map((v) =>
          v
            .abs()
            .div(size)
            .pow(ord - 1)
            .times(Decimal.sign(v)),
        ),
      ];
    },
    [
      [-1.7],
      [[1.5, -0.4, 2]],
      [[1e200, -2e200, 3e199]],
      [[1e-200, -2e-200]],
      [[1e-200, 1, -1e90]],
      [[1e-320, 1e308]],
      [[1e200, 1e-200]],
      [[3.3, 3e-320, 2e-320]],
      ...atTheEnds,
    ],
    { ord },
  );

/** Deviations from the mean that are small beside it, large, and far apart; none of them is nearly 0. */
const spreads: NestedValue[][] = [
  [[1.5, -0.4, 2]],
  [[3, 7]],
  [[1e9 + 1, 1e9 + 2, 1e9 + 4]],
  [[1, 1 + 2 * UNIT, 1 + 8 * UNIT]],
  [[0.1, 0.1, 0.1 + UNIT / 4]],
  [[-1e15, 3, 1e15, 2e15]],
  [[1e-160, 3e-160, -2e-160]],
  [[1e100, -2e100, 0, 5]],
];

const extreme = (pick: (...x: Decimal[]) => Decimal): Row =>
  scalar(
    (x) => pick(...x),
    (x) => [x.map((v) => D(v.eq(pick(...x)) ? 1 : 0))],
    [[-1.7], [[1.5, -0.4, 2]], [[1e300, -1e300, 1e-300]], [[1, 1 + 2 * UNIT, 1 - UNIT]], [[0, 1e-300]]],
  );

type Matrix = readonly Vector[];

const rowsOf = (flat: Vector, cols: number): Matrix =>
  Array.from({ length: flat.length / cols }, (_, i) => flat.slice(i * cols, (i + 1) * cols));
const square = (flat: Vector) => rowsOf(flat, Math.sqrt(flat.length));
const flipped = (A: Matrix): Matrix => A[0].map((_, j) => A.map((line) => line[j]));
const inner = (a: Vector, b: Vector) => sum(a.map((v, i) => v.times(b[i])));
const times = (A: Matrix, B: Matrix): Matrix =>
  A.map((line) => flipped(B).map((column) => inner(line, column)));
const apply = (A: Matrix, x: Vector) => A.map((line) => inner(line, x));
const unitMatrix = (n: number): Matrix =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => D(i === j ? 1 : 0)));
const kron = (A: Matrix, B: Matrix): Vector =>
  A.flatMap((a) => B.flatMap((b) => a.flatMap((v) => scaled(v, b))));
const columnOf = (x: Vector): Matrix => x.map((v) => [v]);

/** By expansion along the first row: no division, so that a singular matrix has the determinant 0 exactly. */
const determinant = (A: Matrix): Decimal =>
  A.length === 0 ? D(1) : sum(A[0].map((v, j) => v.times(minor(A, 0, j)).times((-1) ** j)));
const minor = (A: Matrix, i: number, j: number) =>
  determinant(A.filter((_, k) => k !== i).map((line) => line.filter((_, l) => l !== j)));
const cofactorMatrix = (A: Matrix): Matrix =>
  A.map((line, i) => line.map((_, j) => minor(A, i, j).times((-1) ** (i + j))));
const inverse = (A: Matrix): Matrix => {
  const det = determinant(A);
  return flipped(cofactorMatrix(A)).map((line) => line.map((v) => v.div(det)));
};

const hilbert = (n: number) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => 1 / (i + j + 1)));

/** Ordinary, nearly singular, badly scaled, too large for a product of pivots, of Hilbert's kind. */
const INVERTIBLE: number[][][] = [
  [
    [2, 0.5, -1.2],
    [-0.3, 0.8, 2],
    [1.1, -0.6, 0.4],
  ],
  [
    [0, 2, 0],
    [0, 0, -3],
    [5, 0, 0],
  ],
  [[-7]],
  [
    [1, 1],
    [1, 1 + 2 ** -40],
  ],
  [
    [1e200, 1],
    [2, 1e-200],
  ],
  [
    [1e200, 3e199, 2],
    [4e200, -1e200, 1],
    [2e200, 1e200, 7e10],
  ],
  [
    [1e-180, 2e-180],
    [3e-180, -1e-180],
  ],
  hilbert(4),
  hilbert(5),
];

const SINGULAR_MATRICES: number[][][] = [
  [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ],
  [
    [0.1, 0.2],
    [0.3, 0.6],
  ],
  [
    [1, 2, -1],
    [2, 4, -2],
    [3, 6, -3],
  ],
  [
    [1, 2, 3, 4],
    [2, 4, 6, 8],
    [0, 1, 0, 1],
    [5, 0, 1, 0],
  ],
  [
    [0, 0],
    [0, 0],
  ],
  [[0]],
];

const onMatrix = (
  f: (A: Matrix) => Decimal,
  gradient: (A: Matrix) => Matrix,
  points: readonly number[][][],
): Row =>
  scalar(
    (x) => f(square(x)),
    (x) => [gradient(square(x)).flat()],
    points.map((A) => [A]),
  );

const normalized = (centred: boolean, averaged: boolean, points: NestedValue[][], epsilon?: number): Row => {
  const parts = (x: Vector) => {
    const z = centred ? x.map((v) => v.minus(mean(x))) : x;
    const squares = sum(z.map((v) => v.pow(2)));
    const r = averaged
      ? squares
          .div(x.length)
          .plus(exact(epsilon ?? 1e-5))
          .sqrt()
      : squares.sqrt();
    return { y: scaled(D(1).div(r), z), r };
  };
  return {
    points,
    attributes: epsilon === undefined ? {} : { epsilon },
    value: (x) => parts(x).y,
    jacobians(x) {
      const { y, r } = parts(x);
      const c = averaged ? D(1).div(x.length) : D(1);
      return [
        y.flatMap((p, i) =>
          y.map((q, j) =>
            D(i === j ? 1 : 0)
              .minus(centred ? c : 0)
              .minus(p.times(q).times(c))
              .div(r),
          ),
        ),
      ];
    },
  };
};

const pairs = (
  f: Function2,
  partials: [Function2, Function2],
  points: NestedValue[][],
  more: { averaged?: true; attributes?: Attributes } = {},
): Row =>
  scalar(
    (a, b) => (more.averaged ? mean : sum)(a.map((v, i) => f(v, b[i]))),
    (a, b) =>
      partials.map((partial) =>
        scaled(
          D(1).div(more.averaged ? a.length : 1),
          a.map((v, i) => partial(v, b[i])),
        ),
      ),
    points,
    more.attributes,
  );

const distance = (a: Vector, b: Vector) => sum(minus(a, b).map((v) => v.pow(2))).sqrt();
const lengthOf = (a: Vector) => inner(a, a).sqrt();
const cosine = (a: Vector, b: Vector) => inner(a, b).div(lengthOf(a)).div(lengthOf(b));
const cosineGradient = (a: Vector, b: Vector) =>
  minus(scaled(D(1).div(lengthOf(b)), b), scaled(cosine(a, b).div(lengthOf(a)), a)).map((v) =>
    v.div(lengthOf(a)),
  );

const v4: number[] = [1.5, -0.4, 2, 0.3];
const w4: number[] = [-0.7, 1.1, 0.9, 2];
const A24: number[][] = [
  [0.1, 0.5, 1.2, 3],
  [0.3, 0.8, 2, -1],
];

const residuals: NestedValue[][] = [
  [1.5, 0.2],
  [
    [1.5, -0.4, 2],
    [0.3, 0.3, 2.000000001],
  ],
  [
    [1e150, -1e150],
    [0, 1e150],
  ],
  [
    [1e-150, 3e-150],
    [0, 1e-150],
  ],
];

const TABLE: Record<string, Row | Row[]> = {
  identity: unary(same, constant(1), [...ordinary, ...small]),
  stop_gradient: unary(same, constant(0), [...ordinary, ...small]),
  negative: unary((x) => x.neg(), constant(-1), [...ordinary, ...small]),
  abs: unary(
    (x) => x.abs(),
    (x) => D(Decimal.sign(x)),
    [...ordinary, ...small],
  ),
  square: unary(
    (x) => x.pow(2),
    (x) => x.times(2),
    [...ordinary, ...small, 1e150, 1e200],
  ),
  cube: unary(
    (x) => x.pow(3),
    (x) => x.pow(2).times(3),
    [...ordinary, ...small, 1e100, -1e150],
  ),
  power: [
    ...[3, -2, 1, 20, -1].map((c) =>
      unary(
        (x) => x.pow(c),
        (x) => x.pow(c - 1).times(c),
        [...ordinary, 1e-9, 1e10],
        { exponent: c },
      ),
    ),
    ...[0.5, 1.7, -0.3, 1e-20].map((c) =>
      unary(
        (x) => x.pow(exact(c)),
        (x) => x.pow(exact(c).minus(1)).times(exact(c)),
        positive,
        { exponent: c },
      ),
    ),
    unary(constant(1), constant(0), [...ordinary, 0], { exponent: 0 }),
  ],
  sqrt: unary(
    (x) => x.sqrt(),
    (x) => D(1).div(x.sqrt().times(2)),
    positive,
  ),
  rsqrt: unary(
    (x) => D(1).div(x.sqrt()),
    (x) => x.pow(-1.5).div(-2),
    positive,
  ),
  reciprocal: unary(
    (x) => x.pow(-1),
    (x) => x.pow(-2).neg(),
    [...ordinary, 1e-9, 1e-300, -1e200, 1e160],
  ),

  exp: unary(
    (x) => x.exp(),
    (x) => x.exp(),
    [...ordinary, ...small, 709.7, 710, -700, -745, -800],
  ),
  exp2: unary(
    (x) => D(2).pow(x),
    (x) => D(2).pow(x).times(D(2).ln()),
    [...ordinary, ...small, 1023.5, 1025, -1020.3, -1080],
  ),
  expm1: unary(
    (x) => x.exp().minus(1),
    (x) => x.exp(),
    [...ordinary, ...small, 709.7, -50],
  ),
  log: unary(
    (x) => x.ln(),
    (x) => x.pow(-1),
    positive,
  ),
  log2: unary(
    (x) => x.ln().div(D(2).ln()),
    (x) => D(1).div(x.times(D(2).ln())),
    positive,
  ),
  log10: unary(
    (x) => x.ln().div(D(10).ln()),
    (x) => D(1).div(x.times(D(10).ln())),
    positive,
  ),
  log1p: unary(
    (x) => x.plus(1).ln(),
    (x) => D(1).div(x.plus(1)),
    [1.3, -0.5, ...small, 1e300, UNIT - 1],
  ),
  logit: unary(
    (x) => x.div(D(1).minus(x)).ln(),
    (x) => D(1).div(x.times(D(1).minus(x))),
    [
      0.3,
      0.9,
      0.24,
      0.26,
      0.74,
      0.76,
      0.500000001,
      0.5 - UNIT / 2,
      0.5 + UNIT,
      1e-9,
      1e-300,
      1 - 1e-9,
      1 - UNIT,
    ],
  ),
  logcosh: unary((x) => cosh(x).ln(), tanh, [...ordinary, 0.999, 1.001, 1e-9, -1e-5, 1e-150, 40, -800]),
  xlogx: unary(
    (x) => x.times(x.ln()),
    (x) => x.ln().plus(1),
    positive,
  ),
  softplus: unary(softplus, sigmoid, [...ordinary, ...small, -700, 700, 37, -37]),
  log_sigmoid: unary(
    (x) => sigmoid(x).ln(),
    (x) => sigmoid(x.neg()),
    [...ordinary, ...small, -700, 700, 37, -37],
  ),

  sin: unary(
    (x) => x.sin(),
    (x) => x.cos(),
    [...ordinary, ...small, Math.PI, 1e22, 1e300],
  ),
  cos: unary(
    (x) => x.cos(),
    (x) => x.sin().neg(),
    [...ordinary, ...small, Math.PI / 2, 1e22, 1e300],
  ),
  tan: unary(
    (x) => x.tan(),
    (x) => x.tan().pow(2).plus(1),
    [...ordinary, ...small, Math.PI / 2, Math.PI, 1e22],
  ),
  asin: unary(
    (x) => x.asin(),
    (x) => D(1).div(D(1).minus(x.pow(2)).sqrt()),
    [0.3, -0.5, 0.99, ...small, 1 - 1e-9, 1 - UNIT, UNIT - 1],
  ),
  acos: unary(
    (x) => x.acos(),
    (x) => D(-1).div(D(1).minus(x.pow(2)).sqrt()),
    [0.3, -0.5, 0.99, ...small, 1 - 1e-9, 1 - UNIT, UNIT - 1],
  ),
  atan: unary(
    (x) => x.atan(),
    (x) => D(1).div(x.pow(2).plus(1)),
    [...ordinary, ...small, 1e150, -1e20],
  ),
  sinc: unary(
    (x) => x.sin().div(x),
    (x) => x.times(x.cos()).minus(x.sin()).div(x.pow(2)),
    [...ordinary, 1e-9, -1e-5, 1e-150, 1.499, 1.501, Math.PI, 1e15],
  ),
  sinh: unary(sinh, cosh, [...ordinary, ...small, 22, -710, 711]),
  cosh: unary(cosh, sinh, [...ordinary, ...small, 22, -710, 711]),
  tanh: unary(tanh, sech2, [...ordinary, ...small, 20, -19, 22.1, 300, 800, -800]),
  asinh: unary(
    (x) => x.asinh(),
    (x) => D(1).div(x.pow(2).plus(1).sqrt()),
    [...ordinary, ...small, 1e160, -1e300],
  ),
  acosh: unary(
    (x) => x.acosh(),
    (x) => D(1).div(x.pow(2).minus(1).sqrt()),
    [1.3, 2, 20, 1 + 1e-9, 1 + 2 * UNIT, 1e160, 1e300],
  ),
  atanh: unary(
    (x) => x.atanh(),
    (x) => D(1).div(D(1).minus(x.pow(2))),
    [0.3, -0.5, 0.99, ...small, 1 - 1e-9, 1 - UNIT, UNIT - 1],
  ),

  sigmoid: unary(sigmoid, (x) => sigmoid(x).times(sigmoid(x.neg())), [
    ...ordinary,
    ...small,
    37,
    -37,
    745,
    -745,
  ]),
  relu: unary(
    (x) => Decimal.max(x, 0),
    (x) => D(x.gt(0) ? 1 : 0),
    [...ordinary, ...small],
  ),
  relu6: unary(
    (x) => clamp(x, 0, 6),
    (x) => D(inside(x, 0, 6) ? 1 : 0),
    [...ordinary, ...small, 5.9999999, 6.0000001],
  ),
  leaky_relu: [0.01, 0.3].map((slope) =>
    unary(
      (x) => (x.gt(0) ? x : x.times(exact(slope))),
      (x) => (x.gt(0) ? D(1) : exact(slope)),
      [...ordinary, ...small],
      { slope },
    ),
  ),
  elu: [1, 0.3].map((alpha) =>
    unary(
      (x) => (x.gt(0) ? x : x.exp().minus(1).times(exact(alpha))),
      (x) => (x.gt(0) ? D(1) : x.exp().times(exact(alpha))),
      [...ordinary, ...small, -50],
      { alpha },
    ),
  ),
  selu: unary(
    (x) => (x.gt(0) ? x : x.exp().minus(1).times(SELU.alpha)).times(SELU.lambda),
    (x) => (x.gt(0) ? D(1) : x.exp().times(SELU.alpha)).times(SELU.lambda),
    [...ordinary, ...small, -50],
  ),
  gelu: unary(
    (x) => x.times(normalCdf(x)),
    (x) => normalCdf(x).plus(x.times(normalPdf(x))),
    [...ordinary, ...small, -1.1, -1.6, -1.75, -1.8, -4.3, -12.3, -30, -37.3, 30],
  ),
  gelu_tanh: [
    geluTanh([...ordinary.filter((x) => x > -8), ...small, 30]),
    {
      ...geluTanh([-8.3, -15]),
      exception: {
        tolerance: 2e-13,
        because:
          'in the tail the value is x·e^2u, which multiplies the relative rounding error of u by |2u|, here up to 265',
      },
    },
  ],
  silu: unary(
    (x) => x.times(sigmoid(x)),
    (x) => sigmoid(x).times(x.times(sigmoid(x.neg())).plus(1)),
    [...ordinary, ...small, -37, 37, -700, 745],
  ),
  mish: unary(
    (x) => x.times(tanh(softplus(x))),
    (x) => tanh(softplus(x)).plus(x.times(sech2(softplus(x))).times(sigmoid(x))),
    [...ordinary, ...small, -37, 37, -700, 745],
  ),
  softsign: unary(
    (x) => x.div(x.abs().plus(1)),
    (x) => x.abs().plus(1).pow(-2),
    [...ordinary, ...small, 1e150],
  ),
  erf: unary(erf, (x) => gauss(x).times(2).div(pi().sqrt()), [
    ...ordinary,
    ...small,
    0.84,
    0.85,
    -1.24,
    1.26,
    -3.7,
    5.9,
    26,
  ]),
  hardtanh: unary(
    (x) => clamp(x, -1, 1),
    (x) => D(inside(x, -1, 1) ? 1 : 0),
    [...ordinary, ...small, 1 - UNIT, -1 - 2 * UNIT],
  ),
  hardsigmoid: unary(
    (x) => clamp(x.plus(3).div(6), 0, 1),
    (x) => D(inside(x, -3, 3) ? 1 : 0).div(6),
    cutAtThree,
  ),
  hardswish: unary(
    (x) => x.times(clamp(x.plus(3).div(6), 0, 1)),
    (x) => (inside(x, -3, 3) ? x.div(3).plus(0.5) : D(x.gt(0) ? 1 : 0)),
    [...cutAtThree, -1.5 + 2 * UNIT],
  ),
  clip: unary(
    (x) => clamp(x, -1, 2),
    (x) => D(inside(x, -1, 2) ? 1 : 0),
    [...ordinary, ...small, 2 - UNIT, -1 - 2 * UNIT],
    { min: -1, max: 2 },
  ),
  sign: unary((x) => D(Decimal.sign(x)), constant(0), [...betweenJumps, ...small]),
  step: unary((x) => D(x.gt(0) ? 1 : 0), constant(0), [...betweenJumps, ...small]),
  floor: unary((x) => x.floor(), constant(0), [...betweenJumps, ...small]),
  ceil: unary((x) => x.ceil(), constant(0), [...betweenJumps, ...small]),
  round: unary((x) => x.toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN), constant(0), [
    ...betweenJumps,
    ...small,
    0.5 - UNIT / 2,
  ]),

  add: binary(
    (a, b) => a.plus(b),
    [constant(1), constant(1)],
    [
      [1.7, 0.6],
      [1e200, 1],
      [-3, 0.1],
    ],
  ),
  subtract: binary(
    (a, b) => a.minus(b),
    [constant(1), constant(-1)],
    [
      [1.7, 0.6],
      [1e200, 1],
      [0.3, 0.3000001],
    ],
  ),
  multiply: binary(
    (a, b) => a.times(b),
    [(_, b) => b, same],
    [
      [1.7, 0.6],
      [1e200, -1e-200],
      [0, 3],
      [1e200, 1e200],
    ],
  ),
  divide: binary(
    (a, b) => a.div(b),
    [(_, b) => D(1).div(b), (a, b) => a.div(b.pow(2)).neg()],
    [
      [1.7, 0.6],
      [0, -3],
      [1e200, 1e-100],
      [1e-200, 1e50],
      [1e-300, 1e-200],
    ],
  ),
  pow: binary(
    (a, b) => a.pow(b),
    [(a, b) => a.pow(b.minus(1)).times(b), (a, b) => a.pow(b).times(a.ln())],
    [
      [1.7, 0.6],
      [0.3, -2.5],
      [2, 0],
      [1e-300, 0.5],
      [1e300, -0.7],
      [1 + 1e-9, 1e10],
      [5, 300.25],
      [0.5, 1074],
    ],
  ),
  maximum: binary(
    (a, b) => Decimal.max(a, b),
    [(a, b) => D(a.gt(b) ? 1 : 0), (a, b) => D(b.gt(a) ? 1 : 0)],
    [
      [1.7, 0.6],
      [-2, 0],
      [1, 1 + 2 * UNIT],
      [1e-300, 0],
    ],
  ),
  minimum: binary(
    (a, b) => Decimal.min(a, b),
    [(a, b) => D(a.lt(b) ? 1 : 0), (a, b) => D(b.lt(a) ? 1 : 0)],
    [
      [1.7, 0.6],
      [-2, 0],
      [1, 1 + 2 * UNIT],
      [1e-300, 0],
    ],
  ),
  hypot: binary(
    (a, b) => Decimal.hypot(a, b),
    [(a, b) => a.div(Decimal.hypot(a, b)), (a, b) => b.div(Decimal.hypot(a, b))],
    [
      [3, -4.1],
      [0, 2],
      [1e200, 2e200],
      [1e-200, -2e-200],
      [1e-300, 1],
      [1e308, 1e308],
    ],
  ),
  logaddexp: binary(
    (a, b) => a.exp().plus(b.exp()).ln(),
    [(a, b) => sigmoid(a.minus(b)), (a, b) => sigmoid(b.minus(a))],
    [
      [1.7, 0.6],
      [2, 2],
      [-700, -701.5],
      [800, -800],
      [0, -50],
      [-740, 0],
      [30, -4],
      [1e-9, -1e-9],
    ],
  ),
  atan2: binary(
    (y, x) => Decimal.atan2(y, x),
    [(y, x) => x.div(x.pow(2).plus(y.pow(2))), (y, x) => y.div(x.pow(2).plus(y.pow(2))).neg()],
    [
      [1.7, 0.6],
      [-0.3, -2],
      [0.5, -1e-17],
      [1e-200, 2e-200],
      [1e200, -2e200],
      [1e-200, 1e-50],
      [3, 0],
      [0, 2],
    ],
  ),

  sum: scalar(sum, (x) => [x.map(constant(1))], [
    [1.7],
    [[1.5, 0.4, 2]],
    [[1e300, 1e300, 1]],
    [[1e-300, 2e-310, 1e-300]],
    [[1e308, 1e308, -1e308, -1.5e308]],
    [[1e308, 1e308, 3]],
  ]),
  mean: scalar(mean, (x) => [x.map(() => D(1).div(x.length))], [
    [1.7],
    [[1.5, 0.4, 2]],
    [[1e300, 1e300, 1]],
    [[1e-300, 2e-300, 1e-300]],
    [[1e308, 1e308, 1.5e308]],
    [[5e-324, 1e-323, 5e-324]],
  ]),
  squared_norm: scalar(
    (x) => sum(x.map((v) => v.pow(2))),
    (x) => [scaled(2, x)],
    [[1.7], [[1.5, -0.4, 2]], [[1e150, -1e150]], [[1e-150, 2e-150]]],
  ),
  prod: scalar(product, (x) => [x.map((_, i) => product(without(x, i)))], [
    [1.7],
    [[1.5, -0.4, 2]],
    [[1.5, 0, -0.4, 2]],
    [[0, 1.5, 0, 2]],
    [[0]],
    [[1e200, 1e200, 1e-300]],
    [[1e-200, 1e-200, 1e300, 1e-10]],
    [[1e200, 1e200, 0, 5]],
    [[1e-200, 1e-200]],
    [[1e-200, 1e-120]],
    [[1e300, -1e300, 1e300, 1e-300, 1e-300, 1e-300]],
    [[5e-324, 1e308, 1e10]],
    [[1e300, 1e300, 1e-300, 1e-300, -1e300, 1e-300]],
  ]),
  max: extreme((...x) => Decimal.max(...x)),
  min: extreme((...x) => Decimal.min(...x)),
  logsumexp: scalar(
    (x) => sum(x.map((v) => v.exp())).ln(),
    (x) => [softmax(x)],
    [
      [1.7],
      [-800],
      [[1.5, -0.5, 2]],
      [[2, 2]],
      [[30, -4, 2]],
      [[800, 0, -800]],
      [[800, 801, 799.5]],
      [[-800, -801, -799.5]],
      [[1e-9, -1e-9]],
    ],
  ),
  var: [0, 1, 0.5].map((c) =>
    scalar(
      (x) => variance(x, c),
      (x) => [scaled(D(2).div(x.length - c), centred(x))],
      [
        ...spreads,
        [[1e150, -1e150, 1e149]],
        [[1e-200, 3e-200]],
        [[1e200, -1e200]],
        [[1.2e154, -1.2e154]],
        [[1.7e308, -1.7e308, -1.7e308]],
      ],
      { correction: c },
    ),
  ),
  std: [0, 1, 0.5].map((c) =>
    scalar(
      (x) => variance(x, c).sqrt(),
      (x) => [
        scaled(
          D(1).div(
            variance(x, c)
              .sqrt()
              .times(x.length - c),
          ),
          centred(x),
        ),
      ],
      [...spreads, [[1e200, -2e200, 1e199]], [[1e-200, 3e-200]], [[1e300, 1e-300, -3e299, 7]], ...atTheEnds],
      { correction: c },
    ),
  ),
  cumulative_sum: {
    points: [[[1.7]], [[1.5, -0.4, 2]], [[1e300, 5, -3e299]], [[1e-300, 2e-310, 1e-300]]],
    attributes: {},
    value: (x) => x.map((_, i) => sum(x.slice(0, i + 1))),
    jacobians: (x) => [x.flatMap((_, i) => x.map((__, j) => D(j <= i ? 1 : 0)))],
  },
  cumulative_prod: {
    points: [
      [[1.7]],
      [[1.5, -0.4, 2, 3]],
      [[1.5, 0, 2, 3]],
      [[0, 1.5, 0, 3]],
      [[1e200, 1e-200, 1e200]],
      [[1e-200, 1e-200, 1e300]],
      [[1e-150, 1e-100, 1e300]],
      [[1e200, 1e200, 1e-300, 2]],
      [[1e200, 1e200, 1e-300, 1e-300, 7]],
      [[1e-200, 1e-200, 0, 1e300, 1e300]],
    ],
    attributes: {},
    value: (x) => x.map((_, i) => product(x.slice(0, i + 1))),
    jacobians: (x) => [
      x.flatMap((_, i) => x.map((__, j) => (j <= i ? product(without(x.slice(0, i + 1), j)) : D(0)))),
    ],
  },
  diff: {
    points: [
      [[1.5, -0.4, 2, 3]],
      [[1e9 + 1, 1e9 + 2]],
      [[0.1, 0.1 + UNIT]],
      [[1e300, -1e300]],
      [[1e-300, 0]],
    ],
    attributes: {},
    value: (x) => minus(x.slice(1), x.slice(0, -1)),
    jacobians: (x) => [x.slice(1).flatMap((_, i) => x.map((__, j) => D(j === i ? -1 : j === i + 1 ? 1 : 0)))],
  },
  norm: [2, 1, 3, 1.5, 50, 'inf'].map((ord) => norm(ord as number | 'inf')),

  softmax: [1, 2.5].map((temperature) => ({
    points: [[[1.5, -0.5, 2]], [[30, -4, 2]], [[800, 0, -800]], [[0, 0, 1e-9]], [[-700, -701.5, -1000]]],
    attributes: { temperature },
    value: (x) => softmax(scaled(1 / temperature, x)),
    jacobians: (x) => {
      const s = softmax(scaled(1 / temperature, x));
      return [s.flatMap((p, i) => s.map((q, j) => p.times(D(i === j ? 1 : 0).minus(q)).div(temperature)))];
    },
  })),
  cross_entropy: scalar(
    (x, t) => sum(softmax(x).map((s, i) => s.ln().times(t[i]))).neg(),
    (x, t) => [minus(scaled(sum(t), softmax(x)), t), softmax(x).map((s) => s.ln().neg())],
    [
      [
        [1.5, -0.5, 2],
        [0.25, 0.25, 0.5],
      ],
      [
        [30, -4, 2],
        [1, 0, 0],
      ],
      [
        [30, -4, 2],
        [0.5, 0, 0.5],
      ],
      [
        [800, 0, -800],
        [0, 1, 0],
      ],
      [
        [300, 0, -200],
        [1, 0, 0],
      ],
      [
        [1.5, -0.5, 2],
        [2, 0, 1],
      ],
      [
        [1e-9, 0],
        [0, 1],
      ],
    ],
  ),
  binary_cross_entropy: scalar(
    (p, t) =>
      mean(
        p.map((q, i) =>
          q
            .ln()
            .times(t[i])
            .plus(D(1).minus(q).ln().times(D(1).minus(t[i]))),
        ),
      ).neg(),
    (p, t) => [
      p.map((q, i) => q.minus(t[i]).div(q.times(D(1).minus(q)).times(p.length))),
      p.map((q) => D(1).minus(q).div(q).ln().div(p.length)),
    ],
    [
      [0.3, 0.8],
      [0.3, 0.300000001],
      [1 - UNIT, 1 - 4 * UNIT],
      [1e-300, 2e-300],
      [
        [0.3, 0.9, 0.01],
        [0, 1, 0.5],
      ],
      [
        [1e-300, 1 - UNIT, 1e-9],
        [0, 1, 1],
      ],
    ],
  ),
  binary_cross_entropy_with_logits: scalar(
    (z, t) => mean(z.map((v, i) => softplus(v).minus(v.times(t[i])))),
    (z, t) => [scaled(D(1).div(z.length), minus(z.map(sigmoid), t)), scaled(D(-1).div(z.length), z)],
    [
      [1.5, 0.2],
      [
        [30, -40],
        [1, 0],
      ],
      [
        [700, -700],
        [1, 0],
      ],
      [
        [800, -800, 0.3],
        [0, 1, 0.3],
      ],
      [-2, 3],
    ],
  ),
  squared_error: squared(constant(1)),
  half_squared_error: squared(constant(0.5)),
  mse_loss: squared((n) => D(1).div(n)),

  log_softmax: {
    points: [[[1.5, -0.5, 2]], [[30, -4, 2]], [[800, 0, -800]], [[0, 0, 1e-9]], [[-700, -701.5, -1000]]],
    attributes: {},
    value: (x) => softmax(x).map((s) => s.ln()),
    jacobians: (x) => [x.flatMap((_, i) => softmax(x).map((s, j) => D(i === j ? 1 : 0).minus(s)))],
  },
  negative_log_likelihood: pairs(
    (p, t) => p.ln().times(t).neg(),
    [(p, t) => t.div(p).neg(), (p) => p.ln().neg()],
    [
      [0.3, 0.8],
      [1 - UNIT, 0.7],
      [
        [0.2, 0.7, 1e-300],
        [0, 1, 0.3],
      ],
    ],
  ),
  kl_divergence: pairs(
    (q, p) => q.div(p).ln().times(q),
    [(q, p) => q.div(p).ln().plus(1), (q, p) => q.div(p).neg()],
    [
      [0.3, 0.8],
      [0.3, 0.300000001],
      [1e-300, 1e300],
      [
        [0.2, 0.7, 0.1],
        [0.5, 0.3, 0.2],
      ],
    ],
  ),
  entropy: scalar(
    (p) => sum(p.map((q) => q.times(q.ln()))).neg(),
    (p) => [p.map((q) => q.ln().plus(1).neg())],
    [[0.3], [1 - UNIT], [[0.2, 0.7, 0.1]], [[1e-300, 0.25, 0.75]]],
  ),
  mae_loss: pairs(
    (p, t) => p.minus(t).abs(),
    [(p, t) => D(p.gt(t) ? 1 : -1), (p, t) => D(p.gt(t) ? -1 : 1)],
    residuals,
    { averaged: true },
  ),
  huber_loss: [1, 0.3].map((delta) =>
    pairs(
      (p, t) => {
        const [r, d] = [p.minus(t).abs(), exact(delta)];
        return r.lte(d) ? r.pow(2).div(2) : r.minus(d.div(2)).times(d);
      },
      [(p, t) => clamp(p.minus(t), -delta, delta), (p, t) => clamp(t.minus(p), -delta, delta)],
      residuals,
      { averaged: true, attributes: { delta } },
    ),
  ),
  hinge_loss: pairs(
    (s, t) => Decimal.max(0, D(1).minus(s.times(t))),
    [(s, t) => (s.times(t).lt(1) ? t.neg() : D(0)), (s, t) => (s.times(t).lt(1) ? s.neg() : D(0))],
    [
      [0.3, 1],
      [
        [0.3, -2, 1.7, 40],
        [1, -1, -1, 0.5],
      ],
    ],
  ),
  logistic_loss: pairs(
    (s, t) => softplus(s.times(t).neg()),
    [(s, t) => t.times(sigmoid(s.times(t).neg())).neg(), (s, t) => s.times(sigmoid(s.times(t).neg())).neg()],
    [
      [0.3, 1],
      [700, 1],
      [-700, 1],
      [
        [0.3, -2, 1.7, 40],
        [1, -1, -1, 0.5],
      ],
    ],
  ),

  dot: scalar(inner, (a, b) => [b, a], [
    [v4, w4],
    [
      [1e200, 1],
      [1e-200, 3],
    ],
    [
      [1e154, 1e154, -1e154],
      [1.2e154, 1e154, 1.1e154],
    ],
  ]),
  matvec: {
    points: [[A24, v4]],
    attributes: {},
    value: (A, x) => apply(rowsOf(A, x.length), x),
    jacobians: (A, x) => [kron(unitMatrix(A.length / x.length), [x]), A],
  },
  linear: {
    points: [
      [A24, v4, [0.7, 1.1]],
      [A24, [v4, w4, [1, 2, 3, 4]], [0.7, 1.1]],
    ],
    attributes: {},
    value: (W, x, b) =>
      rowsOf(x, 4).flatMap((sample) => apply(rowsOf(W, 4), sample).map((v, i) => v.plus(b[i]))),
    jacobians(W, x, b) {
      const samples = rowsOf(x, 4);
      const zeroed = (k: number, sample: Vector) => b.flatMap((_, i) => scaled(i === k ? 1 : 0, sample));
      return [
        samples.flatMap((sample) => b.flatMap((_, k) => zeroed(k, sample))),
        kron(unitMatrix(samples.length), rowsOf(W, 4)),
        kron(
          samples.map(() => [D(1)]),
          unitMatrix(b.length),
        ),
      ];
    },
  },
  vecmat: {
    points: [[[0.7, 1.1], A24]],
    attributes: {},
    value: (x, A) => apply(flipped(rowsOf(A, 4)), x),
    jacobians: (x, A) => [flipped(rowsOf(A, 4)).flat(), kron([x], unitMatrix(4))],
  },
  matmul: {
    points: [[A24, [v4, w4, [1, 2, 3, 4], [0.3, 0, 1, 5]].map((line) => line.slice(0, 3))]],
    attributes: {},
    value: (A, B) => times(rowsOf(A, 4), rowsOf(B, 3)).flat(),
    jacobians: (A, B) => [kron(unitMatrix(2), flipped(rowsOf(B, 3))), kron(rowsOf(A, 4), unitMatrix(3))],
  },
  outer: {
    points: [
      [v4, [0.7, -1.1]],
      [[1e200, 1e-200], w4],
    ],
    attributes: {},
    value: (a, b) => a.flatMap((v) => scaled(v, b)),
    jacobians: (a, b) => [kron(unitMatrix(a.length), columnOf(b)), kron(columnOf(a), unitMatrix(b.length))],
  },
  quadratic_form: scalar(
    (A, x) => inner(x, apply(square(A), x)),
    (A, x) => [kron([x], [x]), apply(square(A), x).map((v, i) => v.plus(apply(flipped(square(A)), x)[i]))],
    [
      [INVERTIBLE[0], [0.2, 0.4, 1.5]],
      [
        [
          [1e150, 2],
          [1e100, 3e-150],
        ],
        [1e-100, 1e50],
      ],
    ],
  ),
  bilinear: scalar(
    (A, x, y) => inner(x, apply(rowsOf(A, y.length), y)),
    (A, x, y) => [kron([x], [y]), apply(rowsOf(A, y.length), y), apply(flipped(rowsOf(A, y.length)), x)],
    [[A24, [0.7, 1.1], v4.map(Math.abs)]],
  ),
  cross: {
    points: [
      [
        [0.2, 0.4, -1.5],
        [1.1, -0.6, 0.4],
      ],
    ],
    attributes: {},
    value: ([a, b, c], [d, e, f]) => [
      b.times(f).minus(c.times(e)),
      c.times(d).minus(a.times(f)),
      a.times(e).minus(b.times(d)),
    ],
    jacobians: ([a, b, c], [d, e, f]) => [
      [D(0), f, e.neg(), f.neg(), D(0), d, e, d.neg(), D(0)],
      [D(0), c.neg(), b, c, D(0), a.neg(), b.neg(), a, D(0)],
    ],
  },
  trace: onMatrix(
    (A) => sum(A.map((line, i) => line[i])),
    (A) => unitMatrix(A.length),
    INVERTIBLE,
  ),
  det: onMatrix(determinant, cofactorMatrix, [...INVERTIBLE, ...SINGULAR_MATRICES]),
  logdet: onMatrix(
    (A) => determinant(A).abs().ln(),
    (A) => flipped(inverse(A)),
    INVERTIBLE,
  ),
  inv: {
    points: INVERTIBLE.map((A) => [A]),
    attributes: {},
    value: (x) => inverse(square(x)).flat(),
    jacobians(x) {
      const Y = inverse(square(x));
      return [scaled(-1, kron(Y, flipped(Y)))];
    },
  },
  solve: {
    points: INVERTIBLE.map((A) => [A, A.map((_, i) => 1 + i / 3)]),
    attributes: {},
    value: (A, b) => apply(inverse(square(A)), b),
    jacobians(A, b) {
      const Y = inverse(square(A));
      return [scaled(-1, kron(Y, [apply(Y, b)])), Y.flat()];
    },
  },
  normalize: normalized(false, false, [
    [v4],
    [[-2]],
    [[1, 1e-10, -3e-10]],
    [[1e200, -2e200, 3e199]],
    [[1e-200, -2e-200]],
    [[1e-319, 1e-161]],
    ...atTheEnds,
  ]),
  cosine_similarity: scalar(cosine, (a, b) => [cosineGradient(a, b), cosineGradient(b, a)], [
    [v4, w4],
    [
      [1e200, -2e200],
      [1e-200, 3e-200],
    ],
    [
      [1, 2],
      [1, -3],
    ],
    [
      [5e-324, 1e-323],
      [1e308, -1.5e308],
    ],
  ]),
  distance: scalar(
    distance,
    (a, b) => [1, -1].map((sign) => scaled(D(sign).div(distance(a, b)), minus(a, b))),
    [
      [v4, w4],
      [1.5, 0.2],
      [
        [1e200, -2e200],
        [-1e200, 3e200],
      ],
      [
        [1, 1e-200],
        [1, 3e-200],
      ],
      [
        [5e-324, 0],
        [0, 1e-323],
      ],
      [
        [1.7e308, 1e307],
        [-1.7e308, 3e307],
      ],
    ],
  ),

  conv1d: {
    points: [
      [
        [0.2, 1.5, 0.7, 2, 0.1],
        [0.5, -0.1, 3],
      ],
      [
        [0.7, 2],
        [3, 0.4],
      ],
    ],
    attributes: {},
    value: (x, k) => x.slice(k.length - 1).map((_, i) => inner(k, x.slice(i))),
    jacobians: (x, k) => {
      const starts = [...x.slice(k.length - 1).keys()];
      return [
        starts.flatMap((i) => x.map((_, j) => k[j - i] ?? D(0))),
        starts.flatMap((i) => x.slice(i, i + k.length)),
      ];
    },
  },
  avg_pool1d: {
    points: [[[1.5, 0.4, 2, 0.3, 1.7, 0.9]], [[1e300, 1e300, 1, 1e-300, 2e-300, 1e-300]]],
    attributes: { size: 3 },
    value: (x) => rowsOf(x, 3).map(mean),
    jacobians: () => [kron(unitMatrix(2), [[1, 1, 1].map((v) => D(v).div(3))])],
  },
  max_pool1d: {
    points: [[[1.5, -0.4, 2, 0.3, -1.7, 0.9]], [[-1e300, -1e301, -5, 1, 1 + 2 * UNIT, 0]]],
    attributes: { size: 3 },
    value: (x) => rowsOf(x, 3).map((window) => Decimal.max(...window)),
    jacobians: (x) => [
      rowsOf(x, 3).flatMap((window) =>
        x.map((v) => D(window.includes(v) && v.eq(Decimal.max(...window)) ? 1 : 0)),
      ),
    ],
  },
  layer_norm: [
    normalized(true, true, [
      [v4],
      [[1, 3]],
      [[-5, 7.25]],
      [[1000.5, 1001.25, 999, 1003]],
      [[1e-9, 3e-9, 4e-9]],
      ...atTheEnds,
    ]),
    normalized(true, true, [[v4]], 0.3),
  ],
  rms_norm: [
    normalized(false, true, [[v4], ...atTheEnds]),
    normalized(false, true, [[[1e-300, 3e-300]]], 1e-300),
    normalized(false, true, [[v4], [[1, 1e-10, -3e-10]], [[1e200, -2e200, 3e199]], [[1e-200, -2e-200]]], 0.3),
  ],
};

/** The number a float64 holds, which its shortest decimal text is not: m · 2^−k = m · 5^k · 10^−k. */
function exact(x: number): Decimal {
  let k = 0;
  let m = x;
  for (; !Number.isInteger(m); k++) m *= 2;
  return new Decimal(`${BigInt(m) * 5n ** BigInt(k)}e-${k}`);
}

const read = (value: NestedValue) =>
  flattenNested(value).map((x) => exact(x).toSignificantDigits(Decimal.precision));

/** Below the normal numbers precision is absolute: results may be a few of the smallest steps off. */
const STEPS = exact(4 * Number.MIN_VALUE);
const LARGEST = exact(Number.MAX_VALUE);

function relativeError(actual: number, truth: Decimal): number {
  if (!Number.isFinite(actual))
    return truth.abs().gt(LARGEST) && actual * Decimal.sign(truth) > 0 ? 0 : Number.NaN;
  const error = exact(actual).minus(truth).abs().minus(STEPS);
  return error.lte(0) ? 0 : error.div(truth.abs()).toNumber();
}

function expectClose(actual: Float64Array, expected: Vector, tolerance: number, what: string) {
  expect(actual.length).toBe(expected.length);
  expected.forEach((truth, i) => {
    const story = `${what} is ${actual[i]}, expected ${truth.toPrecision(20)}: relative error`;
    expect(relativeError(actual[i], truth), story).toBeLessThanOrEqual(tolerance);
  });
}

describe.each(Object.entries(TABLE))('%s', (name, rows) => {
  for (const { points, attributes, value, jacobians, exception } of [rows].flat())
    for (const point of points) {
      const setting = Object.entries(attributes).map(([key, given]) => `, ${key} = ${given}`);
      it(`has all its digits at ${JSON.stringify(point).slice(1, -1)}${setting.join('')}`, () => {
        const y = applied(operators.get(name)!, point, attributes).node('y')!;
        setPrecision(point);
        const operands = point.map(read);
        const expected = jacobians(...operands);
        expectClose(y.tensor!.data, value(...operands), exception?.tolerance ?? VALUE_TOLERANCE, 'value');
        y.incoming.forEach(({ jacobian, operand }, k) => {
          expectClose(
            dense(jacobian!),
            expected[k],
            SLOPE_TOLERANCE,
            `derivative with respect to ${operand}`,
          );
        });
      });
    }
});

it('has a row for every operator that computes', () => {
  // A transpose only moves numbers, like the operators of the family structure.
  const computing = [...operators.values()].filter(
    ({ name, family }) => name !== 'transpose' && family !== 'structure',
  );
  expect(Object.keys(TABLE).toSorted()).toEqual(computing.map(({ name }) => name).toSorted());
});
