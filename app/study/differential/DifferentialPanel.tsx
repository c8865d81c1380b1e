/**
 * The differential beside the true difference: dy = J dx written out, Δ, what is left of it, pictures of both, and how fast the rest vanishes.
 */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { directionOf, type Grid, operandTex, workedDifferential } from '#scene';
import panels from '../../inspector/inspector.module.css';
import { Tex } from '../../math/Tex';
import { type EditorState, setDirection, setStudy, useEditor } from '../../state/store';
import { useSteady, useStructure } from '../../state/structure';
import { MatrixView } from '../../values/MatrixView';
import { ValueEditor } from '../../values/ValueEditor';
import { Controls } from '../Controls';
import { NodeChoice } from '../NodeChoice';
import shared from '../study.module.css';
import { WorkedLines } from '../WorkedLines';
import { CurvePlot } from './CurvePlot';
import { differentialIn, differentialNow, pictureOf, remainderNow, stepNow, stepOf } from './differential';
import styles from './differential.module.css';
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
      <Controls title={title} narrow>
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
  const study = useSteady(differentialIn);
  if (!study) return null;
  return (
    <div className={shared.ends}>
      <NodeChoice label={t('Of')} value={study.of} onChange={(of) => setStudy({ ...study, of })} />
    </div>
  );
}

const SMALLEST = -8;

function StepSlider() {
  const { t } = useTranslation();
  const exponent = useSteady((state) => differentialIn(state)?.exponent ?? 0);
  const h = Number((10 ** exponent).toPrecision(2));
  return (
    <label className={shared.scrub}>
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

type Part = 'difference' | 'differential' | 'remainder';

const reader = (part: Part) => (): Grid | undefined => {
  const data = stepNow(useEditor.getState())?.[part];
  return data && { data, rows: data.length, cols: 1 };
};

/** Δ, h dy and what is left of it. */
const PARTS = [
  { tex: '\\Delta', name: 'The difference', read: reader('difference'), color: '' },
  {
    tex: 'h\\,J\\,\\mathrm d x',
    name: 'The differential',
    read: reader('differential'),
    color: shared.tangent,
  },
  { tex: 'r(h)', name: 'The remainder', read: reader('remainder'), color: panels.gradient },
] as const;

function StepNumbers() {
  const { t } = useTranslation();
  return (
    <section className={styles.step} aria-label={t('Over the step')}>
      {PARTS.map(({ tex, name, read, color }) => (
        <figure key={name}>
          <figcaption>
            {t(name)} <Tex>{tex}</Tex>
          </figcaption>
          <MatrixView read={read} className={color} />
        </figure>
      ))}
    </section>
  );
}

/** Slopes this close to 1 are those of a kink. */
const NEAR_ONE = 0.15;

/** The order of the remainder, in words. */
function OrderTold() {
  const { t } = useTranslation();
  const { kind, slope, h } = useEditor(useShallow(orderTold));
  return <p role="status">{text()}</p>;

  function text(): string {
    switch (kind) {
      case undefined:
        return '';
      case 'jump':
        return t('What is left does not vanish at all: there is a jump here.');
      case 'infinite':
        return t('What is left is not finite: there is no differential here.');
      case 'linear':
        return h
          ? t('Up to h = {{h}} nothing but rounding is left: there it is as good as linear.', { h })
          : t('Nothing but rounding is left: along dx it is as good as linear.');
      case 'order':
        return Math.abs(Number(slope) - 1) < NEAR_ONE
          ? t('Slope {{slope}}: what is left is as large as the step itself. There is a kink here.', {
              slope,
            })
          : t(
              'Slope {{slope}}: what is left vanishes faster than the step. Below h = {{from}} rounding takes over.',
              { slope, from: h },
            );
    }
  }
}

/** What is said of the order, as it is written. */
function orderTold(state: EditorState) {
  const order = remainderNow(state)?.order;
  const power = (h: number | undefined) => h?.toExponential(0).replace('-', '−') ?? '';
  return order?.kind === 'order'
    ? { kind: order.kind, slope: order.slope.toFixed(2), h: power(order.from) }
    : { kind: order?.kind, slope: '', h: power(order?.kind === 'linear' ? order.upTo : undefined) };
}
