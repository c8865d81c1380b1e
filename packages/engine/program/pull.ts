/**
 * The backward pass over numbers, in flat arrays alone: this is where large graphs spend their time.
 */
import type { Program } from './program';
import { type Tape, UNIT } from './tape';

/** What is known of a node during a pass: that its cotangent is wanted, and that something has arrived there. */
export const WANTED = 1;
export const ARRIVED = 2;

/** Calling `fill` costs more than a few stores. */
export function clear(numbers: Float64Array): void {
  if (numbers.length > 64) numbers.fill(0);
  else for (let i = 0; i < numbers.length; i++) numbers[i] = 0;
}

/**
 * Pulls one row back through a graph of numbers where whatever is wanted arrives: edge by edge, without a branch that depends on the graph.
 * `state` tells what is wanted, unless that is everything.
 */
export function pullEdges(
  program: Program,
  target: number,
  cotangents: Float64Array,
  state: Uint8Array | undefined,
): void {
  const { starts, sources, partials } = program.tape;
  const { targets } = program;
  if (state) {
    for (let e = starts[target + 1] - 1; e >= 0; e--) {
      const to = targets[e];
      if (state[to] !== 0) cotangents[sources[e]] += cotangents[to] * partials[e];
    }
    return;
  }
  let e = starts[target + 1] - 1;
  // Two at a time: the loop itself costs as much as an edge.
  for (; e >= 1; e -= 2) {
    cotangents[sources[e]] += cotangents[targets[e]] * partials[e];
    cotangents[sources[e - 1]] += cotangents[targets[e - 1]] * partials[e - 1];
  }
  if (e === 0) cotangents[sources[0]] += cotangents[targets[0]] * partials[0];
}

/**
 * Pulls one row back through numbers, from position p down to the next unit or branch whose cotangent has arrived; gives its position, or −1.
 */
export function pullNumbers(
  { codes, starts, sources, partials }: Tape,
  selects: Uint8Array,
  state: Uint8Array,
  cotangents: Float64Array,
  first: number,
): number {
  let e = starts[first + 1] - 1;
  for (let p = first; p >= 0; p--) {
    const start = starts[p];
    if (state[p] !== (WANTED | ARRIVED)) {
      e = start - 1;
      continue;
    }
    if (codes[p] === UNIT || selects[codes[p]] === 1) return p;
    const u = cotangents[p];
    for (; e >= start; e--) {
      const source = sources[e];
      cotangents[source] += u * partials[e];
      state[source] |= ARRIVED;
    }
  }
  return -1;
}
