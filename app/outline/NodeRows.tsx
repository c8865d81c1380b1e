/**
 * The rows of a node: the node, what can be done with it while it is selected, and the Jacobian of each edge that enters it.
 */
import { Target } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, memo, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type GraphNode, setValue } from '#document';
import type { ProgramNode } from '#engine';
import { gradientName, valueName } from '#scene';
import { useSaid } from '../i18n/messages';
import { gradientReader, valueReader } from '../state/readers';
import { commit, select, useEditor } from '../state/store';
import { ValueEditor } from '../values/ValueEditor';
import { goToJacobian, goToNode } from './focus';
import { JacobianRow } from './JacobianRow';
import { NodeTools, removeRow } from './NodeTools';
import { Numbers } from './Numbers';
import { OperandList } from './OperandList';
import styles from './outline.module.css';

interface NodeRowsProps {
  readonly id: string;
  /** Its fields are open: it is the first that is selected. */
  readonly edited: boolean;
  readonly tabStop: boolean;
}

export const NodeRows = memo(function NodeRows({ id, edited, tabStop }: NodeRowsProps) {
  const node = useEditor(({ history }) => history.document.nodes.get(id));
  const computed = useEditor(({ evaluation }) => evaluation.program.node(id));
  const selected = useEditor(({ selection }) => selection.nodes.includes(id));
  const ref = useRef<HTMLTableCellElement>(null);
  useLayoutEffect(() => {
    if (edited) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [edited]);
  if (!node || !computed) return null;
  return (
    <tbody className={styles.node} data-selected={selected || undefined}>
      <tr aria-current={selected || undefined} onClick={(event) => chooseByRow(event, id)}>
        <th ref={ref} scope="row">
          <Name id={id} selected={selected} tabStop={tabStop} />
        </th>
        <td>{node.expression ?? node.function ?? node.op}</td>
        <td>
          <OperandList node={computed} edited={edited} />
        </td>
        <ValueCell node={node} computed={computed} edited={edited} />
      </tr>
      {edited && <NodeTools id={id} />}
      {computed.incoming.map((edge) => (
        <JacobianRow key={edge.id} edge={edge} reachable={edited} />
      ))}
    </tbody>
  );
});

/** A press beside the fields and buttons of a row selects it too. */
function chooseByRow({ target }: MouseEvent, id: string): void {
  if (target instanceof Element && !target.closest('button, input, select')) select({ nodes: [id] });
}

interface NameProps {
  readonly id: string;
  readonly selected: boolean;
  readonly tabStop: boolean;
}

function Name({ id, selected, tabStop }: NameProps) {
  const { t } = useTranslation();
  const isTarget = useEditor(({ history }) => history.document.target === id);
  return (
    <button
      type="button"
      className={styles.name}
      data-row={id}
      tabIndex={tabStop ? 0 : -1}
      aria-pressed={selected}
      onClick={() => select({ nodes: [id] })}
      onKeyDown={(event) => {
        if (!onKey(id, event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {id}
      {isTarget && <Target size={14} aria-label={t('target')} />}
    </button>
  );
}

/** A key pressed on a name: says whether it meant something. What it does not is left to the commands. */
function onKey(id: string, { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey || shiftKey) return false;
  const { selection, evaluation } = useEditor.getState();
  if ((key === 'Delete' || key === 'Backspace') && selection.nodes.length < 2) {
    removeRow(id);
    return true;
  }
  const jacobian = evaluation.program.node(id)?.incoming.find((edge) => edge.jacobian);
  if (key === 'ArrowRight' && jacobian) {
    goToJacobian(jacobian.id);
    return true;
  }
  const ids = evaluation.program.order.map((node) => node.id);
  const at = ids.indexOf(id);
  const next = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    ArrowLeft: at,
    ArrowRight: at,
    Home: 0,
    End: ids.length - 1,
  }[key];
  if (next === undefined) return false;
  goToNode(ids[Math.max(0, Math.min(next, ids.length - 1))]);
  return true;
}

interface ValueCellProps {
  readonly node: GraphNode;
  readonly computed: ProgramNode;
  readonly edited: boolean;
}

/** The value and ∂target/∂node, or why there are none. */
function ValueCell({ node, computed, edited }: ValueCellProps) {
  const said = useSaid();
  const { id, value } = node;
  const target = useEditor(({ evaluation }) => evaluation.pullback?.target.id);
  const readValue = useMemo(() => valueReader(id), [id]);
  const readGradient = useMemo(() => gradientReader(id), [id]);
  const [problem] = computed.problems;
  if (problem)
    return (
      <td colSpan={2} className={styles.problem}>
        {said(problem.message)}
      </td>
    );
  return (
    <>
      <td>
        {edited && value !== undefined ? (
          <ValueEditor
            name={id}
            value={value}
            onChange={(next, gesture) => commit(setValue(id, next), gesture)}
          />
        ) : (
          <Numbers name={valueName(id)} read={readValue} reachable={edited} />
        )}
      </td>
      <td>
        {target !== undefined && (
          <Numbers name={gradientName(target, id)} read={readGradient} reachable={edited} kind="gradient" />
        )}
      </td>
    </>
  );
}
