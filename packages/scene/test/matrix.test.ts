/**
 * What is too large to be read in place: summed up, painted, told by its size.
 */
import { describe, expect, it } from 'vitest';
import { sizeOfGrid, sizeOfHeat } from '../boxes';
import { heatColor, heatShares, heatSignColor } from '../heat';
import { type Form, formOf, normOf, summaryLines, summarySize } from '../matrix';
import { USUAL_FORMAT } from '../numbers';
import { strokeOf } from '../strokes';

const FORMS: readonly (readonly [rows: number, cols: number, Form])[] = [
  [1, 1, 'number'],
  [8, 6, 'matrix'],
  [8, 1, 'matrix'],
  [1, 6, 'matrix'],
  [9, 1, 'summary'],
  [1, 7, 'summary'],
  [65_536, 1, 'summary'],
  [65_537, 1, 'size'],
  [9, 2, 'heat'],
  [2, 7, 'heat'],
  [64, 64, 'heat'],
  [64, 65, 'size'],
];

it.each(FORMS)('%d × %d is drawn as a %s', (rows, cols, form) => {
  expect(formOf(rows, cols)).toBe(form);
});

describe('The summary of a vector', () => {
  const column = { data: [1, -0.5, 0, 0, 0, 0, 0, 0, 0, 0.25], rows: 10, cols: 1 };

  it('has the first and the last component, the norm and the size', () => {
    expect(summaryLines(column)).toEqual(['1', '⋮ 10×1', '0.25', '‖·‖ 1.146']);
    expect(summaryLines({ ...column, rows: 1, cols: 10 })).toEqual(['1 … 0.25', '‖·‖ 1.146  1×10']);
  });

  it.each([
    [10, 1],
    [1, 10],
    [65_536, 1],
    [1, 65_536],
  ])('%d × %d fits into the room it is given', (rows, cols) => {
    const data = new Float64Array(rows * cols).fill(-0.001234);
    const lines = summaryLines({ data, rows, cols });
    const room = summarySize(rows, cols, USUAL_FORMAT);
    expect(lines).toHaveLength(room.lines);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(room.characters);
  });

  it.each([
    [[3e200, 4e200], 5e200],
    [[3e-200, -4e-200], 5e-200],
    [[0, 0], 0],
    [[1, -Infinity], Infinity],
    [[Number.NaN, 1], Number.NaN],
    [[1, Number.NaN], Number.NaN],
  ])('‖%j‖ = %d', (data, norm) => {
    const found = normOf({ data, rows: data.length, cols: 1 });
    if (Number.isFinite(norm) && norm > 0) expect(found / norm).toBeCloseTo(1, 14);
    else expect(found).toBe(norm);
  });
});

describe('A heat map', () => {
  const sharesOf = (...data: number[]) => heatShares({ data, rows: 1, cols: data.length });

  it('compares each entry with the largest', () => {
    expect(sharesOf(2, -1, 0)).toEqual([1, -0.5, 0]);
    expect(sharesOf(0, 0)).toEqual([0, 0]);
    expect(sharesOf(Infinity, -Infinity, 4, Number.NaN)).toEqual([1, -1, 1, Number.NaN]);
  });

  it('compares a number alone with 1', () => {
    expect([sharesOf(1), sharesOf(-3), sharesOf(0), sharesOf(-Infinity)]).toEqual([
      [0.5],
      [-0.75],
      [0],
      [-1],
    ]);
  });

  it('is blue below 0, white at 0, orange above; on a dark ground 0 is dark', () => {
    const colors = (theme: 'light' | 'dark') => [-1, 0, 1].map((share) => heatColor(share, theme));
    expect(colors('light')).toEqual(['#0054a6', '#ffffff', '#d95f02']);
    expect(colors('dark')).toEqual(['#5cacff', '#2b3241', '#ffa042']);
    expect(heatColor(Number.NaN, 'light')).toBe('#b3261e');
  });

  it('signs what is negative, and nothing else', () => {
    expect([0, 1, Number.NaN].map((share) => heatSignColor(share, 'light'))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(heatSignColor(-1, 'light')).not.toBe(heatColor(-1, 'light'));
    expect(heatSignColor(-0.1, 'dark')).not.toBe(heatColor(-0.1, 'dark'));
  });

  it('takes no more room than a matrix that is read', () => {
    for (const [rows, cols] of [
      [9, 2],
      [64, 64],
      [2, 2048],
      [2048, 2],
    ]) {
      const { width, height } = sizeOfHeat(rows, cols);
      expect(Math.max(width, height)).toBeLessThanOrEqual(140);
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(28);
      expect(sizeOfGrid(rows, cols).height).toBeGreaterThan(height);
    }
  });
});

it('A stroke tells how much passes, and the sign of a number', () => {
  const strokeOfNumbers = (...data: number[]) => strokeOf({ data, rows: data.length, cols: 1 });
  expect(strokeOfNumbers(0)).toEqual({ size: 'none', sign: 'none' });
  expect(strokeOfNumbers(-1e-3)).toEqual({ size: 'small', sign: 'negative' });
  expect(strokeOfNumbers(0.1, -0.1)).toEqual({ size: 'medium', sign: 'none' });
  expect(strokeOfNumbers(2)).toEqual({ size: 'large', sign: 'positive' });
  expect(strokeOfNumbers(10, 0)).toEqual({ size: 'huge', sign: 'none' });
  expect(strokeOfNumbers(Number.NaN, 1)).toEqual({ size: 'undefined', sign: 'none' });
  expect(strokeOf(undefined)).toEqual({ size: 'medium', sign: 'none' });
});
