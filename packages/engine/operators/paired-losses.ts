/**
 * Losses of probabilities and of margins: what a pair of numbers costs, added up or averaged.
 */
import { numberSetting } from '../attributes';
import { signSlope, taken } from '../jacobian/jacobian';
import { row } from '../jacobian/simple';
import type { Finding, Operator } from '../operator';
import { component, gather, place } from '../rules/findings';
import { somePairs } from '../rules/pair';
import { pairedLoss } from '../rules/paired-loss';
import type { PairFinding } from '../rules/two-numbers';
import { logRatio, sigmoid, softplus } from '../special';
import { sum } from '../sums';

/** Pairs of distributions: scalars, vectors (one with a target of 0), matrices. */
const distributions = [
  { operands: [0.3, 0.8] },
  {
    operands: [
      [0.2, 0.7, 0.1],
      [0.5, 0.3, 0.2],
    ],
  },
  {
    operands: [
      [
        [0.2, 0.7, 0.1],
        [0.6, 0.15, 0.25],
      ],
      [
        [0.5, 0.3, 0.2],
        [0.1, 0.8, 0.1],
      ],
    ],
  },
];

const margins = [
  { operands: [0.3, 1] },
  {
    operands: [
      [0.3, -2, 1.7, 0.4],
      [1, -1, -1, 0.5],
    ],
  },
  {
    operands: [
      [
        [0.3, -2],
        [1.7, 0.4],
      ],
      [
        [1, 1],
        [-1, -1],
      ],
    ],
  },
];

const [NAN, INF] = [Number.NaN, Number.POSITIVE_INFINITY];

export const pairedLosses: readonly Operator[] = [
  pairedLoss({
    name: 'negative_log_likelihood',
    title: 'Negative log-likelihood',
    symbol: '-\\textstyle\\sum t \\ln p',
    help: '−Σ t log p for probabilities p and a target distribution t; 0 log 0 is 0.',
    source: 'Bishop, Pattern Recognition and Machine Learning (2006), eq. 4.108',
    synonyms: ['NLL', 'cross-entropy', 'likelihood', 'vraisemblance'],
    operands: ['p', 'target'],
    f: (p, t) => (t === 0 && p === 0 ? 0 : -t * Math.log(p)),
    partials(p, t) {
      if (p > 0) return [-t / p, -Math.log(p)];
      return p < 0 ? [NAN, NAN] : [t === 0 ? 0 : NAN, INF];
    },
    seconds: (p, t) => [t / p / p, -1 / p, 0],
    findings: (p, t) => (p > 0 || (p === 0 && t === 0) ? [] : [outside(0, 'needs p > 0')]),
    tex: (p, t) => `-\\textstyle\\sum ${t} \\ln ${p}`,
    jacobianTex: (p, t) => [`-\\left(\\frac{${t}}{${p}}\\right)^{\\!\\top}`, `-\\ln ${p}^{\\!\\top}`],
    examples: [
      ...distributions,
      {
        operands: [
          [0.2, 0.7, 0.1],
          [0, 1, 0],
        ],
      },
    ],
  }),
  pairedLoss({
    name: 'kl_divergence',
    title: 'Kullback–Leibler divergence',
    symbol: '\\textstyle\\sum q \\ln \\frac q p',
    help: 'Σ q log(q/p): how far the distribution p is from q; 0 log 0 is 0.',
    source: 'Cover & Thomas, Elements of Information Theory (2006), §2.3',
    synonyms: ['KL', 'relative entropy', 'entropie relative'],
    operands: ['q', 'p'],
    f(q, p) {
      if (q < 0 || p < 0) return NAN;
      return q === 0 ? 0 : q * logRatio(q, p);
    },
    partials(q, p) {
      if (q < 0 || p < 0) return [NAN, NAN];
      if (p === 0) return [NAN, q === 0 ? 0 : NAN];
      return q === 0 ? [-INF, 0] : [logRatio(q, p) + 1, -q / p];
    },
    seconds: (q, p) => [1 / q, -1 / p, q / p / p],
    findings(q, p) {
      const found: PairFinding[] = [];
      if (q < 0) found.push(outside(0, 'needs q ≥ 0'));
      if (p <= 0) found.push(outside(1, 'needs p > 0'));
      if (q === 0 && p > 0) {
        const says = 'has a vertical tangent where q is 0, its slope with respect to q is infinite';
        found.push({ code: 'vertical-tangent', operand: 0, says });
      }
      return found;
    },
    tex: (q, p) => `\\textstyle\\sum ${q} \\ln \\frac{${q}}{${p}}`,
    jacobianTex: (q, p) => [
      `\\left(\\ln \\frac{${q}}{${p}} + 1\\right)^{\\!\\top}`,
      `-\\left(\\frac{${q}}{${p}}\\right)^{\\!\\top}`,
    ],
    examples: distributions,
  }),
  {
    name: 'entropy',
    family: 'losses',
    title: 'Entropy',
    symbol: '-\\textstyle\\sum p \\ln p',
    help: '−Σ p log p in nats: how uncertain a distribution is; 0 log 0 is 0.',
    source: 'Cover & Thomas, Elements of Information Theory (2006), §2.1',
    synonyms: ['Shannon', 'uncertainty', 'entropie'],
    operands: ['p'],
    attributes: {},
    shape: () => [],
    value(y, [p]) {
      y.data[0] = sum(p.data, (q) => (q === 0 ? 0 : -q * Math.log(q)));
    },
    differential: ([p], _, __, { take }) => [
      row(take(p.data.length), (g) => {
        for (let i = 0; i < g.length; i++) g[i] = -(Math.log(p.data[i]) + 1);
      }),
    ],
    curvature({ operands: [p], tangents: [dp] }, [w], [out]) {
      for (let i = 0; i < dp.length; i++) if (dp[i] !== 0) out[i] -= (w * dp[i]) / p.data[i];
    },
    diagnose([p]) {
      const found = [...p.data].flatMap((q, i): Finding[] => {
        if (q > 0 || !Number.isFinite(q)) return [];
        const where = { operand: 'p', ...component(p, i) };
        return q < 0
          ? [{ code: 'domain', message: `entropy needs p ≥ 0, but ${place('p', p, i)} is ${q}.`, ...where }]
          : [
              {
                code: 'vertical-tangent',
                message: `entropy has a vertical tangent where ${place('p', p, i)} is 0: its slope is infinite.`,
                ...where,
              },
            ];
      });
      return gather(found, 'p', p);
    },
    tex: ([p]) => `-\\textstyle\\sum ${p} \\ln ${p}`,
    jacobianTex: ([p]) => [`-(\\ln ${p} + 1)^{\\!\\top}`],
    examples: distributions.map(({ operands: [p] }) => ({ operands: [p] })),
  },
  pairedLoss({
    name: 'mae_loss',
    title: 'Mean absolute error',
    symbol: '\\tfrac1n\\|p - t\\|_1',
    help: 'The mean of the absolute residuals: outliers count no more than in proportion.',
    source: 'PyTorch reference, torch.nn.functional.l1_loss',
    synonyms: ['L1 loss', 'absolute error', 'erreur absolue moyenne'],
    operands: ['prediction', 'target'],
    averaged: true,
    f: (p, t) => Math.abs(p - t),
    partials: (p, t) => [signSlope(p - t), signSlope(t - p)],
    kinkPartials: { pytorch: [0, 0], jax: [1, -1] },
    findings: (p, t, same) =>
      p === t && !same
        ? [kink('where prediction and target are equal, and 0 is used as its slope', -1, 1)]
        : [],
    selects: true,
    tex: (p, t) => `\\tfrac1n\\|${p} - ${t}\\|_1`,
    jacobianTex: (p, t) => [
      `\\tfrac1n \\operatorname{sign}(${p} - ${t})^{\\!\\top}`,
      `-\\tfrac1n \\operatorname{sign}(${p} - ${t})^{\\!\\top}`,
    ],
    examples: somePairs,
  }),
  pairedLoss({
    name: 'huber_loss',
    title: 'Huber loss',
    symbol: '\\overline{h_\\delta(p - t)}',
    help: 'Quadratic for residuals up to delta, linear beyond: ½r² or δ(|r| − ½δ), averaged.',
    source: 'Huber, Robust estimation of a location parameter, Ann. Math. Statist. 35 (1964)',
    synonyms: ['smooth L1', 'robust'],
    operands: ['prediction', 'target'],
    attributes: {
      delta: numberSetting('the residual from which the loss is linear', { default: 1, positive: true }),
    },
    averaged: true,
    f(p, t, settings) {
      const delta = settings.delta as number;
      const r = Math.abs(p - t);
      return r <= delta ? 0.5 * r * r : delta * (r - 0.5 * delta);
    },
    partials(p, t, settings) {
      const delta = settings.delta as number;
      const slope = Math.max(-delta, Math.min(delta, p - t));
      return [slope, -slope];
    },
    seconds(p, t, settings) {
      const bend = Math.abs(p - t) <= (settings.delta as number) ? 1 : 0;
      return [bend, -bend, bend];
    },
    tex: (p, t) => `\\overline{h_\\delta(${p} - ${t})}`,
    jacobianTex: (p, t) => [
      `\\tfrac1n \\operatorname{clip}(${p} - ${t}, -\\delta, \\delta)^{\\!\\top}`,
      `-\\tfrac1n \\operatorname{clip}(${p} - ${t}, -\\delta, \\delta)^{\\!\\top}`,
    ],
    examples: [
      somePairs[0],
      somePairs[1],
      { operands: somePairs[2].operands, attributes: { delta: 0.4 } },
      { operands: somePairs[2].operands, attributes: { delta: 3 } },
    ],
  }),
  pairedLoss({
    name: 'hinge_loss',
    title: 'Hinge loss',
    symbol: '\\textstyle\\sum \\max(0, 1 - t s)',
    help: 'What scores cost whose margin target · score is below 1; targets are ±1.',
    source: 'Cortes & Vapnik, Support-vector networks, Machine Learning 20 (1995)',
    synonyms: ['SVM', 'margin', 'support vector machine'],
    operands: ['score', 'target'],
    f: (s, t) => Math.max(0, 1 - t * s),
    partials(s, t) {
      if (t * s >= 1) return [0, 0];
      return t * s < 1 ? [taken(-t), taken(-s)] : [NAN, NAN];
    },
    seconds: (s, t) => [0, t * s < 1 ? -1 : 0, 0],
    findings(s, t) {
      if (t * s !== 1) return [];
      const sides = [-t, 0].sort((a, b) => a - b);
      return [kink('where score · target is 1, and 0 is used as its slope', sides[0], sides[1])];
    },
    selects: true,
    tex: (s, t) => `\\textstyle\\sum \\max(0, 1 - ${t} ${s})`,
    jacobianTex: (s, t) => [`-(${t}\\,[${t} ${s} < 1])^{\\!\\top}`, `-(${s}\\,[${t} ${s} < 1])^{\\!\\top}`],
    examples: margins,
  }),
  pairedLoss({
    name: 'logistic_loss',
    title: 'Logistic loss',
    symbol: '\\textstyle\\sum \\ln(1 + e^{-t s})',
    help: 'Σ log(1 + e^(−target · score)); targets are ±1.',
    source: 'Hastie, Tibshirani & Friedman, The Elements of Statistical Learning (2009), §10.6',
    synonyms: ['log loss', 'logistic regression', 'deviance'],
    operands: ['score', 'target'],
    f: (s, t) => softplus(-t * s),
    partials: (s, t) => [-t * sigmoid(-t * s), -s * sigmoid(-t * s)],
    seconds(s, t) {
      const [down, up] = [sigmoid(-t * s), sigmoid(t * s)];
      return [t * t * down * up, -down + s * t * down * up, s * s * down * up];
    },
    tex: (s, t) => `\\textstyle\\sum \\ln(1 + e^{-${t} ${s}})`,
    jacobianTex: (s, t) => [
      `-(${t}\\,\\sigma(-${t} ${s}))^{\\!\\top}`,
      `-(${s}\\,\\sigma(-${t} ${s}))^{\\!\\top}`,
    ],
    examples: margins,
  }),
];

function outside(operand: 0 | 1, says: string): PairFinding {
  return { code: 'domain', operand, says };
}

function kink(where: string, left: number, right: number): PairFinding {
  return { code: 'kink', operand: 0, says: `has a kink ${where}`, left, right };
}
