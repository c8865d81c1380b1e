/**
 * What there is to say of a function of two numbers, whether its results stand entry by entry or are added up.
 */
import type { Example, Finding, MovingPoint, Profile } from '../operator';
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
  /** A slope may say that the branch is not taken, by `isTaken`. */
  readonly selects?: true;
  tex(a: string, b: string): string;
  readonly examples: readonly Example[];
}

/** What a profile uses in place of our partials at a point, if anything. */
export function partialsInstead(
  { findings, kinkPartials }: TwoNumbersRule,
  profile: Profile,
  same: boolean,
): ((a: number, b: number) => Pair | undefined) | undefined {
  if (profile === 'nabla' || !findings) return undefined;
  const used: Pair | undefined = profile === 'strict' ? [Number.NaN, Number.NaN] : kinkPartials?.[profile];
  const isKink = (a: number, b: number) =>
    Number.isFinite(a) && Number.isFinite(b) && findings(a, b, same).some(({ code }) => code === 'kink');
  return used && ((a, b) => (isKink(a, b) ? used : undefined));
}

/** Where entry i of the result reads its operand. */
export function indexer(operand: Tensor, result: Tensor): (i: number) => number {
  if (operand.shape.length === 0) return () => 0;
  const n = operand.data.length;
  return n === result.data.length ? (i) => i : (i) => i % n;
}

/** The findings at all pairs of entries; components are those of `result`. */
export function findingsAt(
  { name, findings }: TwoNumbersRule,
  names: readonly [string, string],
  [a, b]: readonly Tensor[],
  result: Tensor,
): Finding[] {
  const found: Finding[] = [];
  const [at, bt] = [indexer(a, result), indexer(b, result)];
  for (let i = 0; findings && i < result.data.length; i++) {
    const [p, q] = [at(i), bt(i)];
    const [u, v] = [a.data[p], b.data[q]];
    if (!Number.isFinite(u) || !Number.isFinite(v)) continue;
    for (const { operand, says, ...finding } of findings(u, v, a === b))
      found.push({
        ...finding,
        message: `${name} ${says}: ${place(names[0], a, p)} is ${u}, ${place(names[1], b, q)} is ${v}.`,
        ...(operand !== undefined && { operand: names[operand] }),
        ...component(result, i),
      });
  }
  return found;
}

/** ∂²f/∂a², ∂²f/∂a∂b, ∂²f/∂b². */
export type Seconds = readonly [aa: number, ab: number, bb: number];

/** Adds w_i · the derivatives of ∂f/∂a and ∂f/∂b along the tangents, for every entry i of `result`. */
export function addCurvatures(
  secondsAt: (u: number, v: number, i: number) => Seconds,
  { operands: [a, b], tangents: [da, db], reached }: MovingPoint,
  result: Tensor,
  w: (i: number) => number,
  [outA, outB]: readonly Float64Array[],
): void {
  const [at, bt] = [indexer(a, result), indexer(b, result)];
  for (let i = 0; i < result.data.length; i++) {
    const [p, q] = [at(i), bt(i)];
    if ((da[p] === 0 && db[q] === 0) || reached?.[i] === 0) continue;
    const [aa, ab, bb] = secondsAt(a.data[p], b.data[q], i);
    outA[p] += w(i) * (times(aa, da[p]) + times(ab, db[q]));
    outB[q] += w(i) * (times(ab, da[p]) + times(bb, db[q]));
  }
}

/** Neither an operand that does not move nor a slope that does not bend brings anything in, not even what is not finite. */
const times = (second: number, tangent: number) => (second === 0 || tangent === 0 ? 0 : second * tangent);
