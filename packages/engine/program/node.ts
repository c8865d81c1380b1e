/**
 * Nodes and edges of a program as somebody meets them: made when they are asked for, over the flat arrays that are computed with. A composite
 * node shows its own operands and hides its inside, whose nodes can be asked for by name.
 */
import type { Jacobian } from '../jacobian/jacobian';
import type { Attributes, Operator } from '../operator';
import { operators } from '../operators/registry';
import type { Tensor } from '../tensor';
import type { Problem } from './plan-builder';
import type { Program } from './program';
import { regionJacobian } from './region';
import { operandsOf, sourceOf } from './wiring';

const NONE: readonly Problem[] = [];
const NO_SETTINGS: Attributes = {};

export class ProgramNode {
  readonly program: Program;
  /** Position in topological order. */
  readonly index: number;
  #incoming: readonly ProgramEdge[] | undefined;
  #tensor: Tensor | undefined;

  constructor(program: Program, index: number) {
    this.program = program;
    this.index = index;
  }

  get id(): string {
    return this.program.plan.specs[this.index].id;
  }

  get op(): string {
    return this.program.plan.specs[this.index].op;
  }

  /** Absent for leaves and composite nodes. */
  get operator(): Operator | undefined {
    return operators.get(this.op);
  }

  /** Settings, those left out by the graph filled in with their defaults. */
  get attributes(): Attributes {
    const { attributes, specs } = this.program.plan;
    return attributes.get(this.index) ?? specs[this.index].attributes ?? NO_SETTINGS;
  }

  get operandNames(): readonly string[] {
    return operandsOf(this.program.plan.specs[this.index]);
  }

  /** Why the node is not evaluated; empty when it is. */
  get problems(): readonly Problem[] {
    return this.program.plan.problems.get(this.index) ?? NONE;
  }

  /** The value; absent when there are problems. */
  get tensor(): Tensor | undefined {
    this.#tensor ??= this.program.tensor(this.index);
    return this.#tensor;
  }

  /** The values it computes from, in the order of its operands; empty when there are problems. */
  get operands(): readonly Tensor[] {
    return this.problems.length > 0 ? [] : this.incoming.map(({ from }) => from.tensor!);
  }

  /** The edges that enter, in the order of the operands: one for each that has a wire. */
  get incoming(): readonly ProgramEdge[] {
    this.#incoming ??= this.#enter();
    return this.#incoming;
  }

  #enter(): ProgramEdge[] {
    const { plan } = this.program;
    const spec = plan.specs[this.index];
    const names = operandsOf(spec).filter((name) => sourceOf(spec, name) !== undefined);
    const composite = plan.composites.get(this.index);
    return names.map((operand, k) => {
      const entry = composite?.entries.get(operand);
      const edge = entry === undefined ? plan.starts[this.index] + k : plan.starts[entry];
      return new ProgramEdge(this, operand, edge, entry);
    });
  }

  /** The edges that leave, in the order of the nodes they enter. */
  get outgoing(): readonly ProgramEdge[] {
    const { program } = this;
    const { starts, edges, targets } = program.users;
    return Array.from(edges.subarray(starts[this.index], starts[this.index + 1]), (edge) => {
      const target = targets[edge];
      const owner = program.ownerOf(target);
      const to = program.at(owner ?? target);
      // The output of an inside is wired to its composite node under no operand's name.
      return to.incoming.find((one) => one.edge === edge) ?? new ProgramEdge(to, 'output', edge, undefined);
    });
  }

  /** The nodes inside of a composite node, in the order in which they are computed. */
  get inside(): readonly ProgramNode[] {
    const composite = this.program.plan.composites.get(this.index);
    if (!composite) return [];
    const inner: ProgramNode[] = [];
    for (let p = composite.first; p < this.index; p++) inner.push(this.program.at(p));
    return inner;
  }
}

export class ProgramEdge {
  readonly to: ProgramNode;
  readonly operand: string;
  /** Place among the edges of the tape. */
  readonly edge: number;
  /** Position of the node inside a composite that passes this operand on. */
  readonly entry: number | undefined;
  #jacobian: Jacobian | undefined;

  constructor(to: ProgramNode, operand: string, edge: number, entry: number | undefined) {
    this.to = to;
    this.operand = operand;
    this.edge = edge;
    this.entry = entry;
  }

  /** `to.operand`: an operand has one wire, so this names it. */
  get id(): string {
    return `${this.to.id}.${this.operand}`;
  }

  get from(): ProgramNode {
    const { program } = this.to;
    return program.at(program.tape.sources[this.edge]);
  }

  /** ∂to/∂from through this operand alone; absent when the node it enters has a problem. */
  get jacobian(): Jacobian | undefined {
    if (this.to.problems.length > 0) return undefined;
    this.#jacobian ??=
      this.entry === undefined
        ? this.to.program.jacobianOf(this.edge, this.to.index)
        : regionJacobian(this.to.program, this.entry, this.to.index);
    return this.#jacobian;
  }
}
