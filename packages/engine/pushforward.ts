/**
 * Forward mode: a direction at some nodes, pushed along the edges as dv = J du.
 */
import { nowhere, pushArrived, seeded } from './arrivals';
import { isTaken } from './jacobian/jacobian';
import type { ProgramNode } from './program/node';
import { NodeMemory } from './program/node-memory';
import type { Program } from './program/program';
import { type Shape, sameShape } from './shape';
import { allFinite, assign, type NestedValue, shapeOfNested } from './tensor';

const SCALAR: Shape = [];

export class Pushforward {
  readonly #program: Program;
  readonly #memory: NodeMemory;
  /** All tangents. */
  readonly #tangents: readonly Float64Array[];
  readonly #moves: Uint8Array;

  constructor(program: Program) {
    this.#program = program;
    this.#memory = new NodeMemory(program, program.count, 1, () => true);
    this.#tangents = this.#memory.everything;
    this.#moves = new Uint8Array(program.count);
  }

  /**
   * Sets the direction at the nodes named (0 elsewhere) and pushes it. A direction at an inner node is added to what arrives there. Where no
   * direction arrives the tangent is 0 by structure: nothing is multiplied, and an infinite slope there stays out of it.
   */
  run(directions: ReadonlyMap<string, NestedValue>): this {
    const { tape, count } = this.#program;
    const { starts, sources, units } = tape;
    this.#start(directions);
    for (let p = 0; p < count; p++)
      for (let e = starts[p]; e < starts[p + 1]; e++) if (this.#moves[sources[e]]) this.#push(e, p);
    if (units.length > 0 && !this.#tangents.every(allFinite)) this.#pushByEntries(directions);
    return this;
  }

  /** The pass once more: what is NaN only because 0 by structure met an infinite slope is 0 again. */
  #pushByEntries(directions: ReadonlyMap<string, NestedValue>): void {
    const { starts, sources } = this.#program.tape;
    this.#start(directions);
    const moving = Array.from(this.#moves, (moves, p) => (moves ? seeded(this.#memory.at(p)) : undefined));
    for (let p = 0; p < moving.length; p++)
      for (let e = starts[p]; e < starts[p + 1]; e++) {
        const tangent = moving[sources[e]];
        if (!tangent || this.#program.plan.problems.has(p)) continue;
        const jacobian = this.#program.jacobianOf(e, p);
        if (jacobian.structure === 'zero') continue;
        moving[p] ??= nowhere(this.#memory.at(p));
        pushArrived(jacobian, tangent, moving[p]!);
        this.#moves[p] = 1;
      }
  }

  #start(directions: ReadonlyMap<string, NestedValue>): void {
    this.#moves.fill(0);
    this.#memory.clear();
    for (const [id, direction] of directions) {
      const node = this.#program.node(id);
      if (!node) throw new RangeError(`no node has the id ${id}`);
      const tangent = this.tangent(node);
      if (!tangent) continue;
      const shape = this.#program.plan.shapes.get(node.index) ?? SCALAR;
      if (!sameShape(shape, shapeOfNested(direction)))
        throw new RangeError(`the direction at ${id} has not the shape of its value`);
      assign({ shape, data: tangent }, direction);
      if (tangent.some((v) => v !== 0)) this.#moves[node.index] = 1;
    }
  }

  /** Adds what one edge brings to node p. */
  #push(e: number, p: number): void {
    const { codes, starts, sources, partials, units } = this.#program.tape;
    const source = sources[e];
    const unit = units[p];
    if (unit) {
      const jacobian = unit.jacobians[e - starts[p]];
      if (jacobian.structure === 'zero') return;
      jacobian.push(this.#memory.at(source), this.#memory.at(p));
    } else {
      const slope = partials[e];
      if (this.#program.plan.selects[codes[p]] === 1 && !isTaken(slope)) return;
      const { numbers } = this.#memory;
      numbers[p] += slope * numbers[source];
    }
    this.#moves[p] = 1;
  }

  /** Whether a direction arrives at a position: elsewhere the tangent is 0 by structure. */
  movesAt(position: number): boolean {
    return this.#moves[position] === 1;
  }

  /** Absent when the node has a problem. Do not write into it. */
  tangent({ index }: ProgramNode): Float64Array | undefined {
    if (this.#program.plan.problems.has(index)) return undefined;
    return this.#memory.at(index);
  }
}
