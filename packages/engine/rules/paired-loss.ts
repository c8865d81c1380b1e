/**
 * Losses that add up (or average) one function of two numbers over all pairs of entries: a prediction and its target.
 */
import { row } from '../jacobian/simple';
import {
  type AttributeSpec,
  type Attributes,
  type Curvature,
  type Description,
  descriptionOf,
  type Operator,
  type Profile,
} from '../operator';
import { mean, sum } from '../sums';
import { gather } from './findings';
import { samePair } from './pair';
import { addCurvatures, findingsAt, partialsInstead, type Seconds, type TwoNumbersRule } from './two-numbers';

export interface PairedLossRule extends Omit<Description, 'family'>, TwoNumbersRule {
  readonly operands: readonly [string, string];
  readonly attributes?: Readonly<Record<string, AttributeSpec>>;
  /** Whether the terms are averaged instead of added up. */
  readonly averaged?: true;
  f(a: number, b: number, settings: Attributes): number;
  partials(a: number, b: number, settings: Attributes): readonly [number, number];
  /** For Hessians; absent where f is linear between its kinks. */
  seconds?(a: number, b: number, settings: Attributes): Seconds;
  jacobianTex(a: string, b: string): readonly [string, string];
}

export function pairedLoss(rule: PairedLossRule): Operator {
  const share = (n: number) => (rule.averaged ? 1 / n : 1);
  return {
    ...descriptionOf({ ...rule, family: 'losses' }),
    operands: rule.operands,
    attributes: rule.attributes ?? {},
    shape: samePair(rule.operands),
    value(y, [a, b], settings) {
      const terms = a.data.map((v, i) => rule.f(v, b.data[i], settings));
      y.data[0] = rule.averaged ? mean(terms) : sum(terms);
    },
    differential([a, b], _, settings, { take, profile }) {
      const n = a.data.length;
      const partials = partialsIn(rule, profile, a === b);
      return [0, 1].map((which) =>
        row(
          take(n),
          (g) => {
            for (let i = 0; i < n; i++) g[i] = partials(a.data[i], b.data[i], settings)[which] * share(n);
          },
          rule.selects,
        ),
      );
    },
    curvature: curvatureOf(rule, share),
    diagnose([a, b]) {
      const found = findingsAt(rule, rule.operands, [a, b], a);
      const shared = (slope: number) => slope * share(a.data.length);
      return gather(
        found.map(({ left, right, ...finding }) => ({
          operand: rule.operands[0],
          ...finding,
          ...(left !== undefined && right !== undefined && { left: shared(left), right: shared(right) }),
        })),
        rule.operands[0],
        a,
      );
    },
    tex: ([a, b]) => rule.tex(a, b),
    jacobianTex: ([a, b]) => rule.jacobianTex(a, b),
    examples: rule.examples,
  };
}

/** The partials as a profile has them: at the kinks they may differ from ours. */
function partialsIn(rule: PairedLossRule, profile: Profile, same: boolean): PairedLossRule['partials'] {
  const { partials } = rule;
  const instead = partialsInstead(rule, profile, same);
  return instead ? (a, b, settings) => instead(a, b) ?? partials(a, b, settings) : partials;
}

function curvatureOf({ seconds }: PairedLossRule, share: (n: number) => number): Curvature {
  if (!seconds) return 'none';
  return (point, [w], out) => {
    const { operands, attributes } = point;
    const scale = w * share(operands[0].data.length);
    addCurvatures(
      (a, b) => seconds(a, b, attributes),
      point,
      operands[0],
      () => scale,
      out,
    );
  };
}
