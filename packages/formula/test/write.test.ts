import { describe, expect, it } from 'vitest';
import {
  type Attributes,
  compile,
  type NestedValue,
  type NodeSpec,
  nest,
  Pullback,
  type Shape,
  sameShape,
} from '#engine';
import { seeded } from '../../engine/test/graphs';
import { formulaOf, graphOfFormula, isFormulaProblem } from '../index';

/** Formulas that are written as they are read. */
const CANONICAL = [
  'a',
  '2',
  '-2',
  'a + b',
  'a - (b - c)',
  'a - (-2)',
  'a*b/c',
  'a/(b*c)',
  '(a + b)*c',
  '-a*b',
  '-a^2',
  '(-a)^2',
  '-(-a)',
  'a - (-b)',
  'negative(2)',
  'a^3',
  'a^-1',
  'a^0.5',
  'power(a, 2)',
  'a^b',
  'a^(b^c)',
  '(a^b)^c',
  'pow(a, 2)',
  'pow(2, 1/2)',
  '2^a',
  'exp(a)',
  'sin(a + b)^2',
  '2*x',
  'x .* y',
  'x ./ y',
  'x .^ 2',
  'pow(x, y)',
  'A*x',
  'A*(A*x)',
  'A*A*x',
  'dot(x, y)',
  'outer(x, y)',
  '[a, b]',
  'stack(1, 2)',
  '[1, 2]',
  '[1, 2; 3, 4]',
  '[[1, 2], [a, b]]',
  'x[2]',
  '(x + y)[2]',
  'norm(x, {ord: "inf"})',
  'norm(x, {ord: 1})',
  'clip(x, -1, 1)',
  'sum(A, {axis: 0})',
  'concat(a, x, [1, 2])',
  '1e+21*a',
  '-0*a',
  'pi*a^2',
  'a + e',
  'square(e)',
  'power(pi, 2)',
  'pow(e, a)',
  '[pi, 1]',
];

const VALUES = new Map<string, NestedValue>([
  ['x', [0.5, 1.5]],
  ['y', [1.2, 0.7]],
  [
    'A',
    [
      [0.1, 0.5],
      [-0.3, 0.8],
    ],
  ],
]);

function graph(text: string, values: ReadonlyMap<string, NestedValue> = VALUES) {
  const outcome = graphOfFormula(text, values);
  if (isFormulaProblem(outcome) || 'code' in outcome) throw new Error(`${text}: ${outcome.message}`);
  return outcome;
}

describe('A graph is written as', () => {
  it.each(CANONICAL)('%s', (text) => {
    const { nodes, target } = graph(text);
    const written = formulaOf(nodes, target);
    expect(typeof written === 'string' ? written.replace('norm(x, 1)', 'norm(x, {ord: 1})') : written).toBe(
      text,
    );
    expect(graph(written as string)).toEqual({ nodes, target });
  });

  it('variables called pi and e, by their names', () => {
    const values = new Map<string, NestedValue>([
      ['e', 2],
      ['pi', 3],
    ]);
    const { nodes, target } = graph('e^pi', values);
    expect(formulaOf(nodes, target)).toBe('pow(e, pi)');
    expect(graph('pow(e, pi)', values)).toEqual({ nodes, target });
  });
});

describe('A graph is not written when', () => {
  const leaf: NodeSpec = { id: 'a', op: 'variable', value: 1 };
  const sine = (id: string, x: string): NodeSpec => ({ id, op: 'sin', inputs: { x } });
  const doubling = Array.from({ length: 40 }, (_, i): NodeSpec => {
    const source = i === 0 ? 'a' : `d${i}`;
    return { id: `d${i + 1}`, op: 'add', inputs: { a: source, b: source } };
  });
  const chain = Array.from({ length: 120 }, (_, i) => sine(`s${i + 1}`, i === 0 ? 'a' : `s${i}`));

  it.each([
    ['it is long', [leaf, ...doubling], 'd40', 'The formula up to d9 would be longer than 2000 characters.'],
    [
      'it is deep',
      [leaf, ...chain],
      's120',
      'The formula of s120 could not be read again: it would be nested over 100 deep.',
    ],
    ['the node is missing', [leaf], 'b', 'There is no node b to write as a formula.'],
    [
      'an operand has no wire',
      [leaf, { id: 'z', op: 'add', inputs: { b: 'a' } }],
      'z',
      'The operand a of z (add) has no wire: there is nothing to write for it.',
    ],
    [
      'it is no operator',
      [leaf, { id: 'z', op: 'expression', inputs: { b: 'a' } }],
      'z',
      'z (expression) is no operator that a formula can call.',
    ],
    [
      'a constant is large',
      [{ id: 'k', op: 'constant', value: new Array<number>(1200).fill(1) }],
      'k',
      'k is a vector of 1,200: too many numbers to write in a formula.',
    ],
    [
      'shapes do not fit',
      [leaf, { id: 'z', op: 'dot', inputs: { a: 'a', b: 'a' } }],
      'z',
      'z: a is a scalar, b is a scalar: expected two vectors of the same length.',
    ],
    [
      'a setting is wrong',
      [leaf, { id: 'z', op: 'power', inputs: { x: 'a' } }],
      'z',
      'z: power needs the setting exponent (the exponent c): expected a finite number.',
    ],
  ] as [string, NodeSpec[], string, string][])('%s', (_, nodes, output, message) => {
    expect(formulaOf(nodes, output)).toMatchObject({ message });
  });

  it('its wires go round in a circle, which is a bug', () => {
    expect(() => formulaOf([sine('p', 'q'), sine('q', 'p')], 'p')).toThrow('the wires go round in a circle');
  });
});

/** Operators that are smooth everywhere, with the shapes they take: a pattern of ranks, all extents 2. */
const STEPS: [op: string, operands: string[], ranks: (number | 'any')[], attributes?: Attributes][] = [
  ['add', ['a', 'b'], ['any', 'any']],
  ['subtract', ['a', 'b'], ['any', 'any']],
  ['multiply', ['a', 'b'], ['any', 'any']],
  ['divide', ['a', 'b'], ['any', 'any']],
  ['negative', ['x'], ['any']],
  ['square', ['x'], ['any']],
  ['cube', ['x'], ['any']],
  ['power', ['x'], ['any'], { exponent: 2 }],
  ['tanh', ['x'], ['any']],
  ['clip', ['x'], ['any'], { min: -5.5, max: 7 }],
  ['sum', ['x'], [2], { axis: 1 }],
  ['norm', ['x'], [1], { ord: 3 }],
  ['index', ['x'], [1], { index: 2 }],
  ['dot', ['a', 'b'], [1, 1]],
  ['matvec', ['A', 'x'], [2, 1]],
  ['matmul', ['A', 'B'], [2, 2]],
  ['outer', ['a', 'b'], [1, 1]],
  ['stack', ['x1', 'x2'], [0, 0]],
  ['stack', ['x1', 'x2'], [1, 1]],
];

/** A graph on a few leaves and constants, each node wired to earlier ones of shapes that it takes. */
function randomGraph(random: () => number): NodeSpec[] {
  const number = () => Math.round((random() * 4 - 2) * 100) / 100 || 0.5;
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const value = (rank: number): NestedValue =>
    rank === 0
      ? number()
      : rank === 1
        ? [number(), number()]
        : [
            [number(), number()],
            [number(), number()],
          ];
  const nodes: NodeSpec[] = [];
  const shapes: Shape[] = [];
  for (const op of ['variable', 'parameter', 'constant'])
    for (const rank of [0, 1, 2]) {
      nodes.push({ id: `${op[0]}${rank}`, op, value: value(rank) });
      shapes.push(new Array<number>(rank).fill(2));
    }
  for (let count = 0; count < 14; count++) {
    const [op, operands, ranks, attributes] = pick(STEPS);
    const sources = ranks.map((rank) =>
      pick(nodes.filter((_, i) => rank === 'any' || shapes[i].length === rank)),
    );
    const inputs = Object.fromEntries(operands.map((operand, i) => [operand, sources[i].id]));
    const node = { id: `n${count}`, op, inputs, ...(attributes && { attributes }) };
    const { tensor } = compile([...nodes, node]).node(node.id)!;
    if (!tensor) continue;
    nodes.push(node);
    shapes.push(tensor.shape);
  }
  return nodes;
}

function results(nodes: readonly NodeSpec[], target: string) {
  const program = compile(nodes).run();
  const node = program.node(target)!;
  const pullback = new Pullback(program, node).run();
  const leaves = nodes.filter(({ op, id }) => op !== 'constant' && /^[vp]\d$/.test(id));
  const gradients = leaves.map(({ id }) => [id, [...pullback.gradient(program.node(id)!)!]] as const);
  return { value: nest(node.tensor!), shape: node.tensor!.shape, gradients: new Map(gradients) };
}

const closeTo = (a: number, b: number) =>
  Object.is(a, b) || a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe('A graph, written and read back, has the same value and gradients', () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed + 1))('seed %i', (seed) => {
    const nodes = randomGraph(seeded(seed));
    const target = nodes.at(-1)!.id;
    const text = formulaOf(nodes, target);
    if (typeof text !== 'string') {
      expect(text.message).toMatch(/longer than|nested over/);
      return;
    }
    const values = new Map(
      nodes.flatMap(({ id, op, value }) =>
        op === 'variable' || op === 'parameter' ? [[id, value!] as const] : [],
      ),
    );
    const [before, back] = [results(nodes, target), graph(text, values)];
    const after = results(back.nodes, back.target);
    expect(sameShape(before.shape, after.shape)).toBe(true);
    const pairs: (readonly number[])[][] = [[before.value, after.value]].map((pair) =>
      pair.map((one) => [one].flat(2) as readonly number[]),
    );
    for (const [id, gradient] of after.gradients) pairs.push([before.gradients.get(id)!, gradient]);
    for (const [id, gradient] of before.gradients)
      if (!after.gradients.has(id)) expect(gradient.every((entry) => entry === 0)).toBe(true);
    for (const [one, other] of pairs)
      expect(
        one.every((entry, i) => closeTo(entry, other[i])),
        `${text}: ${one} and ${other}`,
      ).toBe(true);
  });
});
