/**
 * The names of the components of a quantity: q, (q₁ … q_n), (W₁₁ … W_mn by rows).
 */
import type { Shape } from '#engine';
import { operandTex } from './labels';

export interface ComponentName {
  readonly tex: string;
  /** For the ear: "W 1 2". */
  readonly text: string;
}

export function componentNames(
  node: { id: string; label?: string | undefined },
  shape: Shape,
): ComponentName[] {
  const name = operandTex(node);
  if (shape.length === 0) return [{ tex: name, text: node.id }];
  const [rows, cols] = shape;
  if (shape.length === 1)
    return Array.from({ length: rows }, (_, i) => ({
      tex: `${name}_{${i + 1}}`,
      text: `${node.id} ${i + 1}`,
    }));
  const separator = rows > 9 || cols > 9 ? ',' : '';
  return Array.from({ length: rows * cols }, (_, k) => {
    const [i, j] = [Math.floor(k / cols) + 1, (k % cols) + 1];
    return { tex: `${name}_{${i}${separator}${j}}`, text: `${node.id} ${i} ${j}` };
  });
}

/** 1, 2, 3, … for the rows and columns of a value. */
export const counted = (n: number): ComponentName[] =>
  Array.from({ length: n }, (_, i) => ({ tex: `${i + 1}`, text: `${i + 1}` }));
