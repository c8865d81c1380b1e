/**
 * Places for nodes that come into a graph: those that lead to one which has its place already, in columns to the left of it, as near to its
 * height as there is room; and those that have places among themselves, around a place. What is drawn is not known here, so that sizes are
 * estimated from the shapes, generously.
 */
import type { Program, Shape } from '#engine';
import { type GraphDocument, nodesInOrder, type Position } from './graph';

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

/** What stands on the canvas, beside one node if there is one. */
export function obstaclesBeside(document: GraphDocument, program: Program, id?: string): readonly Placed[] {
  return nodesInOrder(document).flatMap((node) => {
    if (!node.position || node.id === id) return [];
    const [x, y] = node.position;
    const { shape = [] } = program.node(node.id)?.tensor ?? {};
    return { x, y, ...roomOf(shape, Object.keys(node.inputs ?? {}).length) };
  });
}

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

export interface Block {
  readonly id: string;
  readonly position: Position;
  readonly shape: Shape;
  readonly operands: number;
}

/** Places for nodes that keep their places among themselves: their middle comes to `at`, and all go down or up as far as they have to. */
export function placesAround(
  nodes: readonly Block[],
  at: Position,
  others: readonly Placed[],
): ReadonlyMap<string, Position> {
  const [left, top] = middleOf(nodes.map(({ position }) => position));
  const block = nodes.map(({ id, position: [x, y], shape, operands }) => ({
    id,
    x: x + at[0] - left,
    y: y + at[1] - top,
    ...roomOf(shape, operands),
  }));
  const shift = snap(freeShift(block, others));
  return new Map(block.map(({ id, x, y }) => [id, [x, y + shift]]));
}

/** The middle of at least one place, on the grid. */
export function middleOf(positions: readonly Position[]): Position {
  return [snap(middle(positions.map(([x]) => x))), snap(middle(positions.map(([, y]) => y)))];
}

const middle = (xs: readonly number[]) =>
  (xs.reduce((a, b) => Math.min(a, b)) + xs.reduce((a, b) => Math.max(a, b))) / 2;

/** Places for leaves, one below the other, to the left of nodes that have theirs. */
export function placesLeftOf(
  positions: readonly Position[],
  leaves: readonly { readonly id: string; readonly shape: Shape }[],
): ReadonlyMap<string, Position> {
  const rooms = leaves.map(({ shape }) => roomOf(shape, 0));
  const height = rooms.reduce((sum, room) => sum + room.height + GAP.y, -GAP.y);
  const left = positions.length === 0 ? 0 : Math.min(...positions.map(([x]) => x));
  const first = rooms[0]?.height ?? 0;
  let y = positions.length === 0 ? 0 : middleOf(positions)[1] + first / 2 - height / 2;
  return new Map(
    leaves.map(({ id }, i) => {
      const place: Position = [snap(left - GAP.x - rooms[i].width), snap(y)];
      y += rooms[i].height + GAP.y;
      return [id, place];
    }),
  );
}

/** A file is not to say −0. */
const snap = (x: number) => Math.round(x / GRID) * GRID + 0;

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
  const pairs = block.flatMap((one) =>
    others
      .filter((other) => overlaps(one.x, one.width, other.x, other.width))
      .map((other) => ({ one, other })),
  );
  const taken = union(
    pairs.map(({ one, other }) => [other.y - one.height - one.y, other.y + other.height - one.y]),
  );
  if (isFree(0, taken)) return 0;
  const shifts = pairs.flatMap(({ one, other }) => [
    other.y + other.height + GAP.y - one.y,
    other.y - GAP.y - one.height - one.y,
  ]);
  return shifts
    .filter((shift) => isFree(shift, taken))
    .reduce((least, shift) => (Math.abs(shift) < Math.abs(least) ? shift : least));
}

type Interval = readonly [start: number, end: number];

/** Open intervals in order, none of them over another. */
function union(intervals: readonly Interval[]): readonly Interval[] {
  const merged: [number, number][] = [];
  for (const [start, end] of intervals.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Whether a number lies in none of the intervals, which {@link union} gave: functions have hundreds of nodes, and pairs are many. */
function isFree(x: number, intervals: readonly Interval[]): boolean {
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (intervals[middle][1] <= x) low = middle + 1;
    else high = middle;
  }
  return low === intervals.length || x <= intervals[low][0];
}

const overlaps = (a: number, lengthA: number, b: number, lengthB: number) =>
  a < b + lengthB && b < a + lengthA;
