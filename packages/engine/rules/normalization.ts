/**
 * Scaling to a length: y = (x − μ)/r, with or without the mean μ, by the length or by the root of the mean square. One rule, since all
 * Jacobians are (I − [11ᵀ/n] − c·yyᵀ)/r with c = 1 for the length and 1/n for the mean.
 */

import type { Jacobian } from '../jacobian/jacobian';
import { lowRank, type OuterProduct, sumsOfOthers } from '../jacobian/low-rank';
import {
  type AttributeSpec,
  type Attributes,
  type Curvature,
  type Description,
  descriptionOf,
  type Example,
  type Operator,
  type Refusal,
} from '../operator';
import type { Shape } from '../shape';
import { deviations, norm, rescaled } from '../sums';
import type { Tensor } from '../tensor';
import { isRunAlive } from './curvature';

export interface NormalizationRule extends Description {
  readonly attributes?: Readonly<Record<string, AttributeSpec>>;
  /** Whether the mean is subtracted. */
  readonly centred: boolean;
  /** Whether r is √(mean square + epsilon); otherwise it is the length. */
  readonly averaged: boolean;
  shape(x: Shape): Shape | Refusal;
  /** What to say where the length is 0. */
  readonly undefinedAtZero?: string;
  tex(x: string): string;
  jacobianTex(x: string): string;
  readonly examples: readonly Example[];
}

/** The length of a run: all of a vector, a row of a matrix. */
const widthOf = (shape: Shape) => shape[shape.length - 1];

export function normalization(rule: NormalizationRule): Operator {
  return {
    ...descriptionOf(rule),
    operands: ['x'],
    attributes: rule.attributes ?? {},
    shape: ([x]) => rule.shape(x),
    value(y, [x], settings) {
      const width = widthOf(x.shape);
      for (let start = 0; start < x.data.length; start += width)
        y.data.set(normalized(rule, x.data.subarray(start, start + width), settings).y, start);
    },
    differential: ([x], y, settings, { take }) => [jacobian(rule, x, y, settings, take)],
    curvature: curvatureOf(rule),
    diagnose([x]) {
      if (!rule.undefinedAtZero || x.data.some((v) => v !== 0)) return [];
      return [{ code: 'domain', message: rule.undefinedAtZero, operand: 'x' }];
    },
    tex: ([x]) => rule.tex(x),
    jacobianTex([x], _, [shape]) {
      const block = rule.jacobianTex(x);
      return [shape.length === 2 ? `\\operatorname{blocks}\\left(${block}\\right)` : block];
    },
    examples: rule.examples,
  };
}

/** (x − μ)/r of a run, and r, the latter `scale` times what it is. */
function normalized(rule: NormalizationRule, x: Float64Array, { epsilon }: Attributes) {
  const { run, scale } = rescaled(x);
  const z = rule.centred ? deviations(run) : run;
  const length = norm(z, 2);
  if (!rule.averaged) return { y: z.map((v) => v / length), r: length, scale };
  const spread = length / Math.sqrt(z.length);
  const soft = Math.sqrt(epsilon as number);
  // Beside an ε above 0 the radius of tiny numbers is not tiny: brought to their scale, it would make what is divided by it vanish.
  if (scale <= 1 || soft === 0) {
    const r = Math.hypot(spread, soft * scale);
    return { y: z.map((v) => v / r), r, scale };
  }
  const r = Math.hypot(spread / scale, soft);
  return { y: z.map((v) => v / r / scale), r, scale: 1 };
}

function jacobian(
  rule: NormalizationRule,
  x: Tensor,
  y: Tensor,
  settings: Attributes,
  take: (size: number) => Float64Array,
): Jacobian {
  const width = widthOf(x.shape);
  const size = x.data.length;
  const c = rule.averaged ? 1 / width : 1;
  // Half of 1/r to each factor of yyᵀ/r: the product may be a number where 1/r overflows, or where the square of y underflows.
  const radial: OuterProduct = { u: take(size), v: take(size) };
  const mean: OuterProduct = {
    u: take(rule.centred ? size : 0),
    v: take(rule.centred ? size : 0).fill(1),
  };
  const squares = take(size);

  /** The diagonal (1 − c·y_i²)/r from the squares of the others: 1 − c·Σy² is ε/r² exactly. */
  function fill(diagonal: Float64Array): void {
    for (let start = 0; start < size; start += width) {
      const { r, scale } = normalized(rule, x.data.subarray(start, start + width), settings);
      const perRadius = (v: number) => (v / r) * scale;
      const rest = rule.averaged ? perRadius(perRadius(settings.epsilon as number)) : 0;
      // One or two deviations from their mean are ±1 but for ε: nothing else is left of the derivative, and it would be lost in a difference.
      const only = rule.centred && width < 3 ? perRadius((width - 1) * c * rest) : undefined;
      for (let i = start; i < start + width; i++) {
        diagonal[i] = only ?? perRadius(rest - (rule.centred ? c : 0));
        radial.v[i] = only === undefined ? (y.data[i] / Math.sqrt(r)) * Math.sqrt(scale) : 0;
        radial.u[i] = -c * radial.v[i];
        if (rule.centred) mean.u[i] = -(only ?? perRadius(c));
      }
    }
    sumsOfOthers(squares, radial.v, width, (v) => v * v);
    for (let i = 0; i < size; i++) diagonal[i] += c * squares[i];
  }

  return lowRank(take(size), rule.centred ? [radial, mean] : [radial], width, fill);
}

/** The row w − [mean w] − c·(w·y)·y over r, differentiated: r changes by c·y·dx. */
function curvatureOf(rule: NormalizationRule): Curvature {
  return (point, w, [out]) => {
    const {
      operands: [x],
      y,
      attributes,
      tangents: [dx],
      dy,
    } = point;
    const width = widthOf(x.shape);
    const c = rule.averaged ? 1 / width : 1;
    for (let start = 0; start < w.length; start += width) {
      if (!isRunAlive(point, start, width)) continue;
      const { r, scale } = normalized(rule, x.data.subarray(start, start + width), attributes);
      let [along, drift, growth, mean] = [0, 0, 0, 0];
      for (let i = start; i < start + width; i++) {
        along += c * w[i] * y.data[i];
        drift += c * w[i] * dy[i];
        growth += ((c * y.data[i] * dx[i]) / r) * scale;
        mean += rule.centred ? w[i] / width : 0;
      }
      for (let i = start; i < start + width; i++) {
        const pulled = w[i] - mean - along * y.data[i];
        out[i] -= ((drift * y.data[i] + along * dy[i] + growth * pulled) / r) * scale;
      }
    }
  };
}
