/**
 * The graph as a whole: what it is about, which node is differentiated, what is wrong.
 */
import { nodesInOrder, setTarget } from '#document';
import { Markdown } from '../math/Markdown';
import { commit, useEditor } from '../state/store';
import { Diagnostics } from './Diagnostics';
import styles from './inspector.module.css';
import { Section } from './Section';

export function GraphInspector() {
  const document = useEditor(({ history }) => history.document);
  const nodes = nodesInOrder(document);
  const wires = nodes.reduce((sum, { inputs }) => sum + Object.keys(inputs ?? {}).length, 0);
  return (
    <>
      <div className={styles.about}>
        <label className={styles.field}>
          Differentiate
          <select
            value={document.target ?? ''}
            onChange={(event) => commit(setTarget(event.currentTarget.value || null))}
          >
            <option value="">no target</option>
            {nodes.map(({ id, op }) => (
              <option key={id} value={id}>
                {id} ({op})
              </option>
            ))}
          </select>
        </label>
        <p className={styles.soft}>
          {nodes.length} {nodes.length === 1 ? 'node' : 'nodes'}, {wires} {wires === 1 ? 'edge' : 'edges'}.
          Select one to see its Jacobians.
        </p>
        <Diagnostics />
      </div>
      {!document.lesson && document.description && (
        <Section title={document.title || 'About'}>
          <Markdown>{document.description}</Markdown>
        </Section>
      )}
      {nodes.length === 0 && (
        <Section title="Begin">
          <p>
            Click a function on the left, or drag it onto the canvas. Then drag from the dot on the right of a
            node to an operand of another.
          </p>
        </Section>
      )}
    </>
  );
}
