/**
 * What fits where: operators that take a value of some shape, and shapes that an operand takes.
 */
import {
  type Attributes,
  isLeaf,
  isRefusal,
  type Operator,
  operandNames,
  operators,
  type Program,
  readAttributes,
  type Shape,
} from '#engine';
import { initialAttributes } from './commands';
import type { GraphDocument } from './graph';

/** Shapes that operators ask for beside an operand of this shape: matrices beside a vector, rows beside a matrix. */
function shapesBeside(shape: Shape): Shape[] {
  const [rows, cols] = shape;
  if (rows === undefined) return [[], [2], [2, 2]];
  const sizes = cols === undefined ? [rows] : [rows, cols];
  return [shape, [], ...sizes.flatMap((n): Shape[] => [[n], [n, n], [2, n], [n, 2]])];
}

/**
 * The first operand of an operator that takes a value of this shape, whatever its other operands will be; undefined if none does, or if the
 * operator begins with settings that are refused.
 */
export function operandFor(op: string, shape: Shape): string | undefined {
  const operator = operators.get(op);
  if (!operator) return undefined;
  const names = operandNames(operator.operands, []);
  return names.find((_, k) => fits(operator, names.length, new Map([[k, shape]])));
}

/** Whether operands of these shapes are taken, with some shapes of the others. */
function fits(operator: Operator, count: number, known: ReadonlyMap<number, Shape>): boolean {
  return completion(operator, count, known, undefined) !== undefined;
}

/** Shapes of all operands that are taken: the known ones, and for the others those that the candidates offer. */
function completion(
  operator: Operator,
  count: number,
  known: ReadonlyMap<number, Shape>,
  given: Attributes | undefined,
): readonly Shape[] | undefined {
  const read = readAttributes(operator, given ?? initialAttributes(operator.name));
  if ('code' in read) return undefined;
  const candidates = [...known.values()].flatMap(shapesBeside);
  const unknown = Array.from({ length: count }, (_, k) => k).filter((k) => !known.has(k));
  const choices = Math.min(candidates.length ** unknown.length, MOST_CHOICES);
  for (let choice = 0; choice < choices; choice++) {
    const shapes = [...Array(count).keys()].map((k) => known.get(k) ?? []);
    for (let i = 0, rest = choice; i < unknown.length; i++, rest = Math.floor(rest / candidates.length))
      shapes[unknown[i]] = candidates[rest % candidates.length];
    if (!isRefusal(operator.shape(shapes, read.attributes))) return shapes;
  }
  return undefined;
}

const MOST_CHOICES = 4096;

/** A shape that an operand of a node takes, beside what is wired to the others; a number where nothing is known of it. */
export function shapeFor(document: GraphDocument, program: Program, to: string, operand: string): Shape {
  const node = document.nodes.get(to);
  const operator = operators.get(node?.op ?? '');
  if (!node || !operator || isLeaf(node.op)) return [];
  const wired = { ...node.inputs, [operand]: '' };
  const names = operandNames(operator.operands, Object.keys(wired));
  const known = new Map<number, Shape>();
  for (const [k, name] of names.entries()) {
    const from = name === operand ? undefined : node.inputs?.[name];
    const shape = from === undefined ? undefined : program.node(from)?.tensor?.shape;
    if (shape) known.set(k, shape);
  }
  if (known.size === 0) known.set(names.indexOf(operand), []);
  const at = names.indexOf(operand);
  return completion(operator, names.length, known, node.attributes)?.[at] ?? [];
}
