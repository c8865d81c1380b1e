/**
 * The gradient check: analytic Jacobians against central differences, extrapolated to h → 0 by Ridders' method (C. Ridders, Accurate
 * computation of F′(x) and F′(x)F″(x), Adv. Eng. Software 4, 1982). A second witness that knows nothing of the rules.
 */
import { diagnose } from './diagnose';
import { dense } from './jacobian/jacobian';
import type { ProgramEdge, ProgramNode } from './program/node';
import type { Program } from './program/program';
import { Pullback } from './pullback';
import { ENTRY_LIMIT } from './shape';
import { allFinite, type Tensor } from './tensor';

/** An error beyond this is a wrong derivative, not the roundoff of the differences. */
export const CHECK_TOLERANCE = 1e-6;

export interface Comparison {
  /** The largest |analytic − numeric| over the largest entry of the Jacobian (at least 1e-6 of the largest value). */
  readonly error: number;
  /** Why nothing was compared. */
  readonly skipped?: 'kink' | 'not finite' | 'too large' | 'by decree';
}

export type EdgeCheck = Comparison & { readonly edge: ProgramEdge };
/** Of ∂target/∂node. */
export type GradientCheck = Comparison & { readonly node: ProgramNode };

export interface CheckReport {
  readonly edges: readonly EdgeCheck[];
  /** For every node the target depends on; empty without a target. */
  readonly gradients: readonly GradientCheck[];
}

/** Checks every edge, and every gradient of `target`, at the current point. The program is left as it was found. */
export function check(program: Program, target?: ProgramNode): CheckReport {
  const edges: EdgeCheck[] = [];
  const gradients: GradientCheck[] = [];
  for (const one of checkOneByOne(program, target))
    if (one && 'edge' in one) edges.push(one);
    else if (one) gradients.push(one);
  return { edges, gradients };
}

/** The same one after the other, the edges first, with nothing in between after every column: whoever asks for the next may take a breath there. */
export function* checkOneByOne(
  program: Program,
  target?: ProgramNode,
): Generator<EdgeCheck | GradientCheck | undefined, void> {
  program.run();
  const kinks = new Set<string>();
  const decreed = new Set<string>();
  for (const { code, node } of diagnose(program)) {
    if (code === 'kink' || code === 'vertical-tangent') kinks.add(node);
    if (code === 'not-true-derivative') decreed.add(node);
  }
  const skip = (id: string): Pick<Comparison, 'skipped'> | undefined =>
    kinks.has(id) ? { skipped: 'kink' } : decreed.has(id) ? { skipped: 'by decree' } : undefined;
  for (const { id, incoming, tensor } of program.nodes)
    for (const edge of tensor ? incoming : [])
      yield { edge, ...(skip(id) ? { error: 0, ...skip(id) } : yield* checkEdge(edge)) };
  if (!target?.tensor) return;

  const pullback = new Pullback(program, target).run();
  const reasons = reasonsDownstream(program, pullback, (node) => skip(node.id));
  for (const node of program.nodes) {
    if (!pullback.reaches(node)) continue;
    const through = reasons.get(node);
    yield { node, ...(through ? { error: 0, ...through } : yield* checkGradient(program, pullback, node)) };
  }
  program.run();
}

/** A gradient that passes through a kink cannot be checked either: the first reason met on the way from a node to the target. */
function reasonsDownstream(
  program: Program,
  pullback: Pullback,
  skip: (node: ProgramNode) => Pick<Comparison, 'skipped'> | undefined,
): ReadonlyMap<ProgramNode, Pick<Comparison, 'skipped'> | undefined> {
  const reasons = new Map<ProgramNode, Pick<Comparison, 'skipped'> | undefined>();
  for (const node of program.order.toReversed()) {
    if (!pullback.reaches(node)) continue;
    const onTheWay = node === pullback.target ? [] : node.outgoing.filter(({ to }) => pullback.reaches(to));
    reasons.set(
      node,
      onTheWay.map(({ to }) => skip(to) ?? reasons.get(to)).find((reason) => reason),
    );
  }
  return reasons;
}

/** Nothing after every column, then what came of it. */
type Comparing = Generator<undefined, Comparison>;

function* checkEdge(edge: ProgramEdge): Comparing {
  const { from, to, jacobian, operand, entry } = edge;
  if (!jacobian || jacobian.rows * jacobian.cols > ENTRY_LIMIT) return { error: 0, skipped: 'too large' };
  if (entry !== undefined) return yield* checkInside(to.program, entry, to.index, dense(jacobian));
  const x: Tensor = { shape: from.tensor!.shape, data: Float64Array.from(from.tensor!.data) };
  const y: Tensor = { shape: to.tensor!.shape, data: new Float64Array(jacobian.rows) };
  const operands = to.operands.map((tensor, k) => (to.operandNames[k] === operand ? x : tensor));
  const evaluate = () => {
    to.operator!.value(y, operands, to.attributes);
    return y.data;
  };
  return yield* compare(dense(jacobian), x.data, evaluate, to.tensor!.data);
}

/** An operand of a composite node: what enters is moved, and what is inside computed again. */
function* checkInside(program: Program, entry: number, position: number, analytic: Float64Array): Comparing {
  const value = program.tensor(position)!.data;
  const before = Float64Array.from(value);
  const evaluate = () => {
    program.evaluateRange(entry + 1, position + 1);
    return value;
  };
  const outcome = yield* compare(analytic, program.tensor(entry)!.data, evaluate, before);
  evaluate();
  return outcome;
}

function* checkGradient(program: Program, pullback: Pullback, node: ProgramNode): Comparing {
  const analytic = pullback.gradient(node);
  if (!analytic) return { error: 0, skipped: 'too large' };
  const target = pullback.target.tensor!.data;
  const before = Float64Array.from(target);
  const evaluate = () => {
    program.evaluateRange(node.index + 1, pullback.target.index + 1);
    return target;
  };
  const outcome = yield* compare(Float64Array.from(analytic), node.tensor!.data, evaluate, before);
  evaluate();
  return outcome;
}

/** Compares a dense Jacobian with the differences of `evaluate` as the entries of x move. */
function* compare(
  analytic: Float64Array,
  x: Float64Array,
  evaluate: () => Float64Array,
  y: Float64Array,
): Comparing {
  const cols = x.length;
  let scale = 0;
  let error = 0;
  for (const entry of analytic) {
    if (!Number.isFinite(entry)) return { error: 0, skipped: 'not finite' };
    scale = Math.max(scale, Math.abs(entry));
  }
  for (const entry of y) scale = Math.max(scale, 1e-6 * Math.abs(entry));
  for (let j = 0; j < cols; j++) {
    yield undefined;
    const numeric = derivative(x, j, evaluate);
    if (!allFinite(numeric)) return { error: 0, skipped: 'not finite' };
    for (let i = 0; i < numeric.length; i++) {
      const off = Math.abs(analytic[i * cols + j] - numeric[i]);
      if (off > CHECK_TOLERANCE * (scale || 1) && jumps(x, j, i, evaluate))
        return { error: 0, skipped: 'kink' };
      error = Math.max(error, off);
    }
  }
  return { error: error === 0 ? 0 : error / (scale || 1) };
}

/** Steps of which the larger would show a difference ten thousand times as large, were the function continuous. */
const [NEAR, FAR] = [1e-8, 1e-4];

/** Whether y_i jumps at x_j, as the ceiling does at whole numbers and an angle where it begins anew: there is no slope to find. */
function jumps(x: Float64Array, j: number, i: number, evaluate: () => Float64Array): boolean {
  const x0 = x[j];
  const across = (h: number) => {
    x[j] = x0 + h;
    const above = evaluate()[i];
    x[j] = x0 - h;
    return Math.abs(above - evaluate()[i]);
  };
  const [near, far] = [NEAR, FAR].map((step) => across(step * Math.max(Math.abs(x0), 0.1)));
  x[j] = x0;
  return near > far / 2 && near > CHECK_TOLERANCE * Math.abs(evaluate()[i]);
}

/** First steps, relative to the number and to 1/10: close to 0 a function may be tame (exp) or may be about to end (log). */
const STEPS = [0.1, 1e-3, 1e-5];

/** ∂y/∂x_j by Ridders' method, the best of several first steps entry by entry. */
function derivative(x: Float64Array, j: number, evaluate: () => Float64Array): Float64Array {
  const x0 = x[j];
  const scales = x0 === 0 || Math.abs(x0) >= 0.1 ? [Math.max(Math.abs(x0), 0.1)] : [0.1, Math.abs(x0)];
  const [first, ...others] = scales.flatMap((scale) =>
    STEPS.map((step) => ridders(x, j, x0, step * scale, evaluate)),
  );
  for (const { value, error } of others)
    for (let i = 0; i < value.length; i++)
      if (error[i] < first.error[i] || !Number.isFinite(first.value[i]))
        [first.value[i], first.error[i]] = [value[i], error[i]];
  x[j] = x0;
  return first.value;
}

const SHRINK = 1.4;
const ROWS = 10;

function ridders(x: Float64Array, j: number, x0: number, first: number, evaluate: () => Float64Array) {
  let previous: Float64Array[] = [];
  let value = new Float64Array();
  let error = new Float64Array();
  for (let row = 0, h = first; row < ROWS; row++, h /= SHRINK) {
    const { difference, noise } = centralDifference(x, j, x0, h, evaluate);
    const current = [difference];
    for (let k = 1, weight = SHRINK * SHRINK; k <= row; k++, weight *= SHRINK * SHRINK)
      current.push(current[k - 1].map((v, i) => (v * weight - previous[k - 1][i]) / (weight - 1)));
    if (row === 0) {
      value = Float64Array.from(difference);
      error = new Float64Array(value.length).fill(Number.POSITIVE_INFINITY);
    }
    for (let k = 1; k <= row; k++)
      for (let i = 0; i < value.length; i++) {
        // Two estimates may agree by rounding alike; neither is better than the noise of its differences.
        const spread =
          noise[i] +
          Math.max(Math.abs(current[k][i] - current[k - 1][i]), Math.abs(current[k][i] - previous[k - 1][i]));
        if (spread <= error[i]) [value[i], error[i]] = [current[k][i], spread];
      }
    previous = current;
  }
  return { value, error };
}

/** (y(x + h) − y(x − h))/2h, and how much of it may be rounding. */
function centralDifference(
  x: Float64Array,
  j: number,
  x0: number,
  h: number,
  evaluate: () => Float64Array,
): { difference: Float64Array; noise: Float64Array } {
  // The step that is really taken, after rounding.
  x[j] = x0 + h;
  const up = x[j];
  const above = Float64Array.from(evaluate());
  x[j] = x0 - h;
  const width = up - x[j];
  const below = evaluate();
  return {
    difference: above.map((v, i) => (v - below[i]) / width),
    noise: above.map((v, i) => (Number.EPSILON * (Math.abs(v) + Math.abs(below[i]))) / width),
  };
}
