/**
 * The graph as a whole: what it is about, which node is differentiated, what is wrong.
 */
import { useTranslation } from 'react-i18next';
import { nodesInOrder, setTarget } from '#document';
import { Markdown } from '../math/Markdown';
import { commit, useEditor } from '../state/store';
import { useStructure } from '../state/structure';
import { Diagnostics } from './Diagnostics';
import styles from './inspector.module.css';
import { Section } from './Section';

export function GraphInspector() {
  const { t } = useTranslation();
  const document = useStructure();
  const troubled = useEditor(({ evaluation }) => evaluation.diagnostics.length > 0);
  const nodes = nodesInOrder(document);
  const wires = nodes.reduce((sum, { inputs }) => sum + Object.keys(inputs ?? {}).length, 0);
  return (
    <>
      <div className={styles.about}>
        <label className={styles.field}>
          {t('Differentiate')}
          <select
            value={document.target ?? ''}
            onChange={(event) => commit(setTarget(event.currentTarget.value || null))}
          >
            <option value="">{t('no target')}</option>
            {nodes.map(({ id, op }) => (
              <option key={id} value={id}>
                {id} ({op})
              </option>
            ))}
          </select>
        </label>
        <p className={styles.soft}>
          {t('{{nodes}}, {{edges}}. Select one to see its Jacobians.', {
            nodes: t('{{count}} nodes', { count: nodes.length }),
            edges: t('{{count}} edges', { count: wires }),
          })}
        </p>
      </div>
      {troubled && (
        <Section title={t('Diagnostics')}>
          <Diagnostics />
        </Section>
      )}
      {!document.lesson && document.description && (
        <Section title={document.title || t('About')}>
          <Markdown>{document.description}</Markdown>
        </Section>
      )}
      {nodes.length === 0 && (
        <Section title={t('Begin')}>
          <p>
            {t(
              'Click a function on the left, or drag it onto the canvas. Then drag from the dot on the right of a node to an operand of another.',
            )}
          </p>
        </Section>
      )}
    </>
  );
}
