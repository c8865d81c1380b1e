/**
 * A number, a vector or a matrix from text that was copied somewhere: a spreadsheet, NumPy, PyTorch, MATLAB, LaTeX, or numbers one under the other.
 */
import type { NestedValue } from '#engine';

/** Why text that looks like a matrix is none: a sentence for the user. */
export interface NoMatrix {
  readonly problem: string;
}

type Rows = readonly (readonly string[])[];

/** A matrix in text: its entries, and whether one row of them is a row (spreadsheet, LaTeX) or a list of numbers, which is a vector. */
interface Written {
  readonly rows: Rows;
  readonly isRow: boolean;
}

/**
 * The value that a text stands for; undefined when the text is nothing of the kind. One column is a vector. One row is a vector in
 * the notations that have them (`[1, 2]`, `1 2`), and a matrix of one row where columns are marked (tabs, LaTeX's `&`, `[[1, 2]]`).
 */
export function valueOfText(text: string): NestedValue | NoMatrix | undefined {
  const written = inLatex(text) ?? inBrackets(text) ?? inLines(text);
  return written && valueIn(written);
}

const LATEX =
  /^\$*\s*(?:\\left\s*[([|.]\s*)?\\begin\{(?:[pbvVB]?matrix\*?|smallmatrix|array)\}(?:\[[a-z]\]|\{[a-z| ]*\})?([\s\S]*?)\\end\{[a-zA-Z*]+\}(?:\s*\\right\s*[)\]|.])?\s*\$*$/;

function inLatex(text: string): Written | undefined {
  const inside = LATEX.exec(text.trim().replace(/^\\\[|\\\]$/g, ''))?.[1];
  if (inside === undefined) return undefined;
  const lines = inside
    .replace(/\\hline/g, '')
    .split(/\\\\(?:\[[^\]]*\])?|\\cr\b/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { rows: lines.map((line) => line.split('&').map(plainFraction)), isRow: true };
}

/** `\frac{1}{2}` and `\tfrac12` as 1/2; spacing commands and braces are dropped. */
const plainFraction = (entry: string): string =>
  entry
    .replace(
      /\\[dt]?frac\s*(?:\{([^{}]*)\}|(\d))\s*(?:\{([^{}]*)\}|(\d))/g,
      (_, a, b, c, d) => `${a ?? b}/${c ?? d}`,
    )
    .replace(/\\[,;:! ]|[{}]|\\(?:phantom|hphantom)\b/g, '')
    .trim();

/** `np.array([[1., 2.], [3., 4.]], dtype=float64)`, `tensor([1, 2])`, `[1 2; 3 4]`, `[[1 2]\n [3 4]]`, `{1, 2}`. */
function inBrackets(text: string): Written | undefined {
  const called = /^(?:[\w.]+\s*=\s*)?(?:[\w.]+\s*)?\(\s*([\s\S]*?)\s*(?:,\s*\w+\s*=[\s\S]*)?\)$/.exec(
    text.trim(),
  );
  const list = (called?.[1] ?? text).trim().replace(/^[\w.]+\s*=\s*(?=\[)/, '');
  const body = /^\[([\s\S]*)\]$/.exec(list)?.[1].trim();
  if (body === undefined) return undefined;
  if (!body.includes('[')) return { rows: body.split(/;|\n/).map(entriesOf), isRow: body.includes(';') };
  const rows = [...body.matchAll(/\[([^[\]]*)\]/g)].map(([, row]) => entriesOf(row));
  const between = body.replace(/\[[^[\]]*\]/g, '');
  return /^[\s,]*$/.test(between) ? { rows, isRow: true } : undefined;
}

const entriesOf = (row: string): string[] =>
  row
    .trim()
    .split(/\s*,\s*|\s+/)
    .filter((entry) => entry !== '');

/** Lines with tabs, semicolons, commas or spaces between numbers. Where something else separates, a comma is a decimal comma. */
function inLines(text: string): Written | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return undefined;
  const separator = ['\t', ';'].find((mark) => text.includes(mark));
  const rows = lines.map((line) =>
    separator ? line.split(separator).map((entry) => entry.trim()) : entriesOf(line),
  );
  const decimalComma = separator !== undefined && !text.includes('.');
  const read = decimalComma ? rows.map((row) => row.map((entry) => entry.replace(',', '.'))) : rows;
  // One line may as well be a formula: 1 + x. Several that begin with a number have to go on like a matrix.
  const claims = lines.length > 1 ? read[0].slice(0, 1) : read[0];
  return claims.every((entry) => numberIn(entry) !== undefined)
    ? { rows: read, isRow: separator === '\t' }
    : undefined;
}

function valueIn({ rows, isRow }: Written): NestedValue | NoMatrix | undefined {
  if (rows.length === 0 || rows[0].length === 0)
    return { problem: 'The matrix has no entries: expected at least one number.' };
  const numbers: number[][] = [];
  for (const [i, row] of rows.entries()) {
    if (row.length !== rows[0].length)
      return {
        problem: `Row ${i + 1} has ${counted(row.length)}, row 1 has ${rows[0].length}: expected rows of the same length.`,
      };
    const read = row.map(numberIn);
    const bad = read.indexOf(undefined);
    if (bad >= 0)
      return {
        problem: `“${row[bad]}” in row ${i + 1}, column ${bad + 1} is no number: expected one like 0.5, 1e-3 or 1/2.`,
      };
    numbers.push(read as number[]);
  }
  if (rows.length === 1 && rows[0].length === 1) return numbers[0][0];
  if (rows[0].length === 1) return numbers.map(([entry]) => entry);
  return rows.length === 1 && !isRow ? numbers[0] : numbers;
}

const counted = (n: number) => (n === 1 ? '1 entry' : `${n} entries`);

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A finite number or a fraction of two; U+2212 is a minus sign too. */
function numberIn(entry: string): number | undefined {
  const [above, below, ...more] = entry
    .replace(/−/g, '-')
    .split('/')
    .map((part) => part.trim());
  if (more.length > 0 || !NUMBER.test(above) || (below !== undefined && !NUMBER.test(below)))
    return undefined;
  const number = Number(above) / (below === undefined ? 1 : Number(below));
  return Number.isFinite(number) ? number : undefined;
}
