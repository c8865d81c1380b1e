/**
 * The course of a wire: one cubic from the right of a node to the left of another. Wires between the same two nodes are bent apart, so that
 * x − x shows two edges with two Jacobians.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Course {
  readonly path: string;
  /** Both ends of the cubic, and between them its control points. */
  readonly points: readonly [Point, Point, Point, Point];
  /** The middle, where the label stands. */
  readonly label: Point;
}

/** Room that a label needs above and below, for wires that run side by side. */
const LABEL_GAP = 14;

export function courseOf(from: Point, to: Point, bend = 0): Course {
  const reach = Math.max(40, Math.abs(to.x - from.x) / 2, from.x > to.x ? 120 : 0);
  // The middle of a cubic moves by ¾ of what both control points move.
  const lift = (4 / 3) * bend;
  const c1 = { x: from.x + reach, y: from.y + lift };
  const c2 = { x: to.x - reach, y: to.y + lift };
  return {
    path: `M${from.x},${from.y} C${c1.x},${c1.y} ${c2.x},${c2.y} ${to.x},${to.y}`,
    points: [from, c1, c2, to],
    label: {
      x: (from.x + 3 * c1.x + 3 * c2.x + to.x) / 8,
      y: (from.y + 3 * c1.y + 3 * c2.y + to.y) / 8,
    },
  };
}

/**
 * How far each of several wires between the same two nodes is bent, given the heights of their labels: stacked in order of their operands,
 * centred on the straight course.
 */
export function bendsOf(heights: readonly number[]): number[] {
  if (heights.length < 2) return [0];
  const total = heights.reduce((sum, height) => sum + height, 0) + LABEL_GAP * (heights.length - 1);
  let top = -total / 2;
  return heights.map((height) => {
    const middle = top + height / 2;
    top += height + LABEL_GAP;
    return middle;
  });
}
