/**
 * The value of a leaf in the inspector: its shape, a slider for every component, and the direction dx of its differential.
 */
import { useState } from 'react';
import { type GraphNode, setValue } from '#document';
import { type NestedValue, shapeOfNested, sizeOf } from '#engine';
import { matrixJson } from '#scene';
import { filled } from '../state/evaluation';
import { commit, setDirection, useEditor } from '../state/store';
import { NumberCell } from '../values/NumberCell';
import { cellName, rowsOfValue, ValueEditor, withEntry } from '../values/ValueEditor';
import styles from './inspector.module.css';
import { Section } from './Section';

/** More sliders than this help nobody: the grid is shown instead. */
const MOST_SLIDERS = 16;

export function LeafEditor({ node }: { readonly node: GraphNode }) {
  const { id, value = 0 } = node;
  const annotation = useEditor((state) => state.annotation);
  const rows = rowsOfValue(value);
  const change = (next: NestedValue, gesture?: string) => commit(setValue(id, next), gesture);
  return (
    <>
      <Section
        title="Value"
        copy={() => matrixJson({ data: rows.flat(), rows: rows.length, cols: rows[0].length })}
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

let gestures = 0;

function ComponentSlider({ name, value, onChange }: ComponentSliderProps) {
  const [reach, setReach] = useState(() => reachOf(value));
  const [gesture, setGesture] = useState('');
  // The range grows when the number leaves it, and stays put under a dragging hand.
  if (Math.abs(value) > reach) setReach(reachOf(value));
  return (
    <div className={styles.slider}>
      <span>{name}</span>
      <input
        type="range"
        aria-label={`${name} slider`}
        min={-reach}
        max={reach}
        step={reach / 500}
        value={value}
        onPointerDown={() => setGesture(`slide ${gestures++}`)}
        onKeyDown={() => gesture === '' && setGesture(`slide ${gestures++}`)}
        onChange={(event) => onChange(Number(event.currentTarget.value), gesture || `slide ${name}`)}
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
  const size = sizeOf(shapeOfNested(props.value));
  if (size > 400) return <p>{size} entries: too many to edit one by one.</p>;
  return (
    <div className={styles.scroll}>
      <ValueEditor {...props} whole />
    </div>
  );
}

function DirectionSection({ node: { id, op, value = 0 } }: { readonly node: GraphNode }) {
  const chosen = useEditor((state) => state.directions.get(id));
  const direction = chosen ?? filled(value, op === 'variable' ? 0.1 : 0);
  return (
    <Section title={`Direction d${id}`}>
      <ScrollingEditor name={`d${id}`} value={direction} onChange={(next) => setDirection(id, next)} />
    </Section>
  );
}

const KINDS = ['number', 'vector', 'matrix'] as const;

function ShapeFields({ id, value }: { readonly id: string; readonly value: NestedValue }) {
  const shape = shapeOfNested(value);
  const [rows = 2, cols = 2] = shape;
  const reshape = (kind: number, r: number, c: number) => {
    const sizes = [r, c].map((n) => Math.min(100, Math.max(1, Math.round(n) || 1)));
    commit(setValue(id, reshaped(value, sizes.slice(0, kind))));
  };
  return (
    <div className={styles.shape}>
      <select
        aria-label="Shape"
        value={shape.length}
        onChange={(event) => reshape(Number(event.currentTarget.value), rows, cols)}
      >
        {KINDS.map((kind, k) => (
          <option key={kind} value={k}>
            {kind}
          </option>
        ))}
      </select>
      {shape.length > 0 && (
        <input
          type="number"
          min={1}
          max={100}
          aria-label={shape.length === 1 ? 'Components' : 'Rows'}
          value={rows}
          onChange={(event) => reshape(shape.length, event.currentTarget.valueAsNumber, cols)}
        />
      )}
      {shape.length === 2 && (
        <>
          <span>×</span>
          <input
            type="number"
            min={1}
            max={100}
            aria-label="Columns"
            value={cols}
            onChange={(event) => reshape(2, rows, event.currentTarget.valueAsNumber)}
          />
        </>
      )}
    </div>
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
