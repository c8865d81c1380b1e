/**
 * Defects that once were, each told as the law it broke.
 */
import { describe, expect, it } from 'vitest';
import {
  check,
  compile,
  dense,
  hessian,
  hessianVectorProduct,
  type NestedValue,
  type NodeSpec,
  type Program,
  Pullback,
  Pushforward,
  pathsBetween,
  total,
} from '../index';
import { seeded } from './graphs';

const variable = (id: string, value: NestedValue): NodeSpec => ({ id, op: 'variable', value });
const node = (id: string, op: string, inputs: Record<string, string>): NodeSpec => ({ id, op, inputs });

/** max(√x, 1) at 0, where √ has an infinite slope and is not taken. */
const notTaken = [
  variable('x', 0),
  variable('one', 1),
  node('root', 'sqrt', { x: 'x' }),
  node('larger', 'maximum', { a: 'root', b: 'one' }),
];

describe('A branch that is not taken', () => {
  it('leaves a second derivative alone, infinite as its slope may be', () => {
    const program = compile([
      ...notTaken,
      node('square', 'square', { x: 'x' }),
      node('z', 'add', { a: 'square', b: 'larger' }),
    ]).run();
    expect([...hessian(program, program.node('z')!, program.node('x')!)]).toEqual([2]);
  });

  it('is 0 in the total derivative and in the Jacobian of a composite, as it is in the gradient', () => {
    const body = {
      operands: ['x'],
      unfold: () => ({ nodes: [...notTaken.slice(1), node('y', 'negative', { x: 'larger' })], output: 'y' }),
    };
    const program = compile([notTaken[0], { id: 'f', op: 'function', inputs: { x: 'x' }, body }]).run();
    const [x, f] = [program.node('x')!, program.node('f')!];
    expect([...new Pullback(program, f).run().gradient(x)!]).toEqual([0]);
    expect(dense(total(x, f, 'forward'))[0]).toBeCloseTo(0, 12);
    expect(dense(total(x, f, 'reverse'))[0]).toBeCloseTo(0, 12);
    expect(dense(program.edge('f', 'x')!.jacobian!)[0]).toBeCloseTo(0, 12);
  });
});

describe('A branch that is taken and happens to be flat', () => {
  const poles = (op: string, inputs: Record<string, string>, value: number) => [
    node('f', op, inputs),
    variable('c', value),
    node('below', 'subtract', { a: 'f', b: 'c' }),
    node('z', 'reciprocal', { x: 'below' }),
  ];

  it.each([
    ['a number', -1.5],
    ['a vector', [-1.5, -5]],
  ])(
    'multiplies: where hardswish is smallest, the pole of 1/(hardswish x + ⅜) has no slope: %s',
    (_, value) => {
      const specs = [variable('x', value), ...poles('hardswish', { x: 'x' }, -0.375)];
      const [first, ...rest] = gradient(specs, 'z', 'x');
      expect(first).toBe(Number.NaN);
      expect(rest.slice(0, 1)).toEqual(rest.length ? [0] : []);
    },
  );

  it('so does the margin of a score whose target is 0', () => {
    const specs = [
      variable('s', 0.5),
      variable('t', 0),
      ...poles('hinge_loss', { score: 's', target: 't' }, 1),
    ];
    expect(gradient(specs, 'z', 's')).toEqual([Number.NaN]);
  });

  it('shows as 0', () => {
    const program = compile([variable('x', -1.5), node('f', 'hardswish', { x: 'x' })]).run();
    expect([...dense(program.edge('f', 'x')!.jacobian!)]).toEqual([0]);
  });
});

const gradient = (specs: readonly NodeSpec[], target: string, id: string): number[] => {
  const program = compile(specs).run();
  return [...new Pullback(program, program.node(target)!).run().gradient(program.node(id)!)!];
};

describe('A component that the target does not depend on has a gradient of 0, whatever the slope there', () => {
  const x = variable('x', [0, 4]);
  const root = node('root', 'sqrt', { x: 'x' });

  it('where it is one component of the target that does not depend on another', () => {
    expect(gradient([x, root], 'root', 'x')).toEqual([Number.POSITIVE_INFINITY, 0, 0, 0.25]);
    const logarithm = [variable('x', [-1, 4]), node('y', 'log', { x: 'x' })];
    expect(gradient(logarithm, 'y', 'x')).toEqual([Number.NaN, 0, 0, 0.25]);
  });

  it('where another one is picked out', () => {
    const second = { ...node('z', 'index', { x: 'root' }), attributes: { index: 2 } };
    expect(gradient([x, root, second], 'z', 'x')).toEqual([0, 0.25]);
    expect(gradient([x, root, node('z', 'max', { x: 'root' })], 'z', 'x')).toEqual([0, 0.25]);
  });

  it('where it stands on a branch that is not taken, in a vector or beside one', () => {
    const larger = [x, variable('one', 1), root, node('larger', 'maximum', { a: 'root', b: 'one' })];
    expect(gradient([...larger, node('z', 'sum', { x: 'larger' })], 'z', 'x')).toEqual([0, 0.25]);
    const beside = [
      variable('x', 0),
      variable('v', [1, 2]),
      root,
      node('larger', 'maximum', { a: 'root', b: 'v' }),
      node('z', 'sum', { x: 'larger' }),
    ];
    expect(gradient(beside, 'z', 'x')).toEqual([0]);
  });

  it('where two numbers are stacked, of which one has an infinite slope', () => {
    const stacked = [variable('x', 0), root, node('z', 'stack', { x1: 'root', x2: 'x' })];
    expect(gradient(stacked, 'z', 'x')).toEqual([Number.POSITIVE_INFINITY, 1]);
  });

  it('and the terms of its edges say the same, before and after an update', () => {
    const program = compile([variable('x', [1, 4]), root]).run();
    const pullback = new Pullback(program, program.node('root')!).run();
    for (const [first, slope] of [
      [0, Number.POSITIVE_INFINITY],
      [1, 0.5],
      [0, Number.POSITIVE_INFINITY],
    ]) {
      program.set('x', [first, 4]);
      program.update();
      pullback.update();
      expect([...pullback.gradient(program.node('x')!)!]).toEqual([slope, 0, 0, 0.25]);
      expect([...pullback.contribution(program.edge('root', 'x')!)!]).toEqual([slope, 0, 0, 0.25]);
    }
  });
});

it('A cotangent that arrived and is 0 is a number: times an infinite slope it stays NaN, forwards and backwards', () => {
  // The norm of √x is √(x₁ + x₂), whose slope is 1/8 here: 0 would be invented.
  const specs = [variable('x', [0, 16]), node('root', 'sqrt', { x: 'x' }), node('z', 'norm', { x: 'root' })];
  expect(gradient(specs, 'z', 'x')).toEqual([Number.NaN, 0.125]);
  const program = compile(specs).run();
  const pushforward = new Pushforward(program).run(new Map([['x', [1, 0]]]));
  expect([...pushforward.tangent(program.node('z')!)!]).toEqual([Number.NaN]);
});

/** Operators applied entry by entry, to one vector or to two, with kinks, poles and vertical tangents where the numbers below meet them. */
const ONE = [
  'sqrt',
  'log',
  'relu',
  'abs',
  'sin',
  'reciprocal',
  'asin',
  'hardtanh',
  'negative',
  'sign',
  'flip',
];
const TWO = ['add', 'subtract', 'multiply', 'maximum', 'minimum'];

/** A chain of five nodes of vectors, and the same components as numbers of their own. */
function vectorsAndNumbers(random: () => number): { vectors: NodeSpec[]; numbers: NodeSpec[] } {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)];
  const values = Array.from({ length: 3 }, () => pick([0, 0, 1, -1, 4, 0.5]));
  const vectors = [variable('n0', values)];
  const numbers = values.map((value, i) => variable(`n0_${i}`, value));
  for (let k = 1; k <= 5; k++) {
    const [a, b] = [pick(vectors).id, pick(vectors).id];
    const op = pick(random() < 0.6 ? ONE : TWO);
    const inputs: Record<string, string> = ONE.includes(op) ? { x: a } : { a, b };
    vectors.push(node(`n${k}`, op, inputs));
    for (let i = 0; i < 3; i++) {
      const from = op === 'flip' ? 2 - i : i;
      const entries = Object.entries(inputs).map(([operand, id]) => [operand, `${id}_${from}`]);
      numbers.push(node(`n${k}_${i}`, op === 'flip' ? 'identity' : op, Object.fromEntries(entries)));
    }
  }
  return { vectors, numbers };
}

const SEEDS = Array.from({ length: 1000 }, (_, i) => i + 1);
const COMPONENTS = [0, 1, 2];
/** −0 and 0 are the same derivative, and so are those that differ by the order of a product. */
const upToRounding = (entries: Iterable<number>) => [...entries].map((v) => 0 + Number(v.toPrecision(14)));
const unit = (j: number) => COMPONENTS.map((i) => (i === j ? 1 : 0));

describe('A vector has the derivatives of its components, infinite slopes or not (seeds 1 to 1000)', () => {
  const eachGraph = (visit: (vectors: Program, numbers: Program, seed: string) => void) => {
    for (const seed of SEEDS) {
      const { vectors, numbers } = vectorsAndNumbers(seeded(seed));
      visit(compile(vectors).run(), compile(numbers).run(), `seed ${seed}`);
    }
  };

  it('its gradients', () => {
    eachGraph((vectors, numbers, seed) => {
      const pullback = new Pullback(vectors, vectors.node('n5')!).run();
      for (const row of COMPONENTS) {
        const ofRow = new Pullback(numbers, numbers.node(`n5_${row}`)!).run();
        for (const node of vectors.nodes)
          expect(upToRounding(pullback.gradient(node)!.subarray(3 * row, 3 * row + 3)), seed).toEqual(
            upToRounding(COMPONENTS.map((j) => ofRow.gradient(numbers.node(`${node.id}_${j}`)!)![0])),
          );
      }
    });
  });

  it('its tangents', () => {
    eachGraph((vectors, numbers, seed) => {
      for (const j of COMPONENTS) {
        const whole = new Pushforward(vectors).run(new Map([['n0', unit(j)]]));
        const apart = new Pushforward(numbers).run(new Map([[`n0_${j}`, 1]]));
        for (const node of vectors.nodes)
          expect(upToRounding(whole.tangent(node)!), seed).toEqual(
            upToRounding(COMPONENTS.map((i) => apart.tangent(numbers.node(`${node.id}_${i}`)!)![0])),
          );
      }
    });
  });

  it.each(['forward', 'reverse'] as const)('its total derivative, %s, and the product of a path', (mode) => {
    let single = 0;
    eachGraph((vectors, _, seed) => {
      const [from, to] = [vectors.node('n0')!, vectors.node('n5')!];
      const gradient = upToRounding(new Pullback(vectors, to).run().gradient(from)!);
      expect(upToRounding(dense(total(from, to, mode))), seed).toEqual(gradient);
      const { paths } = pathsBetween(from, to);
      if (paths!.length !== 1) return;
      single++;
      expect(upToRounding(dense(paths![0].jacobian)), seed).toEqual(gradient);
    });
    expect(single).toBeGreaterThan(100);
  });

  it('its second derivatives', () => {
    eachGraph((vectors, numbers, seed) => {
      for (const k of COMPONENTS)
        for (const j of COMPONENTS) {
          const picked = compile([
            ...vectors.given,
            { ...node('z', 'index', { x: 'n5' }), attributes: { index: k + 1 } },
          ]).run();
          const whole = hessianVectorProduct(picked, picked.node('z')!, new Map([['n0', unit(j)]]));
          const apart = hessianVectorProduct(numbers, numbers.node(`n5_${k}`)!, new Map([[`n0_${j}`, 1]]));
          expect(upToRounding(whole(picked.node('n0')!) ?? [0, 0, 0]), seed).toEqual(
            upToRounding(COMPONENTS.map((i) => apart(numbers.node(`n0_${i}`)!)?.[0] ?? 0)),
          );
        }
    });
  });
});

it('A length of 0 has the second derivative 0, by hypot as by norm', () => {
  const operands = [variable('a', 0), variable('b', 0)];
  const program = compile([
    ...operands,
    node('pair', 'stack', { x1: 'a', x2: 'b' }),
    node('norm', 'norm', { x: 'pair' }),
    node('hypot', 'hypot', { a: 'a', b: 'b' }),
  ]).run();
  for (const id of ['norm', 'hypot'])
    expect([...hessian(program, program.node(id)!, program.node('a')!)], id).toEqual([0]);
});

describe('Products of factors 1e200 apart overflow nowhere on the way', () => {
  const x = variable('x', [1e200, 1e200, 1e-300]);
  const last = [
    node('y', 'cumulative_prod', { x: 'x' }),
    { ...node('z', 'index', { x: 'y' }), attributes: { index: 3 } },
  ];

  it.each([
    ['prod', [node('z', 'prod', { x: 'x' })]],
    ['cumulative_prod', last],
  ] as const)('in a second derivative: %s', (_, rest) => {
    const program = compile([x, ...rest]).run();
    const H = hessian(program, program.node('z')!, program.node('x')!);
    const expected = [0, 1e-300, 1e200, 1e-300, 0, 1e200, 1e200, 1e200, 0];
    expected.forEach((entry, i) => {
      expect(Math.abs(H[i] - entry)).toBeLessThanOrEqual(1e-15 * entry);
    });
  });

  it.each([
    ['what is not a number stays none', new Array(6).fill(1e300), [1, Number.NaN, 1, 1, 1, 1], Number.NaN],
    [
      'nothing stands before the first factor, infinite as it may be',
      [Number.POSITIVE_INFINITY, 2],
      [1, 1],
      Number.POSITIVE_INFINITY,
    ],
  ])('and %s when it is pushed', (_, factors, direction, last) => {
    const program = compile([variable('x', factors), node('y', 'cumulative_prod', { x: 'x' })]).run();
    const pushed = new Float64Array(factors.length);
    program.edge('y', 'x')!.jacobian!.push(Float64Array.from(direction), pushed);
    expect(pushed[0]).toBe(1);
    expect(pushed[factors.length - 1]).toBe(last);
  });

  it('in either mode', () => {
    const program = compile([x, ...last]).run();
    const [from, to] = [program.node('x')!, program.node('z')!];
    const gradient = new Pullback(program, to).run().gradient(from)!;
    [1e-100, 1e-100, Number.POSITIVE_INFINITY].forEach((entry, j) => {
      const direction = [0, 1, 2].map((i) => (i === j ? 1 : 0));
      const tangent = new Pushforward(program).run(new Map([['x', direction]])).tangent(to)![0];
      for (const found of [gradient[j], tangent])
        expect(found === entry || Math.abs(found / entry - 1) < 1e-15, `${found}`).toBe(true);
    });
  });
});

describe('Where nothing of a node arrives, its second derivatives stay out, infinite as they may be', () => {
  it.each([
    [
      'a loss',
      [variable('q', [0, 1]), variable('p', [0.5, 0.5]), node('f', 'kl_divergence', { q: 'q', p: 'p' })],
      'q',
    ],
    ['an entropy', [variable('q', [0, 1]), node('f', 'entropy', { p: 'q' })], 'q'],
  ] as const)('behind another component of a vector: %s', (_, nodes, id) => {
    const specs = [
      ...nodes,
      variable('s', 3),
      node('square', 'square', { x: 's' }),
      node('pair', 'stack', { x1: 'f', x2: 'square' }),
      { ...node('z', 'index', { x: 'pair' }), attributes: { index: 2 } },
    ];
    const program = compile(specs).run();
    const [z, x, s] = ['z', id, 's'].map((name) => program.node(name)!);
    expect([...hessian(program, z, x)]).toEqual([0, 0, 0, 0]);
    expect([...hessian(program, z, s)]).toEqual([2]);
  });

  it('in another row of a matrix', () => {
    const specs = [
      variable('x', [
        [0, 2],
        [3, 4],
      ]),
      { ...node('rows', 'norm', { x: 'x' }), attributes: { ord: 1.5, axis: 1 } },
      { ...node('z', 'index', { x: 'rows' }), attributes: { index: 2 } },
    ];
    const program = compile(specs).run();
    const H = hessian(program, program.node('z')!, program.node('x')!);
    expect([...H].map(Number.isFinite)).toEqual(new Array(16).fill(true));
    expect([...H.subarray(0, 8)]).toEqual(new Array(8).fill(0));
  });
});

it('The terms of an edge add up to the gradient in several passes as in one', () => {
  // 21 times 1,000 entries for each of 1,000 rows are more than one pass holds.
  const size = 1000;
  const values = Array.from({ length: size }, (_, i) => (i % 7 === 0 ? 0 : i));
  const chain = Array.from({ length: 20 }, (_, k) =>
    node(`y${k}`, k === 0 ? 'sqrt' : 'negative', { x: k === 0 ? 'x' : `y${k - 1}` }),
  );
  const program = compile([variable('x', values), ...chain]).run();
  const pullback = new Pullback(program, program.node('y19')!);
  const gradient = pullback.run().gradient(program.node('x')!)!;
  const term = pullback.contribution(program.edge('y0', 'x')!)!;
  let differences = 0;
  for (let i = 0; i < gradient.length; i++) if (!Object.is(gradient[i] + 0, term[i] + 0)) differences++;
  expect(differences).toBe(0);
  expect([gradient[0], gradient[1], gradient[size + 1]]).toEqual([Number.NEGATIVE_INFINITY, 0, -0.5]);
});

describe('Second derivatives beside an infinite tangent', () => {
  const root = [variable('x', 0), node('root', 'sqrt', { x: 'x' })];

  it.each([
    ['multiply', { a: 'two', b: 'root' }],
    ['divide', { a: 'root', b: 'two' }],
  ])('keep out of what does not bend: %s', (op, inputs) => {
    const program = compile([...root, variable('two', 2), node('z', op, inputs)]).run();
    expect([...hessian(program, program.node('z')!, program.node('x')!)]).toEqual([Number.NEGATIVE_INFINITY]);
  });

  const matrix = [
    variable('x', [
      [1, 2],
      [0, 1],
    ]),
    node('root', 'sqrt', { x: 'x' }),
  ];
  const first = (id: string, x: string) => ({ ...node(id, 'index', { x }), attributes: { index: 1 } });
  const reduced = (op: string) => [
    { ...node('y', op, { x: 'root' }), attributes: { axis: 1 } },
    first('z', 'y'),
  ];
  const rowByRow = (op: string) => [
    node('y', op, { x: 'root' }),
    { ...node('top', 'row', { x: 'y' }), attributes: { index: 1 } },
    first('z', 'top'),
  ];

  it.each([
    ...['squared_norm', 'var', 'std', 'logsumexp', 'prod', 'norm'].map((op) => [op, reduced(op)] as const),
    ...['softmax', 'log_softmax', 'layer_norm', 'rms_norm'].map((op) => [op, rowByRow(op)] as const),
  ])('keep out of the rows that another row does not depend on: %s', (_, nodes) => {
    const program = compile([...matrix, ...nodes]).run();
    const [z, x] = [program.node('z')!, program.node('x')!];
    const direction = [
      [0, 0],
      [1, 0],
    ];
    const row = hessianVectorProduct(program, z, new Map([['x', direction]]))(x) ?? new Float64Array(4);
    expect(upToRounding(row)).toEqual([0, 0, 0, 0]);
  });

  it.each([
    ['matvec', [variable('v', [1, 2]), node('y', 'matvec', { A: 'root', x: 'v' }), first('z', 'y')], 'v'],
    [
      'cumulative_prod',
      [
        variable('u', [1, 2, 0]),
        node('v', 'sqrt', { x: 'u' }),
        node('y', 'cumulative_prod', { x: 'v' }),
        first('z', 'y'),
      ],
      'u',
    ],
  ] as const)('keep out of the components that another one does not depend on: %s', (_, nodes, id) => {
    const program = compile([...matrix, ...nodes]).run();
    const directions = new Map<string, NestedValue>([
      [
        'x',
        [
          [0, 0],
          [1, 0],
        ],
      ],
      ...(id === 'u' ? [['u', [0, 0, 1]] as const] : []),
    ]);
    const row = hessianVectorProduct(program, program.node('z')!, directions)(program.node(id)!);
    expect(upToRounding(row!)).toEqual(id === 'u' ? [0, 0, 0] : [0, 0]);
  });

  it('add up to 0 where a smooth maximum is sure', () => {
    const program = compile([variable('x', [40, 0]), node('z', 'logsumexp', { x: 'x' })]).run();
    const H = hessian(program, program.node('z')!, program.node('x')!);
    const curvature = Math.exp(-40);
    [curvature, -curvature, -curvature, curvature].forEach((entry, i) => {
      expect(Math.abs(H[i] / entry - 1)).toBeLessThan(1e-14);
    });
  });
});

it('A component of a cross product does not depend on the component of an operand at its own place', () => {
  const specs = [
    variable('x', [0, 1, 4]),
    node('root', 'sqrt', { x: 'x' }),
    variable('b', [1, 2, 3]),
    node('y', 'cross', { a: 'root', b: 'b' }),
  ];
  expect(gradient(specs, 'y', 'x')[0]).toBe(0);
  const program = compile(specs).run();
  const pushforward = new Pushforward(program).run(new Map([['x', [1, 0, 0]]]));
  const ends = [0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  expect(upToRounding(pushforward.tangent(program.node('y')!)!)).toEqual(ends);
});

it('The product of a path keeps the zeros by structure inside a composite', () => {
  const body = {
    operands: ['v'],
    unfold: () => ({
      nodes: [
        node('double', 'add', { a: 'v', b: 'v' }),
        { ...node('y', 'index', { x: 'double' }), attributes: { index: 1 } },
      ],
      output: 'y',
    }),
  };
  const program = compile([
    variable('x', [1, 0]),
    node('root', 'sqrt', { x: 'x' }),
    { id: 'f', op: 'function', inputs: { v: 'root' }, body },
  ]).run();
  const [from, to] = [program.node('x')!, program.node('f')!];
  expect([...dense(pathsBetween(from, to).paths![0].jacobian)]).toEqual([1, 0]);
});

it('A direction of 0 is none, beside an infinite slope, with vectors in the graph or without', () => {
  const root = [variable('x', 0), node('y', 'sqrt', { x: 'x' })];
  const vector = [variable('v', [1, 2]), node('total', 'sum', { x: 'v' })];
  for (const specs of [root, [...root, ...vector]]) {
    const program = compile(specs).run();
    const pushforward = new Pushforward(program).run(new Map([['x', 0]]));
    expect([...pushforward.tangent(program.node('y')!)!]).toEqual([0]);
  }
});

describe('Beside an infinite slope', () => {
  it('a broken node elsewhere does no harm', () => {
    const program = compile([
      variable('x', [0, 4]),
      node('root', 'sqrt', { x: 'x' }),
      node('z', 'sum', { x: 'root' }),
      node('bad', 'matvec', { A: 'x', x: 'x' }),
    ]).run();
    const tangent = new Pushforward(program).run(new Map([['x', [1, 1]]])).tangent(program.node('root')!)!;
    expect([...tangent]).toEqual([Number.POSITIVE_INFINITY, 0.25]);
    expect(hessian(program, program.node('z')!, program.node('x')!)[3]).toBe(-1 / 32);
  });

  it('the term of an edge that is not taken is 0, as the gradient is', () => {
    const program = compile(notTaken).run();
    const pullback = new Pullback(program, program.node('larger')!).run();
    expect([...pullback.contribution(program.edge('root', 'x')!)!]).toEqual([0]);
    expect([...pullback.gradient(program.node('x')!)!]).toEqual([0]);
  });

  it('an operand that does not move keeps out of the second derivative of a product', () => {
    const program = compile([
      variable('A', [[0], [1]]),
      variable('x', [0]),
      variable('c', [0, 1]),
      node('product', 'matvec', { A: 'A', x: 'x' }),
      node('y', 'add', { a: 'product', b: 'c' }),
      node('root', 'sqrt', { x: 'y' }),
      node('z', 'sum', { x: 'root' }),
    ]).run();
    const rows = hessianVectorProduct(program, program.node('z')!, new Map([['A', [[0], [1]]]]));
    expect([...rows(program.node('x')!)!]).toEqual([0.5]);
    expect(upToRounding(rows(program.node('A')!)!)).toEqual([0, 0]);
  });

  it('a row that does not move keeps out of the second derivative of a reduction', () => {
    const program = compile([
      variable('x', [[0], [4]]),
      { ...node('y', 'squared_norm', { x: 'x' }), attributes: { axis: 1 } },
      node('root', 'sqrt', { x: 'y' }),
      node('z', 'sum', { x: 'root' }),
    ]).run();
    const H = hessian(program, program.node('z')!, program.node('x')!);
    expect(upToRounding(H)).toEqual([Number.POSITIVE_INFINITY, 0, 0, 0]);
  });
});

it('A distance beyond the largest number bends as little as it should', () => {
  const ends = [variable('a', [1.7e308, 0]), variable('b', [-1.7e308, 0])];
  const program = compile([...ends, node('z', 'distance', { a: 'a', b: 'b' })]).run();
  const H = hessian(program, program.node('z')!, program.node('a')!);
  [0, 0, 0, 1 / 1.7e308 / 2].forEach((entry, i) => {
    expect(Math.abs(H[i] - entry)).toBeLessThanOrEqual(5e-324);
  });
});

it('The check accuses nobody at a jump, where there is no slope to find', () => {
  const program = compile([
    variable('x', 0),
    node('y', 'ceil', { x: 'x' }),
    node('z', 'exp', { x: 'y' }),
  ]).run();
  const { edges, gradients } = check(program, program.node('z')!);
  expect(edges.map(({ edge, skipped }) => [edge.id, skipped])).toEqual([
    ['y.x', 'kink'],
    ['z.x', undefined],
  ]);
  expect(gradients.map(({ node: { id }, skipped }) => [id, skipped])).toEqual([
    ['x', 'kink'],
    ['y', undefined],
    ['z', undefined],
  ]);
  // An angle begins anew on the other side of the half-axis.
  const angle = compile([variable('y', 0), variable('x', -1), node('a', 'atan2', { y: 'y', x: 'x' })]);
  expect(check(angle).edges.map(({ error, skipped }) => skipped ?? error < 1e-6)).toEqual(['kink', true]);
});
