/**
 * Numbers for those who listen: in sentences of our own, and as MathML for an engine that has better ones.
 */
import { describe, expect, it } from 'vitest';
import { type Grid, matrixMathml, matrixSentence, spokenNumber } from '../index';

const grid = (...rows: number[][]): Grid => ({ data: rows.flat(), rows: rows.length, cols: rows[0].length });

/** A cell as it is meant, whatever its number is made of. */
const cells = (...texts: string[]) => `<mtr>${texts.map((text) => `<mtd>${text}</mtd>`).join('')}</mtr>`;
const matrix = (...lines: string[]) =>
  `<math><mrow><mo>[</mo><mtable>${lines.join('')}</mtable><mo>]</mo></mrow></math>`;
const minus = (text: string) => `<mrow><mo>\u2212</mo>${text}</mrow>`;

const HARD = grid([0.1, -2.5, Number.NaN], [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1.5e-7]);

describe('As MathML', () => {
  it.each([
    ['a number', grid([0.116]), '<math><mn>0.116</mn></math>'],
    ['minus zero', grid([-0]), '<math><mn>0</mn></math>'],
    ['a third, to six digits', grid([-1 / 3]), `<math>${minus('<mn>0.333333</mn>')}</math>`],
    [
      'a large number',
      grid([1e300]),
      '<math><mrow><mn>1</mn><mo>×</mo><msup><mn>10</mn><mn>300</mn></msup></mrow></math>',
    ],
    ['a row', grid([0.44, 0.52]), matrix(cells('<mn>0.44</mn>', '<mn>0.52</mn>'))],
    ['a column', grid([0.22], [0.26]), matrix(cells('<mn>0.22</mn>'), cells('<mn>0.26</mn>'))],
    [
      'what is hard to say',
      HARD,
      matrix(
        cells('<mn>0.1</mn>', minus('<mn>2.5</mn>'), '<mtext>nothing</mtext>'),
        cells(
          '<mi>∞</mi>',
          minus('<mi>∞</mi>'),
          minus(`<mrow><mn>1.5</mn><mo>×</mo><msup><mn>10</mn>${minus('<mn>7</mn>')}</msup></mrow>`),
        ),
      ),
    ],
  ])('%s', (_, numbers, mathml) => {
    expect(matrixMathml(numbers, 'nothing')).toBe(mathml);
  });
});

describe('In our own words', () => {
  it.each([
    [grid([0.116]), 'Value of z: 0.116'],
    [grid([0.44, -0.52]), 'Value of z, 1 by 2: 0.44, -0.52'],
    [grid([0.22], [0.26]), 'Value of z, 2 by 1: 0.22, 0.26'],
    [HARD, 'Value of z, 2 by 3: row 1: 0.1, -2.5, not a number; row 2: infinity, minus infinity, -1.5e-7'],
    [
      grid(Array.from({ length: 18 }, (_, k) => k)),
      'Value of z, 1 by 18: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, and 2 more',
    ],
    [{ data: new Float64Array(70), rows: 10, cols: 7 }, 'Value of z, 10 by 7: too large to be read out'],
    [undefined, 'Value of z, not evaluated'],
  ])('%j', (numbers, sentence) => {
    expect(matrixSentence('Value of z', numbers)).toBe(sentence);
  });

  it('one number has all its digits where they are asked for', () => {
    expect(spokenNumber(-1 / 3)).toBe('-0.333333');
    expect(spokenNumber(-1 / 3, 17)).toBe(String(-1 / 3));
    expect(spokenNumber(0.1 + 0.2, 17)).toBe('0.30000000000000004');
  });
});
