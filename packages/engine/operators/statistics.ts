/**
 * The largest and the smallest of many numbers, smoothly and not, and how far they are spread.
 */
import { numberSetting } from '../attributes';
import type { Attributes } from '../operator';
import { everyAxis, reduction, runName } from '../rules/reduction';
import { deviations, norm, rescaled, sum } from '../sums';
import { softmaxRun } from './softmax';

const correction = numberSetting('c in the divisor n − c: 0 for a population, 1 for a sample', {
  default: 0,
});

/** Runs of n numbers leave n − c degrees of freedom. */
const checkCorrection = (name: string) => (n: number, settings: Attributes) =>
  (settings.correction as number) >= n
    ? `The setting correction of ${name} is ${settings.correction}, but the number of entries it reduces is ${n}: expected a number < ${n}.`
    : undefined;

const divisor = (x: Float64Array, { correction: c }: Attributes) => x.length - (c as number);

/** The deviations and their standard deviation, `scale` times what they are, and the degrees of freedom. */
function spreadOf(x: Float64Array, settings: Attributes) {
  const { run, scale } = rescaled(x);
  const r = deviations(run);
  const freedom = divisor(x, settings);
  return { r, scale, spread: norm(r, 2) / Math.sqrt(freedom), freedom };
}

export const statistics = [
  reduction({
    name: 'max',
    title: 'Largest entry',
    symbol: '\\max_i x_i',
    help: 'The largest entry of all, or along an axis; only it gets a gradient.',
    source: 'Clarke, Optimization and Nonsmooth Analysis (1983), §2.3',
    synonyms: ['maximum', 'amax'],
    value: (x) => x.reduce((top, v) => Math.max(top, v)),
    gradient: shareOfTies,
    selects: () => true,
    findings: (x) => ties(x, Math.max, 'largest', [0, 1]),
    tex: (x) => `\\max_i (${x})_i`,
    gradientTex: () => 'e_{i^*}^{\\!\\top}',
    examples: everyAxis(),
  }),
  reduction({
    name: 'min',
    title: 'Smallest entry',
    symbol: '\\min_i x_i',
    help: 'The smallest entry of all, or along an axis; only it gets a gradient.',
    source: 'Clarke, Optimization and Nonsmooth Analysis (1983), §2.3',
    synonyms: ['minimum', 'amin'],
    value: (x) => x.reduce((top, v) => Math.min(top, v)),
    gradient: shareOfTies,
    selects: () => true,
    findings: (x) => ties(x, Math.min, 'smallest', [1, 0]),
    tex: (x) => `\\min_i (${x})_i`,
    gradientTex: () => 'e_{i^*}^{\\!\\top}',
    examples: everyAxis(),
  }),
  reduction({
    name: 'logsumexp',
    title: 'Log of the sum of exponentials',
    symbol: '\\ln \\textstyle\\sum e^{x_i}',
    help: 'A smooth maximum; its gradient is the softmax.',
    source: 'Boyd & Vandenberghe, Convex Optimization (2004), §3.1.5',
    synonyms: ['LSE', 'smooth maximum'],
    value(x) {
      const [top, rest] = softmaxRun(new Float64Array(x.length), x, 0, x.length, 1);
      return top + rest;
    },
    gradient: (g, x) => softmaxRun(g, x, 0, x.length, 1),
    gradientTangent(dg, x, _, dx) {
      softmaxRun(dg, x, 0, x.length, 1);
      // dx_i − dy, with both measured from the dx of the largest entry: its own difference would cancel as s → 1.
      const origin = dx[x.indexOf(x.reduce((a, b) => Math.max(a, b)))];
      let dy = 0;
      for (let i = 0; i < dg.length; i++) if (dx[i] !== origin) dy += dg[i] * (dx[i] - origin);
      for (let i = 0; i < dg.length; i++) dg[i] *= (dx[i] === origin ? 0 : dx[i] - origin) - dy;
    },
    tex: (x) => `\\ln \\textstyle\\sum_i e^{(${x})_i}`,
    gradientTex: (x) => `\\operatorname{softmax}(${x})^{\\!\\top}`,
    examples: [...everyAxis(), { operands: [[30, -4, 2]] }],
  }),
  reduction({
    name: 'var',
    title: 'Variance',
    symbol: '\\operatorname{var} x',
    help: 'The mean squared distance from the mean; the setting correction is taken off the divisor.',
    source: 'Chan, Golub & LeVeque, Algorithms for computing the sample variance (1983)',
    synonyms: ['variance', 'spread'],
    attributes: { correction },
    check: checkCorrection('var'),
    value(x, settings) {
      const { r, scale, spread, freedom } = spreadOf(x, settings);
      const mean = sum(r, (v) => v * v) / freedom;
      // A sum of squares may overflow whose mean does not.
      return scale === 1 && Number.isFinite(mean) ? mean : (spread / scale) ** 2;
    },
    gradient(g, x, _, settings) {
      const { r, scale, freedom } = spreadOf(x, settings);
      g.set(r.map((v) => ((2 / freedom) * v) / scale));
    },
    gradientTangent(dg, x, _, dx, __, settings) {
      const scale = 2 / divisor(x, settings);
      dg.set(deviations(dx).map((r) => r * scale));
    },
    tex: (x) => `\\operatorname{var} ${x}`,
    gradientTex: (x, settings) => `\\tfrac{2}{${divisorTex(settings)}}(${x} - \\mu)^{\\!\\top}`,
    examples: [...everyAxis(), ...everyAxis({ correction: 1 }, false)],
  }),
  reduction({
    name: 'std',
    title: 'Standard deviation',
    symbol: '\\operatorname{std} x',
    help: 'The root of the variance: how far the entries are from their mean.',
    source: 'Chan, Golub & LeVeque, Algorithms for computing the sample variance (1983)',
    synonyms: ['standard deviation', 'spread', 'écart type'],
    attributes: { correction },
    check: checkCorrection('std'),
    value(x, settings) {
      const { scale, spread } = spreadOf(x, settings);
      return spread / scale;
    },
    gradient(g, x, _, settings) {
      const { r, spread, freedom } = spreadOf(x, settings);
      // A vector of equal numbers has the subgradient 0.
      for (let i = 0; i < g.length; i++) g[i] = spread === 0 ? 0 : r[i] / spread / freedom;
    },
    gradientTangent(dg, x, _, dx, dy, settings) {
      const { r, scale, spread, freedom } = spreadOf(x, settings);
      const dr = deviations(dx);
      for (let i = 0; i < dg.length; i++)
        dg[i] = spread === 0 ? 0 : ((dr[i] - (r[i] / spread) * dy) / spread / freedom) * scale;
    },
    findings: stdKinks,
    // JAX 0.10.2, measured: √ has the slope ∞ at 0 and var the gradient 0, and 0 · ∞ is NaN (_std in jax/_src/numpy/reductions.py).
    kinkGradient(g, profile) {
      if (profile === 'jax') g.fill(Number.NaN);
    },
    tex: (x) => `\\operatorname{std} ${x}`,
    gradientTex: (x, settings) =>
      `\\frac{(${x} - \\mu)^{\\!\\top}}{${divisorTex(settings, true)}\\operatorname{std} ${x}}`,
    examples: [...everyAxis({}, false), ...everyAxis({ correction: 1 }, false)],
  }),
];

function divisorTex({ correction: c }: Attributes, factor = false): string {
  if (c === 0) return factor ? 'n\\,' : 'n';
  const difference = (c as number) < 0 ? `n + ${-(c as number)}` : `n - ${c}`;
  return factor ? `(${difference})\\,` : difference;
}

/** 1 for the entry that is the result, shared equally where several are. */
function shareOfTies(g: Float64Array, x: Float64Array, y: number): void {
  let count = 0;
  for (let i = 0; i < x.length; i++) if (x[i] === y) count++;
  for (let i = 0; i < g.length; i++) g[i] = Number.isNaN(y) ? y : x[i] === y ? 1 / count : 0;
}

/** The first of several entries that are extreme; `[left, right]` are its own one-sided slopes. */
function ties(
  x: Float64Array,
  extreme: (a: number, b: number) => number,
  word: string,
  [left, right]: [number, number],
) {
  const top = x.reduce((a, b) => extreme(a, b));
  const at = x.indexOf(top);
  const count = x.reduce((sum, v) => sum + (v === top ? 1 : 0), 0);
  if (count < 2) return [];
  const says = `@ ties for the ${word} number ${top}; the ${count} share the slope equally`;
  return [{ at, says, left, right }];
}

/** Moving one of n equal numbers by t moves std by |t| √((n − 1)/(n(n − c))). One number alone has no deviation, and no kink. */
function stdKinks(x: Float64Array, settings: Attributes) {
  const n = x.length;
  if (n < 2 || x.some((v) => v !== x[0])) return [];
  const slope = Math.sqrt((n - 1) / n / divisor(x, settings));
  const says = `${runName(settings)} is ${x[0]} throughout; 0 is used as its gradient`;
  return [{ at: 0, says, left: -slope, right: slope }];
}
