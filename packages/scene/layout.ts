/**
 * Places for the nodes of a file that has none, or none that will do: layered from left to right, operands in order, with room for the labels
 * on the wires (ELK, started only when it is needed: in a worker where there is a page to be kept free).
 */
import type { ElkNode } from 'elkjs/lib/elk-api';
import {
  compileDocument,
  type GraphDocument,
  type GraphNode,
  middleOf,
  nodesInOrder,
  type Position,
} from '#document';
import type { ProgramEdge } from '#engine';
import type { EdgeLabel } from './annotations';
import { type Box, boxOf, sizeOfGrid, sizeOfSymbols } from './boxes';
import { labelOf, named } from './labels';

/** Lays a graph out: ELK itself, or the way to the worker it is in. */
export type Elk = (graph: ElkNode) => Promise<ElkNode>;

const GRID = 10;

/**
 * The document with a position at every node, none standing on another; the same document when that is so already. Files written by hand may
 * count in smaller steps than boxes with their numbers need: their plan is kept and stretched.
 */
export async function withPositions(document: GraphDocument, elk: Elk): Promise<GraphDocument> {
  const nodes = nodesInOrder(document);
  if (!nodes.every(({ position }) => position)) return placed(document, await layout(document, elk));
  const sizes = sizesOf(document);
  if (apart(nodes, sizes, 1, { x: 0, y: 0 })) return document;
  const factor = STRETCHES.find((stretch) => apart(nodes, sizes, stretch, ROOM));
  if (factor === undefined) return placed(document, await layout(document, elk));
  const stretched = nodes.map(({ id, position = [0, 0] }): [string, Position] => [
    id,
    [snap(position[0] * factor), snap(position[1] * factor)],
  ]);
  return placed(document, new Map(stretched));
}

/**
 * New places for some nodes, laid out among themselves with room for what stands on the edges; the middle of them stays where it is.
 */
export async function tidied(
  document: GraphDocument,
  ids: readonly string[],
  elk: Elk,
  labels: EdgeLabel = 'numbers',
): Promise<ReadonlyMap<string, Position>> {
  const places = [...(await layout(document, elk, new Set(ids), labels))];
  const before = middleOf(ids.map((id) => document.nodes.get(id)?.position ?? [0, 0]));
  const after = middleOf(places.map(([, place]) => place));
  const [dx, dy] = [before[0] - after[0], before[1] - after[1]];
  return new Map(places.map(([id, [x, y]]) => [id, [snap(x + dx), snap(y + dy)]]));
}

const STRETCHES = [1.25, 1.5, 1.75, 2, 2.5, 3, 4];
/** What is left between two boxes after stretching: a label fits in. */
const ROOM = { x: 170, y: 20 };

const snap = (x = 0) => Math.round(x / GRID) * GRID;

function placed(document: GraphDocument, places: ReadonlyMap<string, Position>): GraphDocument {
  const nodes = nodesInOrder(document).map((node): [string, GraphNode] => [
    node.id,
    { ...node, position: places.get(node.id) ?? [0, 0] },
  ]);
  return { ...document, nodes: new Map(nodes) };
}

function sizesOf(document: GraphDocument): Map<string, Box> {
  const program = compileDocument(document);
  const target = document.target === null ? undefined : program.node(document.target);
  const rows = target?.tensor?.data.length;
  return new Map(
    program.nodes.map(({ id, op, operandNames, tensor }) => {
      const node = document.nodes.get(id)!;
      const below = tensor && rows ? { rows, cols: tensor.data.length } : undefined;
      return [
        id,
        boxOf({
          label: labelOf(node),
          op,
          operands: operandNames,
          inputs: node.inputs,
          shape: tensor?.shape,
          below,
        }),
      ];
    }),
  );
}

/** Whether no two boxes come closer than the gap when all positions are multiplied by the factor. */
function apart(
  nodes: readonly GraphNode[],
  sizes: ReadonlyMap<string, Box>,
  factor: number,
  gap: { readonly x: number; readonly y: number },
): boolean {
  const boxes = nodes
    .map(({ id, position = [0, 0] }) => ({
      x: position[0] * factor,
      y: position[1] * factor,
      ...sizes.get(id)!,
    }))
    .sort((a, b) => a.x - b.x);
  return boxes.every((a, i) => {
    for (let k = i + 1; k < boxes.length && boxes[k].x < a.x + a.width + gap.x; k++) {
      const b = boxes[k];
      if (a.y < b.y + b.height + gap.y && b.y < a.y + a.height + gap.y) return false;
    }
    return true;
  });
}

const EQUALS = 20;

/** The pixels of ∂v/∂u on an edge: the matrix, its symbols, or both with a sign between them. */
function sizeOfLabel(document: GraphDocument, { from, to, jacobian }: ProgramEdge, labels: EdgeLabel) {
  const numbers = sizeOfGrid(jacobian?.rows ?? 1, jacobian?.cols ?? 1);
  if (labels === 'numbers') return numbers;
  const symbols = sizeOfSymbols(labelOf(named(document, to.id)), labelOf(named(document, from.id)));
  if (labels === 'symbols') return symbols;
  return {
    width: symbols.width + EQUALS + numbers.width,
    height: Math.max(symbols.height, numbers.height),
  };
}

async function layout(
  document: GraphDocument,
  elk: Elk,
  chosen: ReadonlySet<string> = new Set(document.nodes.keys()),
  labels: EdgeLabel = 'numbers',
): Promise<Map<string, Position>> {
  const nodes = compileDocument(document).nodes.filter(({ id }) => chosen.has(id));
  const sizes = sizesOf(document);
  const { children = [] } = await elk({
    id: 'graph',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.layered.spacing.nodeNodeBetweenLayers': '90',
      'elk.spacing.nodeNode': '50',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    },
    children: nodes.map(({ id }) => {
      const { width, height, operands } = sizes.get(id)!;
      return {
        id,
        width,
        height,
        layoutOptions: { 'elk.portConstraints': 'FIXED_ORDER' },
        // ELK numbers the ports of a node clockwise: those on the left run upwards.
        ports: operands.map(({ name }, k) => ({
          id: `${id}.${name}`,
          layoutOptions: { 'elk.port.side': 'WEST', 'elk.port.index': String(operands.length - k) },
        })),
      };
    }),
    edges: nodes.flatMap(({ incoming }) =>
      incoming
        .filter(({ from }) => chosen.has(from.id))
        .map((edge) => ({
          id: edge.id,
          sources: [edge.from.id],
          targets: [edge.id],
          labels: [{ ...sizeOfLabel(document, edge, labels), text: edge.id }],
        })),
    ),
  });
  return new Map(children.map(({ id, x, y }) => [id, [snap(x), snap(y)]]));
}
