/**
 * A function, edited from inside: its inside as a document of its own, and the edited document as the function again. Everything that can be
 * done to a document can so be done to a function.
 */
import type { Draft } from 'immer';
import { type NestedValue, nest, type Program, shapeOfNested } from '#engine';
import { tellCircle, wayBack } from './circles';
import type { Command } from './commands';
import { type Functions, noFunction } from './compile';
import { allNodes, nodesIn, reachedFrom, standsFor } from './function-table';
import {
  documentAsRead,
  type GraphDocument,
  type GraphFunction,
  type GraphNode,
  nodesInOrder,
  type Position,
  rankIn,
} from './graph';
import { type NoCommand, refused } from './no-command';
import { placesLeftOf } from './placing';
import { writeText } from './write';

/**
 * The inside of a function as a document. Its nodes are first a `variable` for each input, in their order and called like them, then those of
 * the function; its target is the output; its functions are those of the given document, the function itself included; its title is that of the
 * function.
 *
 * A variable holds what flows in at the first node that stands for the function, entries that are not finite as 1, and 1 when nothing is known
 * to flow in. What was a variable inside already is a parameter here, since variables stand for inputs.
 */
export function documentOfFunction(
  document: GraphDocument,
  program: Program,
  name: string,
): GraphDocument | NoCommand {
  const given = document.functions.get(name);
  if (!given) return refused(noFunction(name, document.functions));
  const values = inflow(document, program, name);
  const inputs = given.inputs.map((id) => ({ id, value: values.get(id) ?? 1 }));
  const inside = nodesIn(given).map(({ rank, ...node }): GraphNode => {
    return node.op === 'variable' ? { ...node, op: 'parameter' } : node;
  });
  const placed = inside.flatMap(({ position }) => (position ? [position] : []));
  const leaves = inputs.map(({ id, value }) => ({ id, shape: shapeOfNested(value) }));
  const places: ReadonlyMap<string, Position> =
    placed.length === inside.length ? placesLeftOf(placed, leaves) : new Map();
  const variables = inputs.map(({ id, value }): GraphNode => {
    const position = places.get(id);
    return { id, op: 'variable', value, ...(position && { position }) };
  });
  // Ranks beyond a list that was read are never given again: by its rank an input is known after a renaming.
  return documentAsRead([...variables, ...inside], {
    title: given.title ?? '',
    description: '',
    functions: document.functions,
    target: given.output,
  });
}

/** The values of the operands at the first node that stands for a function, in the graph or, failing that, inside of another function. */
function inflow(document: GraphDocument, program: Program, name: string): ReadonlyMap<string, NestedValue> {
  const opened = new Set<string>();
  const levels = [{ prefix: '', inside: nodesInOrder(document) }];
  for (const { prefix, inside } of levels)
    for (const { id, op, function: used = '', inputs } of inside) {
      if (op !== 'function') continue;
      if (used === name) return valuesAt(program, prefix, inputs);
      const given = document.functions.get(used);
      if (!given || opened.has(used)) continue;
      opened.add(used);
      levels.push({ prefix: `${prefix}${id}/`, inside: nodesIn(given) });
    }
  return new Map();
}

function valuesAt(program: Program, prefix: string, inputs: GraphNode['inputs'] = {}) {
  return new Map(
    Object.entries(inputs).flatMap(([operand, source]) => {
      const tensor = program.node(prefix + source)?.tensor;
      if (!tensor) return [];
      const data = tensor.data.map((entry) => (Number.isFinite(entry) ? entry : 1));
      return [[operand, nest({ shape: tensor.shape, data })]];
    }),
  );
}

/**
 * Takes a document that {@link documentOfFunction} gave, and that was edited by commands, back into the function.
 *
 * - Its variables are the inputs, in the order of the file: a new variable is a new input. Whatever else it has goes inside; its target is the
 *   output, its title the title.
 * - An input keeps its wires where the function is used, under its new name if its variable was renamed. One whose variable was deleted, or
 *   made a parameter or a constant, loses them.
 * - Functions that were changed or added come along; one that was removed goes unless somebody still stands for it.
 * - What else the variables have (values, labels, notes, places) is not kept, nor is a description: a function has no room for it.
 *
 * Refused when there is no output, when the function would use itself, and when a node would be wired to an operand that another function has
 * lost.
 */
export function applyFunctionDocument(
  document: GraphDocument,
  name: string,
  edited: GraphDocument,
): Command | NoCommand {
  const old = document.functions.get(name);
  if (!old) return refused(noFunction(name, document.functions));
  const { target } = edited;
  if (target === null)
    return refused(
      `${name} has no output: expected a target inside. Differentiate the node that is its result.`,
    );
  const changed = functionFrom(edited, target, old);
  const operands = operandsAfter(edited, old);
  const rewired = (node: GraphNode) =>
    node.op === 'function' && node.function === name ? withOperands(node, operands) : node;
  const nodes = mapped(document.nodes, rewired);
  const functions = joined(document.functions, new Map(edited.functions).set(name, changed), nodes);
  const after = { nodes, functions: mapped(functions, (one) => withNodes(one, rewired)) };
  const problem = selfUse(name, after.functions) ?? lostOperand(after);
  if (problem !== undefined) return refused(problem);
  const unchanged = writeText({ ...document, ...after }) === writeText(document);
  return {
    label: `Change the function ${name}`,
    apply(draft) {
      if (unchanged) return;
      draft.functions = after.functions as Draft<Functions>;
      for (const [id, node] of nodes)
        if (node !== document.nodes.get(id)) draft.nodes.set(id, node as Draft<GraphNode>);
    },
  };
}

const isVariable = ({ op }: GraphNode) => op === 'variable';

function functionFrom(
  edited: GraphDocument,
  output: string,
  { title: before, ...old }: GraphFunction,
): GraphFunction {
  const { title } = edited;
  const nodes = nodesInOrder(edited);
  const inside = nodes.filter((node) => !isVariable(node));
  return {
    ...((title !== '' || before === '') && { title }),
    ...old,
    inputs: nodes.filter(isVariable).map(({ id }) => id),
    nodes: new Map(inside.map((node, rank) => [node.id, { ...node, rank }])),
    output,
  };
}

/** What the inputs are called now that are still there: by the rank of its variable, or by its name if that was deleted and added again. */
function operandsAfter(edited: GraphDocument, { inputs }: GraphFunction): ReadonlyMap<string, string> {
  const rank = rankIn(edited);
  const variables = nodesInOrder(edited).filter(isVariable);
  const added = new Set(variables.filter((one) => rank(one) >= inputs.length).map(({ id }) => id));
  const names = inputs.flatMap((input, i): [string, string][] => {
    const variable = variables.find((one) => rank(one) === i);
    if (variable) return [[input, variable.id]];
    return added.has(input) ? [[input, input]] : [];
  });
  return new Map(names);
}

function mapped<T>(items: ReadonlyMap<string, T>, change: (item: T) => T): ReadonlyMap<string, T> {
  return new Map([...items].map(([key, item]) => [key, change(item)]));
}

const withNodes = (given: GraphFunction, change: (node: GraphNode) => GraphNode): GraphFunction =>
  [...given.nodes.values()].every((node) => change(node) === node)
    ? given
    : { ...given, nodes: mapped(given.nodes, change) };

/** A node with its operands called by their new names, and without the wires of those that are gone. */
function withOperands(node: GraphNode, operands: ReadonlyMap<string, string>): GraphNode {
  const { inputs = {}, ...others } = node;
  const before = Object.entries(inputs);
  if (before.every(([operand]) => operands.get(operand) === operand)) return node;
  const after = before.flatMap(([operand, source]) => {
    const now = operands.get(operand);
    return now === undefined ? [] : [[now, source]];
  });
  return { ...others, ...(after.length > 0 && { inputs: Object.fromEntries(after) }) };
}

/** The functions of the edited document, in their old order as far as they had one, with the lost ones that somebody still stands for. */
function joined(old: Functions, edited: Functions, outside: ReadonlyMap<string, GraphNode>): Functions {
  const all = new Map([...old, ...edited]);
  const used = reachedFrom(standsFor(allNodes({ nodes: outside, functions: edited })), all);
  return new Map([...all].filter(([name]) => edited.has(name) || used.has(name)));
}

function selfUse(name: string, functions: Functions): string | undefined {
  const way = wayBack([name], (one) => standsFor(functions.get(one)?.nodes.values() ?? []));
  return (
    way &&
    `${name} would use itself: ${tellCircle(way)}. A function cannot: remove what stands for ${way[1]} inside of ${name}.`
  );
}

function lostOperand(after: Pick<GraphDocument, 'nodes' | 'functions'>): string | undefined {
  for (const { id, op, function: used = '', inputs = {} } of allNodes(after)) {
    const given = op === 'function' ? after.functions.get(used) : undefined;
    const lost = given && Object.keys(inputs).find((operand) => !given.inputs.includes(operand));
    if (lost !== undefined)
      return `${id} is wired to the operand ${lost} of ${used}, which has none of that name any more: give ${used} an input ${lost} again.`;
  }
  return undefined;
}
