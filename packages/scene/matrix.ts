/**
 * Matrices as text: rows of right-aligned numbers. Beyond a few columns a matrix is told by its size until somebody asks.
 */
import { formatCount, type Shape } from '#engine';
import { type NumberFormat, shortNumber } from './numbers';

/** A rectangle of numbers by rows. */
export interface Grid {
  readonly data: ArrayLike<number>;
  readonly rows: number;
  readonly cols: number;
}

const MOST_COLUMNS = 6;
const MOST_ROWS = 8;
/** Below the value of a node there is less room than on a wire. */
export const MOST_COLUMNS_BELOW = 4;

/** How a rectangle is drawn: numbers, or its size alone. Depends on the size only, so that a drawing does not jump. */
export const isLarge = (rows: number, cols: number, mostColumns = MOST_COLUMNS): boolean =>
  cols > mostColumns || rows > MOST_ROWS;

/** "3×2", for what is too large to be read in place. */
export const sizeText = (rows: number, cols: number): string => `${formatCount(rows)}×${formatCount(cols)}`;

/** A value as the column (or matrix, or number) it is. */
export function gridShape(shape: Shape): { rows: number; cols: number } {
  return { rows: shape[0] ?? 1, cols: shape[1] ?? 1 };
}

/** The numbers, each as short as it can be shown. */
export const shortNumbers = ({ data }: Grid, format?: NumberFormat): string[] =>
  Array.from(data, (x) => shortNumber(x, format));

/** Numbers as lines of text, in columns of `width` characters aligned at the right. A single number stands alone. */
export function matrixText(numbers: readonly string[], { rows, cols }: Grid, width: number): string {
  if (rows * cols === 1) return numbers[0];
  let text = '';
  for (let i = 0, k = 0; i < rows; i++) {
    if (i > 0) text += '\n';
    for (let j = 0; j < cols; j++, k++) text += (j > 0 ? '  ' : '') + numbers[k].padStart(width);
  }
  return text;
}

/** All digits, by rows: for copying. `[[1, 2], [3, 4]]`, as a file or a program would take it. */
export function matrixJson({ data, rows, cols }: Grid): string {
  const texts = Array.from(data, (x) => (Object.is(x, -0) ? '-0' : String(x)));
  if (rows * cols === 1) return texts[0];
  const lines = Array.from({ length: rows }, (_, i) => texts.slice(i * cols, (i + 1) * cols));
  return cols === 1 ? `[${texts.join(', ')}]` : `[${lines.map((line) => `[${line.join(', ')}]`).join(', ')}]`;
}
