/**
 * Entries of the Jacobians of reductions and running forms. Along an axis, what does not lie on the line of y_i does not move it.
 */
import { placeTex } from '../components';
import {
  type Entry,
  type EntryFormula,
  type EntryFormulas,
  grouped,
  lineOf,
  placeIn,
  productOf,
} from './entry';

/** The formula holds for the entries that component i is made of; all others are 0. */
const onTheLine =
  (formula: (entry: Entry, line: readonly number[]) => string | undefined): EntryFormula =>
  (entry) => {
    const line = lineOf(entry.shapes[0], entry.attributes.axis, entry.i);
    return line.includes(entry.j) ? formula(entry, line) : '0';
  };

/** What runs over the line where it is too long to be written out: x_k, or x_kl, x_k2, x_2k of a matrix. */
function running({ i, attributes: { axis }, shapes: [shape], name }: Entry): { index: string; term: string } {
  const index = shape.length === 2 && axis === undefined ? 'kl' : 'k';
  const place = axis === undefined ? index : axis === 0 ? `k${i + 1}` : `${i + 1}k`;
  return { index, term: `${name(0)}_{${place}}` };
}

/** The product of all components but the j-th. */
function allBut(entry: Entry, line: readonly number[]): string {
  const { j, attributes, shapes, of } = entry;
  const { index, term } = running(entry);
  const [row, col] = placeIn(shapes[0], j);
  const left =
    attributes.axis === undefined ? placeTex(shapes[0], j) : (attributes.axis === 0 ? row : col) + 1;
  const others = line.filter((k) => k !== j).map((k) => of(0, k));
  return productOf(others, `\\textstyle\\prod_{${index} \\ne ${left}} ${term}`);
}

/** x_j − μ. */
function deviation(entry: Entry, line: readonly number[]): string {
  const { index, term } = running(entry);
  const all = grouped(
    line.map((k) => entry.of(0, k)),
    `\\textstyle\\sum_{${index}} ${term}`,
  );
  return `${entry.of(0, entry.j)} - \\frac{1}{${line.length}}\\,${all}`;
}

const degrees = (line: readonly number[], { correction }: Entry['attributes']): number =>
  line.length - (correction as number);

export const REDUCTIONS: EntryFormulas = {
  sum: onTheLine(() => '1'),
  mean: onTheLine((_, { length }) => `\\frac{1}{${length}}`),
  prod: onTheLine(allBut),
  squared_norm: onTheLine(({ j, of }) => `2\\,${of(0, j)}`),
  norm: onTheLine(({ i, j, attributes: { ord }, of, result }) => {
    if (ord === 2) return `\\frac{${of(0, j)}}{${result(i)}}`;
    if (ord === 1) return `\\operatorname{sign}(${of(0, j)})`;
    // Which component is the largest is not to be seen from a formula.
    if (typeof ord !== 'number') return undefined;
    return `\\operatorname{sign}(${of(0, j)})\\,\\left(\\frac{|${of(0, j)}|}{${result(i)}}\\right)^{${ord - 1}}`;
  }),
  logsumexp: onTheLine(({ i, j, of, result }) => `e^{${of(0, j)} - ${result(i)}}`),
  var: onTheLine(
    (entry, line) => `\\frac{2}{${degrees(line, entry.attributes)}}\\,(${deviation(entry, line)})`,
  ),
  std: onTheLine((entry, line) => {
    const count = degrees(line, entry.attributes);
    const below = `${count === 1 ? '' : `${count}\\,`}${entry.result(entry.i)}`;
    return `\\frac{${deviation(entry, line)}}{${below}}`;
  }),
  cumulative_prod(entry) {
    const { i, j, of } = entry;
    if (j > i) return '0';
    const others = Array.from({ length: i + 1 }, (_, k) => k).filter((k) => k !== j);
    return productOf(
      others.map((k) => of(0, k)),
      `\\textstyle\\prod_{k \\le ${i + 1},\\, k \\ne ${j + 1}} ${running(entry).term}`,
    );
  },
};
