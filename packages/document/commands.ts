/**
 * Everything that can be done to a document, as labelled edits of a draft. A command either changes something or leaves the draft alone.
 */
import { castDraft, type Draft, original } from 'immer';
import { type Attributes, isLeaf, type NestedValue, operators } from '#engine';
import { renameInFrames } from './frames';
import { type GraphDocument, type GraphNode, ID_PATTERN, type Position, rankIn } from './graph';

export interface Command {
  /** What undo and the history call it: "Connect x to y.A". */
  readonly label: string;
  apply(draft: Draft<GraphDocument>): void;
}

/** A command, and the nodes it leaves to be selected. */
export interface Addition extends Command {
  readonly ids: readonly string[];
}

/** Several commands as one. */
export const together = (label: string, commands: readonly Command[]): Command => ({
  label,
  apply(draft) {
    for (const command of commands) command.apply(draft);
  },
});

type DraftDocument = Draft<GraphDocument>;
type DraftNode = Draft<GraphNode>;

/** Names of new leaves, as a teacher would write them on the board; what is computed is called y. */
const BASE_NAMES = new Map([
  ['variable', 'x'],
  ['parameter', 'w'],
  ['constant', 'c'],
]);

/** An id that no node has: `x`, then `x1`, `x2`, … */
export function freshId(document: { readonly nodes: { has(id: string): boolean } }, op: string): string {
  const base = BASE_NAMES.get(op) ?? 'y';
  return freshLike(base, document.nodes);
}

/** The name itself where it is free, else the next one like it: after `x` comes `x1`, after `W1` comes `W2`. */
export function freshLike(name: string, taken: { has(name: string): boolean }): string {
  const [, base, digits] = /^(.*?)(\d*)$/.exec(name)!;
  let fresh = name;
  for (let i = Number(digits) + 1; taken.has(fresh); i++)
    fresh = `${base.slice(0, 64 - String(i).length)}${i}`;
  return fresh;
}

/** The rank by which a new node stands last in the file. */
export function nextRank(draft: DraftDocument): number {
  const { asRead = [] } = original(draft)!;
  return [...draft.nodes.values()].reduce((next, { rank = 0 }) => Math.max(next, rank + 1), asRead.length);
}

/** Nodes that come after all others of the file. */
export function addNodes(draft: DraftDocument, nodes: readonly GraphNode[]): void {
  let rank = nextRank(draft);
  for (const node of nodes) draft.nodes.set(node.id, castDraft({ ...node, rank: rank++ }));
}

/** The settings an operator starts with, if any. */
export function initialAttributes(op: string): Attributes | undefined {
  const initial = Object.entries(operators.get(op)?.attributes ?? {})
    .map(([name, spec]) => [name, spec.initial] as const)
    .filter(([, value]) => value !== undefined);
  return initial.length > 0 ? Object.fromEntries(initial) : undefined;
}

/** A new node as the palette makes it: a leaf holds 1, an operator has the settings it starts with. */
export function addNode(id: string, op: string, position: Position): Command {
  return {
    label: `Add ${id}`,
    apply(draft) {
      const attributes = initialAttributes(op);
      const value = isLeaf(op) && { value: 1 };
      addNodes(draft, [{ id, op, ...value, ...(attributes && { attributes }), position }]);
    },
  };
}

/** Removes nodes with every wire that touches them, and single wires. */
export function remove(
  ids: readonly string[],
  wires: readonly { readonly to: string; readonly operand: string }[],
): Command {
  const gone = new Set(ids);
  return {
    label: removalLabel(ids, wires),
    apply(draft) {
      for (const id of gone) draft.nodes.delete(id);
      if (draft.target !== null && gone.has(draft.target)) draft.target = null;
      for (const node of draft.nodes.values())
        for (const [operand, source] of Object.entries(node.inputs ?? {}))
          if (gone.has(source)) unwire(node, operand);
      for (const { to, operand } of wires) {
        const node = draft.nodes.get(to);
        if (node) unwire(node, operand);
      }
    },
  };
}

function removalLabel(
  ids: readonly string[],
  wires: readonly { readonly to: string; readonly operand: string }[],
) {
  if (ids.length > 1) return `Delete ${ids.length} nodes`;
  if (ids.length === 1) return `Delete ${ids[0]}`;
  return wires.length === 1
    ? `Cut the wire to ${wires[0].to}.${wires[0].operand}`
    : `Cut ${wires.length} wires`;
}

function unwire(node: DraftNode, operand: string): void {
  if (!node.inputs || !Object.hasOwn(node.inputs, operand)) return;
  const { [operand]: _, ...others } = node.inputs;
  if (Object.keys(others).length > 0) node.inputs = others;
  else delete node.inputs;
}

/** Wires a node to an operand; an operand has one wire, so an older one gives way. `replacing` is the end a wire was taken from. */
export function connect(
  from: string,
  to: string,
  operand: string,
  replacing?: { readonly to: string; readonly operand: string },
): Command {
  return {
    label: `Connect ${from} to ${to}.${operand}`,
    apply(draft) {
      const old = replacing && draft.nodes.get(replacing.to);
      if (old) unwire(old, replacing.operand);
      const node = draft.nodes.get(to);
      if (node) node.inputs = { ...node.inputs, [operand]: from };
    },
  };
}

export function setValue(id: string, value: NestedValue): Command {
  return {
    label: `Change ${id}`,
    apply(draft) {
      const node = draft.nodes.get(id);
      if (node) node.value = value as Draft<NestedValue>;
    },
  };
}

/** Gives several leaves other values at once. */
export function setValues(values: ReadonlyMap<string, NestedValue>): Command {
  return {
    label: 'Take other numbers',
    apply(draft) {
      for (const [id, value] of values) {
        const node = draft.nodes.get(id);
        if (node) node.value = value as Draft<NestedValue>;
      }
    },
  };
}

/** Changes a setting; undefined takes it back to its default. */
export function setAttribute(id: string, name: string, value: unknown): Command {
  return {
    label: `Set ${name} of ${id}`,
    apply(draft) {
      const node = draft.nodes.get(id);
      if (!node) return;
      const { [name]: _, ...others } = node.attributes ?? {};
      const attributes = value === undefined ? others : { ...others, [name]: value };
      if (Object.keys(attributes).length > 0) node.attributes = attributes;
      else delete node.attributes;
    },
  };
}

/** Makes a variable a parameter or a constant, or back. */
export function setLeaf(id: string, op: string): Command {
  return {
    label: `Make ${id} a ${op}`,
    apply(draft) {
      const node = draft.nodes.get(id);
      if (node) node.op = op;
    },
  };
}

export function setTarget(id: string | null): Command {
  return {
    label: id === null ? 'Choose no target' : `Differentiate ${id}`,
    apply(draft) {
      draft.target = id;
    },
  };
}

export function setPositions(positions: ReadonlyMap<string, Position>): Command {
  const [first] = positions.keys();
  return {
    label: positions.size === 1 ? `Move ${first}` : `Move ${positions.size} nodes`,
    apply(draft) {
      for (const [id, position] of positions) {
        const node = draft.nodes.get(id);
        if (node) node.position = [...position];
      }
    },
  };
}

/** Why `id` cannot be the new name of a node. */
export function renameProblem(document: GraphDocument, from: string, id: string): string | undefined {
  if (!ID_PATTERN.test(id))
    return `"${id}" is no name: expected a letter, then up to 63 letters, digits or underscores.`;
  if (id !== from && document.nodes.has(id)) return `Another node is called ${id}: expected a new name.`;
  return undefined;
}

/** Renames a node with every wire that leaves it. See {@link renameProblem}. */
export function rename(from: string, id: string): Command {
  return {
    label: `Rename ${from} to ${id}`,
    apply(draft) {
      const node = draft.nodes.get(from);
      if (!node || from === id) return;
      draft.nodes.delete(from);
      node.rank = rankIn(original(draft)!)(original(node)!);
      node.id = id;
      draft.nodes.set(id, node);
      if (draft.target === from) draft.target = id;
      renameInFrames(draft, from, id);
      for (const user of draft.nodes.values())
        if (user.inputs)
          for (const [operand, source] of Object.entries(user.inputs))
            if (source === from) user.inputs = { ...user.inputs, [operand]: id };
    },
  };
}

/** Changes what a person writes about a node; an empty text takes it away. */
export function setNodeText(id: string, kind: 'label' | 'note', text: string): Command {
  return {
    label: kind === 'label' ? `Draw ${id} otherwise` : `Note on ${id}`,
    apply(draft) {
      const node = draft.nodes.get(id);
      if (!node) return;
      if (text === '') delete node[kind];
      else node[kind] = text;
    },
  };
}

export function setTitle(title: string): Command {
  return {
    label: 'Change the title',
    apply(draft) {
      draft.title = title;
    },
  };
}
