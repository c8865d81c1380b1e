/**
 * A quiz about the graph that is open: which question is asked, what is hidden, what an answer is worth.
 */
import { setValues } from '#document';
import { edgeOf, freshValues, judge, type Question, type QuestionKind, questionsIn } from '#quiz';
import { UNANSWERED } from '../../state/editor-state';
import {
  commit,
  type EditorState,
  type QuizStudy,
  type Score,
  setAnnotation,
  setStudy,
  useEditor,
} from '../../state/store';
import { splitWire } from '../../state/wires';

export const quizIn = ({ study }: EditorState): QuizStudy | undefined =>
  study?.kind === 'quiz' ? study : undefined;

let known:
  | {
      readonly evaluation: unknown;
      readonly ask: QuestionKind;
      readonly only: QuizStudy['only'];
      readonly list: readonly Question[];
    }
  | undefined;

/** The questions of the kind that is asked for. */
export function questionsNow({ study, evaluation, history: { document } }: EditorState): readonly Question[] {
  if (study?.kind !== 'quiz') return NONE;
  const { ask, only } = study;
  if (known?.evaluation !== evaluation || known.ask !== ask || known.only !== only) {
    const list = questionsIn(document, evaluation, ask).filter(({ id }) => isAbout(id, only));
    // While a number is dragged the same questions stay the same list.
    const same = known?.ask === ask && known.list.length === list.length;
    const kept = same && known!.list.every(({ id }, k) => id === list[k].id) ? known!.list : list;
    known = { evaluation, ask, only, list: kept };
  }
  return known.list;
}

const NONE: readonly Question[] = [];

/** Whether a node or a wire is among those that are asked about; a node stands for the wires that enter it, too. */
const isAbout = (id: string, only: readonly string[] | null): boolean =>
  only === null || only.includes(id) || (id.includes('.') && only.includes(splitWire(id)[0]));

/** Asks about what is selected alone, or about everything again. */
export function askAboutSelection(limited: boolean): void {
  const { nodes, wires } = useEditor.getState().selection;
  change({ only: limited ? [...nodes, ...wires] : null, at: 0, ...UNANSWERED });
}

/** Which question is asked, counted from 0: after an edit there may be fewer of them. */
export const placeNow = (state: EditorState): number =>
  Math.max(0, Math.min(quizIn(state)?.at ?? 0, questionsNow(state).length - 1));

export const questionNow = (state: EditorState): Question | undefined => questionsNow(state)[placeNow(state)];

/** Whether the question that is asked is still open. */
function isOpen(state: EditorState): boolean {
  const quiz = quizIn(state);
  return quiz !== undefined && quiz.verdict?.kind !== 'right' && quiz.help !== 'solution';
}

/** Whether what a wire shows would give the answer away: its Jacobian, the value that it carries, its term of the gradient. */
export function isHiddenWire(state: EditorState, id: string): boolean {
  if (state.study?.kind !== 'quiz' || !isOpen(state)) return false;
  const question = questionNow(state);
  // Of a product the local Jacobian is given.
  if (question?.kind === 'products') return question.id === id && state.annotation === 'gradients';
  if (question?.id === id) return true;
  if (question?.kind !== 'values' && question?.kind !== 'gradients') return false;
  const [to, operand] = splitWire(id);
  const carries = state.annotation === question.kind;
  return carries && state.evaluation.program.edge(to, operand)?.from.id === question.id;
}

/** Whether the value of a node, or its gradient, is asked for. */
export function isHiddenNode(state: EditorState, what: 'values' | 'gradients', id: string): boolean {
  if (state.study?.kind !== 'quiz' || !isOpen(state)) return false;
  const question = questionNow(state);
  if (question?.kind === 'products')
    return what === 'gradients' && edgeOf(state.evaluation, question.id)?.from.id === id;
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

export function startQuiz(ask: QuestionKind = 'jacobians'): void {
  setAnnotation('jacobians');
  const only = quizIn(useEditor.getState())?.only ?? null;
  setStudy({ kind: 'quiz', ask, only, at: 0, ...UNANSWERED, score: keptScore() });
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

/** To the next question, or to the one before; round at the ends. */
export function goToQuestion(by: 1 | -1): void {
  const state = useEditor.getState();
  const count = questionsNow(state).length;
  if (count > 0) change({ at: (placeNow(state) + by + count) % count, ...UNANSWERED });
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
  return true;
}
