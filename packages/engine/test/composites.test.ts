/**
 * Composite nodes: a function stands for the nodes inside it, and its Jacobian is their product and sum.
 */
import { describe, expect, it } from 'vitest';
import {
  type Body,
  check,
  compile,
  dense,
  diagnose,
  hessian,
  type NodeSpec,
  Pullback,
  pathsBetween,
  rowsOf,
  total,
} from '../index';

const body = (operands: string[], nodes: NodeSpec[], output: string): Body => ({
  operands,
  unfold: () => ({ nodes, output }),
});

const call = (id: string, inside: Body, inputs: Record<string, string>): NodeSpec => ({
  id,
  op: 'function',
  inputs,
  body: inside,
});

/** tanh(W x + b) */
const layer = body(
  ['W', 'x', 'b'],
  [
    { id: 'y', op: 'tanh', inputs: { x: 'h' } },
    { id: 'h', op: 'linear', inputs: { W: 'W', x: 'x', b: 'b' } },
  ],
  'y',
);
const leaves: NodeSpec[] = [
  {
    id: 'W',
    op: 'parameter',
    value: [
      [0.1, 0.5],
      [-0.3, 0.8],
      [1, -1],
    ],
  },
  { id: 'b', op: 'parameter', value: [0.1, -0.2, 0.3] },
  { id: 'x', op: 'variable', value: [0.2, 0.4] },
];
const folded: NodeSpec[] = [
  ...leaves,
  call('f', layer, { W: 'W', x: 'x', b: 'b' }),
  { id: 'z', op: 'squared_norm', inputs: { x: 'f' } },
];
const unfolded: NodeSpec[] = [
  ...leaves,
  { id: 'h', op: 'linear', inputs: { W: 'W', x: 'x', b: 'b' } },
  { id: 'f', op: 'tanh', inputs: { x: 'h' } },
  { id: 'z', op: 'squared_norm', inputs: { x: 'f' } },
];

describe('A composite node', () => {
  it('has the values and gradients of the nodes it stands for, bit by bit', () => {
    const [a, b] = [compile(folded).run(), compile(unfolded).run()];
    const [pa, pb] = [a, b].map((program) => new Pullback(program, program.node('z')!).run());
    for (const id of ['W', 'b', 'x', 'f', 'z']) {
      expect(a.node(id)!.tensor!.data).toEqual(b.node(id)!.tensor!.data);
      expect(pa.gradient(a.node(id)!)).toEqual(pb.gradient(b.node(id)!));
    }
  });

  it('has one Jacobian an operand, the product of those inside, as structured as it can be', () => {
    const program = compile(folded).run();
    const [byW, byX, byB] = program.node('f')!.incoming.map(({ jacobian }) => jacobian!);
    expect([byW, byX, byB].map(({ structure }) => structure)).toEqual([
      'block-diagonal',
      'dense',
      'diagonal',
    ]);
    const slopes = [...program.node('f')!.tensor!.data].map((y) => 1 - y * y);
    expect(rowsOf(dense(byX), 3, 2)).toEqual(
      [
        [0.1, 0.5],
        [-0.3, 0.8],
        [1, -1],
      ].map((row, i) => row.map((w) => expect.closeTo(w * slopes[i], 14))),
    );
    expect([...dense(byB)].filter((v) => v !== 0)).toEqual(slopes.map((slope) => expect.closeTo(slope, 14)));
    expect(byW.rows * byW.cols).toBe(18);
  });

  it('shows its own operands, hides its inside, and lets it be asked for by name', () => {
    const program = compile(folded).run();
    const f = program.node('f')!;
    expect(program.nodes.map(({ id }) => id)).toEqual(['W', 'b', 'x', 'f', 'z']);
    expect(f.incoming.map(({ id, from }) => [id, from.id])).toEqual([
      ['f.W', 'W'],
      ['f.x', 'x'],
      ['f.b', 'b'],
    ]);
    expect(program.node('x')!.outgoing.map(({ id }) => id)).toEqual(['f.x']);
    expect(f.inside.map(({ id }) => id)).toEqual(['f/W', 'f/x', 'f/b', 'f/h', 'f/y']);
    expect(program.node('f/y')!.tensor!.data).toEqual(f.tensor!.data);
    expect(program.node('f/y')!.outgoing.map(({ to, operand }) => [to.id, operand])).toEqual([
      ['f', 'output'],
    ]);
    expect(pathsBetween(program.node('x')!, program.node('z')!).count).toBe(1n);
  });

  it('has the term of each operand in the chain rule, also when one node feeds two of them', () => {
    // f(a, b) = a · b with x on both: two edges, two terms.
    const product = body(['a', 'b'], [{ id: 'p', op: 'multiply', inputs: { a: 'a', b: 'b' } }], 'p');
    const program = compile([
      { id: 'x', op: 'variable', value: 3 },
      call('f', product, { a: 'x', b: 'x' }),
    ]).run();
    const pullback = new Pullback(program, program.node('f')!).run();
    expect(program.node('f')!.incoming.map((edge) => [...pullback.contribution(edge)!])).toEqual([[3], [3]]);
    expect(pullback.gradient(program.node('x')!)).toEqual(Float64Array.of(6));
    expect(program.node('x')!.outgoing.map(({ id }) => id)).toEqual(['f.a', 'f.b']);
  });

  it('is checked against differences through its inside', () => {
    const program = compile(folded);
    const { edges, gradients } = check(program, program.node('z')!);
    expect(edges.map(({ edge }) => edge.id)).toEqual(['f.W', 'f.x', 'f.b', 'z.x']);
    for (const { error, skipped } of [...edges, ...gradients]) {
      expect(skipped).toBeUndefined();
      expect(error).toBeLessThan(1e-9);
    }
  });

  it('has the second derivatives of its inside', () => {
    const [a, b] = [folded, unfolded].map((specs) => compile(specs).run());
    expect(hessian(a, a.node('z')!, a.node('x')!)).toEqual(hessian(b, b.node('z')!, b.node('x')!));
  });

  it('may use composites, pass an operand on as its output, or do without a node inside', () => {
    const twice = body(
      ['v', 'W', 'b'],
      [call('one', layer, { W: 'W', x: 'v', b: 'b' }), { id: 'sum', op: 'sum', inputs: { x: 'one' } }],
      'sum',
    );
    const same = body(['v'], [], 'v');
    const program = compile([
      ...leaves,
      call('g', twice, { v: 'x', W: 'W', b: 'b' }),
      call('id', same, { v: 'x' }),
    ]).run();
    const direct = compile(unfolded).run().node('f')!.tensor!.data;
    expect(program.node('g')!.tensor!.data[0]).toBeCloseTo(
      direct.reduce((sum, v) => sum + v, 0),
      14,
    );
    expect(program.node('g/one/h')!.tensor!.data).toHaveLength(3);
    expect(program.node('id')!.tensor!.data).toEqual(Float64Array.of(0.2, 0.4));
    expect(program.node('id')!.incoming[0].jacobian!.structure).toBe('identity');
  });

  it('nests a thousand deep without recursion', () => {
    let inner = body(['v'], [{ id: 's', op: 'negative', inputs: { x: 'v' } }], 's');
    for (let i = 0; i < 1000; i++) inner = body(['v'], [call('c', inner, { v: 'v' })], 'c');
    const program = compile([{ id: 'x', op: 'variable', value: 3 }, call('f', inner, { v: 'x' })]).run();
    expect(program.node('f')!.tensor!.data[0]).toBe(-3);
  });
});

describe('A composite node that cannot be evaluated says why', () => {
  const problemsOf = (specs: NodeSpec[], id: string) =>
    compile(specs)
      .node(id)!
      .problems.map(({ code, message }) => [code, message]);

  it('an operand without a wire', () => {
    expect(problemsOf([...leaves, call('f', layer, { W: 'W', x: 'x' })], 'f')).toEqual([
      ['unwired', 'The operand b of f (function) has no wire.'],
    ]);
  });

  it('shapes that do not fit inside, and whose they are', () => {
    const specs = [
      ...leaves,
      call('f', layer, { W: 'W', x: 'b', b: 'b' }),
      { id: 'z', op: 'sum', inputs: { x: 'f' } },
    ];
    expect(problemsOf(specs, 'f')).toEqual([
      [
        'function',
        'f cannot be evaluated: inside, at f/h: W is a 3 × 2 matrix, x is a vector of 3, b is a vector of 3: W has 2 columns, but a sample of x has 3 components.',
      ],
    ]);
    expect(problemsOf(specs, 'z')).toEqual([['blocked', 'z is not evaluated because of a problem at f.']]);
  });

  it('a problem two levels down', () => {
    const outer = body(['v', 'W', 'b'], [call('g', layer, { W: 'W', x: 'b', b: 'b' })], 'g');
    expect(problemsOf([...leaves, call('f', outer, { v: 'x', W: 'W', b: 'b' })], 'f')[0][1]).toMatch(
      /^f cannot be evaluated: inside, at f\/g\/h: /,
    );
  });

  it('a refusal of the body', () => {
    const refused: Body = {
      operands: ['v'],
      unfold: () => ({ code: 'expression', message: 'There is nothing to compute.' }),
    };
    expect(
      problemsOf([...leaves, { id: 'f', op: 'expression', inputs: { v: 'x' }, body: refused }], 'f'),
    ).toEqual([['expression', 'There is nothing to compute.']]);
  });

  it('functions within functions that would never end to unfold', () => {
    let inner = body(['v'], [{ id: 's', op: 'negative', inputs: { x: 'v' } }], 's');
    for (let i = 0; i < 40; i++)
      inner = body(['v'], [call('a', inner, { v: 'v' }), call('b', inner, { v: 'a' })], 'b');
    const [[code, message]] = problemsOf(
      [{ id: 'x', op: 'variable', value: 1 }, call('f', inner, { v: 'x' })],
      'f',
    );
    expect(code).toBe('function');
    expect(message).toContain('more than 100,000 nodes');
  });
});

describe('A composite node without operands', () => {
  it('is not blamed for the node that stands before it', () => {
    const constant = body([], [{ id: 'c', op: 'constant', value: 7 }], 'c');
    const program = compile([
      { id: 'x', op: 'variable', value: 1 },
      { id: 'bad', op: 'sin' },
      call('f', constant, {}),
      { id: 'z', op: 'square', inputs: { x: 'f' } },
    ]).run();
    expect(program.node('f')!.problems).toEqual([]);
    expect(program.node('z')!.tensor!.data[0]).toBe(49);
  });
});

describe('The limit of unfolding', () => {
  const chain = (n: number): NodeSpec[] =>
    Array.from({ length: n }, (_, i) => ({
      id: `n${i}`,
      op: 'negative',
      inputs: { x: i === 0 ? 'v' : `n${i - 1}` },
    }));
  const wide = (n: number) => body(['v'], chain(n), `n${n - 1}`);
  const problems = (n: number) =>
    compile([{ id: 'x', op: 'variable', value: 1 }, call('f', wide(n), { v: 'x' })]).node('f')!.problems;

  it('is 100,000 nodes, and not one more', () => {
    expect(problems(100_000)).toEqual([]);
    expect(problems(100_001)).toEqual([
      {
        code: 'function',
        message: 'f would unfold into more than 100,000 nodes: use fewer functions within functions.',
      },
    ]);
  });

  it('counts all composites together, but not those that failed', () => {
    const broken = body(['v'], [...chain(60_000), { id: 'bad', op: 'sin' }], 'bad');
    const program = compile([
      { id: 'x', op: 'variable', value: 1 },
      call('a', broken, { v: 'x' }),
      call('b', wide(60_000), { v: 'x' }),
      call('c', wide(60_000), { v: 'x' }),
    ]);
    expect(['a', 'b', 'c'].map((id) => program.node(id)!.problems.map(({ message }) => message))).toEqual([
      ['a cannot be evaluated: inside, at a/bad: The operand x of a/bad (sin) has no wire.'],
      [],
      ['c would unfold into more than 100,000 nodes: use fewer functions within functions.'],
    ]);
  });
});

describe('Diagnostics inside of a composite node', () => {
  it('belong to it, whatever ids look like', () => {
    const program = compile([
      { id: 'net/x', op: 'variable', value: -1 },
      { id: 'net/y', op: 'log', inputs: { x: 'net/x' } },
      { id: 'net/z', op: 'sin' },
    ]).run();
    expect(diagnose(program).map(({ node, code }) => [node, code])).toEqual([
      ['net/y', 'domain'],
      ['net/z', 'unwired'],
    ]);
  });

  it('are told at the node, with the place inside', () => {
    const inside = body(['v'], [{ id: 'l', op: 'log', inputs: { x: 'v' } }], 'l');
    const program = compile([
      { id: 'x', op: 'variable', value: -1 },
      call('f', inside, { v: 'x' }),
      { id: 'z', op: 'exp', inputs: { x: 'f' } },
    ]).run();
    expect(diagnose(program).map(({ node, code, message }) => [node, code, message])).toEqual([
      ['f', 'domain', 'Inside, at f/l: log needs x > 0, but x is -1: there is no derivative here.'],
      ['z', 'caused-by', 'The value of z is not finite because of f.'],
    ]);
  });
});

describe('A composite of large matrices', () => {
  it('keeps its Jacobians structured: nothing beyond the budget is written out', () => {
    const [m, n] = [900, 1000];
    const W = Array.from({ length: m }, (_, i) =>
      Array.from({ length: n }, (_, j) => ((i * 7 + j) % 11) / 5000),
    );
    const program = compile([
      { id: 'W', op: 'parameter', value: W },
      { id: 'x', op: 'variable', value: new Array(n).fill(0.5) },
      { id: 'b', op: 'parameter', value: new Array(m).fill(0) },
      call('f', layer, { W: 'W', x: 'x', b: 'b' }),
      { id: 'z', op: 'sum', inputs: { x: 'f' } },
    ]).run();
    const [byW] = program.node('f')!.incoming.map(({ jacobian }) => jacobian!);
    expect([byW.rows, byW.cols, byW.structure]).toEqual([m, m * n, 'block-diagonal']);
    expect(byW.payload.reduce((total, { length }) => total + length, 0)).toBe(m * n);
    const byZ = total(program.node('W')!, program.node('z')!);
    expect([byZ.rows, byZ.cols, byZ.structure]).toEqual([1, m * n, 'row']);
    const pullback = new Pullback(program, program.node('z')!).run();
    const gradient = pullback.gradient(program.node('W')!)!;
    expect(dense(byZ).every((v, k) => v === gradient[k])).toBe(true);
  });
});
