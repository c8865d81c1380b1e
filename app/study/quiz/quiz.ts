/**
 * A quiz about the graph that is open: which question is asked, what is hidden, what an answer is worth.
 */
import { type GraphDocument, setValues } from '#document';
import { freshValues, judge, type Question, type QuestionKind, questionsIn } from '#quiz';
import {
  commit,
  type EditorState,
  type QuizStudy,
  type Score,
  setAnnotation,
  setStudy,
  useEditor,
} from '../../state/store';

export const quizIn = ({ study }: EditorState): QuizStudy | undefined =>
  study?.kind === 'quiz' ? study : undefined;

let known:
  | {
      readonly program: unknown;
      readonly pullback: unknown;
      readonly document: GraphDocument;
      readonly ask: QuestionKind;
      readonly list: readonly Question[];
    }
  | undefined;

/** The questions of the kind that is asked for. */
export function questionsNow({ study, evaluation, history: { document } }: EditorState): readonly Question[] {
  if (study?.kind !== 'quiz') return NONE;
  const { program, pullback } = evaluation;
  const same = known?.program === program && known.pullback === pullback && known.ask === study.ask;
  if (!same)
    known = {
      program,
      pullback,
      document,
      ask: study.ask,
      list: questionsIn(document, evaluation, study.ask),
    };
  return known!.list;
}

const NONE: readonly Question[] = [];

export const questionNow = (state: EditorState): Question | undefined =>
  questionsNow(state)[quizIn(state)?.at ?? 0];

/** Whether the question that is asked is still open. */
function isOpen(state: EditorState): boolean {
  const quiz = quizIn(state);
  return quiz !== undefined && quiz.verdict?.kind !== 'right' && quiz.help !== 'solution';
}

/** Whether what a wire shows would give the answer away. */
export function isHiddenWire(state: EditorState, id: string): boolean {
  if (state.study?.kind !== 'quiz' || !isOpen(state)) return false;
  const question = questionNow(state);
  return question?.id === id;
}

/** Whether the value of a node, or its gradient, is asked for. */
export function isHiddenNode(state: EditorState, what: 'values' | 'gradients', id: string): boolean {
  if (state.study?.kind !== 'quiz' || !isOpen(state)) return false;
  const question = questionNow(state);
  return question?.id === id && question.kind === what;
}

const KEY = 'nabla.quiz';

function keptScore(): Score {
  try {
    const { asked, right } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Score>;
    if (Number.isInteger(asked) && Number.isInteger(right)) return { asked: asked!, right: right! };
  } catch {
    // What cannot be read was not written by us: the score begins anew.
  }
  return { asked: 0, right: 0 };
}

const UNANSWERED = { verdict: null, help: 'none', counted: false } as const;

export function startQuiz(ask: QuestionKind = 'jacobians'): void {
  setAnnotation('jacobians');
  setStudy({ kind: 'quiz', ask, at: 0, ...UNANSWERED, score: keptScore() });
}

function change(next: Partial<QuizStudy>): void {
  const quiz = quizIn(useEditor.getState());
  if (quiz) setStudy({ ...quiz, ...next });
}

/** Judges an answer; the first one that can be read counts. */
export function answer(text: string): void {
  const state = useEditor.getState();
  const [quiz, question] = [quizIn(state), questionNow(state)];
  if (!quiz || !question) return;
  const verdict = judge(state.history.document, state.evaluation, question, text);
  const counts = !quiz.counted && quiz.help !== 'solution' && verdict.kind !== 'unread';
  const score = counts
    ? { asked: quiz.score.asked + 1, right: quiz.score.right + (verdict.kind === 'right' ? 1 : 0) }
    : quiz.score;
  if (counts) localStorage.setItem(KEY, JSON.stringify(score));
  change({ verdict, score, counted: quiz.counted || counts });
}

export const help = (kind: QuizStudy['help']): void => change({ help: kind });

export function goToQuestion(at: number): void {
  const count = questionsNow(useEditor.getState()).length;
  if (count > 0) change({ at: (at + count) % count, ...UNANSWERED });
}

export function forgetScore(): void {
  localStorage.removeItem(KEY);
  change({ score: { asked: 0, right: 0 } });
}

/** Other numbers for the same graph, as one step that can be undone; says whether there were any. */
export function freshNumbers(): boolean {
  const values = freshValues(useEditor.getState().history.document);
  if (!values) return false;
  commit(setValues(values));
  change(UNANSWERED);
  return true;
}
