/**
 * The outline: the accessible twin of the canvas. A table of all nodes in the order in which they are evaluated, each with its operands, its
 * numbers and the Jacobians of the edges that enter it; what can be done on the canvas can be done here.
 */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../commands/registry';
import { shownTitle } from '../lessons/translated';
import { type EditorState, useEditor } from '../state/store';
import { workInOutline } from './focus';
import { NodeRows } from './NodeRows';
import styles from './outline.module.css';

/** Rows drawn at a time. */
const PAGE = 200;

export function Outline() {
  const { t } = useTranslation();
  const nodes = useEditor(({ evaluation }) => evaluation.program.order);
  const title = useEditor(({ history }) => shownTitle(history.document)) || t('Untitled');
  const first = useEditor(({ selection }) => selection.nodes[0]);
  const tabStop = useEditor(tabStopOf);
  const [asked, setAsked] = useState(PAGE);
  // What is selected on the canvas is never left out.
  const selected = nodes.findIndex(({ id }) => id === first);
  const count = Math.max(asked, Math.ceil((selected + 1) / PAGE) * PAGE);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes where the hands are
    <div className={styles.panel} data-outline onFocus={workInOutline}>
      <h2 className="visually-hidden">{t('Outline')}</h2>
      <button type="button" className={styles.action} onClick={() => runCommand('graph.add')}>
        <Plus size={16} aria-hidden="true" /> {t('Add a node…')}
      </button>
      <table className={styles.table}>
        <caption>{t('Outline of “{{title}}”, in the order of evaluation', { title })}</caption>
        <thead>
          <tr className={styles.heading}>
            <th scope="col">{t('Name')}</th>
            <th scope="col">{t('Function')}</th>
            <th scope="col">{t('Operands')}</th>
            <th scope="col">{t('Value')}</th>
            <th scope="col">{t('Gradient')}</th>
          </tr>
        </thead>
        {nodes.slice(0, count).map(({ id }) => (
          <NodeRows key={id} id={id} edited={first === id} tabStop={tabStop === id} />
        ))}
      </table>
      {nodes.length === 0 && <p className={styles.nothing}>{t('There are no nodes yet.')}</p>}
      {nodes.length > count && (
        <button type="button" className={styles.action} onClick={() => setAsked(count + PAGE)}>
          {t('Show more: {{shown}} of {{all}}', { shown: count, all: nodes.length })}
        </button>
      )}
    </div>
  );
}

/** The one name that Tab comes to; the arrows go on from there. */
function tabStopOf({ selection, evaluation }: EditorState): string | undefined {
  return selection.nodes[0] ?? evaluation.program.order[0]?.id;
}
