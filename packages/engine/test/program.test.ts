/**
 * Whole graphs: fan-out by edge, paths of unequal length, targets of every shape, unfinished graphs, long chains.
 */
import { describe, expect, it } from 'vitest';
import {
  check,
  compile,
  dense,
  diagnose,
  hessian,
  hessianVectorProduct,
  type NestedValue,
  type NodeSpec,
  operators,
  type Program,
  Pullback,
  Pushforward,
  rowsOf,
} from '../index';
import { randomVector, seeded } from './graphs';

const variable = (id: string, value: NestedValue): NodeSpec => ({ id, op: 'variable', value });
const node = (id: string, op: string, inputs: Record<string, string>, attributes?: object): NodeSpec => ({
  id,
  op,
  inputs,
  ...(attributes && { attributes: { ...attributes } }),
});

function gradientOf(program: Program, target: string, id: string): number[][] {
  const pullback = new Pullback(program, program.node(target)!).run();
  const gradient = pullback.gradient(program.node(id)!)!;
  return rowsOf(gradient, pullback.rows, gradient.length / pullback.rows);
}

const jacobianOf = (program: Program, to: string, operand: string): number[][] => {
  const { jacobian } = program.edge(to, operand)!;
  return rowsOf(dense(jacobian!), jacobian!.rows, jacobian!.cols);
};

describe('One node wired to two operands has two edges, and its gradient is their sum', () => {
  const M = [
    [1, 2],
    [3, 4],
  ];
  it.each([
    ['subtract', 3, [[1]], [[-1]], [[0]]],
    ['divide', 3, [[1 / 3]], [[-1 / 3]], [[0]]],
    ['multiply', 3, [[3]], [[3]], [[6]]],
    ['pow', 3, [[27]], [[27 * Math.log(3)]], [[27 + 27 * Math.log(3)]]],
    ['maximum', 3, [[0.5]], [[0.5]], [[1]]],
    ['dot', [1, -2], [[1, -2]], [[1, -2]], [[2, -4]]],
    [
      'matmul',
      M,
      [
        [1, 3, 0, 0],
        [2, 4, 0, 0],
        [0, 0, 1, 3],
        [0, 0, 2, 4],
      ],
      [
        [1, 0, 2, 0],
        [0, 1, 0, 2],
        [3, 0, 4, 0],
        [0, 3, 0, 4],
      ],
      [
        [2, 3, 2, 0],
        [2, 5, 0, 2],
        [3, 0, 5, 3],
        [0, 3, 2, 8],
      ],
    ],
    [
      'concat',
      [5, 7],
      [
        [1, 0],
        [0, 1],
        [0, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [0, 0],
        [1, 0],
        [0, 1],
      ],
      [
        [1, 0],
        [0, 1],
        [1, 0],
        [0, 1],
      ],
    ],
  ] as [string, NestedValue, number[][], number[][], number[][]][])(
    '%s(x, x)',
    (op, value, first, second, sum) => {
      const operands = op === 'concat' ? ['x1', 'x2'] : (operators.get(op)!.operands as string[]);
      const inputs = Object.fromEntries(operands.map((operand) => [operand, 'x']));
      const program = compile([variable('x', value), node('y', op, inputs)]).run();
      expect(jacobianOf(program, 'y', operands[0])).toEqual(first);
      expect(jacobianOf(program, 'y', operands[1])).toEqual(second);
      expect(gradientOf(program, 'y', 'x')).toEqual(sum);
      expect(diagnose(program)).toEqual([]);
    },
  );

  it('x − x is 0 and x / x is 1, with gradient 0', () => {
    const program = compile([
      variable('x', 3),
      node('s', 'subtract', { a: 'x', b: 'x' }),
      node('d', 'divide', { a: 'x', b: 'x' }),
    ]).run();
    expect([program.node('s')!.tensor!.data[0], program.node('d')!.tensor!.data[0]]).toEqual([0, 1]);
  });
});

describe('The chain rule', () => {
  it('adds paths of unequal length', () => {
    // z = x + (x²)²
    const program = compile([
      variable('x', 2),
      node('s', 'square', { x: 'x' }),
      node('t', 'square', { x: 's' }),
      node('z', 'add', { a: 'x', b: 't' }),
    ]).run();
    expect(gradientOf(program, 'z', 'x')).toEqual([[1 + 32]]);
  });

  it('gives an explicit zero to a node that the target does not depend on, upstream, beside and downstream', () => {
    const program = compile([
      variable('x', 2),
      variable('unused', [1, 2, 3]),
      node('z', 'square', { x: 'x' }),
      node('later', 'sin', { x: 'z' }),
    ]).run();
    expect(gradientOf(program, 'z', 'unused')).toEqual([[0, 0, 0]]);
    expect(gradientOf(program, 'z', 'later')).toEqual([[0]]);
  });

  it('takes a vector, a matrix or an input itself for its target', () => {
    const program = compile([
      variable('x', [1, 2]),
      variable('A', [
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
      node('y', 'matvec', { A: 'A', x: 'x' }),
      node('O', 'outer', { a: 'y', b: 'x' }),
    ]).run();
    expect(gradientOf(program, 'y', 'x')).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(gradientOf(program, 'O', 'x')).toHaveLength(6);
    expect(gradientOf(program, 'x', 'x')).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(gradientOf(program, 'x', 'A')).toEqual([new Array(6).fill(0), new Array(6).fill(0)]);
  });

  it('lets nothing pass a stopped gradient, whatever arrives', () => {
    const program = compile([
      variable('x', 1000),
      node('e', 'exp', { x: 'x' }),
      node('s', 'stop_gradient', { x: 'x' }),
      node('z', 'multiply', { a: 'e', b: 's' }),
    ]).run();
    expect(gradientOf(program, 's', 'x')).toEqual([[0]]);
  });

  it('runs along a chain of 100,000 nodes without recursion', () => {
    const nodes = [variable('n0', 0.5)];
    for (let i = 1; i <= 100_000; i++) nodes.push(node(`n${i}`, 'negative', { x: `n${i - 1}` }));
    const program = compile(nodes).run();
    expect(gradientOf(program, 'n100000', 'n0')).toEqual([[1]]);
    expect(diagnose(program)).toEqual([]);
  });

  it('runs through a vector stacked from 9,999 numbers in time linear in them', { timeout: 5_000 }, () => {
    const numbers = Array.from({ length: 9_999 }, (_, i) => variable(`x${i + 1}`, i));
    const inputs = Object.fromEntries(numbers.map(({ id }) => [id, id]));
    const program = compile([
      ...numbers,
      node('all', 'stack', inputs),
      node('z', 'squared_norm', { x: 'all' }),
    ]).run();
    const pullback = new Pullback(program, program.node('z')!);
    for (let turn = 0; turn < 100; turn++) pullback.run();
    expect(numbers.map(({ id }) => pullback.gradient(program.node(id)!)![0])).toEqual(
      numbers.map((_, i) => 2 * i),
    );
    const held = program.edge('all', 'x9999')!.jacobian!;
    expect([held.structure, held.rows, held.cols]).toEqual(['selection', 9_999, 1]);
  });

  it('runs in place: a second run from new values equals a fresh program', () => {
    const graph = (x: number[]) => [
      variable('x', x),
      node('s', 'softmax', { x: 'x' }),
      node('z', 'norm', { x: 's' }),
    ];
    const program = compile(graph([1, 2, 3])).run();
    const pullback = new Pullback(program, program.node('z')!).run();
    program.set('x', [3, -1, 0.5]);
    program.run();
    pullback.run();
    const fresh = compile(graph([3, -1, 0.5])).run();
    expect([...pullback.gradient(program.node('x')!)!]).toEqual(gradientOf(fresh, 'z', 'x')[0]);
    expect(() => program.set('x', [1, 2])).toThrow('expected a vector of 3, got 2 numbers');
  });
});

describe('Structure keeps numbers out of where they do not belong', () => {
  it('a slope that does not exist harms no differential that does not pass it', () => {
    // ∂(aᵇ)/∂b does not exist at a < 0, but b does not move.
    const program = compile([
      variable('a', -1.5),
      variable('b', 2),
      node('z', 'pow', { a: 'a', b: 'b' }),
    ]).run();
    const pushed = new Pushforward(program).run(new Map([['a', 0.1]]));
    expect(pushed.tangent(program.node('z')!)![0]).toBeCloseTo(-0.3, 14);
  });

  it('a gradient too large to be kept is not computed, and those behind it that are small still are', () => {
    const wide = new Array(2000).fill(1);
    const program = compile([
      variable('s', 2),
      variable('w', wide),
      node('v', 'multiply', { a: 's', b: 'w' }),
      node('y', 'square', { x: 'v' }),
    ]).run();
    const pullback = new Pullback(program, program.node('y')!).run();
    expect(pullback.gradient(program.node('w')!)).toBeUndefined();
    expect(pullback.gradient(program.node('v')!)).toBeUndefined();
    expect(gradientOf(program, 'y', 's')).toEqual(wide.map(() => [4]));
  });
});

describe('The gradient check', () => {
  it.each([
    ['log', 1e-9],
    ['log', 1e-7],
    ['exp', 1e-9],
    ['sqrt', 1e-12],
    ['sin', 1e6],
    ['reciprocal', -1e-5],
  ])('finds the derivative of %s at %d right', (op, x) => {
    const program = compile([variable('x', x), node('y', op, { x: 'x' })]);
    const { edges, gradients } = check(program, program.node('y'));
    for (const { error, skipped } of [...edges, ...gradients]) {
      expect(skipped).toBeUndefined();
      expect(error).toBeLessThan(1e-6);
    }
  });

  it('notices a derivative that is wrong, and leaves the program as it was', () => {
    const program = compile([variable('x', [1, 2]), node('y', 'square', { x: 'x' })]).run();
    const { jacobian } = program.edge('y', 'x')!;
    const [entries] = jacobian!.payload;
    Object.assign(jacobian!, { refresh: () => entries.fill(2) });
    const [{ error }] = check(program).edges;
    expect(error).toBeGreaterThan(0.1);
    expect([...program.node('y')!.tensor!.data]).toEqual([1, 4]);
  });
});

describe('On random graphs', () => {
  const UNARY = ['tanh', 'sin', 'softplus', 'sigmoid', 'atan', 'softmax', 'identity'];
  const BINARY = ['add', 'subtract', 'multiply', 'logaddexp', 'hypot'];

  /** A graph over vectors of 3 and their 2 × 3 images, with much fan-out. */
  function randomGraph(random: () => number): NodeSpec[] {
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
    const nodes: NodeSpec[] = [
      variable('n0', [...randomVector(3, random)]),
      variable('n1', [...randomVector(3, random)]),
      variable('W', rowsOf(randomVector(9, random), 3, 3)),
    ];
    const vectors = ['n0', 'n1'];
    for (let i = 2; i < 12; i++) {
      const [a, b] = [pick(vectors), pick(vectors)];
      const kind = random();
      const id = `n${i}`;
      if (kind < 0.4) nodes.push(node(id, pick(UNARY), { x: a }));
      else if (kind < 0.8) nodes.push(node(id, pick(BINARY), { a, b }));
      else nodes.push(node(id, 'matvec', { A: 'W', x: a }));
      vectors.push(id);
    }
    return [...nodes, node('y', 'stack', { x1: 'n11', x2: 'n10' })];
  }

  it('the pullback is the adjoint of the pushforward: u · (J du) = (u · J) du (seeds 1 to 300)', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seeded(seed);
      const program = compile(randomGraph(random)).run();
      const directions = new Map(
        ['n0', 'n1', 'W'].map((id) => {
          const { shape, data } = program.node(id)!.tensor!;
          const flat = randomVector(data.length, random);
          return [id, shape.length === 2 ? rowsOf(flat, 3, 3) : [...flat]] as const;
        }),
      );
      const tangent = new Pushforward(program).run(directions).tangent(program.node('y')!)!;
      const u = randomVector(6, random);
      const pushed = u.reduce((sum, v, i) => sum + v * tangent[i], 0);
      const pullback = new Pullback(program, program.node('y')!).run();
      let pulled = 0;
      for (const [id, direction] of directions) {
        const J = pullback.gradient(program.node(id)!)!;
        const du = [direction].flat(2) as number[];
        for (let i = 0; i < 6; i++)
          for (let j = 0; j < du.length; j++) pulled += u[i] * J[i * du.length + j] * du[j];
      }
      expect(Math.abs(pushed - pulled), `seed ${seed}`).toBeLessThan(1e-11 * (1 + Math.abs(pushed)));
    }
  });

  it('the terms of the edges that leave a node add up to its gradient (seeds 1 to 100)', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const program = compile(randomGraph(seeded(seed))).run();
      const pullback = new Pullback(program, program.node('y')!).run();
      for (const source of program.nodes) {
        if (source.id === 'y') continue;
        const sum = new Float64Array(pullback.rows * source.tensor!.data.length);
        for (const edge of source.outgoing)
          pullback.contribution(edge)!.forEach((v, i) => {
            sum[i] += v;
          });
        pullback.gradient(source)!.forEach((v, i) => {
          expect(sum[i], `seed ${seed}, ${source.id}`).toBeCloseTo(v, 10);
        });
      }
    }
  });
});

describe('An unfinished graph', () => {
  it('says what is missing, blocks what depends on it, and evaluates the rest', () => {
    const program = compile([
      variable('x', 2),
      node('a', 'add', { a: 'x' }),
      node('b', 'sin', { x: 'a' }),
      node('c', 'cos', { x: 'b' }),
      node('fine', 'square', { x: 'x' }),
    ]).run();
    expect(diagnose(program).map(({ node: id, code, message, cause }) => [id, code, message, cause])).toEqual(
      [
        ['a', 'unwired', 'The operand b of a (add) has no wire.', undefined],
        ['b', 'blocked', 'b is not evaluated because of a problem at a.', 'a'],
        ['c', 'blocked', 'c is not evaluated because of a problem at a.', 'a'],
      ],
    );
    expect(program.node('fine')!.tensor!.data[0]).toBe(4);
    expect(gradientOf(program, 'fine', 'x')).toEqual([[4]]);
  });

  it.each([
    [
      [variable('A', [[1, 2]]), variable('x', [1, 2, 3]), node('y', 'matvec', { A: 'A', x: 'x' })],
      'shape',
      'A is a 1 × 2 matrix, x is a vector of 3: the inner dimensions 2 and 3 differ; expected x to have 2 components.',
    ],
    [
      [variable('a', [1, 2]), variable('b', [1, 2, 3]), node('y', 'add', { a: 'a', b: 'b' })],
      'shape',
      'a is a vector of 2 and b is a vector of 3: expected equal shapes, a scalar with anything, or a matrix with a vector as long as its rows.',
    ],
    [
      [variable('x', [1, 2]), node('y', 'index', { x: 'x' }, { index: 3 })],
      'attribute',
      'The setting index of index is 3, but x has 2 components: expected 1 to 2.',
    ],
    [
      [variable('x', [1, 2]), node('y', 'softmax', { x: 'x' }, { temperature: 0 })],
      'attribute',
      'The setting temperature of softmax is 0: expected a number > 0.',
    ],
    [
      [variable('x', [1, 2]), node('y', 'power', { x: 'x' })],
      'attribute',
      'power needs the setting exponent (the exponent c): expected a finite number.',
    ],
    [
      [variable('x', [1, 2]), node('y', 'sum', { x: 'x' }, { axis: 1 })],
      'attribute',
      'The setting axis of sum is 1, but x is a vector of 2: expected axis 0 or none.',
    ],
    [
      [variable('x', [1, 2]), node('y', 'stack', { x1: 'x', x3: 'x' })],
      'unwired',
      'The operand x2 of y (stack) has no wire.',
    ],
  ] as [NodeSpec[], string, string][])(
    '%# tells the operand, what was expected and what came',
    (nodes, code, message) => {
      const [problem] = compile(nodes).node('y')!.problems;
      expect([problem.code, problem.message]).toEqual([code, message]);
    },
  );

  it('refuses a value of more than a million entries before it is allocated', () => {
    const long = new Array(1001).fill(1);
    const program = compile([variable('x', long), node('y', 'outer', { a: 'x', b: 'x' })]);
    expect(program.node('y')!.problems[0].message).toBe(
      'The value would be a 1,001 × 1,001 matrix: 1,002,001 entries, more than the limit of 1,000,000.',
    );
  });
});

describe('A value that is not finite', () => {
  it('is blamed on the first node where it arose; the nodes after it say because of whom', () => {
    const program = compile([
      variable('x', -1),
      node('l', 'log', { x: 'x' }),
      node('s', 'square', { x: 'l' }),
      node('z', 'add', { a: 's', b: 'x' }),
    ]).run();
    expect(diagnose(program).map(({ node: id, code, cause }) => [id, code, cause])).toEqual([
      ['l', 'domain', undefined],
      ['s', 'caused-by', 'l'],
      ['z', 'caused-by', 'l'],
    ]);
  });

  it('is named an overflow when the operand was in the domain', () => {
    const program = compile([variable('x', 1000), node('e', 'exp', { x: 'x' })]).run();
    expect(diagnose(program)).toMatchObject([{ node: 'e', code: 'not-finite', severity: 'warning' }]);
  });

  it('is noticed when only a gradient overflows on the way back', () => {
    const program = compile([
      variable('x', 1e-200),
      node('a', 'power', { x: 'x' }, { exponent: -1 }),
      node('b', 'multiply', { a: 'a', b: 'x' }),
    ]).run();
    const pullback = new Pullback(program, program.node('b')!).run();
    expect(diagnose(program, pullback).map(({ node: id, code }) => [id, code])).toEqual([
      ['a', 'not-finite'],
    ]);
  });
});

describe('Second derivatives', () => {
  const at = (nodes: NodeSpec[], of: string, by: string) => {
    const program = compile(nodes).run();
    return [...hessian(program, program.node(of)!, program.node(by)!)];
  };

  it('let nothing through a branch that is not taken, not even what is infinite', () => {
    // relu(−(√x + 1)) + x² at x = 0: the root is not taken.
    const nodes = [
      variable('x', 0),
      node('root', 'sqrt', { x: 'x' }),
      variable('one', 1),
      node('up', 'add', { a: 'root', b: 'one' }),
      node('down', 'negative', { x: 'up' }),
      node('cut', 'relu', { x: 'down' }),
      node('square', 'square', { x: 'x' }),
      node('z', 'add', { a: 'cut', b: 'square' }),
    ];
    expect(gradientOf(compile(nodes).run(), 'z', 'x')).toEqual([[0]]);
    expect(at(nodes, 'z', 'x')).toEqual([2]);
  });

  it('are 0, not undefined, beside a vertical tangent that does not move', () => {
    const program = compile([
      variable('x', 3),
      variable('w', 0),
      node('square', 'square', { x: 'x' }),
      node('root', 'sqrt', { x: 'w' }),
      node('z', 'add', { a: 'square', b: 'root' }),
    ]).run();
    const product = hessianVectorProduct(program, program.node('z')!, new Map([['x', 1]]));
    expect(product(program.node('x')!)).toEqual(Float64Array.of(2));
    expect(product(program.node('w')!) ?? Float64Array.of(0)).toEqual(Float64Array.of(0));
  });

  it('belong to a single number', () => {
    const program = compile([variable('x', [1, 2])]).run();
    const x = program.node('x')!;
    expect(() => hessian(program, x, x)).toThrow(
      'x has more than one entry: only a single number has a Hessian.',
    );
  });
});

describe('The gradient check', () => {
  it('is not kept from a gradient by a kink that is not on the way to the target', () => {
    const program = compile([
      variable('x', 0),
      node('side', 'relu', { x: 'x' }),
      node('z', 'sin', { x: 'x' }),
    ]);
    const { gradients } = check(program, program.node('z')!);
    expect(gradients.map(({ node: { id }, skipped }) => [id, skipped])).toEqual([
      ['x', undefined],
      ['z', undefined],
    ]);
  });
});

describe('A caller who breaks the rules is told', () => {
  it.each<[string, NodeSpec[], string]>([
    ['a leaf without a value', [{ id: 'x', op: 'variable' }], 'x has no value'],
    ['rows of different lengths', [variable('x', [[1, 2], [3]])], 'the rows of x are not equally long'],
    ['an operator that does not exist', [node('y', 'sinus', {})], 'unknown operator sinus'],
    ['a circle', [node('y', 'sin', { x: 'y' })], 'the wires go round in a circle'],
    ['a wire to nobody', [node('y', 'sin', { x: 'x' })], 'y.x is wired to x, which does not exist'],
  ])('%s', (_, nodes, message) => {
    expect(() => compile(nodes)).toThrow(message);
  });
});
