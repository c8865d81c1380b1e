/**
 * A live rectangle of numbers: a number, a matrix, the summary of a vector, a heat map, or a size. React draws the frame, the painter writes
 * what is in it.
 */
import { useLayoutEffect, useRef } from 'react';
import {
  type Form,
  formOf,
  type Grid,
  isLarge,
  matrixJson,
  matrixText,
  type NumberFormat,
  shortNumbers,
  sizeText,
  summaryLines,
} from '#scene';
import { register } from '../state/live';
import { useEditor } from '../state/store';
import { type Cell, cellAt, markCell, type Setting } from './cells';
import { heatPainter } from './heat';
import styles from './values.module.css';

interface MatrixViewProps {
  /** The numbers as they are now; undefined while there are none. */
  readonly read: () => Grid | undefined;
  readonly className?: string | undefined;
  /** A matrix with more columns than this is not written out. */
  readonly mostColumns?: number;
  /** An entry that is marked. */
  readonly mark?: Cell | undefined;
  /** Told which entry the pointer is on, and undefined when it has left. */
  onPoint?(cell: Cell | undefined): void;
}

export function MatrixView({ read, className = '', mostColumns, mark, onPoint }: MatrixViewProps) {
  const setting = useRef<Setting | undefined>(undefined);
  const ref = useRef<HTMLSpanElement>(null);
  const format = useEditor(({ settings }) => settings.numbers);
  useLayoutEffect(() => {
    const write = writer(ref.current!, mostColumns, format);
    return register({
      paint() {
        setting.current = write(read());
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

/** Writes grids into an element, touching it only where something looks different; says where the entries stand, if each has a place. */
function writer(
  element: HTMLElement,
  mostColumns: number | undefined,
  format: NumberFormat,
): (grid: Grid | undefined) => Setting | undefined {
  let shown: string | undefined;
  let paintHeat: ((grid: Grid) => void) | undefined;
  // Columns grow with their numbers and never shrink: nothing trembles under a slider.
  let width = 1;
  const writeText = (form: Form | 'none', text: string) => {
    if (text === shown && element.dataset.form === form) return;
    shown = text;
    paintHeat = undefined;
    element.textContent = text;
    if (element.dataset.form !== form) element.dataset.form = form;
  };
  const writeHeat = (grid: Grid) => {
    if (!paintHeat) {
      writeText('heat', sizeText(grid.rows, grid.cols));
      paintHeat = heatPainter(element.insertBefore(document.createElement('canvas'), element.firstChild));
    }
    paintHeat(grid);
  };
  return (grid) => {
    if (!grid) {
      writeText('none', '–');
      return undefined;
    }
    const { rows, cols } = grid;
    const form = formOf(rows, cols, mostColumns);
    if (form === 'heat') {
      writeHeat(grid);
      return { rows, cols };
    }
    if (form === 'size') {
      writeText(form, sizeText(rows, cols));
      return undefined;
    }
    const parts = form === 'summary' ? summaryLines(grid, format) : shortNumbers(grid, format);
    for (const part of parts) width = Math.max(width, part.length);
    if (form === 'summary') {
      writeText(form, parts.map((line) => line.padStart(width)).join('\n'));
      return undefined;
    }
    writeText(form, matrixText(parts, grid, width));
    return { rows, cols, characters: width };
  };
}
