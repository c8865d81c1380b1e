/**
 * The part of the canvas that commands steer: zoom, fit, the middle of what is seen.
 */
import { getNodesBounds, getViewportForBounds, type ReactFlowInstance, type Viewport } from '@xyflow/react';
import type { Position } from '#document';
import type { FlowEdge, FlowNode } from './flow';

type Canvas = ReactFlowInstance<FlowNode, FlowEdge>;

let canvas: Canvas | undefined;
let pane: HTMLElement | null = null;

/** Commands steer this canvas, until the function it returns is called. */
export function adoptCanvas(instance: Canvas, element: HTMLElement): () => void {
  canvas = instance;
  pane = element;
  return keepInSight(element);
}

/** The element that the graph is drawn in. */
export const canvasElement = (): HTMLElement | null => pane;

/** How a graph is shown as a whole. */
export const WHOLE = { padding: 0.12, minZoom: 0.02, maxZoom: 1.5 };

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The view of all of these nodes on a canvas of a size; of none, the middle of nowhere at 100 %. */
export function wholeIn({ width, height }: Size, nodes: FlowNode[]): Viewport {
  if (nodes.length === 0) return { x: 0, y: 0, zoom: 1 };
  return getViewportForBounds(
    getNodesBounds(nodes),
    width,
    height,
    WHOLE.minZoom,
    WHOLE.maxZoom,
    WHOLE.padding,
  );
}

/** Where the pointer is over the canvas; undefined while it is elsewhere. */
let pointer: { readonly x: number; readonly y: number } | undefined;
let modifier = false;

export function followPointer(event: {
  clientX: number;
  clientY: number;
  ctrlKey: boolean;
  metaKey: boolean;
}): void {
  pointer = { x: event.clientX, y: event.clientY };
  modifier = event.ctrlKey || event.metaKey;
}

export function losePointer(): void {
  pointer = undefined;
}

export const pointerOnScreen = () => pointer;

/** Whether Ctrl (or ⌘) was held when the pointer last moved. */
export const modifierHeld = (): boolean => modifier;

export const zoomIn = () => void canvas?.zoomIn();
export const zoomOut = () => void canvas?.zoomOut();
export const zoomToActualSize = () => void canvas?.zoomTo(1);

/** Shows everything there is; an empty canvas stays as it is. */
export const fitAll = (): void => fitAllWithin(0);

/** The same in some milliseconds. */
export function fitAllWithin(duration: number): void {
  if (canvas && canvas.getNodes().length > 0) void canvas.fitView({ ...WHOLE, duration, ease: easeOut });
}

/** While the view moves, the graph is one picture that is moved; at rest it is drawn sharp again. */
export function startMoving(): void {
  if (pane) pane.dataset.moving = '';
}

export function stopMoving(): void {
  delete pane?.dataset.moving;
}

const easeOut = (part: number) => 1 - (1 - part) ** 3;

/** Shows everything there is once the canvas has its new size: it learns of that at the end of a frame. */
export function fitResized(): void {
  requestAnimationFrame(() => requestAnimationFrame(fitAll));
}

/**
 * Whoever saw the whole graph sees it still when the canvas has another size, whatever has changed that; whoever looked at a part stays there.
 * Until the function it returns is called.
 */
function keepInSight(element: HTMLElement): () => void {
  let room = sizeOf(element);
  const observer = new ResizeObserver(() => {
    const whole = isWholeIn(room);
    room = sizeOf(element);
    // React Flow learns of its new size in this frame, too.
    if (whole) requestAnimationFrame(fitAll);
  });
  observer.observe(element);
  return () => observer.disconnect();
}

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement): Size => ({
  width: clientWidth,
  height: clientHeight,
});

/** Whether every node lies within a room of this size, as the canvas is moved and zoomed now. */
function isWholeIn(room: Size): boolean {
  if (!canvas) return false;
  const { x, y, zoom } = canvas.getViewport();
  return canvas.getNodes().every(({ position, width = NODE.width, height = NODE.height }) => {
    const [left, top] = [x + zoom * position.x, y + zoom * position.y];
    const [right, bottom] = [left + zoom * width, top + zoom * height];
    return left >= 0 && top >= 0 && right <= room.width && bottom <= room.height;
  });
}

export function fitNodes(ids: readonly string[]): void {
  void canvas?.fitView({ nodes: ids.map((id) => ({ id })), ...WHOLE });
}

/** Brings a node into sight, at the zoom that there is. */
function centreOn(id: string): void {
  const node = canvas?.getNode(id);
  if (!canvas || !node) return;
  const { width = NODE.width, height = NODE.height, position } = node;
  void canvas.setCenter(position.x + width / 2, position.y + height / 2, { zoom: canvas.getZoom() });
}

/** Gives a node the focus, wherever it stands. */
export function focusNode(id: string): void {
  const [box] = boxesOnCanvas([id]);
  // One that is not drawn yet was put where one looks.
  if (box && !boxesInSight().some((seen) => seen.id === id)) centreOn(id);
  nodeOnCanvas(id)?.focus({ preventScroll: true });
}

/** The element of a node, if it is drawn. */
export const nodeOnCanvas = (id: string | undefined): HTMLElement | null =>
  pane?.querySelector<HTMLElement>(`[data-node="${id}"]`) ?? null;

/** Left and top, width and height of nodes as they are drawn. */
export function boxesOnCanvas(ids: readonly string[]): { id: string; at: Position; size: Position }[] {
  return ids.flatMap((id) => {
    const node = canvas?.getNode(id);
    if (!node) return [];
    const { width = NODE.width, height = NODE.height, position } = node;
    return [{ id, at: [position.x, position.y], size: [width, height] }];
  });
}

/** The nodes that can be seen, as boxes on the canvas; also those that are not drawn yet. */
export function boxesInSight(): { id: string; x: number; y: number; width: number; height: number }[] {
  if (!canvas || !pane) return [];
  const { left, top, right, bottom } = pane.getBoundingClientRect();
  const [[x0, y0], [x1, y1]] = [placeAt(left, top), placeAt(right, bottom)];
  return canvas.getNodes().flatMap(({ id, position: { x, y }, width, height }) => {
    const box = { id, x, y, width: width ?? NODE.width, height: height ?? NODE.height };
    return x < x1 && x0 < x + box.width && y < y1 && y0 < y + box.height ? [box] : [];
  });
}

export const zoom = (): number => canvas?.getZoom() ?? 1;

/** The first free place left (−1) or right (1) of a node, beside it or below, with room for the label of a wire. */
export function besideNode(id: string, side: -1 | 1): Position {
  const [box] = boxesOnCanvas([id]);
  if (!box) return visibleMiddle();
  const x = side === 1 ? box.at[0] + box.size[0] + BESIDE : box.at[0] - NODE.width - BESIDE;
  let [, y] = box.at;
  while (!isFree(x, y)) y += STEP;
  return [x, y];
}

const BESIDE = 130;

/** Where on the canvas the pointer is. */
export const pointerPlace = (): Position | undefined => pointer && placeAt(pointer.x, pointer.y);

function visibleMiddle(): Position {
  const { left = 0, top = 0, width = 0, height = 0 } = pane?.getBoundingClientRect() ?? {};
  return placeAt(left + width / 2, top + height / 2);
}

/** The point of the screen where a place of the canvas lies. */
export const screenPoint = ([x, y]: Position) => canvas?.flowToScreenPosition({ x, y }) ?? { x: 0, y: 0 };

const NODE = { width: 190, height: 120 };
const STEP = 30;

/** The free place nearest to the middle of what is seen, for a new node; below it when all is taken. */
export function freePlace(): Position {
  if (!canvas || !pane) return [0, 0];
  const { left, top, width, height } = pane.getBoundingClientRect();
  const corner = canvas.screenToFlowPosition({ x: left, y: top });
  const end = canvas.screenToFlowPosition({ x: left + width, y: top + height });
  const middle = {
    x: (corner.x + end.x - NODE.width) / 2,
    y: (corner.y + end.y - NODE.height) / 2,
  };
  let best: [number, number] = [middle.x, middle.y];
  let least = Number.POSITIVE_INFINITY;
  for (let x = corner.x + STEP; x < end.x - NODE.width; x += STEP)
    for (let y = corner.y + STEP; y < end.y - NODE.height; y += STEP) {
      const far = Math.hypot(x - middle.x, y - middle.y);
      if (far < least && isFree(x, y)) [best, least] = [[x, y], far];
    }
  while (!isFree(...best)) best = [best[0], best[1] + STEP];
  return [Math.round(best[0] / 10) * 10, Math.round(best[1] / 10) * 10];
}

function isFree(x: number, y: number): boolean {
  return canvas!.getNodes().every(({ position, width = NODE.width, height = NODE.height }) => {
    const aside = x > position.x + width + STEP || position.x > x + NODE.width + STEP;
    return aside || y > position.y + height + STEP || position.y > y + NODE.height + STEP;
  });
}

/** Where on the canvas a point of the screen lies. */
export function placeAt(x: number, y: number): Position {
  const place = canvas?.screenToFlowPosition({ x, y }) ?? { x: 0, y: 0 };
  return [Math.round(place.x / 10) * 10, Math.round(place.y / 10) * 10];
}
