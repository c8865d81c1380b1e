/**
 * The directions of the differentials shown: by default 0.1 in every component of every variable.
 */
import type { GraphDocument, GraphNode } from '#document';
import { type NestedValue, sameShape, shapeOfNested } from '#engine';

/** Directions dx that were chosen, by id. */
export type Directions = ReadonlyMap<string, NestedValue>;

const DEFAULT_STEP = 0.1;

/** The direction of a leaf: the one chosen, as long as it has the shape of the value, or the default one. */
export function directionOf({ id, op, value }: GraphNode, directions: Directions): NestedValue | undefined {
  if (value === undefined) return undefined;
  const chosen = directions.get(id);
  if (chosen !== undefined && sameShape(shapeOfNested(chosen), shapeOfNested(value))) return chosen;
  return op === 'variable' ? filled(value, DEFAULT_STEP) : undefined;
}

export function allDirections(nodes: GraphDocument['nodes'], directions: Directions = new Map()): Directions {
  const all = new Map<string, NestedValue>();
  for (const node of nodes.values()) {
    const direction = directionOf(node, directions);
    if (direction !== undefined) all.set(node.id, direction);
  }
  return all;
}

/** A value of the same shape with one number everywhere. */
export function filled(value: NestedValue, number: number): NestedValue {
  if (typeof value === 'number') return number;
  return value.map((entry: number | readonly number[]) =>
    typeof entry === 'number' ? number : entry.map(() => number),
  ) as NestedValue;
}
