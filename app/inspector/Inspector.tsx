/**
 * The panel below the graph: the selected node or wire, or the graph as a whole.
 */
import { useTranslation } from 'react-i18next';
import { runCommand } from '../commands/registry';
import { useEditor } from '../state/store';
import { GraphInspector } from './GraphInspector';
import styles from './inspector.module.css';
import { NodeInspector } from './NodeInspector';
import { WireInspector } from './WireInspector';

export function Inspector() {
  const { t } = useTranslation();
  const { nodes, wires } = useEditor((state) => state.selection);
  const [node] = nodes;
  const [wire] = wires;
  const counted = {
    nodes: t('{{count}} nodes', { count: nodes.length }),
    wires: t('{{count}} wires', { count: wires.length }),
  };
  const both = nodes.length > 0 && wires.length > 0;
  const things = both
    ? t('{{nodes}} and {{wires}}', counted)
    : node === undefined
      ? counted.wires
      : counted.nodes;
  return (
    <aside className={styles.panel} aria-label={t('Inspector')}>
      {nodes.length + wires.length > 1 && (
        <p className={`${styles.several} ${styles.soft}`}>
          {t('{{things}} selected; the first is shown.', { things })}{' '}
          <button type="button" className={styles.action} onClick={() => runCommand('graph.fold-formula')}>
            {t('Fold into a formula')}
          </button>
        </p>
      )}
      {node !== undefined ? (
        <NodeInspector key={node} id={node} />
      ) : wire !== undefined ? (
        <WireInspector key={wire} wire={wire} />
      ) : (
        <GraphInspector />
      )}
    </aside>
  );
}
