/**
 * Functions of one number applied to every entry: J = D(f′(x)).
 */
import { diagonal, identity, zero } from '../jacobian/simple';
import {
  type AttributeSpec,
  type Attributes,
  badAttribute,
  type Curvature,
  type Description,
  descriptionOf,
  type Example,
  type Finding,
  type Operator,
  type Profile,
  type ScalarForm,
} from '../operator';
import { sizeOf } from '../shape';
import type { Tensor } from '../tensor';
import { component, gather, place } from './findings';

/** The settings of an elementwise operator: all numbers. */
export type Numbers = Readonly<Record<string, number>>;

interface Kink {
  readonly at: number;
  readonly left: number;
  readonly right: number;
  /**
   * What the others use there, where it is not what we use: measured with PyTorch 1.13 and JAX 0.10.2 in float64. JAX's reasons stand in
   * jax/_src/nn/functions.py (relu and relu6 have rules of their own; leaky_relu, elu and hard_tanh are differentiated through their
   * `where`) and jax/_src/lax/lax.py (abs_p is the identity from 0 on; max_p and min_p, of which clip is made, halve a tie).
   */
  readonly pytorch?: number;
  readonly jax?: number;
}

export interface ElementwiseRule extends Description {
  readonly attributes?: Readonly<Record<string, AttributeSpec>>;
  /** Refuses settings that are each right but do not go together. */
  check?(settings: Numbers): string | undefined;
  f(x: number, settings: Numbers): number;
  /** f′, given the result too, which is often cheaper or more exact to start from. NaN outside the domain. */
  slope(x: number, y: number, settings: Numbers): number;
  /** f″, for Hessians; absent where f is linear between its kinks. */
  second?(x: number, y: number, settings: Numbers): number;
  /** Where f has a value and a derivative, at least one-sided. */
  readonly domain?: { holds(x: number, settings: Numbers): boolean; says(settings: Numbers): string };
  kinks?(settings: Numbers): readonly Kink[];
  /** Points where the slope is ±∞. */
  readonly vertical?: readonly number[];
  /** The derivative is the constant 0 or 1, by nature or by decree. */
  readonly constantSlope?: 'identity' | 'blocks-gradient' | 'not-true-derivative';
  /** A slope may say that the branch is not taken, by `isTaken`. */
  readonly selects?: true;
  tex(x: string, settings: Numbers): string;
  slopeTex(x: string, settings: Numbers): string;
  readonly examples: readonly (number | readonly number[])[];
  readonly exampleSettings?: Attributes;
}

const BLOCKED: Record<'blocks-gradient' | 'not-true-derivative', (name: string) => string> = {
  'blocks-gradient': (name) =>
    `${name} is constant between its jumps: its derivative is 0, so no gradient flows through it.`,
  'not-true-derivative': (name) =>
    `${name} passes its operand on but is given the derivative 0 by decree: this is not the true derivative.`,
};

export function elementwise(rule: ElementwiseRule): Operator {
  const { constantSlope, domain, selects = false } = rule;

  /** What is to be said of entry i of x, if anything; words are only made when there is. */
  function finding(x: Tensor, i: number, settings: Numbers, kinks: readonly Kink[]): Finding | undefined {
    const at = x.data[i];
    const where = () => place('x', x, i);
    if (domain && !domain.holds(at, settings)) {
      const message = `${rule.name} needs ${domain.says(settings)}, but ${where()} is ${at}: there is no derivative here.`;
      return { code: 'domain', message };
    }
    if (rule.vertical?.includes(at)) {
      const message = `${rule.name} has a vertical tangent where ${where()} is ${at}: its slope is infinite.`;
      return { code: 'vertical-tangent', message };
    }
    const kink = kinks.find((one) => one.at === at && one.left !== one.right);
    if (!kink) return undefined;
    const { left, right } = kink;
    const used = rule.slope(at, rule.f(at, settings), settings);
    const message = `${rule.name} has a kink where ${where()} is ${at}: slope ${left} from the left, ${right} from the right; ${used} is used.`;
    return { code: 'kink', message, left, right };
  }

  return {
    ...descriptionOf(rule),
    operands: ['x'],
    attributes: rule.attributes ?? {},
    shape([x], settings) {
      const objection = rule.check?.(settings as Numbers);
      return objection ? badAttribute(objection) : x;
    },
    value(y, [x], settings) {
      const { f } = rule;
      for (let i = 0; i < y.data.length; i++) y.data[i] = f(x.data[i], settings as Numbers);
    },
    differential([x], y, settings, { take, profile }) {
      const n = sizeOf(x.shape);
      if (constantSlope) return [constantSlope === 'identity' ? identity(n) : zero(n, n)];
      const slope = slopeIn(rule, profile, settings as Numbers);
      const fill = (d: Float64Array) => {
        for (let i = 0; i < d.length; i++) d[i] = slope(x.data[i], y.data[i], settings as Numbers);
      };
      return [diagonal(take(n), fill, selects)];
    },
    curvature: curvatureOf(rule),
    scalar: scalarForm(rule),
    diagnose([x], _, settings) {
      if (constantSlope && constantSlope !== 'identity')
        return [{ code: constantSlope, message: BLOCKED[constantSlope](rule.name), operand: 'x' }];
      const kinks = rule.kinks?.(settings as Numbers) ?? [];
      if (!domain && !rule.vertical && kinks.length === 0) return [];
      const found: Finding[] = [];
      for (let i = 0; i < x.data.length; i++) {
        const one = Number.isFinite(x.data[i]) && finding(x, i, settings as Numbers, kinks);
        if (one) found.push({ ...one, operand: 'x', ...component(x, i) });
      }
      return gather(found, 'x', x);
    },
    tex: ([x], settings) => rule.tex(x, settings as Numbers),
    jacobianTex([x], settings, [shape]) {
      const slope = rule.slopeTex(x, settings as Numbers);
      if (shape.length === 0) return [slope];
      return [constantSlope ? (constantSlope === 'identity' ? 'I' : '0') : `\\operatorname{diag}(${slope})`];
    },
    examples: rule.examples.map(
      (x): Example => ({
        operands: [x],
        ...(rule.exampleSettings && { attributes: rule.exampleSettings }),
      }),
    ),
  };
}

/** f′ as a profile has it: at the kinks it may differ from ours. */
function slopeIn(rule: ElementwiseRule, profile: Profile, settings: Numbers): ElementwiseRule['slope'] {
  const kinks = profile === 'nabla' ? [] : (rule.kinks?.(settings) ?? []);
  if (kinks.length === 0) return rule.slope;
  const used = new Map(
    kinks.map((kink) => {
      const strict = kink.left === kink.right ? kink.left : Number.NaN;
      return [kink.at, profile === 'strict' ? strict : kink[profile as 'pytorch' | 'jax']] as const;
    }),
  );
  return (x, y, given) => used.get(x) ?? rule.slope(x, y, given);
}

function scalarForm(rule: ElementwiseRule): ScalarForm {
  const { f, constantSlope, selects = false } = rule;
  const blocked = constantSlope !== undefined && constantSlope !== 'identity';
  return {
    structures: [constantSlope === 'identity' ? 'identity' : blocked ? 'zero' : 'diagonal'],
    selects: selects || blocked,
    kernel(attributes, profile) {
      const settings = attributes as Numbers;
      const slope = slopeIn(rule, profile, settings);
      return (y, a, _, p, d, e) => {
        const x = y[a];
        const value = f(x, settings);
        y[p] = value;
        d[e] = slope(x, value, settings);
      };
    },
  };
}

function curvatureOf({ second }: ElementwiseRule): Curvature {
  if (!second) return 'none';
  return ({ operands: [x], y, attributes, tangents: [dx], reached }, w, [out]) => {
    for (let i = 0; i < w.length; i++)
      if (dx[i] !== 0 && reached?.[i] !== 0)
        out[i] += w[i] * second(x.data[i], y.data[i], attributes as Numbers) * dx[i];
  };
}
