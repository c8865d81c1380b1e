import { describe, expect, it } from 'vitest';
import { CHECK_TOLERANCE, check, compile, type NestedValue, nest, Pullback } from '#engine';
import { type FormulaGraph, graphOfFormula, isFormulaProblem } from '../index';

type Values = Record<string, NestedValue>;

function graph(text: string, values: Values = {}): FormulaGraph {
  const outcome = graphOfFormula(text, new Map(Object.entries(values)));
  if (isFormulaProblem(outcome) || 'code' in outcome) throw new Error(outcome.message);
  return outcome;
}

function evaluated(text: string, values: Values = {}) {
  const { nodes, target } = graph(text, values);
  const program = compile(nodes).run();
  const node = program.node(target)!;
  const pullback = new Pullback(program, node).run();
  return {
    value: nest(node.tensor!),
    gradient: (id: string) => [...pullback.gradient(program.node(id)!)!],
    report: check(program, node),
  };
}

/** A formula, the values of its names, and what it is, by hand. */
const FORMULAS: [text: string, values: Values, byHand: NestedValue][] = [
  ['x^2', { x: 3 }, 9],
  ['sin(x^2)', { x: 1.3 }, Math.sin(1.69)],
  ['x[1]^2*x[2] + 3x[2]', { x: [2, 1] }, 7],
  ['[x[1]*cos(x[2]); x[1]*sin(x[2])]', { x: [2, 0.5] }, [2 * Math.cos(0.5), 2 * Math.sin(0.5)]],
  [
    'squared_norm(W*x)',
    {
      W: [
        [0.1, 0.5],
        [-0.3, 0.8],
      ],
      x: [0.2, 0.4],
    },
    0.22 ** 2 + 0.26 ** 2,
  ],
  ['(a + b)(b + 1)', { a: 2, b: 1 }, 6],
  ['1/(1 + e^-(w*x + b))', { w: 2, x: -1, b: 0.5 }, 1 / (1 + Math.exp(1.5))],
  ['2(x*y + maximum(z, w))', { x: 3, y: -4, z: 2, w: -1 }, -20],
  ["2x'*x", { x: [0, 1, 2, 3] }, 28],
  [
    'squared_norm(A*x - b)/2',
    {
      A: [
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      x: [0, 0],
      b: [1, 2, 2],
    },
    4.5,
  ],
  ['-a^2 - -a', { a: 3 }, -6],
  ['2^3^2', {}, 512],
  ['a - b - c/d/2', { a: 1, b: 2, c: 3, d: 4 }, 1 - 2 - 3 / 4 / 2],
  ['x .* y ./ 2 + 1', { x: [1, 2], y: [3, 5] }, [2.5, 6]],
  ['x.^2 + e.^y', { x: [1, 2], y: [0.5, -1] }, [1 + Math.exp(0.5), 4 + Math.exp(-1)]],
  [
    "x*y'",
    { x: [1, 2], y: [3, 5] },
    [
      [3, 5],
      [6, 10],
    ],
  ],
  ["(x*y')*[1; 2]", { x: [1, 2], y: [3, 5] }, [13, 26]],
  [
    '[1, 2; 3, 4]*[a, 1; 0, b]',
    { a: 2, b: 3 },
    [
      [2, 7],
      [6, 15],
    ],
  ],
  ['cross_entropy(z, [0, 0, 1])', { z: [1, 2, 3] }, 0.4076059644443803],
  ['pi*r^2', { r: 2 }, 4 * Math.PI],
  ['pi*r^2', { r: 2, pi: 3 }, 12],
  ['x^(1/2) + x^-1', { x: 4 }, 2.25],
  ['x - x', { x: 3 }, 0],
  ['x/x', { x: 3 }, 1],
  ['x^x', { x: 3 }, 27],
  ['clip(x, -1, 1) + norm(x, {ord: "inf"})', { x: [0.5, -3] }, [3.5, 2]],
];

it.each(FORMULAS)('%s has the value and the derivatives that it has by hand', (text, values, byHand) => {
  const { value, report } = evaluated(text, values);
  const [got, wanted] = [value, byHand].map((one) => [one].flat(2));
  expect(got).toHaveLength(wanted.length);
  got.forEach((entry, i) => {
    expect(entry).toBeCloseTo(wanted[i], 12);
  });
  for (const { error } of [...report.edges, ...report.gradients]) expect(error).toBeLessThan(CHECK_TOLERANCE);
});

describe('Gradients', () => {
  it.each([
    ['x - x', { x: 3 }, 0],
    ['x/x', { x: 3 }, 0],
    ['x*x', { x: 3 }, 6],
    ['x^x', { x: 3 }, 56.66253179403897],
    ['maximum(x^2, x^2)', { x: 3 }, 6],
  ] as [string, Values, number][])('of %s add up over its wires', (text, values, slope) => {
    expect(evaluated(text, values).gradient('x')[0]).toBeCloseTo(slope, 12);
  });

  it('of case 6 are those of the lecture', () => {
    const W = [
      [0.1, 0.5],
      [-0.3, 0.8],
    ];
    const { gradient } = evaluated('squared_norm(W*x)', { W, x: [0.2, 0.4] });
    const wanted = [-0.112, 0.636];
    gradient('x').forEach((entry, i) => {
      expect(entry).toBeCloseTo(wanted[i], 12);
    });
  });
});

describe('A graph from a formula', () => {
  it('names its nodes readably: y the result, u on the way, c the numbers', () => {
    expect(graph('2*sin(a)^2 + a', { a: 0.5 })).toEqual({
      nodes: [
        { id: 'a', op: 'variable', value: 0.5 },
        { id: 'c1', op: 'constant', value: 2 },
        { id: 'u1', op: 'sin', inputs: { x: 'a' } },
        { id: 'u2', op: 'square', inputs: { x: 'u1' } },
        { id: 'u3', op: 'multiply', inputs: { a: 'c1', b: 'u2' } },
        { id: 'y', op: 'add', inputs: { a: 'u3', b: 'a' } },
      ],
      target: 'y',
    });
  });

  it('leaves the names of the formula alone', () => {
    const { nodes, target } = graph('(y + u1)*c1 + 1');
    expect(nodes.map(({ id }) => id)).toEqual(['y', 'u1', 'c1', 'u2', 'u3', 'c2', 'y1']);
    expect(target).toBe('y1');
  });

  it('is the variable alone when the formula is a name', () => {
    expect(graph('constructor')).toEqual({
      nodes: [{ id: 'constructor', op: 'variable', value: 1 }],
      target: 'constructor',
    });
  });

  it('keeps settings', () => {
    expect(graph('norm(x, 1)', { x: [1, 2] }).nodes[1]).toEqual({
      id: 'y',
      op: 'norm',
      inputs: { x: 'x' },
      attributes: { ord: 1 },
    });
  });

  it('tells why there is none', () => {
    expect(graphOfFormula('a b')).toEqual({
      message: 'Two values side by side at character 3 of "a b": to multiply, write "a*b".',
      position: 3,
    });
    expect(graphOfFormula('a/b', new Map([['b', [1, 2]]]))).toEqual({
      code: 'expression',
      message: 'Division by the vector "b" at character 2 of "a/b": write "./" to divide entry by entry.',
    });
  });
});
