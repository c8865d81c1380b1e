/**
 * Forms in which a matrix meets a vector on its left or on both sides, and the cross product.
 */

import { scattered } from '../jacobian/composed';
import type { Jacobian } from '../jacobian/jacobian';
import { eye, factor, kronecker } from '../jacobian/kronecker';
import { matrix, row } from '../jacobian/simple';
import { type Binding, type MovingPoint, type Operator, refuse } from '../operator';
import { linearJacobians } from '../rules/curvature';
import { listShapes, type Shape } from '../shape';
import { dot } from '../sums';
import type { Tensor } from '../tensor';

const family = 'linear algebra' as const;
const source = 'Magnus & Neudecker, Matrix Differential Calculus (1988), ch. 9';

type Take = Binding['take'];
const ownMemory: Take = (size) => new Float64Array(size);

/** g += factor · a bᵀ, by rows. */
function addOuter(g: Float64Array, a: Float64Array, b: Float64Array, factor = 1): void {
  const n = b.length;
  for (let i = 0; i < a.length; i++) for (let j = 0; j < n; j++) g[i * n + j] += factor * a[i] * b[j];
}

/** g += factor · A y */
function addProduct(g: Float64Array, A: Float64Array, y: Float64Array, factor = 1): void {
  const n = y.length;
  for (let i = 0; i < g.length; i++) g[i] += factor * dot(A, y, i * n, 0, n);
}

/** g += factor · Aᵀ x */
function addTransposedProduct(g: Float64Array, A: Float64Array, x: Float64Array, factor = 1): void {
  const n = g.length;
  for (let j = 0; j < n; j++) g[j] += factor * dot(x, A, 0, j, x.length, n);
}

/** xᵀ A y */
function form(A: Float64Array, x: Float64Array, y: Float64Array): number {
  const product = new Float64Array(x.length);
  addProduct(product, A, y);
  return dot(x, product);
}

/** A gradient row that is the sum of what `add` adds. */
function added(g: Float64Array, add: (g: Float64Array) => void): Jacobian {
  return row(g, () => {
    g.fill(0);
    add(g);
  });
}

function vecmatJacobians([x, A]: readonly Tensor[], take: Take): Jacobian[] {
  const [m, n] = A.shape;
  const transpose = (payload: Float64Array) => {
    for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) payload[j * m + i] = A.data[i * n + j];
  };
  return [matrix(take(m * n), n, m, transpose), kronecker(factor(x.data, 1, m), eye(n))];
}

/** No component of a cross product depends on the component of an operand at its own place. */
const BESIDE_DIAGONAL = Uint8Array.of(0, 1, 1, 1, 0, 1, 1, 1, 0);

/** [a]ₓ with `sign`: the matrix of the cross product from the left. */
function crossMatrix(a: Float64Array, sign: number, take: Take): Jacobian {
  const data = take(9);
  const refresh = () => {
    const [x, y, z] = a.map((v) => sign * v);
    data.set([0, -z, y, z, 0, -x, -y, x, 0]);
  };
  return {
    ...scattered(matrix(data, 3, 3), { data, arrived: BESIDE_DIAGONAL }),
    multiplications: 6,
    refresh,
  };
}

const crossJacobians = ([a, b]: readonly Tensor[], take: Take) => [
  crossMatrix(b.data, -1, take),
  crossMatrix(a.data, 1, take),
];

const isVector3 = (shape: Shape) => shape.length === 1 && shape[0] === 3;

const A23 = [
  [0.1, 0.5, -1.2],
  [-0.3, 0.8, 2],
];
const A32 = [
  [0.5, 1.5],
  [2, 0.1],
  [-1, 3],
];
const A33 = [...A23, [1.1, -0.6, 0.4]];
const v3 = [0.2, 0.4, -1.5];
const v2 = [0.7, -1.1];

export const bilinearForms: readonly Operator[] = [
  {
    name: 'vecmat',
    family,
    title: 'Vector times matrix',
    symbol: 'x^{\\!\\top} A',
    help: 'xᵀA, as a column: the linear map that pulls rows back through A.',
    source,
    synonyms: ['vector-matrix product', 'row times matrix', 'pullback'],
    operands: ['x', 'A'],
    attributes: {},
    shape([x, A]) {
      const named = listShapes(['x', 'A'], [x, A]);
      if (x.length !== 1 || A.length !== 2) return refuse(`${named}: expected a vector and a matrix.`);
      if (x[0] === A[0]) return [A[1]];
      return refuse(
        `${named}: the inner dimensions ${x[0]} and ${A[0]} differ; expected x to have ${A[0]} components.`,
      );
    },
    value(y, [x, A]) {
      y.data.fill(0);
      addTransposedProduct(y.data, A.data, x.data);
    },
    differential: (operands, _, __, { take }) => vecmatJacobians(operands, take),
    curvature: linearJacobians((operands) => vecmatJacobians(operands, ownMemory)),
    tex: ([x, A]) => `\\bigl(${x}^{\\!\\top} ${A}\\bigr)^{\\!\\top}`,
    jacobianTex: ([x, A]) => [`${A}^{\\!\\top}`, `${x}^{\\!\\top} \\otimes I`],
    examples: [{ operands: [v2, A23] }, { operands: [v3, A32] }],
  },
  {
    name: 'quadratic_form',
    family,
    title: 'Quadratic form',
    symbol: 'x^{\\!\\top} A x',
    help: 'xᵀAx for a square matrix A; its gradient xᵀ(A + Aᵀ) sees the symmetric part of A only.',
    source,
    synonyms: ['forme quadratique'],
    operands: ['A', 'x'],
    attributes: {},
    shape([A, x]) {
      if (A.length === 2 && x.length === 1 && A[0] === A[1] && A[0] === x[0]) return [];
      return refuse(
        `${listShapes(['A', 'x'], [A, x])}: expected a square matrix and a vector with as many components as it has rows.`,
      );
    },
    value(y, [A, x]) {
      y.data[0] = form(A.data, x.data, x.data);
    },
    differential: ([A, x], _, __, { take }) => [
      added(take(A.data.length), (g) => addOuter(g, x.data, x.data)),
      added(take(x.data.length), (g) => {
        addProduct(g, A.data, x.data);
        addTransposedProduct(g, A.data, x.data);
      }),
    ],
    curvature({ operands: [A, x], tangents: [dA, dx] }, [w], [outA, outX]) {
      addOuter(outA, dx, x.data, w);
      addOuter(outA, x.data, dx, w);
      for (const [matrix, vector] of [
        [dA, x.data],
        [A.data, dx],
      ]) {
        addProduct(outX, matrix, vector, w);
        addTransposedProduct(outX, matrix, vector, w);
      }
    },
    tex: ([A, x]) => `${x}^{\\!\\top} ${A}\\,${x}`,
    jacobianTex: ([A, x]) => [
      `${x}^{\\!\\top} \\otimes ${x}^{\\!\\top}`,
      `${x}^{\\!\\top} (${A} + ${A}^{\\!\\top})`,
    ],
    examples: [{ operands: [A33, v3] }, { operands: [[[2]], [-3]] }],
  },
  {
    name: 'bilinear',
    family,
    title: 'Bilinear form',
    symbol: 'x^{\\!\\top} A y',
    help: 'xᵀAy: a matrix between two vectors, which need not have the same length.',
    source,
    synonyms: ['forme bilinéaire'],
    operands: ['A', 'x', 'y'],
    attributes: {},
    shape([A, x, y]) {
      const named = listShapes(['A', 'x', 'y'], [A, x, y]);
      if (A.length !== 2 || x.length !== 1 || y.length !== 1)
        return refuse(`${named}: expected a matrix and two vectors.`);
      if (A[0] === x[0] && A[1] === y[0]) return [];
      return refuse(`${named}: expected x to have ${A[0]} components and y to have ${A[1]}.`);
    },
    value(out, [A, x, y]) {
      out.data[0] = form(A.data, x.data, y.data);
    },
    differential: ([A, x, y], _, __, { take }) => [
      added(take(A.data.length), (g) => addOuter(g, x.data, y.data)),
      added(take(x.data.length), (g) => addProduct(g, A.data, y.data)),
      added(take(y.data.length), (g) => addTransposedProduct(g, A.data, x.data)),
    ],
    curvature: bilinearCurvature,
    tex: ([A, x, y]) => `${x}^{\\!\\top} ${A}\\,${y}`,
    jacobianTex: ([A, x, y]) => [
      `${x}^{\\!\\top} \\otimes ${y}^{\\!\\top}`,
      `(${A}\\,${y})^{\\!\\top}`,
      `${x}^{\\!\\top} ${A}`,
    ],
    examples: [{ operands: [A23, v2, v3] }, { operands: [[[2]], [-3], [0.5]] }],
  },
  {
    name: 'cross',
    family,
    title: 'Cross product',
    symbol: 'a \\times b',
    help: 'The vector that is perpendicular to two vectors of three components, as long as the area between them.',
    source: 'Murray, Li & Sastry, A Mathematical Introduction to Robotic Manipulation (1994), §2.2',
    synonyms: ['vector product', 'produit vectoriel'],
    operands: ['a', 'b'],
    attributes: {},
    shape([a, b]) {
      if (isVector3(a) && isVector3(b)) return [3];
      return refuse(`${listShapes(['a', 'b'], [a, b])}: expected two vectors of 3.`);
    },
    value(y, [{ data: a }, { data: b }]) {
      for (let i = 0; i < 3; i++) {
        const [j, k] = [(i + 1) % 3, (i + 2) % 3];
        y.data[i] = a[j] * b[k] - a[k] * b[j];
      }
    },
    differential: (operands, _, __, { take }) => crossJacobians(operands, take),
    curvature: linearJacobians((operands) => crossJacobians(operands, ownMemory)),
    tex: ([a, b]) => `${a} \\times ${b}`,
    jacobianTex: ([a, b]) => [`-[${b}]_\\times`, `[${a}]_\\times`],
    examples: [{ operands: [v3, [1.1, -0.6, 0.4]] }],
  },
];

/** Each Jacobian is a product of the other two operands: one term for each of them that moves. */
function bilinearCurvature(
  { operands: [A, x, y], tangents: [dA, dx, dy] }: MovingPoint,
  [w]: Float64Array,
  [outA, outX, outY]: readonly Float64Array[],
): void {
  addOuter(outA, dx, y.data, w);
  addOuter(outA, x.data, dy, w);
  addProduct(outX, dA, y.data, w);
  addProduct(outX, A.data, dy, w);
  addTransposedProduct(outY, dA, x.data, w);
  addTransposedProduct(outY, A.data, dx, w);
}
