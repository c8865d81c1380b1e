/**
 * Dragging nodes: falling in with others, onto a wire, as a copy. All of it is one step of the history.
 */
import type { NodeChange } from '@xyflow/react';
import { duplicate, insertOnWire, type Position, setPositions, together, usersOf } from '#document';
import { operandTaking } from '../finder/adding';
import {
  commit,
  currentDocument,
  newGesture,
  select,
  setDropWire,
  setGuides,
  useEditor,
} from '../state/store';
import { splitWire } from '../state/wires';
import { snapTo } from './alignment';
import type { FlowNode } from './flow';
import { boxesInSight, boxesOnCanvas, modifierHeld, pointerOnScreen, screenPoint, zoom } from './viewport';

interface Drag {
  readonly gesture: string;
  /** Where the nodes stood before. */
  readonly before: ReadonlyMap<string, Position>;
  readonly copies: boolean;
  /** A node that is dragged alone and has no wires: it may be put into one. */
  readonly loose: string | undefined;
}

let drag: Drag | undefined;
/** How near, in pixels of the screen, a line attracts. */
const REACH = 6;

export function startDrag(event: { readonly altKey: boolean }, nodes: readonly FlowNode[]): void {
  const before = new Map(nodes.map(({ id, position }): [string, Position] => [id, [position.x, position.y]]));
  drag = {
    gesture: newGesture(),
    before,
    copies: event.altKey,
    loose: event.altKey ? undefined : looseOne(nodes),
  };
}

function looseOne([node, ...more]: readonly FlowNode[]): string | undefined {
  const document = currentDocument();
  const wired = document.nodes.get(node.id)?.inputs || usersOf(document).has(node.id);
  return more.length > 0 || wired ? undefined : node.id;
}

/** What React Flow tells while nodes are dragged: places, on whole numbers and in line with others. */
export function moveNodes(changes: readonly NodeChange<FlowNode>[]): void {
  const wanted = new Map<string, Position>();
  for (const change of changes)
    if (change.type === 'position' && change.position)
      wanted.set(change.id, [Math.round(change.position.x), Math.round(change.position.y)]);
  if (wanted.size === 0) return;
  const [dx, dy] = drag ? shiftIntoLine(wanted) : [0, 0];
  const { nodes } = currentDocument();
  const moved = [...wanted]
    .map(([id, [x, y]]): [string, Position] => [id, [Math.round(x + dx), Math.round(y + dy)]])
    .filter(([id, [x, y]]) => nodes.get(id)?.position?.[0] !== x || nodes.get(id)?.position?.[1] !== y);
  if (moved.length > 0) commit(setPositions(new Map(moved)), drag?.gesture);
  if (drag) setDropWire(wireBelow(drag)?.wire ?? null);
}

function shiftIntoLine(wanted: ReadonlyMap<string, Position>): Position {
  const boxes = boxesInSight();
  const own = boxes.filter(({ id }) => wanted.has(id));
  if (own.length === 0 || modifierHeld()) {
    setGuides([]);
    return [0, 0];
  }
  const places = own.map(({ id, width, height }) => ({
    x: wanted.get(id)![0],
    y: wanted.get(id)![1],
    width,
    height,
  }));
  const [x, y] = [Math.min(...places.map((box) => box.x)), Math.min(...places.map((box) => box.y))];
  const width = Math.max(...places.map((box) => box.x + box.width)) - x;
  const height = Math.max(...places.map((box) => box.y + box.height)) - y;
  const others = boxes.filter(({ id }) => !wanted.has(id));
  const { shift, guides } = snapTo({ x, y, width, height }, others, REACH / zoom());
  setGuides(guides);
  return shift;
}

export function stopDrag(): void {
  if (!drag) return;
  const { gesture, before, copies } = drag;
  const target = wireBelow(drag);
  drag = undefined;
  setGuides([]);
  setDropWire(null);
  if (copies) return copyWhereDropped(before, gesture);
  if (!target) return;
  const [to, operand] = splitWire(target.wire);
  commit(insertOnWire(target.id, target.operand, { to, operand }), gesture);
}

/** The nodes go back to where they stood, and copies take the places they were dragged to. */
function copyWhereDropped(before: ReadonlyMap<string, Position>, gesture: string): void {
  const document = currentDocument();
  const [[first, start]] = before;
  const [x, y] = document.nodes.get(first)?.position ?? start;
  const shift: Position = [x - start[0], y - start[1]];
  if (shift[0] === 0 && shift[1] === 0) return;
  const copies = duplicate(document, [...before.keys()], [0, 0]);
  commit(together(copies.label, [copies, setPositions(before)]), gesture);
  select({ nodes: copies.ids });
}

/** The wire under the pointer or the middle of a loose node, and the operand at which the node would enter. */
function wireBelow({ loose: id }: Drag): { id: string; operand: string; wire: string } | undefined {
  const node = id === undefined ? undefined : currentDocument().nodes.get(id);
  const [box] = node ? boxesOnCanvas([node.id]) : [];
  if (!node || !box) return undefined;
  const [[left, top], [width, height]] = [node.position ?? [0, 0], box.size];
  const middle = screenPoint([left + width / 2, top + height / 2]);
  const wire = wireAt(pointerOnScreen() ?? middle) ?? wireAt(middle);
  const operand = wire === undefined ? undefined : operandOnWire(node.op, wire);
  return wire === undefined || operand === undefined ? undefined : { id: node.id, operand, wire };
}

/** The id of the wire at a point of the screen. */
export function wireAt({ x, y }: { readonly x: number; readonly y: number }): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const wire = element.closest<HTMLElement>('[data-wire]')?.dataset.wire;
    const id = wire ?? element.closest<HTMLElement>('.react-flow__edge')?.dataset.id;
    if (id !== undefined) return id;
  }
  return undefined;
}

/** The operand of an operator that takes what comes along a wire. */
export function operandOnWire(op: string, wire: string): string | undefined {
  const [to, operand] = splitWire(wire);
  const from = useEditor.getState().history.document.nodes.get(to)?.inputs?.[operand];
  return from === undefined ? undefined : operandTaking(op, from);
}
