/**
 * Places for the nodes of a file that has none: layered from left to right, operands in order, with room for the labels on the wires (ELK,
 * in its own worker, loaded only when it is needed).
 */

import { type GraphDocument, nodesInOrder, type Position } from '#document';
import { compile } from '#engine';
import { boxOf, labelOf, sizeOfGrid } from '#scene';

const GRID = 10;

/** The document with a position at every node; the same document when it had them all. */
export async function withPositions(document: GraphDocument): Promise<GraphDocument> {
  const nodes = nodesInOrder(document);
  if (nodes.every(({ position }) => position)) return document;
  const places = await layout(document);
  return {
    ...document,
    nodes: new Map(nodes.map((node) => [node.id, { ...node, position: places.get(node.id) ?? [0, 0] }])),
  };
}

async function layout(document: GraphDocument): Promise<Map<string, Position>> {
  const [{ default: ELK }, { default: workerUrl }] = await Promise.all([
    import('elkjs/lib/elk-api'),
    import('elkjs/lib/elk-worker.min.js?url'),
  ]);
  const program = compile(nodesInOrder(document));
  const elk = new ELK({ workerUrl });
  const placed = await elk
    .layout({
      id: 'graph',
      layoutOptions: {
        'elk.algorithm': 'layered',
        'elk.direction': 'RIGHT',
        'elk.layered.spacing.nodeNodeBetweenLayers': '90',
        'elk.spacing.nodeNode': '50',
        'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      },
      children: program.nodes.map(({ id, op, tensor }) => {
        const { width, height, operands } = boxOf({
          label: labelOf(document.nodes.get(id)!),
          op,
          inputs: document.nodes.get(id)?.inputs,
          shape: tensor?.shape,
          below: tensor && { rows: 1, cols: tensor.data.length },
        });
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
      edges: program.nodes.flatMap(({ incoming }) =>
        incoming.map(({ id, from, jacobian }) => {
          const label = sizeOfGrid(jacobian?.rows ?? 1, jacobian?.cols ?? 1);
          return { id, sources: [from.id], targets: [id], labels: [{ ...label, text: id }] };
        }),
      ),
    })
    .finally(() => elk.terminateWorker());
  const snap = (x = 0) => Math.round(x / GRID) * GRID;
  return new Map((placed.children ?? []).map(({ id, x, y }) => [id, [snap(x), snap(y)]]));
}
