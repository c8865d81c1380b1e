/**
 * What can be understood of a damaged file: everything but what is wrong, and a list of that. The result is a new graph; the file stays as it is.
 */
import { jsonrepair } from 'jsonrepair';
import type { ReadLimits } from './careful';
import type { GraphDocument } from './graph';
import { parseJson } from './json';
import { CURRENT_VERSION } from './migrations';
import type { FileProblem } from './problem';
import { readText } from './read';

/** What was done about a problem. */
export type Mending = 'mended' | 'omitted' | 'zeroed' | 'renamed' | 'completed';

export interface Repair extends FileProblem {
  readonly mending: Mending;
}

interface Repaired {
  readonly document: GraphDocument;
  /** In the order in which they were made; places are those of the damaged file, as far as its text could be read. */
  readonly repairs: readonly Repair[];
}

type Thing = Record<string, unknown>;
type Key = string | number;

/** Repairs make others necessary: a node that goes takes its wires with it. */
const MOST_ROUNDS = 40;

/** The graph that is left of a file that is refused; undefined where nothing is left, or the file is not damaged but newer than we are. */
export function repair(text: string, limits: ReadLimits): Repaired | undefined {
  const read = rawValue(text);
  if (!isThing(read?.value) || !Array.isArray(read.value.nodes)) return undefined;
  const { value } = read;
  const repairs: Repair[] = [...read.repairs];
  number(value);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const outcome = readText(JSON.stringify(value), limits);
    if ('document' in outcome) {
      const nothing =
        outcome.document.nodes.size === 0 && repairs.some(({ place }) => place.startsWith('nodes['));
      return nothing || repairs.length === 0 ? undefined : { document: outcome.document, repairs };
    }
    const before = repairs.length;
    for (const problem of outcome.problems) {
      const mending = mend(value, keysOf(problem.place));
      if (mending)
        repairs.push({ place: placeInFile(value, problem.place), message: problem.message, mending });
    }
    if (repairs.length === before) return undefined;
    compact(value);
  }
  return undefined;
}

/** What the text says, where need be with its brackets closed, its quotes and commas put right. */
function rawValue(text: string): { value: unknown; repairs: Repair[] } | undefined {
  const { value, problems } = parseJson(text);
  const repairs = problems.map((problem): Repair => ({ ...problem, mending: 'mended' }));
  if (value !== undefined && problems.length === 0) return { value, repairs };
  try {
    return { value: JSON.parse(jsonrepair(text)), repairs };
  } catch {
    return undefined;
  }
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a node stood in the file, before others were left out. */
const NUMBER = Symbol('number');
/** What is to be left out at the end of a round: until then places stay what they are. */
const GONE = Symbol('gone');

function number(value: Thing): void {
  (value.nodes as unknown[]).forEach((node, k) => {
    if (isThing(node)) Object.assign(node, { [NUMBER]: k });
  });
}

/** "nodes[3].inputs.A" as its keys. */
function keysOf(place: string): Key[] {
  if (place === '$') return [];
  return [...place.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.?([A-Za-z_$][\w$]*)/g)].map(
    ([, index, quoted, name]) =>
      index !== undefined ? Number(index) : quoted !== undefined ? (JSON.parse(quoted) as string) : name,
  );
}

/** The same place with the number that the node had in the file. */
function placeInFile({ nodes }: Thing, place: string): string {
  return place.replace(/^nodes\[(\d+)\]/, (whole, k) => {
    const was = (nodes as (Thing & { [NUMBER]?: number })[])[Number(k)]?.[NUMBER];
    return was === undefined ? whole : `nodes[${was}]`;
  });
}

function mend(value: Thing, keys: readonly Key[]): Mending | undefined {
  const [first, second] = keys;
  if (first === 'format') {
    value.format = 'nabla';
    return 'completed';
  }
  if (first === 'version') {
    // A later version is for a later Nabla.
    if (Number.isInteger(value.version) && (value.version as number) > CURRENT_VERSION) return undefined;
    value.version = CURRENT_VERSION;
    return 'completed';
  }
  if (first === 'nodes' && typeof second === 'number')
    return mendNode(value.nodes as unknown[], keys.slice(1));
  if (first === 'functions' && keys.length > 1 && isThing(value.functions))
    return leaveOut(value.functions, keys.slice(1, 2));
  return first === undefined || first === 'nodes' ? undefined : leaveOut(value, [first]);
}

/** Everything without which a node is none. */
const NEEDED: readonly unknown[] = ['id', 'op'];

function mendNode(nodes: unknown[], [index, part, ...rest]: readonly Key[]): Mending | undefined {
  const node = nodes[index as number];
  if (node === GONE) return undefined;
  if (!isThing(node)) return leaveOut(nodes, [index]);
  if (part === 'value' && 'value' in node) {
    node.value = 0;
    return 'zeroed';
  }
  if (part === 'id' && typeof node.id === 'string' && stands(nodes, node.id) > 1) {
    node.id = fresh(nodes, node.id);
    return 'renamed';
  }
  // A circle is told of a node: its wires go, and it stays.
  if (part === undefined && isThing(node.inputs)) return leaveOut(node, ['inputs']);
  if (part === undefined || NEEDED.includes(part)) return leaveOut(nodes, [index]);
  return leaveOut(node, [part, ...rest]) ?? leaveOut(nodes, [index]);
}

const stands = (nodes: readonly unknown[], id: string): number =>
  nodes.filter((node) => isThing(node) && node.id === id).length;

function fresh(nodes: readonly unknown[], id: string): string {
  for (let k = 2; ; k++) {
    const name = `${id.slice(0, 58)}_${k}`;
    if (stands(nodes, name) === 0) return name;
  }
}

/** Leaves out the deepest thing on the way that is there and is not the whole. */
function leaveOut(whole: Thing | unknown[], keys: readonly Key[]): Mending | undefined {
  const [key, ...rest] = keys;
  const container = whole as Thing;
  if (!Object.hasOwn(container, key) || container[key] === GONE) return undefined;
  const inner = container[key];
  // Lists of numbers are whole or not at all.
  if (rest.length > 0 && isThing(inner) && leaveOut(inner, rest)) return 'omitted';
  if (Array.isArray(whole)) container[key] = GONE;
  else delete container[key];
  return 'omitted';
}

function compact(value: Thing): void {
  value.nodes = (value.nodes as unknown[]).filter((node) => node !== GONE);
}
