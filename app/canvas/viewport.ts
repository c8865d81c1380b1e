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
export const fitAll = () => void canvas?.fitView({ padding: PADDING, maxZoom: 1.5 });

export function fitNodes(ids: readonly string[]): void {
  void canvas?.fitView({ nodes: ids.map((id) => ({ id })), padding: PADDING, maxZoom: 1.5 });
}

const NODE = { width: 170, height: 110 };

/** A free place near the middle of what is seen, for a new node. */
export function freePlace(): [number, number] {
  if (!canvas || !pane) return [0, 0];
  const { left, top, width, height } = pane.getBoundingClientRect();
  const middle = canvas.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
  const nodes = canvas.getNodes();
  const x = Math.round((middle.x - NODE.width / 2) / 10) * 10;
  let y = Math.round((middle.y - NODE.height / 2) / 10) * 10;
  const taken = () =>
    nodes.some(
      ({ position, width: w = NODE.width, height: h = NODE.height }) =>
        x < position.x + w + 20 &&
        position.x < x + NODE.width + 20 &&
        y < position.y + h + 20 &&
        position.y < y + NODE.height + 20,
    );
  while (taken()) y += 20;
  return [x, y];
}

/** Where on the canvas a point of the screen lies. */
export function placeAt(x: number, y: number): [number, number] {
  const place = canvas?.screenToFlowPosition({ x, y }) ?? { x: 0, y: 0 };
  return [Math.round(place.x / 10) * 10, Math.round(place.y / 10) * 10];
}
