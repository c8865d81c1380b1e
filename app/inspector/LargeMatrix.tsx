/**
 * A matrix with more cells than a table can hold: only those in sight are there. It is scrolled, or walked like a small one.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { fullNumber, type Grid, shortNumber } from '#scene';
import { NamedTex } from '../math/NamedTex';
import { register } from '../state/live';
import { useEditor } from '../state/store';
import { useSentence } from '../values/use-sentence';
import styles from './large.module.css';
import type { NamedMatrixProps } from './NamedMatrix';
import { type Walk, walk } from './walking';

/** Pixels. */
const ROW = 24;
const COLUMN = 84;
/** Browsers place nothing farther from the edge. */
const FARTHEST = 16_000_000;

export const canScroll = (rows: number, cols: number): boolean =>
  rows * ROW <= FARTHEST && cols * COLUMN <= FARTHEST;

export function LargeMatrix({ rows, cols, name, read, walk: walked }: NamedMatrixProps) {
  const size = { rows: rows.length, cols: cols.length || 1 };
  const frame = useRef<HTMLDivElement>(null);
  const entry = useId();
  const grid = useSentence<HTMLTableElement>(
    useCallback(() => name, [name]),
    useMemo(() => ({ name, read }), [name, read]),
  );
  const common = { getScrollElement: () => frame.current, overscan: 4 };
  const vertical = { count: size.rows, estimateSize: () => ROW, scrollPaddingStart: ROW };
  const horizontal = { count: size.cols, estimateSize: () => COLUMN, scrollPaddingStart: COLUMN };
  const down = useVirtualizer({ ...common, ...vertical });
  const across = useVirtualizer({ ...common, ...horizontal, horizontal: true });
  const at = walked?.at;
  useEffect(() => {
    if (!at) return;
    down.scrollToIndex(at.row);
    across.scrollToIndex(at.col);
  }, [at, down, across]);
  useNumbersInSight(grid, read, walked);
  const columns = across.getVirtualItems();
  const left = (start: number) => ({ left: COLUMN + start, width: COLUMN });
  return (
    <div ref={frame} className={styles.frame}>
      <table
        ref={grid}
        style={{ width: COLUMN + across.getTotalSize(), height: ROW + down.getTotalSize() }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what has the focus is read out whole, and scrolls
        tabIndex={0}
        aria-rowcount={1 + size.rows}
        aria-colcount={1 + size.cols}
        {...(walked && {
          role: 'grid',
          'aria-activedescendant': at && entry,
          onKeyDown: (event) => walk(event, walked, size),
          onBlur: () => walked.to(undefined),
        })}
      >
        <thead>
          <tr className={styles.names} aria-rowindex={1}>
            <td className={styles.name} aria-colindex={1} style={{ width: COLUMN }} />
            {columns.map(({ index: j, start }) => (
              <th key={j} scope="col" aria-colindex={j + 2} style={left(start)}>
                {cols[j] && <NamedTex name={cols[j].text} tex={cols[j].tex} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {down.getVirtualItems().map(({ index: i, start: top }) => (
            <tr key={i} aria-rowindex={i + 2} style={{ top: ROW + top }}>
              <th scope="row" className={styles.name} aria-colindex={1} style={{ width: COLUMN }}>
                <NamedTex name={rows[i].text} tex={rows[i].tex} />
              </th>
              {columns.map(({ index: j, start }) => (
                <td
                  key={j}
                  aria-colindex={j + 2}
                  id={at?.row === i && at.col === j ? entry : undefined}
                  data-entry={`${i} ${j}`}
                  data-marked={(at?.row === i && at.col === j) || undefined}
                  style={left(start)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Keeps the numbers in the cells that are there, and the sentence of the marked one right. */
function useNumbersInSight(
  body: RefObject<HTMLElement | null>,
  read: () => Grid | undefined,
  walked: Walk | undefined,
): void {
  const format = useEditor(({ settings }) => settings.numbers);
  // Other cells are in sight after every scroll.
  useLayoutEffect(() => {
    const cells = Array.from(body.current!.querySelectorAll<HTMLElement>('[data-entry]'), (cell) => {
      const [row, col] = cell.dataset.entry!.split(' ').map(Number);
      return { cell, row, col };
    });
    // At rest all is painted before it settles.
    let grid: Grid | undefined;
    return register({
      paint() {
        grid = read();
        for (const { cell, row, col } of cells)
          cell.textContent = grid ? shortNumber(grid.data[row * grid.cols + col], format) : '–';
      },
      settle() {
        for (const { cell, row, col } of cells) {
          const number = grid?.data[row * grid.cols + col];
          cell.title = number === undefined ? '' : fullNumber(number, format);
          const told = number !== undefined && cell.dataset.marked !== undefined;
          cell.ariaLabel = told && walked ? walked.sentence({ row, col }, number) : null;
        }
      },
    });
  });
}
