/**
 * The trace, which others call a Wengert list: every value, differential and gradient row, as far as the pass has made them.
 */
import { type CSSProperties, memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ProgramNode, sizeOf } from '#engine';
import { gridShape, labelOf, type NumberFormat, numberSoFar, type Pass, sizeOfGrid } from '#scene';
import panels from '../../inspector/inspector.module.css';
import { NamedTex } from '../../math/NamedTex';
import { valueReader } from '../../state/readers';
import { useEditor } from '../../state/store';
import { useNode, useSteady } from '../../state/structure';
import { MatrixView } from '../../values/MatrixView';
import shared from '../study.module.css';
import type { Frame } from './replay';
import styles from './replay.module.css';

export function Trace({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation();
  const program = useSteady(({ evaluation }) => evaluation.program);
  const format = useSteady(({ settings }) => settings.numbers);
  const { pass, step, made } = frame;
  const nodes = program.nodes.filter(({ tensor }) => tensor !== undefined);
  const widths = columnsOf(nodes, pass, targetSize(), format);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.trace} aria-label={t('Trace')} tabIndex={0}>
      <table
        style={
          {
            width: widths.reduce((sum, width) => sum + width),
            '--columns': widths.map((width) => `${width}px`).join(' '),
          } as CSSProperties
        }
      >
        <thead>
          <tr>
            <th scope="col">{t('Node')}</th>
            <th scope="col">{t('Value')}</th>
            {COLUMNS[pass].map((column) => (
              <th key={column} scope="col">
                {column === 'reverse' ? t('Gradient') : t('Differential')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ id }) => (
            <Row key={id} id={id} pass={pass} made={made.get(id)} current={id === step.node} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Column = 'reverse' | 'tangent';

/** Beside the value: what the pass makes, then what the other one has made. */
const COLUMNS: Readonly<Record<Pass, readonly Column[]>> = {
  forward: [],
  reverse: ['reverse', 'tangent'],
  tangent: ['tangent', 'reverse'],
};

const NAME_WIDTH = 74;
/** Around what stands in a cell. */
const CELL_PADDING = 24;
const LEAST_WIDTH = 92;

const targetSize = () => useEditor.getState().evaluation.pullback?.rows ?? 1;

/** The widths of columns are known from the sizes of what they hold: a browser would measure every cell again at every step. */
function columnsOf(
  nodes: readonly ProgramNode[],
  pass: Pass,
  rows: number,
  format: NumberFormat,
): readonly number[] {
  const widest = (sizes: readonly { rows: number; cols: number }[]) =>
    Math.max(
      LEAST_WIDTH,
      ...sizes.map((size) => sizeOfGrid(size.rows, size.cols, format).width + CELL_PADDING),
    );
  const value = widest(nodes.map(({ tensor }) => gridShape(tensor!.shape)));
  const gradient = widest(nodes.map(({ tensor }) => ({ rows, cols: sizeOf(tensor!.shape) })));
  return [NAME_WIDTH, value, ...COLUMNS[pass].map((column) => (column === 'reverse' ? gradient : value))];
}

interface RowProps {
  readonly id: string;
  readonly pass: Pass;
  /** How many terms its number in this pass has by now; undefined before it is begun. */
  readonly made: number | undefined;
  readonly current: boolean;
}

const Row = memo(function Row({ id, pass, made, current }: RowProps) {
  const node = useNode(id);
  const ref = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (!current) return;
    // Once the numbers of the frame are written: to ask where the row is before would lay out the page twice.
    const frame = requestAnimationFrame(() => {
      const row = ref.current;
      const list = row?.closest('section');
      // Only up and down, and only here.
      if (row && list) list.scrollTop = row.offsetTop - (list.clientHeight - row.offsetHeight) / 2;
    });
    return () => cancelAnimationFrame(frame);
  }, [current]);
  if (!node) return null;
  return (
    <tr ref={ref} aria-current={current ? 'step' : undefined}>
      <th scope="row">
        <NamedTex name={id} tex={labelOf(node)} />
      </th>
      <td>{(pass !== 'forward' || made !== undefined) && <Value id={id} />}</td>
      {COLUMNS[pass].map((column) => (
        <SoFar key={column} id={id} column={column} pass={pass} made={made} />
      ))}
    </tr>
  );
});

function Value({ id }: { readonly id: string }) {
  const read = useMemo(() => valueReader(id), [id]);
  return <MatrixView read={read} />;
}

interface SoFarProps extends Pick<RowProps, 'id' | 'pass' | 'made'> {
  readonly column: Column;
}

/** What the terms that have come add up to; all of them where another pass is replayed. */
function SoFar({ id, column, pass, made }: SoFarProps) {
  const terms = column === pass ? made : Number.POSITIVE_INFINITY;
  const read = useMemo(
    () => () => numberSoFar(useEditor.getState().evaluation, column, id, terms ?? 0),
    [id, column, terms],
  );
  const color = column === 'reverse' ? panels.gradient : shared.tangent;
  return <td>{terms !== undefined && <MatrixView read={read} className={color} />}</td>;
}
