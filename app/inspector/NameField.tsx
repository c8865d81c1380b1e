/**
 * The name of a node, changed with all its wires.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rename, renameProblem } from '#document';
import { useSaid } from '../i18n/messages';
import { commit, currentDocument, select } from '../state/store';
import styles from './inspector.module.css';

export function NameField({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const said = useSaid();
  const [draft, setDraft] = useState(id);
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
        aria-describedby="name-problem"
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setDraft(id);
        }}
      />
      <span id="name-problem" className={styles.fieldProblem} role="status">
        {problem && said(problem)}
      </span>
    </label>
  );
}
