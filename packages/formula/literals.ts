/**
 * What stands in a formula as a number, a column or a matrix of numbers: these become constants.
 */
import type { NestedValue } from '#engine';
import type { Term } from './tree';

/** The number that a term of numbers alone is: the exponent of x^(1/2). */
export function numberOf(term: Term): number | undefined {
  if (term.kind === 'number') return term.value;
  if (term.kind === 'negative') {
    const value = numberOf(term.term);
    return value === undefined ? undefined : -value;
  }
  if (term.kind !== 'binary') return undefined;
  const [a, b] = [numberOf(term.left), numberOf(term.right)];
  if (a === undefined || b === undefined) return undefined;
  if (term.sign === '+') return a + b;
  if (term.sign === '-') return a - b;
  if (term.sign === '*') return a * b;
  return term.sign === '/' && b !== 0 ? a / b : undefined;
}

export function numbersOf(items: readonly Term[]): number[] | undefined {
  const values = items.map((item) => (item.kind === 'number' ? item.value : undefined));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** The vector of numbers, or the matrix of equally long lists of numbers, that a list is. */
export function writtenOut(items: readonly Term[]): NestedValue | undefined {
  const numbers = numbersOf(items);
  if (numbers) return numbers;
  const rows = items.map((item) => (item.kind === 'list' ? numbersOf(item.items) : undefined));
  const equal = rows.every((row) => row !== undefined && row.length === rows[0]?.length);
  return equal ? (rows as number[][]) : undefined;
}
