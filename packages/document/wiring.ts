/**
 * Whether a wire may be drawn, and why not: told while the pointer is still dragging.
 */
import {
  isLeaf,
  isOperand,
  isRefusal,
  operandNames,
  operators,
  type Program,
  type Refusal,
  readAttributes,
  type Shape,
} from '#engine';
import { type GraphDocument, type GraphNode, ID_PATTERN, isComposite } from './graph';

/** The reason why `from` cannot be wired to this operand, or nothing. A wire that is already there gives way to the new one. */
export function connectionProblem(
  document: GraphDocument,
  program: Program,
  from: string,
  to: string,
  operand: string,
): string | undefined {
  const node = document.nodes.get(to);
  if (!node || !document.nodes.has(from)) return 'There is no such node any more.';
  if (isLeaf(node.op)) return `${to} is a ${node.op}: it has no operands.`;
  if (!hasOperand(document, node, operand)) return `${node.function ?? node.op} has no operand ${operand}.`;
  if (from === to) return `${to} cannot be its own operand: the wires would go round in a circle.`;
  if (dependsOn(document, from, to))
    return `${from} already depends on ${to}: the wires would go round in a circle.`;
  const shape = program.node(from)?.tensor?.shape;
  return shape && shapeProblem(node, program, operand, shape);
}

function hasOperand(
  { functions }: GraphDocument,
  { op, function: used }: GraphNode,
  operand: string,
): boolean {
  const operator = operators.get(op);
  if (operator) return isOperand(operator.operands, operand);
  const inputs = functions.get(used ?? '')?.inputs;
  return isComposite(op) && (inputs ? inputs.includes(operand) : ID_PATTERN.test(operand));
}

/** Whether `id` is computed, directly or not, from `source`. */
function dependsOn(document: GraphDocument, id: string, source: string): boolean {
  const seen = new Set([id]);
  for (const at of seen) {
    if (at === source) return true;
    for (const next of Object.values(document.nodes.get(at)?.inputs ?? {})) seen.add(next);
  }
  return false;
}

/** Why an operand does not take a value of this shape beside what is wired to the others. */
export function shapeProblem(
  node: GraphNode,
  program: Program,
  operand: string,
  shape: Shape,
): string | undefined {
  const outcome = outcomeWith(node, program, operand, shape);
  return outcome && isRefusal(outcome) && outcome.code === 'shape' ? outcome.message : undefined;
}

/** Whether a node whose other operands are wired can be computed from a value of this shape: neither shapes nor settings are in the way. */
export function isTaken(node: GraphNode, program: Program, operand: string, shape: Shape): boolean {
  const outcome = outcomeWith(node, program, operand, shape);
  return outcome !== undefined && !isRefusal(outcome);
}

/** The shape of the node, or why it has none; undefined while an operand or a setting is missing, for then nothing can be said of the others. */
function outcomeWith(
  node: GraphNode,
  program: Program,
  operand: string,
  shape: Shape,
): Shape | Refusal | undefined {
  const operator = operators.get(node.op);
  // What a formula or a function makes of its operands is said when it is compiled.
  if (!operator) return undefined;
  const { inputs = {} } = node;
  const shapes: Shape[] = [];
  for (const name of operandNames(operator.operands, [...Object.keys(inputs), operand])) {
    const known =
      name === operand ? shape : Object.hasOwn(inputs, name) && program.node(inputs[name])?.tensor?.shape;
    if (!known) return undefined;
    shapes.push(known);
  }
  const read = readAttributes(operator, node.attributes);
  return 'code' in read ? undefined : operator.shape(shapes, read.attributes);
}
