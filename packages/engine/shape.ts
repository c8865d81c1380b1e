/**
 * Shapes. A scalar has shape `[]`, a vector (always a column) `[N]`, a matrix `[R, C]`.
 */
export type Shape = readonly number[];

/** No value or result may have more entries than this; a Jacobian beyond it is never made dense. */
export const ENTRY_LIMIT = 1_000_000;

export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const extent of shape) size *= extent;
  return size;
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((extent, i) => extent === b[i]);
}

/** The shape as a learner reads it: "a scalar", "a vector of 3", "a 2 × 3 matrix". */
export function describeShape(shape: Shape): string {
  if (shape.length === 0) return 'a scalar';
  if (shape.length === 1) return `a vector of ${formatCount(shape[0])}`;
  return `a ${shape.map(formatCount).join(' × ')} matrix`;
}

/** "A is a 3 × 2 matrix, x is a vector of 4" */
export function listShapes(names: readonly string[], shapes: readonly Shape[]): string {
  return names.map((name, i) => `${name} is ${describeShape(shapes[i])}`).join(', ');
}

/** A whole number with thousands separated by commas: 400,000. */
export function formatCount(count: number | bigint): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
