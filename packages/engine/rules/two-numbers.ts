/**
 * What there is to say of a function of two numbers, whether its results stand entry by entry or are added up.
 */
import type { Finding, Profile } from '../operator';
import type { Tensor } from '../tensor';
import { component, place } from './findings';

type Pair = readonly [number, number];

/** What the point (a, b) has to say about one of the operands. */
export interface PairFinding {
  readonly operand?: 0 | 1;
  readonly code: 'domain' | 'kink' | 'vertical-tangent';
  readonly says: string;
  readonly left?: number;
  readonly right?: number;
}

export interface TwoNumbersRule {
  readonly name: string;
  /** The partials that the others use at a kink of ours, where not ours. */
  readonly kinkPartials?: Readonly<Record<'pytorch' | 'jax', Pair>>;
  /** At a finite point (a, b); `same` when one node is wired to both operands. */
  findings?(a: number, b: number, same: boolean): readonly PairFinding[];
  /** A slope may say that the branch is not taken, by `isNotTaken`. */
  readonly selects?: true;
}

/** What a profile uses in place of our partials at a point, if anything. */
export function partialsInstead(
  { findings, kinkPartials }: TwoNumbersRule,
  profile: Profile,
  same: boolean,
): ((a: number, b: number) => Pair | undefined) | undefined {
  if (profile === 'nabla' || !findings) return undefined;
  const used: Pair | undefined = profile === 'strict' ? [Number.NaN, Number.NaN] : kinkPartials?.[profile];
  const isKink = (a: number, b: number) => findings(a, b, same).some(({ code }) => code === 'kink');
  return used && ((a, b) => (isKink(a, b) ? used : undefined));
}

/** The findings at all pairs of entries, those of entry i of `result` at `places(i)` of a and b. */
export function findingsAt(
  rule: TwoNumbersRule,
  names: readonly [string, string],
  [a, b]: readonly Tensor[],
  result: Tensor,
  places: (i: number) => Pair,
): Finding[] {
  const found: Finding[] = [];
  for (let i = 0; rule.findings && i < result.data.length; i++) {
    const [p, q] = places(i);
    const [u, v] = [a.data[p], b.data[q]];
    if (!Number.isFinite(u) || !Number.isFinite(v)) continue;
    for (const { operand, says, ...finding } of rule.findings(u, v, a === b))
      found.push({
        ...finding,
        message: `${rule.name} ${says}: ${place(names[0], a, p)} is ${u}, ${place(names[1], b, q)} is ${v}.`,
        ...(operand !== undefined && { operand: names[operand] }),
        ...component(result, i),
      });
  }
  return found;
}

/** ∂²f/∂a², ∂²f/∂a∂b, ∂²f/∂b². */
export type Seconds = readonly [aa: number, ab: number, bb: number];

/** w · the derivatives of ∂f/∂a and ∂f/∂b along (da, db). */
export const bend = ([aa, ab, bb]: Seconds, w: number, da: number, db: number): Pair => [
  w * (times(aa, da) + times(ab, db)),
  w * (times(ab, da) + times(bb, db)),
];

/** An operand that does not move brings nothing in, not even what is not finite. */
const times = (second: number, tangent: number) => (tangent === 0 ? 0 : second * tangent);
