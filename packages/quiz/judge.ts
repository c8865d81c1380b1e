/**
 * Whether an answer is right, and if not, which mistakes would give it.
 */
import type { GraphDocument } from '#document';
import { type Evaluated, type Grid, sizeText } from '#scene';
import { type Answer, readAnswer } from './answer';
import { type Mistake, mistakesOf } from './mistakes';
import { type Question, rightAnswer } from './question';

export type Verdict =
  | { readonly kind: 'right' }
  /** Each would give this answer; the likeliest first. */
  | { readonly kind: 'mistake'; readonly mistakes: readonly Mistake[] }
  /** Of another size than the answer has. */
  | { readonly kind: 'size'; readonly expected: string; readonly found: string }
  | { readonly kind: 'wrong' }
  /** Why it cannot be read. */
  | { readonly kind: 'unread'; readonly problem: string };

/** Numbers may be rounded to three digits, small ones beside larger ones to what these leave. */
const RELATIVE = 0.006;
const BESIDE = 5e-4;

export function judge(
  document: GraphDocument,
  evaluated: Evaluated,
  question: Question,
  text: string,
): Verdict {
  const right = rightAnswer(evaluated, question);
  if (!right)
    return { kind: 'unread', problem: 'The question has no answer any more: the graph is another.' };
  const answer = readAnswer(text, document, question, right);
  if ('problem' in answer) return { kind: 'unread', problem: answer.problem };
  const exact = question.kind === 'shapes';
  if (answers(answer, right, exact)) return { kind: 'right' };
  const mistakes = mistakesOf(document, evaluated, question)
    .filter((candidate) => !answers(asAnswer(candidate.answer), right, exact))
    .filter((candidate) => answers(answer, candidate.answer, exact))
    .map(({ mistake }) => mistake);
  if (mistakes.length > 0) return { kind: 'mistake', mistakes: [...new Set(mistakes)] };
  if (!fits(answer, right))
    return {
      kind: 'size',
      expected: sizeText(right.rows, right.cols),
      found: sizeText(answer.rows, answer.cols),
    };
  return { kind: 'wrong' };
}

const asAnswer = (grid: Grid): Answer => ({ ...grid, isList: false });

const fits = (answer: Answer, wanted: Grid): boolean =>
  answer.isList
    ? (wanted.rows === 1 || wanted.cols === 1) && answer.data.length === wanted.rows * wanted.cols
    : answer.rows === wanted.rows && answer.cols === wanted.cols;

/** Whether the numbers of an answer are those, as far as they are written; exactly those where they are counted. */
function answers(answer: Answer, wanted: Grid, exact: boolean): boolean {
  if (!fits(answer, wanted)) return false;
  if (exact) return Array.from(wanted.data).every((v, k) => answer.data[k] === v);
  const largest = Array.from(wanted.data).reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  return Array.from(wanted.data).every(
    (v, k) => Math.abs(answer.data[k] - v) <= Math.max(RELATIVE * Math.abs(v), BESIDE * largest, 1e-12),
  );
}
