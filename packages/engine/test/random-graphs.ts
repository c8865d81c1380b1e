/**
 * Random graphs of mixed shapes over the whole registry, from a seed: tame values, no kinks, one node often on several operands.
 */
import {
  compile,
  diagnose,
  isRefusal,
  type NodeSpec,
  type Operator,
  operators,
  type Program,
  readAttributes,
} from '../index';
import { seeded } from './graphs';

export interface RandomGraph {
  readonly specs: readonly NodeSpec[];
  readonly program: Program;
  readonly random: () => number;
}

const choose = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)];

/** A graph of some leaves and up to `steps` operators, evaluated. */
export function randomGraph(seed: number, steps = 8): RandomGraph {
  const random = seeded(seed);
  const specs: NodeSpec[] = Array.from({ length: 3 }, (_, i) => leaf(`x${i}`, random));
  let program = compile(specs).run();
  for (let i = 0; i < steps; i++) {
    const grown = [...specs, operation(`y${i}`, specs, program, random)].filter((spec) => spec !== undefined);
    if (grown.length === specs.length) continue;
    const next = compile(grown).run();
    if (!isTame(next, `y${i}`)) continue;
    specs.push(grown[grown.length - 1]);
    program = next;
  }
  return { specs, program, random };
}

function leaf(id: string, random: () => number): NodeSpec {
  const number = () => Math.round((4 * random() - 2) * 1000) / 1000;
  const list = (n: number) => Array.from({ length: n }, number);
  const kind = random();
  const value =
    kind < 0.35
      ? number()
      : kind < 0.7
        ? list(choose([2, 3, 4], random))
        : list(choose([2, 3], random)).map(() => list(3));
  return { id, op: 'variable', value };
}

/** A random operator on random nodes that fit it, if some are found. */
function operation(
  id: string,
  specs: readonly NodeSpec[],
  program: Program,
  random: () => number,
): NodeSpec | undefined {
  const all = [...operators.values()];
  for (let attempt = 0; attempt < 40; attempt++) {
    const operator = choose(all, random);
    const names = 'numbered' in operator.operands ? ['x1', 'x2'] : operator.operands;
    const inputs = Object.fromEntries(names.map((name) => [name, choose(specs, random).id]));
    const attributes = settingsFor(operator, random);
    const read = readAttributes(operator, attributes);
    if ('code' in read) continue;
    const shapes = names.map((name) => program.node(inputs[name])!.tensor!.shape);
    if (!isRefusal(operator.shape(shapes, read.attributes)))
      return { id, op: operator.name, inputs, attributes };
  }
  return undefined;
}

/** The settings of one of the operator's examples. */
const settingsFor = (operator: Operator, random: () => number) =>
  choose(operator.examples, random).attributes;

/** Whether the new node is smooth and of moderate size, slopes included. */
function isTame(program: Program, id: string): boolean {
  const node = program.node(id)!;
  const harmless = ['blocks-gradient', 'not-true-derivative'];
  if (diagnose(program).some(({ node: at, code }) => at === id && !harmless.includes(code))) return false;
  const tame = (data: Float64Array) => data.every((v) => Number.isFinite(v) && Math.abs(v) < 100);
  return tame(node.tensor!.data) && node.incoming.every(({ jacobian }) => jacobian!.payload.every(tame));
}
