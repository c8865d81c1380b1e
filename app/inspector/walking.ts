/**
 * The entries of a matrix, walked by keyboard: the matrix has the focus, and one of its entries at a time is marked and read out.
 */
import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import type { Grid } from '#scene';
import { register } from '../state/live';
import type { Cell } from '../values/cells';

export interface Walk {
  /** The entry that is marked. */
  readonly at: Cell | undefined;
  to(cell: Cell | undefined): void;
  /** What is read out of an entry. */
  sentence(cell: Cell, entry: number): string;
}

type Size = Pick<Grid, 'rows' | 'cols'>;

/** Rows down and columns to the right; to the first or the last one is as far as it goes. */
const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
  'Ctrl+Home': [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  'Ctrl+End': [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
};

/** The first arrow enters at the first entry, Escape leaves the entries. A key that means something here means nothing elsewhere. */
export function walk(event: KeyboardEvent, { at, to }: Walk, { rows, cols }: Size): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey || shiftKey) return;
  const step = STEPS[ctrlKey || metaKey ? `Ctrl+${key}` : key];
  if (step) {
    const [down, right] = at || !key.startsWith('Arrow') ? step : [0, 0];
    const { row, col } = at ?? { row: 0, col: 0 };
    to({ row: within(row + down, rows), col: within(col + right, cols) });
  } else if (key === 'Escape' && at) to(undefined);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

const within = (k: number, count: number) => Math.max(0, Math.min(k, count - 1));

/** Keeps the sentence of the marked entry right, and the entry in sight while the matrix has the focus. */
export function useWalk(
  body: RefObject<HTMLElement | null>,
  walked: Walk | undefined,
  read: () => Grid | undefined,
): void {
  const { at, sentence } = walked ?? {};
  const [row, col] = [at?.row, at?.col];
  useLayoutEffect(() => {
    if (row === undefined || col === undefined || !sentence) return;
    const cell = body.current?.querySelectorAll('tr')[row]?.querySelectorAll('td')[col];
    if (!cell) return;
    if (cell.closest(':focus')) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const stop = register({
      settle() {
        const grid = read();
        cell.ariaLabel = grid ? sentence({ row, col }, grid.data[row * grid.cols + col]) : null;
      },
    });
    return () => {
      stop();
      cell.ariaLabel = null;
    };
  }, [body, row, col, sentence, read]);
}

/** Gives the matrix of a wire the focus once it is drawn. */
export function focusMatrixSoon(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('aside [role="grid"]')?.focus());
}
