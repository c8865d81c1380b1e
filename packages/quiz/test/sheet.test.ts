/**
 * A sheet for a class: in the words and numbers it is asked for.
 */
import { expect, it } from 'vitest';
import { USUAL_FORMAT } from '#scene';
import { judge, questionsIn, quizSheet } from '../index';
import { documentWith, evaluated, LESSONS } from './graphs';

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

it('solves a product by itself, whatever else comes to the node', () => {
  const document = documentWith(
    [
      { id: 'x', op: 'variable', value: 2 },
      { id: 'p', op: 'square', inputs: { x: 'x' } },
      { id: 'q', op: 'cube', inputs: { x: 'x' } },
      { id: 's', op: 'add', inputs: { a: 'p', b: 'q' } },
    ],
    's',
  );
  const now = evaluated(document);
  const question = { kind: 'products', id: 'p.x' } as const;
  const options = { format: 'markdown', words: WORDS, numbers: USUAL_FORMAT } as const;
  expect(quizSheet(document, now, [question], options)).toContain('&= 1 \\cdot 4 \\\\   &= 4 \\end{aligned}');
  expect(judge(document, now, question, '4')).toEqual({ kind: 'right' });
});

it('hangs at no question, however large what comes later is', { timeout: 5000 }, () => {
  const document = documentWith(
    [
      { id: 'c', op: 'variable', value: 2 },
      { id: 'A', op: 'constant', value: Array.from({ length: 200 }, () => Array(100).fill(1)) },
      { id: 'm', op: 'multiply', inputs: { a: 'A', b: 'c' } },
      { id: 't', op: 'tanh', inputs: { x: 'm' } },
      { id: 's', op: 'sum', inputs: { x: 't' } },
    ],
    's',
  );
  const now = evaluated(document);
  expect(judge(document, now, { kind: 'products', id: 'm.b' }, '17').kind).toBe('wrong');
});
