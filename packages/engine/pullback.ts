/**
 * Reverse mode: ∂target/∂node for every node, as rows pulled back through the edges.
 *
 * A node's gradient is the sum, over the edges that leave it, of (gradient of the later node) · (Jacobian of the edge): the chain rule as it is
 * written, its terms added from the latest edge to the earliest. The target may have any shape; the seed is the identity.
 */
import { type Arrivals, nowhere, pullArrived, pullByEntries, seeded } from './arrivals';
import { isTaken, type Jacobian } from './jacobian/jacobian';
import { BitSet } from './program/bit-set';
import type { ProgramEdge, ProgramNode } from './program/node';
import { NodeMemory } from './program/node-memory';
import type { Program } from './program/program';
import { ARRIVED, clear, pullEdges, pullNumbers, WANTED } from './program/pull';
import { keptOf, upstreamOf, wantedOf } from './program/reach';
import { UNIT } from './program/tape';
import { ENTRY_LIMIT } from './shape';
import { allFinite } from './tensor';

/** Entries that one backward pass may hold. */
const PASS_BUDGET = 1 << 24;

export class Pullback {
  readonly target: ProgramNode;
  /** size(target): the rows of every gradient. */
  readonly rows: number;
  readonly #program: Program;
  /** Whether the target is a number, by its shape. */
  readonly #ofNumber: boolean;
  /** By position up to the target: whether the target depends on the node. */
  readonly #upstream: Uint8Array;
  /** The state of each node before a pass. */
  readonly #wanted: Uint8Array;
  readonly #state: Uint8Array;
  /** Whether something may fail to arrive: without branches and zeros everything that is wanted does. */
  readonly #tracks: boolean;
  /** Whether every node up to the target is wanted. */
  readonly #everything: boolean;
  readonly #stored: Uint8Array;
  readonly #rowsPerPass: number;
  readonly #memory: NodeMemory;
  /** Cotangents of the numbers. */
  readonly #numbers: Float64Array;
  /** Gradients made in more than one pass. */
  readonly #gathered: (Arrivals | undefined)[] = [];
  /** What arrived where in the last pass, where that had to be told to keep entries from being NaN. */
  #arrivals: readonly (Arrivals | undefined)[] | undefined;
  /** What is looked at to find out whether that is so. */
  #watched: readonly Float64Array[] | undefined;
  #revision = -1;
  #pending: BitSet | undefined;

  /** `target` has a value (a node with a problem has no derivative). */
  constructor(program: Program, target: ProgramNode) {
    if (!target.tensor) throw new Error(`${target.id} has no value to differentiate`);
    this.#program = program;
    this.target = target;
    this.rows = target.tensor.data.length;
    this.#ofNumber = target.tensor.shape.length === 0;
    const count = target.index + 1;
    this.#upstream = upstreamOf(program, target.index);
    this.#stored = keptOf(program, this.#upstream, this.rows);
    this.#tracks = program.tape.units.length > 0 || program.plan.selects.includes(1);
    const wanted = wantedOf(program, this.#upstream, this.#stored);
    this.#wanted = this.#tracks ? wanted : wanted.map((one) => one && WANTED | ARRIVED);
    this.#everything = !this.#wanted.includes(0);
    this.#state = this.#wanted.slice();
    let total = 0;
    for (let p = 0; p < count; p++) if (this.#wanted[p]) total += program.sizeAt(p);
    this.#rowsPerPass = Math.max(1, Math.min(this.rows, Math.floor(PASS_BUDGET / Math.max(1, total))));
    this.#memory = new NodeMemory(program, count, this.#rowsPerPass, (p) => this.#wanted[p] !== 0);
    this.#numbers = this.#memory.numbers;
  }

  get #inOnePass(): boolean {
    return this.#rowsPerPass === this.rows;
  }

  /** Pulls the identity back from the target, at the point where the program was last run. */
  run(): this {
    for (let start = 0; start < this.rows; start += this.#rowsPerPass)
      this.#pass(start, Math.min(this.#rowsPerPass, this.rows - start));
    this.#revision = this.#program.revision;
    return this;
  }

  #pass(start: number, count: number): void {
    const { target } = this;
    if (this.#tracks) this.#state.set(this.#wanted);
    clear(this.#numbers);
    this.#seed(start, count);
    this.#state[target.index] |= ARRIVED;
    if (count === 1 && this.#rowsPerPass === 1) this.#pullOneRow();
    else for (let p = target.index; p >= 0; p--) this.#pullNode(p, count);
    // Where nothing arrived, the last pass still stands.
    for (const p of this.#memory.arrays) if (this.#state[p] === WANTED) this.#memory.at(p).fill(0);
    this.#arrivals = undefined;
    if (this.#program.tape.units.length > 0 && this.#isNotFinite()) this.#pullByEntries(start, count);
    if (!this.#inOnePass) this.#keep(start, count);
  }

  /** Only then may an entry be NaN that something finite would stand for. */
  #isNotFinite(): boolean {
    this.#watched ??= this.#watch();
    return !allFinite(this.#numbers) || !this.#watched.every(allFinite);
  }

  /** Where NaN would show: in the cotangents, or in the Jacobians they are made with where those hold fewer entries. */
  #watch(): readonly Float64Array[] {
    const { starts, edges, targets } = this.#program.users;
    const watched = new Set<Float64Array>();
    for (const p of this.#memory.arrays) {
      const payloads: Float64Array[] = [];
      for (let k = starts[p]; k < starts[p + 1]; k++)
        if (this.reachesAt(targets[edges[k]]))
          payloads.push(...this.#program.jacobianOf(edges[k], targets[edges[k]]).payload);
      const cotangents = this.#memory.at(p);
      const fewer = payloads.reduce((total, { length }) => total + length, 0) < cotangents.length;
      for (const data of fewer ? payloads : [cotangents]) watched.add(data);
    }
    return [...watched];
  }

  /** The pass once more: what is NaN only because 0 by structure met an infinite slope is 0 again. */
  #pullByEntries(start: number, count: number): void {
    const { index } = this.target;
    this.#memory.clear();
    this.#seed(start, count);
    this.#arrivals = pullByEntries(this.#program, index, seeded(this.#memory.at(index)), count, (p) =>
      this.#wanted[p] ? this.#memory.at(p) : undefined,
    );
  }

  #seed(start: number, count: number): void {
    const p = this.target.index;
    if (!this.#wanted[p]) return;
    if (!this.#ofNumber) {
      const seed = this.#memory.at(p);
      seed.fill(0);
      for (let r = 0; r < count; r++) seed[r * this.rows + start + r] = 1;
    } else this.#numbers[p] = 1;
  }

  /** The whole pass for one row. */
  #pullOneRow(): void {
    if (!this.#tracks) {
      pullEdges(this.#program, this.target.index, this.#numbers, this.#everything ? undefined : this.#state);
      return;
    }
    const { tape, plan } = this.#program;
    for (let p = this.target.index; p >= 0; p--) {
      p = pullNumbers(tape, plan.selects, this.#state, this.#numbers, p);
      if (p < 0) break;
      this.#pullNode(p, 1);
    }
  }

  #pullNode(p: number, count: number): void {
    const { codes, starts, sources, partials } = this.#program.tape;
    if (this.#state[p] !== (WANTED | ARRIVED)) return;
    if (codes[p] === UNIT) {
      this.#pullUnit(p, count);
      return;
    }
    const rows = this.#rowsPerPass;
    const blocks = this.#program.plan.selects[codes[p]] === 1;
    for (let e = starts[p + 1] - 1; e >= starts[p]; e--) {
      const slope = partials[e];
      if (blocks && !isTaken(slope)) continue;
      const source = sources[e];
      for (let r = 0; r < count; r++) this.#numbers[source * rows + r] += this.#numbers[p * rows + r] * slope;
      this.#state[source] |= ARRIVED;
    }
  }

  #pullUnit(p: number, count: number): void {
    const { starts, sources, units } = this.#program.tape;
    const { jacobians } = units[p]!;
    for (let e = starts[p + 1] - 1; e >= starts[p]; e--) {
      const jacobian = jacobians[e - starts[p]];
      const source = sources[e];
      if (!this.#wanted[source] || jacobian.structure === 'zero') continue;
      this.#bring(jacobian, this.#memory.at(p), count, source);
    }
  }

  /** Adds u · J to the cotangent of a node; what arrives first takes the place of the last pass. */
  #bring(jacobian: Jacobian, u: Float64Array, count: number, source: number): void {
    const out = this.#memory.at(source);
    const first = this.#state[source] === WANTED && this.#memory.isArray(source);
    this.#state[source] |= ARRIVED;
    if (first && jacobian.pullFresh) {
      jacobian.pullFresh(u, count, out);
      return;
    }
    if (first) out.fill(0);
    jacobian.pull(u, count, out);
  }

  /** Copies the rows of one pass among those of the passes before. */
  #keep(start: number, count: number): void {
    for (let p = 0; p < this.#stored.length; p++) {
      if (!this.#stored[p]) continue;
      const size = this.#program.sizeAt(p);
      this.#gathered[p] ??= nowhere(new Float64Array(this.rows * size));
      const { data, arrived } = this.#gathered[p]!;
      data.set(this.#memory.at(p).subarray(0, count * size), start * size);
      const told = this.#arrivals?.[p]?.arrived.subarray(0, count * size);
      if (told) arrived.set(told, start * size);
      else arrived.fill(this.#arrivals || !this.arrivesAt(p) ? 0 : 1, start * size, (start + count) * size);
    }
  }

  /**
   * Brings the gradients up to date after {@link Program.update}: bit by bit the same as {@link run}. Falls back to it where more than one update
   * was missed or the rows do not fit in one pass.
   */
  update(): this {
    const { touched, revision } = this.#program;
    if (!touched || revision !== this.#revision + 1 || !this.#inOnePass || this.#arrivals) return this.run();
    const { starts, sources } = this.#program.tape;
    this.#pending ??= new BitSet(this.target.index + 1);
    const pending = this.#pending;
    pending.clear();
    const markOperands = (p: number) => {
      for (let e = starts[p]; e < starts[p + 1]; e++) pending.add(sources[e]);
    };
    for (let p = touched.next(0); p >= 0 && p <= this.target.index; p = touched.next(p + 1)) markOperands(p);
    for (let p = pending.previous(this.target.index); p >= 0; p = pending.previous(p - 1)) {
      if (!this.#gather(p)) continue;
      if (this.#program.tape.units.length > 0 && !allFinite(this.#memory.at(p))) return this.run();
      markOperands(p);
    }
    this.#revision = revision;
    return this;
  }

  /** Sums the terms of one node anew, in the order of a whole pass, and says whether its gradient may have changed. */
  #gather(p: number): boolean {
    if (!this.#wanted[p]) return false;
    if (!this.#tracks && this.rows === 1) return this.#gatherNumber(p);
    const { starts, edges, targets } = this.#program.users;
    const before = this.#memory.isArray(p) || this.rows > 1 ? undefined : this.#numbers[p];
    const arrived = this.#state[p];
    this.#memory.at(p).fill(0);
    this.#state[p] = WANTED;
    if (p === this.target.index) {
      this.#seed(0, this.rows);
      this.#state[p] |= ARRIVED;
    }
    for (let k = starts[p + 1] - 1; k >= starts[p]; k--) this.#term(edges[k], targets[edges[k]], p);
    return before === undefined || !Object.is(before, this.#numbers[p]) || arrived !== this.#state[p];
  }

  /** As {@link #gather}, where whatever is wanted arrives. */
  #gatherNumber(p: number): boolean {
    const { starts, edges, targets } = this.#program.users;
    const { partials } = this.#program.tape;
    const cotangents = this.#numbers;
    let sum = p === this.target.index ? 1 : 0;
    for (let k = starts[p + 1] - 1; k >= starts[p]; k--) {
      const to = targets[edges[k]];
      if (to <= this.target.index && this.#wanted[to] !== 0) sum += cotangents[to] * partials[edges[k]];
    }
    const changed = !Object.is(sum, cotangents[p]);
    cotangents[p] = sum;
    return changed;
  }

  /** Adds what one edge brings to node p. */
  #term(edge: number, target: number, p: number): void {
    const { codes, starts, partials, units } = this.#program.tape;
    if (target > this.target.index || this.#state[target] !== (WANTED | ARRIVED)) return;
    const rows = this.#rowsPerPass;
    const unit = units[target];
    if (unit) {
      const jacobian = unit.jacobians[edge - starts[target]];
      if (jacobian.structure === 'zero') return;
      jacobian.pull(this.#memory.at(target), rows, this.#memory.at(p));
    } else {
      const slope = partials[edge];
      if (this.#program.plan.selects[codes[target]] === 1 && !isTaken(slope)) return;
      for (let r = 0; r < rows; r++) this.#numbers[p * rows + r] += this.#numbers[target * rows + r] * slope;
    }
    this.#state[p] |= ARRIVED;
  }

  /** Whether the target depends on the node (or is it). */
  reaches({ index }: ProgramNode): boolean {
    return this.reachesAt(index);
  }

  /** As {@link reaches}, by position. */
  reachesAt(position: number): boolean {
    return position < this.#upstream.length && this.#upstream[position] === 1;
  }

  /** Whether anything arrived at a position in the last pass: elsewhere the gradient is 0 by structure. */
  arrivesAt(position: number): boolean {
    return this.reachesAt(position) && (this.#state[position] & ARRIVED) !== 0;
  }

  /** Whether the gradient at a position is finite, as far as it is kept. */
  isFiniteAt(position: number): boolean {
    if (!this.reachesAt(position) || !this.#stored[position]) return true;
    if (this.rows === 1 && !this.#program.plan.shapes.has(position))
      return Number.isFinite(this.#numbers[position]);
    return allFinite(this.gradient(this.#program.at(position))!);
  }

  /**
   * ∂target/∂node by rows, size(target) × size(node): explicit zeros where the target does not depend on the node, undefined where it is
   * too large to be stored. Do not write into it.
   */
  gradient(node: ProgramNode): Float64Array | undefined {
    const p = node.index;
    if (this.reaches(node)) {
      if (!this.#stored[p]) return undefined;
      return this.#inOnePass ? this.#memory.at(p) : this.#gathered[p]?.data;
    }
    const entries = this.rows * this.#program.sizeAt(p);
    return entries > ENTRY_LIMIT ? undefined : new Float64Array(entries);
  }

  /** The term of one edge in the chain rule, ∂target/∂to · J; the terms of the edges that leave a node add up to its gradient. */
  contribution({ from, to, jacobian, entry }: ProgramEdge): Float64Array | undefined {
    // An operand enters a composite node through a node of its own, whose gradient is the term.
    if (entry !== undefined) return this.gradient(this.#program.at(entry))?.slice();
    const entries = this.rows * this.#program.sizeAt(from.index);
    if (entries > ENTRY_LIMIT || !jacobian) return undefined;
    const term = new Float64Array(entries);
    if (!this.reaches(to)) return term;
    const gradient = this.gradient(to);
    if (!gradient) return undefined;
    const told = this.#inOnePass ? this.#arrivals?.[to.index] : this.#gathered[to.index];
    if (told) pullArrived(jacobian, told, this.rows, nowhere(term));
    // Where entries are told and none of this node is, nothing arrived.
    else if (!this.#arrivals && this.arrivesAt(to.index)) jacobian.pull(gradient, this.rows, term);
    return term;
  }
}
