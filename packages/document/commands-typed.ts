/**
 * A typed formula becomes a graph. Names of nodes that exist are those nodes; other names become variables.
 */
import { compile, type NestedValue, nest, type Program } from '#engine';
import { graphOfFormula } from '#formula';
import { type Addition, addNodes, freshLike } from './commands';
import { type GraphDocument, type GraphNode, ID_PATTERN, type Position } from './graph';
import type { NoCommand } from './no-command';
import { obstaclesBeside, placesBefore, type Step } from './placing';

const NAMED = /^\s*([A-Za-z][A-Za-z0-9_]*)\s*=(?!=)([\s\S]*)$/;

/**
 * The nodes of `sin(x1*x2)`, or of `y = sin(x1*x2)`, whose result is called y where that name is free. They stand around the place, the result
 * on the right; it becomes the target of a graph that has none.
 */
export function addFormula(
  document: GraphDocument,
  program: Program,
  text: string,
  place: Position,
): Addition | NoCommand {
  const [, wanted, right] = NAMED.exec(text) ?? [undefined, undefined, text];
  const { nodes: existing } = document;
  const values = new Map<string, NestedValue>();
  for (const { id, tensor } of program.nodes) if (tensor && existing.has(id)) values.set(id, nest(tensor));
  const graph = graphOfFormula(right, values, existing.keys());
  if ('message' in graph) return { problem: graph.message };

  const added = graph.nodes.filter(({ id }) => !existing.has(id));
  if (added.length === 0)
    return {
      problem: `${graph.target} is a node already: expected a formula of it, like ${graph.target}^2.`,
    };
  const result = nameOfResult(
    graph.target,
    wanted,
    added.map(({ id }) => id),
    existing,
  );
  const nodes = added.map((node) => (node.id === graph.target ? { ...node, id: result } : node) as GraphNode);
  const alone = compile(graph.nodes);
  const steps = added.map(({ id, inputs = {} }, i) => ({
    id: nodes[i].id,
    shape: alone.node(id)?.tensor?.shape ?? [],
    sources: Object.values(inputs),
  }));
  const places = placesOfSteps(document, program, steps, place);
  return {
    label: nodes.length === 1 ? `Add ${result}` : `Add ${result} = ${right.trim()}`,
    ids: nodes.map(({ id }) => id),
    apply(draft) {
      addNodes(
        draft,
        nodes.map((node) => ({ ...node, position: places.get(node.id)! })),
      );
      draft.target ??= result;
    },
  };
}

function nameOfResult(
  name: string,
  wanted: string | undefined,
  added: readonly string[],
  existing: GraphDocument['nodes'],
): string {
  if (wanted === undefined || !ID_PATTERN.test(wanted)) return name;
  return freshLike(wanted, new Set([...existing.keys(), ...added.filter((id) => id !== name)]));
}

/** In columns, the result rightmost, the whole about the place; on nothing that stands there. */
function placesOfSteps(
  document: GraphDocument,
  program: Program,
  steps: readonly Step[],
  [x, y]: Position,
): ReadonlyMap<string, Position> {
  const obstacles = obstaclesBeside(document, program);
  const lefts = [...placesBefore(steps, [0, 0], []).values()].map(([left]) => left);
  const at: Position = [x + Math.round(-Math.min(0, ...lefts) / 20) * 10, y];
  return new Map([...placesBefore(steps, at, obstacles), [steps.at(-1)!.id, at]]);
}
