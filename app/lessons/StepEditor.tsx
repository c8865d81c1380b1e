/**
 * A step of the lesson while it is written: its texts, and what it shows.
 */
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeStep } from '#document';
import { Markdown } from '../math/Markdown';
import { commit, newGesture } from '../state/store';
import type { LessonStep } from './lesson';
import styles from './lessons.module.css';
import { moveShown, recordAgain, removeShown, stepCount } from './steps';

interface StepEditorProps {
  readonly step: LessonStep;
  /** Counted from 0. */
  readonly at: number;
}

export function StepEditor({ step, at }: StepEditorProps) {
  const { t } = useTranslation();
  const { question = { text: '', answer: '' } } = step;
  const ask = (part: Partial<typeof question>) => {
    const next = { ...question, ...part };
    return { question: next.text + next.answer === '' ? null : next };
  };
  return (
    <>
      <div className={styles.fields}>
        <Field label={t('Title')} value={step.title} at={at} part={(title) => ({ title })} />
        <Field
          label={t('Text, in Markdown with $formulas$')}
          rows={6}
          value={step.text}
          at={at}
          part={(text) => ({ text })}
        />
        <Field label={t('Question')} rows={2} value={question.text} at={at} part={(text) => ask({ text })} />
        <Field
          label={t('Answer')}
          rows={2}
          value={question.answer}
          at={at}
          part={(answer) => ask({ answer })}
        />
        <Field
          label={t('Notes for the speaker')}
          rows={2}
          value={step.notes ?? ''}
          at={at}
          part={(notes) => ({ notes: notes === '' ? null : notes })}
        />
      </div>
      <div className={styles.authoring}>
        <button type="button" onClick={recordAgain}>
          {t('Show what is seen now')}
        </button>
        <button type="button" disabled={at === 0} onClick={() => moveShown(-1)}>
          {t('Earlier')}
        </button>
        <button type="button" disabled={at + 1 === stepCount()} onClick={() => moveShown(1)}>
          {t('Later')}
        </button>
        <button type="button" onClick={removeShown}>
          {t('Remove')}
        </button>
      </div>
      <Markdown>{step.text}</Markdown>
    </>
  );
}

interface FieldProps {
  readonly label: string;
  /** A field of several lines. */
  readonly rows?: number;
  readonly value: string;
  readonly at: number;
  part(text: string): Parameters<typeof changeStep>[1];
}

/** What is typed between two visits of a field is one step of the history. */
function Field({ label, rows, value, at, part }: FieldProps) {
  const id = useId();
  const gesture = useRef<string | undefined>(undefined);
  const [text, setText] = useState<string | null>(null);
  const common = {
    value: text ?? value,
    onFocus: () => {
      gesture.current = newGesture();
      setText(value);
    },
    onBlur: () => setText(null),
    onChange: (event: { currentTarget: { value: string } }) => {
      setText(event.currentTarget.value);
      commit(changeStep(at, part(event.currentTarget.value)), gesture.current);
    },
  };
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input id={id} data-step-title {...common} />
      ) : (
        <textarea id={id} rows={rows} {...common} />
      )}
    </div>
  );
}
