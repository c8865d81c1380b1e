/**
 * A node that stands for a function, unfolded into the nodes inside. Values stay as they are, bit by bit.
 */
import type { Draft } from 'immer';
import type { Program, Shape } from '#engine';
import { type Command, nextRank } from './commands';
import { noFunction } from './compile';
import { allNodes, nodesIn, removeFunctions, standsFor } from './function-table';
import type { GraphDocument, GraphFunction, GraphNode, Position } from './graph';
import { GONE, type NoCommand, refused } from './no-command';
import { obstaclesBeside, placesAround, placesBefore } from './placing';

/**
 * A function node becomes the nodes it stands for, and stays itself as their result, with its label, its note and its wires. The others keep
 * their names, or get the next free number where the graph has such a node already; they keep their places among themselves, around the place
 * of the function. The function goes from the document when nobody else stands for it. It may have problems: outside they can be mended.
 */
export function unfoldFunction(document: GraphDocument, program: Program, id: string): Command | NoCommand {
  const node = document.nodes.get(id);
  if (!node || !program.node(id)) return GONE;
  if (node.op !== 'function')
    return refused(`${id} (${node.op}) stands for no function: select one that does.`);
  const { function: name = '' } = node;
  const given = document.functions.get(name);
  if (!given) return refused(`${id} cannot be unfolded. ${noFunction(name, document.functions)}`);

  const names = namesOutside(document, node, given);
  const places = placesOutside(document, program, node, given);
  // A function that passes an input on stands for no node of its own.
  const result = given.nodes.get(given.output) ?? {
    id: given.output,
    op: 'identity',
    inputs: { x: given.output },
  };
  const steps = nodesIn(given).filter((step) => step !== result);
  const others = allNodes(document).filter((other) => other !== node);
  return {
    label: `Unfold ${id}`,
    apply(draft) {
      const unfolded = draft.nodes.get(id)!;
      delete unfolded.function;
      delete unfolded.inputs;
      const { id: _, label, note, rest, ...content } = outside(result, names, places);
      Object.assign(unfolded, content);
      let rank = nextRank(draft);
      for (const step of steps) {
        const made = { ...outside(step, names, places), rank: rank++ };
        draft.nodes.set(made.id, made as Draft<GraphNode>);
      }
      if (!standsFor(others).has(name)) removeFunctions(draft, new Set([name]));
    },
  };
}

type Places = ReadonlyMap<string, Position>;

/** A node inside, as it is outside; a wire from an input that nothing is wired to is gone. */
function outside(
  { rank, position: _, inputs = {}, ...step }: GraphNode,
  names: ReadonlyMap<string, string>,
  places: Places,
): GraphNode {
  const wires = Object.entries(inputs).flatMap(([operand, from]) => {
    const source = names.get(from);
    return source === undefined ? [] : [[operand, source]];
  });
  const position = places.get(step.id);
  return {
    ...step,
    id: names.get(step.id) ?? step.id,
    ...(wires.length > 0 && { inputs: Object.fromEntries(wires) }),
    ...(position && { position: [...position] }),
  };
}

/** Where the wires inside lead to outside, by the names inside: inputs to what they are wired to, the output to the node itself. */
function namesOutside(document: GraphDocument, { id, inputs = {} }: GraphNode, given: GraphFunction) {
  const names = new Map(Object.entries(inputs));
  const steps = [...given.nodes.keys()].filter((step) => step !== given.output);
  const taken = new Set([...document.nodes.keys(), ...steps]);
  for (const step of steps) {
    const name = document.nodes.has(step) ? numbered(step, taken) : step;
    taken.add(name);
    names.set(step, name);
  }
  if (given.nodes.has(given.output)) names.set(given.output, id);
  return names;
}

/** The id with the first number that is free in place of its own: x, x1 and x2 all become x3. */
function numbered(id: string, taken: ReadonlySet<string>): string {
  const stem = id.replace(/\d+$/, '');
  for (let i = 1; ; i++) {
    const name = `${stem.slice(0, 64 - String(i).length)}${i}`;
    if (!taken.has(name)) return name;
  }
}

/** Where the nodes inside come to stand, by their ids inside; nowhere when the function node has no place itself. */
function placesOutside(
  document: GraphDocument,
  program: Program,
  { id, position }: GraphNode,
  given: GraphFunction,
): Places {
  if (!position) return new Map();
  const others = obstaclesBeside(document, program, id);
  const shapeAt = (step: string): Shape => program.node(`${id}/${step}`)?.tensor?.shape ?? [];
  const nodes = nodesIn(given);
  const block = nodes.flatMap((step) => {
    const { inputs = {}, position: place } = step;
    const operands = Object.keys(inputs).length;
    return place ? [{ id: step.id, position: place, shape: shapeAt(step.id), operands }] : [];
  });
  if (given.nodes.has(given.output) && block.length === nodes.length)
    return placesAround(block, position, others);

  const wired = new Set(nodes.flatMap(({ inputs = {} }) => Object.values(inputs)));
  const steps = operandsFirst(given)
    .filter((step) => step.id !== given.output)
    .map(({ id: step, inputs = {} }) => ({ id: step, shape: shapeAt(step), sources: Object.values(inputs) }));
  // What leads nowhere stands to the left of the result, too.
  const ends = steps.map((step) => step.id).filter((step) => !wired.has(step));
  const sources = [...Object.values(given.nodes.get(given.output)?.inputs ?? {}), ...ends];
  const result = { id: given.output, shape: shapeAt(given.output), sources };
  return placesBefore([...steps, result], position, others);
}

/** The nodes of a function, operands before the nodes that use them. */
function operandsFirst({ nodes }: GraphFunction): readonly GraphNode[] {
  const laid = new Set<GraphNode>();
  const waiting = [...nodes.values()];
  while (waiting.length > 0) {
    const node = waiting[waiting.length - 1];
    const open = Object.values(node.inputs ?? {})
      .flatMap((source) => nodes.get(source) ?? [])
      .filter((source) => !laid.has(source));
    if (open.length > 0) waiting.push(...open);
    else laid.add(waiting.pop()!);
  }
  return [...laid];
}
