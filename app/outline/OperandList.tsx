/**
 * The operands of a node, each with its source; while the node is selected, another source is chosen from those that fit.
 */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { connect, connectionProblem, remove } from '#document';
import type { ProgramNode } from '#engine';
import { offeredOperands } from '#scene';
import { commit, useEditor } from '../state/store';
import { goToNode } from './focus';
import styles from './outline.module.css';

interface OperandListProps {
  readonly node: ProgramNode;
  readonly edited: boolean;
}

export function OperandList({ node, edited }: OperandListProps) {
  const { t } = useTranslation();
  const inputs = useEditor(({ history }) => history.document.nodes.get(node.id)?.inputs) ?? {};
  const { op, operandNames: wired } = node;
  // The next of numbered operands is there for who edits.
  const operands = edited ? offeredOperands({ op, inputs, operands: wired }) : wired;
  if (operands.length === 0) return null;
  return (
    <ul className={styles.operands}>
      {operands.map((operand) => {
        const source = Object.hasOwn(inputs, operand) ? inputs[operand] : undefined;
        return (
          <li key={operand}>
            <span>{operand}</span>
            {source === undefined ? (
              !edited && <em>{t('no wire')}</em>
            ) : (
              <button
                type="button"
                className={styles.link}
                tabIndex={edited ? 0 : -1}
                aria-label={t('{{operand}}: go to {{source}}', { operand, source })}
                onClick={() => goToNode(source)}
              >
                {source}
              </button>
            )}
            {edited && <SourceField to={node.id} operand={operand} source={source} />}
          </li>
        );
      })}
    </ul>
  );
}

interface SourceFieldProps {
  readonly to: string;
  readonly operand: string;
  readonly source: string | undefined;
}

/** What is wired to an operand, chosen from the nodes that fit; none cuts the wire. */
function SourceField({ to, operand, source }: SourceFieldProps) {
  const { t } = useTranslation();
  const document = useEditor(({ history }) => history.document);
  const program = useEditor(({ evaluation }) => evaluation.program);
  const fitting = useMemo(
    () =>
      program.order
        .map(({ id }) => id)
        .filter((id) => id === source || connectionProblem(document, program, id, to, operand) === undefined),
    [document, program, to, operand, source],
  );
  return (
    <select
      className={styles.source}
      aria-label={t('Source of {{operand}}', { operand })}
      value={source ?? ''}
      onChange={({ currentTarget: { value } }) =>
        commit(value === '' ? remove([], [{ to, operand }]) : connect(value, to, operand))
      }
    >
      <option value="">{t('no wire')}</option>
      {fitting.map((id) => (
        <option key={id}>{id}</option>
      ))}
    </select>
  );
}
