/**
 * A matrix whose rows and columns are named: row i is the gradient of component i, column j the effect of input j.
 */
import { type RefObject, useCallback, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ENTRY_LIMIT } from '#engine';
import { type ComponentName, fullNumber, type Grid, shortNumber, sizeText } from '#scene';
import { useSaid } from '../i18n/messages';
import { NamedTex } from '../math/NamedTex';
import { Tex } from '../math/Tex';
import { register } from '../state/live';
import { useEditor } from '../state/store';
import { useSentence } from '../values/use-sentence';
import styles from './inspector.module.css';
import { canScroll, LargeMatrix } from './LargeMatrix';
import { useWalk, type Walk, walk } from './walking';

export interface NamedMatrixProps {
  readonly rows: readonly ComponentName[];
  /** None for a column, which needs no heading. */
  readonly cols: readonly ComponentName[];
  /** TeX in the corner: what the matrix is. */
  readonly corner?: string;
  /** What the matrix is, in words. */
  readonly name: string;
  readonly read: () => Grid | undefined;
  /** Its entries can be walked. */
  readonly walk?: Walk;
}

/** More cells than this are there as far as they are in sight. */
const MOST_CELLS = 400;

export function NamedMatrix(props: NamedMatrixProps) {
  const [rows, cols] = [props.rows.length, props.cols.length || 1];
  if (rows * cols <= MOST_CELLS) return <NamedCells {...props} />;
  const isThere = rows * cols <= ENTRY_LIMIT && canScroll(rows, cols);
  return isThere ? <LargeMatrix {...props} /> : <TooLarge {...props} />;
}

function TooLarge({ rows, cols }: NamedMatrixProps) {
  const { t } = useTranslation();
  return (
    <p>
      {t('{{size}} entries: too many to list here; copy them instead.', {
        size: sizeText(rows.length, cols.length || 1),
      })}
    </p>
  );
}

function NamedCells({ rows, cols, corner, name, read, walk: walked }: NamedMatrixProps) {
  const said = useSaid();
  const body = useNumbers(read);
  const entry = useId();
  const grid = useSentence<HTMLTableElement>(
    useCallback(() => name, [name]),
    useMemo(() => ({ name, read }), [name, read]),
  );
  useWalk(body, walked, read);
  const at = walked?.at;
  const size = { rows: rows.length, cols: cols.length || 1 };
  const isAt = (i: number, j: number) => at?.row === i && at.col === j;
  return (
    <div className={styles.scroll}>
      <table
        ref={grid}
        className={styles.matrix}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what has the focus is read out whole, and scrolls
        tabIndex={0}
        {...(walked && {
          role: 'grid',
          'aria-activedescendant': at && entry,
          onKeyDown: (event) => walk(event, walked, size),
          onBlur: () => walked.to(undefined),
        })}
      >
        <caption className="visually-hidden">{said(name, 'spoken')}</caption>
        {cols.length > 0 && (
          <thead>
            <tr>
              <td className={styles.corner}>{corner && <Tex>{corner}</Tex>}</td>
              {cols.map(({ tex, text }) => (
                <th key={text} scope="col">
                  <NamedTex name={text} tex={tex} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody ref={body}>
          {rows.map(({ tex, text }, i) => (
            <tr key={text}>
              <th scope="row">
                <NamedTex name={text} tex={tex} />
              </th>
              {(cols.length > 0 ? cols : ONE).map((col, j) => (
                <td
                  key={col.text}
                  id={isAt(i, j) ? entry : undefined}
                  data-marked={isAt(i, j) || undefined}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A column has no names of columns. */
const ONE: readonly ComponentName[] = [{ tex: '', text: '' }];

/** Keeps the numbers in the cells of a body of a table. */
function useNumbers(read: () => Grid | undefined): RefObject<HTMLTableSectionElement | null> {
  const format = useEditor(({ settings }) => settings.numbers);
  const ref = useRef<HTMLTableSectionElement>(null);
  useLayoutEffect(
    () =>
      register({
        paint() {
          const data = read()?.data;
          const cells = ref.current?.querySelectorAll('td');
          cells?.forEach((cell, k) => {
            const text = data ? shortNumber(data[k], format) : '–';
            if (cell.textContent !== text) cell.textContent = text;
          });
        },
        settle() {
          const data = read()?.data;
          ref.current?.querySelectorAll('td').forEach((cell, k) => {
            cell.title = data ? fullNumber(data[k], format) : '';
          });
        },
      }),
    [read, format],
  );
  return ref;
}
