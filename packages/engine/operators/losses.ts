/**
 * Squared errors and binary cross-entropies. The target is an operand like any other and has its derivative.
 */

import type { Take } from '../arena';
import { exp } from '../elementary';
import type { Jacobian } from '../jacobian/jacobian';
import { row } from '../jacobian/simple';
import type { Finding, Operator } from '../operator';
import { linearJacobians } from '../rules/curvature';
import { component, gather, place } from '../rules/findings';
import { samePair, somePairs } from '../rules/pair';
import { sigmoid, softplus } from '../special';
import { mean, sum } from '../sums';
import type { Tensor } from '../tensor';

const family = 'losses' as const;

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
      const share = factor(r.length);
      const total = share * sum(r, (v) => v * v);
      // A square may overflow whose share does not.
      y.data[0] = Number.isFinite(total) ? total : sum(r, (v) => share * v * v);
    },
    differential: ([p, t], _, __, { take }) => squaredJacobians(p, t, factor, take),
    curvature: linearJacobians(([p, t]) => squaredJacobians(p, t, factor, (n) => new Float64Array(n))),
    tex: ([p, t]) => `${factorTex[0]}\\|${p} - ${t}\\|^2`,
    jacobianTex: ([p, t]) => [
      `${factorTex[1]}(${p} - ${t})^{\\!\\top}`,
      `-${factorTex[1]}(${p} - ${t})^{\\!\\top}`,
    ],
    examples: somePairs,
  };
}

function squaredJacobians(p: Tensor, t: Tensor, factor: SquaredRule['factor'], take: Take): Jacobian[] {
  const n = p.data.length;
  const scale = 2 * factor(n);
  const fill = (sign: number) => (g: Float64Array) => {
    for (let i = 0; i < n; i++) g[i] = sign * scale * (p.data[i] - t.data[i]);
  };
  return [row(take(n), fill(1)), row(take(n), fill(-1))];
}

export const losses: readonly Operator[] = [
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
      const terms = p.data.map(
        (q, i) => weightedLog(t.data[i], q, Math.log(q)) + weightedLog(1 - t.data[i], 1 - q, Math.log1p(-q)),
      );
      y.data[0] = -mean(terms);
    },
    differential([p, t], _, __, { take }) {
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
    curvature({ operands: [p, t], tangents: [dp, dt] }, [w], [outP, outT]) {
      const scale = w / dp.length;
      for (let i = 0; i < dp.length; i++) {
        const [q, target] = [p.data[i], t.data[i]];
        const cross = -1 / (q * (1 - q));
        outP[i] += scale * ((target / q ** 2 + (1 - target) / (1 - q) ** 2) * dp[i] + cross * dt[i]);
        outT[i] += scale * cross * dp[i];
      }
    },
    diagnose([p, t]) {
      const found: Finding[] = [];
      p.data.forEach((q, i) => {
        if (!Number.isFinite(q) || inUnit(q, t.data[i])) return;
        const message = `binary_cross_entropy needs 0 < p < 1, but ${place('p', p, i)} is ${q}.`;
        found.push({ code: 'domain', message, operand: 'p', ...component(p, i) });
      });
      return gather(found, 'p', p);
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
      y.data[0] = mean(terms);
    },
    differential([z, t], _, __, { take }) {
      const n = z.data.length;
      const slope = (g: Float64Array) => {
        // σ(z) − t = (1 − t)σ(z) − tσ(−z)
        for (let i = 0; i < n; i++) {
          const e = exp(-Math.abs(z.data[i]));
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
    curvature({ operands: [z], tangents: [dz, dt] }, [w], [outZ, outT]) {
      const scale = w / dz.length;
      for (let i = 0; i < dz.length; i++) {
        outZ[i] += scale * (sigmoid(z.data[i]) * sigmoid(-z.data[i]) * dz[i] - dt[i]);
        outT[i] -= scale * dz[i];
      }
    },
    tex: ([z, t]) => `\\overline{\\ln(1 + e^{${z}}) - ${z} ${t}}`,
    jacobianTex: ([z, t]) => [`\\tfrac1n (\\sigma(${z}) - ${t})^{\\!\\top}`, `-\\tfrac1n ${z}^{\\!\\top}`],
    examples: [
      ...somePairs,
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
