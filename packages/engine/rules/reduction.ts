/**
 * Functions of a whole vector to one number, over everything or along an axis of a matrix. One gradient rule serves all: a row when everything
 * is reduced, blocks of rows along an axis.
 */
import { axisSetting } from '../attributes';
import { blockRows } from '../jacobian/composed';
import type { Jacobian } from '../jacobian/jacobian';
import { eye, factor, kronecker } from '../jacobian/kronecker';
import { row } from '../jacobian/simple';
import {
  type AttributeSpec,
  type Attributes,
  badAttribute,
  type Curvature,
  type Description,
  descriptionOf,
  type Example,
  type Finding,
  isRefusal,
  type Operator,
  type Profile,
  type Refusal,
} from '../operator';
import { describeShape, type Shape, sizeOf } from '../shape';
import { component, gather, place } from './findings';

export interface ReductionRule extends Omit<Description, 'family'> {
  readonly attributes?: Readonly<Record<string, AttributeSpec>>;
  /** Refuses settings that do not go with runs of n numbers. */
  check?(n: number, settings: Attributes): string | undefined;
  value(x: Float64Array, settings: Attributes): number;
  /** Writes the gradient of one reduced run into g. */
  gradient(g: Float64Array, x: Float64Array, y: number, settings: Attributes): void;
  /** Writes the derivative of the gradient along dx, for Hessians; absent where the gradient is constant between kinks. */
  gradientTangent?(
    dg: Float64Array,
    x: Float64Array,
    y: number,
    dx: Float64Array,
    dy: number,
    settings: Attributes,
  ): void;
  /** Corrects our gradient g of a run at a kink to the one that PyTorch or JAX use; absent where they use ours. */
  kinkGradient?(g: Float64Array, profile: 'pytorch' | 'jax', x: Float64Array, settings: Attributes): void;
  /** The gradient when it is the same number everywhere: along an axis the Jacobian is then a Kronecker product. */
  constantGradient?(n: number): number;
  /** Whether an entry of the gradient may say that the branch is not taken, by `isTaken`. */
  selects?(settings: Attributes): boolean;
  /** Kinks of one run: which component (0-based), its one-sided derivatives, and the words. */
  findings?(
    x: Float64Array,
    settings: Attributes,
  ): readonly { readonly at: number; readonly says: string; readonly left: number; readonly right: number }[];
  tex(x: string, settings: Attributes): string;
  gradientTex(x: string, settings: Attributes): string;
  readonly examples: readonly Example[];
}

const matrix = [
  [1.5, -2, 0.3],
  [0.2, 0.9, -4],
];

/** A vector, and a matrix over everything and along both axes. */
const vectorsAndAxes: readonly Example[] = [
  { operands: [[1.5, -0.4, 2]] },
  { operands: [matrix] },
  { operands: [matrix], attributes: { axis: 0 } },
  { operands: [matrix], attributes: { axis: 1 } },
];

/** Examples along every axis, with further settings; a scalar among them unless the operator is constant there. */
export function everyAxis(settings: Attributes = {}, scalar = true): Example[] {
  const examples = scalar ? [{ operands: [1.7] }, ...vectorsAndAxes] : vectorsAndAxes;
  return examples.map(({ operands, attributes }) => ({
    operands,
    attributes: { ...attributes, ...settings },
  }));
}

/** How a sentence names what is reduced together; `@` becomes the place of one entry of it. */
export const runName = ({ axis }: Attributes) =>
  axis === undefined ? 'x' : axis === 0 ? 'the column of @' : 'the row of @';

/** The runs an axis cuts an operand into: where each starts, how many entries, how far apart. */
interface Runs {
  readonly offsets: Int32Array;
  readonly width: number;
  readonly stride: number;
}

function runsOf(shape: Shape, axis: unknown): Runs {
  if (shape.length < 2 || axis === undefined)
    return { offsets: new Int32Array(1), width: sizeOf(shape), stride: 1 };
  const [rows, cols] = shape;
  return axis === 1
    ? { offsets: Int32Array.from({ length: rows }, (_, i) => i * cols), width: cols, stride: 1 }
    : { offsets: Int32Array.from({ length: cols }, (_, j) => j), width: rows, stride: cols };
}

/** Calls `visit` with each run as a contiguous array: a view where it is one, a copy where it is strided. */
function eachRun(
  x: Float64Array,
  { offsets, width, stride }: Runs,
  visit: (run: Float64Array, index: number) => void,
): void {
  const scratch = stride === 1 ? undefined : new Float64Array(width);
  for (let i = 0; i < offsets.length; i++) {
    const start = offsets[i];
    if (!scratch) {
      visit(x.length === width ? x : x.subarray(start, start + width), i);
      continue;
    }
    for (let k = 0; k < width; k++) scratch[k] = x[start + k * stride];
    visit(scratch, i);
  }
}

/** The shape left when `axis` is reduced. */
function reducedShape(name: string, x: Shape, axis: unknown): Shape | Refusal {
  if (axis === undefined) return [];
  if (x.length === 0)
    return badAttribute(`The setting axis of ${name} is ${axis}, but x is a scalar: expected no axis.`);
  if (x.length === 1)
    return axis === 0
      ? []
      : badAttribute(
          `The setting axis of ${name} is ${axis}, but x is ${describeShape(x)}: expected axis 0 or none.`,
        );
  return axis === 0 ? [x[1]] : [x[0]];
}

export function reduction(rule: ReductionRule): Operator {
  return {
    ...descriptionOf({ ...rule, family: 'reductions' }),
    operands: ['x'],
    attributes: { axis: axisSetting, ...rule.attributes },
    shape([x], settings) {
      const shape = reducedShape(rule.name, x, settings.axis);
      const objection = !isRefusal(shape) && rule.check?.(runsOf(x, settings.axis).width, settings);
      return objection ? badAttribute(objection) : shape;
    },
    value(y, [x], settings) {
      const runs = runsOf(x.shape, settings.axis);
      eachRun(x.data, runs, (run, i) => {
        y.data[i] = rule.value(run, settings);
      });
    },
    differential([x], y, settings, { take, profile }) {
      const gradient = gradientIn(rule, profile);
      const runs = runsOf(x.shape, settings.axis);
      const n = x.data.length;
      if (rule.constantGradient && y.shape.length > 0)
        return [constantJacobian(x.shape, settings.axis, rule.constantGradient(runs.width))];
      const fill = (payload: Float64Array) =>
        eachRun(x.data, runs, (run, i) => {
          const g = payload.subarray(i * runs.width, (i + 1) * runs.width);
          gradient(g, run, y.data[i], settings);
        });
      const payload = take(n);
      const selects = rule.selects?.(settings);
      if (y.shape.length === 0) return [row(payload, fill, selects)];
      return [blockRows(payload, { ...runs, cols: n }, fill, selects)];
    },
    curvature: curvatureOf(rule),
    diagnose([x], _, settings) {
      if (!rule.findings) return [];
      const runs = runsOf(x.shape, settings.axis);
      const found: Finding[] = [];
      eachRun(x.data, runs, (run, i) => {
        if (!run.every(Number.isFinite)) return;
        for (const { at, says, left, right } of rule.findings?.(run, settings) ?? []) {
          const index = runs.offsets[i] + at * runs.stride;
          const message = `${rule.name} has a kink where ${says.replace('@', place('x', x, index))}.`;
          found.push({ code: 'kink', message, operand: 'x', ...component(x, index), left, right });
        }
      });
      return gather(found, 'x', x);
    },
    tex: ([x], settings) => rule.tex(x, settings),
    jacobianTex([x], settings, [shape]) {
      const gradient = rule.gradientTex(x, settings);
      if (settings.axis === undefined || shape.length < 2) return [gradient];
      if (rule.constantGradient)
        return [settings.axis === 0 ? `${gradient} \\otimes I` : `I \\otimes ${gradient}`];
      return [`\\operatorname{blocks}\\left(${gradient}\\right)`];
    },
    examples: rule.examples,
  };
}

/** The gradient as a profile has it: at the kinks it may differ from ours. */
function gradientIn(rule: ReductionRule, profile: Profile): ReductionRule['gradient'] {
  const { findings, kinkGradient } = rule;
  if (profile === 'nabla' || !findings || (profile !== 'strict' && !kinkGradient)) return rule.gradient;
  return (g, x, y, settings) => {
    rule.gradient(g, x, y, settings);
    if (findings(x, settings).length === 0) return;
    if (profile === 'strict') g.fill(Number.NaN);
    else kinkGradient?.(g, profile, x, settings);
  };
}

function curvatureOf({ gradientTangent }: ReductionRule): Curvature {
  if (!gradientTangent) return 'none';
  return ({ operands: [x], y, attributes, tangents: [dx], dy, reached }, w, [out]) => {
    const { offsets, width, stride } = runsOf(x.shape, attributes.axis);
    const [run, drun, dg] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
    for (let i = 0; i < offsets.length; i++) {
      for (let k = 0, at = offsets[i]; k < width; k++, at += stride) [run[k], drun[k]] = [x.data[at], dx[at]];
      if (reached?.[i] === 0 || drun.every((v) => v === 0)) continue;
      gradientTangent(dg, run, y.data[i], drun, dy[i], attributes);
      for (let k = 0, at = offsets[i]; k < width; k++, at += stride) out[at] += w[i] * dg[k];
    }
  };
}

/** Down the rows gᵀ ⊗ I, across the columns I ⊗ gᵀ, with g the constant gradient of one run. */
function constantJacobian([rows, cols]: Shape, axis: unknown, g: number): Jacobian {
  if (axis === 0) return kronecker(factor(new Float64Array(rows).fill(g), 1, rows), eye(cols));
  return kronecker(eye(rows), factor(new Float64Array(cols).fill(g), 1, cols));
}
