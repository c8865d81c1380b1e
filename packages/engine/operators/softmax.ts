/**
 * The softmax and the cross-entropy that is fused with it: scores, probabilities, and what a wrong guess costs.
 */

import { numberSetting } from '../attributes';
import { exp } from '../elementary';
import { covariance } from '../jacobian/composed';
import { lowRank, sumsOfOthers } from '../jacobian/low-rank';
import { row } from '../jacobian/simple';
import { type Operator, refuse } from '../operator';
import { isRunAlive } from '../rules/curvature';
import { samePair, somePairs } from '../rules/pair';
import type { Shape } from '../shape';

const family = 'losses' as const;

/** The length of one distribution: a row of a matrix, or all of a vector. */
const widthOf = (shape: Shape) => (shape.length === 0 ? 1 : shape[shape.length - 1]);

/** softmax(x/T) of the run [start, start + n), shifted by its maximum; returns the maximum and log Σ e^(…−max). */
export function softmaxRun(
  s: Float64Array,
  x: Float64Array,
  start: number,
  n: number,
  T: number,
): [number, number] {
  let top = start;
  for (let i = start + 1; i < start + n; i++) if (x[i] > x[top]) top = i;
  let rest = 0;
  for (let i = start; i < start + n; i++) {
    s[i] = i === top ? 1 : exp((x[i] - x[top]) / T);
    if (i !== top) rest += s[i];
  }
  for (let i = start; i < start + n; i++) s[i] /= 1 + rest;
  return [x[top] / T, Math.log1p(rest)];
}

export const softmaxFamily: readonly Operator[] = [
  {
    name: 'softmax',
    family,
    title: 'Softmax',
    symbol: '\\operatorname{softmax} x',
    help: 'Exponentials scaled to sum 1: scores become probabilities. A matrix row by row.',
    source: 'Bridle, Probabilistic interpretation of feedforward network outputs (1990)',
    synonyms: ['normalized exponential'],
    operands: ['x'],
    attributes: {
      temperature: numberSetting('T in softmax(x/T)', { default: 1, positive: true }),
    },
    shape: ([x]) => (x.length === 0 ? refuse('x is a scalar: softmax takes a vector or a matrix.') : x),
    value(y, [x], { temperature }) {
      const n = widthOf(x.shape);
      for (let start = 0; start < y.data.length; start += n)
        softmaxRun(y.data, x.data, start, n, temperature as number);
    },
    differential: ([x], y, { temperature }) => [
      covariance(y.data, widthOf(x.shape), 1 / (temperature as number)),
    ],
    curvature(point, w, [out]) {
      const {
        y,
        attributes: { temperature },
        dy,
      } = point;
      const scale = 1 / (temperature as number);
      const n = widthOf(y.shape);
      for (let start = 0; start < w.length; start += n) {
        if (!isRunAlive(point, start, n)) continue;
        let [mean, drift] = [0, 0];
        for (let i = start; i < start + n; i++)
          [mean, drift] = [mean + w[i] * y.data[i], drift + w[i] * dy[i]];
        for (let i = start; i < start + n; i++) out[i] += scale * ((w[i] - mean) * dy[i] - drift * y.data[i]);
      }
    },
    tex: ([x], { temperature: T }) => `\\operatorname{softmax}(${x}${T === 1 ? '' : `/${T}`})`,
    jacobianTex: (_, { temperature: T }, [x]) => {
      const matrix = '\\operatorname{diag}(s) - s s^{\\!\\top}';
      const scaled = T === 1 ? matrix : `\\tfrac{1}{${T}}(${matrix})`;
      return [x.length === 2 ? `\\operatorname{blocks}\\left(${scaled}\\right)` : scaled];
    },
    examples: [
      { operands: [[1.5, -0.4, 2]] },
      { operands: [[1.5, -0.4, 2, 0.1, -1, 0.7]], attributes: { temperature: 2.5 } },
      {
        operands: [
          [
            [1.5, -0.4, 2],
            [0.2, 0.9, -1],
          ],
        ],
      },
    ],
  },
  {
    name: 'log_softmax',
    family,
    title: 'Log-softmax',
    symbol: '\\ln \\operatorname{softmax} x',
    help: 'The logarithms of the softmax, without its rounding to 0: x − log Σ e^x. A matrix row by row.',
    source: 'PyTorch reference, torch.nn.functional.log_softmax',
    synonyms: ['log probabilities'],
    operands: ['x'],
    attributes: {},
    shape: ([x]) => (x.length === 0 ? refuse('x is a scalar: log_softmax takes a vector or a matrix.') : x),
    value(y, [x]) {
      const n = widthOf(x.shape);
      for (let start = 0; start < y.data.length; start += n) {
        const [top, tail] = softmaxRun(y.data, x.data, start, n, 1);
        for (let i = start; i < start + n; i++) y.data[i] = x.data[i] - top - tail;
      }
    },
    differential([x], _, __, { take }) {
      const n = widthOf(x.shape);
      const size = x.data.length;
      const [minusOne, s] = [take(size).fill(-1), take(size)];
      const fill = (diagonal: Float64Array) => {
        for (let start = 0; start < size; start += n) softmaxRun(s, x.data, start, n, 1);
        sumsOfOthers(diagonal, s, n, (p) => p);
      };
      return [lowRank(take(size), [{ u: minusOne, v: s }], n, fill)];
    },
    curvature(point, w, [out]) {
      const {
        operands: [x],
        dy,
      } = point;
      const n = widthOf(x.shape);
      const s = new Float64Array(w.length);
      for (let start = 0; start < w.length; start += n) {
        if (!isRunAlive(point, start, n)) continue;
        softmaxRun(s, x.data, start, n, 1);
        let weight = 0;
        for (let i = start; i < start + n; i++) weight += w[i];
        for (let i = start; i < start + n; i++) out[i] -= weight * s[i] * dy[i];
      }
    },
    tex: ([x]) => `\\ln \\operatorname{softmax}(${x})`,
    jacobianTex: (_, __, [x]) => {
      const matrix = 'I - \\mathbf 1 s^{\\!\\top}';
      return [x.length === 2 ? `\\operatorname{blocks}\\left(${matrix}\\right)` : matrix];
    },
    examples: [
      { operands: [[1.5, -0.4, 2]] },
      { operands: [[1.5, -0.4, 2, 0.1, -1, 0.7]] },
      {
        operands: [
          [
            [1.5, -0.4, 2],
            [0.2, 0.9, -1],
          ],
        ],
      },
    ],
  },
  {
    name: 'cross_entropy',
    family,
    title: 'Cross-entropy of logits',
    symbol: '-\\textstyle\\sum t \\ln s',
    help: '−Σ t log softmax(logits), fused and stable; matrices: the mean over their rows.',
    source: 'Goodfellow, Bengio & Courville, Deep Learning (2016), §6.2.2',
    synonyms: ['log loss', 'entropie croisée'],
    operands: ['logits', 'target'],
    attributes: {},
    shape([x, t]) {
      if (x.length === 0) return refuse('logits is a scalar: cross_entropy takes a vector or a matrix.');
      return samePair(['logits', 'target'])([x, t]);
    },
    value(y, [x, t]) {
      const n = widthOf(x.shape);
      const s = new Float64Array(x.data.length);
      let total = 0;
      for (let start = 0; start < s.length; start += n) {
        const [top, tail] = softmaxRun(s, x.data, start, n, 1);
        for (let i = start; i < start + n; i++)
          if (t.data[i] !== 0) total += t.data[i] * (top - x.data[i] + tail);
      }
      y.data[0] = (total * n) / s.length;
    },
    differential([x, t], _, __, { take }) {
      const n = widthOf(x.shape);
      const size = x.data.length;
      const share = n / size;
      const s = take(size);
      const logits = (g: Float64Array) => {
        for (let start = 0; start < size; start += n) {
          softmaxRun(s, x.data, start, n, 1);
          crossEntropyGradient(g, s, t.data, start, n, share);
        }
      };
      const target = (g: Float64Array) => {
        for (let start = 0; start < size; start += n) {
          const [top, tail] = softmaxRun(s, x.data, start, n, 1);
          for (let i = start; i < start + n; i++) g[i] = share * (top - x.data[i] + tail);
        }
      };
      return [row(take(size), logits), row(take(size), target)];
    },
    curvature({ operands: [x, t], tangents: [dx, dt] }, [w], [outX, outT]) {
      const n = widthOf(x.shape);
      const scale = (w * n) / dx.length;
      const s = new Float64Array(dx.length);
      for (let start = 0; start < dx.length; start += n) {
        softmaxRun(s, x.data, start, n, 1);
        let [weight, drift, mean] = [0, 0, 0];
        for (let i = start; i < start + n; i++) {
          weight += t.data[i];
          drift += dt[i];
          mean += s[i] * dx[i];
        }
        for (let i = start; i < start + n; i++) {
          outX[i] += scale * (s[i] * (drift + weight * (dx[i] - mean)) - dt[i]);
          outT[i] += scale * (mean - dx[i]);
        }
      }
    },
    tex: ([x, t]) => `-\\textstyle\\sum ${t} \\ln \\operatorname{softmax}(${x})`,
    jacobianTex: ([x, t]) => [
      `(\\operatorname{softmax}(${x}) - ${t})^{\\!\\top}`,
      `-\\ln \\operatorname{softmax}(${x})^{\\!\\top}`,
    ],
    examples: [
      somePairs[1],
      somePairs[2],
      {
        operands: [
          [30, -4, 2],
          [1, 0, 0],
        ],
      },
    ],
  },
];

/**
 * g_i = share · (T·s_i − t_i) with T = Σt, for one run; where s_i is nearly 1, from the complements, since s_i − 1 would keep few digits.
 */
function crossEntropyGradient(
  g: Float64Array,
  s: Float64Array,
  t: Float64Array,
  start: number,
  n: number,
  share: number,
) {
  const end = start + n;
  let weight = 0;
  for (let i = start; i < end; i++) weight += t[i];
  for (let i = start; i < end; i++) {
    if (s[i] <= 0.5) {
      g[i] = share * (weight * s[i] - t[i]);
      continue;
    }
    let [othersT, othersS] = [0, 0];
    for (let j = start; j < end; j++)
      if (j !== i) {
        othersT += t[j];
        othersS += s[j];
      }
    g[i] = share * (othersT - weight * othersS);
  }
}
