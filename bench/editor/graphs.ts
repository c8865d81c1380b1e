/**
 * Graphs in which every number moves with one slider. A row begins with a function of x (the fan-out), goes on as a chain that takes its
 * beginning in again and again, and ends by taking in the end of the row above: so x reaches every node, and the target's gradient too.
 * No operator is linear: the local Jacobian of a sum, or of a product with a constant, would stand still.
 */
import { emptyDocument, type GraphDocument, type GraphNode } from '../../packages/document';

/** Room for a node with its value and its gradient row, and for the label of a wire. */
const COLUMN = 390;
const ROW = 160;

/** Vectors of three on a grid: x first, and last the target, a number. As many a row as make the whole `aspect` times as wide as it is high. */
export function graphOf(count: number, aspect: number): GraphDocument {
  const perRow = Math.max(3, Math.round(Math.sqrt((count * aspect * ROW) / COLUMN)));
  const nodes = Array.from({ length: count }, (_, i) => nodeAt(i, perRow, count));
  return {
    ...emptyDocument,
    nodes: new Map(nodes.map((node) => [node.id, node])),
    target: idAt(count - 1),
  };
}

const idAt = (i: number) => (i === 0 ? 'x' : `n${i}`);

function nodeAt(i: number, perRow: number, count: number): GraphNode {
  const [row, column] = [Math.floor(i / perRow), i % perRow];
  const [before, head] = [idAt(i - 1), idAt(i - column)];
  const place = { id: idAt(i), position: [column * COLUMN, row * ROW] as const, rank: i };
  if (i === 0) return { ...place, op: 'variable', value: [0.8, 1.1, 0.6] };
  if (i === count - 1) return { ...place, op: 'norm', inputs: { x: before } };
  if (row > 0 && (i === count - 2 || column === perRow - 1)) {
    const above = idAt(row * perRow - 1);
    // Products and quotients in turn: the numbers stay of a size that is read.
    const op = row % 2 === 0 ? 'multiply' : 'divide';
    return { ...place, op, inputs: { a: column === 0 ? 'x' : before, b: above } };
  }
  // Positive all of them, so that nothing is divided by 0.
  if (column === 0) return { ...place, op: row % 2 === 0 ? 'exp' : 'softmax', inputs: { x: 'x' } };
  if (column % 2 === 0) return { ...place, op: 'multiply', inputs: { a: before, b: head } };
  return { ...place, op: column % 4 === 1 ? 'softmax' : 'sin', inputs: { x: before } };
}
