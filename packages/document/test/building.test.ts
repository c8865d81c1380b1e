/**
 * Building a graph: typed formulas, wires that find another way, and what fits where.
 */
import { describe, expect, it } from 'vitest';
import { operandNames, operators, type Shape } from '#engine';
import {
  addFormula,
  addNode,
  applyRemedy,
  type Command,
  commit,
  compileDocument,
  connect,
  EDITOR_LIMITS,
  emptyDocument,
  frame,
  framesOf,
  type GraphDocument,
  insertOnWire,
  nodesInOrder,
  operandFor,
  readText,
  remediesFor,
  remove,
  removeAndReconnect,
  rename,
  setFrameTitle,
  shapeFor,
  startHistory,
  undo,
  unframe,
  withDownstream,
  withUpstream,
  writeText,
} from '../index';
import { evaluated } from './editing';

function graph(nodes: readonly object[], more: object = {}): GraphDocument {
  const outcome = readText(JSON.stringify({ format: 'nabla', version: 1, nodes, ...more }), EDITOR_LIMITS);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.document;
}

/** After the command, which undo takes back byte by byte. */
function done(document: GraphDocument, command: Command | { readonly problem: string }): GraphDocument {
  if ('problem' in command) throw new Error(command.problem);
  const history = commit(startHistory(document), command);
  expect(writeText(undo(history).document)).toBe(writeText(document));
  return history.document;
}

const typed = (document: GraphDocument, text: string) =>
  addFormula(document, compileDocument(document), text, [0, 0]);

const firstEntry = (document: GraphDocument, id: string) =>
  compileDocument(document).run().node(id)?.tensor?.data[0];

describe('A typed formula', () => {
  it('makes variables of its names, a target of its result, and places for all', () => {
    const document = done(emptyDocument, typed(emptyDocument, 'sin(x1*x2) + norm(y)^2'));
    expect(
      nodesInOrder(document)
        .map(({ id, op }) => `${id} ${op}`)
        .join(', '),
    ).toBe('x1 variable, x2 variable, y variable, u1 multiply, u2 sin, u3 norm, u4 square, y1 add');
    expect(document.target).toBe('y1');
    expect(firstEntry(document, 'y1')).toBeCloseTo(Math.sin(1) + 1, 12);
    const places = nodesInOrder(document).map(({ position }) => String(position));
    expect(new Set(places).size).toBe(8);
  });

  it('takes its result’s name from the left of the equals sign', () => {
    const document = done(emptyDocument, typed(emptyDocument, 'z = a*b'));
    expect([...document.nodes.keys()]).toEqual(['a', 'b', 'z']);
    expect([...done(document, typed(document, 'z = a + b')).nodes.keys()]).toEqual(['a', 'b', 'z', 'z1']);
  });

  it('uses the nodes that have its names, and leaves the target alone', () => {
    const before = graph(
      [
        { id: 'x', op: 'variable', value: [1, 2] },
        { id: 'u1', op: 'sum', inputs: { x: 'x' } },
      ],
      { target: 'u1' },
    );
    const after = done(before, typed(before, 'norm(x)^2 * u1'));
    expect([...after.nodes.keys()]).toEqual(['x', 'u1', 'u2', 'u3', 'y']);
    expect(firstEntry(after, 'y')).toBeCloseTo(15, 12);
    expect(after.target).toBe('u1');
  });

  it.each([
    [
      'sin(',
      'Unfinished formula at character 5 of "sin(": expected a number, a name or a bracket after "(".',
    ],
    ['x', 'x is a node already: expected a formula of it, like x^2.'],
  ])('%j is refused', (text, problem) => {
    const before = graph([{ id: 'x', op: 'variable', value: 1 }]);
    const command = typed(before, text);
    expect('problem' in command && command.problem).toBe(problem);
  });
});

const CHAIN = graph(
  [
    { id: 'x', op: 'variable', value: [1, 2] },
    {
      id: 'W',
      op: 'parameter',
      value: [
        [1, 2],
        [3, 4],
      ],
    },
    { id: 'q', op: 'matvec', inputs: { A: 'W', x: 'x' } },
    { id: 't', op: 'tanh', inputs: { x: 'q' } },
    { id: 'z', op: 'dot', inputs: { a: 't', b: 'q' } },
  ],
  { target: 'z' },
);

describe('Wires', () => {
  it('go around a node that is taken out, through its first operand', () => {
    const after = done(CHAIN, removeAndReconnect(['t']));
    expect(after.nodes.get('z')?.inputs).toEqual({ a: 'q', b: 'q' });
    expect(done(CHAIN, removeAndReconnect(['q', 't'])).nodes.get('z')?.inputs).toEqual({ a: 'W', b: 'W' });
    expect(done(CHAIN, removeAndReconnect(['W', 'q'])).nodes.get('t')?.inputs).toBeUndefined();
  });

  it('go through a node that is put in', () => {
    const before = graph([
      ...nodesInOrder(CHAIN).map(({ rank, ...node }) => node),
      { id: 's', op: 'sigmoid' },
    ]);
    const after = done(before, insertOnWire('s', 'x', { to: 't', operand: 'x' }));
    expect(after.nodes.get('s')?.inputs).toEqual({ x: 'q' });
    expect(after.nodes.get('t')?.inputs).toEqual({ x: 's' });
    expect(after.nodes.get('z')?.inputs).toEqual({ a: 't', b: 'q' });
  });

  it('lead upstream and downstream', () => {
    expect([...withUpstream(CHAIN, ['t'])].sort()).toEqual(['W', 'q', 't', 'x']);
    expect([...withDownstream(CHAIN, ['t'])].sort()).toEqual(['t', 'z']);
  });
});

describe('Frames', () => {
  const frames = (document: GraphDocument) =>
    framesOf(document).map(({ title, nodes }) => `${title}: ${nodes}`);

  it('hold nodes, each in one of them, and follow their names', () => {
    const one = done(CHAIN, frame(['W', 'q'], 'Layer'));
    expect(frames(one)).toEqual(['Layer: W,q']);
    const two = done(one, frame(['q', 't'], 'Rest'));
    expect(frames(two)).toEqual(['Layer: W', 'Rest: q,t']);
    expect(frames(done(two, rename('q', 'h')))).toEqual(['Layer: W', 'Rest: h,t']);
    expect(frames(done(two, remove(['W'], [])))).toEqual(['Rest: q,t']);
    expect(frames(done(two, setFrameTitle(1, 'Loss')))).toEqual(['Layer: W', 'Loss: q,t']);
    expect(frames(done(two, unframe(['t'])))).toEqual(['Layer: W']);
    expect(done(one, unframe(['W'])).view).toBeUndefined();
  });

  it('are saved in the view, beside what else is there; what is no frame is left alone', () => {
    const document = graph([{ id: 'x', op: 'variable', value: 1 }], {
      view: { zoom: 2, frames: [7, { title: 'A', nodes: ['x', 'gone', 3] }, { nodes: ['x'] }] },
    });
    expect(frames(document)).toEqual(['A: x']);
    expect(done(document, unframe(['x'])).view).toEqual({ zoom: 2 });
  });
});

describe('What fits', () => {
  const SHAPES: Shape[] = [[], [3], [2, 3]];

  it('is true: an operator that takes a shape is not refused with the shapes found for it', () => {
    for (const op of operators.keys())
      for (const shape of SHAPES) {
        const operand = operandFor(op, shape);
        if (operand === undefined) continue;
        const leaf = graph([{ id: 'v', op: 'variable', value: valueOfShape(shape) }]);
        const added = done(leaf, addNode('y', op, [0, 0]));
        const document = done(added, connect('v', 'y', operand));
        const problems = compileDocument(document).node('y')?.problems ?? [];
        expect(
          problems.filter(({ code }) => code === 'shape'),
          `${op} of ${shape}`,
        ).toEqual([]);
      }
  });

  it.each([
    ['tanh', [3], 'x'],
    ['matvec', [3], 'x'],
    ['matvec', [2, 3], 'A'],
    ['dot', [3], 'a'],
    ['det', [3], undefined],
    ['sum', [], 'x'],
  ])('%s takes %j at %s', (op, shape, operand) => {
    expect(operandFor(op, shape)).toBe(operand);
  });

  it('knows the shape that an operand needs beside the others', () => {
    const document = graph([
      { id: 'x', op: 'variable', value: [1, 2, 3] },
      { id: 'y', op: 'matvec', inputs: { x: 'x' } },
      { id: 'd', op: 'dot', inputs: { a: 'x' } },
      { id: 't', op: 'tanh' },
    ]);
    const program = compileDocument(document);
    expect(shapeFor(document, program, 'y', 'A')).toEqual([3, 3]);
    expect(shapeFor(document, program, 'd', 'b')).toEqual([3]);
    expect(shapeFor(document, program, 't', 'x')).toEqual([]);
  });
});

describe('A refused wire', () => {
  const remedies = (document: GraphDocument, from: string, to: string, operand: string) =>
    remediesFor(document, compileDocument(document), from, to, operand);

  it.each([
    ['W', 'y', 'A', ['transpose']],
    ['s', 'd', 'b', ['broadcast']],
    ['v', 'd', 'b', []],
    ['W', 'd', 'b', ['column']],
    ['x', 'y', 'x', []],
  ])('from %s to %s.%s fits through %j', (from, to, operand, ops) => {
    const document = graph([
      { id: 'x', op: 'variable', value: [1, 2, 3] },
      { id: 'v', op: 'variable', value: [1, 2] },
      { id: 's', op: 'variable', value: 2 },
      { id: 'W', op: 'parameter', value: valueOfShape([3, 2]) },
      { id: 'y', op: 'matvec', inputs: { x: 'x' } },
      { id: 'd', op: 'dot', inputs: { a: 'x' } },
    ]);
    expect(remedies(document, from, to, operand).map(({ op }) => op)).toEqual(ops);
  });

  it('is stacked with what the operand holds, or with the nearest, from top to bottom', () => {
    const document = graph([
      { id: 'a', op: 'variable', value: 1, position: [0, 200] },
      { id: 'b', op: 'variable', value: 2, position: [0, 100] },
      { id: 'far', op: 'variable', value: 3, position: [0, 900] },
      { id: 'W', op: 'parameter', value: valueOfShape([3, 2]) },
      { id: 'y', op: 'matvec', inputs: { A: 'W' } },
      { id: 'held', op: 'matvec', inputs: { A: 'W', x: 'far' } },
      { id: 'after', op: 'sum', inputs: { x: 'y' } },
    ]);
    const sources = (from: string, to: string) =>
      remedies(document, from, to, 'x').find(({ op }) => op === 'stack')?.sources;
    expect(sources('a', 'y')).toEqual(['b', 'a']);
    expect(sources('a', 'held')).toEqual(['a', 'far']);
    const [broadcast, stack] = remedies(document, 'a', 'y', 'x');
    expect(broadcast).toEqual({ op: 'broadcast', attributes: { shape: [2] }, sources: ['a'] });
    const after = done(document, applyRemedy(document, stack, 'a', 'y', 'x'));
    expect(after.nodes.get('y1')).toMatchObject({ op: 'stack', inputs: { x1: 'b', x2: 'a' } });
    expect([...compileDocument(after).run().node('y')!.tensor!.data]).toEqual([3, 3, 3]);
  });

  it('is never stacked with what depends on the operand', () => {
    const document = graph([
      { id: 'a', op: 'variable', value: 1 },
      { id: 'v', op: 'variable', value: [1, 2] },
      { id: 'y', op: 'dot', inputs: { a: 'v', b: 'v' } },
      { id: 'after', op: 'square', inputs: { x: 'y' } },
    ]);
    expect(remedies(document, 'a', 'y', 'b').map(({ op }) => op)).toEqual(['broadcast']);
  });

  it('is computed through whatever is offered: every operator, every operand, numbers, vectors and matrices', () => {
    const offered = new Map<string, number>();
    const shapes: Shape[] = [[], [2], [3], [3, 2], [2, 2], [2, 3]];
    for (const [op, operator] of operators) {
      const names = operandNames(operator.operands, ['x1']);
      for (const operand of names)
        for (const beside of names.length > 1 ? shapes : [[]])
          for (const from of shapes)
            for (const held of [false, true]) {
              const leaves = graph([
                { id: 'p', op: 'variable', value: valueOfShape(beside) },
                { id: 'q', op: 'variable', value: valueOfShape(from) },
                { id: 'r', op: 'variable', value: valueOfShape(from) },
              ]);
              const wires = names
                .filter((name) => held || name !== operand)
                .map((name) => connect(name === operand ? 'r' : 'p', 'y', name));
              const before = [addNode('y', op, [0, 0]), ...wires].reduce(done, leaves);
              for (const remedy of remedies(before, 'q', 'y', operand)) {
                offered.set(remedy.op, (offered.get(remedy.op) ?? 0) + 1);
                const y = evaluated(done(before, applyRemedy(before, remedy, 'q', 'y', operand))).node('y')!;
                expect(
                  y.problems.filter(({ code }) => code !== 'singular'),
                  `${op} through ${remedy.op} of ${remedy.sources.join()}`,
                ).toEqual([]);
              }
            }
    }
    for (const op of ['transpose', 'flatten', 'broadcast', 'stack', 'index', 'row', 'column', 'sum'])
      expect(offered.get(op), op).toBeGreaterThan(10);
  }, 30_000);
});

function valueOfShape([rows, cols]: Shape) {
  if (rows === undefined) return 1;
  const row = (n: number) => Array.from({ length: n }, () => 1);
  return cols === undefined ? row(rows) : Array.from({ length: rows }, () => row(cols));
}
