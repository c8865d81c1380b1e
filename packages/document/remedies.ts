/**
 * What would make a refused wire fit: one function put in between that turns the value into the shape that is asked for, from the value alone or
 * from several like it.
 */
import {
  type Attributes,
  ENTRY_LIMIT,
  isRefusal,
  operators,
  type Program,
  readAttributes,
  type Shape,
  sameShape,
  sizeOf,
} from '#engine';
import { addNode, type Command, connect, freshId, setAttribute, together } from './commands';
import type { GraphDocument, GraphNode } from './graph';
import { withDownstream } from './walks';
import { connectionProblem, isTaken, shapeProblem } from './wiring';

export interface Remedy {
  readonly op: string;
  readonly attributes: Attributes;
  /** What is wired to it, in the order of its operands: the node that was refused, and those that it is stacked with. */
  readonly sources: readonly string[];
}

/** At most so many are offered: a choice, not a list. */
const MOST = 3;

/** Ways to make `from` fit an operand that refuses its shape; none when the shape is not the reason. */
export function remediesFor(
  document: GraphDocument,
  program: Program,
  from: string,
  to: string,
  operand: string,
): readonly Remedy[] {
  const node = document.nodes.get(to);
  const shape = program.node(from)?.tensor?.shape;
  if (!node || !shape) return [];
  const problem = shapeProblem(node, program, operand, shape);
  // A circle stays a circle whatever is put into it.
  if (problem === undefined || connectionProblem(document, program, from, to, operand) !== problem) return [];
  const beside = Object.entries(node.inputs ?? {}).flatMap(([name, source]) =>
    name === operand ? [] : [program.node(source)?.tensor?.shape ?? []],
  );
  const found: Remedy[] = [];
  for (const remedy of [
    ...gentle(from),
    ...broadcasts(from, shape, beside),
    ...stacks(document, program, from, shape, node, operand, beside),
    ...lossy(from, shape),
  ]) {
    const made = shapeAfter(remedy, shape);
    const offered = found.some(({ op }) => op === remedy.op);
    if (made && !offered && found.length < MOST && isTaken(node, program, operand, made)) found.push(remedy);
  }
  return found;
}

const alone = (from: string, op: string, attributes: Attributes = {}): Remedy => ({
  op,
  attributes,
  sources: [from],
});

/** Every entry is kept, once. */
const gentle = (from: string) => [alone(from, 'transpose'), alone(from, 'flatten')];

/** The value repeated until it is as large as what is wired beside it: of the same shape, or as long as one of its sides. */
function broadcasts(from: string, shape: Shape, beside: readonly Shape[]): Remedy[] {
  const sides = beside.flat();
  const [length] = shape;
  const shapes = length === undefined ? sides.map((n) => [n]) : sides.map((n) => [n, length]);
  return [...beside.filter(({ length: rank }) => rank > 0), ...shapes, ...sides.map((n) => [n, n])].map(
    (wanted) => alone(from, 'broadcast', { shape: [...wanted] }),
  );
}

/** Beyond this, stacking is work for somebody who chooses. */
const MOST_STACKED = 8;

/**
 * Numbers to a vector, vectors to the rows of a matrix: what the operand holds already and then the nearest of the same shape, as many as a side
 * of what is wired beside it (or as their own length) has entries, or two. They are stacked as they stand on the canvas, downwards.
 */
function stacks(
  document: GraphDocument,
  program: Program,
  from: string,
  shape: Shape,
  { id: to, inputs = {} }: GraphNode,
  operand: string,
  beside: readonly Shape[],
): Remedy[] {
  if (shape.length > 1) return [];
  // What depends on the node cannot lead to it.
  const after = withDownstream(document, [to]);
  const place = (id: string) => document.nodes.get(id)?.position ?? [0, 0];
  const [x, y] = place(from);
  const distance = (id: string) =>
    id === inputs[operand] ? -1 : Math.hypot(place(id)[0] - x, place(id)[1] - y);
  const others = [...document.nodes.keys()]
    .filter((id) => id !== from && !after.has(id))
    .filter((id) => sameShape(program.node(id)?.tensor?.shape ?? [Number.NaN], shape))
    .toSorted((a, b) => distance(a) - distance(b));
  return [...beside.flat(), ...shape, 2]
    .filter((count) => count > 1 && count <= Math.min(MOST_STACKED, others.length + 1))
    .map((count) => ({
      op: 'stack',
      attributes: {},
      sources: [from, ...others.slice(0, count - 1)].toSorted(
        (a, b) => place(a)[1] - place(b)[1] || place(a)[0] - place(b)[0],
      ),
    }));
}

/** Functions that keep a part of a value, the gentlest first. */
const lossy = (from: string, shape: Shape): Remedy[] => [
  ...(shape.length === 1 ? [alone(from, 'index', { index: 1 })] : []),
  ...(shape.length === 2 ? ['row', 'column'].map((op) => alone(from, op, { index: 1 })) : []),
  ...['sum', 'mean', 'norm'].map((op) => alone(from, op)),
];

/** The shape that the function makes of its sources, all of one shape; undefined if it refuses. */
function shapeAfter({ op, attributes, sources }: Remedy, shape: Shape): Shape | undefined {
  const operator = operators.get(op);
  if (!operator) return undefined;
  const read = readAttributes(operator, attributes);
  if ('code' in read) return undefined;
  const made = operator.shape(
    sources.map(() => shape),
    read.attributes,
  );
  return isRefusal(made) || sizeOf(made) > ENTRY_LIMIT ? undefined : made;
}

/** Puts the function between the refused node and the operand, half-way. */
export function applyRemedy(
  document: GraphDocument,
  { op, attributes, sources }: Remedy,
  from: string,
  to: string,
  operand: string,
): Command {
  const id = freshId(document, op);
  const [[ax, ay], [bx, by]] = [from, to].map((end) => document.nodes.get(end)?.position ?? [0, 0]);
  const { operands } = operators.get(op)!;
  const taking = (k: number) => ('numbered' in operands ? `${operands.numbered}${k + 1}` : operands[k]);
  return together(`Connect ${from} to ${to}.${operand} through ${op}`, [
    addNode(id, op, [Math.round((ax + bx) / 20) * 10, Math.round((ay + by) / 20) * 10]),
    ...Object.entries(attributes).map(([name, value]) => setAttribute(id, name, value)),
    ...sources.map((source, k) => connect(source, id, taking(k))),
    connect(id, to, operand),
  ]);
}
