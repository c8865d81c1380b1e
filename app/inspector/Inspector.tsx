/**
 * The panel below the graph: the selected node or wire, or the graph as a whole.
 */
import { runCommand } from '../commands/registry';
import { useEditor } from '../state/store';
import { GraphInspector } from './GraphInspector';
import styles from './inspector.module.css';
import { NodeInspector } from './NodeInspector';
import { WireInspector } from './WireInspector';

export function Inspector() {
  const { nodes, wires } = useEditor((state) => state.selection);
  const [node] = nodes;
  const [wire] = wires;
  return (
    <aside className={styles.panel} aria-label="Inspector">
      {nodes.length + wires.length > 1 && (
        <p className={styles.soft}>
          {nodes.length} {nodes.length === 1 ? 'node' : 'nodes'} and {wires.length}{' '}
          {wires.length === 1 ? 'wire' : 'wires'} selected; the first is shown.{' '}
          <button type="button" className={styles.action} onClick={() => runCommand('graph.fold-formula')}>
            Fold into a formula
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
