/**
 * The trace, which others call a Wengert list: every value, differential and gradient row, as far as the pass has made them.
 */
import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { labelOf, numberSoFar, type Pass } from '#scene';
import { Tex } from '../math/Tex';
import { gradientReader, tangentReader, valueReader } from '../state/readers';
import { useEditor } from '../state/store';
import { useNode, useSteady } from '../state/structure';
import { MatrixView } from '../values/MatrixView';
import type { Frame } from './replay';
import styles from './replay.module.css';

export function Trace({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation();
  const program = useSteady(({ evaluation }) => evaluation.program);
  const { pass, step, made } = frame;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.trace} aria-label={t('Trace')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('Node')}</th>
            <th scope="col">{t('Value')}</th>
            {pass !== 'forward' && <th scope="col">{t('Differential')}</th>}
            {pass !== 'forward' && <th scope="col">{t('Gradient')}</th>}
          </tr>
        </thead>
        <tbody>
          {program.nodes
            .filter(({ tensor }) => tensor !== undefined)
            .map(({ id }) => (
              <Row key={id} id={id} pass={pass} made={made.get(id)} current={id === step.node} />
            ))}
        </tbody>
      </table>
    </section>
  );
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
    const row = ref.current;
    const list = row?.closest('section');
    // Only up and down, and only here.
    if (current && row && list) list.scrollTop = row.offsetTop - (list.clientHeight - row.offsetHeight) / 2;
  }, [current]);
  if (!node) return null;
  return (
    <tr ref={ref} aria-current={current ? 'step' : undefined}>
      <th scope="row">
        <span className="visually-hidden">{id}</span>
        <span aria-hidden="true">
          <Tex seen>{labelOf(node)}</Tex>
        </span>
      </th>
      <td>{(pass !== 'forward' || made !== undefined) && <Value id={id} />}</td>
      {pass !== 'forward' && <SoFar id={id} column="tangent" pass={pass} made={made} />}
      {pass !== 'forward' && <SoFar id={id} column="reverse" pass={pass} made={made} />}
    </tr>
  );
});

function Value({ id }: { readonly id: string }) {
  const read = useMemo(() => valueReader(id), [id]);
  return <MatrixView read={read} className={styles.value} />;
}

interface SoFarProps extends Pick<RowProps, 'id' | 'pass' | 'made'> {
  readonly column: 'reverse' | 'tangent';
}

/** What the terms that have come add up to; all of it where another pass is replayed. */
function SoFar({ id, column, pass, made }: SoFarProps) {
  const terms = column === pass ? made : 0;
  const read = useMemo(() => {
    if (terms === 0) return column === 'reverse' ? gradientReader(id) : tangentReader(id);
    return () => numberSoFar(useEditor.getState().evaluation, column, id, terms ?? 0);
  }, [id, column, terms]);
  return (
    <td>
      {terms !== undefined && (
        <MatrixView read={read} className={styles[column === 'reverse' ? 'gradient' : 'tangent']} />
      )}
    </td>
  );
}
