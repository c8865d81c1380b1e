/**
 * Why a wire does not fit, told beside the pointer while it is still being dragged.
 */
import { useConnection, useStore } from '@xyflow/react';
import { connectionProblem } from '#document';
import { t } from '../i18n/i18n';
import { said } from '../i18n/messages';
import { currentDocument, useEditor } from '../state/store';
import styles from './canvas.module.css';

interface End {
  readonly nodeId: string;
  readonly id?: string | null;
  readonly type: string;
}

/** The reason why two ends cannot be joined, whichever of them the drag began at. */
export function refusal(one: End, other: End): string | undefined {
  const [source, target] = one.type === 'source' ? [one, other] : [other, one];
  if (source.type === target.type)
    return source.type === 'target'
      ? t('Both ends are operands: expected the output of a node at one end.')
      : t('Both ends are outputs: expected an operand at one end.');
  const { program } = useEditor.getState().evaluation;
  const reason = connectionProblem(currentDocument(), program, source.nodeId, target.nodeId, target.id ?? '');
  return reason && said(reason);
}

/** As wide as it may get; near the right edge it stays inside. */
const WIDTH = 320;

export function ConnectionHint() {
  const connection = useConnection();
  const { inProgress, fromHandle, toHandle, pointer } = connection;
  const width = useStore((state) => state.width);
  const left = Math.max(8, Math.min((pointer?.x ?? 0) + 18, width - WIDTH - 8));
  const reason = inProgress && fromHandle && toHandle ? refusal(fromHandle, toHandle) : undefined;
  return (
    <div
      role="status"
      className={styles.hint}
      hidden={!reason}
      style={pointer ? { transform: `translate(${left}px, ${pointer.y + 18}px)` } : undefined}
    >
      {reason}
    </div>
  );
}
