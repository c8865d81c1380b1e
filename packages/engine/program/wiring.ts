/**
 * The wires of a list of nodes as flat arrays, and an order in which every node stands after its operands.
 */
import { type Operands, operandNames } from '../operator';
import { operators } from '../operators/registry';
import { IdIndex } from './id-index';
import type { NodeSpec } from './spec';

/** Nodes are counted by place: first the operands of the surrounding function (if any), then the list. */
export interface Wiring {
  /** The edges of the node at place p are starts[p] … starts[p + 1] − 1, one for each operand that has a wire. */
  readonly starts: Int32Array;
  /** Edge → place of the node it comes from. */
  readonly sources: Int32Array;
}

const NONE: readonly string[] = [];

/** The operand names of a node, in order. */
export function operandsOf(spec: NodeSpec): readonly string[] {
  if (spec.body) return spec.body.operands;
  const operator = operators.get(spec.op);
  return operator ? namesOf(operator.operands, spec) : NONE;
}

function namesOf(operands: Operands, { inputs }: NodeSpec): readonly string[] {
  return 'numbered' in operands ? operandNames(operands, Object.keys(inputs ?? {})) : operands;
}

/** The id of the node wired to an operand, if one is. */
export function sourceOf({ inputs }: NodeSpec, operand: string): string | undefined {
  return inputs !== undefined && Object.hasOwn(inputs, operand) ? inputs[operand] : undefined;
}

/** Where the wires of a graph lead. Two nodes of one id, or a wire to nobody, are bugs of the caller, and throw. */
export function wiringOf(specs: readonly NodeSpec[]): Wiring {
  const index = new IdIndex(specs);
  return followWires(specs, 0, (id) => index.placeOf(id));
}

/** As {@link wiringOf}, also inside of a function, whose operands are counted first. `placeOf` gives −1 for an id that nobody has. */
export function followWires(
  specs: readonly NodeSpec[],
  operandCount: number,
  placeOf: (id: string) => number,
): Wiring {
  const starts = new Int32Array(operandCount + specs.length + 1);
  let sources = new Int32Array(2 * specs.length + 2);
  let edges = 0;
  for (let i = 0; i < specs.length; i++) {
    const spec = specs[i];
    starts[operandCount + i] = edges;
    if (spec.inputs === undefined) continue;
    const names = operandsOf(spec);
    if (edges + names.length > sources.length) sources = grown(sources, edges + names.length);
    for (const operand of names) {
      const id = sourceOf(spec, operand);
      if (id === undefined) continue;
      const place = placeOf(id);
      if (place < 0) throw new Error(`${spec.id}.${operand} is wired to ${id}, which does not exist`);
      sources[edges++] = place;
    }
  }
  starts[operandCount + specs.length] = edges;
  return { starts, sources: sources.subarray(0, edges) };
}

function grown(list: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, 2 * list.length));
  larger.set(list);
  return larger;
}

/**
 * Places in topological order: as they stand where that is one already, else each node after the operands it still waits for (depth first, with
 * a stack of our own). Throws when the wires go round in a circle.
 */
export function topologicalOrder({ starts, sources }: Wiring): Int32Array {
  const count = starts.length - 1;
  const order = new Int32Array(count);
  const next = starts.slice(0, count);
  const [NEW, OPEN, DONE] = [0, 1, 2];
  const state = new Uint8Array(count);
  const stack: number[] = [];
  let emitted = 0;
  for (let first = 0; first < count; first++) {
    if (state[first] !== NEW) continue;
    stack.push(first);
    while (stack.length > 0) {
      const place = stack[stack.length - 1];
      state[place] = OPEN;
      while (next[place] < starts[place + 1] && state[sources[next[place]]] === DONE) next[place]++;
      if (next[place] === starts[place + 1]) {
        state[place] = DONE;
        order[emitted++] = place;
        stack.pop();
        continue;
      }
      const source = sources[next[place]];
      if (state[source] === OPEN) throw new Error('the wires go round in a circle');
      stack.push(source);
    }
  }
  return order;
}
