/**
 * The name of a node, changed with all its wires.
 */
import { type KeyboardEvent, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { rename, renameProblem } from '#document';
import { useSaid } from '../i18n/messages';
import { focusTwinSoon } from '../outline/focus';
import { commit, currentDocument, select } from '../state/store';
import styles from './inspector.module.css';

export function NameField({ id }: { readonly id: string }) {
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
  /** Enter and Escape go back to the node, under the name it has then. */
  function key(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    const kept = event.key === 'Escape' || problem !== undefined;
    // The draft goes first, so that leaving the field keeps the old name.
    if (kept) flushSync(() => setDraft(id));
    event.currentTarget.blur();
    event.stopPropagation();
    focusTwinSoon(kept ? id : draft);
  }
  return (
    <label className={styles.field}>
      {t('Name')}
      <input
        value={draft}
        spellCheck={false}
        data-rename
        aria-invalid={problem !== undefined}
        aria-describedby={problemId}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={key}
      />
      <span id={problemId} className={styles.fieldProblem} role="status">
        {problem && said(problem)}
      </span>
    </label>
  );
}
