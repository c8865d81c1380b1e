/**
 * What would make a refused wire fit: one function put in between that turns the value into the shape that is asked for.
 */
import { type Attributes, isRefusal, operators, type Program, readAttributes, type Shape } from '#engine';
import { addNode, type Command, connect, freshId, setAttribute, together } from './commands';
import type { GraphDocument } from './graph';
import { connectionProblem, shapeProblem } from './wiring';

export interface Remedy {
  readonly op: string;
  readonly attributes: Attributes;
  /** The shape that it makes. */
  readonly shape: Shape;
}

/** Functions with settings that keep as much of a value as they can, the gentlest first. */
const candidates = (shape: Shape, wanted: readonly Shape[]): readonly (readonly [string, Attributes])[] => [
  ['transpose', {}],
  ['flatten', {}],
  ...wanted.flatMap((target): [string, Attributes][] =>
    target.length > 0 ? [['broadcast', { shape: [...target] }]] : [],
  ),
  ...(shape.length === 1 ? ([['index', { index: 1 }]] as const) : []),
  ...(shape.length === 2
    ? ([
        ['row', { index: 1 }],
        ['column', { index: 1 }],
      ] as const)
    : []),
  ['sum', {}],
  ['mean', {}],
  ['norm', {}],
];

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
  const others = Object.entries(node.inputs ?? {}).flatMap(([name, source]) =>
    name === operand ? [] : [program.node(source)?.tensor?.shape ?? []],
  );
  const found: Remedy[] = [];
  for (const [op, attributes] of candidates(shape, others)) {
    const made = shapeAfter(op, attributes, shape);
    if (made && found.length < MOST && shapeProblem(node, program, operand, made) === undefined)
      found.push({ op, attributes, shape: made });
  }
  return found;
}

/** The shape that an operator with one operand makes; undefined if it refuses. */
function shapeAfter(op: string, attributes: Attributes, shape: Shape): Shape | undefined {
  const operator = operators.get(op);
  if (!operator) return undefined;
  const read = readAttributes(operator, attributes);
  if ('code' in read) return undefined;
  const made = operator.shape([shape], read.attributes);
  return isRefusal(made) ? undefined : made;
}

/** Puts the function between the two, half-way. */
export function applyRemedy(
  document: GraphDocument,
  { op, attributes }: Remedy,
  from: string,
  to: string,
  operand: string,
): Command {
  const id = freshId(document, op);
  const [[ax, ay], [bx, by]] = [from, to].map((end) => document.nodes.get(end)?.position ?? [0, 0]);
  const operator = operators.get(op)!;
  const [taking] = Array.isArray(operator.operands) ? operator.operands : ['x1'];
  return together(`Connect ${from} to ${to}.${operand} through ${op}`, [
    addNode(id, op, [Math.round((ax + bx) / 20) * 10, Math.round((ay + by) / 20) * 10]),
    ...Object.entries(attributes).map(([name, value]) => setAttribute(id, name, value)),
    connect(from, id, taking),
    connect(id, to, operand),
  ]);
}
