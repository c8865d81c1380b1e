/**
 * How fast the remainder vanishes: ‖r(h)‖ over h, both on logarithmic scales. The slope of the line is its order.
 */
import { useTranslation } from 'react-i18next';
import type uPlot from 'uplot';
import { norm } from '#engine';
import { useEditor } from '../../state/store';
import { remainderNow, sizeNow } from './differential';
import { axis, color, drawLine, Plot } from './Plot';

export function RemainderPlot() {
  const { t } = useTranslation();
  return (
    <Plot
      label={t('The size of the remainder over the step, on logarithmic scales')}
      options={OPTIONS}
      read={read}
    />
  );
}

function read(): uPlot.AlignedData {
  const remainder = remainderNow(useEditor.getState());
  if (!remainder) return [[]];
  const { order } = remainder;
  const steps = remainder.steps.toReversed();
  const positive = (v: number) => (Number.isFinite(v) && v > 0 ? v : null);
  return [
    steps.map(({ h }) => h),
    steps.map(({ remainder: r }) => positive(norm(r, 2))),
    steps.map(({ h }) =>
      order.kind === 'order' && h >= order.from ? positive(10 ** order.offset * h ** order.slope) : null,
    ),
  ];
}

/** Powers of ten, as many as there is room for. */
function decades(_plot: uPlot, _axis: number, low: number, high: number): number[] {
  const [first, last] = [Math.ceil(Math.log10(low)), Math.floor(Math.log10(high))];
  const stride = Math.max(1, Math.ceil((last - first) / 5));
  return Array.from(
    { length: Math.floor((last - first) / stride) + 1 },
    (__, k) => 10 ** (last - k * stride),
  ).reverse();
}

const powers = (_: uPlot, splits: number[]): string[] =>
  splits.map((v) => `1e${Math.round(Math.log10(v))}`.replace('e-', 'e−'));

/** None of the ticks is left out for want of room. */
const all = (_: uPlot, splits: number[]): number[] => splits;

const OPTIONS: Omit<uPlot.Options, 'width' | 'height'> = {
  scales: { x: { time: false, distr: 3 }, y: { distr: 3 } },
  axes: [
    axis({ splits: decades, filter: all, values: powers }),
    axis({ splits: decades, filter: all, values: powers, size: 52 }),
  ],
  series: [
    {},
    {
      stroke: () => color('gradient'),
      width: 0,
      points: { show: true, size: 6, fill: () => color('gradient') },
    },
    { stroke: () => color('ink-soft'), width: 2, dash: [7, 5], points: { show: false } },
  ],
  hooks: { draw: [(plot) => drawLine(plot, sizeNow(useEditor.getState()), 'target')] },
};
