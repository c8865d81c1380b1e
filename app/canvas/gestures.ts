/**
 * What hands do on the canvas, as React Flow tells it: the store decides.
 */
import type {
  Connection,
  EdgeChange,
  FinalConnectionState,
  Handle,
  NodeChange,
  OnNodeDrag,
} from '@xyflow/react';
import type { DragEvent, MouseEvent as ReactMouseEvent } from 'react';
import { connect, connectionProblem, remove } from '#document';
import { remediesAt } from '../commands/remedies';
import { addEntry } from '../finder/adding';
import { entriesFor } from '../palette/entries';
import { enterFunction } from '../state/functions';
import { commit, currentDocument, find, type Notice, select, showNotice, useEditor } from '../state/store';
import { splitWire } from '../state/wires';
import { refusal } from './ConnectionHint';
import { moveNodes, operandOnWire, startDrag, wireAt } from './dragging';
import { changedSelection, type FlowEdge, type FlowNode } from './flow';
import { placeAt } from './viewport';

/** The kind of data a dragged operator carries. */
export const OPERATOR_DRAG = 'application/x-nabla-operator';

export const onNodeDragStart: OnNodeDrag<FlowNode> = (event, _, nodes) => {
  startDrag(event, nodes);
};

export function onNodesChange(changes: NodeChange<FlowNode>[]): void {
  moveNodes(changes);
  const selected = changes.filter((change) => change.type === 'select');
  if (selected.length > 0) select(changedSelection(useEditor.getState().selection, 'nodes', selected));
}

export function onEdgesChange(changes: EdgeChange<FlowEdge>[]): void {
  const selected = changes.filter((change) => change.type === 'select');
  if (selected.length > 0) select(changedSelection(useEditor.getState().selection, 'wires', selected));
}

export function onConnect({ source, target, targetHandle }: Connection): void {
  if (targetHandle !== null) commit(connect(source, target, targetHandle));
}

/** Whether the wire that is being pulled off has found another place. */
let reconnected = false;

export function onReconnectStart(): void {
  reconnected = false;
}

export function onReconnect(edge: FlowEdge, { source, target, targetHandle }: Connection): void {
  reconnected = true;
  if (targetHandle !== null)
    commit(connect(source, target, targetHandle, { to: edge.target, operand: edge.targetHandle ?? '' }));
}

/** A wire pulled off and let go over nothing is cut. */
export function onReconnectEnd(
  _: unknown,
  edge: FlowEdge,
  __: unknown,
  { toHandle }: FinalConnectionState,
): void {
  if (!reconnected && !toHandle) cut(edge);
}

function cut(edge: FlowEdge): void {
  commit(remove([], [{ to: edge.target, operand: edge.targetHandle ?? '' }]));
}

export function isValidConnection({ source, target, targetHandle }: Connection | FlowEdge): boolean {
  const { program } = useEditor.getState().evaluation;
  return connectionProblem(currentDocument(), program, source, target, targetHandle ?? '') === undefined;
}

/** A wire let go where it does not fit: the reason stays to be read. Let go over nothing, it asks what it should lead to. */
export function onConnectEnd(
  event: MouseEvent | TouchEvent,
  { fromHandle, toHandle, toNode, isValid }: FinalConnectionState,
): void {
  if (!fromHandle || isValid) return;
  if (toHandle) {
    const reason = refusal(fromHandle, toHandle);
    if (reason) showNotice({ text: reason, kind: 'refusal', actions: remedies(fromHandle, toHandle) });
    return;
  }
  const { nodeId: node, id, type } = fromHandle;
  if (toNode || !('clientX' in event)) return;
  const end = type === 'source' ? { node } : { node, operand: id ?? '' };
  find({ kind: 'operators', place: placeAt(event.clientX, event.clientY - 20), end });
}

function remedies(one: Handle, other: Handle): NonNullable<Notice['actions']> {
  const [source, target] = one.type === 'source' ? [one, other] : [other, one];
  if (target.type !== 'target') return [];
  return remediesAt(source.nodeId, { to: target.nodeId, operand: target.id ?? '' });
}

export function onDoubleClick(event: ReactMouseEvent): void {
  if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return;
  find({ kind: 'operators', place: placeAt(event.clientX, event.clientY) });
}

/** A function opens. In a field, two clicks select a number. */
export function onNodeDoubleClick({ target }: ReactMouseEvent, { id }: FlowNode): void {
  const node = currentDocument().nodes.get(id);
  if (target instanceof Element && target.closest('input')) return;
  if (node?.op === 'function' && node.function !== undefined) void enterFunction(node.function);
}

export function onEdgeClick(event: ReactMouseEvent, edge: FlowEdge): void {
  if (event.altKey) cut(edge);
}

export function onDragOver(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(OPERATOR_DRAG)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}

/** On the canvas a function becomes a node; on a wire, a node in that wire. */
export function onDrop(event: DragEvent): void {
  const key = event.dataTransfer.getData(OPERATOR_DRAG);
  const entry = entriesFor(currentDocument()).find((one) => one.key === key);
  if (!entry) return;
  event.preventDefault();
  const wire = entry.add ? undefined : wireAt({ x: event.clientX, y: event.clientY });
  const [node, operand] = wire === undefined ? [] : splitWire(wire);
  const fits = wire !== undefined && operandOnWire(entry.op, wire) !== undefined;
  const end = fits && node !== undefined && operand !== undefined ? { node, operand } : undefined;
  addEntry(entry, placeAt(event.clientX - 85, event.clientY - 20), end);
}
