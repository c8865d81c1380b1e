/**
 * Jacobians seen from afar: the heat maps of all wires on one canvas, which is painted once a frame. A canvas or elements for each of them
 * would be several times slower.
 */
import { EdgeLabelRenderer, type Node, useStore, type Viewport } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import type { Grid } from '#scene';
import { register, repaint } from '../state/live';
import { currentTheme } from '../state/theme';
import { drawHeat } from '../values/heat';
import styles from './wires.module.css';

/** A heat map around a place of the canvas, in the canvas's own units. */
export interface HeatPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly read: () => Grid | undefined;
}

const places = new Set<HeatPlace>();

/** Shows a heat map until the function it returns is called. */
export function showHeat(place: HeatPlace): () => void {
  places.add(place);
  repaint();
  return () => {
    places.delete(place);
    repaint();
  };
}

export function HeatLayer() {
  return (
    <EdgeLabelRenderer>
      <HeatCanvas />
    </EdgeLabelRenderer>
  );
}

function HeatCanvas() {
  const ref = useRef<HTMLCanvasElement>(null);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const [x, y, zoom] = useStore(({ transform }) => transform);
  const nodes = useStore((state) => state.nodes);
  useLayoutEffect(() => {
    const canvas = ref.current!;
    return register({ paint: () => paint(canvas, { width, height }, { x, y, zoom }, nodes) });
  }, [width, height, x, y, zoom, nodes]);
  return (
    // It stands still while what it is part of moves and grows.
    <canvas
      ref={ref}
      className={styles.heat}
      style={{ width, height, transform: `scale(${1 / zoom}) translate(${-x}px, ${-y}px)` }}
    />
  );
}

function paint(
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number },
  { x, y, zoom }: Viewport,
  nodes: readonly Node[],
): void {
  const context = canvas.getContext('2d')!;
  const theme = currentTheme();
  const scale = zoom * devicePixelRatio;
  const [right, bottom] = [size.width, size.height].map((side) => Math.round(side * devicePixelRatio));
  // To give a canvas a size takes it new memory, even if it has that size.
  if (canvas.width !== right) canvas.width = right;
  if (canvas.height !== bottom) canvas.height = bottom;
  context.clearRect(0, 0, right, bottom);
  for (const place of places) {
    const left = (place.x - place.width / 2) * scale + x * devicePixelRatio;
    const top = (place.y - place.height / 2) * scale + y * devicePixelRatio;
    const [width, height] = [place.width * scale, place.height * scale];
    if (left > right || top > bottom || left + width < 0 || top + height < 0) continue;
    const grid = place.read();
    if (grid && grid.data.length > 0) drawHeat(context, grid, { left, top, width, height }, theme);
  }
  // Nodes stand before labels. A canvas between the two would divide the page into more layers, which are put in order in every frame.
  for (const { position, width = 0, height = 0 } of nodes) {
    const left = position.x * scale + x * devicePixelRatio;
    const top = position.y * scale + y * devicePixelRatio;
    context.clearRect(left, top, width * scale, height * scale);
  }
}
