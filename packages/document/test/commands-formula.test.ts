/**
 * Expressions unfolded into nodes, and nodes folded into expressions: there, back, undone, and refused with the reason.
 */
import { describe, expect, it } from 'vitest';
import { type NestedValue, Pullback, sizeOf } from '#engine';
import { boxOf, labelOf } from '#scene';
import { seeded } from '../../engine/test/graphs';
import {
  type Command,
  commit,
  compileDocument,
  EDITOR_LIMITS,
  foldIntoExpression,
  type GraphDocument,
  type GraphNode,
  type History,
  nodesInOrder,
  readText,
  redo,
  startHistory,
  undo,
  unfoldExpression,
  writeText,
} from '../index';

function read(nodes: readonly object[], more: object = {}): GraphDocument {
  const outcome = readText(JSON.stringify({ format: 'nabla', version: 1, nodes, ...more }), EDITOR_LIMITS);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.document;
}

const unfold = (document: GraphDocument, id: string) =>
  unfoldExpression(document, compileDocument(document), id);

const fold = (document: GraphDocument, ids: readonly string[]) =>
  foldIntoExpression(document, compileDocument(document), ids);

function committed(history: History, command: Command | { readonly problem: string }): History {
  if ('problem' in command) throw new Error(command.problem);
  return commit(history, command);
}

/** The nodes of a document as they are saved, but for what a person sees of them only. */
const bare = (document: GraphDocument) =>
  nodesInOrder(document).map(({ rank, position, ...node }: GraphNode) => node);

const LEAVES: readonly (readonly [operand: string, id: string, value: NestedValue])[] = [
  ['a', 'p', 0.75],
  ['b', 'q', -1.5],
  ['x', 'u1', [0.5, -1.25, 2]],
  ['y', 'v', [1.5, 0.25, -0.5]],
  [
    'A',
    'M',
    [
      [0.5, -1, 0.25],
      [1.5, 0.75, -0.5],
      [-0.25, 1, 2],
    ],
  ],
];

/** x, y and the rest with other names outside, the formula z, and what is made of it. */
function around(formula: string): GraphDocument {
  const used = LEAVES.filter(([operand]) => new RegExp(`\\b${operand}\\b`).test(formula));
  return read(
    [
      ...LEAVES.map(([, id, value], i) => ({ id, op: 'variable', value, position: [-1500, 300 * i] })),
      {
        id: 'z',
        label: '\\zeta',
        op: 'expression',
        inputs: Object.fromEntries(used.map(([operand, id]) => [operand, id])),
        expression: formula,
        position: [0, 100],
        note: 'A formula.',
      },
      { id: 'w', op: 'squared_norm', inputs: { x: 'z' }, position: [600, 100] },
    ],
    { target: 'w' },
  );
}

/** A random formula whose value is a number, a vector of 3 or a 3 × 3 matrix. */
function formulaFrom(random: () => number): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const number = (depth: number): string => {
    if (depth === 0) return pick(['a', 'b', 'a', '2', '0.5', 'pi', 'x[2]', 'A[1, 3]']);
    const [n, v] = [() => number(depth - 1), () => vector(depth - 1)];
    return pick([
      () => `(${n()} ${pick(['+', '-', '*'])} ${n()})`,
      () => `(${n()})/(1 + (${n()})^2)`,
      () => `${pick(['sin', 'tanh', 'sigmoid', 'softplus'])}(${n()})`,
      () => `dot(${v()}, ${v()})`,
      () => `${pick(['sum', 'squared_norm', 'logsumexp', 'mean'])}(${v()})`,
      () => `-(${n()})`,
    ])();
  };
  const vector = (depth: number): string => {
    if (depth === 0) return pick(['x', 'y', '[1, -2, 0.5]', 'A[:, 2]']);
    const [n, v, m] = [() => number(depth - 1), () => vector(depth - 1), () => matrix(depth - 1)];
    return pick([
      () => `(${v()} ${pick(['+', '-', '.*'])} ${v()})`,
      () => `${n()}*(${v()})`,
      () => `${m()}*(${v()})`,
      () => `softmax(${v()})`,
      () => `clip(${v()}, -1.75, 1.5)`,
      () => `[${n()}, ${n()}, ${n()}]`,
    ])();
  };
  const matrix = (depth: number): string => {
    if (depth === 0) return pick(['A', "A'", 'A']);
    const [v, m] = [() => vector(depth - 1), () => matrix(depth - 1)];
    return pick([
      () => `(${m()} ${pick(['+', '*', '.*'])} ${m()})`,
      () => `outer(${v()}, ${v()})`,
      () => `(${m()})'`,
    ])();
  };
  return pick([number, vector, matrix])(1 + Math.floor(random() * 3));
}

/** Values of the nodes that both documents have, bit by bit; gradients but for the order in which terms are added. */
function expectSameResults(one: GraphDocument, other: GraphDocument): void {
  const [a, b] = [one, other].map((document) => compileDocument(document).run());
  const [pa, pb] = [a, b].map((program) => new Pullback(program, program.node('w')!).run());
  for (const id of [...LEAVES.map(([, leaf]) => leaf), 'z', 'w']) {
    expect(b.node(id)!.problems).toEqual([]);
    expect(b.node(id)!.tensor, id).toEqual(a.node(id)!.tensor);
    const [ga, gb] = [[...pa.gradient(a.node(id)!)!], [...pb.gradient(b.node(id)!)!]];
    const scale = Math.max(...ga.map(Math.abs));
    ga.forEach((entry, i) => {
      expect(Math.abs(entry - gb[i]), `gradient at ${id}`).toBeLessThanOrEqual(1e-12 * scale);
    });
  }
}

describe('A formula, unfolded and folded again, has the same values and gradients', () => {
  it.each(Array.from({ length: 150 }, (_, seed) => seed + 1))('seed %i', (seed) => {
    const document = around(formulaFrom(seeded(seed)));
    const start = startHistory(document);
    const unfolded = committed(start, unfold(document, 'z'));
    expect(unfolded.past).toHaveLength(1);
    const { nodes } = unfolded.document;
    expect([...nodes.values()].map(({ op }) => op)).not.toContain('expression');
    expectSameResults(document, unfolded.document);
    expect(writeText(undo(unfolded).document)).toBe(writeText(document));
    expect(writeText(redo(undo(unfolded)).document)).toBe(writeText(unfolded.document));

    const steps = [...nodes.keys()].filter((id) => !document.nodes.has(id));
    const folded = committed(unfolded, fold(unfolded.document, [...steps, 'z']));
    expect([...folded.document.nodes.keys()].sort()).toEqual([...document.nodes.keys()].sort());
    expect(folded.document.nodes.get('z')).toMatchObject({ op: 'expression', note: 'A formula.' });
    expectSameResults(document, folded.document);
    expect(writeText(undo(folded).document)).toBe(writeText(unfolded.document));
    expect(writeText(read(JSON.parse(writeText(folded.document)).nodes, { target: 'w' }))).toBe(
      writeText(folded.document),
    );
  });
});

describe('An expression is unfolded', () => {
  it('into nodes called u and c, past names that are taken, and stays their result', () => {
    const document = around('sin(2*a) + x[1]');
    const { document: unfolded, past } = committed(startHistory(document), unfold(document, 'z'));
    expect(past.map(({ label }) => label)).toEqual(['Unfold z']);
    const before = bare(document);
    expect(bare(unfolded)).toEqual([
      ...before.slice(0, 5),
      { id: 'z', label: '\\zeta', op: 'add', inputs: { a: 'u3', b: 'u4' }, note: 'A formula.' },
      before[6],
      { id: 'c1', op: 'constant', value: 2 },
      { id: 'u2', op: 'multiply', inputs: { a: 'c1', b: 'p' } },
      { id: 'u3', op: 'sin', inputs: { x: 'u2' } },
      { id: 'u4', op: 'index', inputs: { x: 'u1' }, attributes: { index: 1 } },
    ]);
  });

  it('to the operand that it is', () => {
    const document = around('a');
    const { document: unfolded } = committed(startHistory(document), unfold(document, 'z'));
    expect(unfolded.nodes.get('z')).toMatchObject({ op: 'identity', inputs: { x: 'p' } });
    expect(unfolded.nodes.size).toBe(document.nodes.size);
    expect(unfolded.nodes.get('z')).not.toHaveProperty('expression');
  });

  it('to the number that it is', () => {
    const document = read([{ id: 'z', op: 'expression', expression: 'pi' }]);
    const { document: unfolded } = committed(startHistory(document), unfold(document, 'z'));
    expect(bare(unfolded)).toEqual([{ id: 'z', op: 'constant', value: Math.PI }]);
  });

  it('without positions when it has none', () => {
    const document = read([{ id: 'z', op: 'expression', expression: '2*3 + 4' }]);
    const { document: unfolded } = committed(startHistory(document), unfold(document, 'z'));
    expect(nodesInOrder(unfolded).filter(({ position }) => position)).toEqual([]);
    expect(unfolded.nodes.size).toBe(5);
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
    'to the left of it, on the grid, no node over another (seed %i)',
    (seed) => {
      const document = around(formulaFrom(seeded(seed)));
      const { document: unfolded } = committed(startHistory(document), unfold(document, 'z'));
      for (const { id, position } of unfolded.nodes.values())
        if (!document.nodes.has(id)) {
          expect(position![0]).toBeLessThan(0);
          expect(position!.map((place) => Math.abs(place % 10))).toEqual([0, 0]);
        } else expect(position).toEqual(document.nodes.get(id)!.position);
      expect(overlaps(unfolded)).toEqual([]);
    },
  );
});

function overlaps(document: GraphDocument): string[] {
  const program = compileDocument(document);
  const boxes = nodesInOrder(document).map((node) => {
    const { shape } = program.node(node.id)!.tensor!;
    const { op, inputs, position } = node;
    const [x, y] = position!;
    const below = { rows: 1, cols: sizeOf(shape) };
    return { id: node.id, x, y, ...boxOf({ label: labelOf(node), op, inputs, shape, below }) };
  });
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width)
      .filter((b) => a.y < b.y + b.height && b.y < a.y + a.height)
      .map((b) => `${a.id} and ${b.id}`),
  );
}

describe('An expression is not unfolded', () => {
  it.each<[why: string, id: string, node: object, problem: string]>([
    ['when it is gone', 'gone', {}, 'There is no such node any more.'],
    [
      'when it is none',
      'z',
      { op: 'sin', inputs: { x: 'a' } },
      'z (sin) has no formula: only an expression can be unfolded.',
    ],
    [
      'when its formula cannot be read',
      'z',
      { op: 'expression', expression: 'sni(a)', inputs: { a: 'a' } },
      'z cannot be unfolded. Unknown function "sni" at character 1 of "sni(a)": did you mean "sin"?',
    ],
    [
      'when an operand has no wire',
      'z',
      { op: 'expression', expression: 'a + b', inputs: { a: 'a' } },
      'z cannot be unfolded. The operand b of z (expression) has no wire.',
    ],
    [
      'when shapes do not fit',
      'z',
      { op: 'expression', expression: 'a + b', inputs: { a: 'x', b: 'y' } },
      'z cannot be unfolded. add(a = a, b = b) at character 3 of "a + b": a is a vector of 2 and b is a vector of 3: expected equal shapes, a scalar with anything, or a matrix with a vector as long as its rows.',
    ],
    [
      'when what it is wired to has a problem',
      'z',
      { op: 'expression', expression: '2*a', inputs: { a: 'broken' } },
      'z cannot be unfolded. z is not evaluated because of a problem at broken.',
    ],
  ])('%s', (_, id, node, problem) => {
    const document = read([
      { id: 'a', op: 'variable', value: 1 },
      { id: 'x', op: 'variable', value: [1, 2] },
      { id: 'y', op: 'variable', value: [1, 2, 3] },
      { id: 'broken', op: 'sin' },
      { id: 'z', op: 'sin', ...node },
    ]);
    expect(unfold(document, id)).toEqual({ problem });
  });
});

/** q = W x, s = q + c, z = ‖s‖² and beside it r = sin q. */
const lecture = read(
  [
    { id: 'x', op: 'variable', value: [0.5, 2], position: [0, 0] },
    { id: 'z', op: 'squared_norm', inputs: { x: 's' }, position: [900, 0] },
    {
      id: 'W',
      op: 'parameter',
      value: [
        [1, 2],
        [3, 4],
      ],
      position: [0, 200],
    },
    { id: 'q', op: 'matvec', inputs: { A: 'W', x: 'x' }, position: [300, 0] },
    { id: 'c', op: 'constant', value: [1, -1], position: [300, 200] },
    { id: 's', label: 'v', op: 'add', inputs: { a: 'q', b: 'c' }, position: [600, 0] },
    { id: 'half', op: 'expression', expression: 'z/2', inputs: { z: 'z' }, position: [1200, 0] },
    { id: 'f', op: 'function', function: 'twice', inputs: { v: 'half' }, position: [1500, 0] },
    { id: 'open', op: 'exp', position: [0, 400] },
    { id: 'beyond', op: 'sin', inputs: { x: 'open' }, position: [300, 400] },
  ],
  {
    functions: {
      twice: { inputs: ['v'], nodes: [{ id: 'y', op: 'add', inputs: { a: 'v', b: 'v' } }], output: 'y' },
    },
    target: 's',
  },
);

describe('Nodes are folded into one expression', () => {
  it('in the place of their result, its operands the nodes outside, constants as numbers', () => {
    const history = committed(startHistory(lecture), fold(lecture, ['q', 's', 'c']));
    expect(history.past.map(({ label }) => label)).toEqual(['Fold 3 nodes into s']);
    expect(nodesInOrder(history.document).map(({ id }) => id)).toEqual([
      'x',
      'z',
      'W',
      's',
      'half',
      'f',
      'open',
      'beyond',
    ]);
    expect(history.document.nodes.get('s')).toEqual({
      id: 's',
      label: 'v',
      op: 'expression',
      inputs: { W: 'W', x: 'x' },
      expression: 'W*x + [1, -1]',
      position: [600, 0],
    });
    expect(history.document.target).toBe('s');
    expect(writeText(undo(history).document)).toBe(writeText(lecture));
  });

  it('with a constant outside as an operand', () => {
    const history = committed(startHistory(lecture), fold(lecture, ['s', 'q', 's']));
    expect(history.document.nodes.get('s')).toMatchObject({
      inputs: { W: 'W', x: 'x', c: 'c' },
      expression: 'W*x + c',
    });
  });

  it('when it is one alone', () => {
    const history = committed(startHistory(lecture), fold(lecture, ['z']));
    expect(history.past.map(({ label }) => label)).toEqual(['Fold z into a formula']);
    expect(history.document.nodes.get('z')).toMatchObject({
      inputs: { s: 's' },
      expression: 'squared_norm(s)',
    });
  });

  it('with operands that are called like a constant or a function of formulas', () => {
    const document = read([
      { id: 'pi', op: 'variable', value: 3 },
      { id: 'sin', op: 'variable', value: 2 },
      { id: 'y', op: 'sin', inputs: { x: 'pi' } },
      { id: 'p', op: 'constant', value: Math.PI },
      { id: 't', op: 'multiply', inputs: { a: 'y', b: 'p' } },
      { id: 'z', op: 'multiply', inputs: { a: 'sin', b: 't' } },
    ]);
    const { document: folded } = committed(startHistory(document), fold(document, ['y', 'p', 't', 'z']));
    expect(folded.nodes.get('z')).toMatchObject({ inputs: { pi: 'pi', sin: 'sin' } });
    const [before, after] = [document, folded].map((one) => compileDocument(one).run().node('z')!.tensor);
    expect(after).toEqual(before);
  });

  it('of numbers alone, without operands', () => {
    const document = read([
      { id: 'a', op: 'constant', value: 2 },
      { id: 'z', op: 'exp', inputs: { x: 'a' } },
    ]);
    const { document: folded } = committed(startHistory(document), fold(document, ['a', 'z']));
    expect(bare(folded)).toEqual([{ id: 'z', op: 'expression', expression: 'exp(2)' }]);
  });
});

describe('Nodes are not folded', () => {
  it.each<[why: string, ids: string[], problem: string]>([
    ['when one of them is gone', ['z', 'gone'], 'There is no such node any more.'],
    ['when nothing is selected', [], 'There is nothing to fold: select at least one operator.'],
    ['when only numbers are selected', ['c'], 'There is nothing to fold: select at least one operator.'],
    [
      'with a variable',
      ['x', 'q'],
      'x is a variable: a formula is made of operators and numbers. Leave it out of the selection.',
    ],
    [
      'with a parameter',
      ['q', 'W'],
      'W is a parameter: a formula is made of operators and numbers. Leave it out of the selection.',
    ],
    ['with an expression', ['z', 'half'], 'half (expression) has a formula of its own: unfold it first.'],
    [
      'with a function',
      ['z', 'f'],
      'f (function) cannot be called in a formula: leave it out of the selection.',
    ],
    [
      'when they have two results',
      ['q', 'z'],
      'The selection has 2 results (q, z): a formula has one. Select what leads to one of them.',
    ],
    [
      'when they have many results',
      ['q', 'z', 'c', 'open'],
      'The selection has 4 results (q, z, c, …): a formula has one. Select what leads to one of them.',
    ],
    [
      'when the target is inside',
      ['q', 's', 'z'],
      's is the target: inside of a formula it could not be differentiated. Leave it out of the selection.',
    ],
    [
      'when one has no wire',
      ['open', 'beyond'],
      'beyond cannot be folded. The operand x of open (exp) has no wire.',
    ],
    [
      'when what they are wired to has a problem',
      ['beyond'],
      'beyond cannot be folded. beyond is not evaluated because of a problem at open.',
    ],
  ])('%s', (_, ids, problem) => {
    expect(fold(lecture, ids)).toEqual({ problem });
  });

  it('when somebody outside uses what would vanish', () => {
    const nodes = nodesInOrder(lecture).map(({ rank, ...node }) => node);
    const document = read([...nodes, { id: 'r', op: 'sin', inputs: { x: 'q' } }], {
      functions: Object.fromEntries(
        [...lecture.functions].map(([name, one]) => [name, { ...one, nodes: [...one.nodes.values()] }]),
      ),
    });
    expect(fold(document, ['q', 's'])).toEqual({
      problem: 'q is used by r outside of the selection: select r too, or leave q out.',
    });
  });

  it('when a formula cannot say them', () => {
    const row = Array.from({ length: 1001 }, (_, i) => i);
    const document = read([
      { id: 'x', op: 'variable', value: row },
      { id: 'c', op: 'constant', value: row },
      { id: 'z', op: 'add', inputs: { a: 'x', b: 'c' } },
    ]);
    expect(fold(document, ['c', 'z'])).toEqual({
      problem: 'z cannot be folded. c is a vector of 1,001: too many numbers to write in a formula.',
    });
  });
});
