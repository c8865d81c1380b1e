/**
 * Questions about the graph: an answer is judged, a wrong one traced to the mistake that gives it; a hint, then the solution; a sheet for a class.
 */
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Mistake,
  QUESTION_KINDS,
  type QuestionKind,
  questionTex,
  quizSheet,
  type SheetFormat,
  type Verdict,
} from '#quiz';
import { writeToClipboard } from '../../commands/clipboard';
import { type PlainText, t } from '../../i18n/i18n';
import { useSaid } from '../../i18n/messages';
import { Tex } from '../../math/Tex';
import { printText } from '../../print/printing';
import { type QuizStudy, showNotice, useEditor } from '../../state/store';
import { useSteady, useStructure } from '../../state/structure';
import { Controls } from '../Controls';
import shared from '../study.module.css';
import { Hint, Solution } from './Help';
import {
  answer,
  askAboutSelection,
  forgetScore,
  freshNumbers,
  goToQuestion,
  help,
  placeNow,
  questionNow,
  questionsNow,
  quizIn,
  startQuiz,
} from './quiz';
import styles from './quiz.module.css';

const KINDS = {
  jacobians: 'Local Jacobians',
  products: 'Products of the chain rule',
  gradients: 'Gradient rows',
  values: 'Values',
  shapes: 'Sizes of Jacobians',
} as const satisfies Record<QuestionKind, PlainText>;

export function QuizPanel({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const quiz = useSteady(quizIn);
  const count = useSteady((state) => questionsNow(state).length);
  const at = useSteady(placeNow);
  const asked = useSteady((state) => questionNow(state)?.id);
  if (!quiz) return null;
  return (
    <>
      <Controls title={title}>
        <label className={shared.ask}>
          {t('Ask for')}
          <select value={quiz.ask} onChange={(event) => startQuiz(event.currentTarget.value as QuestionKind)}>
            {QUESTION_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(KINDS[kind])}
              </option>
            ))}
          </select>
        </label>
        <Limit only={quiz.only} />
        <Tally quiz={quiz} />
        <div className={shared.buttons}>
          <button type="button" onClick={fresh}>
            {t('Fresh numbers')}
          </button>
        </div>
        <div className={styles.sheet}>
          <span>{t('Sheet')}</span>
          <Sheet format="latex" label={t('Sheet as LaTeX')} name="LaTeX" />
          <Sheet format="markdown" label={t('Sheet as Markdown')} name="Markdown" />
          <button
            type="button"
            aria-label={t('Sheet as PDF')}
            title={t('Opens the dialog for printing, which saves as PDF')}
            onClick={printSheet}
          >
            PDF
          </button>
        </div>
      </Controls>
      {count === 0 ? (
        <section className={styles.question}>
          <p>
            {quiz.only === null
              ? t('There is nothing of this kind to ask about: choose another, or a target.')
              : t('There is nothing of this kind to ask about in what was selected.')}
          </p>
        </section>
      ) : (
        <Asked key={`${quiz.ask} ${at} ${asked}`} quiz={quiz} at={at} count={count} />
      )}
    </>
  );

  function fresh(): void {
    if (!freshNumbers())
      showNotice({
        text: t('No other numbers were found at which the graph has a derivative.'),
        kind: 'refusal',
      });
  }
}

/** More are counted. */
const MOST_NAMED = 4;

/** Whether only a part of the graph is asked about: what was selected when that was chosen. */
function Limit({ only }: Pick<QuizStudy, 'only'>) {
  const { t } = useTranslation();
  const selected = useSteady(({ selection }) => selection.nodes.length + selection.wires.length);
  return (
    <label className={styles.limit}>
      <input
        type="checkbox"
        checked={only !== null}
        disabled={only === null && selected === 0}
        onChange={(event) => askAboutSelection(event.currentTarget.checked)}
      />
      {only === null
        ? t('Only what is selected')
        : only.length > MOST_NAMED
          ? t('Only {{count}} things', { count: only.length })
          : t('Only {{things}}', { things: only.join(', ') })}
    </label>
  );
}

function Tally({ quiz: { score } }: { readonly quiz: QuizStudy }) {
  const { t } = useTranslation();
  return (
    <p className={styles.tally}>
      {t('{{right}} of {{asked}} right at once', { ...score })}
      {score.asked > 0 && (
        <button type="button" onClick={forgetScore}>
          {t('Begin anew')}
        </button>
      )}
    </p>
  );
}

/** All questions of the kind with their solutions. */
function sheetNow(format: SheetFormat): string {
  const state = useEditor.getState();
  const { history, evaluation, settings } = state;
  const words = {
    questions: t('Questions'),
    solutions: t('Solutions'),
    compute: (tex: string) => t('Compute {{tex}}.', { tex }),
    sizeOf: (tex: string) => t('How many rows and columns has {{tex}}?', { tex }),
    given: (tex: string) => t('Given {{tex}}.', { tex }),
  };
  const options = { format, words, numbers: settings.numbers };
  return quizSheet(history.document, evaluation, questionsNow(state), options);
}

const printSheet = (): void => printText(sheetNow('markdown'));

interface SheetProps {
  readonly format: SheetFormat;
  readonly label: string;
  readonly name: string;
}

function Sheet({ format, label, name }: SheetProps) {
  const { t } = useTranslation();
  const copy = async () => {
    if (await writeToClipboard(sheetNow(format)))
      showNotice({ text: t('The sheet is copied.'), kind: 'note' });
  };
  return (
    <button type="button" aria-label={label} onClick={() => void copy()}>
      {name}
    </button>
  );
}

interface AskedProps {
  readonly quiz: QuizStudy;
  /** Counted from 0. */
  readonly at: number;
  readonly count: number;
}

function Asked({ quiz, at, count }: AskedProps) {
  const { t } = useTranslation();
  const document = useStructure();
  const question = useSteady(questionNow);
  const [text, setText] = useState('');
  if (!question) return null;
  const { verdict } = quiz;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer(text);
  };
  const symbols = questionTex(document, useEditor.getState().evaluation, question);
  return (
    <>
      <section className={styles.question} aria-label={t('Question')}>
        <h3>{t('Question {{at}} of {{of}}', { at: at + 1, of: count })}</h3>
        <p className={styles.asked}>
          {question.kind === 'shapes' && <span>{t('How many rows and columns has')}</span>}
          <Tex>{`${symbols}${question.kind === 'shapes' ? '' : ' ='}`}</Tex>
          <span>?</span>
        </p>
        <form onSubmit={submit}>
          <input
            aria-label={t('Answer')}
            placeholder={
              question.kind === 'shapes'
                ? t('such as 2×3')
                : t('such as 0.5, 1/2, [1, 2] or [[1, 2], [3, 4]]')
            }
            value={text}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <button type="submit">{t('Check')}</button>
        </form>
        <p role="status" className={styles.verdict} data-verdict={verdict?.kind}>
          {verdict && <Told verdict={verdict} />}
        </p>
        <div className={shared.buttons}>
          <button type="button" disabled={quiz.help !== 'none'} onClick={() => help('hint')}>
            {t('Hint')}
          </button>
          <button
            type="button"
            disabled={quiz.help !== 'hint' && (verdict === null || verdict.kind === 'unread')}
            onClick={() => help('solution')}
          >
            {t('Solution')}
          </button>
          <button type="button" onClick={() => goToQuestion(-1)}>
            {t('Question before')}
          </button>
          <button type="button" onClick={() => goToQuestion(1)}>
            {t('Next question')}
          </button>
        </div>
      </section>
      {quiz.help === 'hint' && <Hint question={question} />}
      {quiz.help === 'solution' && <Solution question={question} />}
    </>
  );
}

function Told({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation();
  const said = useSaid();
  switch (verdict.kind) {
    case 'right':
      return <>{t('✓ Right.')}</>;
    case 'mistake':
      return <>✗ {t(MISTAKES[verdict.mistakes[0]])}</>;
    case 'size':
      return (
        <>✗ {t('It has another size: {{expected}} is expected, and this is {{found}}.', { ...verdict })}</>
      );
    case 'wrong':
      return <>✗ {t('Not right. Take the hint, or try again.')}</>;
    case 'unread':
      return <>{said(verdict.problem)}</>;
  }
}

/** What a mistake is, said so that the rest is left to the student. */
const MISTAKES = {
  transposed: 'Rows and columns are exchanged: a row for each component of what is differentiated.',
  order: 'The product is in the other order: the later function stands on the left.',
  'missing path': 'One path is missing: every edge that leaves a node brings a term.',
  'counted twice': 'One path is counted twice.',
  'wrong point': 'A local derivative is taken at the wrong point: at the operand, not at the result.',
  'stale weights': 'The weights have already been updated: all derivatives belong to one point.',
  'elementwise softmax': 'The softmax does not act entry by entry: all its outputs depend on all inputs.',
  'elementwise product': 'Entries were multiplied one by one where a product of matrices stands.',
  'not summed': 'What the operand is used for several times has to be added up.',
  kink: 'There is a kink here, and the slope of the other side was taken.',
  sign: 'A sign is wrong.',
  'lost factor': 'A factor is lost, or too much: the 2 of a square, the n of a mean.',
} as const satisfies Record<Mistake, PlainText>;
