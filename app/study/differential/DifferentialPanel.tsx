/**
 * The differential beside the true difference: dy = J dx written out, Δ, what is left of it, pictures of both, and how fast the rest vanishes.
 */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf, type Grid, operandTex, workedDifferential } from '#scene';
import panels from '../../inspector/inspector.module.css';
import { Tex } from '../../math/Tex';
import { setDirection, setStudy, useEditor } from '../../state/store';
import { useSteady, useStructure } from '../../state/structure';
import { MatrixView } from '../../values/MatrixView';
import { ValueEditor } from '../../values/ValueEditor';
import { Controls } from '../Controls';
import { NodeChoice } from '../NodeChoice';
import styles from '../study.module.css';
import { WorkedLines } from '../WorkedLines';
import { CurvePlot } from './CurvePlot';
import { differentialNow, pictureOf, remainderNow, stepNow, stepOf, studyNow } from './differential';
import { Planes } from './Planes';
import { RemainderPlot } from './RemainderPlot';

export function DifferentialPanel({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const picture = useSteady((state) => {
    const now = differentialNow(state);
    return now && now.moving.length > 0 ? pictureOf(now) : undefined;
  });
  return (
    <>
      <Controls title={title}>
        <Of />
        <StepSlider />
        {picture ? (
          <Directions />
        ) : (
          <p>{t('Nothing that moves leads there: give a variable a direction.')}</p>
        )}
      </Controls>
      {picture && (
        <>
          <section className={styles.picture} aria-label={t('Picture')}>
            {picture === 'curve' ? <CurvePlot /> : <Planes />}
          </section>
          <section className={styles.picture} aria-label={t('Remainder')}>
            <RemainderPlot />
            <OrderTold />
          </section>
          <div className={styles.stack}>
            <Written />
            <StepNumbers />
          </div>
        </>
      )}
    </>
  );
}

/** Whose differential. */
function Of() {
  const { t } = useTranslation();
  const study = useSteady(studyNow);
  if (!study) return null;
  return (
    <div className={styles.ends}>
      <NodeChoice label={t('Of')} value={study.of} onChange={(of) => setStudy({ ...study, of })} />
    </div>
  );
}

const SMALLEST = -8;

function StepSlider() {
  const { t } = useTranslation();
  const exponent = useSteady((state) => studyNow(state)?.exponent ?? 0);
  const h = Number((10 ** exponent).toPrecision(2));
  return (
    <label className={styles.scrub}>
      <span>{t('Step h = {{h}}', { h: h < 1e-3 ? h.toExponential().replace('-', '−') : h })}</span>
      <input
        type="range"
        min={SMALLEST}
        max={0}
        step={0.1}
        value={exponent}
        aria-valuetext={`h = ${h}`}
        onChange={(event) => stepOf(Number(event.currentTarget.value))}
      />
    </label>
  );
}

/** More numbers than these are edited at the node. */
const MOST_FIELDS = 12;

/** The directions dx at the leaves that lead to the node. */
function Directions() {
  const moving = useSteady((state) => differentialNow(state)?.directions);
  const directions = useSteady((state) => state.directions);
  const { nodes } = useStructure();
  const leaves = [...(moving ?? [])].filter(([, dx]) => dx.length <= MOST_FIELDS);
  return (
    <div className={styles.directions}>
      {leaves.map(([{ id }]) => {
        const node = nodes.get(id);
        const direction = node && directionOf(node, directions);
        return (
          node &&
          direction !== undefined && (
            <div key={id}>
              <Tex>{`\\mathrm d ${operandTex(node)} =`}</Tex>
              <ValueEditor name={`d${id}`} value={direction} onChange={(next) => setDirection(id, next)} />
            </div>
          )
        );
      })}
    </div>
  );
}

function Written() {
  const { t } = useTranslation();
  const document = useStructure();
  const now = useSteady(differentialNow);
  const worked = useMemo(() => now && workedDifferential(document, now.of, now.directions), [document, now]);
  return worked ? <WorkedLines title={t('The differential written out')} worked={worked} /> : null;
}

/** Δ, h dy and what is left of it, each read when it is drawn. */
function StepNumbers() {
  const { t } = useTranslation();
  const rows = [
    {
      tex: '\\Delta',
      name: t('The difference'),
      read: () => column(stepNow(useEditor.getState())?.difference),
    },
    {
      tex: 'h\\,J\\,\\mathrm d x',
      name: t('The differential'),
      read: () => column(stepNow(useEditor.getState())?.differential),
      color: styles.tangent,
    },
    {
      tex: 'r(h)',
      name: t('The remainder'),
      read: () => column(stepNow(useEditor.getState())?.remainder),
      color: panels.gradient,
    },
  ];
  return (
    <section className={styles.step} aria-label={t('Over the step')}>
      {rows.map(({ tex, name, read, color }) => (
        <figure key={tex}>
          <figcaption>
            {name} <Tex>{tex}</Tex>
          </figcaption>
          <Reading read={read} color={color} />
        </figure>
      ))}
    </section>
  );
}

/** A reader of its own for each row, whatever is drawn around it. */
function Reading({
  read,
  color,
}: {
  readonly read: () => Grid | undefined;
  readonly color?: string | undefined;
}) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row reads the same all its life
  const steady = useMemo(() => read, []);
  return <MatrixView read={steady} className={color} />;
}

const column = (data: Float64Array | undefined): Grid | undefined =>
  data && { data, rows: data.length, cols: 1 };

/** The order of the remainder, in words. */
function OrderTold() {
  const { t } = useTranslation();
  // One text of what is said, so that nothing is drawn again while it stays the same.
  const told = useEditor((state) => {
    const order = remainderNow(state)?.order;
    if (!order) return '';
    return order.kind === 'order'
      ? `order ${order.slope.toFixed(2)} ${order.from.toExponential(0)}`
      : `${order.kind} ${'upTo' in order && order.upTo ? order.upTo.toExponential(0) : ''}`;
  });
  const [kind, first, second] = told.replaceAll('-', '−').split(' ');
  const text = (() => {
    switch (kind) {
      case '':
        return '';
      case 'jump':
        return t('What is left does not vanish at all: there is a jump here.');
      case 'infinite':
        return t('What is left is not finite: there is no differential here.');
      case 'linear':
        return first
          ? t('Up to h = {{h}} nothing but rounding is left: there it is as good as linear.', { h: first })
          : t('Nothing but rounding is left: along dx it is as good as linear.');
      default:
        return Math.abs(Number(first) - 1) < 0.15
          ? t('Slope {{slope}}: what is left is as large as the step itself. There is a kink here.', {
              slope: first,
            })
          : t(
              'Slope {{slope}}: what is left vanishes faster than the step. Below h = {{from}} rounding takes over.',
              {
                slope: first,
                from: second,
              },
            );
    }
  })();
  return <p role="status">{text}</p>;
}
