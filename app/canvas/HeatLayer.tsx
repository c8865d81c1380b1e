/**
 * Jacobians seen from afar: the heat maps of all wires on one canvas, which is painted once a frame. A canvas or elements for each of them
 * would be several times slower.
 */
import { EdgeLabelRenderer, useStore } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import type { Grid } from '#scene';
import { invalidate, register } from '../state/live';
import { currentTheme } from '../state/theme';
import { drawHeat } from '../values/heat';
import styles from './canvas.module.css';

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
  invalidate();
  return () => {
    places.delete(place);
    invalidate();
  };
}

export function HeatLayer() {
  const ref = useRef<HTMLCanvasElement>(null);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const [x, y, zoom] = useStore(({ transform }) => transform);
  useLayoutEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    return register({ paint: () => paint(canvas, x, y, zoom) });
  }, [width, height, x, y, zoom]);
  return (
    <EdgeLabelRenderer>
      {/* It stands still while what it is part of moves and grows. */}
      <canvas
        ref={ref}
        className={styles.heat}
        style={{ width, height, transform: `scale(${1 / zoom}) translate(${-x}px, ${-y}px)` }}
      />
    </EdgeLabelRenderer>
  );
}

function paint(canvas: HTMLCanvasElement, x: number, y: number, zoom: number): void {
  const context = canvas.getContext('2d')!;
  const theme = currentTheme();
  const scale = zoom * devicePixelRatio;
  context.clearRect(0, 0, canvas.width, canvas.height);
  for (const place of places) {
    const left = (place.x - place.width / 2) * scale + x * devicePixelRatio;
    const top = (place.y - place.height / 2) * scale + y * devicePixelRatio;
    const [width, height] = [place.width * scale, place.height * scale];
    if (left > canvas.width || top > canvas.height || left + width < 0 || top + height < 0) continue;
    const grid = place.read();
    if (grid && grid.data.length > 0) drawHeat(context, grid, { left, top, width, height }, theme);
  }
}
