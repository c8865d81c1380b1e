/**
 * Selections folded into functions, and functions unfolded into nodes: there, back, undone, and refused with the reason.
 */
import { describe, expect, it } from 'vitest';
import { isLeaf, sizeOf } from '#engine';
import { boxOf, labelOf } from '#scene';
import {
  compileDocument,
  foldIntoFunction,
  type GraphDocument,
  nodesInOrder,
  startHistory,
  unfoldFunction,
} from '../index';
import { writeText } from '../write';
import { bare, committed, expectSameResults, randomFile, read, readFile } from './editing';
import { randomDocument } from './random';

const fold = (document: GraphDocument, ids: readonly string[], name?: string) =>
  foldIntoFunction(document, compileDocument(document).run(), ids, name);

const unfold = (document: GraphDocument, id: string) =>
  unfoldFunction(document, compileDocument(document).run(), id);

const folded = (document: GraphDocument, ids: readonly string[], name?: string) =>
  committed(startHistory(document), fold(document, ids, name)).document;

const unfolded = (document: GraphDocument, id: string) =>
  committed(startHistory(document), unfold(document, id)).document;

const usersOf = ({ nodes }: GraphDocument, id: string) =>
  [...nodes.values()].filter(({ inputs = {} }) => Object.values(inputs).includes(id)).map((user) => user.id);

/** Everything that is computed from a node, directly or not; without the node. */
function downstream(document: GraphDocument, id: string): Set<string> {
  const found = new Set(usersOf(document, id));
  for (const at of found) for (const user of usersOf(document, at)) found.add(user);
  return found;
}

/** What the law says of a selection: who goes inside. */
function goesInside(document: GraphDocument, selected: ReadonlySet<string>): string[] {
  return [...selected].filter((id) => {
    const { op } = document.nodes.get(id)!;
    if (!isLeaf(op)) return true;
    const users = usersOf(document, id);
    const needed = users.some((user) => !selected.has(user)) || document.target === id;
    return op !== 'variable' && users.length > 0 && !needed;
  });
}

function resultsOf(document: GraphDocument, inside: readonly string[]): string[] {
  return inside.filter((id) => {
    const users = usersOf(document, id);
    return users.length === 0 || id === document.target || users.some((user) => !inside.includes(user));
  });
}

/** A random selection with one result: of what leads to it, whatever is needed elsewhere is left out. */
function foldable(document: GraphDocument, random: () => number): Set<string> {
  const operators = nodesInOrder(document).filter(({ op }) => !isLeaf(op));
  const result = operators[Math.floor(random() * operators.length)].id;
  const leading = nodesInOrder(document).filter(({ id }) => downstream(document, id).has(result));
  const selected = new Set([result, ...leading.filter(() => random() < 0.8).map(({ id }) => id)]);
  const surplus = () => resultsOf(document, goesInside(document, selected)).find((id) => id !== result);
  for (let id = surplus(); id !== undefined; id = surplus()) selected.delete(id);
  return selected;
}

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed + 1);

describe('A foldable selection of a random graph becomes a function with the same values and gradients', () => {
  it.each(SEEDS)('seed %i', (seed) => {
    const { document, random } = randomFile(seed);
    const selected = foldable(document, random);
    const inside = goesInside(document, selected);
    const once = folded(document, [...selected]);
    const gone = [...document.nodes.keys()].filter((id) => !once.nodes.has(id));
    const [result] = resultsOf(document, inside);
    expect(gone.sort()).toEqual(inside.filter((id) => id !== result).sort());
    expect(once.nodes.get(result)).toMatchObject({ op: 'function', function: 'f' });
    expect([...once.functions.get('f')!.nodes.keys()].sort()).toEqual(inside.sort());
    expectSameResults(document, once);

    // Unfolded, it is what it was, to the last place.
    const back = unfolded(once, result);
    expect(byId(inFile(back))).toEqual(byId(inFile(document)));
    expect(back.functions.size).toBe(0);
    expectSameResults(document, back);

    // A function inside of a function, unfolded from the outermost on.
    const again = foldable(once, random);
    const twice = folded(once, [...again]);
    expectSameResults(document, twice);
    let flat = twice;
    for (let call = callIn(flat); call !== undefined; call = callIn(flat)) flat = unfolded(flat, call);
    expect(byId(bare(flat))).toEqual(byId(bare(document)));
    expectSameResults(document, flat);
  });
});

/** The nodes of a document as they are saved. */
const inFile = (document: GraphDocument) => nodesInOrder(document).map(({ rank, ...node }) => node);

const byId = <T extends { readonly id: string }>(nodes: readonly T[]) =>
  nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const callIn = ({ nodes }: GraphDocument) => [...nodes.values()].find(({ op }) => op === 'function')?.id;

describe('Any selection of a random graph', () => {
  it.each(SEEDS)('is folded if it has one result, and refused otherwise (seed %i)', (seed) => {
    const { document, random } = randomFile(seed);
    const share = random();
    const selected = new Set([...document.nodes.keys()].filter(() => random() < share));
    const inside = goesInside(document, selected);
    const results = resultsOf(document, inside);
    const outcome = fold(document, [...selected]);
    const comesBack = inside.some((id) =>
      usersOf(document, id).some(
        (user) => !inside.includes(user) && inside.some((other) => downstream(document, user).has(other)),
      ),
    );
    if (inside.length === 0)
      expect(outcome).toEqual({ problem: 'There is nothing to fold: select at least one operator.' });
    else if (comesBack)
      expect(outcome).toEqual({ problem: expect.stringMatching(/^The wires .* leave the selection/) });
    else if (results.length > 1)
      expect(outcome).toEqual({
        problem: expect.stringContaining(`The selection has ${results.length} results: `),
      });
    else expect(outcome).toHaveProperty('label');
  });
});

/** q = W x, s = q + c, z = ‖s‖²; half = z / 2, twice as much is y; open has no wire. */
const lecture = read(
  [
    { id: 'x', op: 'variable', value: [0.5, 2], position: [0, 0] },
    { id: 'z', label: '\\zeta', op: 'squared_norm', inputs: { x: 's' }, position: [910, 100], note: 'Sum.' },
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
    { id: 'c', op: 'constant', value: [1, -1], position: [300, 240] },
    { id: 's', op: 'add', inputs: { a: 'q', b: 'c' }, position: [600, 0] },
    { id: 'half', op: 'expression', expression: 'z/2', inputs: { z: 'z' }, position: [1200, 0] },
    { id: 'y', op: 'function', function: 'twice', inputs: { v: 'half' }, position: [1500, 0] },
    { id: 'open', op: 'exp', position: [0, 400] },
    { id: 'beyond', op: 'sin', inputs: { x: 'open' }, position: [300, 400] },
  ],
  {
    functions: {
      twice: { inputs: ['v'], nodes: [{ id: 'y', op: 'add', inputs: { a: 'v', b: 'v' } }], output: 'y' },
    },
    target: 'y',
  },
);

describe('A selection is folded into a function', () => {
  it('in the middle of it, its inputs called like the nodes outside, which variables and leaves in use stay', () => {
    const history = committed(startHistory(lecture), fold(lecture, ['z', 'x', 'q', 's', 'c', 'W'], 'norm'));
    expect(history.past.map(({ label }) => label)).toEqual(['Fold 5 nodes into the function norm']);
    const { nodes, functions } = history.document;
    expect([...nodes.keys()]).toEqual(['x', 'z', 'half', 'y', 'open', 'beyond']);
    expect(nodes.get('z')).toEqual({
      id: 'z',
      label: '\\zeta',
      op: 'function',
      function: 'norm',
      inputs: { x: 'x' },
      position: [460, 120],
      note: 'Sum.',
    });
    expect([...functions.keys()]).toEqual(['twice', 'norm']);
    const { inputs, output, nodes: inside } = functions.get('norm')!;
    expect({ inputs, output }).toEqual({ inputs: ['x'], output: 'z' });
    expect([...inside.values()].map(({ id, position }) => [id, position])).toEqual([
      ['z', [910, 100]],
      ['W', [0, 200]],
      ['q', [300, 0]],
      ['c', [300, 240]],
      ['s', [600, 0]],
    ]);
    expect(inside.get('z')).toEqual({
      id: 'z',
      label: '\\zeta',
      op: 'squared_norm',
      inputs: { x: 's' },
      position: [910, 100],
      rank: 0,
    });
  });

  it('with a leaf outside that somebody outside needs, or nobody, or that is the target', () => {
    const document = read(
      [
        { id: 'w', op: 'parameter', value: 2 },
        { id: 'idle', op: 'constant', value: 2 },
        { id: 't', op: 'constant', value: 3 },
        { id: 'a', op: 'add', inputs: { a: 'w', b: 't' } },
        { id: 'b', op: 'cos', inputs: { x: 'w' } },
      ],
      { target: 't' },
    );
    const { nodes, functions } = folded(document, ['w', 'idle', 't', 'a']);
    expect([...nodes.keys()]).toEqual(['w', 'idle', 't', 'a', 'b']);
    expect(functions.get('f')).toMatchObject({ inputs: ['w', 't'], output: 'a' });
  });

  it('whose result is a formula', () => {
    const { nodes, functions } = folded(lecture, ['half', 'z']);
    expect(nodes.get('half')).toEqual({
      id: 'half',
      op: 'function',
      function: 'f',
      inputs: { s: 's' },
      position: [1060, 50],
    });
    expect(functions.get('f')!.nodes.get('half')).toMatchObject({ op: 'expression', expression: 'z/2' });
  });

  it('that holds formulas and functions, called f, f1, … where no name is given', () => {
    const once = folded(lecture, ['half', 'y']);
    expect(once.nodes.get('y')).toMatchObject({ function: 'f', inputs: { z: 'z' } });
    const twice = folded(once, ['y']);
    expect(twice.nodes.get('y')).toMatchObject({ function: 'f1', inputs: { z: 'z' } });
    expect(twice.functions.get('f1')!.nodes.get('y')).toMatchObject({ function: 'f', inputs: { z: 'z' } });
    expectSameResults(lecture, twice);
  });

  it('of constants alone, without inputs, and without a place where there is none', () => {
    const document = read([
      { id: 'a', op: 'constant', value: 2 },
      { id: 'z', op: 'exp', inputs: { x: 'a' } },
    ]);
    expect(bare(folded(document, ['a', 'z']))).toEqual([{ id: 'z', op: 'function', function: 'f' }]);
    expect(folded(document, ['a', 'z']).nodes.get('z')).not.toHaveProperty('position');
  });

  it('called f1 where a node waits for a function f', () => {
    const document = read([
      { id: 'z', op: 'exp' },
      { id: 'x', op: 'variable', value: 1 },
      { id: 'y', op: 'sin', inputs: { x: 'x' } },
      { id: 'w', op: 'function', function: 'f', inputs: { anything: 'x' } },
    ]);
    expect(folded(document, ['y']).nodes.get('y')).toMatchObject({ function: 'f1' });
  });
});

describe('A selection is not folded', () => {
  const nothing = 'There is nothing to fold: select at least one operator.';
  it.each<[why: string, ids: string[], name: string | undefined, problem: string]>([
    ['when a node is gone', ['z', 'gone'], undefined, 'There is no such node any more.'],
    ['when it is empty', [], undefined, nothing],
    ['when it has leaves only', ['x', 'W', 'c'], undefined, nothing],
    [
      'when the name is none',
      ['z'],
      '2nd',
      '"2nd" is no name of a function: expected a letter, then up to 63 letters, digits or underscores.',
    ],
    ['when the name is taken', ['z'], 'twice', 'Another function is called twice: expected a new name.'],
    [
      'when it has two results',
      ['q', 'beyond'],
      undefined,
      'The selection has 2 results: q (used by s), beyond (used by nobody). A function has one: select what leads to one of them.',
    ],
    [
      'when wires leave it and come back',
      ['q', 'z', 'beyond', 'y'],
      undefined,
      'The wires z → half → y leave the selection and come back to it: as one node they would go round in a circle. Select half too.',
    ],
    [
      'when they come back by several nodes',
      ['q', 'half'],
      undefined,
      'The wires q → s → z → half leave the selection and come back to it: as one node they would go round in a circle. Select s, z too.',
    ],
    [
      'when the target is one of its results',
      ['y', 'beyond'],
      undefined,
      'The selection has 2 results: y (the target), beyond (used by nobody). A function has one: select what leads to one of them.',
    ],
    [
      'when a node has no wire',
      ['open', 'beyond'],
      undefined,
      'beyond cannot be folded. The operand x of open (exp) has no wire.',
    ],
    [
      'when what it is wired to has a problem',
      ['beyond'],
      undefined,
      'beyond cannot be folded. beyond is not evaluated because of a problem at open.',
    ],
  ])('%s', (_, ids, name, problem) => {
    expect(fold(lecture, ids, name)).toEqual({ problem });
  });

  it('when it has more results than can be told, or a name that a node waits for', () => {
    const document = read([
      { id: 'x', op: 'variable', value: 1 },
      ...['a', 'b', 'c', 'd'].map((id) => ({ id, op: 'sin', inputs: { x: 'x' } })),
      { id: 'w', op: 'function', function: 'g' },
    ]);
    expect(fold(document, ['a', 'b', 'c', 'd'])).toEqual({
      problem:
        'The selection has 4 results: a (used by nobody), b (used by nobody), c (used by nobody), …. A function has one: select what leads to one of them.',
    });
    expect(fold(document, ['a'], 'g')).toEqual({
      problem: 'w stands for a function g that is missing: expected another name.',
    });
  });
});

const layer = {
  title: 'A layer',
  inputs: ['A', 'b'],
  nodes: [
    { id: 'u', op: 'matvec', inputs: { A: 'A', x: 'x9' }, note: 'Linear.' },
    { id: 'x9', op: 'constant', value: [1, 2] },
    { id: 'y', label: 'inner', op: 'function', function: 'shift', inputs: { a: 'u', b: 'b' } },
    { id: 'spare', op: 'softmax', inputs: { x: 'y' } },
  ],
  output: 'y',
};

const shift = {
  inputs: ['a', 'b'],
  nodes: [
    { id: 't', op: 'leaky_relu', inputs: { x: 'sum' }, attributes: { slope: 0.5 } },
    { id: 'sum', op: 'add', inputs: { a: 'a', b: 'b' } },
  ],
  output: 't',
};

/** Two layers with the names u, u1 and x9 taken. */
const net = read(
  [
    { id: 'u', op: 'parameter', value: [[1, 2]], position: [0, 0] },
    { id: 'u1', op: 'variable', value: 3, position: [0, 300] },
    {
      id: 'x9',
      label: 'h',
      op: 'function',
      function: 'layer',
      inputs: { A: 'u', b: 'u1' },
      position: [2000, 0],
      note: 'Kept.',
    },
    { id: 'z', op: 'function', function: 'layer', inputs: { A: 'u' } },
  ],
  { functions: { layer, other: { inputs: ['p'], nodes: [], output: 'p' }, shift }, target: 'x9' },
);

function boxesOf(document: GraphDocument) {
  const program = compileDocument(document).run();
  return nodesInOrder(document).map((node) => {
    const { op, inputs, position } = node;
    const { shape } = program.node(node.id)!.tensor!;
    const below = { rows: 1, cols: sizeOf(shape) };
    const [x, y] = position!;
    return { id: node.id, x, y, ...boxOf({ label: labelOf(node), op, inputs, shape, below }) };
  });
}

describe('A function is unfolded', () => {
  it('into its nodes, with new numbers for names that are taken, and stays their result', () => {
    const history = committed(startHistory(net), unfold(net, 'x9'));
    expect(history.past.map(({ label }) => label)).toEqual(['Unfold x9']);
    const { document } = history;
    expect(bare(document)).toEqual(
      [
        { id: 'u', op: 'parameter', value: [[1, 2]] },
        { id: 'u1', op: 'variable', value: 3 },
        {
          id: 'x9',
          label: 'h',
          op: 'function',
          function: 'shift',
          inputs: { a: 'u2', b: 'u1' },
          note: 'Kept.',
        },
        { id: 'z', op: 'function', function: 'layer', inputs: { A: 'u' } },
        { id: 'u2', op: 'matvec', inputs: { A: 'u', x: 'x1' }, note: 'Linear.' },
        { id: 'x1', op: 'constant', value: [1, 2] },
        { id: 'spare', op: 'softmax', inputs: { x: 'x9' } },
      ].map((node) => (node.id === 'spare' ? { id: 'spare', op: 'softmax', inputs: { x: 'x9' } } : node)),
    );
    expect([...document.functions.keys()]).toEqual(['layer', 'other', 'shift']);
    expectSameResults(net, document);
    for (const { id, position } of document.nodes.values())
      if (!net.nodes.has(id)) expect(position![0], id).toBeLessThan(2000);
  });

  it('also where it cannot be evaluated, and goes when nobody stands for it any more', () => {
    const once = unfolded(net, 'x9');
    const twice = unfolded(once, 'z');
    expect([...twice.functions.keys()]).toEqual(['other', 'shift']);
    expect(bare(twice).slice(-3)).toEqual([
      { id: 'u3', op: 'matvec', inputs: { A: 'u', x: 'x2' }, note: 'Linear.' },
      { id: 'x2', op: 'constant', value: [1, 2] },
      { id: 'spare1', op: 'softmax', inputs: { x: 'z' } },
    ]);
    expect(twice.nodes.get('z')).toMatchObject({ function: 'shift', inputs: { a: 'u3' } });
    expect(twice.nodes.get('z')!.inputs).not.toHaveProperty('b');
  });

  it('to the input that it passes on', () => {
    const document = read(
      [
        { id: 'x', op: 'variable', value: 1 },
        { id: 'y', op: 'function', function: 'same', inputs: { a: 'x' } },
        { id: 'open', op: 'function', function: 'same' },
      ],
      { functions: { same: { inputs: ['a'], nodes: [{ id: 'c', op: 'constant', value: 2 }], output: 'a' } } },
    );
    expect(bare(unfolded(document, 'y')).slice(1)).toEqual([
      { id: 'y', op: 'identity', inputs: { x: 'x' } },
      { id: 'open', op: 'function', function: 'same' },
      { id: 'c', op: 'constant', value: 2 },
    ]);
    expect(unfolded(document, 'open').nodes.get('open')).toEqual({ id: 'open', op: 'identity' });
  });

  it('with numbers that no node inside has either', () => {
    const document = read(
      [
        { id: 'a', op: 'variable', value: 1 },
        { id: 'y', op: 'function', function: 'f', inputs: { x: 'a' } },
      ],
      {
        functions: {
          f: {
            inputs: ['x'],
            nodes: [
              { id: 'a', op: 'sin', inputs: { x: 'x' } },
              { id: 'a1', op: 'cos', inputs: { x: 'a' } },
              { id: 'r', op: 'exp', inputs: { x: 'a1' } },
            ],
            output: 'r',
          },
        },
      },
    );
    expect(bare(unfolded(document, 'y')).slice(1)).toEqual([
      { id: 'y', op: 'exp', inputs: { x: 'a1' } },
      { id: 'a2', op: 'sin', inputs: { x: 'a' } },
      { id: 'a1', op: 'cos', inputs: { x: 'a2' } },
    ]);
  });

  it('with names of 64 letters, cut to make room for the number', () => {
    const long = 'a'.repeat(64);
    const document = read(
      [
        { id: long, op: 'variable', value: 1 },
        { id: 'y', op: 'function', function: 'f' },
      ],
      {
        functions: {
          f: {
            inputs: [],
            nodes: [
              { id: long, op: 'constant', value: 2 },
              { id: 'r', op: 'sin', inputs: { x: long } },
            ],
            output: 'r',
          },
        },
      },
    );
    expect(unfolded(document, 'y').nodes.get('y')!.inputs).toEqual({ x: `${'a'.repeat(63)}1` });
  });

  it('beside what stands there, its nodes as they stand among themselves', () => {
    const block = (id: string, at: readonly [number, number]) => ({
      id,
      op: 'variable',
      value: 1,
      position: at,
    });
    const once = folded(lecture, ['q', 's', 'c', 'z'], 'norm');
    const nodes = [...inFile(once), block('b1', [300, 40]), block('b2', [600, 0])];
    const functions = JSON.parse(writeText(once)).functions;
    const crowded = read(nodes, { functions, target: 'y' });
    const { nodes: after } = unfolded(crowded, 'z');
    const moved = ['q', 's', 'c', 'z'].map((id) => {
      const [[x, y], [x0, y0]] = [after.get(id)!.position!, lecture.nodes.get(id)!.position!];
      return [x - x0, y - y0];
    });
    expect(new Set(moved.map(String)).size).toBe(1);
    expect(moved[0][0]).toBe(0);
    expect(Math.abs(moved[0][1] % 10)).toBe(0);
    expect(moved[0][1]).not.toBe(0);
  });

  it.each(SEEDS.slice(0, 60))('without a node on one that was there (seed %i)', (seed) => {
    const { document, random } = randomFile(seed);
    const once = folded(document, [...foldable(document, random)], 'g');
    const { id, position } = [...once.nodes.values()].find(({ op }) => op === 'function')!;
    const near = () => 10 * Math.floor(160 * random() - 80);
    const crowd = Array.from({ length: 5 }, (_, i) => ({
      id: `crowd${i}`,
      op: 'variable',
      value: 1,
      position: [position![0] + near(), position![1] + near()],
    }));
    const more = { functions: JSON.parse(writeText(once)).functions, target: once.target };
    const crowded = read([...inFile(once), ...crowd], more);
    const boxes = boxesOf(unfolded(crowded, id));
    const isInside = (box: { id: string }) => crowded.functions.get('g')!.nodes.has(box.id);
    for (const a of boxes.filter(isInside))
      for (const b of boxes.filter((box) => !isInside(box))) {
        const apart = a.x >= b.x + b.width || b.x >= a.x + a.width;
        expect(apart || a.y >= b.y + b.height || b.y >= a.y + a.height, `${a.id}, ${b.id}`).toBe(true);
      }
  });

  it('whatever the document (seeds 0 to 999)', () => {
    let count = 0;
    for (let seed = 0; seed < 1000; seed++) {
      let document = readFile(writeText(randomDocument(seed)));
      for (let turn = 0; turn < 3; turn++) {
        const call = [...document.nodes.values()].find((node) => document.functions.has(node.function ?? ''));
        if (!call) break;
        document = unfolded(document, call.id);
        count++;
      }
    }
    expect(count).toBeGreaterThan(100);
  });
});

describe('A function is not unfolded', () => {
  it.each<[why: string, id: string, problem: string]>([
    ['when it is gone', 'gone', 'There is no such node any more.'],
    ['when it is none', 's', 's (add) stands for no function: select one that does.'],
    [
      'when it is missing',
      'w',
      'w cannot be unfolded. There is no function "twcie" in this file. Did you mean "twice"?',
    ],
  ])('%s', (_, id, problem) => {
    const document = read(
      [
        { id: 's', op: 'add' },
        { id: 'w', op: 'function', function: 'twcie' },
      ],
      { functions: { twice: { inputs: ['v'], nodes: [], output: 'v' } } },
    );
    expect(unfold(document, id)).toEqual({ problem });
  });
});
