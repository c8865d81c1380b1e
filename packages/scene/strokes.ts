/**
 * What the line of an edge tells from very far, where nothing on it can be read.
 */
import { type Grid, normOf } from './matrix';

/** How large ‖·‖ is, and the sign of a number alone. */
export interface Stroke {
  readonly size: 'none' | 'small' | 'medium' | 'large' | 'huge' | 'undefined';
  readonly sign: 'negative' | 'positive' | 'none';
}

export function strokeOf(grid: Grid | undefined): Stroke {
  if (!grid || grid.data.length === 0) return { size: 'medium', sign: 'none' };
  const [x] = grid.data.length === 1 ? Array.from(grid.data) : [0];
  return { size: sizeOf(normOf(grid)), sign: x > 0 ? 'positive' : x < 0 ? 'negative' : 'none' };
}

function sizeOf(norm: number): Stroke['size'] {
  if (Number.isNaN(norm)) return 'undefined';
  if (norm === 0) return 'none';
  if (norm < 0.03) return 'small';
  if (norm < 0.3) return 'medium';
  return norm < 10 ? 'large' : 'huge';
}
