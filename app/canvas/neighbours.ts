/**
 * The next node in a direction: along the wires to the left and right, by its place above and below.
 */
import { type GraphNode, nodesInOrder, usersOf } from '#document';
import { currentDocument } from '../state/store';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The nearest node in a direction of the canvas, whatever the wires. */
export function nextInSight(id: string, direction: Direction): string | undefined {
  const document = currentDocument();
  const node = document.nodes.get(id);
  if (!node) return undefined;
  const [x, y] = placeOf(node);
  const axis = direction === 'left' || direction === 'right' ? 0 : 1;
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  const ahead = nodesInOrder(document).filter((other) => sign * (placeOf(other)[axis] - [x, y][axis]) > 0);
  const distance = (other: GraphNode) => {
    const [along, aside] = axis === 0 ? [0, 1] : [1, 0];
    return Math.hypot(placeOf(other)[along] - [x, y][along], 2 * (placeOf(other)[aside] - [x, y][aside]));
  };
  return ahead.toSorted((a, b) => distance(a) - distance(b))[0]?.id;
}

/** The nearest node in the direction, undefined where the graph ends; without a node to start from, the first in reading order. */
export function neighbourOf(id: string | undefined, direction: Direction): string | undefined {
  const document = currentDocument();
  const node = id === undefined ? undefined : document.nodes.get(id);
  if (!node) return firstInReadingOrder(nodesInOrder(document))?.id;
  if (direction === 'left' || direction === 'right') {
    const wired =
      direction === 'left'
        ? Object.values(node.inputs ?? {})
        : (usersOf(document).get(node.id) ?? []).map(({ to }) => to);
    const nodes = wired.flatMap((other) => document.nodes.get(other) ?? []);
    return nearest(nodes, node);
  }
  return nextInSight(node.id, direction);
}

/** The node nearest to the last of these that is none of them. */
export function nearestBeside(ids: readonly string[]): string | undefined {
  const document = currentDocument();
  const last = document.nodes.get(ids.at(-1) ?? '');
  return (
    last &&
    nearest(
      nodesInOrder(document).filter(({ id }) => !ids.includes(id)),
      last,
    )
  );
}

const placeOf = ({ position = [0, 0] }: GraphNode) => position;

function firstInReadingOrder(nodes: readonly GraphNode[]): GraphNode | undefined {
  return nodes.toSorted((a, b) => placeOf(a)[0] - placeOf(b)[0] || placeOf(a)[1] - placeOf(b)[1])[0];
}

function nearest(nodes: readonly GraphNode[], { position: [x, y] = [0, 0] }: GraphNode): string | undefined {
  const distance = (node: GraphNode) => Math.hypot(placeOf(node)[0] - x, placeOf(node)[1] - y);
  return nodes.toSorted((a, b) => distance(a) - distance(b))[0]?.id;
}
