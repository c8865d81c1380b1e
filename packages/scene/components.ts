/**
 * The names of the components of a quantity: q, (q₁ … q_n), (W₁₁ … W_mn by rows).
 */
import { type Shape, sizeOf } from '#engine';
import { operandTex } from './labels';

export interface ComponentName {
  readonly tex: string;
  /** For the ear: "W 1 2". */
  readonly text: string;
}

type Node = { id: string; label?: string | undefined };

export function componentNames(node: Node, shape: Shape): ComponentName[] {
  return Array.from({ length: sizeOf(shape) }, (_, k) => ({
    tex: componentTex(node, shape, k),
    text: [node.id, ...placeOf(shape, k)].join(' '),
  }));
}

/** TeX of component k, counted from 0 by rows. */
export function componentTex(node: Node, shape: Shape, k: number): string {
  const place = placeTex(shape, k);
  return place === '' ? operandTex(node) : `${operandTex(node)}_{${place}}`;
}

/** The index of component k, counted from 0 by rows: "12", or "1,12" where some have two digits. */
export function placeTex(shape: Shape, k: number): string {
  const separator = shape.length === 2 && Math.max(...shape) > 9 ? ',' : '';
  return placeOf(shape, k).join(separator);
}

/** Row and column, counted from 1, as many as there are. */
function placeOf(shape: Shape, k: number): number[] {
  if (shape.length < 2) return shape.map(() => k + 1);
  const cols = shape[1];
  return [Math.floor(k / cols) + 1, (k % cols) + 1];
}

/** 1, 2, 3, … for the rows and columns of a value. */
export const counted = (n: number): ComponentName[] =>
  Array.from({ length: n }, (_, i) => ({ tex: `${i + 1}`, text: `${i + 1}` }));
