/**
 * The value of a leaf in the inspector: its shape, a slider for every component, and the direction dx of its differential.
 */
import { type CSSProperties, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GraphNode, setValue } from '#document';
import { type NestedValue, shapeOfNested, sizeOf } from '#engine';
import { charactersOf, directionOf, filled, matrixJson } from '#scene';
import { leaveField } from '../outline/focus';
import { commit, newGesture, setDirection, useEditor } from '../state/store';
import { useSteady } from '../state/structure';
import { NumberCell } from '../values/NumberCell';
import { cellName, rowsOfValue, ValueEditor, withEntry } from '../values/ValueEditor';
import styles from './inspector.module.css';
import { Section } from './Section';

/** More sliders than this help nobody: the grid is shown instead. */
const MOST_SLIDERS = 16;

export function LeafEditor({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const node = useEditor(({ history }) => history.document.nodes.get(id));
  const annotation = useEditor((state) => state.annotation);
  if (!node) return null;
  const { value = 0 } = node;
  const rows = rowsOfValue(value);
  const change = (next: NestedValue, gesture?: string) => commit(setValue(id, next), gesture);
  return (
    <>
      <Section
        title={t('Value')}
        copy={() => matrixJson({ data: rows.flat(), rows: rows.length, cols: rows[0].length })}
        latex="edit.copy-latex-value"
      >
        <ShapeFields id={id} value={value} />
        {sizeOf(shapeOfNested(value)) <= MOST_SLIDERS ? (
          rows.flatMap((row, i) =>
            row.map((entry, j) => (
              <ComponentSlider
                // biome-ignore lint/suspicious/noArrayIndexKey: a component is its place
                key={`${i},${j}`}
                name={cellName(id, value, i, j)}
                value={entry}
                onChange={(next, gesture) => change(withEntry(value, i, j, next), gesture)}
              />
            )),
          )
        ) : (
          <ScrollingEditor name={id} value={value} onChange={change} />
        )}
      </Section>
      {annotation === 'differentials' && <DirectionSection node={node} />}
    </>
  );
}

interface ComponentSliderProps {
  readonly name: string;
  readonly value: number;
  onChange(value: number, gesture?: string): void;
}

function ComponentSlider({ name, value, onChange }: ComponentSliderProps) {
  const { t } = useTranslation();
  const [reach, setReach] = useState(() => reachOf(value));
  const characters = useSteady(({ settings }) => charactersOf(settings.numbers));
  const gesture = useRef<string | null>(null);
  const end = () => {
    gesture.current = null;
  };
  // The range grows when the number leaves it, and stays put under a dragging hand.
  if (Math.abs(value) > reach) setReach(reachOf(value));
  return (
    <div className={styles.slider} style={{ '--field': `${characters + 2}ch` } as CSSProperties}>
      <span>{name}</span>
      <input
        type="range"
        aria-label={t('{{name}} slider', { name })}
        min={-reach}
        max={reach}
        step={reach / 500}
        value={value}
        onPointerUp={end}
        onKeyUp={end}
        onBlur={end}
        onChange={(event) => {
          gesture.current ??= newGesture();
          onChange(Number(event.currentTarget.value), gesture.current);
        }}
      />
      <NumberCell name={name} value={value} onChange={onChange} />
    </div>
  );
}

/** A round bound some way beyond the number. */
function reachOf(value: number): number {
  const wanted = Math.max(1, 2 * Math.abs(value));
  const power = 10 ** Math.floor(Math.log10(wanted));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= wanted) ?? 10);
}

function ScrollingEditor(props: Parameters<typeof ValueEditor>[0]) {
  const { t } = useTranslation();
  const size = sizeOf(shapeOfNested(props.value));
  if (size > 400) return <p>{t('{{size}} entries: too many to edit one by one.', { size })}</p>;
  return (
    <div className={styles.scroll}>
      <ValueEditor {...props} />
    </div>
  );
}

function DirectionSection({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation();
  const { id, value = 0 } = node;
  const directions = useEditor((state) => state.directions);
  const direction = directionOf(node, directions);
  return (
    <Section title={t('Direction d{{id}}', { id })}>
      <ScrollingEditor
        name={`d${id}`}
        value={direction ?? filled(value, 0)}
        onChange={(next) => setDirection(id, next)}
      />
    </Section>
  );
}

const KINDS = ['number', 'vector', 'matrix'] as const;

function ShapeFields({ id, value }: { readonly id: string; readonly value: NestedValue }) {
  const { t } = useTranslation();
  const shape = shapeOfNested(value);
  const [rows = 2, cols = 2] = shape;
  const reshape = (...sizes: number[]) => commit(setValue(id, reshaped(value, sizes)));
  return (
    <div className={styles.shape}>
      <select
        aria-label={t('Shape')}
        value={shape.length}
        onChange={(event) => reshape(...[rows, cols].slice(0, Number(event.currentTarget.value)))}
      >
        {KINDS.map((kind, k) => (
          <option key={kind} value={k}>
            {t(kind)}
          </option>
        ))}
      </select>
      {shape.length > 0 && (
        <SizeField
          name={shape.length === 1 ? t('Components') : t('Rows')}
          size={rows}
          onChange={(size) => reshape(size, ...shape.slice(1))}
        />
      )}
      {shape.length === 2 && (
        <>
          <span>×</span>
          <SizeField name={t('Columns')} size={cols} onChange={(size) => reshape(rows, size)} />
        </>
      )}
    </div>
  );
}

const MOST = 100;

interface SizeFieldProps {
  readonly name: string;
  readonly size: number;
  onChange(size: number): void;
}

/** A number of rows or columns. While it is being typed nothing is cut off: it counts when the field is left. */
function SizeField({ name, size, onChange }: SizeFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  function finish(): void {
    const wanted = Math.round(Number(draft));
    if (draft !== null && wanted >= 1 && wanted !== size) onChange(Math.min(MOST, wanted));
    setDraft(null);
  }
  return (
    <input
      type="number"
      min={1}
      max={MOST}
      aria-label={name}
      value={draft ?? size}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leaveField(event.currentTarget);
      }}
    />
  );
}

/** The value in another shape: what fits is kept, the rest is 0. */
function reshaped(value: NestedValue, shape: readonly number[]): NestedValue {
  const old = rowsOfValue(value);
  const entry = (i: number, j: number) => old[i]?.[j] ?? 0;
  if (shape.length === 0) return entry(0, 0);
  const rows = Array.from({ length: shape[0] }, (_, i) =>
    Array.from({ length: shape[1] ?? 1 }, (__, j) => entry(i, j)),
  );
  return shape.length === 2 ? rows : rows.map(([first]) => first);
}
