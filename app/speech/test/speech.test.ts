/**
 * Matrices in the words of the Speech Rule Engine, in the manner that we chose. The page loads the engine in another way: see
 * tests/e2e/reading.test.ts.
 */
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { type Grid, matrixMathml } from '#scene';
import { MANNER } from '../manner';

const engine: typeof import('speech-rule-engine/mjs/common/system.js') = createRequire(import.meta.url)(
  'speech-rule-engine',
);

async function spoken(rows: number[][], locale: string, notANumber: string): Promise<string> {
  const grid: Grid = { data: rows.flat(), rows: rows.length, cols: rows[0].length };
  await engine.engineReady();
  await engine.setupEngine({ ...MANNER, locale });
  return engine.toSpeech(matrixMathml(grid, notANumber));
}

const HARD = [
  [0.1, -2.5, Number.NaN],
  [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1.5e-7],
];

describe('In English', () => {
  it.each([
    [[[-0.5]], 'negative 0.5'],
    [[[0.44, -0.52]], 'the 1 by 2 row matrix. 0.44, negative 0.52'],
    [[[0.22], [0.26]], 'the 2 by 1 column matrix. 0.22, 0.26'],
    [
      [
        [0.1, 0.5],
        [-0.3, 0.8],
      ],
      'the 2 by 2 matrix. Row 1: 0.1, 0.5 Row 2: negative 0.3, 0.8',
    ],
    [
      HARD,
      'the 2 by 3 matrix. Row 1: 0.1, negative 2.5, not a number Row 2: infinity, negative infinity, negative 1.5 times 10 to the negative 7 power',
    ],
  ])('%j', async (rows, words) => {
    expect(await spoken(rows, 'en', 'not a number')).toBe(words);
  });
});

describe('In French', () => {
  it.each([
    [[[-0.5]], 'négatif 0,5'],
    [[[0.44, -0.52]], 'la matrice ligne de dimension 1 par 2. 0,44, négatif 0,52'],
    [[[0.22], [0.26]], 'la matrice colonne de dimension 2 par 1. 0,22, 0,26'],
    [
      [
        [0.1, 0.5],
        [-0.3, 0.8],
      ],
      'la matrice de dimension 2 par 2. Rangée 1: 0,1, 0,5 Rangée 2: négatif 0,3, 0,8',
    ],
    [
      HARD,
      'la matrice de dimension 2 par 3. Rangée 1: 0,1, négatif 2,5, pas un nombre Rangée 2: infini, négatif infini, négatif 1,5 multiplié par 10 à la puissance négatif 7',
    ],
  ])('%j', async (rows, words) => {
    expect(await spoken(rows, 'fr', 'pas un nombre')).toBe(words);
  });
});
