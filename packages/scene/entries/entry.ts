/**
 * What an entry of a local Jacobian is told of, and what formulas of several families are written with.
 */
import { type Shape, sizeOf } from '#engine';

/** The entry in row i of column j of the Jacobian of operand `which`, all counted from 0, and the quantities it may be written with. */
export interface Entry {
  readonly i: number;
  readonly j: number;
  readonly which: number;
  readonly shapes: readonly Shape[];
  readonly attributes: Readonly<Record<string, unknown>>;
  /** TeX of a component of an operand, counted from 0 by rows, and of the result. */
  of(operand: number, k: number): string;
  result(k: number): string;
  /** TeX of a whole operand. */
  name(operand: number): string;
}

/** TeX of the entry; undefined where a formula would say no more than the number. */
export type EntryFormula = (entry: Entry) => string | undefined;

export type EntryFormulas = Readonly<Record<string, EntryFormula>>;

/** As many terms or factors as are read at a glance. */
const FEW = 4;

/** Written out where there are few terms, and as `many` otherwise. One term stands alone; more are to be put into parentheses by who multiplies. */
export const sumOf = (terms: readonly string[], many: string): string =>
  terms.length > FEW ? many : terms.join(' + ');

export const productOf = (factors: readonly string[], many: string): string => {
  if (factors.length > FEW) return many;
  return factors.length === 0 ? '1' : factors.join('\\,');
};

/** A sum of terms as a factor. */
export const grouped = (terms: readonly string[], many: string): string =>
  terms.length === 1 || terms.length > FEW ? sumOf(terms, many) : `(${sumOf(terms, many)})`;

/** The row and the column of entry k of a matrix; of a vector, which is one row. */
export function placeIn(shape: Shape, k: number): readonly [row: number, column: number] {
  const cols = shape.at(-1) ?? 1;
  return [Math.floor(k / cols), k % cols];
}

/** The entries of a shape that go into component i of a reduction along `axis`: all of them where there is none. */
export function lineOf(shape: Shape, axis: unknown, i: number): number[] {
  if (axis === undefined) return Array.from({ length: sizeOf(shape) }, (_, k) => k);
  const [rows, cols] = shape;
  return axis === 0
    ? Array.from({ length: rows }, (_, row) => row * cols + i)
    : Array.from({ length: cols }, (_, col) => i * cols + col);
}
