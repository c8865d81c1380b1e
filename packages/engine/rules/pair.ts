/**
 * Two operands of one shape that give a scalar: a prediction and its target, or two vectors.
 */
import { refuse } from '../operator';
import { listShapes, type Shape, sameShape } from '../shape';
import type { NestedValue } from '../tensor';

/** The shape rule of a loss: two operands of one shape give a scalar. */
export function samePair(names: readonly [string, string]) {
  return ([p, t]: readonly Shape[]) =>
    sameShape(p, t) ? [] : refuse(`${listShapes(names, [p, t])}: expected the same shape.`);
}

/** The shape rule of an inner product: two vectors of one length, a and b, give a scalar. */
export function sameLength([a, b]: readonly Shape[]) {
  if (a.length === 1 && b.length === 1 && a[0] === b[0]) return [];
  return refuse(`${listShapes(['a', 'b'], [a, b])}: expected two vectors of the same length.`);
}

/** A pair of scalars, of vectors, of matrices: examples for every loss. */
export const somePairs: readonly { operands: readonly [NestedValue, NestedValue] }[] = [
  { operands: [1.5, 0.2] },
  {
    operands: [
      [1.5, -0.4, 2],
      [0.3, 0.3, 0.4],
    ],
  },
  {
    operands: [
      [
        [1.5, -0.4, 2],
        [0.2, 0.9, -1],
      ],
      [
        [0.3, 0.3, 0.4],
        [0, 1, 0],
      ],
    ],
  },
];
