/**
 * A lesson, step by step: the text, what is shown and selected, a question with its answer folded away.
 */
import { ChevronLeft, ChevronRight, Pencil, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../commands/registry';
import { Markdown } from '../math/Markdown';
import { openLesson } from '../state/files';
import { setAuthoring, useEditor } from '../state/store';
import { type Lesson, lessonOf } from './lesson';
import styles from './lessons.module.css';
import { StepEditor } from './StepEditor';
import { goToStep } from './steps';
import { isOurs, lessonAfter, shownTitle, textOf } from './translated';

export function LessonPanel() {
  const { t } = useTranslation();
  const section = useEditor(({ history }) => history.document.lesson);
  const title = useEditor(({ history }) => shownTitle(history.document));
  const description = useEditor(({ history: { document } }) => textOf(document.lesson, document.description));
  const outcome = useMemo(() => lessonOf(section), [section]);
  if (!outcome) return null;
  if ('unexpected' in outcome)
    return (
      <p className={styles.panel}>
        {t(
          'The lesson of this file cannot be shown: {{place}} is missing or not what it should be. The graph is as it was saved.',
          { place: outcome.unexpected },
        )}
      </p>
    );
  return (
    <div className={styles.panel}>
      <h2>{title}</h2>
      <Steps lesson={outcome.lesson} description={description} />
    </div>
  );
}

function Steps({ lesson, description }: { readonly lesson: Lesson; readonly description: string }) {
  const { t } = useTranslation();
  const current = Math.min(
    useEditor((state) => state.lessonStep),
    lesson.steps.length,
  );
  const presenting = useEditor((state) => state.presenting !== null);
  // A class sees the lesson, not how it is written.
  const authoring = useEditor((state) => state.authoring) && !presenting;
  const { steps } = lesson;
  return (
    <>
      {current === 0 && <Markdown>{description}</Markdown>}
      {current > 0 && !authoring && <Step lesson={lesson} index={current - 1} />}
      {current > 0 && authoring && (
        <StepEditor key={current} step={lesson.steps[current - 1]} at={current - 1} />
      )}
      <nav className={styles.steps} aria-label={t('Steps of the lesson')}>
        <button type="button" disabled={current === 0} onClick={() => goToStep(current - 1)}>
          <ChevronLeft size={16} aria-hidden="true" /> {t('Back')}
        </button>
        <span>
          {current === 0 ? t('Introduction') : t('{{at}} of {{of}}', { at: current, of: steps.length })}
        </span>
        <button type="button" disabled={current === steps.length} onClick={() => goToStep(current + 1)}>
          {current === 0 ? t('Start') : t('Next')} <ChevronRight size={16} aria-hidden="true" />
        </button>
        {current === 0 && !presenting && <GoOn of={steps.length} />}
        {current === steps.length && <NextLesson />}
      </nav>
      {!presenting && <Authoring />}
    </>
  );
}

/** Back to the step that was reached on an earlier visit. */
function GoOn({ of }: { readonly of: number }) {
  const { t } = useTranslation();
  const reached = useEditor(({ progress, history: { document } }) =>
    isOurs(document.lesson) ? (progress[document.title] ?? 0) : 0,
  );
  const at = Math.min(reached, of);
  if (at === 0) return null;
  return (
    <button type="button" className={styles.further} onClick={() => goToStep(at)}>
      {t('Go on at step {{at}} of {{of}}', { at, of })}
    </button>
  );
}

/** The lesson that follows in the course. */
function NextLesson() {
  const { t } = useTranslation();
  const next = useEditor(({ history }) => lessonAfter(history.document.lesson));
  if (!next) return null;
  const { name, text, document } = next;
  return (
    <button type="button" className={styles.further} onClick={() => openLesson(name, text)}>
      {t('Next lesson: {{title}}', { title: shownTitle(document) })}
    </button>
  );
}

/** Writing the lesson: another step, or the one that is shown. */
function Authoring() {
  const { t } = useTranslation();
  const authoring = useEditor((state) => state.authoring);
  return (
    <div className={styles.authoring}>
      <button type="button" aria-pressed={authoring} onClick={() => setAuthoring(!authoring)}>
        <Pencil size={15} aria-hidden="true" /> {t('Write the lesson')}
      </button>
      {authoring && (
        <button type="button" onClick={() => runCommand('lesson.record')}>
          <Plus size={15} aria-hidden="true" /> {t('Record a step')}
        </button>
      )}
    </div>
  );
}

function Step({ lesson, index }: { readonly lesson: Lesson; readonly index: number }) {
  const section = useEditor(({ history }) => history.document.lesson);
  const step = lesson.steps[Math.min(index, lesson.steps.length - 1)];
  const translated = (text: string) => textOf(section, text);
  return (
    <>
      <h3>{translated(step.title)}</h3>
      <Markdown>{translated(step.text)}</Markdown>
      {step.question && (
        <details key={step.title} className={styles.question}>
          <summary>
            <Markdown>{translated(step.question.text)}</Markdown>
          </summary>
          <Markdown>{translated(step.question.answer)}</Markdown>
        </details>
      )}
    </>
  );
}
