/**
 * Between a formula and the operators it stands for: an expression is unfolded into nodes, and nodes are folded into an expression. Values stay
 * as they are, bit by bit.
 */
import type { Draft } from 'immer';
import { isLeaf, type NodeSpec, nest, type Program, type Shape } from '#engine';
import { formulaOf, isFormulaProblem, namesOfSteps, parseFormula } from '#formula';
import { type Command, nextRank } from './commands';
import { formulaBody } from './compile';
import type { GraphDocument, GraphNode, Position } from './graph';
import { GONE, type NoCommand, refused } from './no-command';
import { obstaclesBeside, placesBefore } from './placing';

/**
 * An expression becomes the nodes it stands for. It stays itself as their result, with its wires, its place and its label; what leads to it is
 * called u1, u2, … and the numbers of the formula c1, c2, …, as in the graph of a typed formula.
 */
export function unfoldExpression(document: GraphDocument, program: Program, id: string): Command | NoCommand {
  const node = document.nodes.get(id);
  const compiled = program.node(id);
  if (!node || !compiled) return GONE;
  if (node.op !== 'expression')
    return refused(`${id} (${node.op}) has no formula: only an expression can be unfolded.`);
  const cannot = (message: string) => refused(`${id} cannot be unfolded. ${message}`);
  if (compiled.problems.length > 0) return cannot(compiled.problems[0].message);
  const inside = formulaBody(node).unfold(compiled.operands.map(({ shape }) => shape));
  if ('code' in inside) return cannot(inside.message);

  const steps = inside.nodes.filter((step) => step.id !== inside.output);
  // A formula that is an operand and nothing else stands for no node.
  const result: NodeSpec = inside.nodes.find((step) => step.id === inside.output) ?? {
    id: inside.output,
    op: 'identity',
    inputs: { x: inside.output },
  };
  const names = new Map([
    [inside.output, id],
    ...Object.entries(node.inputs ?? {}),
    ...namesOfSteps(steps, document.nodes),
  ]);
  const places = placesOf(document, program, node, [...steps, result]);
  return {
    label: `Unfold ${id}`,
    apply(draft) {
      const unfolded = draft.nodes.get(id)!;
      delete unfolded.expression;
      delete unfolded.inputs;
      Object.assign(unfolded, contentOf(result, names));
      let rank = nextRank(draft);
      for (const step of steps) {
        const name = names.get(step.id)!;
        const position = places.get(step.id);
        draft.nodes.set(name, {
          id: name,
          ...contentOf(step, names),
          ...(position && { position: [...position] }),
          rank: rank++,
        });
      }
    },
  };
}

/** What a node computes, its wires leading to names of the document. */
function contentOf(
  { op, value, inputs, attributes }: Omit<NodeSpec, 'id'>,
  names: ReadonlyMap<string, string>,
) {
  const wires = Object.entries(inputs ?? {}).map(([operand, from]) => [operand, names.get(from)!]);
  const content = {
    op,
    ...(value !== undefined && { value }),
    ...(inputs && { inputs: Object.fromEntries(wires) }),
    ...(attributes && { attributes }),
  };
  return content as Pick<Draft<GraphNode>, 'op' | 'value' | 'inputs' | 'attributes'>;
}

/** Places for the steps of a node, which come before their result; none when the node has none itself. */
function placesOf(
  document: GraphDocument,
  program: Program,
  { id, position }: GraphNode,
  inside: readonly NodeSpec[],
): ReadonlyMap<string, Position> {
  if (!position) return new Map();
  const shapeAt = (name: string): Shape => program.node(name)?.tensor?.shape ?? [];
  const steps = inside.map((step) => ({
    id: step.id,
    shape: shapeAt(`${id}/${step.id}`),
    sources: Object.values(step.inputs ?? {}),
  }));
  return placesBefore(steps, position, obstaclesBeside(document, program, id));
}

/**
 * Operators and constants with one result become one expression in its place. Its operands are the nodes outside, by their ids; constants become
 * numbers of the formula.
 */
export function foldIntoExpression(
  document: GraphDocument,
  program: Program,
  ids: readonly string[],
): Command | NoCommand {
  const nodes = [...new Set(ids)].flatMap((id) => document.nodes.get(id) ?? []);
  if (!ids.every((id) => document.nodes.has(id) && program.node(id))) return GONE;
  const problem = nodes.map(foldingProblem).find((found) => found !== undefined);
  if (problem !== undefined) return refused(problem);
  if (nodes.every(({ op }) => isLeaf(op)))
    return refused('There is nothing to fold: select at least one operator.');
  const output = resultOf(document, nodes);
  if (typeof output !== 'string') return output;
  const [blocked] = nodes.flatMap(({ id }) => program.node(id)!.problems);
  if (blocked) return refused(`${output} cannot be folded. ${blocked.message}`);

  const outside = sourcesOf(nodes, program);
  const text = formulaOf([...outside, ...nodes], output);
  if (typeof text !== 'string') return refused(`${output} cannot be folded. ${text.message}`);
  return {
    label: nodes.length === 1 ? `Fold ${output} into a formula` : `Fold ${nodes.length} nodes into ${output}`,
    apply(draft) {
      for (const { id } of nodes) if (id !== output) draft.nodes.delete(id);
      const folded = draft.nodes.get(output)!;
      delete folded.attributes;
      delete folded.inputs;
      folded.op = 'expression';
      folded.expression = text;
      const operands = operandsIn(text, outside);
      if (operands.length > 0) folded.inputs = Object.fromEntries(operands.map((id) => [id, id]));
    },
  };
}

/** Why a node cannot be a part of a formula. */
function foldingProblem({ id, op }: GraphNode): string | undefined {
  if (op === 'expression') return `${id} (expression) has a formula of its own: unfold it first.`;
  if (op === 'function')
    return `${id} (function) cannot be called in a formula: leave it out of the selection.`;
  if (op === 'variable' || op === 'parameter')
    return `${id} is a ${op}: a formula is made of operators and numbers. Leave it out of the selection.`;
  return undefined;
}

/** The one node of a selection that may be used outside of it, or why there is none. */
function resultOf(document: GraphDocument, nodes: readonly GraphNode[]): string | NoCommand {
  const inner = new Set(nodes.flatMap(({ inputs = {} }) => Object.values(inputs)));
  const results = nodes.map(({ id }) => id).filter((id) => !inner.has(id));
  if (results.length > 1) {
    const names = `${results.slice(0, 3).join(', ')}${results.length > 3 ? ', …' : ''}`;
    return refused(
      `The selection has ${results.length} results (${names}): a formula has one. Select what leads to one of them.`,
    );
  }
  const [output] = results;
  const hidden = new Set(nodes.map(({ id }) => id).filter((id) => id !== output));
  const problem = missedOutside(document, hidden, new Set([...hidden, output]));
  return problem === undefined ? output : refused(problem);
}

/** Why nodes cannot vanish inside of a formula. */
function missedOutside(
  document: GraphDocument,
  hidden: ReadonlySet<string>,
  selected: ReadonlySet<string>,
): string | undefined {
  const { nodes, target } = document;
  for (const { id, inputs = {} } of nodes.values()) {
    const source = selected.has(id) ? undefined : Object.values(inputs).find((from) => hidden.has(from));
    if (source !== undefined)
      return `${source} is used by ${id} outside of the selection: select ${id} too, or leave ${source} out.`;
  }
  return target !== null && hidden.has(target)
    ? `${target} is the target: inside of a formula it could not be differentiated. Leave it out of the selection.`
    : undefined;
}

/** The nodes outside that the selection is wired to: to a formula, values of their shapes. */
function sourcesOf(nodes: readonly GraphNode[], program: Program): readonly NodeSpec[] {
  const selected = new Set(nodes.map(({ id }) => id));
  const sources = new Set(nodes.flatMap(({ inputs = {} }) => Object.values(inputs)));
  return [...sources]
    .filter((id) => !selected.has(id))
    .map((id) => ({
      id,
      op: 'variable',
      value: nest(program.node(id)!.tensor!),
    }));
}

/** The operands of a formula that was written, in the order in which they appear in it. */
function operandsIn(text: string, outside: readonly NodeSpec[]): readonly string[] {
  const formula = parseFormula(
    text,
    outside.map(({ id }) => id),
  );
  if (isFormulaProblem(formula)) throw new Error(formula.message);
  return formula.operands;
}
