/**
 * What a person writes about a node: how it is drawn (TeX), and a note (Markdown with formulas).
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GraphNode, setNodeText } from '#document';
import { Markdown } from '../math/Markdown';
import { leaveField } from '../outline/focus';
import { commit } from '../state/store';
import styles from './inspector.module.css';

type Kind = 'label' | 'note';

/** A draft is handed in when the field is left; Escape takes it back. */
function useDraft(node: GraphNode, kind: Kind) {
  const [draft, setDraft] = useState<string | null>(null);
  return {
    value: draft ?? node[kind] ?? '',
    change: setDraft,
    finish() {
      if (draft !== null) commit(setNodeText(node.id, kind, draft.trim()));
      setDraft(null);
    },
  };
}

export function LabelField({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation();
  const { value, change, finish } = useDraft(node, 'label');
  return (
    <label className={styles.field}>
      {t('Drawn as')}
      <input
        value={value}
        placeholder={t('TeX, such as w_{11}')}
        spellCheck={false}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leaveField(event.currentTarget);
          if (event.key === 'Escape') change(null);
        }}
      />
    </label>
  );
}

export function NoteField({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const { value, change, finish } = useDraft(node, 'note');
  if (!editing)
    return (
      <>
        {node.note && <Markdown>{node.note}</Markdown>}
        <button type="button" className={styles.action} onClick={() => setEditing(true)}>
          {node.note ? t('Edit the note') : t('Add a note')}
        </button>
      </>
    );
  return (
    <label className={styles.note}>
      {t('Note, in Markdown with $formulas$')}
      <textarea
        // biome-ignore lint/a11y/noAutofocus: the field was asked for with the button that stood here
        autoFocus
        rows={4}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => {
          finish();
          setEditing(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          change(null);
          setEditing(false);
        }}
      />
    </label>
  );
}
