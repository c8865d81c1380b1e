/**
 * A plot of curves, drawn again with the numbers once a frame.
 */
import { useLayoutEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { register } from '../../state/live';

/** A colour of the theme that is shown now. */
export const color = (token: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${token}`);

interface PlotProps {
  /** What the plot shows, for those who do not see it. */
  readonly label: string;
  /** Keeps its identity as long as the plot looks the same. */
  readonly options: Omit<uPlot.Options, 'width' | 'height'>;
  read(): uPlot.AlignedData;
}

const WIDTH = 244;
const HEIGHT = 176;
const NOTHING: uPlot.AlignedData = [[]];

export function Plot({ label, options, read }: PlotProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const plot = new uPlot({ ...COMMON, ...options, width: WIDTH, height: HEIGHT }, NOTHING, ref.current!);
    const stop = register({ paint: () => plot.setData(read()) });
    return () => {
      stop();
      plot.destroy();
    };
  }, [options, read]);
  return <div ref={ref} role="img" aria-label={label} />;
}

const COMMON: Partial<uPlot.Options> = {
  legend: { show: false },
  cursor: { show: false },
  padding: [8, 12, 0, 0],
};

/** An axis in the colours of the theme. */
export const axis = (more: uPlot.Axis = {}): uPlot.Axis => ({
  stroke: () => color('ink-soft'),
  grid: { stroke: () => color('line'), width: 1 },
  ticks: { stroke: () => color('line'), width: 1, size: 4 },
  font: '12px sans-serif',
  size: 34,
  ...more,
});

/** A vertical line across the plot, at a place of the horizontal axis. */
export function drawLine(plot: uPlot, at: number, token: string): void {
  const { ctx, bbox } = plot;
  const x = plot.valToPos(at, 'x', true);
  if (!(x >= bbox.left && x <= bbox.left + bbox.width)) return;
  ctx.save();
  ctx.strokeStyle = color(token);
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}
