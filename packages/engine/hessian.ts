/**
 * Second derivatives, forward over reverse: the gradient row of a target that is a number, differentiated along a direction.
 *
 * From ∂z/∂u = Σ ∂z/∂v · J follows, with a dot for the derivative along the direction: (∂z/∂u)˙ = Σ (∂z/∂v)˙ · J + ∂z/∂v · J̇. The first term is a
 * pullback like any other; the second is the operator's curvature. (Griewank & Walther, Evaluating Derivatives, 2008, §5.5.)
 */
import { type Arrivals, nowhere, pullArrived, pullByEntries, seeded } from './arrivals';
import { isTaken, type Jacobian } from './jacobian/jacobian';
import { operators } from './operators/registry';
import type { ProgramNode } from './program/node';
import type { Program } from './program/program';
import { Pullback } from './pullback';
import { Pushforward } from './pushforward';
import { allFinite, type NestedValue, nest } from './tensor';

/**
 * H v for every node: d(∂target/∂node) along `directions`, a row of size(node), at the point of the last run. Absent for a node that the target
 * does not depend on (its second derivatives are 0). Throws a RangeError when the target is no number.
 */
export function hessianVectorProduct(
  program: Program,
  target: ProgramNode,
  directions: ReadonlyMap<string, NestedValue>,
): (node: ProgramNode) => Float64Array | undefined {
  const pullback = scalarPullback(program, target);
  const rows = secondPass(program, target, pullback, new Pushforward(program).run(directions));
  return ({ index }) => rows.get(index)?.data;
}

/**
 * ∂²target/∂node²: size(node) × size(node) by rows, one Hessian-vector product a column. `node` must be a leaf for this to be the usual Hessian; the
 * direction at an inner node is added to what arrives there.
 */
export function hessian(program: Program, target: ProgramNode, node: ProgramNode): Float64Array {
  const { shape, data } = node.tensor!;
  const n = data.length;
  const pullback = scalarPullback(program, target);
  const pushforward = new Pushforward(program);
  const out = new Float64Array(n * n);
  const direction = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    direction[j] = 1;
    pushforward.run(new Map([[node.id, nest({ shape, data: direction })]]));
    direction[j] = 0;
    const row = secondPass(program, target, pullback, pushforward).get(node.index)?.data;
    if (row) for (let i = 0; i < n; i++) out[i * n + j] = row[i];
  }
  return out;
}

function scalarPullback(program: Program, target: ProgramNode): Pullback {
  if (target.tensor?.data.length !== 1)
    throw new RangeError(`${target.id} has more than one entry: only a single number has a Hessian.`);
  return new Pullback(program, target).run();
}

/** The rows (∂z/∂u)˙ by position, for all nodes that the target depends on. */
function secondPass(
  program: Program,
  target: ProgramNode,
  pullback: Pullback,
  pushforward: Pushforward,
): ReadonlyMap<number, Arrivals> {
  const rows = pullCurvatures(program, target, pullback, pushforward);
  if ([...rows.values()].every(({ data }) => allFinite(data))) return rows;
  const reached = pullByEntries(program, target.index, seeded(Float64Array.of(1)), 1, (p) =>
    pullback.reachesAt(p) ? new Float64Array(program.sizeAt(p)) : undefined,
  );
  return pullCurvatures(program, target, pullback, pushforward, reached);
}

/**
 * The pass itself. A node has no row on the way back until something bends after it: its 0 is one by structure, and no infinite slope before it turns
 * it into NaN. With `reached`, what the gradient arrives at, the same is said of every entry.
 */
function pullCurvatures(
  program: Program,
  target: ProgramNode,
  pullback: Pullback,
  pushforward: Pushforward,
  reached?: readonly (Arrivals | undefined)[],
): ReadonlyMap<number, Arrivals> {
  const rows = new Map<number, Arrivals>();
  const { starts, sources } = program.tape;
  const rowAt = (p: number) => {
    const row = rows.get(p) ?? nowhere(new Float64Array(program.sizeAt(p)));
    rows.set(p, row);
    return row;
  };
  for (let p = target.index; p >= 0; p--) {
    if (!pullback.reachesAt(p)) continue;
    const row = rows.get(p);
    if (row)
      for (let e = starts[p]; e < starts[p + 1]; e++) {
        const jacobian = program.jacobianOf(e, p);
        if (!passesOn(jacobian)) continue;
        if (reached) pullArrived(jacobian, row, 1, rowAt(sources[e]));
        else jacobian.pull(row.data, 1, rowAt(sources[e]).data);
      }
    addCurvature(program, p, pullback, pushforward, rowAt, reached?.[p]?.arrived);
  }
  for (let p = 0; p <= target.index; p++) if (pullback.reachesAt(p)) rowAt(p);
  return rows;
}

/** Nothing passes a Jacobian that is zero by structure, or a branch that is not taken. */
const passesOn = ({ structure, selects, payload }: Jacobian) =>
  structure !== 'zero' && !(selects && payload.every((entries) => !entries.some(isTaken)));

/** Adds ∂z/∂v · J̇ to the rows of the operands of node p. */
function addCurvature(
  program: Program,
  p: number,
  pullback: Pullback,
  pushforward: Pushforward,
  rowAt: (p: number) => Arrivals,
  reached: Uint8Array | undefined,
): void {
  const { specs, attributes } = program.plan;
  const operator = operators.get(specs[p].op);
  if (!operator || operator.curvature === 'none' || reached?.includes(1) === false) return;
  const { starts, sources } = program.tape;
  const places = Array.from(sources.subarray(starts[p], starts[p + 1]));
  const tangents = places.map((source) => pushforward.tangent(program.at(source))!);
  if (!places.some((source) => pushforward.movesAt(source)) || !pullback.arrivesAt(p)) return;
  const gradient = pullback.gradient(program.at(p));
  if (!gradient) return;
  const point = {
    operands: places.map((source) => program.tensor(source)!),
    y: program.tensor(p)!,
    attributes: attributes.get(p) ?? {},
    tangents,
    dy: pushforward.tangent(program.at(p))!,
    ...(reached && { reached }),
  };
  const out = places.map(rowAt);
  operator.curvature(
    point,
    gradient,
    out.map(({ data }) => data),
  );
  if (!reached) return;
  // A term that arrived and cancelled to exactly 0 is taken for one that did not: operators do not tell which entries they add to.
  for (const { data, arrived } of out)
    for (let i = 0; i < data.length; i++) if (data[i] !== 0) arrived[i] = 1;
}
