/**
 * Operators that hand on every entry of their operand, in another shape, in another order, or several times over.
 */
import { countSetting, shapeSetting } from '../attributes';
import type { Jacobian } from '../jacobian/jacobian';
import { eye, factor, kronecker } from '../jacobian/kronecker';
import { column, identity, permutation, selection } from '../jacobian/simple';
import { type Attributes, badAttribute, type Operator, refuse } from '../operator';
import { describeShape, formatCount, type Shape, sameShape, sizeOf } from '../shape';

const family = 'structure' as const;
const source = 'Python array API standard, manipulation functions';

const matrix = [
  [1.5, -2, 0.3],
  [0.2, 0.9, -4],
];

export const reshaping: readonly Operator[] = [
  {
    name: 'reshape',
    family,
    title: 'Reshape',
    symbol: '\\operatorname{reshape} x',
    help: 'The same numbers, by rows, in the setting shape.',
    source,
    synonyms: ['view', 'fold'],
    operands: ['x'],
    attributes: { shape: shapeSetting('the new shape: [], [components] or [rows, columns]') },
    shape([x], { shape }) {
      const wanted = shape as Shape;
      const [have, ask] = [sizeOf(x), sizeOf(wanted)];
      if (have === ask) return wanted;
      return badAttribute(
        `The setting shape of reshape asks for ${describeShape(wanted)}, ${entries(ask)}, but x has ${formatCount(have)}: expected a shape of ${entries(have)}.`,
      );
    },
    value: (y, [x]) => y.data.set(x.data),
    differential: ([x]) => [identity(x.data.length)],
    curvature: 'none',
    tex: ([x], { shape }) => `\\operatorname{reshape}(${x}, ${shapeTex(shape as Shape)})`,
    jacobianTex: () => ['I'],
    examples: [
      { operands: [[1.5, -2, 0.3, 4, 5, 6]], attributes: { shape: [2, 3] } },
      { operands: [matrix], attributes: { shape: [3, 2] } },
      { operands: [[[1.7]]], attributes: { shape: [] } },
    ],
  },
  {
    name: 'flatten',
    family,
    title: 'Flatten',
    symbol: '\\operatorname{vec} x',
    help: 'All entries, by rows, as one vector.',
    source,
    synonyms: ['vec', 'ravel'],
    operands: ['x'],
    attributes: {},
    shape: ([x]) => [sizeOf(x)],
    value: (y, [x]) => y.data.set(x.data),
    differential: ([x]) => [identity(x.data.length)],
    curvature: 'none',
    tex: ([x]) => `\\operatorname{vec}(${x})`,
    jacobianTex: () => ['I'],
    examples: [{ operands: [matrix] }, { operands: [1.7] }],
  },
  {
    name: 'transpose',
    family: 'linear algebra',
    title: 'Transpose',
    symbol: 'X^{\\!\\top}',
    help: 'Rows become columns; a vector becomes a matrix of one row.',
    source: 'Magnus & Neudecker, Matrix Differential Calculus (1988), §3.7',
    synonyms: ['transposée'],
    operands: ['x'],
    attributes: {},
    shape: ([x]) => (x.length === 2 ? [x[1], x[0]] : x.length === 1 ? [1, x[0]] : x),
    value(y, [x]) {
      const [rows, cols] = x.shape.length === 2 ? x.shape : [1, x.data.length];
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < cols; j++) y.data[j * rows + i] = x.data[i * cols + j];
    },
    differential: ([x]) => [commutation(x.shape)],
    curvature: 'none',
    tex: ([x]) => `${x}^{\\!\\top}`,
    jacobianTex: (_, __, [x]) => [x.length === 2 ? `K_{${x[0]},${x[1]}}` : x.length === 1 ? 'I' : '1'],
    examples: [{ operands: [matrix] }, { operands: [[1.5, -2, 0.3]] }, { operands: [1.7] }],
  },
  {
    name: 'flip',
    family,
    title: 'Flip',
    symbol: '(x_n, \\ldots, x_1)',
    help: 'All entries in reverse order; a matrix is turned upside down and left to right.',
    source,
    synonyms: ['reverse', 'mirror', 'renverser'],
    operands: ['x'],
    attributes: {},
    shape: ([x]) => x,
    value(y, [x]) {
      y.data.set(x.data);
      y.data.reverse();
    },
    differential: ([x]) => [permutation(Int32Array.from(x.data, (_, i) => x.data.length - 1 - i))],
    curvature: 'none',
    tex: ([x]) => `\\operatorname{flip}(${x})`,
    jacobianTex: (_, __, [x]) => [
      x.length === 0 ? '1' : '\\begin{bmatrix}&&1\\\\&\\cdot&\\\\1&&\\end{bmatrix}',
    ],
    examples: [{ operands: [[1.5, -2, 0.3, 4]] }, { operands: [matrix] }, { operands: [1.7] }],
  },
  {
    name: 'pad',
    family,
    title: 'Pad with zeros',
    symbol: '(0, x, 0)',
    help: 'A vector with zeros before and after it.',
    source: 'NumPy reference, pad',
    synonyms: ['zeros', 'extend'],
    operands: ['x'],
    attributes: {
      before: countSetting('how many zeros before'),
      after: countSetting('how many zeros after'),
    },
    shape([x], { before, after }) {
      if (x.length !== 1) return refuse(`x is ${describeShape(x)}: pad takes a vector.`);
      return [(before as number) + x[0] + (after as number)];
    },
    value(y, [x], { before }) {
      y.data.fill(0);
      y.data.set(x.data, before as number);
    },
    differential([x], y, { before }) {
      const columns = new Int32Array(y.data.length).fill(-1);
      for (let i = 0; i < x.data.length; i++) columns[(before as number) + i] = i;
      return [selection(columns, x.data.length)];
    },
    curvature: 'none',
    tex: ([x], settings) => `(${padded(x, settings, ',\\, ')})`,
    jacobianTex: (_, settings) => [`\\begin{bmatrix}${padded('I', settings, '\\\\')}\\end{bmatrix}`],
    examples: [
      { operands: [[1.5, -2, 0.3]], attributes: { before: 1, after: 2 } },
      { operands: [[1.5, -2]], attributes: { before: 0, after: 0 } },
    ],
  },
  {
    name: 'diag',
    family,
    title: 'Diagonal matrix',
    symbol: '\\operatorname{diag} x',
    help: 'The matrix with a vector on its diagonal and zeros elsewhere.',
    source: 'Magnus & Neudecker, Matrix Differential Calculus (1988), §1.3',
    synonyms: ['diagonal'],
    operands: ['x'],
    attributes: {},
    shape([x]) {
      if (x.length !== 1) return refuse(`x is ${describeShape(x)}: diag takes a vector.`);
      return [x[0], x[0]];
    },
    value(y, [x]) {
      const n = x.data.length;
      y.data.fill(0);
      for (let i = 0; i < n; i++) y.data[i * n + i] = x.data[i];
    },
    differential([x]) {
      const n = x.data.length;
      const columns = new Int32Array(n * n).fill(-1);
      for (let i = 0; i < n; i++) columns[i * n + i] = i;
      return [selection(columns, n)];
    },
    curvature: 'none',
    tex: ([x]) => `\\operatorname{diag}(${x})`,
    jacobianTex: () => ['\\textstyle\\sum_i (e_i \\otimes e_i)\\,e_i^{\\!\\top}'],
    examples: [{ operands: [[1.5, -2, 0.3]] }, { operands: [[1.7]] }],
  },
  {
    name: 'broadcast',
    family,
    title: 'Broadcast',
    symbol: '\\mathbf 1 \\otimes x',
    help: 'A number in every entry of the setting shape, or a vector in every row of it.',
    source,
    synonyms: ['repeat', 'tile', 'expand'],
    operands: ['x'],
    attributes: { shape: shapeSetting('the shape of the result: [components] or [rows, columns]') },
    shape([x], { shape }) {
      const wanted = shape as Shape;
      const fits = x.length === 0 || sameShape(x, wanted) || (x.length === 1 && wanted[1] === x[0]);
      if (fits) return wanted;
      return badAttribute(
        `The setting shape of broadcast asks for ${describeShape(wanted)}, but x is ${describeShape(x)}: expected ${x.length === 1 ? `[${x[0]}] or [rows, ${x[0]}]` : shapeTex(x)}.`,
      );
    },
    value(y, [x]) {
      const n = x.data.length;
      for (let i = 0; i < y.data.length; i++) y.data[i] = x.data[i % n];
    },
    differential: ([x], y) => [repeated(x.data.length, y.data.length)],
    curvature: 'none',
    tex: ([x], { shape }) => `\\operatorname{broadcast}(${x}, ${shapeTex(shape as Shape)})`,
    jacobianTex: (_, { shape }, [x]) => {
      if (sizeOf(x) === sizeOf(shape as Shape)) return [x.length === 0 ? '1' : 'I'];
      return [x.length === 0 ? '\\mathbf 1' : '\\mathbf 1 \\otimes I'];
    },
    examples: [
      { operands: [1.7], attributes: { shape: [3] } },
      { operands: [1.7], attributes: { shape: [2, 3] } },
      { operands: [[1.5, -2, 0.3]], attributes: { shape: [2, 3] } },
      { operands: [[1.5, -2, 0.3]], attributes: { shape: [3] } },
      { operands: [[1.5, -2, 0.3]], attributes: { shape: [1, 3] } },
    ],
  },
];

const entries = (count: number) => (count === 1 ? '1 entry' : `${formatCount(count)} entries`);

const shapeTex = (shape: Shape) => `[${shape.join(', ')}]`;

/** `middle` between as many zeros as the settings say, in words of TeX. */
function padded(middle: string, { before, after }: Attributes, separator: string): string {
  return [before === 0 ? [] : '0', middle, after === 0 ? [] : '0'].flat().join(separator);
}

/** K: entry (i, j) of the operand becomes entry (j, i). For a vector nothing moves. */
function commutation(shape: Shape): Jacobian {
  if (shape.length < 2) return identity(sizeOf(shape));
  const [rows, cols] = shape;
  return permutation(
    Int32Array.from({ length: rows * cols }, (_, k) => (k % rows) * cols + Math.floor(k / rows)),
  );
}

/** The operand of size n one time after the other, `size` entries in all: 1 ⊗ I. */
function repeated(n: number, size: number): Jacobian {
  if (n === size) return identity(n);
  const ones = new Float64Array(size / n).fill(1);
  return n === 1 ? column(ones) : kronecker(factor(ones, ones.length, 1), eye(n));
}
