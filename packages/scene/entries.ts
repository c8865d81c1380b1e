/**
 * One entry of a local Jacobian in symbols: ∂q₁/∂x₂ = W₁₂.
 */
import type { GraphDocument } from '#document';
import { type ProgramEdge, type ProgramNode, type Shape, sizeOf } from '#engine';
import { componentTex } from './components';
import { named } from './labels';

/** What an entry is made of: row i of the result, column j of operand `which`, all counted from 0. */
interface Entry {
  readonly i: number;
  readonly j: number;
  readonly which: number;
  readonly shapes: readonly Shape[];
  readonly attributes: Readonly<Record<string, unknown>>;
  /** TeX of a component of an operand, and of the result. */
  of(operand: number, k: number): string;
  result(k: number): string;
}

/**
 * TeX of ∂y_i/∂x_j for the operators that work entry by entry, the common ones of linear algebra and softmax; "0" where y_i does not depend on
 * x_j whatever the numbers are. Undefined where nothing more is known than the number.
 */
export function entryTex(
  document: GraphDocument,
  edge: ProgramEdge,
  row: number,
  col: number,
): string | undefined {
  const { to } = edge;
  const { op, operator, operands, attributes } = to;
  const shapes = operands.map(({ shape }) => shape);
  const name = ({ id }: ProgramNode, shape: Shape, k: number) =>
    `{${componentTex(named(document, id), shape, k)}}`;
  const entry: Entry = {
    i: row,
    j: col,
    which: to.incoming.indexOf(edge),
    shapes,
    attributes,
    of: (operand, k) => name(to.incoming[operand].from, shapes[operand], k),
    result: (k) => name(to, to.tensor!.shape, k),
  };
  if (Object.hasOwn(ENTRIES, op)) return ENTRIES[op](entry);
  if (!operator?.scalar || NEED_MORE.has(op)) return undefined;
  // Entry by entry, the operator does to components what it does to numbers.
  const at = (operand: number) => row % Math.max(1, sizeOf(shapes[operand]));
  if (at(entry.which) !== col) return '0';
  const components = shapes.map((_, operand) => entry.of(operand, at(operand)));
  return operator.jacobianTex(
    components,
    attributes,
    shapes.map(() => []),
  )[entry.which];
}

/** What their derivative is written with is explained beside it, and is no formula alone. */
const NEED_MORE: ReadonlySet<string> = new Set(['mish', 'gelu_tanh']);

function matvec({ i, j, which, shapes: [[, n]], of }: Entry): string {
  if (which === 1) return of(0, i * n + j);
  return Math.floor(j / n) === i ? of(1, j % n) : '0';
}

const ENTRIES: Readonly<Record<string, (entry: Entry) => string | undefined>> = {
  dot: ({ j, which, of }) => of(1 - which, j),
  matvec,
  linear(entry) {
    const {
      i,
      j,
      which,
      shapes: [, x],
    } = entry;
    // A matrix of samples has its own order of entries.
    if (x.length !== 1) return undefined;
    return which === 2 ? (i === j ? '1' : '0') : matvec(entry);
  },
  matmul({ i, j, which, shapes: [[, n], [, p]], of }) {
    const [row, col] = [Math.floor(i / p), i % p];
    if (which === 0) return Math.floor(j / n) === row ? of(1, (j % n) * p + col) : '0';
    return j % p === col ? of(0, row * n + Math.floor(j / p)) : '0';
  },
  outer({ i, j, which, shapes: [, [n]], of }) {
    const [row, col] = [Math.floor(i / n), i % n];
    if (which === 0) return j === row ? of(1, col) : '0';
    return j === col ? of(0, row) : '0';
  },
  sum: ({ attributes }) => (attributes.axis === undefined ? '1' : undefined),
  mean: ({ attributes, shapes: [x] }) =>
    attributes.axis === undefined ? `\\frac{1}{${sizeOf(x)}}` : undefined,
  squared_norm: ({ j, attributes, of }) => (attributes.axis === undefined ? `2\\,${of(0, j)}` : undefined),
  norm: ({ j, attributes, of, result }) =>
    attributes.ord === 2 && attributes.axis === undefined ? `\\frac{${of(0, j)}}{${result(0)}}` : undefined,
  softmax({ i, j, attributes: { temperature }, shapes: [x], result }) {
    if (x.length !== 1 || temperature !== 1) return undefined;
    return i === j ? `${result(i)}\\,(1 - ${result(i)})` : `-${result(i)}\\,${result(j)}`;
  },
  log_softmax({ i, j, shapes: [x], result }) {
    if (x.length !== 1) return undefined;
    return i === j ? `1 - e^{${result(j)}}` : `-e^{${result(j)}}`;
  },
};
