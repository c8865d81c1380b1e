/**
 * The part of the canvas that commands steer: zoom, fit, the middle of what is seen.
 */
import type { ReactFlowInstance } from '@xyflow/react';
import type { FlowEdge, FlowNode } from './flow';

type Canvas = ReactFlowInstance<FlowNode, FlowEdge>;

let canvas: Canvas | undefined;
let pane: Element | null = null;

export function adoptCanvas(instance: Canvas, element: Element | null): void {
  canvas = instance;
  pane = element;
}

const PADDING = 0.12;

export const zoomIn = () => void canvas?.zoomIn();
export const zoomOut = () => void canvas?.zoomOut();
export const zoomToActualSize = () => void canvas?.zoomTo(1);

/** Shows everything there is; an empty canvas stays as it is. */
export function fitAll(): void {
  if (canvas && canvas.getNodes().length > 0) void canvas.fitView({ padding: PADDING, maxZoom: 1.5 });
}

export function fitNodes(ids: readonly string[]): void {
  void canvas?.fitView({ nodes: ids.map((id) => ({ id })), padding: PADDING, maxZoom: 1.5 });
}

const NODE = { width: 190, height: 120 };
const STEP = 30;

/** The free place nearest to the middle of what is seen, for a new node; the middle itself when all is taken. */
export function freePlace(): [number, number] {
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
  return [Math.round(best[0] / 10) * 10, Math.round(best[1] / 10) * 10];
}

function isFree(x: number, y: number): boolean {
  return canvas!.getNodes().every(({ position, width = NODE.width, height = NODE.height }) => {
    const aside = x > position.x + width + STEP || position.x > x + NODE.width + STEP;
    return aside || y > position.y + height + STEP || position.y > y + NODE.height + STEP;
  });
}

/** Where on the canvas a point of the screen lies. */
export function placeAt(x: number, y: number): [number, number] {
  const place = canvas?.screenToFlowPosition({ x, y }) ?? { x: 0, y: 0 };
  return [Math.round(place.x / 10) * 10, Math.round(place.y / 10) * 10];
}
