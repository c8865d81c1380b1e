/**
 * Seeded random graphs of add, multiply, sin, tanh and exp on numbers, in which every node is upstream of the last.
 *
 * Operands lie anywhere among the earlier nodes, so that memory is read as a real graph reads it. Nodes that nobody uses yet wait in a pool;
 * once a twentieth of the graph waits there, every new node takes its first operand from it, which keeps a node some twenty steps from the
 * next: deep enough to be a graph, and shallow enough that gradients neither vanish nor overflow. What is left waiting is added up in pairs.
 */
import { seeded } from '../../packages/engine/test/graphs';

export const OPERATORS = ['variable', 'add', 'multiply', 'sin', 'tanh', 'exp'] as const;
const [, ADD, MULTIPLY, SIN, TANH] = OPERATORS.map((_, code) => code);

export interface ScalarGraph {
  /** The operator of each node as its place in {@link OPERATORS}; the last node is the target. */
  readonly codes: Uint8Array;
  /** The first operand of each node, by place; 0 for variables. */
  readonly first: Int32Array;
  /** The second, or −1. */
  readonly second: Int32Array;
  /** Of the variables, which come first. */
  readonly inputs: Float64Array;
}

const LARGEST = 8;

export function randomGraph(size: number, inputCount: number, seed: number): ScalarGraph {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const graph = {
    codes: new Uint8Array(size),
    first: new Int32Array(size),
    second: new Int32Array(size).fill(-1),
    inputs: Float64Array.from({ length: inputCount }, () => 4 * random() - 2),
  };
  const values = new Float64Array(size);
  values.set(graph.inputs);
  const pool = createPool(size);
  for (let i = 0; i < inputCount; i++) pool.add(i);
  const poolSize = Math.max(inputCount, size / 20);

  let node = inputCount;
  const append = (code: number, a: number, b: number) => {
    pool.remove(a);
    pool.remove(b);
    graph.codes[node] = code;
    graph.first[node] = a;
    if (code === ADD || code === MULTIPLY) graph.second[node] = b;
    values[node] = apply(code, values[a], values[b]);
    pool.add(node++);
  };
  while (node + pool.members.length - 1 < size) {
    const waiting = pool.members.length;
    const grows = waiting < poolSize && node + waiting < size;
    const a = grows ? below(node) : pool.members[below(waiting)];
    const drawn = 1 + below(5);
    const binary = drawn === ADD || drawn === MULTIPLY;
    const b = binary ? below(node) : a;
    const tame = Math.abs(apply(drawn, values[a], values[b])) <= LARGEST;
    if (tame) append(drawn, a, b);
    else append(random() < 0.5 ? SIN : TANH, a, a);
  }
  const waiting = [...pool.members];
  for (let k = 0; k + 1 < waiting.length; k += 2) {
    waiting.push(node);
    append(ADD, waiting[k], waiting[k + 1]);
  }
  return graph;
}

function apply(code: number, a: number, b: number): number {
  if (code === ADD) return a + b;
  if (code === MULTIPLY) return a * b;
  if (code === SIN) return Math.sin(a);
  return code === TANH ? Math.tanh(a) : Math.exp(a);
}

/** A set of places that can be drawn from at random. */
function createPool(size: number) {
  const members: number[] = [];
  const places = new Int32Array(size).fill(-1);
  return {
    members: members as readonly number[],
    add(member: number) {
      places[member] = members.length;
      members.push(member);
    },
    remove(member: number) {
      const place = places[member];
      if (place < 0) return;
      const last = members.pop()!;
      if (last !== member) {
        members[place] = last;
        places[last] = place;
      }
      places[member] = -1;
    },
  };
}

export const idOf = (node: number) => `n${node}`;

type ScalarSpec =
  | { readonly id: string; readonly op: string; readonly value: number }
  | { readonly id: string; readonly op: string; readonly inputs: Readonly<Record<string, string>> };

/** The nodes as a document has them. */
export function specsOf({ codes, first, second, inputs }: ScalarGraph): ScalarSpec[] {
  return Array.from(codes, (code, node): ScalarSpec => {
    const [id, op] = [idOf(node), OPERATORS[code]];
    if (node < inputs.length) return { id, op, value: inputs[node] };
    const a = idOf(first[node]);
    return { id, op, inputs: second[node] < 0 ? { x: a } : { a, b: idOf(second[node]) } };
  });
}
