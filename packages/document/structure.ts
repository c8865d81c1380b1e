/**
 * The structure of a graph: ids that are unique, operators that exist, wires that lead somewhere and never round in a circle; the same inside
 * its functions, which do not use themselves.
 */
import { circles, tellCircle } from './circles';
import { ID_PATTERN } from './graph';
import { type JudgedFunction, type JudgedGraph, nodeProblems, type Scope } from './node-structure';
import { didYouMean, formatPath, type Path, type PathProblem } from './problem';
import type { RawGraph } from './schema';

export const judged = ({ nodes, target, functions }: RawGraph): JudgedGraph => ({
  nodes,
  target,
  functions: new Map(Object.entries(functions ?? {})),
});

/** The problems of the structure, one by one: whoever has heard enough stops asking. */
export function* structureProblems({ nodes, target, functions }: JudgedGraph): Generator<PathProblem> {
  const places = placesOf(nodes.map(({ id }) => id));
  const scope: Scope = {
    nodes,
    places,
    inputs: new Map(),
    has: (id) => places.has(id),
    missing: (id) => `no node has the id "${id}".${didYouMean(id, places.keys())}`,
  };
  yield* takenIds(scope);
  for (const [i, node] of nodes.entries()) yield* within(['nodes', i], nodeProblems(node, scope, functions));
  if (target !== null && !scope.has(target)) yield { path: ['target'], message: scope.missing(target) };
  yield* wireCircles(scope);
  for (const [name, given] of functions)
    yield* within(['functions', name], functionProblems(name, given, scope, functions));
  yield* usedByThemselves(functions);
}

function* functionProblems(
  name: string,
  given: JudgedFunction | undefined,
  outside: Scope,
  functions: JudgedGraph['functions'],
): Generator<PathProblem> {
  if (!ID_PATTERN.test(name))
    yield {
      path: [],
      message: `"${name}" is no name of a function: expected a letter, then up to 63 letters, digits or underscores.`,
    };
  if (!given) return;
  const { inputs, nodes, output } = given;
  const scope = scopeInside(name, given, outside);
  for (const [i, input] of inputs.entries()) {
    const first = scope.inputs.get(input)!;
    if (first < i)
      yield {
        path: ['inputs', i],
        message: `the input "${input}" is taken by inputs[${first}]: expected another.`,
      };
  }
  yield* takenIds(scope);
  for (const [i, node] of nodes.entries()) yield* within(['nodes', i], nodeProblems(node, scope, functions));
  if (output !== undefined && !scope.has(output)) yield { path: ['output'], message: scope.missing(output) };
  yield* wireCircles(scope);
}

function scopeInside(name: string, given: JudgedFunction, outside: Scope): Scope {
  const places = placesOf(given.nodes.map(({ id }) => id));
  const inputs = placesOf(given.inputs);
  return {
    nodes: given.nodes,
    places,
    inputs,
    has: (id) => places.has(id) || inputs.has(id),
    missing: (id) =>
      outside.has(id)
        ? `the node "${id}" stands outside the function ${name}: expected a node or an input of ${name}. Give it an input for "${id}".`
        : `no node or input of the function ${name} has the id "${id}".${didYouMean(id, [...inputs.keys(), ...places.keys()])}`,
  };
}

/** Where each id stands first. */
function placesOf(ids: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [i, id] of ids.entries()) if (!places.has(id)) places.set(id, i);
  return places;
}

/** Ids that a node further up or an input has already. */
function* takenIds({ nodes, places, inputs }: Scope): Generator<PathProblem> {
  for (const [i, { id }] of nodes.entries()) {
    const input = inputs.get(id);
    const first = places.get(id)!;
    const holder: Path | undefined =
      input !== undefined ? ['inputs', input] : first < i ? ['nodes', first] : undefined;
    if (holder)
      yield {
        path: ['nodes', i, 'id'],
        message: `the id "${id}" is taken by ${formatPath(holder)}: expected another.`,
      };
  }
}

function* wireCircles({ nodes, places, inputs }: Scope): Generator<PathProblem> {
  const from: number[] = [];
  const to: number[] = [];
  for (const [i, node] of nodes.entries())
    for (const id of Object.values(node.inputs ?? {})) {
      const source = inputs.has(id) ? undefined : places.get(id);
      if (source === undefined) continue;
      from.push(source);
      to.push(i);
    }
  for (const circle of circles({ count: nodes.length, from, to })) {
    const names = circle.map((i) => nodes[i].id);
    yield {
      path: ['nodes', circle[0]],
      message: `the wires go round in a circle: ${tellCircle(names)}.`,
    };
  }
}

/** Functions that use themselves, directly or through others. */
function* usedByThemselves(functions: JudgedGraph['functions']): Generator<PathProblem> {
  const names = [...functions.keys()];
  const places = new Map(names.map((name, i) => [name, i]));
  const from: number[] = [];
  const to: number[] = [];
  for (const [i, name] of names.entries())
    for (const node of functions.get(name)?.nodes ?? []) {
      const used = node.op === 'function' ? places.get(node.function ?? '') : undefined;
      if (used === undefined) continue;
      from.push(i);
      to.push(used);
    }
  for (const circle of circles({ count: names.length, from, to }))
    yield {
      path: ['functions', names[circle[0]]],
      message: `the function uses itself: ${tellCircle(circle.map((i) => names[i]))}.`,
    };
}

/** The problems of a part, seen from the whole. */
function* within(path: Path, problems: Iterable<PathProblem>): Generator<PathProblem> {
  for (const problem of problems) yield { ...problem, path: [...path, ...problem.path] };
}
