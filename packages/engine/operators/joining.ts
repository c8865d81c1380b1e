/**
 * Operators that put their operands together: each one's Jacobian selects its place in the result.
 */
import { placement } from '../jacobian/simple';
import { type Operator, refuse } from '../operator';
import { describeShape, sizeOf } from '../shape';
import type { Tensor } from '../tensor';

const family = 'structure' as const;
const source = 'Python array API standard, manipulation functions';

/** The operands one after the other, and each one's Jacobian. */
function joined(operands: readonly Tensor[], total: number) {
  let start = 0;
  return operands.map(({ data }) => {
    const J = placement(start, data.length, total);
    start += data.length;
    return J;
  });
}

function join(y: Tensor, operands: readonly Tensor[]): void {
  let start = 0;
  for (const { data } of operands) {
    y.data.set(data, start);
    start += data.length;
  }
}

const blockTex = (count: number) =>
  Array.from({ length: count }, (_, k) =>
    count === 1
      ? 'I'
      : `\\begin{bmatrix}${Array.from({ length: count }, (_, i) => (i === k ? 'I' : '0')).join('\\\\')}\\end{bmatrix}`,
  );

const unitTex = (count: number) => Array.from({ length: count }, (_, k) => `e_{${k + 1}}`);

const sequence = (names: readonly string[]) => names.join(',\\, ');

export const joining: readonly Operator[] = [
  {
    name: 'stack',
    family,
    title: 'Stack',
    symbol: '\\begin{bmatrix}x_1\\\\x_2\\end{bmatrix}',
    help: 'Scalars become the components of a vector, vectors the rows of a matrix.',
    source,
    synonyms: ['vector', 'collect', 'empiler'],
    operands: { numbered: 'x' },
    attributes: {},
    shape(shapes) {
      const [first] = shapes;
      if (first.length === 2) return refuse(`x1 is ${describeShape(first)}: stack takes scalars or vectors.`);
      const odd = shapes.findIndex((shape) => shape.length !== first.length || shape[0] !== first[0]);
      if (odd > 0)
        return refuse(
          `x1 is ${describeShape(first)}, x${odd + 1} is ${describeShape(shapes[odd])}: expected operands of one shape.`,
        );
      return [shapes.length, ...first];
    },
    value: join,
    differential: (operands, y) => joined(operands, y.data.length),
    curvature: 'none',
    tex: (names) => `(${sequence(names)})`,
    jacobianTex: (names, _, [first]) => (first.length === 0 ? unitTex : blockTex)(names.length),
    examples: [
      { operands: [1.5, -2, 0.3] },
      {
        operands: [
          [1.5, -2, 0.3],
          [4, 0.1, 5],
        ],
      },
      { operands: [2] },
    ],
  },
  {
    name: 'concat',
    family,
    title: 'Concatenate',
    symbol: '[x_1;\\, x_2]',
    help: 'Vectors (and scalars) one after the other; matrices with equally long rows one below the other.',
    source,
    synonyms: ['append', 'join', 'concaténer'],
    operands: { numbered: 'x' },
    attributes: {},
    shape(shapes) {
      const matrices = shapes.filter((shape) => shape.length === 2);
      if (matrices.length === 0) return [shapes.reduce((total, shape) => total + sizeOf(shape), 0)];
      const [[, cols]] = matrices;
      const odd = shapes.findIndex((shape) => shape.length !== 2 || shape[1] !== cols);
      if (odd >= 0)
        return refuse(
          `x${odd + 1} is ${describeShape(shapes[odd])} beside a matrix with ${cols} columns: expected only vectors and scalars, or only matrices with equally long rows.`,
        );
      return [shapes.reduce((total, shape) => total + shape[0], 0), cols];
    },
    value: join,
    differential: (operands, y) => joined(operands, y.data.length),
    curvature: 'none',
    tex: (names) => `[${names.join(';\\, ')}]`,
    jacobianTex: (names) => blockTex(names.length),
    examples: [
      {
        operands: [
          [1.5, -2, 0.3],
          [4, 0.1],
        ],
      },
      { operands: [[1.5], 7, [4, 0.1]] },
      {
        operands: [
          [[1, 2]],
          [
            [3, 4],
            [5, 6],
          ],
        ],
      },
    ],
  },
];
