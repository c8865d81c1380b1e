/**
 * What one node may say, given its operator: its operands, its settings, and the keys that belong to leaves, formulas and functions alone.
 */
import { isLeaf, isOperand, LEAVES, type Operator, operators } from '#engine';
import { COMPOSITES, ID_PATTERN, isComposite } from './graph';
import { didYouMean, type PathProblem } from './problem';
import type { RawNode } from './schema';

/** A function, or as much of one as can be judged. */
export interface JudgedFunction {
  readonly inputs: readonly string[];
  readonly nodes: readonly RawNode[];
  /** Absent when its form is wrong, which is told elsewhere. */
  readonly output?: string;
}

export interface JudgedGraph {
  readonly nodes: readonly RawNode[];
  readonly target: string | null;
  /** By name; undefined when nothing of it can be judged. */
  readonly functions: ReadonlyMap<string, JudgedFunction | undefined>;
}

/** Where wires may lead: the nodes of the graph, or those of one function and its inputs. */
export interface Scope {
  readonly nodes: readonly RawNode[];
  /** The ids of the nodes and the names of the inputs, with where each stands first. */
  readonly places: ReadonlyMap<string, number>;
  readonly inputs: ReadonlyMap<string, number>;
  has(id: string): boolean;
  /** Why a wire from `id` is refused, when there is no such thing. */
  missing(id: string): string;
}

export function* nodeProblems(
  node: RawNode,
  scope: Scope,
  functions: JudgedGraph['functions'],
): Generator<PathProblem> {
  const { op } = node;
  const operator = operators.get(op);
  if (isLeaf(op)) yield* leafProblems(node);
  else if (isComposite(op)) yield* compositeProblems(node, scope, functions);
  else if (operator) yield* operatorProblems(node, operator, scope);
  else {
    const names = [...LEAVES, ...COMPOSITES, ...operators.keys()];
    yield { path: ['op'], message: `unknown operator "${op}".${didYouMean(op, names)}` };
    return;
  }
  if (node.value !== undefined && !isLeaf(op))
    yield {
      path: ['value'],
      message: `a value belongs to a variable, parameter or constant: ${op} computes its own.`,
    };
  if (node.expression !== undefined && op !== 'expression')
    yield { path: ['expression'], message: `a formula belongs to an expression: ${op} has none.` };
  if (node.function !== undefined && op !== 'function')
    yield {
      path: ['function'],
      message: `the name of a function belongs to the operator function: ${op} has none.`,
    };
}

function* operatorProblems(node: RawNode, operator: Operator, scope: Scope): Generator<PathProblem> {
  const { operands } = operator;
  const names = 'numbered' in operands ? ['x1', 'x2'] : operands;
  const expected = 'numbered' in operands ? 'x1, x2, …' : names.join(', ');
  yield* inputProblems(node, scope, (operand) =>
    isOperand(operands, operand)
      ? undefined
      : `${node.op} has no operand "${operand}": expected ${expected}.${didYouMean(operand, names)}`,
  );
  const settings = Object.keys(operator.attributes);
  for (const name of Object.keys(node.attributes ?? {}))
    if (!settings.includes(name))
      yield {
        path: ['attributes', name],
        message: `${node.op} has no setting "${name}": expected ${settings.join(', ') || 'none'}.${didYouMean(name, settings)}`,
      };
}

/** Operands that `refusal` knows a reason against, and wires that lead nowhere. */
function* inputProblems(
  { inputs = {} }: RawNode,
  scope: Scope,
  refusal: (operand: string) => string | undefined,
): Generator<PathProblem> {
  for (const [operand, source] of Object.entries(inputs)) {
    const path = ['inputs', operand];
    const message = refusal(operand);
    if (message !== undefined) yield { path, message };
    if (!scope.has(source)) yield { path, message: scope.missing(source) };
  }
}

function* leafProblems({ op, value, inputs, attributes }: RawNode): Generator<PathProblem> {
  if (value === undefined)
    yield { path: [], message: `a ${op} needs a value: expected a number, a list or rows.` };
  if (inputs !== undefined)
    yield { path: ['inputs'], message: `a ${op} has no operands: expected no inputs.` };
  for (const name of Object.keys(attributes ?? {}))
    yield { path: ['attributes', name], message: `a ${op} has no settings.` };
}

/** A formula and the name of a function that is missing are judged when the graph is compiled: both are ordinary while editing. */
function* compositeProblems(
  node: RawNode,
  scope: Scope,
  functions: JudgedGraph['functions'],
): Generator<PathProblem> {
  const { op, attributes } = node;
  if (op === 'expression' && node.expression === undefined)
    yield {
      path: [],
      message: 'an expression needs a formula: expected expression, such as "a*sin(b)".',
    };
  if (op === 'function' && node.function === undefined)
    yield {
      path: [],
      message: 'a function needs a name: expected function, the name of an entry of functions.',
    };
  const used = op === 'function' ? functions.get(node.function ?? '') : undefined;
  yield* inputProblems(node, scope, (operand) => {
    if (used && !used.inputs.includes(operand))
      return `the function ${node.function} has no operand "${operand}": expected ${used.inputs.join(', ') || 'none'}.${didYouMean(operand, used.inputs)}`;
    return ID_PATTERN.test(operand)
      ? undefined
      : `"${operand}" is no name of an operand: expected a letter, then up to 63 letters, digits or underscores.`;
  });
  for (const name of Object.keys(attributes ?? {}))
    yield {
      path: ['attributes', name],
      message: `${op === 'expression' ? 'an' : 'a'} ${op} has no settings.`,
    };
}
