/**
 * One line of writing over another.
 */
import { type Pen, polyline } from './pen';
import type { Piece } from './runs';
import { element } from './xml';

interface Line {
  readonly pieces: readonly Piece[];
  readonly size: number;
}

interface Heights {
  /** From the rule up to the upper baseline, in pixels. */
  readonly lift: number;
  /** From the rule down to the lower baseline. */
  readonly drop: number;
}

interface Fraction {
  readonly width: number;
  /** With its left end at x and its rule at y. */
  draw(x: number, y: number, fill: string): string;
}

export function fractionOf(above: Line, below: Line, { lift, drop }: Heights, pen: Pen): Fraction {
  const inner = Math.max(...[above, below].map(({ pieces, size }) => pen.width(pieces, size)));
  return {
    width: inner + 2,
    draw(x, y, fill) {
      const middle = { x: x + 1 + inner / 2, fill, anchor: 'middle' } as const;
      return (
        pen.write({ ...above, ...middle, y: y - lift }) +
        element('path', { d: polyline([x, y], [x + inner + 2, y]), stroke: fill, 'stroke-width': 0.8 }) +
        pen.write({ ...below, ...middle, y: y + drop })
      );
    },
  };
}
