/**
 * The local Jacobian of an edge, below the node that it enters: operand, size, structure, numbers.
 */
import { useMemo } from 'react';
import type { ProgramEdge } from '#engine';
import { jacobianName, STRUCTURE_NAMES, sizeText } from '#scene';
import { useSaid } from '../i18n/messages';
import { jacobianReader } from '../state/readers';
import { select, useEditor } from '../state/store';
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
          tabIndex={reachable || selected ? 0 : -1}
          aria-pressed={selected}
          onClick={() => select({ wires: [wire] })}
        >
          ∂{to}/∂{from} ({operand})
        </button>
      </th>
      <td>{sizeText(jacobian.rows, jacobian.cols)}</td>
      <td>{said(STRUCTURE_NAMES[jacobian.structure], 'structure')}</td>
      <td colSpan={2}>
        <Numbers
          name={jacobianName(to, from)}
          read={read}
          reachable={reachable || selected}
          kind="jacobian"
        />
      </td>
    </tr>
  );
}
