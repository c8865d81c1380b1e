/**
 * The document as React Flow's nodes and edges: places, sizes and names only, no numbers. What did not change keeps its identity.
 */
import { type Edge, type Node, Position } from '@xyflow/react';
import { useRef } from 'react';
import { type GraphDocument, type GraphNode, nodesInOrder } from '#document';
import { type ProgramEdge, sizeOf } from '#engine';
import { type Box, bendsOf, boxOf, gridShape, sizeOfGrid } from '#scene';
import type { Evaluation } from '../state/evaluation';
import { type Annotation, type EditorState, type Selection, splitWire, useEditor } from '../state/store';
import { wireGridShape } from './wire-grid';

export type FlowNode = Node<{ readonly box: Box }, 'node'>;
export type FlowEdge = Edge<{ readonly bend: number }, 'wire'>;

export const OUTPUT = 'out';
const HANDLE = 14;

/** What is below the value of a node in this mode, if anything. */
export function belowOf({ program, pullback }: Evaluation, id: string, annotation: Annotation) {
  const shape = program.node(id)?.tensor?.shape;
  if (!shape) return undefined;
  if (annotation === 'differentials') return gridShape(shape);
  return pullback && { rows: pullback.rows, cols: sizeOf(shape) };
}

/** The nodes and edges on the canvas, rebuilt only where something moved, grew or was selected. */
export function useFlow(): { nodes: FlowNode[]; edges: FlowEdge[] } {
  const document = useEditor(({ history }) => history.document);
  const evaluation = useEditor((state) => state.evaluation);
  const annotation = useEditor((state) => state.annotation);
  const selection = useEditor((state) => state.selection);
  const nodes = useRef<Kept<FlowNode>>(nothingKept());
  const edges = useRef<Kept<FlowEdge>>(nothingKept());
  const view: View = { document, evaluation, annotation, selection };
  nodes.current = keep(nodes.current, nodeEntries(view));
  edges.current = keep(edges.current, edgeEntries(view));
  return { nodes: nodes.current.list, edges: edges.current.list };
}

type View = Pick<EditorState, 'evaluation' | 'annotation' | 'selection'> & { document: GraphDocument };

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

const nothingKept = <T>(): Kept<T> => ({ list: [], byId: new Map() });

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

function nodeEntries({ document, evaluation, annotation, selection }: View): Entry<FlowNode>[] {
  const selected = new Set(selection.nodes);
  return nodesInOrder(document).map((node) => {
    const { id, op, inputs, position } = node;
    const shape = evaluation.program.node(id)?.tensor?.shape;
    const below = belowOf(evaluation, id, annotation);
    const key = [
      op,
      Object.keys(inputs ?? {}),
      position,
      shape,
      below?.rows,
      below?.cols,
      selected.has(id),
    ].join('|');
    return {
      id,
      key,
      make: () => flowNode(node, boxOf({ op, inputs, shape, below }), selected.has(id)),
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

function edgeEntries({ evaluation, annotation, selection }: View): Entry<FlowEdge>[] {
  const selected = new Set(selection.wires);
  return evaluation.program.nodes.flatMap(({ incoming }) => {
    const bends = bendsOfIncoming(incoming, evaluation, annotation);
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

/** Wires from one node to several operands of another stand apart. */
function bendsOfIncoming(incoming: readonly ProgramEdge[], evaluation: Evaluation, annotation: Annotation) {
  return incoming.map((edge) => {
    const parallel = incoming.filter(({ from }) => from === edge.from);
    const heights = parallel.map((other) => {
      const { rows, cols } = wireGridShape(other, evaluation, annotation);
      return sizeOfGrid(rows, cols).height + 4;
    });
    return bendsOf(heights)[parallel.indexOf(edge)];
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
