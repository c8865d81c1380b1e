/**
 * Writes the cases of the golden files: every operator at its examples and at random smooth points of several shapes, and random graphs. What
 * PyTorch says of them is added by evaluate.py. See docs/golden-files.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type Attributes,
  dense,
  diagnose,
  hessian,
  isRefusal,
  type Operator,
  operators,
  type Program,
  type ProgramNode,
  Pullback,
  readAttributes,
  type Shape,
} from '#engine';
import { applied, seeded } from '../../packages/engine/test/graphs';
import { randomGraph } from '../../packages/engine/test/random-graphs';

type Value = number | number[] | number[][];
type Random = () => number;

const SEED = 3_000_001;
const GRAPHS = 120;
/** Random points an operator at least. */
const POINTS = 3;

/** Sizes differ from one another, so that no row passes for a column. */
const SHAPES: readonly Shape[] = [
  [],
  [1],
  [2],
  [3],
  [4],
  [5],
  [6],
  [1, 3],
  [2, 2],
  [2, 3],
  [3, 2],
  [3, 3],
  [4, 2],
];

/** Settings beside those of the examples. */
const SETTINGS: Readonly<Record<string, readonly Attributes[]>> = {
  power: [{ exponent: -2 }, { exponent: 0.5 }, { exponent: 2.3 }],
  leaky_relu: [{ slope: 0.2 }],
  elu: [{ alpha: 1.7 }],
  clip: [{ min: -0.7, max: 0.9 }],
  norm: [{ ord: 2.5 }, { ord: 3, axis: 1 }],
  softmax: [{ temperature: 0.6 }],
  huber_loss: [{ delta: 0.7 }],
  index: [{ index: 4 }],
  column: [{ index: 2 }],
  pad: [{ before: 2, after: 0 }],
  reshape: [{ shape: [2, 2] }, { shape: [4] }, { shape: [1, 5] }],
  broadcast: [{ shape: [3, 2] }, { shape: [2, 4] }],
};

/** Where entries are drawn from: the first interval in which the operator is smooth is taken. */
const INTERVALS = [
  [-2.5, 2.5],
  [0.1, 3],
  [0.05, 0.95],
  [1.1, 4],
] as const;

const choose = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)];

/** Each operator draws from a seed of its own: another operator leaves its cases as they are. */
function casesOf(operator: Operator) {
  const seed = [...operator.name].reduce((hash, letter) => Math.imul(31, hash) + letter.charCodeAt(0), SEED);
  const random = seeded(seed);
  return [...operator.examples, ...randomPoints(operator, random)].map(({ operands, attributes }) => ({
    operator: operator.name,
    operands,
    ...(attributes && { attributes }),
  }));
}

/** Smooth points: for every choice of ranks that the operator takes, and for each of the further settings. */
function randomPoints(operator: Operator, random: Random) {
  const kinds = [
    ...byRanks(operator.examples.flatMap(({ attributes }) => fits(operator, attributes))),
    ...(SETTINGS[operator.name] ?? []).map((attributes) => fits(operator, attributes)),
  ];
  return Array.from({ length: Math.max(POINTS, kinds.length) }, (_, k) =>
    smoothPoint(operator, kinds[k % kinds.length], random),
  ).filter((point) => point !== undefined);
}

interface Fit {
  readonly shapes: readonly Shape[];
  readonly attributes: Attributes | undefined;
}

function byRanks(all: readonly Fit[]): Fit[][] {
  const groups = new Map<string, Fit[]>();
  for (const fit of all) {
    const ranks = fit.shapes.map(({ length }) => length).join();
    const group = groups.get(ranks);
    if (group) group.push(fit);
    else groups.set(ranks, [fit]);
  }
  return [...groups.values()];
}

/** All shapes that the operator takes with these settings. */
function fits(operator: Operator, attributes: Attributes | undefined): Fit[] {
  const count = 'numbered' in operator.operands ? 3 : operator.operands.length;
  const read = readAttributes(operator, attributes);
  if ('code' in read) throw new Error(read.message);
  return tuples(count)
    .filter((shapes) => !isRefusal(operator.shape(shapes, read.attributes)))
    .map((shapes) => ({ shapes, attributes }));
}

const tuples = (count: number): Shape[][] =>
  Array.from({ length: count }).reduce<Shape[][]>(
    (shorter) => shorter.flatMap((tuple) => SHAPES.map((shape) => [...tuple, shape])),
    [[]],
  );

function smoothPoint(operator: Operator, candidates: readonly Fit[], random: Random) {
  for (let attempt = 0; attempt < 10; attempt++) {
    const { shapes, attributes } = choose(candidates, random);
    for (const interval of INTERVALS) {
      const operands = shapes.map((shape) => randomValue(shape, interval, random));
      if (isTame(applied(operator, operands, attributes))) return { operands, attributes };
    }
  }
  return undefined;
}

function randomValue([rows, cols]: Shape, [low, high]: readonly [number, number], random: Random): Value {
  const number = () => Math.round((low + (high - low) * random()) * 1000) / 1000;
  const list = (n: number) => Array.from({ length: n }, number);
  if (rows === undefined) return number();
  return cols === undefined ? list(rows) : Array.from({ length: rows }, () => list(cols));
}

/** Whether there is no kink and no edge of a domain, no pole nearby, and something to compare. */
function isTame(program: Program): boolean {
  const harmless = ['blocks-gradient', 'not-true-derivative'];
  if (diagnose(program).some(({ code }) => !harmless.includes(code))) return false;
  const { tensor, incoming } = program.node('y')!;
  const matrices = [tensor!.data, ...incoming.map(({ jacobian }) => dense(jacobian!))];
  return matrices.every((entries) => largest(entries) < 100 && isTelling(entries));
}

/** Entries that are all as small as this may be nothing but rounding errors where the truth is 0, of which no digit would agree. */
const NOISE = 1e-6;

const isTelling = (entries: Float64Array) => largest(entries) === 0 || largest(entries) > NOISE;
const largest = (entries: Float64Array) => entries.reduce((top, v) => Math.max(top, Math.abs(v)), 0);

function graphs() {
  const found = [];
  for (let seed = SEED; found.length < GRAPHS; seed++) {
    const { specs, program } = randomGraph(seed);
    const target = program.node(specs[specs.length - 1].id)!;
    const pullback = new Pullback(program, target).run();
    const matrices = program.nodes.flatMap((node) => [node.tensor!.data, pullback.gradient(node)!]);
    if (!matrices.every(isTelling)) continue;
    const leaf = bentLeaf(program, target);
    found.push({ seed, nodes: specs, target: target.id, ...(leaf && { hessian: { leaf } }) });
  }
  return found;
}

/** The largest leaf by which a target that is a number has second derivatives. */
function bentLeaf(program: Program, target: ProgramNode): string | undefined {
  if (target.tensor!.shape.length > 0) return undefined;
  return program.nodes
    .filter(({ op }) => op === 'variable')
    .sort((a, b) => b.tensor!.data.length - a.tensor!.data.length)
    .find((leaf) => largest(hessian(program, target, leaf)) > NOISE)?.id;
}

const [path] = process.argv.slice(2);
if (!path)
  throw new Error(
    'Expected the file to write the cases to: node scripts/run.mjs scripts/golden/cases.ts FILE',
  );
const cases = {
  operators: [...operators.values()].flatMap(casesOf),
  graphs: graphs(),
};
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, JSON.stringify(cases));
