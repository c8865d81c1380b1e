/**
 * The quick reading of a file that is right: JSON.parse and one pass over what it found. At the first oddity it gives up without a word, and the
 * careful reading judges: whatever is accepted here is accepted there, with the same document.
 *
 * JSON.parse forgets a member whose key stands twice. So colons are counted: each of the text either belongs to a member or stands in a text,
 * and one that is found nowhere belonged to something that was lost.
 */
import { leftover } from './circles';
import {
  documentAsRead,
  type GraphDocument,
  type GraphFunction,
  ID_PATTERN,
  type JsonObject,
  noteWiring,
} from './graph';
import { CURRENT_VERSION } from './migrations';
import { ColonCount, countColons, isRecord, type JsonRecord } from './quick-json';
import { QuickScope, type Surroundings } from './quick-scope';

/** The document, or nothing when the careful reading has to judge. */
export function readQuickly(text: string, nodeLimit: number): GraphDocument | undefined {
  if (hidesSomething(text) || /\p{Surrogate}/u.test(text)) return undefined;
  const given = parsed(text);
  if (!isRecord(given)) return undefined;
  const colons = new ColonCount();
  const document = graphOf(given, colons, nodeLimit);
  return colons.total === countColons(text) ? document : undefined;
}

/** A colon or half of a surrogate pair may hide in an escape. */
const hidesSomething = (text: string): boolean => text.includes('\\u') && /\\u(?:003a|d)/i.test(text);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function graphOf(given: JsonRecord, colons: ColonCount, nodeLimit: number): GraphDocument | undefined {
  const { format, version, title = '', description = '', nodes, functions = {}, target = null } = given;
  if (format !== 'nabla' || version !== CURRENT_VERSION) return undefined;
  if (typeof title !== 'string' || typeof description !== 'string' || !Array.isArray(nodes)) return undefined;
  const { lesson, view, training } = given;
  if (![lesson, view, training].every((section) => section === undefined || isRecord(section)))
    return undefined;

  const inputs = inputsOf(functions);
  if (!inputs || !areMembersPlain(given, ['nodes', 'functions'], colons, 2)) return undefined;
  const scope = new QuickScope(nodes.length, colons, { inputs: new Set(), functions: inputs, depth: 2 });
  const taken = scope.take(nodes);
  if (!taken || !(target === null || (typeof target === 'string' && scope.has(target)))) return undefined;
  const folded = functionsOf(functions as JsonRecord, colons, inputs);
  if (!folded || nodeCount(nodes, folded) > nodeLimit) return undefined;
  if (scope.wiring) noteWiring(taken, scope.wiring);
  return documentAsRead(taken, {
    title,
    description,
    target,
    functions: folded,
    ...(lesson !== undefined && { lesson: lesson as JsonObject }),
    ...(view !== undefined && { view: view as JsonObject }),
    ...restOf(given, folded.size > 0 ? [...GRAPH_KEYS, 'functions'] : GRAPH_KEYS),
  });
}

const GRAPH_KEYS = ['format', 'version', 'title', 'description', 'nodes', 'target', 'lesson', 'view'];
const FUNCTION_KEYS = ['title', 'inputs', 'nodes', 'output'];

function restOf(given: JsonRecord, known: readonly string[]): { rest?: JsonObject } {
  const entries = Object.entries(given).filter(([key]) => !known.includes(key));
  return entries.length === 0 ? {} : { rest: Object.fromEntries(entries) as JsonObject };
}

/** Counts the members of an object, whose values have to be plain but where another part of the reading looks at them. */
function areMembersPlain(
  given: JsonRecord,
  elsewhere: readonly string[],
  colons: ColonCount,
  depth: number,
): boolean {
  for (const key in given)
    if (!colons.isPlainMember(key, elsewhere.includes(key) ? null : given[key], depth)) return false;
  return true;
}

const nodeCount = (nodes: readonly unknown[], functions: ReadonlyMap<string, GraphFunction>): number =>
  [...functions.values()].reduce((count, { nodes: inside }) => count + inside.size, nodes.length);

/** The inputs of every function; nothing when a name or an input is odd. */
function inputsOf(functions: unknown): Surroundings['functions'] | undefined {
  if (!isRecord(functions)) return undefined;
  const all = new Map<string, ReadonlySet<string>>();
  for (const [name, given] of Object.entries(functions)) {
    if (!ID_PATTERN.test(name) || !isRecord(given) || !Array.isArray(given.inputs)) return undefined;
    const inputs = new Set<string>(given.inputs);
    if (inputs.size < given.inputs.length) return undefined;
    for (const input of inputs) if (typeof input !== 'string' || !ID_PATTERN.test(input)) return undefined;
    all.set(name, inputs);
  }
  return all;
}

function functionsOf(
  given: JsonRecord,
  colons: ColonCount,
  inputs: Surroundings['functions'],
): ReadonlyMap<string, GraphFunction> | undefined {
  const names = [...inputs.keys()];
  const places = new Map(names.map((name, i) => [name, i]));
  const functions = new Map<string, GraphFunction>();
  const from: number[] = [];
  const to: number[] = [];
  for (const [i, name] of names.entries()) {
    const { used, folded } = functionOf(given[name] as JsonRecord, colons, inputs, inputs.get(name)!);
    if (!folded) return undefined;
    colons.total++;
    functions.set(name, folded);
    for (const place of used.flatMap((other) => places.get(other) ?? [])) {
      from.push(i);
      to.push(place);
    }
  }
  return leftover({ count: names.length, from, to }) ? undefined : functions;
}

function functionOf(
  given: JsonRecord,
  colons: ColonCount,
  functions: Surroundings['functions'],
  inputs: ReadonlySet<string>,
): { used: readonly string[]; folded?: GraphFunction } {
  const { title, nodes, output } = given;
  if (!Array.isArray(nodes) || typeof output !== 'string') return { used: [] };
  if (title !== undefined && typeof title !== 'string') return { used: [] };
  const scope = new QuickScope(nodes.length, colons, { inputs, functions, depth: 4 });
  const taken = scope.take(nodes);
  if (!taken || !scope.has(output) || !areMembersPlain(given, ['nodes'], colons, 4)) return { used: [] };
  return {
    used: scope.used,
    folded: {
      ...(title !== undefined && { title }),
      inputs: [...inputs],
      nodes: new Map(taken.map((node, rank) => [node.id, { ...node, rank }])),
      output,
      ...restOf(given, FUNCTION_KEYS),
    },
  };
}
