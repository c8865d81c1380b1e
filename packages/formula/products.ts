/**
 * What `*` means: it depends on what stands on its sides. A row exists only inside a formula, as the transpose of a vector.
 */
import type { Shape } from '#engine';

export interface Sided {
  readonly shape: Shape;
  /** A vector that has been transposed. */
  readonly row: boolean;
}

export type Side = 'scalar' | 'vector' | 'row' | 'matrix';

export function sideOf({ shape, row }: Sided): Side {
  if (shape.length === 0) return 'scalar';
  if (shape.length === 2) return 'matrix';
  return row ? 'row' : 'vector';
}

export type Product =
  | { readonly operator: string; readonly row: boolean }
  /** What stands beside what, and what to write instead. */
  | { readonly what: string; readonly instead: string };

const PRODUCTS: ReadonlyMap<string, Product> = new Map([
  ['matrix vector', { operator: 'matvec', row: false }],
  ['matrix matrix', { operator: 'matmul', row: false }],
  ['row vector', { operator: 'dot', row: false }],
  ['row matrix', { operator: 'vecmat', row: true }],
  ['vector row', { operator: 'outer', row: false }],
  [
    'vector vector',
    {
      what: 'Product of two vectors',
      instead: 'write "a .* b" for the product entry by entry, or "dot(a, b)" for the sum of the products.',
    },
  ],
  [
    'row row',
    {
      what: 'Product of two rows',
      instead: 'write "a .* b" for the product entry by entry, or "a*b\'" for the sum of the products.',
    },
  ],
  [
    'vector matrix',
    {
      what: 'Product of a vector and a matrix',
      instead: 'a vector is a column; write "x\'*A" for the row times the matrix, or "A*x".',
    },
  ],
  [
    'matrix row',
    { what: 'Product of a matrix and a row', instead: 'write "A*x" with the vector as it is, a column.' },
  ],
]);

export function productOf(a: Sided, b: Sided): Product {
  const [left, right] = [sideOf(a), sideOf(b)];
  if (left === 'scalar' || right === 'scalar') return { operator: 'multiply', row: a.row || b.row };
  return PRODUCTS.get(`${left} ${right}`)!;
}
