/**
 * Matrices as text: rows of right-aligned numbers. What is too large to be read in place is summed up, painted, or told by its size.
 */
import { formatCount, norm, type Shape } from '#engine';
import { charactersOf, type NumberFormat, shortNumber, USUAL_FORMAT } from './numbers';

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

/** Beyond this many entries the cells of a heat map would be smaller than what the eye can tell apart. */
const MOST_CELLS = 4096;
/** A summary reads every component, in every frame. */
const MOST_COMPONENTS = 65_536;

/**
 * How a rectangle is drawn: one number; all numbers; the first, the last and the norm of a vector; colours; its size alone. Depends on the
 * size only, so that a drawing does not jump while its numbers change.
 */
export type Form = 'number' | 'matrix' | 'summary' | 'heat' | 'size';

export function formOf(rows: number, cols: number, mostColumns = MOST_COLUMNS): Form {
  const count = rows * cols;
  if (count === 1) return 'number';
  if (cols <= mostColumns && rows <= MOST_ROWS) return 'matrix';
  if (rows === 1 || cols === 1) return count <= MOST_COMPONENTS ? 'summary' : 'size';
  return count <= MOST_CELLS ? 'heat' : 'size';
}

/** Whether there are more numbers than are read in place. */
export const isLarge = (rows: number, cols: number): boolean => cols > MOST_COLUMNS || rows > MOST_ROWS;

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

/** ‖x‖. */
export const normOf = ({ data }: Grid): number => norm(Float64Array.from(data), 2);

/** The lines of a long vector: first and last component, norm, size. A row stays a row, and takes two. */
export function summaryLines(grid: Grid, format?: NumberFormat): string[] {
  const { data, rows, cols } = grid;
  const [first, last, length] = [data[0], data[data.length - 1], normOf(grid)].map((x) =>
    shortNumber(x, format),
  );
  const size = sizeText(rows, cols);
  return rows === 1
    ? [`${first} … ${last}`, `‖·‖ ${length}  ${size}`]
    : [first, `⋮ ${size}`, last, `‖·‖ ${length}`];
}

/** The characters of the longest line that the summary of a vector may have, and how many lines it takes. */
export function summarySize(rows: number, cols: number, format?: NumberFormat) {
  const [characters, size] = [charactersOf(format ?? USUAL_FORMAT), sizeText(rows, cols).length];
  return rows === 1
    ? { characters: Math.max(2 * characters + 3, 4 + characters + 2 + size), lines: 2 }
    : { characters: Math.max(4 + characters, 2 + size), lines: 4 };
}

/** All digits, by rows: for copying. `[[1, 2], [3, 4]]`, as a file or a program would take it. */
export function matrixJson({ data, rows, cols }: Grid): string {
  const texts = Array.from(data, (x) => (Object.is(x, -0) ? '-0' : String(x)));
  if (rows * cols === 1) return texts[0];
  const lines = Array.from({ length: rows }, (_, i) => texts.slice(i * cols, (i + 1) * cols));
  return cols === 1 ? `[${texts.join(', ')}]` : `[${lines.map((line) => `[${line.join(', ')}]`).join(', ')}]`;
}
