/**
 * Lines that what is dragged falls in with.
 */
import { ViewportPortal } from '@xyflow/react';
import { useEditor } from '../state/store';
import styles from './overlays.module.css';

export function Guides() {
  const guides = useEditor((state) => state.guides);
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
        <div
          key={axis}
          className={styles.guide}
          data-axis={axis}
          style={
            axis === 0
              ? { transform: `translate(${at}px, ${from}px)`, height: to - from }
              : { transform: `translate(${from}px, ${at}px)`, width: to - from }
          }
        />
      ))}
    </ViewportPortal>
  );
}
