/**
 * The plan of a program: which nodes are computed, in which order, by what, and which of them cannot be.
 *
 * Composite nodes are unfolded into the nodes they stand for, so that everything after the plan knows operators only. The node f with the
 * operand a becomes: `f/a`, which passes the operand on; the nodes inside, `f/…`; and f itself, which passes their output on.
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
import type { NodeSpec } from './spec';
import { FIRST_KERNEL, GIVEN, INLINE, UNIT } from './tape';
import { followWires, operandsOf, sourceOf, topologicalOrder, type Wiring, wiringOf } from './wiring';

/** Why a node is not evaluated. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly operand?: string;
  /** The first culprit, when the node is blocked. */
  readonly cause?: string;
}

/** A composite node and the positions it unfolded into: [first, position). */
interface Composite {
  readonly first: number;
  /** Positions of the nodes that pass the operands on, by operand. */
  readonly entries: ReadonlyMap<string, number>;
}

/** Everything is by position in topological order. */
export interface Plan {
  readonly specs: readonly NodeSpec[];
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly sources: Int32Array;
  readonly kernels: readonly Kernel[];
  /** By code: whether a slope of 0 stands for a branch that is not taken. */
  readonly selects: Uint8Array;
  /** Shapes of what is no number. */
  readonly shapes: ReadonlyMap<number, Shape>;
  /** Settings with their defaults, of operators that have any. */
  readonly attributes: ReadonlyMap<number, Attributes>;
  readonly problems: ReadonlyMap<number, readonly Problem[]>;
  readonly composites: ReadonlyMap<number, Composite>;
}

/** Nodes that all composites together may unfold into. */
const UNFOLDING_LIMIT = 100_000;
const MOST_KERNELS = 60_000;
const SCALAR: Shape = [];
const NO_SETTINGS: Attributes = {};

/** Lays out a graph whose structure is right; what an unfinished one lacks is told as problems of its nodes. */
export function planOf(given: readonly NodeSpec[], profile: Profile): Plan {
  const wiring = wiringOf(given);
  const planner = new Planner(given.length, wiring.sources.length, profile);
  planner.lay(given, wiring);
  return planner.plan();
}

/** A list of nodes that is being laid: the graph itself, or the inside of a composite node. */
interface Level {
  readonly specs: readonly NodeSpec[];
  readonly wiring: Wiring;
  readonly order: Int32Array;
  /** Where in the order the next node stands. */
  next: number;
  /** By place: operands first, then the list. */
  readonly positions: Int32Array;
  readonly operandCount: number;
  readonly prefix: string;
  /** Of a composite: its own node, to be laid when the inside is. */
  readonly composite?: {
    spec: NodeSpec;
    place: number;
    output: number;
    entries: Map<string, number>;
    first: number;
  };
}

class Planner {
  /** By position; the given list itself where that is in order already and nothing unfolds. */
  #specs: readonly NodeSpec[] = [];
  #own: NodeSpec[] | undefined;
  #codes: Uint16Array;
  #starts: Int32Array;
  #sources: Int32Array;
  #count = 0;
  #edges = 0;
  #unfolded = 0;
  readonly #profile: Profile;
  readonly #kernels: Kernel[] = [];
  readonly #kernelCodes = new Map<string, number>();
  readonly #selects: number[] = [];
  readonly #shapes = new Map<number, Shape>();
  readonly #attributes = new Map<number, Attributes>();
  readonly #problems = new Map<number, Problem[]>();
  readonly #composites = new Map<number, Composite>();

  constructor(nodes: number, edges: number, profile: Profile) {
    this.#codes = new Uint16Array(nodes);
    this.#starts = new Int32Array(nodes + 1);
    this.#sources = new Int32Array(edges + 1);
    this.#profile = profile;
  }

  plan(): Plan {
    const selects = Uint8Array.from(
      { length: FIRST_KERNEL + this.#kernels.length },
      (_, code) => this.#selects[code] ?? 0,
    );
    return {
      specs: this.#specs,
      codes: this.#codes.subarray(0, this.#count),
      starts: this.#starts.subarray(0, this.#count + 1),
      sources: this.#sources.subarray(0, this.#edges + 1),
      kernels: this.#kernels,
      selects,
      shapes: this.#shapes,
      attributes: this.#attributes,
      problems: this.#problems,
      composites: this.#composites,
    };
  }

  /** Lays a graph with everything inside its composite nodes; the levels are a stack of our own, since functions may nest deeply. */
  lay(specs: readonly NodeSpec[], wiring: Wiring): void {
    const level = this.#level(specs, wiring, new Int32Array(specs.length), 0, '');
    if (specs.some(({ body }) => body) || level.order.some((place, i) => place !== i)) this.#own = [];
    this.#specs = this.#own ?? specs;
    const levels: Level[] = [level];
    while (levels.length > 0) {
      const level = levels[levels.length - 1];
      if (level.next === level.order.length) {
        levels.pop();
        if (level.composite) this.#close(levels[levels.length - 1], level);
        continue;
      }
      const place = level.order[level.next++];
      if (place < level.operandCount) continue;
      const spec = level.specs[place - level.operandCount];
      const opened = spec.body && this.#open(level, spec, place);
      if (opened) levels.push(opened);
      else if (!spec.body) level.positions[place] = this.#node(level, spec, place);
      const failed = levels.length > 1 && this.#problems.get(this.#count - 1);
      if (failed) this.#abandon(levels, failed[0]);
    }
  }

  #level(
    specs: readonly NodeSpec[],
    wiring: Wiring,
    positions: Int32Array,
    operandCount: number,
    prefix: string,
  ): Level {
    return { specs, wiring, order: topologicalOrder(wiring), next: 0, positions, operandCount, prefix };
  }

  /** Lays one node of a level and gives its position. */
  #node(level: Level, spec: NodeSpec, place: number): number {
    const { starts, sources } = level.wiring;
    const named = level.prefix === '' ? spec : { ...spec, id: level.prefix + spec.id };
    const position = this.#append(named);
    for (let e = starts[place]; e < starts[place + 1]; e++) this.#wire(level.positions[sources[e]]);
    if (isLeaf(spec.op)) this.#leaf(position, spec);
    else this.#operation(position, named, operatorOf(spec));
    return position;
  }

  #append(spec: NodeSpec): number {
    if (this.#count === this.#codes.length) {
      this.#codes = copied(this.#codes, new Uint16Array(2 * this.#count + 16));
      this.#starts = copied(this.#starts, new Int32Array(2 * this.#count + 17));
    }
    this.#own?.push(spec);
    this.#codes[this.#count] = GIVEN;
    this.#starts[this.#count + 1] = this.#edges;
    return this.#count++;
  }

  /** Adds an edge to the node appended last. */
  #wire(source: number): void {
    // The list stays one longer than its edges: see Tape.sources.
    if (this.#edges + 1 >= this.#sources.length)
      this.#sources = copied(this.#sources, new Int32Array(2 * this.#edges + 16));
    this.#sources[this.#edges++] = source;
    this.#starts[this.#count] = this.#edges;
  }

  #leaf(position: number, { value = 0 }: NodeSpec): void {
    if (typeof value === 'number') return;
    const shape = shapeOfNested(value);
    if (sizeOf(shape) > ENTRY_LIMIT) this.#problem(position, tooLarge(shape));
    else this.#vector(position, shape);
  }

  #vector(position: number, shape: Shape): void {
    this.#codes[position] = UNIT;
    if (shape.length > 0) this.#shapes.set(position, shape);
  }

  #operation(position: number, spec: NodeSpec, operator: Operator): void {
    const settings = this.#settings(position, spec, operator);
    if (!this.#ready(position, spec, operator.name) || !settings) return;
    const first = this.#starts[position];
    const end = this.#starts[position + 1];
    let numbers = operator.scalar !== undefined;
    for (let e = first; e < end && numbers; e++) numbers = !this.#shapes.has(this.#sources[e]);
    if (numbers && settings === NO_SETTINGS) {
      this.#codes[position] = this.#code(
        operator,
        settings,
        this.#sources[first] === this.#sources[end - 1] && end > first + 1,
      );
      return;
    }
    const shapes = Array.from(
      this.#sources.subarray(first, end),
      (source) => this.#shapes.get(source) ?? SCALAR,
    );
    const shape = operator.shape(shapes, settings);
    if (isRefusal(shape)) this.#problem(position, shape);
    else if (sizeOf(shape) > ENTRY_LIMIT) this.#problem(position, tooLarge(shape));
    else if (numbers) this.#codes[position] = this.#code(operator, settings, false);
    else this.#vector(position, shape);
  }

  #settings(position: number, spec: NodeSpec, operator: Operator): Attributes | undefined {
    for (const _ in operator.attributes) {
      const read = readAttributes(operator, spec.attributes);
      if ('code' in read) this.#problem(position, read);
      else {
        this.#attributes.set(position, read.attributes);
        return read.attributes;
      }
      return undefined;
    }
    return NO_SETTINGS;
  }

  /** Whether all operands are wired to nodes that can be evaluated; if not, the problem is noted. */
  #ready(position: number, spec: NodeSpec, called: string): boolean {
    const names = operandsOf(spec);
    const first = this.#starts[position];
    const wired = this.#starts[position + 1] - first;
    let ready = true;
    if (wired < names.length) {
      ready = false;
      for (const operand of names)
        if (sourceOf(spec, operand) === undefined) {
          const message = `The operand ${operand} of ${spec.id} (${called}) has no wire.`;
          this.#problem(position, { code: 'unwired', operand, message });
        }
    }
    if (this.#problems.size === 0) return ready;
    for (let k = 0; k < wired; k++) {
      const source = this.#sources[first + k];
      const upstream = this.#problems.get(source);
      if (!upstream) continue;
      const cause = upstream.find((problem) => problem.cause)?.cause ?? this.#specs[source].id;
      const operand = names.filter((name) => sourceOf(spec, name) !== undefined)[k];
      const message = `${spec.id} is not evaluated because of a problem at ${cause}.`;
      this.#problem(position, { code: 'blocked', operand, message, cause });
      return false;
    }
    return ready;
  }

  #problem(position: number, problem: Problem): void {
    const list = this.#problems.get(position);
    if (list) list.push(problem);
    else this.#problems.set(position, [problem]);
    this.#codes[position] = GIVEN;
  }

  /** The code of an operator between numbers; equal settings share a kernel. */
  #code(operator: Operator, settings: Attributes, same: boolean): number {
    const inline = INLINE.get(operator.name);
    if (inline !== undefined) return inline;
    const key =
      settings === NO_SETTINGS && !same
        ? operator.name
        : `${operator.name} ${same} ${JSON.stringify(settings)}`;
    const known = this.#kernelCodes.get(key);
    if (known !== undefined) return known;
    if (this.#kernels.length === MOST_KERNELS) return UNIT;
    const code = FIRST_KERNEL + this.#kernels.length;
    const form = operator.scalar!;
    this.#kernels.push(form.kernel(settings, this.#profile, same));
    this.#kernelCodes.set(key, code);
    this.#selects[code] = form.selects ? 1 : 0;
    return code;
  }

  /** Opens the inside of a composite node, or notes why that cannot be. */
  #open(level: Level, spec: NodeSpec, place: number): Level | undefined {
    const body = spec.body!;
    const { starts, sources } = level.wiring;
    const first = this.#count;
    const id = level.prefix + spec.id;
    const outside = Array.from(
      sources.subarray(starts[place], starts[place + 1]),
      (source) => level.positions[source],
    );
    const fail = (problems: readonly Problem[]) => {
      level.positions[place] = this.#failedComposite({ ...spec, id }, outside, problems);
      return undefined;
    };
    const refused = this.#probe({ ...spec, id }, outside);
    if (refused) return fail(refused);
    const unfolded = body.unfold(outside.map((source) => this.#shapes.get(source) ?? SCALAR));
    if (isRefusal(unfolded)) return fail([unfolded]);
    const entries = new Map<string, number>();
    const places = new Map<string, number>();
    body.operands.forEach((operand, k) => {
      const entry = this.#append({
        id: `${id}/${operand}`,
        op: 'identity',
        inputs: { x: this.#specs[outside[k]].id },
      });
      this.#wire(outside[k]);
      this.#operation(entry, this.#specs[entry], operatorOf(this.#specs[entry]));
      entries.set(operand, entry);
      places.set(operand, k);
    });
    unfolded.nodes.forEach((node, i) => {
      places.set(node.id, body.operands.length + i);
    });
    const inner = followWires(unfolded.nodes, body.operands.length, (name) => places.get(name) ?? -1);
    const positions = new Int32Array(body.operands.length + unfolded.nodes.length);
    positions.set([...entries.values()]);
    this.#unfolded += unfolded.nodes.length;
    const output = places.get(unfolded.output) ?? -1;
    return {
      ...this.#level(unfolded.nodes, inner, positions, body.operands.length, `${id}/`),
      composite: { spec: { ...spec, id }, place, output, entries, first },
    };
  }

  /** Problems a composite has before its inside is looked at: its operands, or that there is no room left. */
  #probe(spec: NodeSpec, outside: readonly number[]): readonly Problem[] | undefined {
    const position = this.#append(spec);
    for (const source of outside) this.#wire(source);
    this.#ready(position, spec, spec.op);
    if (this.#unfolded > UNFOLDING_LIMIT)
      this.#problem(position, {
        code: 'function',
        message: `${spec.id} would unfold into more than ${formatCount(UNFOLDING_LIMIT)} nodes: use fewer functions within functions.`,
      });
    const problems = this.#problems.get(position);
    this.#truncate(position);
    return problems;
  }

  /** Forgets everything from a position on. */
  #truncate(position: number): void {
    for (let p = position; p < this.#count; p++) {
      this.#problems.delete(p);
      this.#shapes.delete(p);
      this.#attributes.delete(p);
      this.#composites.delete(p);
    }
    this.#edges = this.#starts[position];
    this.#count = position;
    if (this.#own) this.#own.length = position;
  }

  #failedComposite(spec: NodeSpec, outside: readonly number[], problems: readonly Problem[]): number {
    const position = this.#append(spec);
    for (const source of outside) this.#wire(source);
    for (const problem of problems) this.#problem(position, problem);
    return position;
  }

  /** Lays the composite node itself, which passes the output of its inside on. */
  #close(level: Level, { composite, positions }: Level): void {
    const { spec, place, output, entries, first } = composite!;
    const position = this.#append(spec);
    this.#wire(positions[output]);
    const shape = this.#shapes.get(positions[output]);
    if (shape) this.#vector(position, shape);
    else this.#codes[position] = this.#code(operators.get('identity')!, NO_SETTINGS, false);
    this.#composites.set(position, { first, entries });
    level.positions[place] = position;
  }

  /** A node inside cannot be evaluated: then neither can the outermost composite, which tells why. */
  #abandon(levels: Level[], { message }: Problem): void {
    const culprit = this.#specs[this.#count - 1].id;
    const { spec, place, first } = levels[1].composite!;
    levels.length = 1;
    this.#truncate(first);
    const { starts, sources } = levels[0].wiring;
    const outside = Array.from(
      sources.subarray(starts[place], starts[place + 1]),
      (source) => levels[0].positions[source],
    );
    const code = spec.op === 'expression' ? 'expression' : 'function';
    levels[0].positions[place] = this.#failedComposite(spec, outside, [
      { code, message: `${spec.id} cannot be evaluated: inside, at ${culprit}: ${message}` },
    ]);
  }
}

function operatorOf(spec: NodeSpec): Operator {
  const operator = operators.get(spec.op);
  if (!operator) throw new Error(`unknown operator ${spec.op}`);
  return operator;
}

function copied<T extends Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const tooLarge = (shape: Shape): Problem => ({
  code: 'shape',
  message: `The value would be ${describeShape(shape)}: ${formatCount(sizeOf(shape))} entries, more than the limit of ${formatCount(ENTRY_LIMIT)}.`,
});
