/**
 * Memory for what a pass carries from node to node: `rows` numbers for every entry of a value. Those of numbers lie side by side, as the loops over
 * numbers read them; those of everything else in arrays of their own.
 */
import type { Program } from './program';
import { clear } from './pull';
import { UNIT } from './tape';

export class NodeMemory {
  readonly rows: number;
  /** Those of the node at position p from p · rows on, where it is a number. */
  readonly numbers: Float64Array;
  /** Positions that have an array. */
  readonly arrays: number[] = [];
  readonly #program: Program;
  /** The arrays, and the places among the numbers that a unit computes from or gives. */
  readonly #views: (Float64Array | undefined)[] = [];

  /** For the nodes up to position `count` that are wanted. */
  constructor(program: Program, count: number, rows: number, wanted: (position: number) => boolean) {
    this.#program = program;
    this.rows = rows;
    this.numbers = program.take(count * rows);
    const { codes, starts, sources } = program.tape;
    for (let p = 0; p < count; p++) {
      if (codes[p] !== UNIT) continue;
      for (let e = starts[p]; e < starts[p + 1]; e++) if (wanted(sources[e])) this.#view(sources[e]);
      if (wanted(p)) this.#view(p);
    }
  }

  #view(p: number): void {
    if (this.#views[p]) return;
    if (!this.isArray(p)) {
      this.#views[p] = this.at(p);
      return;
    }
    this.#views[p] = this.#program.take(this.rows * this.#program.sizeAt(p));
    this.arrays.push(p);
  }

  isArray(p: number): boolean {
    return this.#program.plan.shapes.has(p);
  }

  at(p: number): Float64Array {
    return this.#views[p] ?? this.numbers.subarray(p * this.rows, (p + 1) * this.rows);
  }

  clear(): void {
    clear(this.numbers);
    for (const p of this.arrays) this.at(p).fill(0);
  }

  /** Everything, to be looked through. */
  get everything(): readonly Float64Array[] {
    return [this.numbers, ...this.arrays.map((p) => this.at(p))];
  }
}
