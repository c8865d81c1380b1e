/**
 * Elimination at matrices of every rank, badly scaled, and larger than a person would write down.
 */
import { describe, expect, it } from 'vitest';
import {
  addCofactorTangent,
  cofactors,
  eliminate,
  invert,
  logDeterminant,
  roundedDeterminant,
  SINGULAR,
  solveLinear,
} from '../elimination';
import { randomVector, seeded } from './graphs';

const SEED = 20261124;

/** A product of an n × rank and a rank × n matrix of small whole numbers: its rank is known, and so are all its minors to be exact. */
function ofRank(n: number, rank: number, random: () => number): Float64Array {
  const whole = () => Array.from({ length: n * rank }, () => Math.round(6 * random() - 3));
  const [left, right] = [whole(), whole()];
  for (let k = 0; k < rank; k++) left[k * rank + k] = right[k * n + k] = 7;
  return multiply(left, right, n, rank);
}

/** a (n × inner) times b (inner × n) */
function multiply(a: ArrayLike<number>, b: ArrayLike<number>, n: number, inner = n): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < inner; k++)
      for (let j = 0; j < n; j++) out[i * n + j] += a[i * inner + k] * b[k * n + j];
  return out;
}

function transpose(a: Float64Array, n: number): Float64Array {
  return a.map((_, k) => a[(k % n) * n + Math.floor(k / n)]);
}

const identity = (n: number, scale = 1) =>
  Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? scale : 0));

const cofactorsOf = (a: Float64Array, n: number) => {
  const out = new Float64Array(n * n);
  cofactors(eliminate(a, n), out);
  return out;
};

describe.each([1, 2, 3, 4, 5, 6])(`At whole matrices of side %i (seed ${SEED})`, (n) => {
  const random = seeded(SEED + n);

  it.each(Array.from({ length: n + 1 }, (_, rank) => rank))(
    'of rank %i, A · adj A is det A · I exactly',
    (rank) => {
      const a = ofRank(n, rank, random);
      const C = cofactorsOf(a, n);
      const det = roundedDeterminant(eliminate(a, n));
      expect(Number.isInteger(det)).toBe(true);
      expect(multiply(a, transpose(C, n), n)).toEqual(identity(n, det));
      expect(C.every(Number.isInteger)).toBe(true);
      expect(det !== 0).toBe(rank === n);
      expect(C.some((v) => v !== 0)).toBe(rank >= n - 1);
      expect(invert(eliminate(a, n), C) < SINGULAR).toBe(rank === n);
    },
  );

  it.each(Array.from({ length: n + 1 }, (_, rank) => rank))(
    'of rank %i, the cofactors move as their differences do',
    (rank) => {
      const a = ofRank(n, rank, random);
      const da = randomVector(n * n, random);
      const moved = (t: number) =>
        cofactorsOf(
          a.map((v, k) => v + t * da[k]),
          n,
        );
      const out = new Float64Array(n * n).fill(3);
      addCofactorTangent(eliminate(a, n), da, 2, out);
      const [near, far] = [1e-3, 2e-3].map((h) => {
        const [up, down] = [moved(h), moved(-h)];
        return up.map((v, k) => (v - down[k]) / (2 * h));
      });
      const scale = Math.max(1, ...near.map(Math.abs));
      out.forEach((v, k) => {
        expect((v - 3) / 2 / scale).toBeCloseTo((4 * near[k] - far[k]) / 3 / scale, 7);
      });
    },
  );
});

it('finds the inverse of a matrix of side 60 to the last digits', () => {
  const n = 60;
  const a = randomVector(n * n, seeded(SEED));
  const inverse = new Float64Array(n * n);
  invert(eliminate(a, n), inverse);
  const error = multiply(a, inverse, n).map((v, k) => v - identity(n)[k]);
  expect(Math.max(...error.map(Math.abs))).toBeLessThan(1e-12);
});

it('takes the logarithm of a determinant that is no float64', () => {
  const n = 40;
  const huge = identity(n, 1e100);
  expect(roundedDeterminant(eliminate(huge, n))).toBe(Number.POSITIVE_INFINITY);
  expect(logDeterminant(eliminate(huge, n))).toBeCloseTo(4000 * Math.LN10, 11);
  expect(logDeterminant(eliminate(identity(n, 1e-100), n))).toBeCloseTo(-4000 * Math.LN10, 11);
  expect(logDeterminant(eliminate(identity(1, 1 + Number.EPSILON), 1))).toBe(Math.log1p(Number.EPSILON));
});

/** 1/(i + j + 1): by n = 13 its entries, rounded, might as well be those of a singular matrix. */
const hilbert = (n: number) =>
  Float64Array.from({ length: n * n }, (_, k) => 1 / (Math.floor(k / n) + (k % n) + 1));

it('calls a matrix singular when the rounding of its entries decides, however its rows and columns are scaled', () => {
  const singular = (a: Float64Array, n: number) =>
    invert(eliminate(a, n), new Float64Array(n * n)) >= SINGULAR;
  expect([4, 8, 12, 13, 16].map((n) => singular(hilbert(n), n))).toEqual([false, false, false, true, true]);
  const scales = [1e150, 1e-140, 3, 1e80];
  const scaled = (a: Float64Array) => a.map((v, k) => (v * scales[Math.floor(k / 4)]) / scales[3 - (k % 4)]);
  expect(singular(scaled(hilbert(4)), 4)).toBe(false);
  expect(singular(scaled(ofRank(4, 3, seeded(SEED))), 4)).toBe(true);
});

it('makes everything NaN of a matrix that is not finite, and does not call it singular', () => {
  const a = Float64Array.of(1, 2, Number.POSITIVE_INFINITY, 4);
  const [out, x] = [new Float64Array(4), new Float64Array(2)];
  const nothing = new Float64Array(4).fill(Number.NaN);
  expect(roundedDeterminant(eliminate(a, 2))).toBeNaN();
  expect(invert(eliminate(a, 2), out)).toBeNaN();
  expect(out).toEqual(nothing);
  expect(cofactorsOf(a, 2)).toEqual(nothing);
  solveLinear(eliminate(a, 2), Float64Array.of(1, 1), x);
  expect(x).toEqual(nothing.subarray(2));
});
