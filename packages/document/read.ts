/**
 * From bytes to a document, or to all the reasons why not.
 */
import { formatCount, LEAVES, type NestedValue } from '#engine';
import type { GraphDocument, GraphNode, Json, JsonObject, Position } from './graph';
import { locate, parseJson } from './json';
import { CURRENT_VERSION, migrate } from './migrations';
import {
  describeJson,
  type FileProblem,
  firstOf,
  type Path,
  type PathProblem,
  PROBLEM_LIMIT,
} from './problem';
import { graphSchema, nodeSchema, type RawGraph, type RawNode } from './schema';
import { structureProblems } from './structure';

export type ReadOutcome =
  | { readonly document: GraphDocument }
  | { readonly problems: readonly FileProblem[] };

export interface ReadLimits {
  readonly bytes: number;
  readonly nodes: number;
  /** Completes the refusal of a larger file. */
  readonly remedy: string;
}

const MIB = 1 << 20;

export const EDITOR_LIMITS: ReadLimits = {
  bytes: 16 * MIB,
  nodes: 5_000,
  remedy: 'Run it from a terminal instead: npx nabla eval FILE.',
};

export const COMMAND_LINE_LIMITS: ReadLimits = {
  bytes: 256 * MIB,
  nodes: Number.POSITIVE_INFINITY,
  remedy: 'Split the graph into smaller files.',
};

const refused = (problem: FileProblem): ReadOutcome => ({ problems: [problem] });

/** Reads the bytes of a `.nabla` file. */
export function readBytes(bytes: Uint8Array, limits: ReadLimits): ReadOutcome {
  if (bytes.length > limits.bytes)
    return refused({
      place: '$',
      message: `the file has ${formatCount(bytes.length)} bytes, more than the limit of ${limits.bytes / MIB} MiB. ${limits.remedy}`,
    });
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = brokenByte(bytes, text);
  if (broken !== undefined)
    return refused({
      place: '$',
      message: `not a text file in UTF-8: the byte 0x${bytes[broken].toString(16).padStart(2, '0')} at offset ${broken} does not belong there.`,
    });
  return readText(text, limits);
}

/** The offset of the first byte that is not UTF-8: it decodes to U+FFFD without being one. */
function brokenByte(bytes: Uint8Array, text: string): number | undefined {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let offset = bom;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', from)) {
    offset += new TextEncoder().encode(text.slice(from, at)).length;
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset;
    offset += 3;
    from = at + 1;
  }
  return undefined;
}

/** Reads the text of a `.nabla` file. */
export function readText(source: string, limits: ReadLimits): ReadOutcome {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  const json = parseJson(text);
  if (json.value === undefined) return { problems: json.problems };
  const checked = check(json.value, limits);
  if ('raw' in checked && json.problems.length === 0) return { document: toDocument(checked.raw) };
  const placed = 'raw' in checked ? [] : locate(text, checked.problems);
  return { problems: [...json.problems, ...placed].slice(0, PROBLEM_LIMIT) };
}

function check(value: unknown, limits: ReadLimits): { raw: RawGraph } | { problems: PathProblem[] } {
  const version = versionProblem(value);
  if (version) return { problems: [version] };
  const migrated = migrate(value as Record<string, unknown>);
  const parsed = graphSchema.safeParse(migrated);
  if (!parsed.success) {
    const form = parsed.error.issues.slice(0, PROBLEM_LIMIT).map(({ path, message }) => ({
      path: path as Path,
      message: `${message}, found ${describeJson(valueAt(migrated, path as Path))}.`,
    }));
    return { problems: [...form, ...firstOf(structureProblems(readable(migrated)), PROBLEM_LIMIT)] };
  }
  const raw = parsed.data;
  if (raw.nodes.length > limits.nodes)
    return {
      problems: [
        {
          path: ['nodes'],
          message: `the graph has ${formatCount(raw.nodes.length)} nodes, more than the limit of ${formatCount(limits.nodes)}. ${limits.remedy}`,
        },
      ],
    };
  const problems = firstOf(structureProblems(raw), PROBLEM_LIMIT);
  return problems.length > 0 ? { problems } : { raw };
}

/** What can be judged of a graph whose form is wrong: a node that is not well formed stands as a leaf, so that wires to it still lead somewhere. */
function readable({ nodes, target }: Record<string, unknown>): Pick<RawGraph, 'nodes' | 'target'> {
  const given: unknown[] = Array.isArray(nodes) ? nodes : [];
  return {
    nodes: given.map((node, i) => {
      const { success, data } = nodeSchema.safeParse(node);
      if (success) return data;
      const id = valueAt(node, ['id']);
      return { id: typeof id === 'string' ? id : `nodes[${i}]`, op: LEAVES[0], value: 0 };
    }),
    target: typeof target === 'string' ? target : null,
  };
}

/** A file that is no graph, or of a version that cannot be read, is told so and nothing else. */
function versionProblem(value: unknown): PathProblem | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return {
      path: [],
      message: `expected a graph: an object with format, version and nodes, found ${describeJson(value)}.`,
    };
  const { format, version } = value as Record<string, unknown>;
  if (format !== 'nabla')
    return {
      path: ['format'],
      message: `not a Nabla graph: expected "nabla", found ${describeJson(format)}.`,
    };
  if (!Number.isInteger(version) || (version as number) < 1)
    return {
      path: ['version'],
      message: `expected a whole number ≥ 1 (this Nabla reads up to ${CURRENT_VERSION}), found ${describeJson(version)}.`,
    };
  if ((version as number) > CURRENT_VERSION)
    return {
      path: ['version'],
      message: `the file is of version ${version}, newer than version ${CURRENT_VERSION}, which this Nabla reads. Get a newer Nabla to open it.`,
    };
  return undefined;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, part)
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    root,
  );
}

const NODE_KEYS = new Set(['id', 'op', 'label', 'value', 'inputs', 'attributes', 'position', 'note']);
const GRAPH_KEYS = new Set([
  'format',
  'version',
  'title',
  'description',
  'nodes',
  'target',
  'lesson',
  'view',
]);

/** The keys this version does not know. */
function restOf(raw: Record<string, unknown>, known: ReadonlySet<string>): { rest?: JsonObject } {
  const entries = Object.entries(raw).filter(([key, value]) => !known.has(key) && value !== undefined);
  return entries.length === 0 ? {} : { rest: Object.fromEntries(entries) as JsonObject };
}

function toDocument(raw: RawGraph): GraphDocument {
  return {
    title: raw.title,
    description: raw.description,
    nodes: new Map(raw.nodes.map((node, rank) => [node.id, toNode(node, rank)])),
    target: raw.target,
    ...(raw.lesson && { lesson: raw.lesson as { [key: string]: Json } }),
    ...(raw.view && { view: raw.view as { [key: string]: Json } }),
    ...restOf(raw, GRAPH_KEYS),
  };
}

function toNode(raw: RawNode, rank: number): GraphNode {
  return {
    id: raw.id,
    ...(raw.label !== undefined && { label: raw.label }),
    op: raw.op,
    ...(raw.value !== undefined && { value: raw.value as NestedValue }),
    ...(raw.inputs && { inputs: raw.inputs }),
    ...(raw.attributes && { attributes: raw.attributes }),
    ...(raw.position && { position: raw.position as Position }),
    ...(raw.note !== undefined && { note: raw.note }),
    ...restOf(raw, NODE_KEYS),
    rank,
  };
}
