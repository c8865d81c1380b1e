/**
 * What is on the clipboard, into the graph: nodes that were copied here or in another window, a whole file, a matrix from elsewhere, a formula.
 */
import { castDraft } from 'immer';
import type { NestedValue, Program } from '#engine';
import { type Addition, addNodes, freshLike } from '../commands';
import { addFormula } from '../commands-typed';
import {
  type GraphDocument,
  type GraphFunction,
  type GraphNode,
  nodesInOrder,
  type Position,
} from '../graph';
import type { NoCommand } from '../no-command';
import { middleOf } from '../placing';
import { EDITOR_LIMITS, readText } from '../read';
import { copyText, OUTSIDE_WIRES, type OutsideWires } from './copy';
import { valueOfText } from './matrix-text';

export interface Destination {
  /** Where the middle of what is pasted goes; undefined: beside its original. */
  readonly at?: Position;
  /** How far from its original a copy stands, where there is no `at`. */
  readonly shift?: Position;
  /** Whether wires from nodes outside of the copy are drawn again, where those nodes exist. */
  readonly keepWires?: boolean;
  /** A leaf whose value a pasted matrix replaces. */
  readonly leaf?: string;
}

/** Pastes a text of any kind that is understood; otherwise says why none of them would do. */
export function paste(
  document: GraphDocument,
  program: Program,
  text: string,
  destination: Destination,
): Addition | NoCommand {
  if (text.trim() === '') return { problem: 'There is nothing to paste: the clipboard holds no text.' };
  if (/^\s*\{\s*"/.test(text)) return pasteGraph(document, text, destination, 'Paste');
  const value = valueOfText(text);
  if (value !== undefined && !isProblem(value)) return pasteValue(document, value, destination);
  const formula = addFormula(document, program, text, destination.at ?? [0, 0]);
  if (!('problem' in formula)) return formula;
  return { problem: `This cannot be pasted. ${value?.problem ?? formula.problem}` };
}

const isProblem = (value: object | number): value is NoCommand =>
  typeof value === 'object' && 'problem' in value;

function pasteValue(
  document: GraphDocument,
  value: NestedValue,
  { at = [0, 0], leaf }: Destination,
): Addition {
  const id = leaf ?? freshLike('x', document.nodes);
  return {
    label: `Paste a value into ${id}`,
    ids: [id],
    apply(draft) {
      const given = draft.nodes.get(id);
      if (given) given.value = castDraft(value);
      else addNodes(draft, [{ id, op: 'variable', value, position: at }]);
    },
  };
}

/** Copies of nodes, wired as those are, at some distance. */
export function duplicate(document: GraphDocument, ids: readonly string[], shift: Position): Addition {
  const command = pasteGraph(document, copyText(document, ids), { keepWires: true, shift }, 'Duplicate');
  if ('problem' in command) throw new Error(command.problem);
  return command;
}

function pasteGraph(
  document: GraphDocument,
  text: string,
  destination: Destination,
  verb: 'Paste' | 'Duplicate',
): Addition | NoCommand {
  const outcome = readText(text, EDITOR_LIMITS);
  if ('problems' in outcome) {
    const [{ place, message }] = outcome.problems;
    return { problem: `The graph on the clipboard cannot be pasted. ${place}: ${message}` };
  }
  const copied = nodesInOrder(outcome.document);
  if (copied.length === 0)
    return { problem: 'There is nothing to paste: the graph on the clipboard is empty.' };
  const names = freshNames(copied, document);
  const functions = freshFunctions(outcome.document, document);
  const outside = destination.keepWires
    ? ((outcome.document.rest?.[OUTSIDE_WIRES] ?? {}) as OutsideWires)
    : {};
  const shift = shiftTo(copied, destination);
  const nodes = copied.map((node) =>
    renamed(node, names, functions.names, wiresInto(node, outside, document), shift),
  );
  return {
    label: nodes.length === 1 ? `${verb} ${nodes[0].id}` : `${verb} ${nodes.length} nodes`,
    ids: nodes.map(({ id }) => id),
    apply(draft) {
      addNodes(draft, nodes);
      for (const [name, given] of functions.added) draft.functions.set(name, castDraft(given));
    },
  };
}

/** The ids of a copy where they are free, else the next ones like them. */
function freshNames(copied: readonly GraphNode[], document: GraphDocument): ReadonlyMap<string, string> {
  const taken = new Set(document.nodes.keys());
  return new Map(
    copied.map(({ id }) => {
      const name = freshLike(id, taken);
      taken.add(name);
      return [id, name];
    }),
  );
}

/** Functions of a copy: one that the document has already is not added again, and one of the same name that differs gets another name. */
function freshFunctions({ functions }: GraphDocument, document: GraphDocument) {
  const same = (name: string, given: GraphFunction) =>
    JSON.stringify(plain(document.functions.get(name))) === JSON.stringify(plain(given));
  const taken = new Set(document.functions.keys());
  const names = new Map<string, string>();
  for (const [name, given] of functions) {
    const fresh = taken.has(name) && !same(name, given) ? freshLike(name, taken) : name;
    names.set(name, fresh);
    taken.add(fresh);
  }
  const added = [...functions].flatMap(([name, given]): [string, GraphFunction][] => {
    const fresh = names.get(name)!;
    if (document.functions.has(fresh)) return [];
    const nodes = [...given.nodes].map(([id, node]): [string, GraphNode] => [id, usingFunction(node, names)]);
    return [[fresh, { ...given, nodes: new Map(nodes) }]];
  });
  return { names, added };
}

const plain = (given: GraphFunction | undefined) => given && { ...given, nodes: [...given.nodes.values()] };

const usingFunction = (node: GraphNode, names: ReadonlyMap<string, string>): GraphNode =>
  node.function === undefined ? node : { ...node, function: names.get(node.function) ?? node.function };

/** The wires of a copied node that came from outside and can be drawn again. */
function wiresInto({ id }: GraphNode, outside: OutsideWires, { nodes }: GraphDocument) {
  return Object.entries(outside[id] ?? {}).filter(([, from]) => nodes.has(from));
}

function renamed(
  node: GraphNode,
  names: ReadonlyMap<string, string>,
  functions: ReadonlyMap<string, string>,
  wires: readonly (readonly [operand: string, from: string])[],
  [dx, dy]: Position,
): GraphNode {
  const { inputs, position, rank: _, ...rest } = usingFunction(node, functions);
  const inside = Object.entries(inputs ?? {}).map(([operand, from]) => [operand, names.get(from)!] as const);
  const all = [...inside, ...wires];
  return {
    ...rest,
    id: names.get(node.id)!,
    ...(all.length > 0 && { inputs: Object.fromEntries(all) }),
    position: [(position?.[0] ?? 0) + dx, (position?.[1] ?? 0) + dy],
  };
}

/** How far a copy stands from its original where nobody says where to. */
const ASIDE: Position = [40, 40];

function shiftTo(copied: readonly GraphNode[], { at, shift = ASIDE }: Destination): Position {
  if (!at) return shift;
  const [x, y] = middleOf(copied.map(({ position = [0, 0] }) => position));
  return [at[0] - x, at[1] - y];
}
