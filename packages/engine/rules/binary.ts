/**
 * Functions of two numbers applied entry by entry, with the only broadcasts there are: same shapes, a scalar with anything, or a matrix with a
 * vector added to every row. A broadcast operand shows in the Jacobian: ∂/∂(scalar) is a column, ∂/∂(row vector) stacks diagonals.
 */

import type { Jacobian } from '../jacobian/jacobian';
import { eye, factor, kronecker } from '../jacobian/kronecker';
import { column, diagonal, identity, selection } from '../jacobian/simple';
import {
  type Curvature,
  type Description,
  descriptionOf,
  type Operator,
  type Profile,
  type Refusal,
  refuse,
  type ScalarForm,
} from '../operator';
import { describeShape, type Shape, sameShape, sizeOf } from '../shape';
import { gather } from './findings';
import {
  addCurvatures,
  findingsAt,
  indexer,
  partialsInstead,
  type Seconds,
  type TwoNumbersRule,
} from './two-numbers';

export interface BinaryRule extends Description, TwoNumbersRule {
  readonly operands?: readonly [string, string];
  f(a: number, b: number): number;
  /** The two partial derivatives; a constant 1 or −1 is written as such, so that it keeps its structure. */
  readonly partials: readonly [Partial, Partial];
  /** For Hessians; absent where f is linear between its kinks. */
  seconds?(a: number, b: number, y: number): Seconds;
  partialTex(a: string, b: string): readonly [string, string];
}

type Partial = 1 | -1 | ((a: number, b: number, y: number) => number);

export function binary(rule: BinaryRule): Operator {
  const names = rule.operands ?? (['a', 'b'] as const);
  return {
    ...descriptionOf(rule),
    operands: names,
    attributes: {},
    shape: ([a, b]) => broadcast(names, a, b),
    value(y, [a, b]) {
      const { f } = rule;
      const [at, bt] = [indexer(a, y), indexer(b, y)];
      for (let i = 0; i < y.data.length; i++) y.data[i] = f(a.data[at(i)], b.data[bt(i)]);
    },
    differential(operands, y, _, { take, profile }) {
      const same = operands[0] === operands[1];
      return rule.partials.map((ours, which) => {
        const partial = partialIn(rule, ours, which, profile, same);
        const [a, b] = operands;
        const operand = operands[which];
        if (typeof partial === 'number') return constant(partial, operand.shape, y.shape);
        const [at, bt] = [indexer(a, y), indexer(b, y)];
        const fill = (d: Float64Array) => {
          for (let i = 0; i < d.length; i++) d[i] = partial(a.data[at(i)], b.data[bt(i)], y.data[i]);
        };
        return weighted(operand.shape, y.shape, take(sizeOf(y.shape)), fill, rule.selects ?? false);
      });
    },
    curvature: curvatureOf(rule),
    scalar: scalarForm(rule),
    diagnose([a, b], y) {
      return gather(findingsAt(rule, names, [a, b], y), 'the result', y);
    },
    tex: ([a, b]) => rule.tex(a, b),
    jacobianTex([a, b], _, [s, t]) {
      const partials = rule.partialTex(a, b);
      return [broadcastTex(partials[0], s, t), broadcastTex(partials[1], t, s)];
    },
    examples: rule.examples,
  };
}

/** A partial as a profile has it: at the kinks it may differ from ours. */
function partialIn(rule: BinaryRule, ours: Partial, which: number, profile: Profile, same: boolean): Partial {
  const instead = partialsInstead(rule, profile, same);
  if (!instead || typeof ours === 'number') return ours;
  return (a, b, y) => instead(a, b)?.[which] ?? ours(a, b, y);
}

function scalarForm(rule: BinaryRule): ScalarForm {
  const { f, partials, selects = false } = rule;
  return {
    structures: partials.map((partial) => (partial === 1 ? 'identity' : 'diagonal')),
    selects,
    kernel(_, profile, same) {
      const [byA, byB] = partials.map((ours, which) => {
        const partial = partialIn(rule, ours, which, profile, same);
        return typeof partial === 'number' ? () => partial : partial;
      });
      return (y, a, b, p, d, e) => {
        const [u, v] = [y[a], y[b]];
        const value = f(u, v);
        y[p] = value;
        d[e] = byA(u, v, value);
        d[e + 1] = byB(u, v, value);
      };
    },
  };
}

function curvatureOf({ seconds }: BinaryRule): Curvature {
  if (!seconds) return 'none';
  return (point, w, out) => {
    const { y } = point;
    addCurvatures(
      (a, b, i) => seconds(a, b, y.data[i]),
      point,
      y,
      (i) => w[i],
      out,
    );
  };
}

/** The shape two operands have together, or why they have none. */
function broadcast(names: readonly string[], a: Shape, b: Shape): Shape | Refusal {
  if (sameShape(a, b) || b.length === 0) return a;
  if (a.length === 0) return b;
  if (a.length === 2 && b.length === 1 && a[1] === b[0]) return a;
  if (b.length === 2 && a.length === 1 && b[1] === a[0]) return b;
  return refuse(
    `${names[0]} is ${describeShape(a)} and ${names[1]} is ${describeShape(b)}: expected equal shapes, a scalar with anything, or a matrix with a vector as long as its rows.`,
  );
}

/** ±1 in every entry that is there: ±I, or a column, or stacked diagonals where the operand is broadcast. */
function constant(slope: 1 | -1, operand: Shape, y: Shape): Jacobian {
  const [n, m] = [sizeOf(operand), sizeOf(y)];
  if (operand.length === y.length)
    return slope === 1 ? identity(n) : diagonal(new Float64Array(n).fill(slope));
  const all = new Float64Array(m / (operand.length === 0 ? 1 : n)).fill(slope);
  return operand.length === 0 ? column(all) : kronecker(factor(all, all.length, 1), eye(n));
}

function weighted(
  operand: Shape,
  y: Shape,
  payload: Float64Array,
  fill: (d: Float64Array) => void,
  selects: boolean,
): Jacobian {
  if (operand.length === y.length) return diagonal(payload, fill, selects);
  if (operand.length === 0) return column(payload, fill, selects);
  const n = operand[0];
  const columns = Int32Array.from(payload, (_, i) => i % n);
  return selection(columns, n, { weights: payload, fill, selects });
}

/** The partial as the Jacobian with respect to an operand of shape `own`, beside one of shape `other`. */
function broadcastTex(partial: string, own: Shape, other: Shape): string {
  const scalars = own.length === 0 && other.length === 0;
  if (scalars) return partial;
  const one = partial === '1';
  const sign = partial === '-1' ? '-' : '';
  const constant = one || sign === '-';
  if (own.length === 0) return constant ? `${sign}\\mathbf 1` : partial;
  if (own.length < other.length)
    return constant
      ? `${sign}\\mathbf 1 \\otimes I`
      : `\\operatorname{diag}(${partial})\\,(\\mathbf 1 \\otimes I)`;
  return constant ? `${sign}I` : `\\operatorname{diag}(${partial})`;
}
