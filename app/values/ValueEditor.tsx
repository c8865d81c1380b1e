/**
 * The value of a leaf, edited in place: a number, a column or a grid.
 */
import type { NestedValue } from '#engine';
import { CHARACTER, charactersOf } from '#scene';
import { t } from '../i18n/i18n';
import { useSteady } from '../state/structure';
import { NumberCell } from './NumberCell';
import styles from './values.module.css';

interface ValueEditorProps {
  readonly name: string;
  readonly value: NestedValue;
  onChange(value: NestedValue, gesture?: string): void;
  readonly onCanvas?: boolean;
  /** Tab comes to its fields. */
  readonly reachable?: boolean;
  /** A component that is marked, by rows from 0. */
  readonly mark?: number | undefined;
}

export function ValueEditor({
  name,
  value,
  onChange,
  onCanvas = false,
  reachable = true,
  mark,
}: ValueEditorProps) {
  const characters = useSteady(({ settings }) => charactersOf(settings.numbers));
  const rows = rowsOfValue(value);
  const [height, width] = [rows.length, rows[0].length];
  return (
    <span
      className={styles.grid}
      data-form={height * width === 1 ? 'number' : 'matrix'}
      style={{ gridTemplateColumns: `repeat(${width}, ${Math.ceil(characters * CHARACTER) + 3}px)` }}
    >
      {rows.flatMap((row, i) =>
        row.map((entry, j) => (
          <NumberCell
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
            key={`${i},${j}`}
            value={entry}
            onCanvas={onCanvas}
            reachable={reachable}
            marked={mark === i * width + j}
            name={cellName(name, value, i, j)}
            onChange={(next, gesture) => onChange(withEntry(value, i, j, next), gesture)}
          />
        )),
      )}
    </span>
  );
}

/** Columns are one number wide. */
export function rowsOfValue(value: NestedValue): readonly (readonly number[])[] {
  if (typeof value === 'number') return [[value]];
  return value.map((row: number | readonly number[]) => (typeof row === 'number' ? [row] : row));
}

export function cellName(name: string, value: NestedValue, i: number, j: number): string {
  if (typeof value === 'number') return name;
  return typeof value[0] === 'number'
    ? t('{{name}}, component {{i}}', { name, i: i + 1 })
    : t('{{name}}, row {{i}}, column {{j}}', { name, i: i + 1, j: j + 1 });
}

export function withEntry(value: NestedValue, i: number, j: number, entry: number): NestedValue {
  if (typeof value === 'number') return entry;
  return value.map((row: number | readonly number[], k) => {
    if (k !== i) return row;
    return typeof row === 'number' ? entry : row.map((old, l) => (l === j ? entry : old));
  }) as NestedValue;
}
