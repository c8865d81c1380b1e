/**
 * The local Jacobian of an edge, below the node that it enters: operand, size, structure, numbers. While it is selected, its entries have the
 * names of their rows and columns, and are walked.
 */
import { type KeyboardEvent, useMemo } from 'react';
import type { ProgramEdge } from '#engine';
import { jacobianName, STRUCTURE_NAMES, sizeText } from '#scene';
import { useSaid } from '../i18n/messages';
import { WalkedJacobian } from '../inspector/WalkedJacobian';
import { jacobianReader } from '../state/readers';
import { select, useEditor } from '../state/store';
import { goToJacobian, goToNode } from './focus';
import { Numbers } from './Numbers';
import styles from './outline.module.css';

interface JacobianRowProps {
  readonly edge: ProgramEdge;
  /** Whether Tab comes to it. */
  readonly reachable: boolean;
}

export function JacobianRow({ edge, reachable }: JacobianRowProps) {
  const said = useSaid();
  const { id: wire, operand, jacobian } = edge;
  const [to, from] = [edge.to.id, edge.from.id];
  const selected = useEditor(({ selection }) => selection.wires.includes(wire));
  const read = useMemo(() => jacobianReader(to, operand), [to, operand]);
  if (!jacobian) return null;
  return (
    <tr className={styles.jacobian} aria-current={selected || undefined}>
      <th scope="row">
        <button
          type="button"
          className={styles.link}
          data-jacobian={wire}
          tabIndex={reachable || selected ? 0 : -1}
          aria-pressed={selected}
          onClick={() => select({ wires: [wire] })}
          onKeyDown={(event) => walkRows(edge, event)}
        >
          ∂{to}/∂{from} ({operand})
        </button>
      </th>
      <td>{sizeText(jacobian.rows, jacobian.cols)}</td>
      <td>{said(STRUCTURE_NAMES[jacobian.structure], 'structure')}</td>
      <td colSpan={2}>
        {selected ? (
          <WalkedJacobian edge={edge} read={read} />
        ) : (
          <Numbers name={jacobianName(to, from)} read={read} reachable={reachable} kind="jacobian" />
        )}
      </td>
    </tr>
  );
}

/** From one Jacobian of the node to the other, and back to the node. */
function walkRows({ id, to }: ProgramEdge, event: KeyboardEvent): void {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
  if (shiftKey || altKey || ctrlKey || metaKey) return;
  const wires = to.incoming.filter(({ jacobian }) => jacobian).map((edge) => edge.id);
  const at = wires.indexOf(id);
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, ArrowRight: at, Home: 0, End: wires.length - 1 }[key];
  if (key === 'ArrowLeft') goToNode(to.id);
  else if (next !== undefined) goToJacobian(wires[Math.max(0, Math.min(next, wires.length - 1))]);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
