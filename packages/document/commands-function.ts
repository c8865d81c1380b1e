/**
 * A selection folded into a function, with a node that stands for it. Values stay as they are, bit by bit. The way back is in
 * commands-unfold.ts.
 */
import type { Draft } from 'immer';
import { isLeaf, type Program } from '#engine';
import { tellCircle, wayBack } from './circles';
import type { Command } from './commands';
import { freshFunctionName, functionNameProblem } from './function-table';
import { type GraphDocument, type GraphFunction, type GraphNode, nodesInOrder } from './graph';
import { GONE, type NoCommand, refused } from './no-command';
import { middleOf } from './placing';
import { usersOf } from './walks';

/**
 * Nodes with one result become a function, and one node in their middle that stands for it: the result itself, with its id, its label, its note
 * and the wires that leave it. The nodes outside that the selection is wired to are the inputs, by their ids.
 *
 * Operators, formulas and functions go inside. Of the leaves, parameters and constants do that nobody outside needs; the others stay where they
 * are and are inputs, and so does every variable: inside, nobody could set it.
 */
export function foldIntoFunction(
  document: GraphDocument,
  program: Program,
  ids: readonly string[],
  name: string = freshFunctionName(document),
): Command | NoCommand {
  if (!ids.every((id) => document.nodes.has(id) && program.node(id))) return GONE;
  const problem = functionNameProblem(document, name);
  if (problem !== undefined) return refused(problem);
  const users = usersOf(document);
  const inside = insideOf(document, users, new Set(ids));
  if (inside.length === 0) return refused('There is nothing to fold: select at least one operator.');
  const output = resultOf(document, users, inside);
  if (typeof output !== 'string') return output;
  const [blocked] = inside.flatMap(({ id }) => program.node(id)!.problems);
  if (blocked) return refused(`${output} cannot be folded. ${blocked.message}`);

  const folded = functionOf(inside, output);
  const places = inside.flatMap(({ position }) => (position ? [position] : []));
  return {
    label: `Fold ${inside.length === 1 ? output : `${inside.length} nodes`} into the function ${name}`,
    apply(draft) {
      for (const { id } of inside) if (id !== output) draft.nodes.delete(id);
      draft.functions.set(name, folded as Draft<GraphFunction>);
      const node = draft.nodes.get(output)!;
      delete node.attributes;
      delete node.expression;
      delete node.inputs;
      node.op = 'function';
      node.function = name;
      if (folded.inputs.length > 0) node.inputs = Object.fromEntries(folded.inputs.map((id) => [id, id]));
      if (places.length > 0) node.position = [...middleOf(places)];
    },
  };
}

type Users = ReturnType<typeof usersOf>;

/** What of a selection goes inside, in the order of the file. */
function insideOf(
  document: GraphDocument,
  users: Users,
  selected: ReadonlySet<string>,
): readonly GraphNode[] {
  const goes = ({ id, op }: GraphNode): boolean => {
    if (!selected.has(id) || op === 'variable') return false;
    if (!isLeaf(op)) return true;
    const own = users.get(id) ?? [];
    return own.length > 0 && own.every(({ to }) => selected.has(to)) && id !== document.target;
  };
  return nodesInOrder(document).filter(goes);
}

/** The one node inside that is needed outside, or why there is none. */
function resultOf(document: GraphDocument, users: Users, inside: readonly GraphNode[]): string | NoCommand {
  const ids = new Set(inside.map(({ id }) => id));
  const usedBy = (id: string) => (users.get(id) ?? []).map(({ to }) => to);
  const usedOutsideBy = (id: string) => usedBy(id).filter((user) => !ids.has(user));
  const way = wayBack(ids, (id) => (ids.has(id) ? usedOutsideBy(id) : usedBy(id)));
  if (way)
    return refused(
      `The wires ${tellCircle(way)} leave the selection and come back to it: as one node they would go round in a circle. Select ${firstFew(way.slice(1, -1))} too.`,
    );
  const results = [...ids].flatMap((id) => {
    const [user] = usedOutsideBy(id);
    if (user !== undefined) return [{ id, why: `used by ${user}` }];
    if (id === document.target) return [{ id, why: 'the target' }];
    return usedBy(id).length === 0 ? [{ id, why: 'used by nobody' }] : [];
  });
  if (results.length === 1) return results[0].id;
  const told = firstFew(results.map(({ id, why }) => `${id} (${why})`));
  return refused(
    `The selection has ${results.length} results: ${told}. A function has one: select what leads to one of them.`,
  );
}

const firstFew = (names: readonly string[]) =>
  `${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}`;

/** An input is called like the node outside that it stands for: an id that no node inside has. */
function functionOf(inside: readonly GraphNode[], output: string): GraphFunction {
  const ids = new Set(inside.map(({ id }) => id));
  const sources = new Set(inside.flatMap(({ inputs = {} }) => Object.values(inputs)));
  const nodes = inside.map((node, rank): GraphNode => {
    if (node.id !== output) return { ...node, rank };
    // The note and the unknown keys stay with the node outside.
    const { note, rest, ...content } = node;
    return { ...content, rank };
  });
  return {
    inputs: [...sources].filter((id) => !ids.has(id)),
    nodes: new Map(nodes.map((node) => [node.id, node])),
    output,
  };
}
