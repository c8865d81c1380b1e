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
  type Example,
  type Finding,
  type Operator,
  type Profile,
} from '../operator';
import { mean, sum } from '../sums';
import type { BinaryFinding } from './binary';
import { component, gather, place } from './findings';
import { samePair } from './pair';

export interface PairedLossRule extends Omit<Description, 'family'> {
  readonly operands: readonly [string, string];
  readonly attributes?: Readonly<Record<string, AttributeSpec>>;
  /** Whether the terms are averaged instead of added up. */
  readonly averaged?: true;
  f(a: number, b: number, settings: Attributes): number;
  partials(a: number, b: number, settings: Attributes): readonly [number, number];
  /** ∂²f/∂a², ∂²f/∂a∂b, ∂²f/∂b², for Hessians; absent where f is linear between its kinks. */
  seconds?(a: number, b: number, settings: Attributes): readonly [number, number, number];
  /** The partials that the others use at a kink of ours, where not ours. */
  readonly kinkPartials?: Readonly<Record<'pytorch' | 'jax', readonly [number, number]>>;
  /** At a finite pair; `same` when one node is wired to both operands. */
  findings?(a: number, b: number, same: boolean): readonly BinaryFinding[];
  /** A slope of 0 means that the branch is not taken. */
  readonly selects?: true;
  tex(a: string, b: string): string;
  jacobianTex(a: string, b: string): readonly [string, string];
  readonly examples: readonly Example[];
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
      if (!rule.findings) return [];
      const found: Finding[] = [];
      const n = a.data.length;
      for (let i = 0; i < n; i++) {
        const [u, v] = [a.data[i], b.data[i]];
        if (!Number.isFinite(u) || !Number.isFinite(v)) continue;
        for (const { operand = 0, says, code, left, right } of rule.findings(u, v, a === b)) {
          const [p, q] = [place(rule.operands[0], a, i), place(rule.operands[1], b, i)];
          found.push({
            code,
            message: `${rule.name} ${says}: ${p} is ${u}, ${q} is ${v}.`,
            operand: rule.operands[operand],
            ...component(a, i),
            ...(left !== undefined &&
              right !== undefined && { left: left * share(n), right: right * share(n) }),
          });
        }
      }
      return gather(found, rule.operands[0], a);
    },
    tex: ([a, b]) => rule.tex(a, b),
    jacobianTex: ([a, b]) => rule.jacobianTex(a, b),
    examples: rule.examples,
  };
}

/** The partials as a profile has them: at the kinks they may differ from ours. */
function partialsIn(rule: PairedLossRule, profile: Profile, same: boolean): PairedLossRule['partials'] {
  const { partials, findings, kinkPartials } = rule;
  if (profile === 'nabla' || !findings) return partials;
  const used = profile === 'strict' ? ([Number.NaN, Number.NaN] as const) : kinkPartials?.[profile];
  if (!used) return partials;
  return (a, b, settings) =>
    findings(a, b, same).some(({ code }) => code === 'kink') ? used : partials(a, b, settings);
}

function curvatureOf({ seconds }: PairedLossRule, share: (n: number) => number): Curvature {
  if (!seconds) return 'none';
  return ({ operands: [a, b], attributes, tangents: [da, db] }, [w], [outA, outB]) => {
    const scale = w * share(da.length);
    for (let i = 0; i < da.length; i++) {
      if (da[i] === 0 && db[i] === 0) continue;
      const [aa, ab, bb] = seconds(a.data[i], b.data[i], attributes);
      outA[i] += scale * (times(aa, da[i]) + times(ab, db[i]));
      outB[i] += scale * (times(ab, da[i]) + times(bb, db[i]));
    }
  };
}

/** An operand that does not move brings nothing in, not even what is not finite. */
const times = (second: number, tangent: number) => (tangent === 0 ? 0 : second * tangent);
