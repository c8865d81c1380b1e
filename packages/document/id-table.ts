/**
 * Numbers of ids, for the quick reading, which takes no id but one of the right form. A Map of 100,000 ids costs a third of JSON.parse, most of it for growing; this table has its size from
 * the beginning and allocates nothing afterwards.
 */

import { ID_PATTERN } from './graph';

/** A longer search means that the ids were made to collide: they are for a Map. */
const LONGEST_SEARCH = 200;

export class IdTable {
  readonly #ids: string[];
  /** Open addressing: 0 is free, k + 1 stands for the id with number k. */
  readonly #slots: Int32Array;
  #size = 0;

  constructor(count: number) {
    this.#ids = new Array(count);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2)));
  }

  /** Gives an id the next number. False when it has one already, or when it is none or cannot be said. */
  add(id: string): boolean {
    const slot = this.#slotOf(id);
    if (slot < 0 || this.#slots[slot] > 0) return false;
    this.#ids[this.#size++] = id;
    this.#slots[slot] = this.#size;
    return true;
  }

  /** The number of an id; -1 when it has none, or when it cannot be said. */
  find(id: string): number {
    const slot = this.#slotOf(id);
    return slot < 0 ? -1 : this.#slots[slot] - 1;
  }

  /** Where an id is, or where it would be. */
  #slotOf(id: string): number {
    const hash = hashOf(id);
    if (hash < 0) return -1;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let searched = 0; searched < LONGEST_SEARCH; searched++) {
      const k = this.#slots[slot];
      if (k === 0 || this.#ids[k - 1] === id) return slot;
      slot = (slot + 1) & mask;
    }
    return -1;
  }
}

/** What an id may begin with (1), and what it may go on with besides (2). */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return ID_PATTERN.test(character) ? 1 : ID_PATTERN.test(`a${character}`) ? 2 : 0;
});

/** FNV-1a, its high bits folded into the low ones; negative for a text that does not match the pattern of ids. */
export function hashOf(id: string): number {
  if (id.length === 0 || id.length > 64 || KINDS[id.charCodeAt(0)] !== 1) return -1;
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    if (code > 127 || KINDS[code] === 0) return -1;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & 0x7fffffff;
}
