/**
 * Functions of a document: stood for by new nodes, renamed with everybody who uses them, removed when nobody does.
 */
import { describe, expect, it } from 'vitest';
import {
  addFunctionNode,
  type Command,
  commit,
  type GraphDocument,
  inputNameProblem,
  removeUnusedFunctions,
  renameFunction,
  renameInput,
  startHistory,
  writeText,
} from '../index';
import { bare, committed, evaluated, expectSameResults, read, readFile } from './editing';
import { randomDocument } from './random';

const changed = (document: GraphDocument, command: Command | { readonly problem: string }) =>
  committed(startHistory(document), command).document;

/** twice is used by y and, with `same`, inside of quad; quad by z; alone and its helper by nobody. */
const net = read(
  [
    { id: 'x', op: 'variable', value: 3 },
    { id: 'y', op: 'function', function: 'twice', inputs: { v: 'x' } },
    { id: 'z', op: 'function', function: 'quad', inputs: { a: 'y' } },
    { id: 'w', op: 'function', function: 'absent', inputs: { q: 'x' } },
  ],
  {
    functions: {
      helper: { inputs: ['p'], nodes: [], output: 'p' },
      quad: {
        inputs: ['a'],
        nodes: [
          { id: 'one', op: 'function', function: 'twice', inputs: { v: 'a' } },
          { id: 'two', op: 'function', function: 'twice', inputs: { v: 'one' } },
          { id: 'v', op: 'function', function: 'same', inputs: { v: 'two' } },
        ],
        output: 'v',
      },
      alone: {
        inputs: ['b'],
        nodes: [{ id: 'h', op: 'function', function: 'helper', inputs: { p: 'b' } }],
        output: 'h',
      },
      twice: {
        title: 'Twice',
        inputs: ['v'],
        nodes: [
          { id: 'sum', op: 'add', inputs: { a: 'v', b: 'v' } },
          { id: 'e', op: 'expression', expression: 'v + 0*s', inputs: { s: 'v', v: 'sum' } },
        ],
        output: 'e',
      },
      same: { inputs: ['v'], nodes: [], output: 'v' },
    },
    target: 'z',
  },
);

describe('A function is used', () => {
  it('by a new node, without wires', () => {
    const history = committed(startHistory(net), addFunctionNode(net, 'quad', [10, 20]));
    expect(history.past.map(({ label }) => label)).toEqual(['Add y1']);
    expect(bare(history.document).at(-1)).toEqual({ id: 'y1', op: 'function', function: 'quad' });
    expect(history.document.nodes.get('y1')!.position).toEqual([10, 20]);
  });

  it('unless it is not there', () => {
    expect(addFunctionNode(net, 'quard', [0, 0])).toEqual({
      problem: 'There is no function "quard" in this file. Did you mean "quad"?',
    });
  });
});

describe('A function is renamed', () => {
  it('in its place, with every node that stands for it', () => {
    const history = committed(startHistory(net), renameFunction(net, 'twice', 'double'));
    expect(history.past.map(({ label }) => label)).toEqual(['Rename the function twice to double']);
    const { document } = history;
    expect([...document.functions.keys()]).toEqual(['helper', 'quad', 'alone', 'double', 'same']);
    expect(writeText(document)).toBe(writeText(net).replaceAll('"twice"', '"double"'));
    expectSameResults(net, document);
  });

  it('to its own name, which changes nothing', () => {
    const history = startHistory(net);
    expect(commit(history, renameFunction(net, 'twice', 'twice') as Command)).toBe(history);
    expect(commit(history, renameInput(net, 'twice', 'v', 'v') as Command)).toBe(history);
  });

  it.each([
    ['nowhere', 'f', 'There is no function "nowhere" in this file.'],
    ['twice', 'quad', 'Another function is called quad: expected a new name.'],
    ['twice', 'absent', 'w stands for a function absent that is missing: expected another name.'],
    [
      'twice',
      'a b',
      '"a b" is no name of a function: expected a letter, then up to 63 letters, digits or underscores.',
    ],
  ])('but not %s to %s', (from, to, problem) => {
    expect(renameFunction(net, from, to)).toEqual({ problem });
  });
});

describe('An input is renamed', () => {
  it('with the wires inside and the operands of every node that stands for its function', () => {
    const history = committed(startHistory(net), renameInput(net, 'twice', 'v', 'constructor'));
    expect(history.past.map(({ label }) => label)).toEqual(['Rename the input v of twice to constructor']);
    const { document } = history;
    const { inputs, nodes } = document.functions.get('twice')!;
    expect(inputs).toEqual(['constructor']);
    expect(nodes.get('sum')!.inputs).toEqual({ a: 'constructor', b: 'constructor' });
    expect(nodes.get('e')).toMatchObject({
      expression: 'v + 0*s',
      inputs: { s: 'constructor', v: 'sum' },
    });
    expect(JSON.stringify(document.nodes.get('y')!.inputs)).toBe('{"constructor":"x"}');
    const quad = document.functions.get('quad')!.nodes;
    expect([...quad.values()].map((node) => Object.entries(node.inputs!))).toEqual([
      [['constructor', 'a']],
      [['constructor', 'one']],
      [['v', 'two']],
    ]);
    expect(document.functions.get('same')).toBe(net.functions.get('same'));
    expectSameResults(net, document);
  });

  it('that is just passed on', () => {
    const document = changed(net, renameInput(net, 'same', 'v', 'u'));
    expect(document.functions.get('same')).toEqual({ inputs: ['u'], nodes: new Map(), output: 'u' });
    expectSameResults(net, document);
  });

  it.each([
    ['nowhere', 'v', 'u', 'There is no function "nowhere" in this file.'],
    ['twice', 'u', 'a', 'twice has no input u: expected v.'],
    ['twice', 'v', 'sum', 'A node inside of twice is called sum: expected a new name for the input.'],
    [
      'twice',
      'v',
      '_',
      '"_" is no name of an input: expected a letter, then up to 63 letters, digits or underscores.',
    ],
  ])('but not in %s from %s to %s', (name, from, to, problem) => {
    expect(renameInput(net, name, from, to)).toEqual({ problem });
  });

  it('but not to another input, and not where there is none', () => {
    const two = { inputs: ['a', 'b'], nodes: new Map(), output: 'a' };
    expect(inputNameProblem('f', two, 'a', 'b')).toBe('Another input of f is called b: expected a new name.');
    const none = read([], {
      functions: { f: { inputs: [], nodes: [{ id: 'c', op: 'constant', value: 1 }], output: 'c' } },
    });
    expect(renameInput(none, 'f', 'a', 'b')).toEqual({ problem: 'f has no input a: expected none.' });
  });
});

describe('Unused functions', () => {
  it('are removed, those that only they use included', () => {
    const history = committed(startHistory(net), removeUnusedFunctions(net));
    expect(history.past.map(({ label }) => label)).toEqual(['Remove 2 unused functions']);
    expect([...history.document.functions.keys()]).toEqual(['quad', 'twice', 'same']);
    expect(removeUnusedFunctions(history.document)).toEqual({ problem: 'There is no unused function.' });
  });

  it('are named when there is one', () => {
    const document = read([], { functions: { f: { inputs: ['a'], nodes: [], output: 'a' } } });
    const history = committed(startHistory(document), removeUnusedFunctions(document));
    expect(history.past.map(({ label }) => label)).toEqual(['Remove the function f']);
    expect(writeText(history.document)).not.toContain('functions');
  });
});

describe('A random document', () => {
  it('keeps its values when its functions and inputs are renamed and the unused ones go (seeds 0 to 199)', () => {
    let count = 0;
    for (let seed = 0; seed < 200; seed++) {
      const document = readFile(writeText(randomDocument(seed)));
      let renamed = document;
      for (const [name, { inputs }] of document.functions) {
        for (const [i, input] of inputs.entries())
          renamed = changed(renamed, renameInput(renamed, name, input, `p${i}`));
        renamed = changed(renamed, renameFunction(renamed, name, `${name}_`));
        count += inputs.length;
      }
      const removal = removeUnusedFunctions(renamed);
      if (!('problem' in removal)) renamed = changed(renamed, removal);
      const [a, b] = [evaluated(document), evaluated(renamed)];
      for (const { id, tensor } of a.nodes) expect(b.node(id)!.tensor, `${id}, seed ${seed}`).toEqual(tensor);
    }
    expect(count).toBeGreaterThan(50);
  });
});
