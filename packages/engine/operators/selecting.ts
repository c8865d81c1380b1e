/**
 * Operators that take some of the entries of their operand: every row of the Jacobian is a unit vector.
 */
import { indexSetting, indicesSetting } from '../attributes';
import { selection } from '../jacobian/simple';
import {
  type AttributeSpec,
  type Attributes,
  badAttribute,
  type Operator,
  type Refusal,
  refuse,
} from '../operator';
import { describeShape, formatCount, type Shape } from '../shape';

const family = 'structure' as const;
const source = 'Python array API standard, indexing and manipulation functions';

interface SelectingRule
  extends Pick<Operator, 'name' | 'title' | 'symbol' | 'help' | 'synonyms' | 'examples'> {
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
  /** What the operand has to be. */
  readonly takes: 'a vector' | 'a matrix';
  /** The shape of the result, or the sentence that refuses the settings. */
  shape(x: Shape, settings: Attributes): Shape | Refusal;
  /** Which entry of x (from 0, by rows) stands in entry i of the result. */
  from(i: number, x: Shape, settings: Attributes): number;
  tex(x: string, settings: Attributes): string;
  jacobianTex(settings: Attributes): string;
}

function selecting({ takes, from, ...rule }: SelectingRule): Operator {
  const rank = takes === 'a vector' ? 1 : 2;
  return {
    ...rule,
    family,
    source,
    operands: ['x'],
    shape: ([x], settings) =>
      x.length === rank
        ? rule.shape(x, settings)
        : refuse(`x is ${describeShape(x)}: ${rule.name} takes ${takes}.`),
    value(y, [x], settings) {
      for (let i = 0; i < y.data.length; i++) y.data[i] = x.data[from(i, x.shape, settings)];
    },
    differential: ([x], y, settings) => [
      selection(
        Int32Array.from(y.data, (_, i) => from(i, x.shape, settings)),
        x.data.length,
      ),
    ],
    curvature: 'none',
    tex: ([x], settings) => rule.tex(x, settings),
    jacobianTex: (_, settings) => [rule.jacobianTex(settings)],
  };
}

/** The sentence that refuses a setting beyond the `count` things there are. */
function beyond(operator: string, setting: string, value: number, count: number, things: string) {
  const [thing, range] =
    count === 1 ? [things.replace(/s$/, ''), '1'] : [things, `1 to ${formatCount(count)}`];
  return badAttribute(
    `The setting ${setting} of ${operator} is ${value}, but x has ${formatCount(count)} ${thing}: expected ${range}.`,
  );
}

const unitTex = (index: unknown) => `e_{${index}}^{\\!\\top}`;

const matrix = [
  [1.5, -2, 0.3],
  [0.2, 0.9, -4],
];

export const selections: readonly Operator[] = [
  selecting({
    name: 'index',
    title: 'One component',
    symbol: 'x_i',
    help: 'The component of a vector that the setting index names, counted from 1.',
    synonyms: ['component', 'element', 'select', 'composante'],
    attributes: { index: indexSetting('which component, from 1') },
    takes: 'a vector',
    shape([n], { index }) {
      return (index as number) > n ? beyond('index', 'index', index as number, n, 'components') : [];
    },
    from: (_, __, { index }) => (index as number) - 1,
    tex: (x, { index }) => `(${x})_{${index}}`,
    jacobianTex: ({ index }) => unitTex(index),
    examples: [{ operands: [[1.5, -2, 0.3]], attributes: { index: 2 } }],
  }),
  selecting({
    name: 'slice',
    title: 'Part of a vector',
    symbol: 'x_{i \\ldots j}',
    help: 'The components from start to end, both included, counted from 1.',
    synonyms: ['range', 'sub-vector', 'tranche'],
    attributes: {
      start: indexSetting('the first component, from 1'),
      end: indexSetting('the last component, included'),
    },
    takes: 'a vector',
    shape([n], { start, end }) {
      const [first, last] = [start as number, end as number];
      if (first > n) return beyond('slice', 'start', first, n, 'components');
      if (last > n) return beyond('slice', 'end', last, n, 'components');
      if (first <= last) return [last - first + 1];
      return badAttribute(
        `The setting start of slice is ${first}, beyond its end ${last}: expected 1 ≤ start ≤ end ≤ ${formatCount(n)}.`,
      );
    },
    from: (i, _, { start }) => (start as number) - 1 + i,
    tex: (x, { start, end }) => `(${x})_{${start} \\ldots ${end}}`,
    jacobianTex: ({ start, end }) =>
      `\\begin{bmatrix}${unitTex(start)}\\\\\\vdots\\\\${unitTex(end)}\\end{bmatrix}`,
    examples: [
      { operands: [[1.5, -2, 0.3, 4]], attributes: { start: 2, end: 3 } },
      { operands: [[1.5, -2, 0.3, 4]], attributes: { start: 1, end: 4 } },
      { operands: [[1.5, -2, 0.3, 4]], attributes: { start: 4, end: 4 } },
    ],
  }),
  selecting({
    name: 'gather',
    title: 'Chosen components',
    symbol: 'x_{(i, j, \\ldots)}',
    help: 'The components that the list indices names, in its order; one named twice gets both gradients.',
    synonyms: ['take', 'pick', 'lookup', 'embedding'],
    attributes: { indices: indicesSetting('which components, from 1, in any order') },
    takes: 'a vector',
    shape([n], { indices }) {
      const list = indices as readonly number[];
      const odd = list.find((index) => index > n);
      if (odd === undefined) return [list.length];
      return badAttribute(
        `The setting indices of gather names component ${odd}, but x has ${formatCount(n)}: expected numbers from 1 to ${formatCount(n)}.`,
      );
    },
    from: (i, _, { indices }) => (indices as readonly number[])[i] - 1,
    tex: (x, { indices }) => `(${x})_{(${listTex(indices, String)})}`,
    jacobianTex: ({ indices }) =>
      `\\begin{bmatrix}${listTex(indices, unitTex, '\\\\', '\\vdots')}\\end{bmatrix}`,
    examples: [
      { operands: [[1.5, -2, 0.3]], attributes: { indices: [3, 1, 3, 3] } },
      { operands: [[1.5, -2, 0.3]], attributes: { indices: [2] } },
    ],
  }),
  selecting({
    name: 'row',
    title: 'Row of a matrix',
    symbol: 'X_{i,:}',
    help: 'The row of a matrix that the setting index names, counted from 1, as a vector.',
    synonyms: ['sample', 'ligne'],
    attributes: { index: indexSetting('which row, from 1') },
    takes: 'a matrix',
    shape([rows, cols], { index }) {
      return (index as number) > rows ? beyond('row', 'index', index as number, rows, 'rows') : [cols];
    },
    from: (j, [, cols], { index }) => ((index as number) - 1) * cols + j,
    tex: (x, { index }) => `${x}_{${index},:}`,
    jacobianTex: ({ index }) => `${unitTex(index)} \\otimes I`,
    examples: [
      { operands: [matrix], attributes: { index: 1 } },
      { operands: [matrix], attributes: { index: 2 } },
    ],
  }),
  selecting({
    name: 'column',
    title: 'Column of a matrix',
    symbol: 'X_{:,j}',
    help: 'The column of a matrix that the setting index names, counted from 1, as a vector.',
    synonyms: ['feature', 'colonne'],
    attributes: { index: indexSetting('which column, from 1') },
    takes: 'a matrix',
    shape([rows, cols], { index }) {
      return (index as number) > cols ? beyond('column', 'index', index as number, cols, 'columns') : [rows];
    },
    from: (i, [, cols], { index }) => i * cols + (index as number) - 1,
    tex: (x, { index }) => `${x}_{:,${index}}`,
    jacobianTex: ({ index }) => `I \\otimes ${unitTex(index)}`,
    examples: [
      { operands: [matrix], attributes: { index: 1 } },
      { operands: [matrix], attributes: { index: 3 } },
    ],
  }),
];

/** A list in TeX; of a long one the beginning and the end. */
function listTex(list: unknown, tex: (entry: number) => string, separator = ', ', gap = '\\ldots'): string {
  const entries = (list as readonly number[]).map(tex);
  return (entries.length > 6 ? [...entries.slice(0, 4), gap, entries.at(-1)] : entries).join(separator);
}
