/**
 * Random documents with everything a file may hold: leaves, operators, formulas, functions, unknown keys. The same seed gives the same document.
 */
import { LEAVES, type NestedValue, operators } from '#engine';
import type { GraphDocument, GraphFunction, GraphNode, JsonObject } from '../index';

/** Numbers in [0, 1), by Marsaglia's xorshift. */
export function generator(seed: number): () => number {
  let state = (seed + 1) * 2654435761;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

const below = (random: Random, n: number) => Math.floor(random() * n);
const choose = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)];
const listOf = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const PIECES = [
  'a',
  'Z',
  '7',
  '_',
  ' ',
  ':',
  '"',
  '\\',
  '\\u003a',
  '\n',
  '\u0007',
  '\u007f',
  'é',
  '∂',
  '😀',
  '\u2028',
];
const text = (random: Random) => listOf(below(random, 6), () => choose(random, PIECES)).join('');

const NUMBERS = [0, -0, 1, -2.5, 5e-324, Number.MAX_VALUE, 0.1, 2 ** 53, 1e21, 1e-7];
const number = (random: Random) => (random() < 0.5 ? choose(random, NUMBERS) : (random() - 0.5) * 1e3);

function value(random: Random): NestedValue {
  const row = (length: number) => listOf(length, () => number(random));
  const [rows, columns] = [1 + below(random, 3), 1 + below(random, 3)];
  return choose(random, [() => number(random), () => row(rows), () => listOf(rows, () => row(columns))])();
}

function json(random: Random, depth: number): unknown {
  const kind = below(random, depth > 3 ? 3 : 5);
  if (kind === 0) return choose(random, [null, true, false]);
  if (kind === 1) return number(random);
  if (kind === 2) return text(random);
  const entries = listOf(below(random, 3), (i) => [`${text(random)}${i}`, json(random, depth + 1)] as const);
  return kind === 3 ? entries.map(([, entry]) => entry) : Object.fromEntries(entries);
}

const unknownKeys = (random: Random): JsonObject =>
  Object.fromEntries(
    listOf(1 + below(random, 2), (i) => [`x_${text(random)}${i}`, json(random, 0)]),
  ) as JsonObject;

const NAMES = [
  'x',
  'y',
  'W',
  'a1',
  'b_2',
  'constructor',
  'toString',
  'valueOf',
  'f',
  'alpha',
  'very_long_name_of_a_node',
];

function namesOf(random: Random, most: number): string[] {
  const left = [...NAMES];
  return listOf(below(random, most + 1), () => left.splice(below(random, left.length), 1)[0]);
}

type Functions = ReadonlyMap<string, GraphFunction>;

/** A node that is wired to some of the given sources. */
function node(random: Random, id: string, sources: readonly string[], functions: Functions, rank: number) {
  const maybe = (members: object) => (random() < 0.25 ? members : {});
  const wires = (operands: readonly string[]) =>
    Object.fromEntries(operands.map((operand) => [operand, choose(random, sources)]));
  const kind = sources.length === 0 ? 0 : below(random, 5);
  const own = (): object => {
    if (kind === 0) return { op: choose(random, LEAVES), value: value(random) };
    if (kind === 1)
      return { op: 'expression', expression: text(random), ...maybe({ inputs: wires(['valueOf', 'b']) }) };
    if (kind === 2) {
      const used = choose(random, [...functions.keys(), 'missing']);
      const operands = functions.get(used)?.inputs ?? ['z', 'a'];
      return { op: 'function', function: used, inputs: operands.length > 0 ? wires(operands) : undefined };
    }
    const operator = choose(random, [...operators.values()]);
    const { operands } = operator;
    const settings = Object.keys(operator.attributes).map((name) => [name, json(random, 2)]);
    return {
      op: operator.name,
      inputs: wires('numbered' in operands ? ['x1', 'x3'] : operands),
      ...(settings.length > 0 && maybe({ attributes: Object.fromEntries(settings) })),
    };
  };
  const made = {
    id,
    ...own(),
    ...maybe({ label: text(random) }),
    ...maybe({ note: text(random) }),
    ...maybe({ position: [number(random), number(random)] }),
    ...maybe({ rest: unknownKeys(random) }),
    rank,
  };
  return made as unknown as GraphNode;
}

function nodes(random: Random, ids: readonly string[], inputs: readonly string[], functions: Functions) {
  const made = ids.map((id, i) => node(random, id, [...inputs, ...ids.slice(0, i)], functions, i));
  return new Map(made.map((each) => [each.id, each]));
}

export function randomDocument(seed: number): GraphDocument {
  const random = generator(seed);
  const functions = new Map<string, GraphFunction>();
  for (const name of random() < 0.5 ? namesOf(random, 3) : []) {
    const ids = ['out', ...namesOf(random, 5)];
    const inputs = ids.splice(1, below(random, 3));
    functions.set(name, {
      ...(random() < 0.3 && { title: text(random) }),
      inputs,
      nodes: nodes(random, ids, inputs, functions),
      output: choose(random, [...inputs, ...ids]),
      ...(random() < 0.3 && { rest: unknownKeys(random) }),
    });
  }
  const ids = namesOf(random, 6);
  return {
    title: text(random),
    description: text(random),
    nodes: nodes(random, ids, [], functions),
    functions,
    target: ids[0] ?? null,
    ...(random() < 0.2 && { lesson: unknownKeys(random) }),
    ...(random() < 0.2 && { rest: { ...unknownKeys(random), training: unknownKeys(random) } }),
  };
}
