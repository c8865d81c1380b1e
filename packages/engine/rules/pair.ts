/**
 * Two operands of one shape that give a scalar: a prediction and its target.
 */
import { refuse } from '../operator';
import { describeShape, type Shape, sameShape } from '../shape';
import type { NestedValue } from '../tensor';

/** The shape rule of a loss: two operands of one shape give a scalar. */
export function samePair(names: readonly [string, string]) {
  return ([p, t]: readonly Shape[]) =>
    sameShape(p, t)
      ? []
      : refuse(
          `${names[0]} is ${describeShape(p)}, ${names[1]} is ${describeShape(t)}: expected the same shape.`,
        );
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
