/**
 * Functions of a square matrix: trace, determinant, inverse, and the solution of a linear system. All but the trace go through one
 * elimination, which is right at singular matrices as well.
 */

import {
  addCofactorTangent,
  cofactors,
  eliminate,
  invert,
  logDeterminant,
  roundedDeterminant,
  SINGULAR,
  solveLinear,
} from '../elimination';
import type { Jacobian } from '../jacobian/jacobian';
import { factor, kronecker, transposed } from '../jacobian/kronecker';
import { matrix, row } from '../jacobian/simple';
import { type Finding, type Operator, type Refusal, refuse } from '../operator';
import { describeShape, listShapes, type Shape } from '../shape';
import { dot } from '../sums';
import { allFinite, type Tensor } from '../tensor';

const family = 'linear algebra' as const;
const source = 'Magnus & Neudecker, Matrix Differential Calculus (1988), ch. 8';

/** The side of a square matrix. */
const sideOf = ({ shape }: Tensor) => shape[0];
const isSquare = (shape: Shape) => shape.length === 2 && shape[0] === shape[1];

function scalarOfSquare(name: string) {
  return ([x]: readonly Shape[]): Shape | Refusal =>
    isSquare(x) ? [] : refuse(`x is ${describeShape(x)}: ${name} takes a square matrix.`);
}

/** Writes the inverse, NaN if there is none; returns whether the matrix is singular. */
function inverseInto(out: Float64Array, x: Tensor): boolean {
  const singular = invert(eliminate(x.data, sideOf(x)), out) >= SINGULAR;
  if (singular) out.fill(Number.NaN);
  return singular;
}

/** out += factor · aᵀ b cᵀ, all n × n. */
function addTriple(out: Float64Array, [a, b, c]: readonly Float64Array[], n: number, factor: number): void {
  const left = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) for (let j = 0; j < n; j++) left[i * n + j] += a[k * n + i] * b[k * n + j];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) out[i * n + j] += factor * dot(left, c, i * n, j * n, n);
}

function singular(name: string, operand: string): Finding {
  return {
    code: 'singular',
    operand,
    message: `${name} needs an invertible matrix, but ${operand} is singular: its determinant is 0, or no larger than the rounding of its entries.`,
  };
}

const A33 = [
  [2, 0.5, -1.2],
  [-0.3, 0.8, 2],
  [1.1, -0.6, 0.4],
];
const A22 = [
  [0.3, 2],
  [-1.5, 0.7],
];
const rankTwo = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];
const rankOne = [
  [1, 2, -1],
  [2, 4, -2],
  [3, 6, -3],
];

export const squareMatrices: readonly Operator[] = [
  {
    name: 'trace',
    family,
    title: 'Trace',
    symbol: '\\operatorname{tr} x',
    help: 'The sum of the entries on the diagonal of a square matrix.',
    source,
    operands: ['x'],
    attributes: {},
    shape: scalarOfSquare('trace'),
    value(y, [x]) {
      const n = sideOf(x);
      y.data[0] = 0;
      for (let i = 0; i < n; i++) y.data[0] += x.data[i * (n + 1)];
    },
    differential([x], _, __, { take }) {
      const n = sideOf(x);
      const g = take(n * n);
      for (let i = 0; i < n; i++) g[i * (n + 1)] = 1;
      return [row(g, undefined, true)];
    },
    curvature: 'none',
    tex: ([x]) => `\\operatorname{tr} ${x}`,
    jacobianTex: () => ['\\operatorname{vec}(I)^{\\!\\top}'],
    examples: [{ operands: [A33] }, { operands: [[[2]]] }],
  },
  {
    name: 'det',
    family,
    title: 'Determinant',
    symbol: '\\det x',
    help: 'By how much the linear map x scales volumes; its gradient is made of the cofactors, at singular matrices too.',
    source: 'Magnus & Neudecker, Matrix Differential Calculus (1988), §8.3 (Jacobi)',
    synonyms: ['déterminant'],
    operands: ['x'],
    attributes: {},
    shape: scalarOfSquare('det'),
    value(y, [x]) {
      y.data[0] = roundedDeterminant(eliminate(x.data, sideOf(x)));
    },
    differential: ([x], _, __, { take }) => [
      row(take(x.data.length), (g) => cofactors(eliminate(x.data, sideOf(x)), g)),
    ],
    curvature({ operands: [x], tangents: [dx] }, [w], [out]) {
      addCofactorTangent(eliminate(x.data, sideOf(x)), dx, w, out);
    },
    tex: ([x]) => `\\det ${x}`,
    jacobianTex: ([x]) => [`\\operatorname{vec}\\bigl(\\operatorname{cof} ${x}\\bigr)^{\\!\\top}`],
    examples: [A33, A22, [[-2]], rankTwo, rankOne].map((x) => ({ operands: [x] })),
  },
  {
    name: 'logdet',
    family,
    title: 'Log of the determinant',
    symbol: '\\ln |\\det x|',
    help: 'log |det x| of an invertible matrix, which neither overflows nor underflows.',
    source: 'Magnus & Neudecker, Matrix Differential Calculus (1988), §8.4',
    synonyms: ['slogdet', 'log-determinant'],
    operands: ['x'],
    attributes: {},
    shape: scalarOfSquare('logdet'),
    value(y, [x]) {
      y.data[0] = logDeterminant(eliminate(x.data, sideOf(x)));
    },
    differential: ([x], _, __, { take }) => [
      row(take(x.data.length), (g) => {
        const n = sideOf(x);
        invert(eliminate(x.data, n), g);
        transpose(g, n);
      }),
    ],
    curvature({ operands: [x], tangents: [dx] }, [w], [out]) {
      const n = sideOf(x);
      const inverse = new Float64Array(n * n);
      invert(eliminate(x.data, n), inverse);
      addTriple(out, [inverse, turned(dx, n), inverse], n, -w);
    },
    diagnose([x], y) {
      if (y.data[0] !== Number.NEGATIVE_INFINITY || !allFinite(x.data)) return [];
      const message = 'logdet needs det x ≠ 0, but x is singular: there is no derivative here.';
      return [{ code: 'domain', message, operand: 'x' }];
    },
    tex: ([x]) => `\\ln |\\det ${x}|`,
    jacobianTex: ([x]) => [`\\operatorname{vec}\\bigl(${x}^{-\\top}\\bigr)^{\\!\\top}`],
    examples: [A33, A22, [[-2]]].map((x) => ({ operands: [x] })),
  },
  {
    name: 'inv',
    family,
    title: 'Inverse matrix',
    symbol: 'x^{-1}',
    help: 'The matrix that undoes x.',
    source: 'Magnus & Neudecker, Matrix Differential Calculus (1988), §8.4',
    synonyms: ['inverse', 'matrice inverse'],
    operands: ['x'],
    attributes: {},
    shape: ([x]) => (isSquare(x) ? x : refuse(`x is ${describeShape(x)}: inv takes a square matrix.`)),
    value(y, [x]) {
      inverseInto(y.data, x);
    },
    differential([x], y, _, { take }) {
      const n = sideOf(x);
      const negative = take(n * n);
      return [
        refreshed(kronecker(factor(negative, n, n), transposed(y.data, n, n)), () =>
          negate(negative, y.data),
        ),
      ];
    },
    // w ↦ −YᵀWYᵀ with Y = x⁻¹, moving along Ẏ on the left and on the right.
    curvature({ y, dy }, w, [out]) {
      const n = sideOf(y);
      addTriple(out, [dy, w, y.data], n, -1);
      addTriple(out, [y.data, w, dy], n, -1);
    },
    diagnose: ([x], y) => (allFinite(x.data) && y.data.some(Number.isNaN) ? [singular('inv', 'x')] : []),
    tex: ([x]) => `${x}^{-1}`,
    jacobianTex: ([x]) => [`-${x}^{-1} \\otimes ${x}^{-\\top}`],
    examples: [{ operands: [A33] }, { operands: [A22] }],
  },
  {
    name: 'solve',
    family,
    title: 'Solve a linear system',
    symbol: 'A^{-1} b',
    help: 'The vector x with A x = b.',
    source: 'Giles, An extended collection of matrix derivative results (2008), §2.3',
    synonyms: ['linear system', 'système linéaire'],
    operands: ['A', 'b'],
    attributes: {},
    shape([A, b]) {
      if (isSquare(A) && b.length === 1 && A[0] === b[0]) return b;
      return refuse(
        `${listShapes(['A', 'b'], [A, b])}: expected a square matrix and a vector with as many components as it has rows.`,
      );
    },
    value(y, [A, b]) {
      solveLinear(eliminate(A.data, sideOf(A)), b.data, y.data);
    },
    differential([A], y, _, { take }) {
      const n = sideOf(A);
      const [inverse, negative] = [take(n * n), take(n * n)];
      // The edge of A is refreshed before that of b, which borrows the inverse from it.
      const overA = refreshed(kronecker(factor(negative, n, n), factor(y.data, 1, n)), () => {
        inverseInto(inverse, A);
        negate(negative, inverse);
      });
      return [overA, matrix(inverse, n, n)];
    },
    // w ↦ −g xᵀ and w ↦ g with g = A^(−T) w, whose derivative is −A^(−T) Ȧᵀ g.
    curvature({ operands: [A], y, tangents: [dA], dy }, w, [outA, outB]) {
      const n = sideOf(A);
      const inverse = new Float64Array(n * n);
      inverseInto(inverse, A);
      const back = (M: Float64Array, v: Float64Array) => v.map((_, j) => dot(v, M, 0, j, n, n));
      const g = back(inverse, w);
      const dg = back(inverse, back(dA, g));
      for (let i = 0; i < n; i++) {
        outB[i] -= dg[i];
        for (let j = 0; j < n; j++) outA[i * n + j] += dg[i] * y.data[j] - g[i] * dy[j];
      }
    },
    diagnose([A, b], y) {
      if (!y.data.some(Number.isNaN) || !allFinite(A.data) || !allFinite(b.data)) return [];
      return inverseInto(new Float64Array(A.data.length), A) ? [singular('solve', 'A')] : [];
    },
    tex: ([A, b]) => `${A}^{-1} ${b}`,
    jacobianTex: ([A, b]) => [`-${A}^{-1} \\otimes (${A}^{-1} ${b})^{\\!\\top}`, `${A}^{-1}`],
    examples: [{ operands: [A33, [0.2, 0.4, -1.5]] }, { operands: [A22, [0.7, -1.1]] }],
  },
];

const refreshed = (J: Jacobian, refresh: () => void): Jacobian => ({ ...J, refresh });

function negate(out: Float64Array, a: Float64Array): void {
  for (let i = 0; i < a.length; i++) out[i] = -a[i];
}

function transpose(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) [a[i * n + j], a[j * n + i]] = [a[j * n + i], a[i * n + j]];
}

function turned(a: Float64Array, n: number): Float64Array {
  const copy = Float64Array.from(a);
  transpose(copy, n);
  return copy;
}
