/**
 * Forward mode: a direction at some nodes, pushed along the edges as dv = J du.
 */
import type { Program, ProgramNode } from './program';
import { assign, type NestedValue } from './tensor';

export class Pushforward {
  readonly #program: Program;
  readonly #tangents: (Float64Array | undefined)[];

  constructor(program: Program) {
    this.#program = program;
    this.#tangents = program.order.map(({ tensor }) => tensor && program.take(tensor.data.length));
  }

  /**
   * Sets the direction at the nodes named (0 elsewhere) and pushes it. A direction at an inner node is added to what arrives there. Where no
   * direction arrives the tangent is 0 by structure: nothing is multiplied, and an infinite slope there stays out of it.
   */
  run(directions: ReadonlyMap<string, NestedValue>): this {
    const moves: boolean[] = [];
    for (const node of this.#program.order) {
      const tangent = this.tangent(node);
      if (!tangent || !node.tensor) continue;
      const direction = directions.get(node.id);
      if (direction === undefined) tangent.fill(0);
      else assign({ shape: node.tensor.shape, data: tangent }, direction);
      moves[node.index] = direction !== undefined;
      for (const { from, jacobian } of node.incoming) {
        if (!moves[from.index]) continue;
        moves[node.index] = true;
        jacobian?.push(this.tangent(from)!, tangent);
      }
    }
    return this;
  }

  tangent(node: ProgramNode): Float64Array | undefined {
    return this.#tangents[node.index];
  }
}
