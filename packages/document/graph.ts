/**
 * The document: what is saved, and nothing else. Results are derived from it and never stored.
 */
import type { Attributes, NestedValue, NodeSpec, Wiring } from '#engine';

/** A JSON value under a key this version does not know; kept as it is. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export type Position = readonly [x: number, y: number];

export interface GraphNode extends NodeSpec {
  readonly id: string;
  readonly op: string;
  /** LaTeX shown instead of the id. */
  readonly label?: string;
  /** Leaves only. */
  readonly value?: NestedValue;
  /** Operand → id of the node wired to it. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly attributes?: Attributes;
  /** The formula of an `expression`. */
  readonly expression?: string;
  /** The name of the function that a `function` stands for. It may be missing while a person is editing. */
  readonly function?: string;
  readonly position?: Position;
  readonly note?: string;
  /** Unknown keys. */
  readonly rest?: JsonObject;
  /** Where a node stands that was not read there: see {@link nodesInOrder}. */
  readonly rank?: number;
}

/** A composite function: a graph that nodes with `op: "function"` stand for. */
export interface GraphFunction {
  readonly title?: string;
  /** Names by which the nodes inside refer to the operands. */
  readonly inputs: readonly string[];
  /** By id. Wires inside lead to these or to inputs. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** The id of a node inside, or an input. */
  readonly output: string;
  /** Unknown keys. */
  readonly rest?: JsonObject;
}

export interface GraphDocument {
  readonly title: string;
  /** Markdown with $…$. */
  readonly description: string;
  /** By id. A Map, because `constructor` is an ordinary id. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** By name, in the order of the file. */
  readonly functions: ReadonlyMap<string, GraphFunction>;
  readonly target: string | null;
  readonly lesson?: JsonObject;
  readonly view?: JsonObject;
  /** Keys this version does not know or does not use yet. */
  readonly rest?: JsonObject;
  /** The nodes as the file had them. */
  readonly asRead?: readonly GraphNode[];
}

export const emptyDocument: GraphDocument = {
  title: '',
  description: '',
  nodes: new Map(),
  functions: new Map(),
  target: null,
};

export const ID_PATTERN = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** Operators whose operands are their own affair: a formula's names, a function's inputs. */
export const COMPOSITES = ['expression', 'function'] as const;

export const isComposite = (op: string): boolean => (COMPOSITES as readonly string[]).includes(op);

/** Documents whose nodes nobody has asked for by id. */
const untouched = new WeakSet<GraphDocument>();

/**
 * The document of a file. Its nodes are looked up by id only when somebody asks for them: for 100,000 nodes that table costs a third of
 * JSON.parse, and an evaluation from the command line does without it.
 */
export function documentAsRead(
  asRead: readonly GraphNode[],
  members: Omit<GraphDocument, 'nodes' | 'asRead'>,
): GraphDocument {
  let nodes: Map<string, GraphNode> | undefined;
  const document: GraphDocument = {
    ...members,
    get nodes() {
      if (nodes) return nodes;
      nodes = new Map();
      for (const node of asRead) nodes.set(node.id, node);
      return nodes;
    },
    asRead,
  };
  untouched.add(document);
  return document;
}

const wirings = new WeakMap<readonly GraphNode[], Wiring>();

/** Keeps where the wires of a list of nodes lead, which its reader has followed, for {@link wiringAsRead}. */
export function noteWiring(asRead: readonly GraphNode[], wiring: Wiring): void {
  wirings.set(asRead, wiring);
}

/** Where the wires of the list lead, if it is one that a reader has followed. */
export const wiringAsRead = (nodes: readonly GraphNode[]): Wiring | undefined => wirings.get(nodes);

/**
 * In the order of the file, which a saved document keeps: a node stands where it was read, unless it has a rank (one that was added or renamed
 * has). So undoing a deletion gives the same bytes.
 */
export function nodesInOrder(document: GraphDocument): readonly GraphNode[] {
  if (untouched.has(document)) return document.asRead!;
  const rank = rankIn(document);
  return [...document.nodes.values()].sort((a, b) => rank(a) - rank(b));
}

/** The rank of any node of a document. See {@link nodesInOrder}. */
export function rankIn({ asRead = [] }: Pick<GraphDocument, 'asRead'>): (node: GraphNode) => number {
  let places = placesInFile.get(asRead);
  if (!places) {
    places = new Map(asRead.map(({ id }, i) => [id, i]));
    placesInFile.set(asRead, places);
  }
  return (node) => node.rank ?? places.get(node.id) ?? asRead.length;
}

const placesInFile = new WeakMap<readonly GraphNode[], ReadonlyMap<string, number>>();
