/**
 * The canvas on which numbers are drawn while they change in quick succession.
 */
import { useStore } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import { forgetPlaces, registerSketchCanvas } from '../values/sketch';
import styles from './canvas.module.css';

export function NumberLayer() {
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => registerSketchCanvas(ref.current!), []);
  useStore(
    ({ transform, width, height, nodes, edges }) => [transform, width, height, nodes, edges],
    sameItems,
  );
  // It is drawn again when something has moved, and only then.
  useLayoutEffect(forgetPlaces);
  return <canvas ref={ref} className={styles.numbers} width={0} height={0} />;
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.every((item, k) => item === b[k]);
