/**
 * The careful reading of a file: whatever is wrong is told, with its place. It judges every file that the quick reading does not accept.
 */
import { formatCount, LEAVES, type NestedValue } from '#engine';
import {
  documentAsRead,
  type GraphDocument,
  type GraphFunction,
  type GraphNode,
  type JsonObject,
  type Position,
} from './graph';
import { locate, parseJson } from './json';
import { CURRENT_VERSION, migrate } from './migrations';
import type { JudgedFunction, JudgedGraph } from './node-structure';
import {
  describeJson,
  type FileProblem,
  firstOf,
  type Path,
  type PathProblem,
  PROBLEM_LIMIT,
} from './problem';
import {
  functionSchema,
  graphSchema,
  nodeSchema,
  type RawFunction,
  type RawGraph,
  type RawNode,
} from './schema';
import { judged, structureProblems } from './structure';

export type ReadOutcome =
  | { readonly document: GraphDocument }
  | { readonly problems: readonly FileProblem[] };

export interface ReadLimits {
  readonly bytes: number;
  readonly nodes: number;
  /** Completes the refusal of a larger file. */
  readonly remedy: string;
}

export function readCarefully(text: string, limits: ReadLimits): ReadOutcome {
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
  const count = nodeCount(raw);
  if (count > limits.nodes)
    return {
      problems: [
        {
          path: ['nodes'],
          message: `the graph has ${formatCount(count)} nodes, more than the limit of ${formatCount(limits.nodes)}. ${limits.remedy}`,
        },
      ],
    };
  const problems = firstOf(structureProblems(judged(raw)), PROBLEM_LIMIT);
  return problems.length > 0 ? { problems } : { raw };
}

/** As written: those inside functions count once. */
const nodeCount = ({ nodes, functions = {} }: RawGraph): number =>
  Object.values(functions).reduce((count, { nodes: inside }) => count + inside.length, nodes.length);

/** What can be judged of a graph whose form is wrong. */
function readable({ nodes, target, functions }: Record<string, unknown>): JudgedGraph {
  const entries = functions !== null && typeof functions === 'object' ? Object.entries(functions) : [];
  return {
    nodes: readableNodes(nodes),
    target: typeof target === 'string' ? target : null,
    functions: new Map(entries.map(([name, given]) => [name, readableFunction(given)])),
  };
}

/** A node that is not well formed stands as a leaf, so that wires to it still lead somewhere. */
function readableNodes(nodes: unknown): RawNode[] {
  const given: unknown[] = Array.isArray(nodes) ? nodes : [];
  return given.map((node, i) => {
    const { success, data } = nodeSchema.safeParse(node);
    if (success) return data;
    const id = valueAt(node, ['id']);
    return { id: typeof id === 'string' ? id : `nodes[${i}]`, op: LEAVES[0], value: 0 };
  });
}

/** Without its inputs or its nodes, no wire of a function can be judged. */
function readableFunction(given: unknown): JudgedFunction | undefined {
  const { success, data } = functionSchema.safeParse(given);
  if (success) return data;
  const [inputs, nodes, output] = ['inputs', 'nodes', 'output'].map((key) => valueAt(given, [key]));
  if (!Array.isArray(inputs) || !Array.isArray(nodes)) return undefined;
  return {
    inputs: inputs.filter((input) => typeof input === 'string'),
    nodes: readableNodes(nodes),
    ...(typeof output === 'string' && { output }),
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

/** Kept with the keys that this version does not know: `training`, and `functions` when it is empty, so that it is saved again. */
const KEPT = ['training', 'functions'];

const NODE_KEYS = new Set(Object.keys(nodeSchema.shape));
const FUNCTION_KEYS = new Set(Object.keys(functionSchema.shape));
const GRAPH_KEYS = new Set(Object.keys(graphSchema.shape).filter((key) => !KEPT.includes(key)));

/** The keys this version does not know. */
function restOf(raw: Record<string, unknown>, known: ReadonlySet<string>): { rest?: JsonObject } {
  const entries = Object.entries(raw).filter(([key, value]) => !known.has(key) && value !== undefined);
  return entries.length === 0 ? {} : { rest: Object.fromEntries(entries) as JsonObject };
}

function toDocument(raw: RawGraph): GraphDocument {
  const { title, description, target, functions = {}, lesson, view } = raw;
  return documentAsRead(raw.nodes.map(toNode), {
    title,
    description,
    target,
    functions: new Map(Object.entries(functions).map(([name, given]) => [name, toFunction(given)])),
    ...(lesson && { lesson: lesson as JsonObject }),
    ...(view && { view: view as JsonObject }),
    ...restOf(Object.keys(functions).length === 0 ? raw : { ...raw, functions: undefined }, GRAPH_KEYS),
  });
}

function toFunction(raw: RawFunction): GraphFunction {
  const { title, inputs, nodes, output } = raw;
  return {
    ...(title !== undefined && { title }),
    inputs,
    nodes: new Map(nodes.map((node, rank) => [node.id, { ...toNode(node), rank }])),
    output,
    ...restOf(raw, FUNCTION_KEYS),
  };
}

function toNode(raw: RawNode): GraphNode {
  const { id, label, op, value, inputs, attributes, expression, function: used, position, note } = raw;
  return {
    id,
    ...(label !== undefined && { label }),
    op,
    ...(value !== undefined && { value: value as NestedValue }),
    ...(inputs && { inputs }),
    ...(attributes && { attributes }),
    ...(expression !== undefined && { expression }),
    ...(used !== undefined && { function: used }),
    ...(position && { position: position as Position }),
    ...(note !== undefined && { note }),
    ...restOf(raw, NODE_KEYS),
  };
}
