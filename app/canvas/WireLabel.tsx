/**
 * What stands on an edge: its Jacobian, or what else the mode shows, as numbers, symbols or both; from afar as a heat map, then as a size.
 */
import { type MouseEvent, type PointerEvent, useCallback, useLayoutEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { remove } from '#document';
import {
  edgeSentence,
  formOf,
  type Grid,
  jacobianName,
  sizeOfGrid,
  sizeText,
  wireGrid,
  wireGridShape,
  wireTex,
} from '#scene';
import { Tex } from '../math/Tex';
import { commit, type EditorState, hint, pointAt, select, useEditor } from '../state/store';
import { useSteady } from '../state/structure';
import type { Mark } from '../study/hinted';
import { isHiddenWire } from '../study/quiz/quiz';
import { type Cell, cellAt } from '../values/cells';
import { MatrixView } from '../values/MatrixView';
import { useSentence } from '../values/use-sentence';
import type { Detail } from './detail';
import { showHeat } from './HeatLayer';
import { Hidden } from './Hidden';
import { pointedOf } from './Pointed';
import styles from './wires.module.css';

interface WireLabelProps {
  readonly from: string;
  readonly to: string;
  readonly operand: string;
  /** The middle. */
  readonly x: number;
  readonly y: number;
  readonly selected: boolean;
  readonly muted: boolean;
  /** What a study makes of it. */
  readonly mark: Mark | undefined;
  readonly detail: Detail;
}

export function WireLabel({ from, to, operand, x, y, selected, muted, mark, detail }: WireLabelProps) {
  const ref = useSentence<HTMLDivElement>(
    useCallback(() => {
      const state = useEditor.getState();
      if (isHiddenWire(state, `${to}.${operand}`)) return jacobianName(to, from);
      return edgeSentence(state.evaluation.program.edge(to, operand), from, to, operand);
    }, [from, to, operand]),
  );
  const annotation = useSteady((state) => state.annotation);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the wire is reached by keyboard through the inspector of its node
    <div
      ref={ref}
      role="img"
      data-wire={`${to}.${operand}`}
      className={`${styles.label} nodrag nopan`}
      data-selected={selected || undefined}
      data-muted={muted || undefined}
      data-mode={annotation}
      data-mark={mark}
      style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
      onClick={(event) => choose(event, to, operand)}
      onPointerEnter={() => mark && hint(`${to}.${operand}`)}
      onPointerLeave={() => mark && hint(null)}
    >
      <Content key={annotation} to={to} operand={operand} x={x} y={y} detail={detail} />
    </div>
  );
}

/** Alt cuts the wire. */
function choose({ altKey, shiftKey }: MouseEvent, to: string, operand: string): void {
  if (altKey) return commit(remove([], [{ to, operand }]));
  const { selection } = useEditor.getState();
  const wire = `${to}.${operand}`;
  select(shiftKey ? { nodes: selection.nodes, wires: [...selection.wires, wire] } : { wires: [wire] });
}

type ContentProps = Pick<WireLabelProps, 'to' | 'operand' | 'x' | 'y' | 'detail'>;

function Content({ to, operand, x, y, detail }: ContentProps) {
  const edges = useSteady(({ settings }) => settings.edges);
  const hidden = useSteady((state) => isHiddenWire(state, `${to}.${operand}`));
  const shape = useSteady(useShallow((state) => shapeOf(state, to, operand)));
  const pointed = useSteady((state) => pointedOf(state, to, operand));
  const read = useCallback(() => {
    const { evaluation, annotation } = useEditor.getState();
    const edge = evaluation.program.edge(to, operand);
    return edge && wireGrid(edge, evaluation, annotation);
  }, [to, operand]);
  // Only a Jacobian has a row for each component and a column for each.
  const onPoint = (cell: Cell | undefined) =>
    pointAt(cell && useEditor.getState().annotation === 'jacobians' ? { to, operand, ...cell } : null);
  if (hidden) return <Hidden />;
  if (edges === 'symbols' && detail !== 'sizes') return <Symbols to={to} operand={operand} />;
  if (detail === 'numbers') {
    const matrix = <MatrixView onCanvas read={read} mark={pointed} onPoint={onPoint} />;
    if (edges === 'numbers') return matrix;
    return (
      <span className={styles.equation}>
        <Symbols to={to} operand={operand} />
        <span>=</span>
        {matrix}
      </span>
    );
  }
  if (!shape) return <span className={styles.size}>–</span>;
  const { rows, cols } = shape;
  if (detail === 'heat' && formOf(rows, cols) !== 'size')
    return <HeatMap rows={rows} cols={cols} x={x} y={y} read={read} onPoint={onPoint} />;
  return <span className={styles.size}>{sizeText(rows, cols)}</span>;
}

/** The size of what an edge shows; undefined where it has no Jacobian. */
function shapeOf({ evaluation, annotation }: EditorState, to: string, operand: string) {
  const edge = evaluation.program.edge(to, operand);
  return edge?.jacobian ? wireGridShape(edge, evaluation, annotation) : undefined;
}

function Symbols({ to, operand }: { readonly to: string; readonly operand: string }) {
  const tex = useSteady(({ evaluation, history, annotation }) => {
    const edge = evaluation.program.edge(to, operand);
    return edge ? wireTex(history.document, edge, annotation) : '';
  });
  return (
    <Tex seen className={styles.symbols}>
      {tex}
    </Tex>
  );
}

interface HeatMapProps {
  readonly rows: number;
  readonly cols: number;
  readonly x: number;
  readonly y: number;
  readonly read: () => Grid | undefined;
  onPoint(cell: Cell | undefined): void;
}

/** The place of a heat map, which the layer of all heat maps paints; as large as the numbers would be. */
function HeatMap({ rows, cols, x, y, read, onPoint }: HeatMapProps) {
  const { width, height } = sizeOfGrid(rows, cols);
  useLayoutEffect(() => showHeat({ x, y, width, height, read }), [x, y, width, height, read]);
  const setting = { rows, cols };
  return (
    <div
      style={{ width, height }}
      onPointerMove={(event: PointerEvent<HTMLDivElement>) =>
        onPoint(cellAt(event.currentTarget, event, setting))
      }
      onPointerLeave={() => onPoint(undefined)}
    />
  );
}
