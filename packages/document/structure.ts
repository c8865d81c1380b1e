/**
 * The structure of a graph: ids that are unique, operators that exist, wires that lead somewhere and never round in a circle.
 */
import { isLeaf, isOperand, LEAVES, operators } from '#engine';
import { didYouMean, type PathProblem } from './problem';
import type { RawGraph, RawNode } from './schema';

export function structureProblems(raw: RawGraph): PathProblem[] {
  const ids = new Map<string, number>();
  const problems = raw.nodes.flatMap((node, i) => {
    const first = ids.get(node.id);
    if (first === undefined) ids.set(node.id, i);
    return first === undefined
      ? []
      : [
          {
            path: ['nodes', i, 'id'],
            message: `the id "${node.id}" is taken by nodes[${first}]: expected another.`,
          },
        ];
  });
  raw.nodes.forEach((node, i) => {
    for (const { path, message } of nodeProblems(node, ids))
      problems.push({ path: ['nodes', i, ...path] as never, message });
  });
  if (raw.target !== null && !ids.has(raw.target))
    problems.push({ path: ['target'], message: missingNode(raw.target, ids.keys()) });
  return [...problems, ...circles(raw.nodes, ids)];
}

const missingNode = (id: string, ids: Iterable<string>) =>
  `no node has the id "${id}".${didYouMean(id, ids)}`;

function nodeProblems(node: RawNode, ids: ReadonlyMap<string, number>): PathProblem[] {
  if (isLeaf(node.op)) return leafProblems(node);
  const operator = operators.get(node.op);
  if (!operator) {
    const names = [...LEAVES, ...operators.keys()];
    return [{ path: ['op'], message: `unknown operator "${node.op}".${didYouMean(node.op, names)}` }];
  }
  const problems: PathProblem[] = [];
  if (node.value !== undefined)
    problems.push({
      path: ['value'],
      message: `a value belongs to a variable, parameter or constant: ${node.op} computes its own.`,
    });
  const operands = 'numbered' in operator.operands ? ['x1', 'x2'] : operator.operands;
  for (const [operand, source] of Object.entries(node.inputs ?? {})) {
    if (!isOperand(operator.operands, operand))
      problems.push({
        path: ['inputs', operand],
        message: `${node.op} has no operand "${operand}": expected ${'numbered' in operator.operands ? 'x1, x2, …' : operands.join(', ')}.${didYouMean(operand, operands)}`,
      });
    if (!ids.has(source))
      problems.push({ path: ['inputs', operand], message: missingNode(source, ids.keys()) });
  }
  const settings = Object.keys(operator.attributes);
  for (const name of Object.keys(node.attributes ?? {}))
    if (!settings.includes(name))
      problems.push({
        path: ['attributes', name],
        message: `${node.op} has no setting "${name}": expected ${settings.join(', ') || 'none'}.${didYouMean(name, settings)}`,
      });
  return problems;
}

function leafProblems(node: RawNode): PathProblem[] {
  const problems: PathProblem[] = [];
  if (node.value === undefined)
    problems.push({ path: [], message: `a ${node.op} needs a value: expected a number, a list or rows.` });
  if (node.inputs !== undefined)
    problems.push({ path: ['inputs'], message: `a ${node.op} has no operands: expected no inputs.` });
  const [setting] = Object.keys(node.attributes ?? {});
  if (setting !== undefined)
    problems.push({ path: ['attributes', setting], message: `a ${node.op} has no settings.` });
  return problems;
}

/**
 * The circles among the wires. What is left when nodes without open operands are taken away again and again has, at every node, a wire from
 * another node that is left: following those backwards must come round.
 */
function circles(nodes: readonly RawNode[], ids: ReadonlyMap<string, number>): PathProblem[] {
  const sources = nodes.map((node) => Object.values(node.inputs ?? {}).flatMap((id) => ids.get(id) ?? []));
  const left = leftover(sources);
  const seen = new Set<number>();
  const problems: PathProblem[] = [];
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
    problems.push({
      path: ['nodes', first],
      message: `the wires go round in a circle: ${tellCircle(names)}.`,
    });
  }
  return problems;
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
