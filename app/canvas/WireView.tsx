/**
 * An edge: its course, and its Jacobian in the middle.
 */
import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import { courseOf, strokeOf, wireGrid } from '#scene';
import { register } from '../state/live';
import { useEditor } from '../state/store';
import { useSteady } from '../state/structure';
import { markOfWire } from '../study/marks';
import { useDetail } from './detail';
import type { FlowEdge } from './flow';
import { WireLabel } from './WireLabel';
import styles from './wires.module.css';

export const WireView = memo(function WireView(props: EdgeProps<FlowEdge>) {
  const { id, source, target, targetHandleId, sourceX, sourceY, targetX, targetY, data, selected } = props;
  const course = courseOf({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, data?.bend);
  const muted = useSteady(({ history }) => history.document.nodes.get(source)?.op === 'constant');
  const mark = useSteady((state) => markOfWire(state, id));
  const drop = useSteady((state) => state.dropWire === id);
  const detail = useDetail();
  const operand = targetHandleId ?? '';
  const line = (
    <BaseEdge
      id={id}
      path={course.path}
      className={styles.wire}
      data-muted={muted || undefined}
      data-drop={drop || undefined}
      data-mark={mark}
      interactionWidth={22}
    />
  );
  if (detail === 'strokes')
    return (
      <Stroke to={target} operand={operand}>
        {line}
      </Stroke>
    );
  return (
    <>
      {line}
      <EdgeLabelRenderer>
        <WireLabel
          to={target}
          from={source}
          operand={operand}
          x={course.label.x}
          y={course.label.y}
          selected={selected ?? false}
          muted={muted}
          mark={mark}
          detail={detail}
        />
      </EdgeLabelRenderer>
    </>
  );
});

interface StrokeProps {
  readonly to: string;
  readonly operand: string;
  readonly children: ReactNode;
}

/** From very far the line itself tells how much passes: its width the size, its colour and dashes the sign of a number. */
function Stroke({ to, operand, children }: StrokeProps) {
  const ref = useRef<SVGGElement>(null);
  useLayoutEffect(() => {
    const { dataset } = ref.current!;
    let shown: Partial<ReturnType<typeof strokeOf>> = {};
    return register({
      paint() {
        const { evaluation, annotation } = useEditor.getState();
        const edge = evaluation.program.edge(to, operand);
        const stroke = strokeOf(edge && wireGrid(edge, evaluation, annotation));
        // To ask an element what it looks like takes as long as to tell it.
        if (stroke.size !== shown.size) dataset.size = stroke.size;
        if (stroke.sign !== shown.sign) dataset.sign = stroke.sign;
        shown = stroke;
      },
    });
  }, [to, operand]);
  return (
    <g ref={ref} className={styles.stroke}>
      {children}
    </g>
  );
}
