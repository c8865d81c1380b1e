/**
 * The document: what is saved, and nothing else. Results are derived from it and never stored.
 */
import type { Attributes, NestedValue, NodeSpec } from '#engine';

/** A JSON value under a key this version does not know; kept as it is. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
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
  readonly position?: Position;
  readonly note?: string;
  /** Unknown keys. */
  readonly rest?: JsonObject;
  /** Where the node stands in the file: the writer sorts by it, so that undoing a deletion gives the same bytes. */
  readonly rank: number;
}

export interface GraphDocument {
  readonly title: string;
  /** Markdown with $…$. */
  readonly description: string;
  /** By id. A Map, because `constructor` is an ordinary id. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly target: string | null;
  readonly lesson?: JsonObject;
  readonly view?: JsonObject;
  /** Keys this version does not know or does not use yet. */
  readonly rest?: JsonObject;
}

export const emptyDocument: GraphDocument = {
  title: '',
  description: '',
  nodes: new Map(),
  target: null,
};

export const ID_PATTERN = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** In the order of the file. */
export function nodesInOrder(document: GraphDocument): GraphNode[] {
  return [...document.nodes.values()].sort((a, b) => a.rank - b.rank);
}
