/**
 * A graph, compiled once and run in place: a plan, and the memory it computes in. Nothing here recurses: a chain of 100,000 nodes is an
 * ordinary graph.
 */
import { createArena, type Take } from '../arena';
import type { Jacobian } from '../jacobian/jacobian';
import { diagonal, identity, zero } from '../jacobian/simple';
import type { Profile } from '../operator';
import { isLeaf, operators } from '../operators/registry';
import { type Shape, sameShape, sizeOf } from '../shape';
import { assign, flattenNested, type NestedValue, shapeOfNested, type Tensor } from '../tensor';
import { BitSet } from './bit-set';
import { IdIndex } from './id-index';
import { type ProgramEdge, ProgramNode } from './node';
import { type Plan, planOf } from './plan';
import { type NodeSpec, operatorOf } from './spec';
import { CONSTANT_SLOPES, evaluate, evaluateNode, GIVEN, type Tape, UNIT, type Unit } from './tape';
import { targetsOf, type Users, usersOf } from './users';
import type { Wiring } from './wiring';

export interface CompileOptions {
  /** Where the wires lead, from a reader that has followed them all already. Must be what {@link wiringOf} would find. */
  readonly wiring?: Wiring;
  /** Whose derivative is used at a kink; ours by default. */
  readonly profile?: Profile;
}

/**
 * Compiles a graph whose structure is right: ids are unique, wires lead to nodes and never round in a circle, operators exist. (A reader of
 * files makes sure of that; here it is a bug of the caller, and throws.) Call {@link Program.run} to evaluate.
 *
 * Problems of an unfinished graph (an operand without a wire, shapes that do not fit) are values attached to nodes; whatever is not downstream
 * of one still evaluates.
 */
export function compile(specs: readonly NodeSpec[], options: CompileOptions = {}): Program {
  return new Program(specs, options);
}

const SCALAR: Shape = [];

export class Program {
  readonly profile: Profile;
  readonly plan: Plan;
  readonly tape: Tape;
  /** The allocator of everything that is computed. */
  readonly take: Take;
  /** Counts the runs: results of another revision are results of another point. */
  revision = 0;
  /** The graph that was compiled. */
  readonly given: readonly NodeSpec[];
  /** Tensors of the numbers that units compute from or give, by position. */
  readonly #views = new Map<number, Tensor>();
  readonly #handles = new Map<number, ProgramNode>();
  #index: IdIndex | undefined;
  #targets: Int32Array | undefined;
  #users: Users | undefined;
  /** Of {@link update}: what waits to be computed, which is nothing in between, and what was. */
  #sets: { readonly pending: BitSet; readonly touched: BitSet } | undefined;
  #nodes: readonly ProgramNode[] | undefined;
  #order: readonly ProgramNode[] | undefined;
  #owners: ReadonlyMap<number, number> | undefined;
  /** Positions of leaves set since the last run, the first `#setCount` of them. */
  readonly #set: number[] = [];
  #setCount = 0;
  /** What the last run recomputed; absent after a full run. */
  #touched: BitSet | undefined;

  constructor(given: readonly NodeSpec[], { profile = 'nabla', wiring }: CompileOptions) {
    this.given = given;
    this.profile = profile;
    this.plan = planOf(given, profile, wiring);
    this.take = createArena();
    const { codes, starts, sources, kernels } = this.plan;
    const units: (Unit | undefined)[] = [];
    const primals = this.take(codes.length);
    const partials = this.take(sources.length - 1);
    this.tape = { codes, starts, sources, primals, partials, kernels, units };
    this.#bind(units);
  }

  /** Gives every leaf its value, and every unit its memory and its Jacobians. */
  #bind(units: (Unit | undefined)[]): void {
    const { specs, problems } = this.plan;
    const { codes, primals } = this.tape;
    for (let p = 0; p < codes.length; p++) {
      const { value = 0 } = specs[p];
      if (codes[p] === UNIT) units[p] = this.#unit(p);
      else if (codes[p] === GIVEN && typeof value === 'number' && !problems.has(p)) primals[p] = value;
    }
    prefill(this.tape);
  }

  #unit(position: number): Unit {
    const { specs, shapes, attributes, starts, sources, composites } = this.plan;
    const { op, value } = specs[position];
    const shape = shapes.get(position) ?? SCALAR;
    const tensor = shape.length === 0 ? this.#number(position) : { shape, data: this.take(sizeOf(shape)) };
    if (isLeaf(op)) {
      tensor.data.set(flattenNested(value!));
      return { tensor, attributes: {}, operands: [], jacobians: [] };
    }
    const operator = composites.has(position) ? operators.get('identity')! : operatorOf(specs[position]);
    const settings = attributes.get(position) ?? {};
    const operands = Array.from(
      sources.subarray(starts[position], starts[position + 1]),
      (source) => this.tape.units[source]?.tensor ?? this.#number(source),
    );
    const jacobians = operator.differential(operands, tensor, settings, {
      take: this.take,
      profile: this.profile,
    });
    return { tensor, operator, attributes: settings, operands, jacobians };
  }

  #number(position: number): Tensor {
    const known = this.#views.get(position);
    if (known) return known;
    const view = this.#view(position);
    this.#views.set(position, view);
    return view;
  }

  /** Nodes, those inside of composite ones included. */
  get count(): number {
    return this.tape.codes.length;
  }

  /** The nodes of the graph that was compiled, in its order. */
  get nodes(): readonly ProgramNode[] {
    this.#nodes ??= this.given.map(({ id }) => this.node(id)!);
    return this.#nodes;
  }

  /** The same nodes, operands before the nodes that use them. */
  get order(): readonly ProgramNode[] {
    this.#order ??= this.nodes.toSorted((a, b) => a.index - b.index);
    return this.#order;
  }

  #positionOf(id: string): number {
    this.#index ??= new IdIndex(this.plan.specs);
    return this.#index.placeOf(id);
  }

  /** A node by its id; the node h inside of the composite f is `f/h`. */
  node(id: string): ProgramNode | undefined {
    const position = this.#positionOf(id);
    return position < 0 ? undefined : this.at(position);
  }

  /** The node at a position of the topological order. */
  at(position: number): ProgramNode {
    const known = this.#handles.get(position);
    if (known) return known;
    const handle = new ProgramNode(this, position);
    this.#handles.set(position, handle);
    return handle;
  }

  /** The edge entering `to` at `operand`. */
  edge(to: string, operand: string): ProgramEdge | undefined {
    return this.node(to)?.incoming.find((edge) => edge.operand === operand);
  }

  /** The value at a position; absent when the node there has a problem. */
  tensor(position: number): Tensor | undefined {
    if (this.plan.problems.has(position)) return undefined;
    return this.tape.units[position]?.tensor ?? this.#views.get(position) ?? this.#view(position);
  }

  /** A view of a number, made anew: a million of them are not to be kept. */
  #view(position: number): Tensor {
    return { shape: SCALAR, data: this.tape.primals.subarray(position, position + 1) };
  }

  /** Entries of the value at a position, 0 when there is none. */
  sizeAt(position: number): number {
    if (this.plan.problems.has(position)) return 0;
    const shape = this.plan.shapes.get(position);
    return shape ? sizeOf(shape) : 1;
  }

  /** The local Jacobian of an edge of the tape that enters the node at a position. */
  jacobianOf(edge: number, position: number): Jacobian {
    const unit = this.tape.units[position];
    const k = edge - this.tape.starts[position];
    if (unit) return unit.jacobians[k];
    const operator = operators.get(
      this.plan.composites.has(position) ? 'identity' : this.plan.specs[position].op,
    )!;
    const { structures, selects } = operator.scalar!;
    if (structures[k] === 'identity') return identity(1);
    if (structures[k] === 'zero') return zero(1, 1);
    return diagonal(this.tape.partials.subarray(edge, edge + 1), undefined, selects);
  }

  /** The composite node whose operand the node at a position passes on, if it does. */
  ownerOf(position: number): number | undefined {
    if (this.plan.composites.size === 0) return undefined;
    this.#owners ??= new Map(
      [...this.plan.composites].flatMap(([owner, { entries }]) =>
        [...entries.values()].map((entry) => [entry, owner] as const),
      ),
    );
    return this.#owners.get(position);
  }

  /** Edge → position of the node it enters; made when it is first asked for. */
  get targets(): Int32Array {
    this.#targets ??= targetsOf(this.tape.starts);
    return this.#targets;
  }

  /** Who uses which node; made when it is first asked for. */
  get users(): Users {
    this.#users ??= usersOf(this.tape.starts, this.tape.sources, this.targets);
    return this.#users;
  }

  /** Whether `value` can be {@link set} without compiling again. */
  fits(id: string, value: NestedValue): boolean {
    const position = this.#positionOf(id);
    if (position < 0 || this.plan.problems.has(position)) return false;
    return sameShape(this.plan.shapes.get(position) ?? SCALAR, shapeOfNested(value));
  }

  /** Changes the value of a leaf, of the same shape as before. {@link run} or {@link update} bring the rest up to date. */
  set(id: string, value: NestedValue): void {
    const position = this.#positionOf(id);
    if (position < 0 || !isLeaf(this.plan.specs[position].op) || this.plan.problems.has(position))
      throw new Error(`${id} is not a leaf with a value`);
    if (typeof value === 'number' && this.tape.codes[position] === GIVEN) this.tape.primals[position] = value;
    else assign(this.tensor(position)!, value);
    this.#set[this.#setCount++] = position;
  }

  /** Every value, and every local Jacobian at that point. */
  run(): this {
    evaluate(this.tape, 0, this.count);
    this.#finish(undefined);
    return this;
  }

  /**
   * Evaluates the positions from `start` up to, not including, `end`, after somebody moved a value by hand. What was {@link set} stays to be
   * brought up to date.
   * @internal
   */
  evaluateRange(start: number, end = this.count): void {
    evaluate(this.tape, start, end);
    this.#touched = undefined;
    this.revision++;
  }

  /**
   * Brings up to date what lies downstream of the leaves set since the last run, and stops where a value comes out as it was. Bit by bit the
   * same as {@link run}, which is faster below some ten thousand nodes.
   */
  update(): this {
    const { users, tape } = this;
    this.#sets ??= { pending: new BitSet(this.count), touched: new BitSet(this.count) };
    const { pending, touched } = this.#sets;
    touched.clear();
    for (let k = 0; k < this.#setCount; k++) {
      touched.add(this.#set[k]);
      users.mark(this.#set[k], pending);
    }
    for (let p = pending.next(0); p >= 0; p = pending.next(p + 1)) {
      pending.delete(p);
      touched.add(p);
      if (evaluateNode(tape, p)) users.mark(p, pending);
    }
    this.#finish(touched);
    return this;
  }

  #finish(touched: BitSet | undefined): void {
    this.#setCount = 0;
    this.#touched = touched;
    this.revision++;
  }

  /** The positions recomputed by the last run, if it was an {@link update}. */
  get touched(): BitSet | undefined {
    return this.#touched;
  }
}

/** Slopes that never change are written once. */
function prefill({ codes, starts, partials }: Tape): void {
  for (let p = 0; p < codes.length; p++) {
    const constant = CONSTANT_SLOPES[codes[p]];
    if (constant) for (let k = 0; k < constant.length; k++) partials[starts[p] + k] = constant[k];
  }
}
