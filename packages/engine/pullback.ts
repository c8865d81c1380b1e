/**
 * Reverse mode: ∂target/∂node for every node, as rows pulled back through the edges.
 *
 * A node's gradient is one sum over the edges that leave it, of (gradient of the later node) · (Jacobian of the edge): the chain rule as it is
 * written, in a fixed order. The target may have any shape; the seed is the identity.
 */
import type { Program, ProgramEdge, ProgramNode } from './program';
import { ENTRY_LIMIT } from './shape';

/** Entries that one backward pass may hold, and entries that all results together may hold. */
const PASS_BUDGET = 1 << 24;
const RESULT_BUDGET = 1 << 25;

export class Pullback {
  readonly target: ProgramNode;
  /** size(target): the rows of every gradient. */
  readonly rows: number;
  readonly #upstream: boolean[];
  /** In reverse topological order: what is kept, and what lies between it and the target. */
  readonly #nodes: ProgramNode[];
  readonly #pass: Float64Array[] = [];
  readonly #gradients: (Float64Array | undefined)[] = [];
  readonly #rowsPerPass: number;

  /** `target` has a value (a node with a problem has no derivative). */
  constructor(program: Program, target: ProgramNode) {
    if (!target.tensor) throw new Error(`${target.id} has no value to differentiate`);
    this.target = target;
    this.rows = target.tensor.data.length;
    this.#upstream = upstreamOf(program, target);
    const stored = this.#stored(program);
    const needed = new Array<boolean>(program.order.length).fill(false);
    for (const { index, incoming } of program.order)
      needed[index] =
        this.#upstream[index] && (stored[index] || incoming.some(({ from }) => needed[from.index]));
    this.#nodes = program.order.filter(({ index }) => needed[index]).reverse();

    const total = this.#nodes.reduce((sum, node) => sum + node.tensor!.data.length, 0);
    this.#rowsPerPass = Math.max(1, Math.min(this.rows, Math.floor(PASS_BUDGET / Math.max(1, total))));
    const whole = this.#rowsPerPass === this.rows;
    for (const { index, tensor } of this.#nodes) {
      const size = tensor!.data.length;
      this.#pass[index] = program.take(this.#rowsPerPass * size);
      if (stored[index])
        this.#gradients[index] = whole ? this.#pass[index] : new Float64Array(this.rows * size);
    }
  }

  /** Which gradients are small enough to be kept, by position in the order. */
  #stored(program: Program): boolean[] {
    let total = 0;
    return program.order.map(({ index, tensor }) => {
      const entries = this.rows * (tensor?.data.length ?? 0);
      if (!this.#upstream[index] || entries > ENTRY_LIMIT || total + entries > RESULT_BUDGET) return false;
      total += entries;
      return true;
    });
  }

  /** Pulls the identity back from the target, at the point where the program was last run. */
  run(): this {
    for (let start = 0; start < this.rows; start += this.#rowsPerPass)
      this.#pull(start, Math.min(this.#rowsPerPass, this.rows - start));
    return this;
  }

  #pull(start: number, count: number): void {
    for (const node of this.#nodes) {
      const cotangent = this.#pass[node.index];
      cotangent.fill(0);
      if (node === this.target) for (let r = 0; r < count; r++) cotangent[r * this.rows + start + r] = 1;
      for (const { to, jacobian } of node.outgoing)
        if (this.#upstream[to.index]) jacobian!.pull(this.#pass[to.index], count, cotangent);
      const gradient = this.#gradients[node.index];
      if (gradient && gradient !== cotangent) {
        const size = node.tensor!.data.length;
        gradient.set(cotangent.subarray(0, count * size), start * size);
      }
    }
  }

  /** Whether the target depends on the node (or is it). */
  reaches(node: ProgramNode): boolean {
    return this.#upstream[node.index];
  }

  /**
   * ∂target/∂node by rows, size(target) × size(node): explicit zeros where the target does not depend on the node, undefined where it is
   * too large to be stored. Do not write into it.
   */
  gradient(node: ProgramNode): Float64Array | undefined {
    if (this.reaches(node)) return this.#gradients[node.index];
    const entries = this.rows * (node.tensor?.data.length ?? 0);
    return entries > ENTRY_LIMIT ? undefined : new Float64Array(entries);
  }

  /** The term of one edge in the chain rule, ∂target/∂to · J; the terms of the edges that leave a node add up to its gradient. */
  contribution({ from, to, jacobian }: ProgramEdge): Float64Array | undefined {
    const entries = this.rows * (from.tensor?.data.length ?? 0);
    if (entries > ENTRY_LIMIT || !jacobian) return undefined;
    const term = new Float64Array(entries);
    if (!this.reaches(to)) return term;
    const gradient = this.gradient(to);
    if (!gradient) return undefined;
    jacobian.pull(gradient, this.rows, term);
    return term;
  }
}

/** Which nodes the target depends on, itself included, by position in the order. */
function upstreamOf(program: Program, target: ProgramNode): boolean[] {
  const upstream = new Array<boolean>(program.order.length).fill(false);
  upstream[target.index] = true;
  for (let i = target.index; i >= 0; i--)
    if (upstream[i]) for (const { from } of program.order[i].incoming) upstream[from.index] = true;
  return upstream;
}
