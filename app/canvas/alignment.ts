/**
 * Lines that a dragged node falls in with: its edges and middle against those of the others.
 */
import type { Position } from '#document';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line on the canvas: across (axis 0: at an x) or along (axis 1: at a y), from one end to the other. */
export interface Guide {
  readonly axis: 0 | 1;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snap {
  /** How far to move so as to fall in. */
  readonly shift: Position;
  readonly guides: readonly Guide[];
}

const span = (box: Box, axis: 0 | 1): readonly [start: number, size: number] =>
  axis === 0 ? [box.x, box.width] : [box.y, box.height];

const PARTS = [0, 0.5, 1];

/** The nearest line in each axis that is no farther than `reach`. */
export function snapTo(box: Box, others: readonly Box[], reach: number): Snap {
  const found = ([0, 1] as const).map((axis) => nearestLine(box, others, axis, reach));
  return {
    shift: [found[0]?.shift ?? 0, found[1]?.shift ?? 0],
    guides: found.flatMap((line, axis) => (line ? [guideThrough(box, line, axis as 0 | 1)] : [])),
  };
}

interface Line {
  readonly shift: number;
  readonly at: number;
  readonly other: Box;
}

function nearestLine(box: Box, others: readonly Box[], axis: 0 | 1, reach: number): Line | undefined {
  const [start, size] = span(box, axis);
  let best: Line | undefined;
  for (const other of others) {
    const [otherStart, otherSize] = span(other, axis);
    for (const part of PARTS) {
      const at = otherStart + part * otherSize;
      const shift = at - (start + part * size);
      if (Math.abs(shift) <= reach && Math.abs(shift) < Math.abs(best?.shift ?? Number.POSITIVE_INFINITY))
        best = { shift, at, other };
    }
  }
  return best;
}

/** From the one box to the other, along the line they share. */
function guideThrough(box: Box, { at, other }: Line, axis: 0 | 1): Guide {
  const across = axis === 0 ? 1 : 0;
  const ends = [box, other].flatMap((one) => {
    const [start, size] = span(one, across);
    return [start, start + size];
  });
  return { axis, at, from: Math.min(...ends), to: Math.max(...ends) };
}
