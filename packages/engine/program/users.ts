/**
 * The edges that leave each node, in order of the edges: what an incremental run and a drawing of the graph ask for.
 */
import type { BitSet } from './bit-set';

export class Users {
  /** The edges that leave node p are edges[starts[p]] … edges[starts[p + 1] − 1]. */
  readonly starts: Int32Array;
  readonly edges: Int32Array;
  /** Edge → position of the node it enters. */
  readonly targets: Int32Array;

  constructor(starts: Int32Array, edges: Int32Array, targets: Int32Array) {
    this.starts = starts;
    this.edges = edges;
    this.targets = targets;
  }

  /** Adds everybody who uses node p. */
  mark(p: number, set: BitSet): void {
    for (let k = this.starts[p]; k < this.starts[p + 1]; k++) set.add(this.targets[this.edges[k]]);
  }
}

/** Edge → position of the node it enters. */
export function targetsOf(starts: Int32Array): Int32Array {
  const count = starts.length - 1;
  const targets = new Int32Array(starts[count]);
  for (let p = 0; p < count; p++) targets.fill(p, starts[p], starts[p + 1]);
  return targets;
}

/** Turns the edges round (a counting sort). */
export function usersOf(starts: Int32Array, sources: Int32Array, targets: Int32Array): Users {
  const count = starts.length - 1;
  const total = starts[count];
  const first = new Int32Array(count + 1);
  for (let e = 0; e < total; e++) first[sources[e] + 1]++;
  for (let p = 0; p < count; p++) first[p + 1] += first[p];
  const edges = new Int32Array(total);
  const next = first.slice(0, count);
  for (let e = 0; e < total; e++) edges[next[sources[e]]++] = e;
  return new Users(first, edges, targets);
}
