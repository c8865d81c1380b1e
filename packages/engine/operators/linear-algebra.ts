/**
 * Products of vectors and matrices. Their Jacobians borrow the operands: nothing is computed until somebody looks.
 */

import type { Jacobian } from '../jacobian/jacobian';
import { eye, factor, kronecker, transposed } from '../jacobian/kronecker';
import { identity, matrix, row } from '../jacobian/simple';
import { accumulateProduct } from '../matrix/product';
import { byRows, transposeOf } from '../matrix/view';
import { type Operator, refuse } from '../operator';
import { linearJacobians } from '../rules/curvature';
import { sameLength } from '../rules/pair';
import { listShapes } from '../shape';
import { dot } from '../sums';
import type { Tensor } from '../tensor';

const family = 'linear algebra' as const;
const source = 'Magnus & Neudecker, Matrix Differential Calculus (1988), ch. 9';

/** A matrix by rows, as the products read it; a vector is a column. */
const view = ({ data, shape: [rows, cols = 1] }: Tensor) => byRows(data, rows, cols);

const multiply = (y: Tensor, A: Tensor, B: Tensor) => accumulateProduct(view(y), view(A), view(B), true);

type Jacobians = (operands: readonly Tensor[]) => readonly Jacobian[];

const dotJacobians: Jacobians = ([a, b]) => [row(b.data), row(a.data)];

const matvecJacobians: Jacobians = ([A, x]) => {
  const [m, n] = A.shape;
  return [kronecker(eye(m), factor(x.data, 1, n)), matrix(A.data, m, n)];
};

const linearLayerJacobians: Jacobians = ([W, x, b]) => {
  const [m, n] = W.shape;
  if (x.shape.length === 1)
    return [kronecker(eye(m), factor(x.data, 1, n)), matrix(W.data, m, n), identity(m)];
  const samples = x.shape[0];
  return [
    kronecker(factor(x.data, samples, n), eye(m), true),
    kronecker(eye(samples), factor(W.data, m, n)),
    kronecker(factor(new Float64Array(samples).fill(1), samples, 1), eye(b.data.length)),
  ];
};

const matmulJacobians: Jacobians = ([A, B]) => {
  const [m, n] = A.shape;
  const p = B.shape[1];
  return [kronecker(eye(m), transposed(B.data, n, p)), kronecker(factor(A.data, m, n), eye(p))];
};

const outerJacobians: Jacobians = ([a, b]) => {
  const [m, n] = [a.data.length, b.data.length];
  return [kronecker(eye(m), factor(b.data, n, 1)), kronecker(factor(a.data, m, 1), eye(n))];
};

const A23 = [
  [0.1, 0.5, -1.2],
  [-0.3, 0.8, 2],
];
const v3 = [0.2, 0.4, -1.5];
const v2 = [0.7, -1.1];

export const linearAlgebra: readonly Operator[] = [
  {
    name: 'dot',
    family,
    title: 'Dot product',
    symbol: 'a^{\\!\\top} b',
    help: 'The sum of the products of two vectors of the same length.',
    source,
    synonyms: ['inner product', 'scalar product', 'produit scalaire'],
    operands: ['a', 'b'],
    attributes: {},
    shape: sameLength,
    value(y, [a, b]) {
      y.data[0] = dot(a.data, b.data);
    },
    differential: dotJacobians,
    curvature: linearJacobians(dotJacobians),
    tex: ([a, b]) => `${a}^{\\!\\top} ${b}`,
    jacobianTex: ([a, b]) => [`${b}^{\\!\\top}`, `${a}^{\\!\\top}`],
    examples: [{ operands: [v3, [1.5, -2, 0.3]] }, { operands: [[2], [-3]] }],
  },
  {
    name: 'matvec',
    family,
    title: 'Matrix times vector',
    symbol: 'A x',
    help: 'The linear map A applied to the column x.',
    source,
    synonyms: ['matrix-vector product', 'linear map'],
    operands: ['A', 'x'],
    attributes: {},
    shape([A, x]) {
      if (A.length !== 2 || x.length !== 1)
        return refuse(`${listShapes(['A', 'x'], [A, x])}: expected a matrix and a vector.`);
      if (A[1] === x[0]) return [A[0]];
      return refuse(
        `${listShapes(['A', 'x'], [A, x])}: the inner dimensions ${A[1]} and ${x[0]} differ; expected x to have ${A[1]} components.`,
      );
    },
    value: (y, [A, x]) => multiply(y, A, x),
    differential: matvecJacobians,
    curvature: linearJacobians(matvecJacobians),
    tex: ([A, x]) => `${A}\\,${x}`,
    jacobianTex: ([A, x]) => [`I \\otimes ${x}^{\\!\\top}`, A],
    examples: [
      { operands: [A23, v3] },
      {
        operands: [
          [
            [0.5, 1.5],
            [2, 0.1],
            [-1, 3],
          ],
          [0.3, -0.7],
        ],
      },
    ],
  },
  {
    name: 'linear',
    family,
    title: 'Linear layer',
    symbol: 'W x + b',
    help: 'W x + b for one vector x, or x Wᵀ + b for a matrix x whose rows are samples.',
    source,
    synonyms: ['affine', 'dense layer', 'fully connected'],
    operands: ['W', 'x', 'b'],
    attributes: {},
    shape([W, x, b]) {
      const named = listShapes(['W', 'x', 'b'], [W, x, b]);
      if (W.length !== 2 || x.length === 0 || b.length !== 1)
        return refuse(`${named}: expected a matrix W, a vector x (or a matrix of samples) and a vector b.`);
      const inputs = x[x.length - 1];
      if (W[1] !== inputs)
        return refuse(`${named}: W has ${W[1]} columns, but a sample of x has ${inputs} components.`);
      if (W[0] !== b[0])
        return refuse(`${named}: W has ${W[0]} rows, but b has ${b[0]} components; expected as many.`);
      return x.length === 1 ? [W[0]] : [x[0], W[0]];
    },
    value(y, [W, x, b]) {
      const [m] = W.shape;
      if (x.shape.length === 1) {
        multiply(y, W, x);
        for (let i = 0; i < m; i++) y.data[i] += b.data[i];
        return;
      }
      for (let i = 0; i < y.data.length; i += m) y.data.set(b.data, i);
      accumulateProduct(view(y), view(x), transposeOf(view(W)));
    },
    differential: linearLayerJacobians,
    curvature: linearJacobians((operands) => linearLayerJacobians(operands).slice(0, 2)),
    tex: ([W, x, b]) => `${W}\\,${x} + ${b}`,
    jacobianTex: ([W, x], _, [, shape]) =>
      shape.length === 1
        ? [`I \\otimes ${x}^{\\!\\top}`, W, 'I']
        : [`(${x} \\otimes I)\\,K`, `I \\otimes ${W}`, '\\mathbf 1 \\otimes I'],
    examples: [
      { operands: [A23, v3, v2] },
      {
        operands: [A23, [v3, [1.5, -2, 0.3], [0.9, 0.1, 0.4], [2, -1, 0]], v2],
      },
    ],
  },
  {
    name: 'matmul',
    family,
    title: 'Matrix product',
    symbol: 'A B',
    help: 'The product of two matrices: the composition of two linear maps.',
    source,
    synonyms: ['matrix multiplication', 'compose'],
    operands: ['A', 'B'],
    attributes: {},
    shape([A, B]) {
      if (A.length !== 2 || B.length !== 2)
        return refuse(`${listShapes(['A', 'B'], [A, B])}: expected two matrices.`);
      if (A[1] === B[0]) return [A[0], B[1]];
      return refuse(
        `${listShapes(['A', 'B'], [A, B])}: the inner dimensions ${A[1]} and ${B[0]} differ; expected B to have ${A[1]} rows.`,
      );
    },
    value: (y, [A, B]) => multiply(y, A, B),
    differential: matmulJacobians,
    curvature: linearJacobians(matmulJacobians),
    tex: ([A, B]) => `${A}\\,${B}`,
    jacobianTex: ([A, B]) => [`I \\otimes ${B}^{\\!\\top}`, `${A} \\otimes I`],
    examples: [
      {
        operands: [
          A23,
          [
            [1.5, -2, 0.3, 1],
            [0.9, 0.1, 0.4, -1],
            [2, -1, 0.6, 0.2],
          ],
        ],
      },
    ],
  },
  {
    name: 'outer',
    family,
    title: 'Outer product',
    symbol: 'a b^{\\!\\top}',
    help: 'The matrix of all products a_i b_j.',
    source,
    synonyms: ['tensor product'],
    operands: ['a', 'b'],
    attributes: {},
    shape([a, b]) {
      if (a.length === 1 && b.length === 1) return [a[0], b[0]];
      return refuse(`${listShapes(['a', 'b'], [a, b])}: expected two vectors.`);
    },
    value(y, [a, b]) {
      const n = b.data.length;
      for (let i = 0; i < y.data.length; i++) y.data[i] = a.data[Math.floor(i / n)] * b.data[i % n];
    },
    differential: outerJacobians,
    curvature: linearJacobians(outerJacobians),
    tex: ([a, b]) => `${a}\\,${b}^{\\!\\top}`,
    jacobianTex: ([a, b]) => [`I \\otimes ${b}`, `${a} \\otimes I`],
    examples: [{ operands: [v3, v2] }],
  },
];
