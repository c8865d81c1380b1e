/**
 * Where everything of a picture stands: nodes with their boxes, wires with their courses and labels.
 */
import { type GraphNode, nodesInOrder } from '#document';
import type { ProgramEdge, ProgramNode } from '#engine';
import { belowOf, bendsOfIncoming, wireGrid } from '../annotations';
import { type Box, boxOf } from '../boxes';
import { labelOf } from '../labels';
import { type Course, courseOf } from '../wires';
import type { Drawing } from './drawing';
import { type Block, blockOf, sizeBlock } from './numbers';
import { labelBlock } from './symbols';

export interface PlacedNode {
  readonly node: GraphNode;
  readonly computed: ProgramNode;
  readonly box: Box;
  readonly x: number;
  readonly y: number;
}

export interface PlacedWire {
  readonly edge: ProgramEdge;
  readonly course: Course;
  readonly label: Block;
  /** What the label is when there is no room for it, the longest first. */
  readonly shorter: readonly Block[];
  /** A constant never moves: its wire is there for completeness. */
  readonly muted: boolean;
}

export function placedNodes({ document, evaluated, annotation, numbers }: Drawing): PlacedNode[] {
  return nodesInOrder(document).map((node) => {
    const { id, op, inputs, position: [x, y] = [0, 0] } = node;
    const computed = evaluated.program.node(id)!;
    const box = boxOf(
      {
        label: labelOf(node),
        op,
        operands: computed.operandNames,
        inputs,
        shape: computed.tensor?.shape,
        below: belowOf(evaluated, id, annotation),
      },
      numbers,
    );
    return { node, computed, box, x, y };
  });
}

export function placedWires(nodes: readonly PlacedNode[], drawing: Drawing): PlacedWire[] {
  const { evaluated, annotation, edges, numbers } = drawing;
  const byId = new Map(nodes.map((one) => [one.node.id, one]));
  const wires = nodes.flatMap((to) => {
    const { incoming } = to.computed;
    const bends = bendsOfIncoming(incoming, evaluated, annotation, edges);
    return incoming.flatMap((edge, k) => {
      const from = byId.get(edge.from.id);
      // A wire that comes from outside of what is drawn.
      if (!from) return [];
      const entry = to.box.operands.find(({ name }) => name === edge.operand)!;
      const course = courseOf(
        { x: from.x + from.box.width, y: from.y + from.box.outputY },
        { x: to.x, y: to.y + entry.y },
        bends[k],
      );
      const grid = wireGrid(edge, evaluated, annotation);
      const written = blockOf(grid, numbers);
      const label = labelBlock(edges, written, { ...drawing, edge });
      const shorter = [
        ...(edges === 'both' ? [written] : []),
        ...(grid && grid.rows * grid.cols > 1 ? [sizeBlock(grid)] : []),
      ];
      return [{ edge, course, label, shorter, muted: from.node.op === 'constant' }];
    });
  });
  return withoutOverlaps(wires, nodes);
}

/** On the canvas one can move what stands on something else. Here such a label says less, in the end its size alone, the largest ones first. */
function withoutOverlaps(wires: readonly PlacedWire[], nodes: readonly PlacedNode[]): PlacedWire[] {
  const taken = nodes.map(({ x, y, box }) => ({
    left: x,
    top: y,
    right: x + box.width,
    bottom: y + box.height,
  }));
  const sizeOf = ({ label }: PlacedWire) => label.width * label.height;
  const fitting = new Map<PlacedWire, PlacedWire>();
  for (const wire of wires.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
    const all = [wire, ...wire.shorter.map((label) => ({ ...wire, label }))];
    const free = all.find((one) => !taken.some((other) => overlap(labelArea(one), other)));
    if (free) taken.push(labelArea(free));
    fitting.set(wire, free ?? all[all.length - 1]);
  }
  return wires.map((wire) => fitting.get(wire)!);
}

const overlap = (a: Area, b: Area) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Around the middle of a wire, with its padding. */
export function labelArea({ course, label }: PlacedWire): Area {
  const [halfWidth, halfHeight] = [label.width / 2 + 3.5, label.height / 2 + 3.5];
  const { x, y } = course.label;
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}

/** Nothing is drawn outside of it. Whole pixels, so that a picture of pixels is as large as it says. */
export function areaOf(nodes: readonly PlacedNode[], wires: readonly PlacedWire[], margin: number): Area {
  const area = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const cover = ({ left, top, right, bottom }: Area) => {
    area.left = Math.min(area.left, left);
    area.top = Math.min(area.top, top);
    area.right = Math.max(area.right, right);
    area.bottom = Math.max(area.bottom, bottom);
  };
  for (const { x, y, box } of nodes) cover({ left: x, top: y, right: x + box.width, bottom: y + box.height });
  for (const wire of wires) {
    cover(labelArea(wire));
    // A cubic stays between its control points.
    for (const { x, y } of wire.course.points) cover({ left: x, top: y, right: x, bottom: y });
  }
  const { left, top, right, bottom } = nodes.length > 0 ? area : { left: 0, top: 0, right: 0, bottom: 0 };
  return {
    left: Math.floor(left) - margin,
    top: Math.floor(top) - margin,
    right: Math.ceil(right) + margin,
    bottom: Math.ceil(bottom) + margin,
  };
}
