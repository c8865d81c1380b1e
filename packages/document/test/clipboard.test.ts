/**
 * The clipboard: matrices as other programs write them, nodes as a `.nabla` file, formulas; and what is said of anything else.
 */
import { describe, expect, it } from 'vitest';
import { seeded } from '../../engine/test/graphs';
import {
  commit,
  compileDocument,
  copyText,
  type Destination,
  duplicate,
  EDITOR_LIMITS,
  emptyDocument,
  type GraphDocument,
  nodesInOrder,
  paste,
  readText,
  startHistory,
  undo,
  valueOfText,
  writeText,
} from '../index';

function read(text: string): GraphDocument {
  const outcome = readText(text, EDITOR_LIMITS);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.document;
}

const graph = (nodes: readonly object[], more: object = {}) =>
  read(JSON.stringify({ format: 'nabla', version: 1, nodes, ...more }));

const MATRIX = [
  [1, 2.5],
  [-3, 4],
];

describe('A matrix in text', () => {
  it.each([
    ['a spreadsheet', '1\t2.5\n-3\t4\n'],
    ['a French spreadsheet', '1\t2,5\r\n-3\t4\r\n'],
    ['CSV', '1,2.5\n-3,4'],
    ['French CSV', '1;2,5\n-3;4'],
    ['spaces', ' 1  2.5\n-3  4.0 '],
    ['NumPy code', 'np.array([[1., 2.5],\n          [-3., 4.]], dtype=np.float64)'],
    ['NumPy’s print', '[[ 1.   2.5]\n [-3.   4. ]]'],
    ['an assignment', 'W = array([[1, 2.5], [-3, 4]])'],
    ['PyTorch', 'tensor([[ 1.0000,  2.5000],\n        [-3.0000,  4.0000]], requires_grad=True)'],
    ['JSON', '[[1,2.5],[-3,4]]'],
    ['MATLAB', 'A = [1 2.5; -3 4]'],
    ['LaTeX', '\\begin{pmatrix} 1 & 2.5 \\\\ -3 & 4 \\end{pmatrix}'],
    ['LaTeX with fractions', '$\\begin{bmatrix}1&\\frac{5}{2}\\\\[2pt]-\\frac{6}{2}&4\\\\\\end{bmatrix}$'],
    ['LaTeX with delimiters', '\\left(\\begin{array}{cc}1 & 5/2\\\\−3 & 4\\end{array}\\right)'],
  ])('is read from %s', (_, text) => {
    expect(valueOfText(text)).toEqual(MATRIX);
  });

  it.each([
    ['3', 3],
    ['-1/4', -0.25],
    ['1 2 3', [1, 2, 3]],
    ['[1, 2, 3]', [1, 2, 3]],
    ['1\n2\n3', [1, 2, 3]],
    ['\\begin{pmatrix}1\\\\2\\end{pmatrix}', [1, 2]],
    ['1\t2\t3', [[1, 2, 3]]],
    ['[[1, 2]]', [[1, 2]]],
    ['\\begin{bmatrix}1 & 2\\end{bmatrix}', [[1, 2]]],
  ])('%j is %j', (text, value) => {
    expect(valueOfText(text)).toEqual(value);
  });

  it.each([
    ['1\t2\n3', 'Row 2 has 1 entry, row 1 has 2: expected rows of the same length.'],
    ['[[1, 2], [3, a]]', '“a” in row 2, column 2 is no number: expected one like 0.5, 1e-3 or 1/2.'],
    ['[1, 1e999]', '“1e999” in row 1, column 2 is no number: expected one like 0.5, 1e-3 or 1/2.'],
    ['[]', 'The matrix has no entries: expected at least one number.'],
  ])('%j is refused: %s', (text, problem) => {
    expect(valueOfText(text)).toEqual({ problem });
  });

  it.each(['x^2 + 1', 'hello', '1 + x', '(x + y)(x - y)'])('%j is something else', (text) => {
    expect(valueOfText(text)).toBeUndefined();
  });
});

const CHAIN = graph([
  { id: 'x', op: 'variable', value: [1, 2], position: [0, 0] },
  { id: 'W', op: 'parameter', value: MATRIX, position: [0, 100] },
  { id: 'y', op: 'matvec', inputs: { A: 'W', x: 'x' }, position: [200, 50] },
  { id: 'z', op: 'tanh', inputs: { x: 'y' }, label: '\\zeta', position: [400, 50] },
]);

function pasted(document: GraphDocument, text: string, destination: Destination = {}) {
  const command = paste(document, compileDocument(document), text, destination);
  if ('problem' in command) throw new Error(command.problem);
  return { command, after: commit(startHistory(document), command).document };
}

const refusal = (document: GraphDocument, text: string) => {
  const command = paste(document, compileDocument(document), text, {});
  return 'problem' in command ? command.problem : command.label;
};

describe('Copied nodes', () => {
  it('are a file that opens, and come back the same into an empty graph', () => {
    const text = copyText(CHAIN, ['x', 'W', 'y', 'z']);
    expect(writeText(pasted(emptyDocument, text, { at: [200, 50] }).after)).toBe(text);
  });

  it('get the next names like theirs, and wires among themselves', () => {
    const { command, after } = pasted(CHAIN, copyText(CHAIN, ['y', 'z']), { at: [600, 50] });
    expect(command.label).toBe('Paste 2 nodes');
    expect(command.ids).toEqual(['y1', 'z1']);
    expect(after.nodes.get('y1')).toMatchObject({ op: 'matvec', position: [500, 50] });
    expect(after.nodes.get('y1')?.inputs).toBeUndefined();
    expect(after.nodes.get('z1')).toMatchObject({
      inputs: { x: 'y1' },
      label: '\\zeta',
      position: [700, 50],
    });
  });

  it('keep the wires that came from outside on demand, where those nodes exist', () => {
    const text = copyText(CHAIN, ['y']);
    expect(pasted(CHAIN, text, { keepWires: true }).after.nodes.get('y1')?.inputs).toEqual({
      A: 'W',
      x: 'x',
    });
    expect(pasted(emptyDocument, text, { keepWires: true }).after.nodes.get('y')?.inputs).toBeUndefined();
  });

  it('are duplicates with the wires of their originals', () => {
    const command = duplicate(CHAIN, ['y', 'z'], [0, 50]);
    expect(command.label).toBe('Duplicate 2 nodes');
    const { nodes } = commit(startHistory(CHAIN), command).document;
    expect(nodes.get('y1')).toMatchObject({ inputs: { A: 'W', x: 'x' }, position: [200, 100] });
    expect(nodes.get('z1')?.inputs).toEqual({ x: 'y1' });
  });

  it('stand beside their originals when nobody says where', () => {
    expect(pasted(CHAIN, copyText(CHAIN, ['z'])).after.nodes.get('z1')?.position).toEqual([440, 90]);
  });

  it('bring the functions they use: the same once, another of the same name under a new one', () => {
    const square = (op: string) => ({
      f: { inputs: ['x'], nodes: [{ id: 's', op, inputs: { x: 'x' } }], output: 's' },
    });
    const node = { id: 'y', op: 'function', function: 'f', position: [0, 0] };
    const one = graph([node], { functions: square('square') });
    const other = graph([node], { functions: square('tanh') });
    expect([...pasted(one, copyText(one, ['y'])).after.functions.keys()]).toEqual(['f']);
    const { after } = pasted(other, copyText(one, ['y']));
    expect([...after.functions.keys()]).toEqual(['f', 'f1']);
    expect(after.nodes.get('y1')?.function).toBe('f1');
    expect(after.functions.get('f1')?.nodes.get('s')?.op).toBe('square');
  });

  it('are undone byte by byte, and each copy of a copy is valid (seeds 1 to 50)', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const random = seeded(seed);
      let document = CHAIN;
      for (let step = 0; step < 4; step++) {
        const ids = [...document.nodes.keys()].filter(() => random() < 0.5);
        if (ids.length === 0) continue;
        const text = copyText(document, ids);
        expect(writeText(read(text))).toBe(text);
        const command = paste(document, compileDocument(document), text, { keepWires: random() < 0.5 });
        if ('problem' in command) throw new Error(command.problem);
        const history = commit(startHistory(document), command);
        expect(writeText(undo(history).document)).toBe(writeText(document));
        document = read(writeText(history.document));
      }
    }
  });
});

describe('Other text', () => {
  it('is a value for the chosen leaf, or a new variable', () => {
    const { command, after } = pasted(CHAIN, '3\t4', { leaf: 'x' });
    expect(command.label).toBe('Paste a value into x');
    expect(after.nodes.get('x')?.value).toEqual([[3, 4]]);
    expect(pasted(CHAIN, '3 4', { at: [10, 20] }).after.nodes.get('x1')).toMatchObject({
      op: 'variable',
      value: [3, 4],
      position: [10, 20],
    });
  });

  it('is a formula over the nodes that are there', () => {
    const { command, after } = pasted(CHAIN, 'norm(z)^2');
    expect(command.ids.map((id) => after.nodes.get(id)?.op)).toContain('norm');
    expect(nodesInOrder(after).some(({ inputs }) => inputs?.x === 'z')).toBe(true);
  });

  it.each([
    ['  ', 'There is nothing to paste: the clipboard holds no text.'],
    [
      '{"format":"nabla","version":1,"nodes":[]}',
      'There is nothing to paste: the graph on the clipboard is empty.',
    ],
    [
      '{"format":"nabla","version":1,"nodes":[{"id":"a","op":"sinn"}]}',
      'The graph on the clipboard cannot be pasted. nodes[0].op: unknown operator "sinn". Did you mean "sin"?',
    ],
    ['1 2\n3', 'This cannot be pasted. Row 2 has 1 entry, row 1 has 2: expected rows of the same length.'],
  ])('%j is refused: %s', (text, problem) => {
    expect(refusal(CHAIN, text)).toBe(problem);
  });
});
