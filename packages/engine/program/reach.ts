/**
 * What a backward pass has to do: which nodes the target depends on, whose gradients are kept, and what lies on the way to them. All by
 * position, up to the target.
 */
import { ENTRY_LIMIT } from '../shape';
import type { Program } from './program';

/** Entries that all gradients together may hold. */
const RESULT_BUDGET = 1 << 27;

/** Which nodes the target depends on, itself included. */
export function upstreamOf({ tape }: Program, target: number): Uint8Array {
  const { starts, sources } = tape;
  const upstream = new Uint8Array(target + 1);
  upstream[target] = 1;
  for (let p = target; p >= 0; p--)
    if (upstream[p]) for (let e = starts[p]; e < starts[p + 1]; e++) upstream[sources[e]] = 1;
  return upstream;
}

/** Which gradients, of so many rows each, are small enough to be kept. */
export function keptOf(program: Program, upstream: Uint8Array, rows: number): Uint8Array {
  const kept = new Uint8Array(upstream.length);
  let total = 0;
  for (let p = 0; p < kept.length; p++) {
    const entries = rows * program.sizeAt(p);
    if (!upstream[p] || entries > ENTRY_LIMIT || total + entries > RESULT_BUDGET) continue;
    kept[p] = 1;
    total += entries;
  }
  return kept;
}

/** Which cotangents have to be computed: what is kept, and what lies between it and the target. */
export function wantedOf({ tape }: Program, upstream: Uint8Array, kept: Uint8Array): Uint8Array {
  const { starts, sources } = tape;
  const wanted = new Uint8Array(upstream.length);
  for (let p = 0; p < wanted.length; p++) {
    if (!upstream[p]) continue;
    wanted[p] = kept[p];
    for (let e = starts[p]; e < starts[p + 1] && !wanted[p]; e++) wanted[p] = wanted[sources[e]];
  }
  return wanted;
}
