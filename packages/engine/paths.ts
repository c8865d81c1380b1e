/**
 * All paths between two nodes, each with the product of the Jacobians along it: their sum is the total derivative. Their number may grow
 * exponentially with the graph; the work of either mode grows with its edges.
 */
import { nowhere, pullArrived, seeded } from './arrivals';
import { product } from './jacobian/algebra';
import { scattered } from './jacobian/composed';
import { dense, type Jacobian } from './jacobian/jacobian';
import { identity } from './jacobian/simple';
import type { ProgramEdge, ProgramNode } from './program/node';
import { ENTRY_LIMIT } from './shape';
import { allFinite } from './tensor';
import { totalByEntries } from './total';

export interface Path {
  /** From the earlier node to the later. */
  readonly edges: readonly ProgramEdge[];
  /** The product of their Jacobians at the point of the last run, the later on the left: size(to) × size(from). */
  readonly jacobian: Jacobian;
}

export interface Paths {
  readonly count: bigint;
  /** Every path, in the order of their edges; absent when there are more than were asked for. */
  readonly paths?: readonly Path[];
}

/** The paths between two nodes that have a value; a node has one path to itself, without edges. A composite node counts as one step. */
export function pathsBetween(from: ProgramNode, to: ProgramNode, most = 1000): Paths {
  const ways = waysTo(from, to);
  const count = ways.get(from) ?? 0n;
  if (count > BigInt(most)) return { count };
  const paths: Path[] = [];
  if (count === 0n) return { count, paths };
  const walk: ProgramEdge[] = [];
  const choices = [openEdges(from, ways)];
  if (from === to) paths.push(pathOf(from, walk));
  while (choices.length > 0) {
    const edge = choices[choices.length - 1].shift();
    if (!edge) {
      choices.pop();
      walk.pop();
      continue;
    }
    walk.push(edge);
    if (edge.to === to) paths.push(pathOf(from, walk));
    choices.push(edge.to === to ? [] : openEdges(edge.to, ways));
  }
  return { count, paths };
}

const openEdges = (node: ProgramNode, ways: ReadonlyMap<ProgramNode, bigint>) =>
  node.outgoing.filter(({ to }) => ways.has(to));

function pathOf(from: ProgramNode, walk: readonly ProgramEdge[]): Path {
  const edges = [...walk];
  return {
    edges,
    get jacobian() {
      return productAlong(from, edges);
    },
  };
}

/** The product of the Jacobians along a path as they are now. */
function productAlong(from: ProgramNode, edges: readonly ProgramEdge[]): Jacobian {
  const start = identity(from.tensor!.data.length);
  const jacobian = edges.reduce((earlier, edge) => product(edge.jacobian!, earlier), start);
  return jacobian.payload.every(allFinite) ? jacobian : productByEntries(edges, jacobian);
}

/** Entry by entry, where a 0 by structure may have met an infinite slope on the way. */
function productByEntries(edges: readonly ProgramEdge[], whole: Jacobian): Jacobian {
  const { rows } = whole;
  /** Of a composite, with the zeros by structure that its inside has. */
  const jacobianOf = ({ jacobian, entry, to }: ProgramEdge) =>
    entry === undefined ? jacobian! : totalByEntries(to.program, entry, to.index, jacobian!);
  if (edges.some(({ jacobian }) => rows * jacobian!.cols > ENTRY_LIMIT)) return whole;
  const entries = edges.reduceRight(
    (later, edge) => {
      const jacobian = jacobianOf(edge);
      const out = nowhere(new Float64Array(rows * jacobian.cols));
      pullArrived(jacobian, later, rows, out);
      return out;
    },
    seeded(dense(identity(rows))),
  );
  return scattered(whole, entries);
}

/** For every node between the two: in how many ways it leads to the later one. */
function waysTo(from: ProgramNode, to: ProgramNode): ReadonlyMap<ProgramNode, bigint> {
  const ways = new Map([[to, 1n]]);
  for (const node of nodesBetween(from, to))
    for (const { from: source } of node.incoming)
      if (source.index >= from.index) ways.set(source, (ways.get(source) ?? 0n) + (ways.get(node) ?? 0n));
  return ways;
}

/** For every node between the two: in how many ways the earlier one leads to it. */
function waysFrom(from: ProgramNode, to: ProgramNode): ReadonlyMap<ProgramNode, bigint> {
  const ways = new Map([[from, 1n]]);
  for (const node of nodesBetween(from, to).reverse())
    for (const { from: source } of node === from ? [] : node.incoming) {
      const known = ways.get(source);
      if (known !== undefined) ways.set(node, (ways.get(node) ?? 0n) + known);
    }
  return ways;
}

/** The nodes that `to` depends on, itself included, as far back as `from`: the latest first. */
function nodesBetween(from: ProgramNode, to: ProgramNode): ProgramNode[] {
  const found = new Set([to]);
  for (const node of found)
    for (const { from: source } of node.incoming) if (source.index >= from.index) found.add(source);
  return [...found].sort((a, b) => b.index - a.index);
}

/**
 * The nodes that every path from one node to another goes through, both ends included, in order: between two neighbours the total derivative is a
 * factor of the whole. Empty where no path leads there.
 */
export function stagesBetween(from: ProgramNode, to: ProgramNode): ProgramNode[] {
  const after = waysTo(from, to);
  const all = after.get(from);
  if (all === undefined) return [];
  const before = waysFrom(from, to);
  return [...before.keys()]
    .filter((node) => before.get(node)! * (after.get(node) ?? 0n) === all)
    .sort((a, b) => a.index - b.index);
}

/** The work of the total derivative between two nodes. */
export interface Work {
  /** Scalar multiplications when columns are pushed from the earlier node on, one for each of its entries. */
  readonly forward: number;
  /** Scalar multiplications when rows are pulled back from the later node, one for each of its entries. */
  readonly reverse: number;
  /** Edges between the two: both modes pass each once for every column or row. */
  readonly edges: number;
  readonly paths: bigint;
  /** Edges passed when every path is walked on its own. */
  readonly walked: bigint;
}

/** What the total derivative costs in either mode, by the structures of the Jacobians; their entries themselves are not counted. */
export function workBetween(from: ProgramNode, to: ProgramNode): Work {
  const between = nodesBetween(from, to);
  const reached = new Set([from]);
  let edges = 0;
  let multiplications = 0;
  for (const node of between.reverse())
    for (const edge of node.incoming) {
      if (!reached.has(edge.from) || node === from) continue;
      reached.add(node);
      edges++;
      multiplications += edge.jacobian!.multiplications;
    }
  return {
    forward: multiplications * from.tensor!.data.length,
    reverse: multiplications * to.tensor!.data.length,
    edges,
    paths: waysTo(from, to).get(from) ?? 0n,
    walked: lengthOfAllPaths(from, to),
  };
}

/** Every edge as often as paths go through it. */
function lengthOfAllPaths(from: ProgramNode, to: ProgramNode): bigint {
  const [before, after] = [waysFrom(from, to), waysTo(from, to)];
  let length = 0n;
  for (const [node, ways] of after)
    for (const { from: source } of node === from ? [] : node.incoming)
      length += (before.get(source) ?? 0n) * ways;
  return length;
}
