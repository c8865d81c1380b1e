/**
 * The document as React Flow's nodes and edges: places, sizes and names only, no numbers. What did not change keeps its identity.
 */
import { type Edge, type Node, Position } from '@xyflow/react';
import { type GraphNode, nodesInOrder } from '#document';
import { type Box, belowOf, bendsOfIncoming, boxOf, charactersOf, labelOf } from '#scene';
import { type EditorState, type Selection, splitWire } from '../state/store';

export type FlowNode = Node<{ readonly box: Box }, 'node'>;
export type FlowEdge = Edge<{ readonly bend: number }, 'wire'>;

export const OUTPUT = 'out';
const HANDLE = 14;

type View = Pick<EditorState, 'history' | 'evaluation' | 'annotation' | 'selection' | 'settings'>;

/**
 * The nodes (edges) on the canvas, rebuilt only where something moved, grew or was selected. As selectors they keep React out of it while
 * numbers change: the same list comes back.
 */
export const selectNodes = remembered<FlowNode>(nodeEntries);
export const selectEdges = remembered<FlowEdge>(edgeEntries);

function remembered<T>(entriesOf: (view: View) => readonly Entry<T>[]): (view: View) => T[] {
  let kept: Kept<T> = { list: [], byId: new Map() };
  let seen: View | undefined;
  return (view) => {
    if (!seen || !sameView(seen, view)) kept = keep(kept, entriesOf(view));
    seen = view;
    return kept.list;
  };
}

const sameView = (a: View, b: View) =>
  a.history.document === b.history.document &&
  a.evaluation === b.evaluation &&
  a.annotation === b.annotation &&
  a.selection === b.selection &&
  a.settings === b.settings;

interface Kept<T> {
  readonly list: T[];
  readonly byId: ReadonlyMap<string, { readonly key: string; readonly item: T }>;
}

interface Entry<T> {
  readonly id: string;
  /** Says everything the item depends on. */
  readonly key: string;
  make(): T;
}

function keep<T>(before: Kept<T>, entries: readonly Entry<T>[]): Kept<T> {
  let same = entries.length === before.list.length;
  const byId = new Map(
    entries.map(({ id, key, make }, i) => {
      const old = before.byId.get(id);
      const kept = old?.key === key ? old : { key, item: make() };
      if (kept.item !== before.list[i]) same = false;
      return [id, kept] as const;
    }),
  );
  return same ? before : { list: [...byId.values()].map(({ item }) => item), byId };
}

function nodeEntries({
  history: { document },
  evaluation,
  annotation,
  selection,
  settings,
}: View): Entry<FlowNode>[] {
  const selected = new Set(selection.nodes);
  return nodesInOrder(document).map((node) => {
    const { id, op, inputs, position } = node;
    const computed = evaluation.program.node(id);
    const shape = computed?.tensor?.shape;
    const operands = computed?.operandNames;
    const below = belowOf(evaluation, id, annotation);
    const key = [
      node.label,
      op,
      Object.keys(inputs ?? {}),
      operands,
      position,
      shape,
      below?.rows,
      below?.cols,
      charactersOf(settings.numbers),
      selected.has(id),
    ].join('|');
    return {
      id,
      key,
      make: () =>
        flowNode(
          node,
          boxOf({ label: labelOf(node), op, operands, inputs, shape, below }, settings.numbers),
          selected.has(id),
        ),
    };
  });
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
      key: `${edge.from.id}|${bends[k]}|${selected.has(edge.id)}`,
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

/** Wires by node and operand, as the commands name them. */
export function wiresOf(selection: Selection): { to: string; operand: string }[] {
  return selection.wires.map((wire) => {
    const [to, operand] = splitWire(wire);
    return { to, operand };
  });
}
