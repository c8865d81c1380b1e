/**
 * A plan while it is being made: nodes are appended one after the other, each judged as it comes (settings, wires, shapes), in arrays that grow.
 */
import {
  type Attributes,
  type ErrorCode,
  isRefusal,
  type Kernel,
  type Operator,
  type Profile,
  readAttributes,
} from '../operator';
import { isLeaf, operators } from '../operators/registry';
import { describeShape, ENTRY_LIMIT, formatCount, type Shape, sizeOf } from '../shape';
import { shapeOfNested } from '../tensor';
import { type NodeSpec, operatorOf } from './spec';
import { FIRST_KERNEL, GIVEN, INLINE, UNIT } from './tape';
import { operandsOf, sourceOf, type Wiring } from './wiring';

/** Why a node is not evaluated. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly operand?: string;
  /** The first culprit, when the node is blocked. */
  readonly cause?: string;
}

/** Where the wires of a list lead, by place, and the positions of what has been laid. */
interface Wired {
  readonly wiring: Wiring;
  readonly positions: Int32Array;
}

/** Beyond these, further combinations of an operator and its settings are units, not kernels. */
const MOST_KERNELS = 60_000;
const SCALAR: Shape = [];
const NO_SETTINGS: Attributes = {};

export class PlanBuilder {
  /** By position. With `given`, nodes are appended in its order, and it stands for the list itself. */
  readonly specs: readonly NodeSpec[];
  readonly shapes = new Map<number, Shape>();
  readonly attributes = new Map<number, Attributes>();
  readonly problems = new Map<number, Problem[]>();
  readonly kernels: Kernel[] = [];
  count = 0;
  #edges = 0;
  #codes: Uint16Array;
  #starts: Int32Array;
  #sources: Int32Array;
  readonly #own: NodeSpec[] | undefined;
  readonly #profile: Profile;
  readonly #kernelCodes = new Map<string, number>();
  readonly #selects: number[] = [];

  /** With room for so many nodes and edges, for a start. */
  constructor(nodes: number, edges: number, profile: Profile, given?: readonly NodeSpec[]) {
    this.#codes = new Uint16Array(nodes);
    this.#starts = new Int32Array(nodes + 1);
    this.#sources = new Int32Array(edges + 1);
    this.#profile = profile;
    this.#own = given ? undefined : [];
    this.specs = given ?? this.#own!;
  }

  get codes(): Uint16Array {
    return this.#codes.subarray(0, this.count);
  }

  get starts(): Int32Array {
    return this.#starts.subarray(0, this.count + 1);
  }

  /** One longer than there are edges: see {@link Tape.sources}. */
  get sources(): Int32Array {
    return this.#sources.subarray(0, this.#edges + 1);
  }

  get selects(): Uint8Array {
    return Uint8Array.from(
      { length: FIRST_KERNEL + this.kernels.length },
      (_, code) => this.#selects[code] ?? 0,
    );
  }

  shapeAt(position: number): Shape {
    return this.shapes.get(position) ?? SCALAR;
  }

  /** Appends the node at a place of a list that is being laid, judges it, and gives its position. */
  node(spec: NodeSpec, { wiring, positions }: Wired, place: number): number {
    const position = this.#append(spec);
    const end = wiring.starts[place + 1];
    for (let e = wiring.starts[place]; e < end; e++) this.#wire(positions[wiring.sources[e]]);
    if (isLeaf(spec.op)) this.#leaf(position, spec);
    else this.#operation(position, spec, operatorOf(spec));
    return position;
  }

  /** Appends a node that passes another on under its own name. */
  alias(spec: NodeSpec, source: number): number {
    const position = this.#append(spec);
    this.#wire(source);
    const shape = this.shapes.get(source);
    if (shape) this.#unit(position, shape);
    else this.#codes[position] = this.#code(operators.get('identity')!, NO_SETTINGS, false);
    return position;
  }

  /** Appends a node that will not be evaluated. */
  failed(spec: NodeSpec, sources: Iterable<number>, problems: readonly Problem[]): number {
    const position = this.#append(spec);
    for (const source of sources) this.#wire(source);
    for (const problem of problems) this.#problem(position, problem);
    return position;
  }

  #append(spec: NodeSpec): number {
    if (this.count === this.#codes.length) {
      this.#codes = copied(this.#codes, new Uint16Array(2 * this.count + 16));
      this.#starts = copied(this.#starts, new Int32Array(2 * this.count + 17));
    }
    this.#own?.push(spec);
    this.#codes[this.count] = GIVEN;
    this.#starts[this.count + 1] = this.#edges;
    return this.count++;
  }

  /** Adds an edge to the node appended last. */
  #wire(source: number): void {
    if (this.#edges + 1 >= this.#sources.length)
      this.#sources = copied(this.#sources, new Int32Array(2 * this.#edges + 16));
    this.#sources[this.#edges++] = source;
    this.#starts[this.count] = this.#edges;
  }

  /** Forgets everything from a position on. */
  truncate(position: number): void {
    for (let p = position; p < this.count; p++) {
      this.problems.delete(p);
      this.shapes.delete(p);
      this.attributes.delete(p);
    }
    this.#edges = this.#starts[position];
    this.count = position;
    if (this.#own) this.#own.length = position;
  }

  #leaf(position: number, { id, value }: NodeSpec): void {
    if (typeof value === 'number') return;
    if (value === undefined) throw new Error(`${id} has no value`);
    const shape = shapeOfNested(value);
    if (shape.length === 2 && (value as number[][]).some((row) => row.length !== shape[1]))
      throw new Error(`the rows of ${id} are not equally long`);
    if (sizeOf(shape) > ENTRY_LIMIT) this.#problem(position, tooLarge(shape));
    else this.#unit(position, shape);
  }

  #unit(position: number, shape: Shape): void {
    this.#codes[position] = UNIT;
    if (shape.length > 0) this.shapes.set(position, shape);
  }

  #operation(position: number, spec: NodeSpec, operator: Operator): void {
    const settings = this.#settings(position, spec, operator);
    const first = this.#starts[position];
    const end = this.#starts[position + 1];
    // In a graph without problems a count is enough.
    if (this.problems.size > 0 || end - first < operandsOf(spec).length) {
      const problems = this.wireProblems(spec, this.#sources.subarray(first, end));
      for (const problem of problems) this.#problem(position, problem);
      if (problems.length > 0) return;
    }
    if (!settings) return;
    let numbers = operator.scalar !== undefined;
    for (let e = first; e < end && numbers; e++) numbers = !this.shapes.has(this.#sources[e]);
    if (numbers && settings === NO_SETTINGS) {
      const same = end > first + 1 && this.#sources[first] === this.#sources[first + 1];
      this.#codes[position] = this.#code(operator, settings, same);
      return;
    }
    const shapes = Array.from(this.#sources.subarray(first, end), (source) => this.shapeAt(source));
    const shape = operator.shape(shapes, settings);
    if (isRefusal(shape)) this.#problem(position, shape);
    else if (sizeOf(shape) > ENTRY_LIMIT) this.#problem(position, tooLarge(shape));
    else if (numbers) this.#codes[position] = this.#code(operator, settings, false);
    else this.#unit(position, shape);
  }

  /** The settings with their defaults; nothing when one of them is refused. */
  #settings(position: number, spec: NodeSpec, operator: Operator): Attributes | undefined {
    if (!hasSettings(operator)) return NO_SETTINGS;
    const read = readAttributes(operator, spec.attributes);
    if ('code' in read) {
      this.#problem(position, read);
      return undefined;
    }
    this.attributes.set(position, read.attributes);
    return read.attributes;
  }

  /** Operands without a wire, and the first that comes from a node with a problem. */
  wireProblems(spec: NodeSpec, sources: ArrayLike<number>): readonly Problem[] {
    const problems = operandsOf(spec)
      .filter((operand) => sourceOf(spec, operand) === undefined)
      .map((operand): Problem => {
        const message = `The operand ${operand} of ${spec.id} (${spec.op}) has no wire.`;
        return { code: 'unwired', operand, message };
      });
    const k = Array.from(sources).findIndex((source) => this.problems.has(source));
    return k < 0 ? problems : [...problems, this.#blocked(spec, k, sources[k])];
  }

  #blocked(spec: NodeSpec, k: number, source: number): Problem {
    const upstream = this.problems.get(source)!;
    const cause = upstream.find((problem) => problem.cause)?.cause ?? this.specs[source].id;
    const wired = operandsOf(spec).filter((name) => sourceOf(spec, name) !== undefined);
    const message = `${spec.id} is not evaluated because of a problem at ${cause}.`;
    return { code: 'blocked', operand: wired[k], message, cause };
  }

  #problem(position: number, problem: Problem): void {
    const list = this.problems.get(position);
    if (list) list.push(problem);
    else this.problems.set(position, [problem]);
    this.#codes[position] = GIVEN;
  }

  /** The code of an operator between numbers; equal settings share a kernel. */
  #code(operator: Operator, settings: Attributes, same: boolean): number {
    const inline = INLINE.get(operator.name);
    if (inline !== undefined) return inline;
    const key = `${operator.name} ${same} ${settings === NO_SETTINGS ? '' : JSON.stringify(settings)}`;
    const known = this.#kernelCodes.get(key);
    if (known !== undefined) return known;
    if (this.kernels.length === MOST_KERNELS) return UNIT;
    const code = FIRST_KERNEL + this.kernels.length;
    const form = operator.scalar!;
    this.kernels.push(form.kernel(settings, this.#profile, same));
    this.#kernelCodes.set(key, code);
    this.#selects[code] = form.selects ? 1 : 0;
    return code;
  }
}

function hasSettings({ attributes }: Operator): boolean {
  for (const _ in attributes) return true;
  return false;
}

function copied<T extends Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const tooLarge = (shape: Shape): Problem => ({
  code: 'shape',
  message: `The value would be ${describeShape(shape)}: ${formatCount(sizeOf(shape))} entries, more than the limit of ${formatCount(ENTRY_LIMIT)}.`,
});
