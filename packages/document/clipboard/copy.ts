/**
 * The clipboard's text: a `.nabla` file of the nodes that were copied, which opens like any other. Wires that come from outside of it stand
 * beside, under a key of their own.
 */
import { type GraphDocument, type GraphNode, nodesInOrder } from '../graph';
import { writeText } from '../write';

/** Node → operand → id of the node outside that was wired to it. */
export type OutsideWires = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The key of a copy under which its {@link OutsideWires} stand. */
export const OUTSIDE_WIRES = 'outsideWires';

/** The canonical text of a document of these nodes alone, with the functions they use. */
export function copyText(document: GraphDocument, ids: readonly string[]): string {
  const chosen = new Set(ids);
  const nodes = nodesInOrder(document).filter(({ id }) => chosen.has(id));
  const outside = Object.fromEntries(
    nodes.flatMap(({ id, inputs = {} }) => {
      const wires = Object.entries(inputs).filter(([, from]) => !chosen.has(from));
      return wires.length > 0 ? [[id, Object.fromEntries(wires)]] : [];
    }),
  );
  return writeText({
    title: '',
    description: '',
    nodes: new Map(nodes.map((node, rank) => [node.id, { ...within(node, chosen), rank }])),
    functions: new Map([...document.functions].filter(([name]) => functionsUsed(nodes, document).has(name))),
    target: null,
    ...(Object.keys(outside).length > 0 && { rest: { [OUTSIDE_WIRES]: outside } }),
  });
}

function within({ inputs, ...node }: GraphNode, chosen: ReadonlySet<string>): GraphNode {
  const wires = Object.entries(inputs ?? {}).filter(([, from]) => chosen.has(from));
  return wires.length > 0 ? { ...node, inputs: Object.fromEntries(wires) } : node;
}

/** Functions that the nodes stand for, and those inside of them. */
function functionsUsed(nodes: readonly GraphNode[], { functions }: GraphDocument): ReadonlySet<string> {
  const used = new Set<string>();
  const pending = [...nodes];
  for (const node of pending) {
    const name = node.function;
    if (node.op !== 'function' || name === undefined || used.has(name)) continue;
    used.add(name);
    pending.push(...(functions.get(name)?.nodes.values() ?? []));
  }
  return used;
}
