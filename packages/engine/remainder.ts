/**
 * What a differential leaves out: r(h) = f(x + h dx) − f(x) − h J dx, which is o(h) where f is differentiable and O(h²) where it is smooth.
 */
import type { ProgramNode } from './program/node';
import { norm } from './sums';

/** A point: values of leaves, each of the size it has. Leaves that are not named stay where they are. */
export type Point = ReadonlyMap<ProgramNode, ArrayLike<number>>;

/**
 * The values of a node at other points, without derivatives of anything; the program is left at the point it was at.
 *
 * @param to a node that has a value
 * @returns for each point its value, size(to)
 */
export function valuesAt(to: ProgramNode, points: Iterable<Point>): Float64Array[] {
  const { program } = to;
  const before = new Map<ProgramNode, Float64Array>();
  const values: Float64Array[] = [];
  for (const point of points) {
    for (const [leaf, value] of point) {
      const { data } = leaf.tensor!;
      if (!before.has(leaf)) before.set(leaf, Float64Array.from(data));
      data.set(value);
    }
    program.evaluateRange(0, to.index + 1);
    values.push(Float64Array.from(to.tensor!.data));
    for (const leaf of point.keys()) leaf.tensor!.data.set(before.get(leaf)!);
  }
  if (before.size > 0) program.evaluateRange(0, to.index + 1);
  return values;
}

/** x + t dx, for every leaf with a direction. */
export const moved = (directions: Point, t: number): Point =>
  new Map(
    Array.from(directions, ([leaf, direction]) => [
      leaf,
      Float64Array.from(leaf.tensor!.data, (x, k) => x + t * direction[k]),
    ]),
  );

/** What happens over a step h along a direction. */
export interface Step {
  readonly h: number;
  /** Δ = f(x + h dx) − f(x), size(to). */
  readonly difference: Float64Array;
  /** h J dx. */
  readonly differential: Float64Array;
  /** Their difference. */
  readonly remainder: Float64Array;
  /** How much of the remainder may be rounding. */
  readonly noise: number;
}

/** The steps h along `directions`; `tangent` is J dx at the node, as the forward mode has it. */
export function stepsAlong(
  to: ProgramNode,
  directions: Point,
  tangent: ArrayLike<number>,
  sizes: readonly number[],
): Step[] {
  const here = Float64Array.from(to.tensor!.data);
  const values = valuesAt(
    to,
    sizes.map((h) => moved(directions, h)),
  );
  return values.map((value, k) => {
    const h = sizes[k];
    const difference = value.map((v, i) => v - here[i]);
    const differential = Float64Array.from(tangent, (slope) => h * slope);
    const remainder = difference.map((v, i) => v - differential[i]);
    return {
      h,
      difference,
      differential,
      remainder,
      noise: Number.EPSILON * (norm(value, 2) + norm(here, 2) + norm(differential, 2)),
    };
  });
}

/** Beyond so many times the rounding a remainder is believed. */
const TRUSTED = 64;
/** A remainder that is rounding up to here has no order: whatever comes later is another piece of the function. */
const NEARBY = 1e-3;
/** A jump is at least so large a part of the largest difference: less is the rounding of what cancelled. */
const VISIBLE = 1e-9;
/** The slope is that of the smallest steps that are believed: over one decade, where it has become steady. */
const DECADE = 10;

export interface Order {
  readonly kind: 'order';
  /** The slope of log ‖r‖ over log h: 2 where f is smooth, 1 at a kink. */
  readonly slope: number;
  /** log₁₀ ‖r‖ at h = 1 on the fitted line. */
  readonly offset: number;
  /** The smallest step that is believed: below it, rounding takes over. */
  readonly from: number;
}

/** Why a remainder has no order: it is not finite; it does not vanish; it is no more than rounding, up to a step or altogether. */
export type NoOrder =
  | { readonly kind: 'infinite' }
  | { readonly kind: 'jump' }
  | { readonly kind: 'linear'; readonly upTo?: number };

/**
 * The order of the remainder by least squares. How much is rounding is told by the smallest decade of the steps, which should reach down to 1e-8.
 */
export function orderOf(steps: readonly Step[]): Order | NoOrder {
  const sizes = steps
    .map(({ h, remainder, noise }) => ({ h, size: norm(remainder, 2), noise }))
    .filter(({ size }) => Number.isFinite(size))
    .sort((a, b) => a.h - b.h);
  const smallest = sizes.filter(({ h }) => h <= sizes[0].h * DECADE);
  if (smallest.length < 3) return { kind: 'infinite' };
  const floor = Math.max(...smallest.map(({ size }) => size));
  const largest = Math.max(...steps.map(({ difference }) => norm(difference, 2)).filter(Number.isFinite));
  // What does not vanish with the step, and is more than rounding: large against what happens over the large steps.
  const jumps =
    smallest[0].size > floor / 2 && floor > TRUSTED * smallest[0].noise && floor > VISIBLE * largest;
  const believed = sizes.filter(({ size, noise }) => size > TRUSTED * Math.max(noise, floor));
  const [first] = believed;
  const isRounding: NoOrder = jumps ? { kind: 'jump' } : { kind: 'linear', ...(first && { upTo: first.h }) };
  if (!first || first.h > NEARBY) return isRounding;
  const points = believed
    .filter(({ h }) => h <= first.h * DECADE * 1.001)
    .map(({ h, size }) => [Math.log10(h), Math.log10(size)] as const);
  if (points.length < 3) return isRounding;
  const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const slope =
    points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) /
    points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return { kind: 'order', slope, offset: y - slope * x, from: first.h };
}
