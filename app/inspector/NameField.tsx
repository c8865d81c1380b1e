/**
 * The name of a node, changed with all its wires.
 */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rename, renameProblem } from '#document';
import { useSaid } from '../i18n/messages';
import { commit, currentDocument, select } from '../state/store';
import styles from './inspector.module.css';

interface NameFieldProps {
  readonly id: string;
  /** Goes on from the node under its new name; else the field is only left. */
  afterEnter?(id: string): void;
}

export function NameField({ id, afterEnter }: NameFieldProps) {
  const { t } = useTranslation();
  const said = useSaid();
  const [draft, setDraft] = useState(id);
  const problemId = useId();
  const problem = renameProblem(currentDocument(), id, draft);
  function finish(): void {
    if (problem !== undefined) setDraft(id);
    else if (draft !== id) {
      commit(rename(id, draft));
      select({ nodes: [draft] });
    }
  }
  return (
    <label className={styles.field}>
      {t('Name')}
      <input
        value={draft}
        spellCheck={false}
        data-command-target="rename"
        aria-invalid={problem !== undefined}
        aria-describedby={problemId}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.currentTarget.blur();
            afterEnter?.(problem === undefined ? draft : id);
          }
          if (event.key === 'Escape') setDraft(id);
        }}
      />
      <span id={problemId} className={styles.fieldProblem} role="status">
        {problem && said(problem)}
      </span>
    </label>
  );
}
