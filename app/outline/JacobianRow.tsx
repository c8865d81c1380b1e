/**
 * The local Jacobian of an edge, below the node that it enters: operand, size, structure, numbers.
 */
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgramEdge } from '#engine';
import { sizeText } from '#scene';
import { jacobianReader } from '../state/readers';
import { select, useEditor } from '../state/store';
import { Numbers } from './Numbers';
import styles from './outline.module.css';
import { STRUCTURE_NAMES } from './structure-names';

interface JacobianRowProps {
  readonly edge: ProgramEdge;
  /** Whether Tab comes to it. */
  readonly reachable: boolean;
}

export function JacobianRow({ edge, reachable }: JacobianRowProps) {
  const { t } = useTranslation();
  const { id: wire, operand, jacobian } = edge;
  const [to, from] = [edge.to.id, edge.from.id];
  const selected = useEditor(({ selection }) => selection.wires.includes(wire));
  const read = useMemo(() => jacobianReader(to, operand), [to, operand]);
  const name = useCallback(
    () => t('Jacobian of {{of}} with respect to {{by}}', { of: to, by: from }),
    [t, to, from],
  );
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
      <td>{t(STRUCTURE_NAMES[jacobian.structure])}</td>
      <td colSpan={2}>
        <Numbers name={name} read={read} kind="jacobian" />
      </td>
    </tr>
  );
}
