/**
 * Entries of the Jacobians of linear algebra.
 */
import { placeTex } from '../components';
import { type Entry, type EntryFormula, type EntryFormulas, placeIn, sumOf } from './entry';

const matvec: EntryFormula = ({ i, j, which, shapes: [[, n]], of }) => {
  if (which === 1) return of(0, i * n + j);
  const [row, col] = [Math.floor(j / n), j % n];
  return row === i ? of(1, col) : '0';
};

/** W x + b; of a matrix of samples, its rows: y_sk = Σ W_kl x_sl + b_k. */
const linear: EntryFormula = ({ i, j, which, shapes: [[m, n]], of }) => {
  const [sample, unit] = [Math.floor(i / m), i % m];
  const [row, col] = [Math.floor(j / n), j % n];
  if (which === 2) return unit === j ? '1' : '0';
  if (which === 1) return row === sample ? of(0, unit * n + col) : '0';
  return row === unit ? of(1, sample * n + col) : '0';
};

const matmul: EntryFormula = ({ i, j, which, shapes: [[, n], [, p]], of }) => {
  const [row, col] = [Math.floor(i / p), i % p];
  if (which === 0) return Math.floor(j / n) === row ? of(1, (j % n) * p + col) : '0';
  return j % p === col ? of(0, row * n + Math.floor(j / p)) : '0';
};

const outer: EntryFormula = ({ i, j, which, shapes: [, [n]], of }) => {
  const [row, col] = [Math.floor(i / n), i % n];
  if (which === 0) return j === row ? of(1, col) : '0';
  return j === col ? of(0, row) : '0';
};

const quadraticForm: EntryFormula = ({ j, which, shapes: [[n]], of, name }) => {
  if (which === 0) return `${of(1, Math.floor(j / n))}\\,${of(1, j % n)}`;
  const both = Array.from(
    { length: n },
    (_, k) => `(${of(0, j * n + k)} + ${of(0, k * n + j)})\\,${of(1, k)}`,
  );
  const index = j + 1;
  const general = `(${name(0)}_{${index}k} + ${name(0)}_{k${index}})\\,${name(1)}_k`;
  return sumOf(both, `\\textstyle\\sum_k ${general}`);
};

/** xᵀ A y. */
const bilinear: EntryFormula = ({ j, which, shapes: [[m, n]], of, name }) => {
  if (which === 0) return `${of(1, Math.floor(j / n))}\\,${of(2, j % n)}`;
  const index = j + 1;
  if (which === 1)
    return sumOf(
      Array.from({ length: n }, (_, k) => `${of(0, j * n + k)}\\,${of(2, k)}`),
      `\\textstyle\\sum_k ${name(0)}_{${index}k}\\,${name(2)}_k`,
    );
  return sumOf(
    Array.from({ length: m }, (_, k) => `${of(1, k)}\\,${of(0, k * n + j)}`),
    `\\textstyle\\sum_k ${name(1)}_k\\,${name(0)}_{k${index}}`,
  );
};

/** (a × b)_i = a_{i+1} b_{i+2} − a_{i+2} b_{i+1}, the indices taken round. */
const cross: EntryFormula = ({ i, j, which, of }) => {
  if (i === j) return '0';
  const other = of(1 - which, 3 - i - j);
  const follows = (i + 1) % 3 === j;
  return follows === (which === 0) ? other : `-${other}`;
};

/** The cofactor of an entry; for large matrices by its name. */
const determinant: EntryFormula = ({ j, shapes: [shape], of, name }) => {
  const [n] = shape;
  const [row, col] = [Math.floor(j / n), j % n];
  if (n > 3) return `(\\operatorname{cof} ${name(0)})_{${placeTex(shape, j)}}`;
  const others = (skipped: number) => Array.from({ length: n }, (_, k) => k).filter((k) => k !== skipped);
  const [rows, cols] = [others(row), others(col)];
  const at = (r: number, c: number) => of(0, rows[r] * n + cols[c]);
  const sign = (row + col) % 2 === 0 ? '' : '-';
  if (n === 1) return '1';
  if (n === 2) return `${sign}${at(0, 0)}`;
  const minor = `${at(0, 0)}\\,${at(1, 1)} - ${at(0, 1)}\\,${at(1, 0)}`;
  return sign === '' ? minor : `-(${minor})`;
};

const inverseEntry = ({ shapes: [shape], name }: Entry, row: number, col: number): string =>
  `(${name(0)}^{-1})_{${placeTex(shape, row * shape[1] + col)}}`;

/** ‖x‖, without a result that would be its name. */
const length = ({ name }: Entry, operand: number): string => `\\|${name(operand)}\\|`;

export const ALGEBRA: EntryFormulas = {
  dot: ({ j, which, of }) => of(1 - which, j),
  matvec,
  linear,
  matmul,
  outer,
  /** xᵀ A as a column. */
  vecmat({ i, j, which, shapes: [, [, n]], of }) {
    if (which === 0) return of(1, j * n + i);
    return j % n === i ? of(0, Math.floor(j / n)) : '0';
  },
  quadratic_form: quadraticForm,
  bilinear,
  cross,
  det: determinant,
  logdet(entry) {
    const [row, col] = placeIn(entry.shapes[0], entry.j);
    return inverseEntry(entry, col, row);
  },
  inv({ i, j, shapes: [shape], result }) {
    const n = shape[1];
    const [[row, col], [from, to]] = [placeIn(shape, i), placeIn(shape, j)];
    return `-${result(row * n + from)}\\,${result(to * n + col)}`;
  },
  solve(entry) {
    const { i, j, which, shapes, result } = entry;
    if (shapes[1].length !== 1) return undefined;
    if (which === 1) return inverseEntry(entry, i, j);
    const [row, col] = placeIn(shapes[0], j);
    return `-${inverseEntry(entry, i, row)}\\,${result(col)}`;
  },
  normalize(entry) {
    const { i, j, result } = entry;
    const above = i === j ? `1 - ${result(i)}^2` : `-${result(i)}\\,${result(j)}`;
    return `\\frac{${above}}{${length(entry, 0)}}`;
  },
  cosine_similarity(entry) {
    const { j, which, of, result } = entry;
    const [own, other] = [length(entry, which), length(entry, 1 - which)];
    return `\\frac{${of(1 - which, j)}}{${own}\\,${other}} - \\frac{${result(0)}\\,${of(which, j)}}{${own}^2}`;
  },
  distance: ({ j, which, of, result }) => `\\frac{${of(which, j)} - ${of(1 - which, j)}}{${result(0)}}`,
};
