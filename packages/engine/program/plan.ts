/**
 * The plan of a program: which nodes are computed, in which order, by what, and which of them cannot be.
 *
 * Composite nodes are unfolded into the nodes they stand for, so that everything after the plan knows operators only. The node f with the
 * operand a becomes: `f/a`, which passes the operand on; the nodes inside, `f/…`; and f itself, which passes their output on.
 */
import { type Attributes, isRefusal, type Kernel, type Profile } from '../operator';
import { formatCount, type Shape } from '../shape';
import { PlanBuilder, type Problem } from './plan-builder';
import type { NodeSpec } from './spec';
import { followWires, topologicalOrder, type Wiring, wiringOf } from './wiring';

/** A composite node and the positions it unfolded into, from `first` up to its own. */
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
  /** By code: whether a slope may say that the branch is not taken, by `isTaken`. */
  readonly selects: Uint8Array;
  /** Shapes of what is no number. */
  readonly shapes: ReadonlyMap<number, Shape>;
  /** Settings with their defaults, of operators that have any. */
  readonly attributes: ReadonlyMap<number, Attributes>;
  readonly problems: ReadonlyMap<number, readonly Problem[]>;
  readonly composites: ReadonlyMap<number, Composite>;
  /** Of a node inside of composites: the id of the outermost. */
  readonly owners: ReadonlyMap<number, string>;
}

/** Nodes that all composites together may unfold into. */
const UNFOLDING_LIMIT = 100_000;

/** Lays out a graph whose structure is right; what an unfinished one lacks is told as problems of its nodes. */
export function planOf(given: readonly NodeSpec[], profile: Profile, known?: Wiring): Plan {
  const wiring = known ?? wiringOf(given);
  const order = topologicalOrder(wiring);
  const inOrder = order.every((place, i) => place === i) && !given.some(({ body }) => body);
  const builder = new PlanBuilder(given.length, wiring.sources.length, profile, inOrder ? given : undefined);
  return new Planner(builder).lay(given, wiring, order);
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
  /** Before the names of the nodes. */
  readonly prefix: string;
  /** Absent at the graph itself. */
  readonly folded?: Folded;
}

/** A composite node whose inside is being laid. */
interface Folded {
  readonly spec: NodeSpec;
  readonly place: number;
  readonly first: number;
  readonly entries: ReadonlyMap<string, number>;
  /** Place of the output inside. */
  readonly output: number;
  /** Nodes that composites had unfolded into before. */
  readonly unfolded: number;
}

class Planner {
  readonly #builder: PlanBuilder;
  readonly #composites = new Map<number, Composite>();
  readonly #owners = new Map<number, string>();
  #unfolded = 0;

  constructor(builder: PlanBuilder) {
    this.#builder = builder;
  }

  /** Lays a graph with everything inside its composite nodes; the levels are a stack of our own, since functions may nest deeply. */
  lay(specs: readonly NodeSpec[], wiring: Wiring, order: Int32Array): Plan {
    const positions = new Int32Array(specs.length);
    const levels: Level[] = [{ specs, wiring, order, next: 0, positions, operandCount: 0, prefix: '' }];
    while (levels.length > 0) {
      const level = levels[levels.length - 1];
      if (level.next < level.order.length) this.#step(levels, level);
      else {
        levels.pop();
        if (level.folded) this.#close(levels, level.folded, level.positions);
      }
    }
    const laid = this.#builder;
    return {
      specs: laid.specs,
      codes: laid.codes,
      starts: laid.starts,
      sources: laid.sources,
      kernels: laid.kernels,
      selects: laid.selects,
      shapes: laid.shapes,
      attributes: laid.attributes,
      problems: laid.problems,
      composites: this.#composites,
      owners: this.#owners,
    };
  }

  #step(levels: Level[], level: Level): void {
    const place = level.order[level.next++];
    if (place < level.operandCount) return;
    const given = level.specs[place - level.operandCount];
    const spec = level.prefix === '' ? given : { ...given, id: level.prefix + given.id };
    if (spec.body) {
      const opened = this.#open(levels, spec, place, sourcesAt(level, place));
      if (opened) {
        levels.push(opened);
        return;
      }
    } else level.positions[place] = this.#owned(levels, this.#builder.node(spec, level, place));
    const failed = levels.length > 1 && this.#builder.problems.get(level.positions[place]);
    if (failed) this.#abandon(levels, spec.id, failed[0]);
  }

  #owned(levels: readonly Level[], position: number): number {
    if (levels.length > 1) this.#owners.set(position, levels[1].folded!.spec.id);
    return position;
  }

  /** Opens the inside of a composite node, or notes why that cannot be. */
  #open(levels: Level[], spec: NodeSpec, place: number, sources: Int32Array): Level | undefined {
    const builder = this.#builder;
    const body = spec.body!;
    const refuse = (problems: readonly Problem[]) => {
      const position = builder.failed(spec, sources, problems);
      levels[levels.length - 1].positions[place] = this.#owned(levels, position);
      return undefined;
    };
    const problems = builder.wireProblems(spec, sources);
    if (problems.length > 0) return refuse(problems);
    const inside = body.unfold(Array.from(sources, (source) => builder.shapeAt(source)));
    if (isRefusal(inside)) return refuse([inside]);
    if (this.#unfolded + inside.nodes.length > UNFOLDING_LIMIT) return refuse([tooManyInside(spec.id)]);

    const places = new Map<string, number>();
    for (const name of [...body.operands, ...inside.nodes.map(({ id }) => id)]) places.set(name, places.size);
    const output = places.get(inside.output);
    if (output === undefined)
      throw new Error(`${spec.id} has no node ${inside.output} inside for its output`);
    const first = builder.count;
    const folded = {
      spec,
      place,
      first,
      output,
      unfolded: this.#unfolded,
      entries: new Map<string, number>(),
    };
    const positions = new Int32Array(places.size);
    body.operands.forEach((operand, k) => {
      const id = `${spec.id}/${operand}`;
      const inputs = { x: builder.specs[sources[k]].id };
      positions[k] = builder.alias({ id, op: 'identity', inputs }, sources[k]);
      this.#owners.set(positions[k], levels.length > 1 ? levels[1].folded!.spec.id : spec.id);
      folded.entries.set(operand, positions[k]);
    });
    this.#unfolded += inside.nodes.length;
    const wiring = followWires(inside.nodes, body.operands.length, (name) => places.get(name) ?? -1);
    return {
      specs: inside.nodes,
      wiring,
      order: topologicalOrder(wiring),
      next: 0,
      positions,
      operandCount: body.operands.length,
      prefix: `${spec.id}/`,
      folded,
    };
  }

  /** Lays the composite node itself, which passes the output of its inside on. */
  #close(levels: Level[], folded: Folded, inside: Int32Array): void {
    const position = this.#builder.alias(folded.spec, inside[folded.output]);
    this.#composites.set(position, { first: folded.first, entries: folded.entries });
    levels[levels.length - 1].positions[folded.place] = this.#owned(levels, position);
  }

  /** A node inside cannot be evaluated: then neither can the outermost composite, which tells why. */
  #abandon(levels: Level[], culprit: string, { message }: Problem): void {
    const { spec, place, first, unfolded } = levels[1].folded!;
    for (let p = first; p < this.#builder.count; p++) {
      this.#composites.delete(p);
      this.#owners.delete(p);
    }
    this.#builder.truncate(first);
    this.#unfolded = unfolded;
    levels.length = 1;
    const code = spec.op === 'expression' ? 'expression' : 'function';
    levels[0].positions[place] = this.#builder.failed(spec, sourcesAt(levels[0], place), [
      { code, message: `${spec.id} cannot be evaluated: inside, at ${culprit}: ${message}` },
    ]);
  }
}

/** Positions of the operands of the node at a place. */
const sourcesAt = ({ wiring: { starts, sources }, positions }: Level, place: number): Int32Array =>
  sources.subarray(starts[place], starts[place + 1]).map((source) => positions[source]);

const tooManyInside = (id: string): Problem => ({
  code: 'function',
  message: `${id} would unfold into more than ${formatCount(UNFOLDING_LIMIT)} nodes: use fewer functions within functions.`,
});
