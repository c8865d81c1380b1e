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
  return (
    <aside className={styles.panel} aria-label={t('Inspector')}>
      {nodes.length + wires.length > 1 && (
        <p className={styles.soft}>
          {t('{{nodes}} and {{wires}} selected; the first is shown.', {
            nodes: t('{{count}} nodes', { count: nodes.length }),
            wires: t('{{count}} wires', { count: wires.length }),
          })}{' '}
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
