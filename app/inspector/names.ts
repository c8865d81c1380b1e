/**
 * The names of the components of a quantity: q, (q₁ … q_n), (W₁₁ … W_mn by rows).
 */
import type { Shape } from '#engine';
import { operandTex } from '#scene';

export function componentNames(node: { id: string; label?: string | undefined }, shape: Shape): string[] {
  const name = operandTex(node);
  if (shape.length === 0) return [name];
  const [rows, cols] = shape;
  if (shape.length === 1) return Array.from({ length: rows }, (_, i) => `${name}_{${i + 1}}`);
  const separator = rows > 9 || cols > 9 ? ',' : '';
  return Array.from({ length: rows * cols }, (_, k) => {
    const [i, j] = [Math.floor(k / cols) + 1, (k % cols) + 1];
    return `${name}_{${i}${separator}${j}}`;
  });
}
