/**
 * The structure of a graph: ids that are unique, operators that exist, wires that lead somewhere and never round in a circle.
 */
import { isLeaf, isOperand, LEAVES, type Operator, operators } from '#engine';
import { didYouMean, type PathProblem } from './problem';
import type { RawGraph, RawNode } from './schema';

/** The problems of the structure, one by one: whoever has heard enough stops asking. */
export function* structureProblems(raw: Pick<RawGraph, 'nodes' | 'target'>): Generator<PathProblem> {
  const ids = new Map<string, number>();
  for (const [i, { id }] of raw.nodes.entries()) {
    const first = ids.get(id);
    if (first === undefined) ids.set(id, i);
    else
      yield {
        path: ['nodes', i, 'id'],
        message: `the id "${id}" is taken by nodes[${first}]: expected another.`,
      };
  }
  for (const [i, node] of raw.nodes.entries())
    for (const { path, message } of nodeProblems(node, ids)) yield { path: ['nodes', i, ...path], message };
  if (raw.target !== null && !ids.has(raw.target))
    yield { path: ['target'], message: missingNode(raw.target, ids.keys()) };
  yield* circles(raw.nodes, ids);
}

const missingNode = (id: string, ids: Iterable<string>) =>
  `no node has the id "${id}".${didYouMean(id, ids)}`;

function* nodeProblems(node: RawNode, ids: ReadonlyMap<string, number>): Generator<PathProblem> {
  if (isLeaf(node.op)) return yield* leafProblems(node);
  const operator = operators.get(node.op);
  if (!operator) {
    const names = [...LEAVES, ...operators.keys()];
    yield { path: ['op'], message: `unknown operator "${node.op}".${didYouMean(node.op, names)}` };
    return;
  }
  if (node.value !== undefined)
    yield {
      path: ['value'],
      message: `a value belongs to a variable, parameter or constant: ${node.op} computes its own.`,
    };
  yield* inputProblems(node, operator, ids);
  const settings = Object.keys(operator.attributes);
  for (const name of Object.keys(node.attributes ?? {}))
    if (!settings.includes(name))
      yield {
        path: ['attributes', name],
        message: `${node.op} has no setting "${name}": expected ${settings.join(', ') || 'none'}.${didYouMean(name, settings)}`,
      };
}

function* inputProblems(
  { op, inputs = {} }: RawNode,
  { operands }: Operator,
  ids: ReadonlyMap<string, number>,
): Generator<PathProblem> {
  const names = 'numbered' in operands ? ['x1', 'x2'] : operands;
  const expected = 'numbered' in operands ? 'x1, x2, …' : names.join(', ');
  for (const [operand, source] of Object.entries(inputs)) {
    const path = ['inputs', operand];
    if (!isOperand(operands, operand))
      yield {
        path,
        message: `${op} has no operand "${operand}": expected ${expected}.${didYouMean(operand, names)}`,
      };
    if (!ids.has(source)) yield { path, message: missingNode(source, ids.keys()) };
  }
}

function* leafProblems({ op, value, inputs, attributes }: RawNode): Generator<PathProblem> {
  if (value === undefined)
    yield { path: [], message: `a ${op} needs a value: expected a number, a list or rows.` };
  if (inputs !== undefined)
    yield { path: ['inputs'], message: `a ${op} has no operands: expected no inputs.` };
  for (const name of Object.keys(attributes ?? {}))
    yield { path: ['attributes', name], message: `a ${op} has no settings.` };
}

/**
 * The circles among the wires. What is left when nodes without open operands are taken away again and again has, at every node, a wire from
 * another node that is left: following those backwards must come round.
 */
function* circles(nodes: readonly RawNode[], ids: ReadonlyMap<string, number>): Generator<PathProblem> {
  const sources = nodes.map((node) => Object.values(node.inputs ?? {}).flatMap((id) => ids.get(id) ?? []));
  const left = leftover(sources);
  const seen = new Set<number>();
  for (const start of left) {
    const walk: number[] = [];
    const onWalk = new Map<number, number>();
    let at: number | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      onWalk.set(at, walk.length);
      seen.add(at);
      walk.push(at);
      at = sources[at].find((source) => left.has(source));
    }
    if (at === undefined || !onWalk.has(at)) continue;
    const circle = walk.slice(onWalk.get(at)).reverse();
    const first = Math.min(...circle);
    const turn = circle.indexOf(first);
    const names = [...circle.slice(turn), ...circle.slice(0, turn), first].map((i) => nodes[i].id);
    yield { path: ['nodes', first], message: `the wires go round in a circle: ${tellCircle(names)}.` };
  }
}

function tellCircle(names: readonly string[]): string {
  const told = names.length <= 12 ? names : [...names.slice(0, 6), '…', ...names.slice(-5)];
  return told.join(' → ');
}

function leftover(sources: readonly (readonly number[])[]): Set<number> {
  const open = sources.map((list) => list.length);
  const users: number[][] = sources.map(() => []);
  sources.forEach((list, i) => {
    for (const source of list) users[source].push(i);
  });
  const queue = open.flatMap((count, i) => (count === 0 ? [i] : []));
  for (let k = 0; k < queue.length; k++)
    for (const user of users[queue[k]]) if (--open[user] === 0) queue.push(user);
  const done = new Set(queue);
  return new Set(sources.flatMap((_, i) => (done.has(i) ? [] : [i])));
}
