/**
 * The document as React Flow's nodes and edges: places, sizes and names only, no numbers. What did not change keeps its identity.
 */
import { type Edge, type Node, Position } from '@xyflow/react';
import { type GraphNode, nodesInOrder } from '#document';
import { type Box, belowOf, bendsOfIncoming, boxOf, charactersOf, labelOf, type NodeShape } from '#scene';
import type { EditorState, Selection } from '../state/editor-state';

export type FlowNode = Node<{ readonly box: Box }, 'node'>;
export type FlowEdge = Edge<{ readonly bend: number }, 'wire'>;

export const OUTPUT = 'out';
const HANDLE = 14;

export type View = Pick<EditorState, 'history' | 'evaluation' | 'annotation' | 'selection' | 'settings'>;

/**
 * The nodes (edges) on the canvas, rebuilt only where something moved, grew or was selected. As selectors they keep React out of it while
 * numbers change: the same list comes back.
 */
export const selectNodes = remembered<FlowNode>(nodeEntries, ({ history }) => history.document.nodes);
export const selectEdges = remembered<FlowEdge>(edgeEntries, ({ evaluation }) => evaluation.program);

function remembered<T>(
  entriesOf: (view: View) => readonly Entry<T>[],
  sourcesOf: (view: View) => unknown,
): (view: View) => T[] {
  let kept: Kept<T> = { list: [], byId: new Map() };
  let seen: View | undefined;
  return (view) => {
    const alike = seen !== undefined && lookAlike(seen, view);
    if (!alike || sourcesOf(seen!) !== sourcesOf(view)) kept = keep(kept, entriesOf(view), alike);
    seen = view;
    return kept.list;
  };
}

/** Whether what stands around the numbers is the same: a program and a target are of one shape, whatever their numbers are. */
const lookAlike = (a: View, b: View) =>
  a.evaluation.program === b.evaluation.program &&
  a.evaluation.pullback === b.evaluation.pullback &&
  a.annotation === b.annotation &&
  a.selection === b.selection &&
  a.settings === b.settings;

interface KeptItem<T> {
  readonly source: unknown;
  readonly key: string;
  readonly item: T;
}

interface Kept<T> {
  readonly list: T[];
  readonly byId: ReadonlyMap<string, KeptItem<T>>;
}

interface Entry<T> {
  readonly id: string;
  /** As long as it and everything around are the same, the item is. */
  readonly source: unknown;
  /** Says everything the item depends on. */
  key(): string;
  make(): T;
}

function keep<T>(before: Kept<T>, entries: readonly Entry<T>[], alike: boolean): Kept<T> {
  let same = entries.length === before.list.length;
  const byId = new Map<string, KeptItem<T>>();
  entries.forEach((entry, i) => {
    const old = before.byId.get(entry.id);
    const kept = alike && old && old.source === entry.source ? old : keptItem(entry, old);
    if (kept.item !== before.list[i]) same = false;
    byId.set(entry.id, kept);
  });
  return { list: same ? before.list : Array.from(byId.values(), ({ item }) => item), byId };
}

function keptItem<T>({ source, key: keyOf, make }: Entry<T>, old: KeptItem<T> | undefined): KeptItem<T> {
  const key = keyOf();
  return { source, key, item: old?.key === key ? old.item : make() };
}

function nodeEntries(view: View): Entry<FlowNode>[] {
  const selected = new Set(view.selection.nodes);
  const { numbers } = view.settings;
  return nodesInOrder(view.history.document).map((node) => ({
    id: node.id,
    source: node,
    key: () => {
      const { label, op, operands, inputs, shape, below } = shapeOf(node, view);
      const wired = Object.keys(inputs ?? {});
      const grid = [below?.rows, below?.cols];
      const look = [label, op, wired, operands, node.position, shape, grid, charactersOf(numbers)];
      return [...look, selected.has(node.id)].join('|');
    },
    make: () => flowNode(node, boxOf(shapeOf(node, view), numbers), selected.has(node.id)),
  }));
}

/** What the box of a node is drawn around. */
function shapeOf(node: GraphNode, { evaluation, annotation }: View): NodeShape {
  const computed = evaluation.program.node(node.id);
  return {
    label: labelOf(node),
    op: node.op,
    inputs: node.inputs,
    operands: computed?.operandNames,
    shape: computed?.tensor?.shape,
    below: belowOf(evaluation, node.id, annotation),
  };
}

function flowNode({ id, position: [x, y] = [0, 0] }: GraphNode, box: Box, selected: boolean): FlowNode {
  const handle = { width: HANDLE, height: HANDLE };
  return {
    id,
    type: 'node',
    position: { x, y },
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    handles: [
      ...box.operands.map((operand) => ({
        ...handle,
        id: operand.name,
        type: 'target' as const,
        position: Position.Left,
        x: -HANDLE / 2,
        y: operand.y - HANDLE / 2,
      })),
      {
        ...handle,
        id: OUTPUT,
        type: 'source' as const,
        position: Position.Right,
        x: box.width - HANDLE / 2,
        y: box.outputY - HANDLE / 2,
      },
    ],
    data: { box },
    selected,
  };
}

function edgeEntries({ evaluation, annotation, selection, settings }: View): Entry<FlowEdge>[] {
  const selected = new Set(selection.wires);
  return evaluation.program.nodes.flatMap(({ incoming }) => {
    const bends = bendsOfIncoming(incoming, evaluation, annotation, settings.edges);
    return incoming.map((edge, k) => ({
      id: edge.id,
      source: edge,
      key: () => `${edge.from.id}|${bends[k]}|${selected.has(edge.id)}`,
      make: (): FlowEdge => ({
        id: edge.id,
        type: 'wire',
        source: edge.from.id,
        target: edge.to.id,
        sourceHandle: OUTPUT,
        targetHandle: edge.operand,
        data: { bend: bends[k] },
        selected: selected.has(edge.id),
        // Its label says it all.
        domAttributes: { 'aria-hidden': true },
      }),
    }));
  });
}

/** The selection after React Flow's select changes. */
export function changedSelection(
  before: Selection,
  kind: keyof Selection,
  changes: readonly { id: string; selected: boolean }[],
): Selection {
  const chosen = new Set(before[kind]);
  for (const { id, selected } of changes) {
    if (selected) chosen.add(id);
    else chosen.delete(id);
  }
  return { ...before, [kind]: [...chosen] };
}
