/**
 * The inside of a function as a document, edited there and taken back.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  addNode,
  applyFunctionDocument,
  type Command,
  commit,
  connect,
  documentOfFunction,
  foldIntoFunction,
  type GraphDocument,
  nodesInOrder,
  remove,
  removeUnusedFunctions,
  rename,
  renameInput,
  setLeaf,
  setTarget,
  setTitle,
  setValue,
  startHistory,
  unfoldFunction,
  writeText,
} from '../index';
import { bare, committed, evaluated, expectSameResults, read, readFile } from './editing';
import { randomDocument } from './random';

function enter(document: GraphDocument, name: string): GraphDocument {
  const inside = documentOfFunction(document, evaluated(document), name);
  if ('problem' in inside) throw new Error(inside.problem);
  return inside;
}

/** The document after a function was edited from inside. */
function edited(document: GraphDocument, name: string, ...commands: readonly Command[]): GraphDocument {
  const inside = commands.reduce(
    (history, command) => committed(history, command),
    startHistory(enter(document, name)),
  );
  return committed(startHistory(document), applyFunctionDocument(document, name, inside.document)).document;
}

/** y = layer(W, x, b) with layer(A, v, c) = tanh(A v + c); z = outer(y) uses layer, too. */
const net = read(
  [
    { id: 'z', op: 'function', function: 'outer', inputs: { u: 'y' }, position: [900, 0] },
    {
      id: 'W',
      op: 'parameter',
      value: [
        [1, 2],
        [3, 4],
      ],
      position: [0, 0],
    },
    { id: 'x', op: 'variable', value: [0.5, -1], position: [0, 200] },
    { id: 'b', op: 'constant', value: 0.25, position: [0, 400] },
    { id: 'y', op: 'function', function: 'layer', inputs: { A: 'W', v: 'x', c: 'b' }, position: [400, 0] },
  ],
  {
    functions: {
      outer: {
        inputs: ['u'],
        nodes: [
          { id: 'E', op: 'outer', inputs: { a: 'u', b: 'u' } },
          { id: 'h', op: 'function', function: 'layer', inputs: { A: 'E', v: 'u', c: 'k' } },
          { id: 'k', op: 'constant', value: 2 },
          { id: 'n', op: 'function', function: 'length', inputs: { p: 'h' } },
        ],
        output: 'n',
      },
      layer: {
        title: 'Layer',
        inputs: ['A', 'v', 'c'],
        nodes: [
          { id: 't', op: 'tanh', inputs: { x: 's' }, position: [600, 100] },
          { id: 'm', op: 'matvec', inputs: { A: 'A', x: 'v' }, position: [0, 100] },
          { id: 's', op: 'add', inputs: { a: 'm', b: 'c' }, position: [300, 100], note: 'Shifted.' },
        ],
        output: 't',
        level: 3,
      },
      length: {
        inputs: ['p'],
        nodes: [{ id: 'r', op: 'squared_norm', inputs: { x: 'p' } }],
        output: 'r',
      },
    },
    target: 'z',
  },
);

describe('The inside of a function is a document', () => {
  it('of variables that hold what flows in, and its nodes', () => {
    const inside = enter(net, 'layer');
    expect(bare(inside)).toEqual([
      {
        id: 'A',
        op: 'variable',
        value: [
          [1, 2],
          [3, 4],
        ],
      },
      { id: 'v', op: 'variable', value: [0.5, -1] },
      { id: 'c', op: 'variable', value: 0.25 },
      { id: 't', op: 'tanh', inputs: { x: 's' } },
      { id: 'm', op: 'matvec', inputs: { A: 'A', x: 'v' } },
      { id: 's', op: 'add', inputs: { a: 'm', b: 'c' }, note: 'Shifted.' },
    ]);
    expect(inside).toMatchObject({ title: 'Layer', description: '', target: 't' });
    expect(inside.functions).toBe(net.functions);
    expect(evaluated(inside).node('t')!.tensor).toEqual(evaluated(net).node('y')!.tensor);
    expect(writeText(readFile(writeText(inside)))).toBe(writeText(inside));
    const places = [...inside.nodes.values()].map(({ position }) => position!);
    expect(places.slice(3)).toEqual([
      [600, 100],
      [0, 100],
      [300, 100],
    ]);
    for (const [x, y] of places.slice(0, 3))
      expect([x < -150, x % 10, y % 10].map(Math.abs as never)).toEqual([1, 0, 0]);
    expect(places[1][1] - places[0][1]).toBeGreaterThan(100);
  });

  it('also when the function is used inside of another only', () => {
    const inside = enter(net, 'length');
    expect(inside.nodes.get('p')).toEqual({
      id: 'p',
      op: 'variable',
      value: [...evaluated(net).node('z/h')!.tensor!.data],
    });
    expect(inside.title).toBe('');
  });

  it('with 1 where nothing is known to flow in, or nothing finite', () => {
    const document = read(
      [
        { id: 'x', op: 'variable', value: [1, 0] },
        { id: 'l', op: 'log', inputs: { x: 'x' } },
        { id: 'open', op: 'sin' },
        { id: 'y', op: 'function', function: 'f', inputs: { a: 'l', b: 'open' } },
      ],
      {
        functions: {
          f: { inputs: ['a', 'b', 'c'], nodes: [{ id: 'w', op: 'variable', value: 7 }], output: 'w' },
          unused: { inputs: ['a'], nodes: [], output: 'a' },
        },
      },
    );
    expect(bare(enter(document, 'f'))).toEqual([
      { id: 'a', op: 'variable', value: [0, 1] },
      { id: 'b', op: 'variable', value: 1 },
      { id: 'c', op: 'variable', value: 1 },
      { id: 'w', op: 'parameter', value: 7 },
    ]);
    const unused = enter(document, 'unused');
    expect(bare(unused)).toEqual([{ id: 'a', op: 'variable', value: 1 }]);
    expect(unused.target).toBe('a');
  });

  it('unless there is no such function', () => {
    const problem = 'There is no function "lair" in this file. Did you mean "layer"?';
    expect(documentOfFunction(net, evaluated(net), 'lair')).toEqual({ problem });
    expect(applyFunctionDocument(net, 'lair', net)).toEqual({ problem });
  });
});

describe('An edited function', () => {
  it.each(['outer', 'layer', 'length'])('%s leaves no step behind when it was not edited', (name) => {
    const history = startHistory(net);
    expect(commit(history, applyFunctionDocument(net, name, enter(net, name)) as Command)).toBe(history);
  });

  it('is not edited by other values and places of its variables', () => {
    const inside = commit(startHistory(enter(net, 'layer')), setValue('v', [5, 5])).document;
    const history = startHistory(net);
    expect(commit(history, applyFunctionDocument(net, 'layer', inside) as Command)).toBe(history);
  });

  it('has other nodes, another output and another title, and its other keys', () => {
    const after = edited(
      net,
      'layer',
      addNode('q', 'relu', [900, 100]),
      connect('s', 'q', 'x'),
      setTarget('q'),
      remove(['t'], []),
      setTitle('Rectified'),
    );
    const { nodes, ...others } = after.functions.get('layer')!;
    expect(others).toEqual({ title: 'Rectified', inputs: ['A', 'v', 'c'], output: 'q', rest: { level: 3 } });
    expect([...nodes.keys()]).toEqual(['m', 's', 'q']);
    expect([...after.functions.keys()]).toEqual(['outer', 'layer', 'length']);
    expect(evaluated(after).node('y')!.tensor!.data).toEqual(Float64Array.of(0, 0));
  });

  it('has no title when that is empty', () => {
    expect(edited(net, 'layer', setTitle('')).functions.get('layer')).not.toHaveProperty('title');
  });

  it('has its inputs renamed wherever it is used', () => {
    const after = edited(net, 'layer', rename('v', 'w'), rename('A', 'v'));
    expect(after.functions.get('layer')!.inputs).toEqual(['v', 'w', 'c']);
    expect(after.nodes.get('y')!.inputs).toEqual({ v: 'W', w: 'x', c: 'b' });
    expect(after.functions.get('outer')!.nodes.get('h')!.inputs).toEqual({ v: 'E', w: 'u', c: 'k' });
    expectSameResults(net, after);
  });

  it('has more inputs, or fewer, which lose their wires', () => {
    const more = edited(net, 'layer', addNode('g', 'variable', [0, 0]));
    expect(more.functions.get('layer')!.inputs).toEqual(['A', 'v', 'c', 'g']);
    expect(evaluated(more).node('y')!.problems[0].message).toBe('The operand g of y (function) has no wire.');

    const fewer = edited(net, 'layer', setLeaf('c', 'constant'));
    expect(fewer.functions.get('layer')!.inputs).toEqual(['A', 'v']);
    expect(fewer.nodes.get('y')!.inputs).toEqual({ A: 'W', v: 'x' });
    expect(fewer.functions.get('layer')!.nodes.get('c')).toMatchObject({ op: 'constant', value: 0.25 });
    expect(evaluated(fewer).node('y')!.tensor).toEqual(evaluated(net).node('y')!.tensor);

    const none = edited(net, 'length', remove(['p'], []));
    expect(none.functions.get('outer')!.nodes.get('n')).not.toHaveProperty('inputs');
  });

  it('knows an input that was deleted and added again, and one that took the name of another', () => {
    const again = edited(
      net,
      'layer',
      remove(['A'], []),
      addNode('A', 'variable', [0, 0]),
      connect('A', 'm', 'A'),
    );
    expect(again.functions.get('layer')!.inputs).toEqual(['v', 'c', 'A']);
    expectSameResults(net, again);
    const taken = edited(net, 'layer', remove(['v'], []), rename('A', 'v'));
    expect(taken.nodes.get('y')!.inputs).toEqual({ v: 'W', c: 'b' });
  });

  it('brings functions along that were folded inside, and leaves those that others use', () => {
    const inside = startHistory(enter(net, 'outer'));
    const program = evaluated(inside.document);
    const unfolded = committed(inside, unfoldFunction(inside.document, program, 'h'));
    const folded = committed(
      unfolded,
      foldIntoFunction(unfolded.document, evaluated(unfolded.document), ['s', 'h'], 'bend'),
    );
    const cleaned = committed(folded, removeUnusedFunctions(folded.document));
    expect([...cleaned.document.functions.keys()]).toEqual(['length', 'bend']);
    const { document } = committed(startHistory(net), applyFunctionDocument(net, 'outer', cleaned.document));
    expect([...document.functions.keys()]).toEqual(['outer', 'layer', 'length', 'bend']);
    expectSameResults(net, document);
  });

  it('is the same after it was entered and left, whatever the document (seeds 0 to 499)', () => {
    let count = 0;
    for (let seed = 0; seed < 500; seed++) {
      const document = readFile(writeText(randomDocument(seed)));
      for (const [name, { nodes }] of document.functions) {
        if ([...nodes.values()].some(({ op }) => op === 'variable')) continue;
        expect(writeText(edited(document, name)), `seed ${seed}`).toBe(writeText(document));
        count++;
      }
    }
    expect(count).toBeGreaterThan(100);
  });

  const library = new URL('../../../assets/functions/', import.meta.url);
  it.each(readdirSync(library))('of %s computes inside what it computes outside', (file) => {
    const document = readFile(readFileSync(new URL(file, library), 'utf8'));
    const program = evaluated(document);
    const calls = nodesInOrder(document).filter(({ op }) => op === 'function');
    expect(calls.length).toBeGreaterThan(0);
    const seen = new Set<string>();
    for (const { id, function: name = '' } of calls) {
      if (seen.has(name)) continue;
      seen.add(name);
      const inside = enter(document, name);
      expect(evaluated(inside).node(inside.target!)!.tensor).toEqual(program.node(id)!.tensor);
      expect(writeText(edited(document, name))).toBe(writeText(document));
    }
  });
});

describe('An edited function is not taken back', () => {
  const refusal = (name: string, ...commands: readonly (Command | { problem: string })[]) => {
    const inside = commands.reduce(committed, startHistory(enter(net, name))).document;
    return applyFunctionDocument(net, name, inside);
  };

  it('without an output', () => {
    expect(refusal('layer', setTarget(null))).toEqual({
      problem: 'layer has no output: expected a target inside. Differentiate the node that is its result.',
    });
  });

  it('when it would use itself', () => {
    const add = (used: string): Command => ({
      label: 'Add',
      apply(draft) {
        draft.nodes.set('l', { id: 'l', op: 'function', function: used, rank: 99 });
      },
    });
    expect(refusal('layer', add('outer'))).toEqual({
      problem:
        'layer would use itself: layer → outer → layer. A function cannot: remove what stands for outer inside of layer.',
    });
    expect(refusal('layer', add('layer'))).toEqual({
      problem:
        'layer would use itself: layer → layer. A function cannot: remove what stands for layer inside of layer.',
    });
  });

  it('when a node outside is wired to an operand that another function lost inside', () => {
    const inside = enter(net, 'outer');
    expect(refusal('outer', renameInput(inside, 'layer', 'v', 'w'))).toEqual({
      problem:
        'y is wired to the operand v of layer, which has none of that name any more: give layer an input v again.',
    });
  });
});
