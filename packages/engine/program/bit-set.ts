/**
 * A set of small whole numbers, walked in order.
 */
export class BitSet {
  readonly #words: Uint32Array;

  /** For numbers below `size`. */
  constructor(size: number) {
    this.#words = new Uint32Array((size >>> 5) + 1);
  }

  add(i: number): void {
    this.#words[i >>> 5] |= 1 << (i & 31);
  }

  delete(i: number): void {
    this.#words[i >>> 5] &= ~(1 << (i & 31));
  }

  clear(): void {
    this.#words.fill(0);
  }

  has(i: number): boolean {
    return (this.#words[i >>> 5] & (1 << (i & 31))) !== 0;
  }

  /** The least member ≥ i, or −1. */
  next(i: number): number {
    const words = this.#words;
    let word = i >>> 5;
    if (word >= words.length) return -1;
    let bits = words[word] & (-1 << (i & 31));
    while (bits === 0) {
      if (++word === words.length) return -1;
      bits = words[word];
    }
    return 32 * word + 31 - Math.clz32(bits & -bits);
  }

  /** The greatest member ≤ i, or −1. */
  previous(i: number): number {
    if (i < 0) return -1;
    const words = this.#words;
    let word = i >>> 5;
    let bits = words[word] & (-1 >>> (31 - (i & 31)));
    while (bits === 0) {
      if (--word < 0) return -1;
      bits = words[word];
    }
    return 32 * word + 31 - Math.clz32(bits);
  }
}
