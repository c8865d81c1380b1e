/**
 * What the tests of commands share: documents from random graphs, commands that must be had, and what must be the same afterwards.
 */
import { expect } from 'vitest';
import { type Program, Pullback } from '#engine';
import { randomGraph } from '../../engine/test/random-graphs';
import {
  type Command,
  commit,
  compileDocument,
  EDITOR_LIMITS,
  emptyDocument,
  type GraphDocument,
  type GraphNode,
  type History,
  nodesInOrder,
  readText,
  redo,
  undo,
  writeText,
} from '../index';

export function readFile(text: string): GraphDocument {
  const outcome = readText(text, EDITOR_LIMITS);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.document;
}

export const read = (nodes: readonly object[], more: object = {}): GraphDocument =>
  readFile(JSON.stringify({ format: 'nabla', version: 1, nodes, ...more }));

/** Commits a command that must be had: one step that leaves a canonical file, and is undone and redone to the byte. */
export function committed(history: History, command: Command | { readonly problem: string }): History {
  if ('problem' in command) throw new Error(command.problem);
  const after = commit(history, command);
  const text = writeText(after.document);
  expect(writeText(readFile(text))).toBe(text);
  expect(writeText(undo(after).document)).toBe(writeText(history.document));
  expect(writeText(redo(undo(after)).document)).toBe(text);
  return after;
}

/** The nodes of a document as they are saved, but for their places. */
export const bare = (document: GraphDocument) =>
  nodesInOrder(document).map(({ rank, position, ...node }: GraphNode) => node);

export const evaluated = (document: GraphDocument): Program => compileDocument(document).run();

/** Values of the nodes that both have, bit by bit; gradients but for the order in which terms are added. */
export function expectSameResults(one: GraphDocument, other: GraphDocument): void {
  const [a, b] = [evaluated(one), evaluated(other)];
  const [pa, pb] = [a, b].map((program) => new Pullback(program, program.node(one.target!)!).run());
  for (const id of one.nodes.keys()) {
    if (!other.nodes.has(id)) continue;
    const [na, nb] = [a.node(id)!, b.node(id)!];
    expect(nb.problems, id).toEqual(na.problems);
    expect(nb.tensor, id).toEqual(na.tensor);
    const [ga, gb] = [[...(pa.gradient(na) ?? [])], [...(pb.gradient(nb) ?? [])]];
    expect(gb, `gradient at ${id}`).toHaveLength(ga.length);
    const largest = (entries: readonly number[]) =>
      entries.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0);
    const difference = largest(ga.map((entry, i) => entry - gb[i]));
    expect(difference, `gradient at ${id}`).toBeLessThanOrEqual(1e-12 * largest(ga));
  }
}

/** A random graph as a file would have it, some leaves parameters or constants, with room between its nodes and a target. */
export function randomFile(seed: number): {
  readonly document: GraphDocument;
  readonly random: () => number;
} {
  const { specs, random } = randomGraph(seed, 10);
  const leaf = () => ['variable', 'parameter', 'constant', 'constant'][Math.floor(4 * random())];
  const nodes = specs.map(({ id, op, value, inputs, attributes }, i) => ({
    id,
    op: value === undefined ? op : leaf(),
    ...(value !== undefined && { value }),
    ...(inputs && { inputs }),
    ...(attributes && { attributes }),
    position: [1000 * i, 500 * (i % 3)] as const,
    rank: i,
  }));
  const target = nodes[nodes.length - 1 - Math.floor(3 * random())].id;
  const shuffled = nodes.map((node) => ({ ...node, rank: random() }));
  const drawn = { ...emptyDocument, nodes: new Map(shuffled.map((node) => [node.id, node])), target };
  return { document: readFile(writeText(drawn)), random };
}
