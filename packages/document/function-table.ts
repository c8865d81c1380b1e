/**
 * The functions of a document: who stands for them, how they are called and what their inputs are called. They are told apart by their names,
 * so that a new name goes to everybody who says the old one.
 */
import type { Draft } from 'immer';
import { type Command, freshId, nextRank } from './commands';
import { type Functions, noFunction } from './compile';
import { type GraphDocument, type GraphFunction, type GraphNode, ID_PATTERN, type Position } from './graph';
import { type NoCommand, refused } from './no-command';

/** The nodes of the graph, then those inside of its functions, as they are there: not as often as they are used. */
export function allNodes({ nodes, functions }: Pick<GraphDocument, 'nodes' | 'functions'>): GraphNode[] {
  return [nodes, ...[...functions.values()].map((given) => given.nodes)].flatMap((some) => [
    ...some.values(),
  ]);
}

/** The nodes of a function in the order of the file. */
export const nodesIn = ({ nodes }: GraphFunction): readonly GraphNode[] =>
  [...nodes.values()].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));

/** The functions that nodes stand for, by name, in the order in which they are met. */
export function standsFor(nodes: Iterable<GraphNode>): Set<string> {
  const names = new Set<string>();
  for (const { op, function: name } of nodes) if (op === 'function' && name !== undefined) names.add(name);
  return names;
}

/** These functions and those that they use, directly or through others. */
export function reachedFrom(names: Iterable<string>, functions: Functions): Set<string> {
  const reached = new Set(names);
  for (const name of reached)
    for (const used of standsFor(functions.get(name)?.nodes.values() ?? [])) reached.add(used);
  return reached;
}

/** A name that no function has and nobody asks for: `f`, then `f1`, `f2`, … */
export function freshFunctionName(document: GraphDocument): string {
  const taken = new Set([...document.functions.keys(), ...standsFor(allNodes(document))]);
  for (let i = 0; ; i++) if (!taken.has(`f${i || ''}`)) return `f${i || ''}`;
}

/** Why no function can be called so. `from` is the name that is given up for it, if there is one. */
export function functionNameProblem(
  document: GraphDocument,
  name: string,
  from?: string,
): string | undefined {
  if (!ID_PATTERN.test(name))
    return `"${name}" is no name of a function: expected a letter, then up to 63 letters, digits or underscores.`;
  if (name === from) return undefined;
  if (document.functions.has(name)) return `Another function is called ${name}: expected a new name.`;
  // It would come to stand for something that it has not been wired for.
  const waiting = allNodes(document).find(({ op, function: used }) => op === 'function' && used === name);
  return waiting
    ? `${waiting.id} stands for a function ${name} that is missing: expected another name.`
    : undefined;
}

/** A new node that stands for a function of the document; nothing is wired to it. Its id is {@link freshId} of `function`. */
export function addFunctionNode(
  document: GraphDocument,
  name: string,
  position: Position,
): Command | NoCommand {
  if (!document.functions.has(name)) return refused(noFunction(name, document.functions));
  const id = freshId(document, 'function');
  return {
    label: `Add ${id}`,
    apply(draft) {
      draft.nodes.set(id, {
        id,
        op: 'function',
        function: name,
        position: [...position],
        rank: nextRank(draft),
      });
    },
  };
}

/** Renames a function with every node that stands for it, inside of functions too. It keeps its place in the file. */
export function renameFunction(document: GraphDocument, from: string, to: string): Command | NoCommand {
  if (!document.functions.has(from)) return refused(noFunction(from, document.functions));
  const problem = functionNameProblem(document, to, from);
  if (problem !== undefined) return refused(problem);
  return {
    label: `Rename the function ${from} to ${to}`,
    apply(draft) {
      if (from === to) return;
      for (const node of usersIn(draft, from)) node.function = to;
      draft.functions = new Map(
        [...draft.functions].map(([name, given]) => [name === from ? to : name, given]),
      );
    },
  };
}

/** Why an input cannot be called `to`. */
export function inputNameProblem(
  name: string,
  { inputs, nodes }: GraphFunction,
  from: string,
  to: string,
): string | undefined {
  if (!ID_PATTERN.test(to))
    return `"${to}" is no name of an input: expected a letter, then up to 63 letters, digits or underscores.`;
  if (to === from) return undefined;
  if (inputs.includes(to)) return `Another input of ${name} is called ${to}: expected a new name.`;
  if (nodes.has(to)) return `A node inside of ${name} is called ${to}: expected a new name for the input.`;
  return undefined;
}

/**
 * Renames an input of a function: the wires inside that lead from it, its output if the input is just passed on, and the operand of every node
 * that stands for the function. Formulas stay as they are, since they call their operands by names of their own.
 */
export function renameInput(
  document: GraphDocument,
  name: string,
  from: string,
  to: string,
): Command | NoCommand {
  const given = document.functions.get(name);
  if (!given) return refused(noFunction(name, document.functions));
  if (!given.inputs.includes(from))
    return refused(`${name} has no input ${from}: expected ${given.inputs.join(', ') || 'none'}.`);
  const problem = inputNameProblem(name, given, from, to);
  if (problem !== undefined) return refused(problem);
  return {
    label: `Rename the input ${from} of ${name} to ${to}`,
    apply(draft) {
      if (from === to) return;
      const renamed = (one: string) => (one === from ? to : one);
      const changed = draft.functions.get(name)!;
      changed.inputs = changed.inputs.map(renamed);
      changed.output = renamed(changed.output);
      for (const node of changed.nodes.values())
        changeWires(node, ([operand, source]) => [[operand, renamed(source)]]);
      for (const node of usersIn(draft, name))
        changeWires(node, ([operand, source]) => [[renamed(operand), source]]);
    },
  };
}

/** Removes the functions that no node of the graph stands for, be it through other functions. */
export function removeUnusedFunctions(document: GraphDocument): Command | NoCommand {
  const used = reachedFrom(standsFor(document.nodes.values()), document.functions);
  const unused = [...document.functions.keys()].filter((name) => !used.has(name));
  if (unused.length === 0) return refused('There is no unused function.');
  return {
    label:
      unused.length === 1 ? `Remove the function ${unused[0]}` : `Remove ${unused.length} unused functions`,
    apply(draft) {
      removeFunctions(draft, new Set(unused));
    },
  };
}

/** Takes functions away. The map is replaced as a whole: an undone deletion of an entry would stand last in it, and in the file. */
export function removeFunctions(draft: Draft<GraphDocument>, names: ReadonlySet<string>): void {
  draft.functions = new Map([...draft.functions].filter(([name]) => !names.has(name)));
}

const usersIn = (draft: Draft<GraphDocument>, name: string): Draft<GraphNode>[] =>
  (allNodes(draft) as Draft<GraphNode>[]).filter(
    ({ op, function: used }) => op === 'function' && used === name,
  );

type Wire = [operand: string, source: string];

/** Gives a node other wires for each of its wires; a node without any has no `inputs`. */
function changeWires(node: Draft<GraphNode>, change: (wire: Wire) => Wire[]): void {
  const before = Object.entries(node.inputs ?? {});
  const after = before.flatMap(change);
  if (after.length === 0) delete node.inputs;
  else if (after.some(([operand, source], i) => operand !== before[i]?.[0] || source !== before[i][1]))
    node.inputs = Object.fromEntries(after);
}
