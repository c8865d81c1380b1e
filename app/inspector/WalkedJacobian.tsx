/**
 * The local Jacobian of an edge with the names of its rows and columns: the arrows walk through its entries, which light up on the canvas.
 */
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgramEdge } from '#engine';
import { type ComponentName, componentNames, type Grid, jacobianName, named, spokenNumber } from '#scene';
import { pointedOf } from '../canvas/Pointed';
import { useSaid } from '../i18n/messages';
import { pointAt, useEditor } from '../state/store';
import { useStructure } from '../state/structure';
import { NamedMatrix } from './NamedMatrix';
import type { Walk } from './walking';

export interface WalkedJacobianProps {
  readonly edge: ProgramEdge;
  readonly read: () => Grid | undefined;
}

export function WalkedJacobian({ edge: { from, to, operand }, read }: WalkedJacobianProps) {
  const document = useStructure();
  const rows = useMemo(() => componentNames(named(document, to.id), to.tensor!.shape), [document, to]);
  const cols = useMemo(() => componentNames(named(document, from.id), from.tensor!.shape), [document, from]);
  const at = useEditor((state) => pointedOf(state, to.id, operand));
  const sentence = useSaidEntry(rows, cols);
  // What is removed while it has the focus is told of no blur.
  useEffect(() => () => pointAt(null), []);
  return (
    <NamedMatrix
      name={jacobianName(to.id, from.id)}
      rows={rows}
      cols={cols}
      read={read}
      walk={{ at, to: (cell) => pointAt(cell ? { to: to.id, operand, ...cell } : null), sentence }}
    />
  );
}

/** "∂q 1/∂x 2, row 1, column 2: 0.5", with all digits. */
function useSaidEntry(rows: readonly ComponentName[], cols: readonly ComponentName[]): Walk['sentence'] {
  const { t } = useTranslation();
  const said = useSaid();
  return ({ row, col }, entry) =>
    t('∂{{of}}/∂{{by}}, row {{i}}, column {{j}}: {{number}}', {
      of: rows[row].text,
      by: cols[col].text,
      i: row + 1,
      j: col + 1,
      number: said(spokenNumber(entry, 17), 'numbers'),
    });
}
