/**
 * A sheet for a class: in the words and numbers it is asked for.
 */
import { expect, it } from 'vitest';
import { USUAL_FORMAT } from '#scene';
import { questionsIn, quizSheet } from '../index';
import { evaluated, LESSONS } from './graphs';

const WORDS = {
  questions: 'Questions',
  solutions: 'Solutions',
  compute: (tex: string) => `Calculer ${tex}.`,
  sizeOf: (tex: string) => `Combien de lignes et de colonnes a ${tex} ?`,
  given: (tex: string) => `Données : ${tex}.`,
};
const document = LESSONS.find(({ title }) => title.startsWith('Case 6'))!;
const now = evaluated(document);
const sheetOf = (kind: 'gradients' | 'shapes', numbers = USUAL_FORMAT) =>
  quizSheet(document, now, questionsIn(document, now, kind), { format: 'markdown', words: WORDS, numbers });

it('writes numbers with a comma or as fractions', () => {
  expect(sheetOf('gradients')).toContain('\\begin{bmatrix} -0.112 & 0.636 \\end{bmatrix}');
  expect(sheetOf('gradients', { ...USUAL_FORMAT, comma: true })).toContain(
    '\\begin{bmatrix} -0{,}112 & 0{,}636 \\end{bmatrix}',
  );
  expect(sheetOf('gradients', { ...USUAL_FORMAT, style: 'fraction' })).toContain(
    'x = \\begin{bmatrix} \\tfrac{1}{5} \\\\ \\tfrac{2}{5} \\end{bmatrix}',
  );
});

it('asks for sizes in a sentence, and solves them', () => {
  expect(sheetOf('shapes')).toContain(
    '1. Combien de lignes et de colonnes a $\\dfrac{\\partial {q}}{\\partial {W}}$ ?\n',
  );
  expect(sheetOf('shapes')).toContain('\\colon\\ 2\\times 4$');
});
