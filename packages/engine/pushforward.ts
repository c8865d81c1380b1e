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

  /** Sets the direction at the nodes named (0 elsewhere) and pushes it. A direction at an inner node is added to what arrives there. */
  run(directions: ReadonlyMap<string, NestedValue>): this {
    for (const node of this.#program.order) {
      const tangent = this.tangent(node);
      if (!tangent || !node.tensor) continue;
      tangent.fill(0);
      const direction = directions.get(node.id);
      if (direction !== undefined) assign({ shape: node.tensor.shape, data: tangent }, direction);
      for (const { from, jacobian } of node.incoming) jacobian?.push(this.tangent(from)!, tangent);
    }
    return this;
  }

  tangent(node: ProgramNode): Float64Array | undefined {
    return this.#tangents[node.index];
  }
}
