/**
 * A live rectangle of numbers: a number, a matrix, the summary of a vector, a heat map, or a size. React draws the frame, the painter writes
 * what is in it.
 */
import { useLayoutEffect, useRef } from 'react';
import { type Grid, isLarge, matrixJson } from '#scene';
import { register } from '../state/live';
import { useSteady } from '../state/structure';
import { type Cell, cellAt, markCell, type Setting } from './cells';
import { looks, writer } from './look';
import { registerSketch } from './sketch';
import styles from './values.module.css';

interface MatrixViewProps {
  /** The numbers as they are now; undefined while there are none. */
  readonly read: () => Grid | undefined;
  readonly className?: string | undefined;
  /** A matrix with more columns than this is not written out. */
  readonly mostColumns?: number;
  /** It is one of the many on the canvas. */
  readonly onCanvas?: boolean;
  /** An entry that is marked. */
  readonly mark?: Cell | undefined;
  /** Told which entry the pointer is on, and undefined when it has left. */
  onPoint?(cell: Cell | undefined): void;
}

export function MatrixView({
  read,
  className = '',
  mostColumns,
  onCanvas = false,
  mark,
  onPoint,
}: MatrixViewProps) {
  const setting = useRef<Setting | undefined>(undefined);
  const ref = useRef<HTMLSpanElement>(null);
  const format = useSteady(({ settings }) => settings.numbers);
  useLayoutEffect(() => {
    const element = ref.current!;
    const lookOf = looks(mostColumns, format);
    const write = writer(element);
    const look = () => {
      const now = lookOf(read());
      setting.current = now.setting;
      return now;
    };
    return onCanvas ? registerSketch({ element, look, write }) : register({ paint: () => write(look()) });
  }, [read, mostColumns, onCanvas, format]);
  useLayoutEffect(() => {
    if (setting.current) markCell(ref.current!, mark, setting.current);
  }, [mark]);
  return (
    <span
      ref={ref}
      className={`${styles.matrix} ${className}`}
      {...(onPoint && {
        onPointerMove: (event) =>
          onPoint(setting.current && cellAt(event.currentTarget, event, setting.current)),
        onPointerLeave: () => onPoint(undefined),
      })}
      onPointerEnter={(event) => {
        const grid = read();
        event.currentTarget.title = grid && !isLarge(grid.rows, grid.cols) ? matrixJson(grid) : '';
      }}
    />
  );
}
