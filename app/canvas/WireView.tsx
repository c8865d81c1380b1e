/**
 * An edge: its course, and its Jacobian in the middle.
 */
import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { type MouseEvent, memo, useCallback } from 'react';
import { remove } from '#document';
import { courseOf, edgeSentence, sizeText, wireGrid, wireGridShape } from '#scene';
import { commit, pointAt, select, useEditor } from '../state/store';
import type { Cell } from '../values/cells';
import { MatrixView } from '../values/MatrixView';
import { useSentence } from '../values/use-sentence';
import styles from './canvas.module.css';
import { useDetail } from './detail';
import type { FlowEdge } from './flow';

export const WireView = memo(function WireView(props: EdgeProps<FlowEdge>) {
  const { id, source, target, targetHandleId, sourceX, sourceY, targetX, targetY, data, selected } = props;
  const course = courseOf({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, data?.bend);
  const muted = useEditor(({ history }) => history.document.nodes.get(source)?.op === 'constant');
  const drop = useEditor((state) => state.dropWire === id);
  const detail = useDetail();
  return (
    <>
      <BaseEdge
        id={id}
        path={course.path}
        className={styles.wire}
        data-muted={muted || undefined}
        data-drop={drop || undefined}
        interactionWidth={22}
      />
      {detail !== 'strokes' && (
        <EdgeLabelRenderer>
          <WireLabel
            to={target}
            from={source}
            operand={targetHandleId ?? ''}
            x={course.label.x}
            y={course.label.y}
            selected={selected ?? false}
            muted={muted}
            numbers={detail === 'numbers'}
          />
        </EdgeLabelRenderer>
      )}
    </>
  );
});

interface WireLabelProps {
  readonly from: string;
  readonly to: string;
  readonly operand: string;
  readonly x: number;
  readonly y: number;
  readonly selected: boolean;
  readonly muted: boolean;
  readonly numbers: boolean;
}

function WireLabel({ from, to, operand, x, y, selected, muted, numbers }: WireLabelProps) {
  const ref = useSentence<HTMLDivElement>(
    useCallback(() => {
      const edge = useEditor.getState().evaluation.program.edge(to, operand);
      return edgeSentence(edge, from, to, operand);
    }, [from, to, operand]),
  );
  const annotation = useEditor((state) => state.annotation);
  const wire = `${to}.${operand}`;
  const read = useCallback(() => {
    const { evaluation, annotation: mode } = useEditor.getState();
    const edge = evaluation.program.edge(to, operand);
    return edge && wireGrid(edge, evaluation, mode);
  }, [to, operand]);
  const size = useEditor(({ evaluation }) => {
    const edge = evaluation.program.edge(to, operand);
    if (!edge?.jacobian) return '–';
    const { rows, cols } = wireGridShape(edge, evaluation, annotation);
    return sizeText(rows, cols);
  });
  const pointed = useEditor((state) =>
    state.pointed?.to === to && state.pointed.operand === operand ? state.pointed : undefined,
  );
  // Only a Jacobian has a row for each component and a column for each.
  const onPoint = (cell: Cell | undefined) =>
    pointAt(cell && annotation === 'jacobians' ? { to, operand, ...cell } : null);
  const choose = (event: MouseEvent) => {
    if (event.altKey) return commit(remove([], [{ to, operand }]));
    const { selection } = useEditor.getState();
    select(
      event.shiftKey ? { nodes: selection.nodes, wires: [...selection.wires, wire] } : { wires: [wire] },
    );
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the wire is reached by keyboard through the inspector of its node
    <div
      ref={ref}
      role="img"
      data-wire={wire}
      className={`${styles.label} nodrag nopan`}
      data-selected={selected || undefined}
      data-muted={muted || undefined}
      data-mode={annotation}
      style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
      onClick={choose}
    >
      {numbers ? (
        <MatrixView key={annotation} read={read} mark={pointed} onPoint={onPoint} />
      ) : (
        <span className={styles.size}>{size}</span>
      )}
    </div>
  );
}
