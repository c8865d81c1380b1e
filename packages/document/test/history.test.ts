/**
 * Undo everything and the bytes are those of the beginning; redo everything and they are those of the end.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operators } from '#engine';
import {
  addNode,
  type Command,
  commit,
  compileDocument,
  connect,
  connectionProblem,
  EDITOR_LIMITS,
  emptyDocument,
  freshId,
  type GraphDocument,
  type History,
  nodesInOrder,
  readText,
  redo,
  remove,
  rename,
  renameProblem,
  setAttribute,
  setLeaf,
  setPositions,
  setTarget,
  setTitle,
  setValue,
  startHistory,
  undo,
  writeText,
} from '../index';

const programOf = (document: GraphDocument) => compileDocument(document);

/** A document built by commands: x (2, 3) and W (2 × 2) into y = W x, z = ‖y‖². */
function lecture(): History {
  const commands = [
    addNode('x', 'variable', [0, 0]),
    setValue('x', [2, 3]),
    addNode('W', 'parameter', [0, 100]),
    setValue('W', [
      [1, 2],
      [3, 4],
    ]),
    addNode('y', 'matvec', [200, 0]),
    connect('W', 'y', 'A'),
    connect('x', 'y', 'x'),
    addNode('z', 'squared_norm', [400, 0]),
    connect('y', 'z', 'x'),
    setTarget('z'),
  ];
  return commands.reduce((history, command) => commit(history, command), startHistory(emptyDocument));
}

function read(text: string): GraphDocument {
  const outcome = readText(text, EDITOR_LIMITS);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.document;
}

/** x, a formula of it, and a function named like it. */
const composed = JSON.stringify({
  format: 'nabla',
  version: 1,
  nodes: [
    { id: 'x', op: 'variable', value: 1 },
    { id: 'e', op: 'expression', expression: 'x + 1', inputs: { x: 'x' } },
    { id: 'f', op: 'function', function: 'x', inputs: { u: 'x' } },
    { id: 'g', op: 'function', function: 'missing' },
  ],
  functions: { x: { inputs: ['u'], nodes: [], output: 'u' } },
});

const undoAll = (history: History): History => (history.past.length === 0 ? history : undoAll(undo(history)));
const redoAll = (history: History): History =>
  history.future.length === 0 ? history : redoAll(redo(history));

describe('History', () => {
  it('merges the steps of one gesture, and only those', () => {
    const start = lecture();
    let history = start;
    for (const v of [2.1, 2.2, 2.3]) history = commit(history, setValue('x', [v, 3]), 'scrub x 1');
    expect(history.past).toHaveLength(start.past.length + 1);
    expect(history.past.at(-1)!.patches).toHaveLength(1);
    history = commit(history, setValue('x', [9, 9]), 'scrub x 2');
    expect(undo(undo(history)).document).toEqual(start.document);
  });

  it('keeps a long gesture small, whatever it touches', () => {
    let history = lecture();
    const size = (h: History) => h.past.at(-1)!.patches.length;
    for (let i = 0; i < 300; i++) {
      const places: [string, [number, number]][] = [['x', [i, 0]]];
      if (i % 3 === 0) places.push(['y', [0, i]]);
      history = commit(history, setPositions(new Map(places)), 'a drag');
    }
    expect(size(history)).toBeLessThan(20);
    expect(writeText(undo(history).document)).toBe(writeText(lecture().document));
    expect(writeText(redo(undo(history)).document)).toBe(writeText(history.document));
  });

  it('leaves no step behind a command that changes nothing', () => {
    const history = lecture();
    expect(commit(history, setTarget('z'))).toBe(history);
    expect(commit(history, remove([], [{ to: 'z', operand: 'nothing' }]))).toBe(history);
  });

  it('removes a node with all its wires in one step, and brings all of it back to its place', () => {
    const before = lecture();
    const after = commit(before, remove(['y'], []));
    expect(after.document.nodes.get('z')?.inputs).toBeUndefined();
    expect(after.past.at(-1)?.label).toBe('Delete y');
    expect(writeText(undo(after).document)).toBe(writeText(before.document));
  });

  it('renames a node with its wires and the target', () => {
    const { document } = commit(lecture(), rename('z', 'loss'));
    expect(document.target).toBe('loss');
    const renamed = commit(lecture(), rename('y', 'constructor')).document;
    expect(renamed.nodes.get('z')?.inputs).toEqual({ x: 'constructor' });
    expect(renameProblem(document, 'y', 'x')).toBe('Another node is called x: expected a new name.');
    expect(renameProblem(document, 'y', '2')).toBe(
      '"2" is no name: expected a letter, then up to 63 letters, digits or underscores.',
    );
  });

  it('keeps the places of a file that was read: a deletion undone, a node renamed, one added last', () => {
    const ids = (given: History) => nodesInOrder(given.document).map(({ id }) => id);
    const start = startHistory(read(writeText(lecture().document)));
    const text = writeText(start.document);
    expect(ids(start)).toEqual(['x', 'W', 'y', 'z']);
    expect(start.document.nodes.get('W')).toBe(nodesInOrder(start.document)[1]);
    const without = commit(start, remove(['W'], []));
    expect(ids(without)).toEqual(['x', 'y', 'z']);
    expect(writeText(undo(without).document)).toBe(text);
    const renamed = commit(start, rename('W', 'weights'));
    expect(ids(renamed)).toEqual(['x', 'weights', 'y', 'z']);
    expect(writeText(undo(renamed).document)).toBe(text);
    const again = commit(commit(renamed, addNode('W', 'constant', [0, 0])), addNode('v', 'sin', [0, 0]));
    expect(ids(again)).toEqual(['x', 'weights', 'y', 'z', 'W', 'v']);
    expect(writeText(read(writeText(again.document)))).toBe(writeText(again.document));
    expect(writeText(undoAll(again).document)).toBe(text);
  });

  it('renames what a formula and a function are wired to, and no operand', () => {
    const start = startHistory(read(composed));
    const { document } = commit(start, rename('x', 'a'));
    expect(document.nodes.get('e')).toMatchObject({ expression: 'x + 1', inputs: { x: 'a' } });
    expect(document.nodes.get('f')).toMatchObject({ function: 'x', inputs: { u: 'a' } });
    expect(document.functions).toBe(start.document.functions);
    expect(undo(commit(start, remove(['x'], []))).document).toEqual({ ...start.document });
  });

  it('undoes and redoes any sequence of commands to the same bytes (seed 3, 500 sequences of 30)', () => {
    const step = fc.tuple(fc.nat(8), fc.nat(), fc.nat(), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const start = lecture();
        const done = steps.reduce(
          (history, [kind, a, b, gesture]) =>
            commit(
              history,
              anyCommand(history.document, kind, a, b),
              gesture ? `gesture ${kind}` : undefined,
            ),
          start,
        );
        const undone = undoAll(done);
        expect(writeText(undone.document)).toBe(writeText(emptyDocument));
        expect(writeText(redoAll(undone).document)).toBe(writeText(done.document));
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

/** A name like those of built-in properties, which no node has yet. */
const freshName = ({ nodes }: GraphDocument) =>
  ['constructor', 'toString', 'valueOf', ...Array.from({ length: 99 }, (_, i) => `v${i}`)].find(
    (id) => !nodes.has(id),
  )!;

/** The command of a kind that two numbers choose. */
function anyCommand(document: GraphDocument, kind: number, a: number, b: number): Command {
  const ids = [...document.nodes.keys()];
  const id = ids[a % (ids.length || 1)] ?? 'gone';
  const other = ids[b % (ids.length || 1)] ?? 'gone';
  const ops = ['variable', 'constant', ...operators.keys()];
  const op = ops[b % ops.length];
  switch (kind) {
    case 0:
      return addNode(freshId(document, op), op, [a, b]);
    case 1:
      return remove([id], []);
    case 2: {
      const [operand = 'x'] = Object.keys(document.nodes.get(id)?.inputs ?? {});
      const fits = connectionProblem(document, programOf(document), other, id, operand) === undefined;
      return fits ? connect(other, id, operand) : remove([], [{ to: id, operand }]);
    }
    case 3:
      return document.nodes.get(id)?.value === undefined ? setTarget(id) : setValue(id, a % 2 ? b : [a, b]);
    case 4:
      return setPositions(new Map([[id, [a, b]]]));
    case 5:
      return rename(id, freshName(document));
    case 6:
      return document.nodes.get(id)?.op === 'power' ? setAttribute(id, 'exponent', b) : setTarget(null);
    case 7:
      return document.nodes.get(id)?.value === undefined ? setTitle(`t${a}`) : setLeaf(id, 'constant');
    default:
      return setTitle(`title ${a}`);
  }
}

describe('A wire is refused with its reason', () => {
  const { document } = commit(lecture(), addNode('v', 'variable', [0, 0]));
  const program = programOf(document);
  it.each([
    ['z', 'y', 'x', 'z already depends on y: the wires would go round in a circle.'],
    ['y', 'y', 'x', 'y cannot be its own operand: the wires would go round in a circle.'],
    ['x', 'W', 'x', 'W is a parameter: it has no operands.'],
    ['x', 'z', 'q', 'squared_norm has no operand q.'],
    ['v', 'y', 'x', 'A is a 2 × 2 matrix, x is a scalar: expected a matrix and a vector.'],
    ['x', 'z', 'x', undefined],
  ])('%s → %s.%s', (from, to, operand, reason) => {
    expect(connectionProblem(document, program, from, to, operand)).toBe(reason);
  });
});

describe('A wire to a formula or a function', () => {
  const document = read(composed);
  const program = compileDocument(document);
  it.each([
    ['x', 'e', 'q', undefined],
    ['x', 'e', 'q q', 'expression has no operand q q.'],
    ['x', 'f', 'u', undefined],
    ['x', 'f', 'x', 'x has no operand x.'],
    ['x', 'g', 'anything', undefined],
    ['e', 'e', 'x', 'e cannot be its own operand: the wires would go round in a circle.'],
  ])('%s → %s.%s', (from, to, operand, reason) => {
    expect(connectionProblem(document, program, from, to, operand)).toBe(reason);
  });
});
