/**
 * Why a wire does not fit, told beside the pointer while it is still being dragged.
 */
import { useConnection } from '@xyflow/react';
import { connectionProblem } from '#document';
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
      ? 'Both ends are operands: expected the output of a node at one end.'
      : 'Both ends are outputs: expected an operand at one end.';
  const { program } = useEditor.getState().evaluation;
  return connectionProblem(currentDocument(), program, source.nodeId, target.nodeId, target.id ?? '');
}

export function ConnectionHint() {
  const connection = useConnection();
  const { inProgress, fromHandle, toHandle, pointer } = connection;
  const reason = inProgress && fromHandle && toHandle ? refusal(fromHandle, toHandle) : undefined;
  return (
    <div
      role="status"
      className={styles.hint}
      hidden={!reason}
      style={pointer ? { transform: `translate(${pointer.x + 18}px, ${pointer.y + 18}px)` } : undefined}
    >
      {reason}
    </div>
  );
}
