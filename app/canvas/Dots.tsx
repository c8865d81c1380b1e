/**
 * The dots behind the graph, on a sheet that is moved with it and lies still otherwise: panning draws only what comes into sight. As large as
 * it is, everything in sight lies on it, and the browser keeps sheet and graph as one picture.
 */
import { type ReactFlowState, useStore, ViewportPortal } from '@xyflow/react';
import { useId } from 'react';
import { shallow } from 'zustand/shallow';
import styles from './canvas.module.css';

interface DotsProps {
  /** From dot to dot, in the canvas's own units. */
  readonly gap: number;
}

/** Of the gap. */
const RADIUS = 0.0375;
/** Pixels of the screen, at least: no window is wider. A multiple of every gap. */
const CELL = 8000;

export function Dots({ gap }: DotsProps) {
  const pattern = useId();
  const [left, top, side] = useStore(sheet, shallow);
  return (
    <ViewportPortal>
      <svg className={styles.dots} style={{ left, top }} width={side} height={side} aria-hidden="true">
        <pattern
          id={pattern}
          x={-gap / 2}
          y={-gap / 2}
          width={gap}
          height={gap}
          patternUnits="userSpaceOnUse"
        >
          <circle cx={gap / 2} cy={gap / 2} r={RADIUS * gap} />
        </pattern>
        <rect width={side} height={side} fill={`url(#${pattern})`} />
      </svg>
    </ViewportPortal>
  );
}

/** Left, top and side of the sheet: three cells by three, the corner of what is in sight in the one in the middle. */
function sheet({ transform: [x, y, zoom] }: ReactFlowState): readonly [number, number, number] {
  const cell = CELL * 2 ** Math.ceil(-Math.log2(zoom));
  const from = (offset: number) => (Math.floor(-offset / zoom / cell) - 1) * cell;
  return [from(x), from(y), 3 * cell];
}
