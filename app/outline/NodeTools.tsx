/**
 * What can be done with the node whose row is selected: rename, differentiate, add what comes after it, delete.
 */
import { Plus, Target, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { remove } from '#document';
import { titleOf } from '../commands/keyboard';
import { runCommand } from '../commands/registry';
import { NameField } from '../inspector/NameField';
import { commit, select, useEditor } from '../state/store';
import { focusRowSoon } from './focus';
import styles from './outline.module.css';

export function NodeTools({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const isTarget = useEditor(({ history }) => history.document.target === id);
  return (
    <tr className={styles.tools}>
      <td colSpan={5}>
        <div>
          <NameField key={id} id={id} />
          <button
            type="button"
            className={styles.action}
            aria-pressed={isTarget}
            title={titleOf('graph.target')}
            onClick={() => runCommand('graph.target')}
          >
            <Target size={15} aria-hidden="true" /> {t('Target')}
          </button>
          <button
            type="button"
            className={styles.action}
            title={titleOf('graph.add-after')}
            onClick={() => runCommand('graph.add-after')}
          >
            <Plus size={15} aria-hidden="true" /> {t('Add what it is passed to…')}
          </button>
          <button
            type="button"
            className={styles.action}
            title={titleOf('edit.delete')}
            onClick={() => removeRow(id)}
          >
            <Trash2 size={15} aria-hidden="true" /> {t('Delete')}
          </button>
        </div>
      </td>
    </tr>
  );
}

/** Deletes a node; the one after it in the table is selected, so that the hands do not lose their place. */
export function removeRow(id: string): void {
  const ids = useEditor.getState().evaluation.program.order.map((node) => node.id);
  const at = ids.indexOf(id);
  const next = ids[at + 1] ?? ids[at - 1];
  commit(remove([id], []));
  if (next !== undefined) select({ nodes: [next] });
  focusRowSoon(next);
}
