/**
 * From an id to the place of its node in a list, in eight bytes a node: a hash table of places alone, the ids being read from the nodes.
 * (Open addressing with linear probing: Knuth, The Art of Computer Programming 3, §6.4.)
 */
interface Named {
  readonly id: string;
}

/** Another in every process, so that no file can be made whose ids all collide. */
const SEED = Math.floor(Math.random() * 0x7fffffff);

function hash(id: string): number {
  let h = SEED;
  for (let i = 0; i < id.length; i++) {
    h = Math.imul(h ^ id.charCodeAt(i), 0x5bd1e995);
    h ^= h >>> 15;
  }
  return h ^ (h >>> 13);
}

export class IdIndex {
  readonly #nodes: readonly Named[];
  /** Place + 1; 0 is free. */
  readonly #table: Int32Array;
  readonly #mask: number;

  /** Throws when two nodes have one id. */
  constructor(nodes: readonly Named[]) {
    const capacity = 1 << Math.ceil(Math.log2(Math.max(2, nodes.length * 1.5)));
    this.#nodes = nodes;
    this.#table = new Int32Array(capacity);
    this.#mask = capacity - 1;
    for (let place = 0; place < nodes.length; place++) {
      const at = this.#seek(nodes[place].id);
      if (this.#table[at] !== 0) throw new Error(`two nodes have the id ${nodes[place].id}`);
      this.#table[at] = place + 1;
    }
  }

  /** The place of the node with this id, or −1. */
  placeOf(id: string): number {
    return this.#table[this.#seek(id)] - 1;
  }

  #seek(id: string): number {
    let at = hash(id) & this.#mask;
    for (;;) {
      const entry = this.#table[at];
      if (entry === 0 || this.#nodes[entry - 1].id === id) return at;
      at = (at + 1) & this.#mask;
    }
  }
}
