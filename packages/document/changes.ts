/**
 * What is different from one document to another, thing by thing, for a person to read; and the step back to an earlier one.
 */
import { castDraft, type Draft } from 'immer';
import type { NestedValue } from '#engine';
import type { Command } from './commands';
import { type GraphDocument, type GraphNode, nodesInOrder } from './graph';

/** What of a node is neither its value nor a wire. */
const NODE_PARTS = [
  'op',
  'label',
  'note',
  'expression',
  'function',
  'attributes',
  'position',
  'rest',
] as const;
type NodePart = (typeof NODE_PARTS)[number];

/** What of a document is not a node. `order`: the same nodes stand otherwise in the file. */
const DOCUMENT_PARTS = [
  'title',
  'description',
  'target',
  'functions',
  'lesson',
  'view',
  'rest',
  'order',
] as const;
type DocumentPart = (typeof DOCUMENT_PARTS)[number];

export type Change =
  | { readonly kind: 'added' | 'removed'; readonly node: string }
  | {
      readonly kind: 'value';
      readonly node: string;
      readonly from: NestedValue | undefined;
      readonly to: NestedValue | undefined;
    }
  /** A wire into an operand: from which node it came, and from which it comes. */
  | {
      readonly kind: 'wire';
      readonly node: string;
      readonly operand: string;
      readonly from: string | undefined;
      readonly to: string | undefined;
    }
  | { readonly kind: 'part'; readonly node: string; readonly part: NodePart }
  | { readonly kind: 'document'; readonly part: DocumentPart };

/** All that is different; nothing exactly where both are written alike. */
export function changesBetween(before: GraphDocument, after: GraphDocument): Change[] {
  const [old, now] = [before.nodes, after.nodes];
  const changes: Change[] = [];
  for (const { id } of nodesInOrder(before)) if (!now.has(id)) changes.push({ kind: 'removed', node: id });
  for (const node of nodesInOrder(after)) {
    const was = old.get(node.id);
    if (was) changes.push(...nodeChanges(was, node));
    else changes.push({ kind: 'added', node: node.id });
  }
  for (const part of DOCUMENT_PARTS)
    if (part !== 'order' && !alike(before[part], after[part])) changes.push({ kind: 'document', part });
  const kept = (document: GraphDocument, others: GraphDocument) =>
    nodesInOrder(document)
      .map(({ id }) => id)
      .filter((id) => others.nodes.has(id));
  if (!alike(kept(before, after), kept(after, before))) changes.push({ kind: 'document', part: 'order' });
  return changes;
}

function* nodeChanges(before: GraphNode, after: GraphNode): Generator<Change> {
  const { id: node } = after;
  if (!alike(before.value, after.value)) yield { kind: 'value', node, from: before.value, to: after.value };
  const [old, now] = [before.inputs ?? {}, after.inputs ?? {}];
  for (const operand of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const [from, to] = [old, now].map((inputs) =>
      Object.hasOwn(inputs, operand) ? inputs[operand] : undefined,
    );
    if (from !== to) yield { kind: 'wire', node, operand, from, to };
  }
  for (const part of NODE_PARTS) if (!alike(before[part], after[part])) yield { kind: 'part', node, part };
}

/** Puts another document in the place of this one, in one step that can be undone. */
export const restoreVersion = (document: GraphDocument): Command => ({
  label: 'Restore a version',
  apply(draft) {
    const { nodes, ...others } = document;
    for (const key of Object.keys(draft) as (keyof Draft<GraphDocument>)[])
      if (!(key in document)) delete (draft as Partial<Draft<GraphDocument>>)[key];
    Object.assign(draft, castDraft({ ...others, nodes: new Map(nodes) }));
  },
});

/** Whether two pieces of a document say the same. Maps are told apart by their order, records are not; −0 is not 0. */
function alike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Map && b instanceof Map) return alike([...a], [...b]);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a, b].map((thing) =>
    Object.entries(thing).filter(([key, value]) => value !== undefined && key !== 'rank'),
  );
  const found = new Map(other);
  return (
    one.length === other.length && one.every(([key, value]) => found.has(key) && alike(value, found.get(key)))
  );
}
