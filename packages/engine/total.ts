/**
 * The Jacobian of any node with respect to any other: the sum over all paths of the products of their edges, without walking the paths one by
 * one.
 */
import { pullByEntries, seeded } from './arrivals';
import { product, sum } from './jacobian/algebra';
import { scattered } from './jacobian/composed';
import { dense, type Jacobian } from './jacobian/jacobian';
import { identity, zero } from './jacobian/simple';
import type { ProgramNode } from './program/node';
import type { Program } from './program/program';
import { ENTRY_LIMIT } from './shape';
import { allFinite } from './tensor';

/**
 * ∂to/∂from at the point of the last run, size(to) × size(from), as structured as can be: the identity from a node to itself, zero where nothing
 * leads from one to the other. Positions are those of the topological order; both have a value. In forward mode the products are made from the
 * inputs on, in reverse from the target back; by default from the smaller of the two ends.
 */
export function totalJacobian(
  program: Program,
  from: number,
  to: number,
  mode: Mode = program.sizeAt(to) < program.sizeAt(from) ? 'reverse' : 'forward',
): Jacobian {
  const between = region(program, from, to);
  if (!between) return zero(program.sizeAt(to), program.sizeAt(from));
  const whole = (mode === 'reverse' ? backwards : forwards)(program, from, to, between);
  return whole.payload.every(allFinite) ? whole : totalByEntries(program, from, to, whole);
}

/**
 * The same entry by entry, always in reverse: where a 0 by structure may have met an infinite slope on the way, or may yet meet one. `whole` is what
 * came of it as a whole, and comes back where its entries are too many.
 */
export function totalByEntries(program: Program, from: number, to: number, whole: Jacobian): Jacobian {
  const between = region(program, from, to);
  if (!between) return whole;
  const inside = new Set(between);
  const sizeAt = (p: number) => whole.rows * program.sizeAt(p);
  if (between.some((p) => sizeAt(p) > ENTRY_LIMIT)) return whole;
  const rows = pullByEntries(program, to, seeded(dense(identity(whole.rows))), whole.rows, (p) =>
    inside.has(p) ? new Float64Array(sizeAt(p)) : undefined,
  );
  return scattered(whole, rows[from]!);
}

export type Mode = 'forward' | 'reverse';

/** As {@link totalJacobian}, between two nodes of one program. */
export const total = (from: ProgramNode, to: ProgramNode, mode?: Mode): Jacobian =>
  totalJacobian(from.program, from.index, to.index, mode);

/** The positions on paths from one node to another, ascending; nothing when there is no path. */
function region({ tape }: Program, from: number, to: number): readonly number[] | undefined {
  if (from > to) return undefined;
  const { starts, sources } = tape;
  const reaching = new Uint8Array(to - from + 1);
  reaching[to - from] = 1;
  for (let p = to; p > from; p--)
    if (reaching[p - from])
      for (let e = starts[p]; e < starts[p + 1]; e++) if (sources[e] >= from) reaching[sources[e] - from] = 1;
  if (!reaching[0]) return undefined;
  const reached = new Uint8Array(to - from + 1);
  reached[0] = 1;
  const positions = [from];
  for (let p = from + 1; p <= to; p++) {
    if (!reaching[p - from]) continue;
    for (let e = starts[p]; e < starts[p + 1] && !reached[p - from]; e++)
      if (sources[e] >= from && reached[sources[e] - from]) reached[p - from] = 1;
    if (reached[p - from]) positions.push(p);
  }
  return positions;
}

/** From the inputs on: ∂p/∂from for each node p in between. */
function forwards(program: Program, from: number, to: number, between: readonly number[]): Jacobian {
  const { starts, sources } = program.tape;
  const totals = new Map([[from, identity(program.sizeAt(from))]]);
  for (const p of between.slice(1))
    for (let e = starts[p]; e < starts[p + 1]; e++) {
      const earlier = totals.get(sources[e]);
      if (earlier) gather(totals, p, product(program.jacobianOf(e, p), earlier));
    }
  return totals.get(to)!;
}

/** From the target back: ∂to/∂p for each node p in between. */
function backwards(program: Program, from: number, to: number, between: readonly number[]): Jacobian {
  const { starts, sources } = program.tape;
  const inside = new Set(between);
  const totals = new Map([[to, identity(program.sizeAt(to))]]);
  for (const p of between.toReversed())
    for (let e = starts[p + 1] - 1; p > from && e >= starts[p]; e--)
      if (inside.has(sources[e]))
        gather(totals, sources[e], product(totals.get(p)!, program.jacobianOf(e, p)));
  return totals.get(from)!;
}

function gather(totals: Map<number, Jacobian>, p: number, term: Jacobian): void {
  const known = totals.get(p);
  totals.set(p, known ? sum(known, term) : term);
}
