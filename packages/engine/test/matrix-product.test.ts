/**
 * Products of matrices of every shape that takes a loop of its own, against the definition.
 */
import { describe, expect, it } from 'vitest';
import { LANE_LENGTH, RUN } from '../matrix/kernels';
import { accumulateProduct, DEPTH } from '../matrix/product';
import { byRows, type MatrixView, transposeOf } from '../matrix/view';
import { randomVector, seeded } from './graphs';

const SEED = 20261124;
const EPSILON = 2 ** -52;

/** Sizes m, n, p around what the loops take at a time: tiles of two rows and three columns, four lanes, runs, depths, rows that stay in the lanes. */
const SHAPES: readonly (readonly [number, number, number])[] = [
  [1, 1, 1],
  [2, 3, 4],
  [7, 9, 5],
  [8, 16, 9],
  [33, 17, 31],
  [2 * Math.floor(LANE_LENGTH / 300) + 3, 300, 7],
  [5, 2 * DEPTH + 76, 6],
  [1, 500, 3],
  [1, 3, 500],
  [1, 67, 67],
  [1, 9, RUN + 5],
  [1, RUN + 5, 2],
  [500, 3, 1],
  [67, 67, 1],
  [2, RUN + 5, 1],
  [13, RUN / 2, 1],
  [500, 1, 3],
  [67, 1, 67],
  [9, 1, RUN + 5],
];

type Layout = 'by rows' | 'by columns' | 'apart';

/** A matrix of random numbers in a larger buffer, the rest of which is NaN: nobody may read it. */
function matrix(rows: number, cols: number, layout: Layout, random: () => number): MatrixView {
  const start = 3;
  const apart = layout === 'apart';
  const data = new Float64Array(start + rows * cols * (apart ? 2 : 1) + 2).fill(Number.NaN);
  const tight =
    layout === 'by columns' ? transposeOf(byRows(data, cols, rows, start)) : byRows(data, rows, cols, start);
  const view = apart ? { ...tight, rowStride: 2 * cols, colStride: 2 } : tight;
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) data[at(view, i, j)] = 2 * random() - 1;
  return view;
}

const at = ({ start, rowStride, colStride }: MatrixView, i: number, j: number) =>
  start + i * rowStride + j * colStride;
const entry = (view: MatrixView, i: number, j: number) => view.data[at(view, i, j)];

function expectProduct(m: number, n: number, p: number, layouts: readonly Layout[], fresh: boolean): void {
  const random = seeded(SEED + m + n + p);
  const A = matrix(m, n, layouts[0], random);
  const B = matrix(n, p, layouts[1], random);
  const C = matrix(m, p, layouts[2], random);
  const before = { ...C, data: C.data.slice() };
  if (fresh) for (let i = 0; i < m; i++) for (let j = 0; j < p; j++) C.data[at(C, i, j)] = Number.NaN;
  accumulateProduct(C, A, B, fresh);
  let [wrong, written] = [0, 0];
  for (let i = 0; i < m; i++)
    for (let j = 0; j < p; j++) {
      let [sum, size] = fresh ? [0, 0] : [entry(before, i, j), Math.abs(entry(before, i, j))];
      for (let k = 0; k < n; k++) {
        sum += entry(A, i, k) * entry(B, k, j);
        size += Math.abs(entry(A, i, k) * entry(B, k, j));
      }
      if (!(Math.abs(entry(C, i, j) - sum) <= 2 * n * EPSILON * size)) wrong++;
    }
  C.data.forEach((value) => {
    if (!Number.isNaN(value)) written++;
  });
  expect({ wrong, written }).toEqual({ wrong: 0, written: m * p });
}

const LAYOUTS: readonly Layout[] = ['by rows', 'by columns', 'apart'];

describe.each(SHAPES)(`%i × %i times %i columns (seed ${SEED})`, (m, n, p) => {
  const layouts = LAYOUTS.flatMap((a) => LAYOUTS.flatMap((b) => LAYOUTS.map((c) => [a, b, c] as const)));

  it.each(layouts)('A %s, B %s, C %s', (...given) => {
    expectProduct(m, n, p, given, false);
    expectProduct(m, n, p, given, true);
  });
});

describe('A product', () => {
  it.each([
    [1, 40, 40],
    [40, 40, 1],
    [40, 1, 40],
    [9, 9, 9],
  ])('of 0 and −1 is 0 and never −0: %i × %i times %i columns', (m, n, p) => {
    const C = new Float64Array(m * p).fill(5);
    const negative = new Float64Array(n * p).fill(-1);
    accumulateProduct(byRows(C, m, p), byRows(new Float64Array(m * n), m, n), byRows(negative, n, p), true);
    expect(C).toEqual(new Float64Array(m * p));
  });

  it('is not touched by what an earlier one left in the lanes', () => {
    const infinite = new Float64Array(64 * 64).fill(Number.POSITIVE_INFINITY);
    const twos = new Float64Array(64 * 64).fill(2);
    const out = () => new Float64Array(64 * 64);
    const multiply = (C: Float64Array, A: Float64Array, m: number, n: number, p: number) =>
      accumulateProduct(byRows(C, m, p), byRows(A, m, n), byRows(A, n, p), true);
    for (const [m, n, p] of [
      [33, 33, 31],
      [1, 33, 61],
      [61, 33, 1],
      [61, 1, 33],
    ]) {
      multiply(out(), infinite, 64, 64, 64);
      multiply(out(), infinite, 1, 64, 64);
      const C = out().subarray(0, m * p);
      multiply(C, twos, m, n, p);
      expect(C).toEqual(new Float64Array(m * p).fill(4 * n));
    }
  });

  it('takes what is infinite for what it is: 0 · ∞ is NaN', () => {
    const A = new Float64Array(50 * 50).fill(1);
    const B = new Float64Array(50 * 50).fill(1);
    A[0] = 0;
    B[0] = Number.POSITIVE_INFINITY;
    const C = new Float64Array(50 * 50);
    accumulateProduct(byRows(C, 50, 50), byRows(A, 50, 50), byRows(B, 50, 50), true);
    expect([C[0], C[50], C[1]]).toEqual([Number.NaN, Number.POSITIVE_INFINITY, 49]);
  });

  it.each(SHAPES)(
    'has the same bits in a fresh place and added to 0: %i × %i times %i columns',
    (m, n, p) => {
      const random = seeded(SEED);
      const [A, B] = [randomVector(m * n, random), randomVector(n * p, random)];
      const [fresh, added] = [new Float64Array(m * p).fill(7), new Float64Array(m * p)];
      accumulateProduct(byRows(fresh, m, p), byRows(A, m, n), byRows(B, n, p), true);
      accumulateProduct(byRows(added, m, p), byRows(A, m, n), byRows(B, n, p));
      expect(fresh).toEqual(added);
    },
  );
});
