/**
 * Places for nodes that lead to one which has its place already: in columns to the left of it, as near to its height as there is room. What is
 * drawn is not known here, so that sizes are estimated from the shapes, generously.
 */
import type { Shape } from '#engine';
import type { Position } from './graph';

interface Room {
  readonly width: number;
  readonly height: number;
}

interface Placed extends Room {
  readonly x: number;
  readonly y: number;
}

export interface Step {
  readonly id: string;
  readonly shape: Shape;
  /** Where its wires come from; what is none of the steps does not count. */
  readonly sources: readonly string[];
}

const GRID = 10;
/** The label of a wire fits between two columns. */
const GAP = { x: 170, y: 30 };
const NUMBER = { width: 80, height: 20 };
/** Columns of a gradient that are written out. */
const MOST_COLUMNS_BELOW = 4;

/** About the room of a node with its value and the gradient of a number below it. */
function roomOf(shape: Shape, operands: number): Room {
  const [rows = 1, cols = 1] = shape;
  const below = rows * cols > MOST_COLUMNS_BELOW ? 2 : rows * cols;
  return {
    width: 120 + NUMBER.width * Math.max(cols, below),
    height: Math.max(80 + NUMBER.height * rows, 50 + 26 * operands),
  };
}

/** What stands on the canvas. */
export const obstacle = ([x, y]: Position, shape: Shape, operands: number): Placed => ({
  x,
  y,
  ...roomOf(shape, operands),
});

/** Places for the steps, operands before the nodes that use them; the last one is where it is. */
export function placesBefore(
  steps: readonly Step[],
  at: Position,
  others: readonly Placed[],
): ReadonlyMap<string, Position> {
  const columns = columnsOf(steps);
  const [[last]] = columns;
  const middle = at[1] + roomOf(last.shape, last.sources.length).height / 2;
  const block: (Placed & { id: string })[] = [];
  let right = at[0] - GAP.x;
  for (const column of columns.slice(1)) {
    const rooms = column.map(({ shape, sources }) => roomOf(shape, sources.length));
    const width = Math.max(...rooms.map((room) => room.width));
    let y = middle - (rooms.reduce((sum, { height }) => sum + height + GAP.y, 0) - GAP.y) / 2;
    for (const [i, { id }] of column.entries()) {
      block.push({ id, x: right - width, y, ...rooms[i] });
      y += rooms[i].height + GAP.y;
    }
    right -= width + GAP.x;
  }
  const shift = freeShift(block, others);
  return new Map(block.map(({ id, x, y }) => [id, [snap(x), snap(y + shift)]]));
}

const snap = (x: number) => Math.round(x / GRID) * GRID;

/** By the longest way to the last step: that one alone, what it uses, … */
function columnsOf(steps: readonly Step[]): Step[][] {
  const depths = new Map(steps.map(({ id }) => [id, 0]));
  const columns: Step[][] = [];
  for (const step of steps.toReversed()) {
    const depth = depths.get(step.id)!;
    columns[depth] ??= [];
    columns[depth].unshift(step);
    for (const source of step.sources) {
      const known = depths.get(source);
      if (known !== undefined) depths.set(source, Math.max(known, depth + 1));
    }
  }
  return columns;
}

/** How far the block has to go down (or up, below 0), the least that there is, to stand on nothing. */
function freeShift(block: readonly Placed[], others: readonly Placed[]): number {
  const beside = others.filter((other) =>
    block.some((one) => overlaps(one.x, one.width, other.x, other.width)),
  );
  const shifts = beside.flatMap((other) =>
    block.flatMap((one) => [other.y + other.height + GAP.y - one.y, other.y - GAP.y - one.height - one.y]),
  );
  const free = (shift: number) =>
    block.every((one) => !beside.some((other) => meet({ ...one, y: one.y + shift }, other)));
  return [0, ...shifts.sort((a, b) => Math.abs(a) - Math.abs(b))].find(free) ?? 0;
}

const overlaps = (a: number, lengthA: number, b: number, lengthB: number) =>
  a < b + lengthB && b < a + lengthA;

const meet = (a: Placed, b: Placed) =>
  overlaps(a.x, a.width, b.x, b.width) && overlaps(a.y, a.height, b.y, b.height);
