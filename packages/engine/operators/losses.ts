/**
 * Softmax, cross-entropy and the squared errors. The target is an operand like any other and has its derivative.
 */
import { numberSetting } from '../attributes';
import { covariance } from '../jacobian/composed';
import { row } from '../jacobian/simple';
import { type Finding, type Operator, refuse } from '../operator';
import { component, gather, place } from '../rules/findings';
import { describeShape, type Shape, sameShape } from '../shape';
import { softplus } from '../special';
import { sum } from '../sums';
import type { NestedValue } from '../tensor';

const family = 'losses' as const;

/** The length of one distribution: a row of a matrix, or all of a vector. */
const widthOf = (shape: Shape) => (shape.length === 0 ? 1 : shape[shape.length - 1]);

/** softmax(x/T) of the run [start, start + n), shifted by its maximum; returns the maximum and log Σ e^(…−max). */
function softmaxRun(s: Float64Array, x: Float64Array, start: number, n: number, T: number): [number, number] {
  let top = start;
  for (let i = start + 1; i < start + n; i++) if (x[i] > x[top]) top = i;
  let rest = 0;
  for (let i = start; i < start + n; i++) {
    s[i] = i === top ? 1 : Math.exp((x[i] - x[top]) / T);
    if (i !== top) rest += s[i];
  }
  for (let i = start; i < start + n; i++) s[i] /= 1 + rest;
  return [x[top] / T, Math.log1p(rest)];
}

/** The shape rule of a loss: two operands of one shape give a scalar. */
function samePair(names: readonly [string, string]) {
  return ([p, t]: readonly Shape[]) =>
    sameShape(p, t)
      ? []
      : refuse(
          `${names[0]} is ${describeShape(p)}, ${names[1]} is ${describeShape(t)}: expected the same shape.`,
        );
}

const pairs: readonly { operands: readonly [NestedValue, NestedValue] }[] = [
  { operands: [1.5, 0.2] },
  {
    operands: [
      [1.5, -0.4, 2],
      [0.3, 0.3, 0.4],
    ],
  },
  {
    operands: [
      [
        [1.5, -0.4, 2],
        [0.2, 0.9, -1],
      ],
      [
        [0.3, 0.3, 0.4],
        [0, 1, 0],
      ],
    ],
  },
];

interface SquaredRule {
  readonly name: string;
  readonly title: string;
  readonly symbol: string;
  readonly help: string;
  /** The loss is factor(n) · ‖prediction − target‖². */
  factor(n: number): number;
  /** TeX of the factor in the value, and of twice the factor in the gradient. */
  readonly factorTex: readonly [string, string];
}

function squared({ factor, factorTex, ...rest }: SquaredRule): Operator {
  return {
    ...rest,
    family,
    source: 'Bishop, Pattern Recognition and Machine Learning (2006), §1.1',
    operands: ['prediction', 'target'],
    attributes: {},
    shape: samePair(['prediction', 'target']),
    value(y, [p, t]) {
      const r = p.data.map((value, i) => value - t.data[i]);
      y.data[0] = factor(r.length) * sum(r, (v) => v * v);
    },
    differential([p, t], _, __, take) {
      const n = p.data.length;
      const scale = 2 * factor(n);
      const fill = (sign: number) => (g: Float64Array) => {
        for (let i = 0; i < n; i++) g[i] = sign * scale * (p.data[i] - t.data[i]);
      };
      return [row(take(n), fill(1)), row(take(n), fill(-1))];
    },
    tex: ([p, t]) => `${factorTex[0]}\\|${p} - ${t}\\|^2`,
    jacobianTex: ([p, t]) => [
      `${factorTex[1]}(${p} - ${t})^{\\!\\top}`,
      `-${factorTex[1]}(${p} - ${t})^{\\!\\top}`,
    ],
    examples: pairs,
  };
}

export const losses: readonly Operator[] = [
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
    tex: ([x], { temperature: T }) => `\\operatorname{softmax}(${x}${T === 1 ? '' : `/${T}`})`,
    jacobianTex: (_, { temperature: T }, [x]) => {
      const matrix = '\\operatorname{diag}(s) - s s^{\\!\\top}';
      const scaled = T === 1 ? matrix : `\\tfrac{1}{${T}}(${matrix})`;
      return [x.length === 2 ? `\\operatorname{blocks}\\left(${scaled}\\right)` : scaled];
    },
    examples: [
      { operands: [[1.5, -0.4, 2]] },
      { operands: [[1.5, -0.4, 2, 0.1]], attributes: { temperature: 2.5 } },
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
    differential([x, t], _, __, take) {
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
    tex: ([x, t]) => `-\\textstyle\\sum ${t} \\ln \\operatorname{softmax}(${x})`,
    jacobianTex: ([x, t]) => [
      `(\\operatorname{softmax}(${x}) - ${t})^{\\!\\top}`,
      `-\\ln \\operatorname{softmax}(${x})^{\\!\\top}`,
    ],
    examples: [
      pairs[1],
      pairs[2],
      {
        operands: [
          [30, -4, 2],
          [1, 0, 0],
        ],
      },
    ],
  },
  {
    name: 'binary_cross_entropy',
    family,
    title: 'Binary cross-entropy',
    symbol: '-\\overline{t \\ln p + (1-t)\\ln(1-p)}',
    help: 'The mean of −(t log p + (1 − t) log(1 − p)) for probabilities p.',
    source: 'Bishop, Pattern Recognition and Machine Learning (2006), eq. 4.90',
    synonyms: ['logistic loss', 'BCE'],
    operands: ['p', 'target'],
    attributes: {},
    shape: samePair(['p', 'target']),
    value(y, [p, t]) {
      const n = p.data.length;
      const terms = p.data.map(
        (q, i) => weightedLog(t.data[i], q, Math.log(q)) + weightedLog(1 - t.data[i], 1 - q, Math.log1p(-q)),
      );
      y.data[0] = -sum(terms) / n;
    },
    differential([p, t], _, __, take) {
      const n = p.data.length;
      const slope = (g: Float64Array) => {
        for (let i = 0; i < n; i++) {
          const [q, target] = [p.data[i], t.data[i]];
          g[i] = inUnit(q, target) ? binarySlope(q, target) / n : Number.NaN;
        }
      };
      const target = (g: Float64Array) => {
        for (let i = 0; i < n; i++) g[i] = (Math.log1p(-p.data[i]) - Math.log(p.data[i])) / n;
      };
      return [row(take(n), slope), row(take(n), target)];
    },
    diagnose([p, t]) {
      const found: Finding[] = [];
      p.data.forEach((q, i) => {
        if (!Number.isFinite(q) || inUnit(q, t.data[i])) return;
        const message = `binary_cross_entropy needs 0 < p < 1, but ${place('p', p, i)} is ${q}.`;
        found.push({ code: 'domain', message, operand: 'p', ...component(p, i) });
      });
      return gather(found);
    },
    tex: ([p, t]) => `-\\overline{${t} \\ln ${p} + (1 - ${t}) \\ln(1 - ${p})}`,
    jacobianTex: ([p, t]) => [
      `\\tfrac1n \\left(\\frac{${p} - ${t}}{${p}(1 - ${p})}\\right)^{\\!\\top}`,
      `\\tfrac1n (\\ln(1 - ${p}) - \\ln ${p})^{\\!\\top}`,
    ],
    examples: [
      { operands: [0.3, 0.8] },
      {
        operands: [
          [0.3, 0.9, 0.01],
          [0, 1, 0.5],
        ],
      },
    ],
  },
  {
    name: 'binary_cross_entropy_with_logits',
    family,
    title: 'Binary cross-entropy of logits',
    symbol: '\\overline{\\ln(1+e^{z}) - z t}',
    help: 'The mean of max(z, 0) − z t + log(1 + e^−|z|): stable from logits z.',
    source: 'PyTorch reference, binary_cross_entropy_with_logits',
    synonyms: ['BCE with logits'],
    operands: ['logits', 'target'],
    attributes: {},
    shape: samePair(['logits', 'target']),
    value(y, [z, t]) {
      // log(1 + e^z) − zt = t·log(1 + e^−z) + (1 − t)·log(1 + e^z): no cancellation for a sure and right answer.
      const terms = z.data.map((v, i) => {
        const target = t.data[i];
        return target >= 0 && target <= 1
          ? target * softplus(-v) + (1 - target) * softplus(v)
          : softplus(v) - v * target;
      });
      y.data[0] = sum(terms) / terms.length;
    },
    differential([z, t], _, __, take) {
      const n = z.data.length;
      const slope = (g: Float64Array) => {
        // σ(z) − t = (1 − t)σ(z) − tσ(−z)
        for (let i = 0; i < n; i++) {
          const e = Math.exp(-Math.abs(z.data[i]));
          const [near, far] = [1 / (1 + e), e / (1 + e)];
          const [up, down] = z.data[i] >= 0 ? [near, far] : [far, near];
          g[i] = ((1 - t.data[i]) * up - t.data[i] * down) / n;
        }
      };
      const target = (g: Float64Array) => {
        for (let i = 0; i < n; i++) g[i] = -z.data[i] / n;
      };
      return [row(take(n), slope), row(take(n), target)];
    },
    tex: ([z, t]) => `\\overline{\\ln(1 + e^{${z}}) - ${z} ${t}}`,
    jacobianTex: ([z, t]) => [`\\tfrac1n (\\sigma(${z}) - ${t})^{\\!\\top}`, `-\\tfrac1n ${z}^{\\!\\top}`],
    examples: [
      ...pairs,
      {
        operands: [
          [30, -40],
          [1, 0],
        ],
      },
    ],
  },
  squared({
    name: 'squared_error',
    title: 'Squared error',
    symbol: '\\|p - t\\|^2',
    help: 'The squared distance of prediction and target.',
    factor: () => 1,
    factorTex: ['', '2'],
  }),
  squared({
    name: 'half_squared_error',
    title: 'Half squared error',
    symbol: '\\tfrac12\\|p - t\\|^2',
    help: 'Half the squared distance: its gradient is the residual.',
    factor: () => 0.5,
    factorTex: ['\\tfrac12', ''],
  }),
  squared({
    name: 'mse_loss',
    title: 'Mean squared error',
    symbol: '\\tfrac1n\\|p - t\\|^2',
    help: 'The mean of the squared residuals.',
    factor: (n) => 1 / n,
    factorTex: ['\\tfrac1n', '\\tfrac2n'],
  }),
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

/** Whether −(t log p + (1−t) log(1−p)) has a derivative: also where p is 0 or 1 and the target as sure. */
const inUnit = (p: number, t: number) => (p > 0 && p < 1) || (p === t && (p === 0 || p === 1));

/** (p − t)/(p(1 − p)), the common factor cancelled for a sure target, where it may be 0. */
function binarySlope(p: number, t: number): number {
  if (t === 0) return 1 / (1 - p);
  return t === 1 ? -1 / p : (p - t) / (p * (1 - p));
}

/** t · log p with 0 · log 0 = 0. */
function weightedLog(t: number, p: number, logP: number): number {
  return t === 0 && p === 0 ? 0 : t * logP;
}
