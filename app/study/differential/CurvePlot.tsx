/**
 * The function along the direction, with its tangent: the smaller the step, the closer one looks, until the curve is its tangent.
 */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type uPlot from 'uplot';
import { curvesAlong, MOST_CURVES } from '#scene';
import { useEditor } from '../../state/store';
import { useSteady } from '../../state/structure';
import { differentialNow, sizeNow } from './differential';
import { axis, color, drawLine, Plot } from './Plot';

export function CurvePlot() {
  const { t } = useTranslation();
  const count = useSteady((state) => Math.min(MOST_CURVES, differentialNow(state)?.tangent.length ?? 0));
  const of = useSteady((state) => differentialNow(state)?.of.id ?? '');
  const options = useMemo(() => optionsFor(count), [count]);
  return (
    <Plot label={t('{{of}} along the direction, and its tangent', { of })} options={options} read={read} />
  );
}

function read(): uPlot.AlignedData {
  const state = useEditor.getState();
  const now = differentialNow(state);
  if (!now) return [[]];
  const { t, differences, tangents } = curvesAlong(now.of, now.directions, now.tangent, sizeNow(state));
  const finite = (values: readonly number[]) => values.map((v) => (Number.isFinite(v) ? v : null));
  return [[...t], ...differences.map(finite), ...tangents.map(finite)];
}

const optionsFor = (count: number): Omit<uPlot.Options, 'width' | 'height'> => ({
  scales: { x: { time: false } },
  axes: [axis({ values: short, space: 70 }), axis({ values: short, size: 62 })],
  series: [
    {},
    ...Array.from({ length: count }, () => ({
      stroke: () => color('accent'),
      width: 2,
      points: { show: false },
    })),
    ...Array.from({ length: count }, () => ({
      stroke: () => color('parameter'),
      width: 2,
      dash: [7, 5],
      points: { show: false },
    })),
  ],
  hooks: { draw: [(plot) => drawLine(plot, sizeNow(useEditor.getState()), 'target')] },
});

/** Small numbers with their power of ten. */
const short = (_: uPlot, splits: number[]): string[] =>
  splits.map((v) => {
    const size = Math.abs(v);
    if (v === 0) return '0';
    const text =
      size < 1e-3 || size >= 1e5 ? v.toExponential(1).replace('e+', 'e') : String(Number(v.toPrecision(4)));
    return text.replace('-', '−').replace('e-', 'e−');
  });
