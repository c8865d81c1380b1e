/**
 * A live rectangle of numbers: scalars as numbers, gradients as rows, columns as columns. React draws the frame, the painter writes the text.
 */
import { useLayoutEffect, useRef } from 'react';
import { type Grid, isLarge, matrixJson, matrixText, shortNumbers, sizeText } from '#scene';
import { register } from '../state/live';
import { useEditor } from '../state/store';
import { type Cell, cellAt, markCell, type Setting } from './cells';
import styles from './values.module.css';

interface MatrixViewProps {
  /** The numbers as they are now; undefined while there are none. */
  readonly read: () => Grid | undefined;
  readonly className?: string | undefined;
  /** More columns than this are told by their size. */
  readonly mostColumns?: number;
  /** An entry with a patch behind it. */
  readonly mark?: Cell | undefined;
  /** Told which entry the pointer is on, and undefined when it has left. */
  onPoint?(cell: Cell | undefined): void;
}

export function MatrixView({ read, className = '', mostColumns, mark, onPoint }: MatrixViewProps) {
  const setting = useRef<Setting | undefined>(undefined);
  const ref = useRef<HTMLSpanElement>(null);
  const format = useEditor(({ settings }) => settings.numbers);
  useLayoutEffect(() => {
    const element = ref.current!;
    let shown: string | undefined;
    // Columns grow with their numbers and never shrink: nothing trembles under a slider.
    let width = 1;
    const textOf = (grid: Grid) => {
      if (isLarge(grid.rows, grid.cols, mostColumns)) return sizeText(grid.rows, grid.cols);
      const numbers = shortNumbers(grid, format);
      for (const number of numbers) width = Math.max(width, number.length);
      setting.current = { rows: grid.rows, cols: grid.cols, characters: width };
      return matrixText(numbers, grid, width);
    };
    return register({
      paint() {
        const grid = read();
        const text = grid ? textOf(grid) : '–';
        if (text === shown) return;
        if (grid && isLarge(grid.rows, grid.cols, mostColumns)) setting.current = undefined;
        shown = text;
        element.textContent = text;
        const form = grid ? formOf(grid, mostColumns) : 'none';
        if (element.dataset.form !== form) element.dataset.form = form;
      },
    });
  }, [read, mostColumns, format]);
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

function formOf({ rows, cols }: Grid, mostColumns?: number): string {
  if (rows * cols === 1) return 'number';
  return isLarge(rows, cols, mostColumns) ? 'size' : 'matrix';
}
