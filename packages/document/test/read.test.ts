/**
 * What is refused, where and in which words.
 */
import { describe, expect, it } from 'vitest';
import {
  COMMAND_LINE_LIMITS,
  EDITOR_LIMITS,
  type FileProblem,
  formatProblem,
  readBytes,
  readText,
} from '../index';

/** A graph with the given nodes and other members, as text. */
const graph = (nodes: unknown[], more: object = {}) =>
  JSON.stringify({ format: 'nabla', version: 1, nodes, ...more });

function problemsOf(text: string): readonly FileProblem[] {
  const outcome = readText(text, COMMAND_LINE_LIMITS);
  return 'problems' in outcome ? outcome.problems : [];
}

const told = (text: string) => problemsOf(text).map((problem) => `${problem.place}: ${problem.message}`);

const x = { id: 'x', op: 'variable', value: 1 };

describe('A text that is not JSON', () => {
  it.each([
    ['', '$: not JSON: expected a value, found the end of the file.'],
    ['{"format": "nabla",}', '$: not JSON: expected a key in double quotes, found "}".'],
    ['{"a": [1 2]}', 'a[1]: not JSON: expected a comma or ], found "2".'],
    ['{"a": nope}', 'a: not JSON: expected a value, found "nope".'],
    ['{"a": NaN}', 'a: not JSON: expected a value, found "NaN".'],
    ['{"a": "x', 'a: not JSON: expected a value, found a text without a closing quote.'],
    ['{"a": "\\q"}', 'a: not JSON: expected a value, found an escape that JSON does not have.'],
    [
      '{"a": "b\u0007"}',
      'a: not JSON: expected a value, found a raw control character (write it as an escape, such as \\n or \\u0007).',
    ],
    ['{} x', '$: not JSON: expected the end of the file, found "x".'],
    ['{"a" 1}', 'a: not JSON: expected a colon, found "1".'],
    ['[1', '[1]: not JSON: expected a comma or ], found the end of the file.'],
    ["{'a': 1}", '$: not JSON: expected a key in double quotes or }, found "\'".'],
    [
      `${'['.repeat(33)}`,
      `${'[0]'.repeat(32)}: nested too deep: expected at most 32 levels, the root counting 1.`,
    ],
  ])('%j', (text, message) => {
    expect(told(text)).toEqual([message]);
  });

  it('is told by line and column', () => {
    expect(problemsOf('{\n  "format": "nabla",\n  "version": 1\n  "nodes": []\n}')).toEqual([
      {
        place: 'version',
        line: 4,
        column: 3,
        message: 'not JSON: expected a comma or }, found "\\"".',
      },
    ]);
  });

  it('does not overflow the stack however deep it is nested', () => {
    expect(told('['.repeat(1_000_000))).toHaveLength(1);
  });
});

describe('JSON that loses something when it is read carelessly', () => {
  it.each([
    [
      '{"format":"nabla","version":1,"nodes":[],"x":{"a":1,"a":2}}',
      'x.a: the key "a" stands twice in one object.',
    ],
    [
      '{"format":"nabla","version":1,"nodes":[],"x":{"__proto__":{"y":1}}}',
      'x.__proto__: the key "__proto__" is refused anywhere in a file.',
    ],
    [
      '{"format":"nabla","version":1,"nodes":[],"x":-1e400}',
      'x: -1e400 is beyond the largest float64, 1.8e308.',
    ],
    [
      '{"format":"nabla","version":1,"nodes":[],"x":"\\ud800"}',
      'x: half of a surrogate pair stands alone in a text.',
    ],
  ])('%s', (text, message) => {
    expect(told(text)).toEqual([message]);
  });

  it('accepts numbers that only round', () => {
    const outcome = readText(
      '{"format":"nabla","version":1,"nodes":[{"id":"x","op":"variable","value":[9007199254740993, 0.1, 1e-400, -0]}]}',
      COMMAND_LINE_LIMITS,
    );
    const value = 'document' in outcome ? outcome.document.nodes.get('x')?.value : undefined;
    expect(value).toEqual([9007199254740992, 0.1, 0, -0]);
  });

  it('drops a byte order mark', () => {
    expect(told(`\ufeff${graph([x])}`)).toEqual([]);
    expect(problemsOf('\ufeff{\n"format":"nabla","version":1,"nodes":3}')).toMatchObject([
      { line: 2, column: 38 },
    ]);
  });
});

describe('A file of another kind', () => {
  it.each([
    ['[]', '$: expected a graph: an object with format, version and nodes, found an empty list.'],
    ['{}', 'format: not a Nabla graph: expected "nabla", found nothing.'],
    ['{"format":"dot"}', 'format: not a Nabla graph: expected "nabla", found "dot".'],
    ['{"format":"nabla"}', 'version: expected a whole number ≥ 1 (this Nabla reads up to 1), found nothing.'],
    [
      '{"format":"nabla","version":0}',
      'version: expected a whole number ≥ 1 (this Nabla reads up to 1), found 0.',
    ],
    [
      '{"format":"nabla","version":1.5}',
      'version: expected a whole number ≥ 1 (this Nabla reads up to 1), found 1.5.',
    ],
    [
      '{"format":"nabla","version":"1"}',
      'version: expected a whole number ≥ 1 (this Nabla reads up to 1), found "1".',
    ],
    [
      '{"format":"nabla","version":2}',
      'version: the file is of version 2, newer than version 1, which this Nabla reads. Get a newer Nabla to open it.',
    ],
    ['{"format":"nabla","version":1}', 'nodes: expected a list of nodes, found nothing.'],
  ])('%s', (text, message) => {
    expect(told(text)).toEqual([message]);
  });
});

describe('A graph whose form is wrong', () => {
  it.each([
    [[{ op: 'variable', value: 1 }], 'nodes[0].id: expected an id, found nothing.'],
    [
      [{ ...x, id: '1x' }],
      'nodes[0].id: expected an id: a letter, then up to 63 letters, digits or underscores, found "1x".',
    ],
    [[{ id: 'x' }], 'nodes[0].op: expected the name of an operator, found nothing.'],
    [
      [{ ...x, value: 'two' }],
      'nodes[0].value: expected a number, a list of numbers or a list of equally long rows, found "two".',
    ],
    [[{ ...x, value: [] }], 'nodes[0].value: expected at least one entry, found an empty list.'],
    [[{ ...x, value: [[]] }], 'nodes[0].value[0]: expected at least one entry, found an empty list.'],
    [[{ ...x, value: [1, null] }], 'nodes[0].value[1]: expected a number, found null.'],
    [
      [{ ...x, value: [[1, 2], [3]] }],
      'nodes[0].value[1]: expected a row of 2 numbers like the first, found a list of 1.',
    ],
    [
      [{ ...x, value: [[1, 2], 3] }],
      'nodes[0].value[1]: expected a row of numbers like the others, found 3.',
    ],
    [[{ ...x, position: [1] }], 'nodes[0].position: expected two numbers [x, y], found a list of 1.'],
    [[{ ...x, position: 3 }], 'nodes[0].position: expected two numbers [x, y], found 3.'],
    [[3], 'nodes[0]: expected a node: an object with id and op, found 3.'],
  ])('%j', (nodes, message) => {
    expect(told(graph(nodes))).toEqual([message]);
  });
});

describe('A graph whose structure is wrong', () => {
  it.each([
    [[x, x], 'nodes[1].id: the id "x" is taken by nodes[0]: expected another.'],
    [
      [x, { id: 'y', op: 'sinn', inputs: { x: 'x' } }],
      'nodes[1].op: unknown operator "sinn". Did you mean "sin"?',
    ],
    [[x, { id: 'y', op: 'frobnicate' }], 'nodes[1].op: unknown operator "frobnicate".'],
    [
      [x, { id: 'y', op: 'sin', inputs: { x: 'xx' } }],
      'nodes[1].inputs.x: no node has the id "xx". Did you mean "x"?',
    ],
    [
      [x, { id: 'y', op: 'matvec', inputs: { a: 'x' } }],
      'nodes[1].inputs.a: matvec has no operand "a": expected A, x. Did you mean "A"?',
    ],
    [
      [x, { id: 'y', op: 'stack', inputs: { x0: 'x' } }],
      'nodes[1].inputs.x0: stack has no operand "x0": expected x1, x2, …. Did you mean "x1"?',
    ],
    [
      [x, { id: 'y', op: 'power', inputs: { x: 'x' }, attributes: { exponant: 2 } }],
      'nodes[1].attributes.exponant: power has no setting "exponant": expected exponent. Did you mean "exponent"?',
    ],
    [
      [x, { id: 'y', op: 'sin', inputs: { x: 'x' }, value: 2 }],
      'nodes[1].value: a value belongs to a variable, parameter or constant: sin computes its own.',
    ],
    [[{ ...x, inputs: {} }], 'nodes[0].inputs: a variable has no operands: expected no inputs.'],
    [[{ id: 'x', op: 'variable' }], 'nodes[0]: a variable needs a value: expected a number, a list or rows.'],
    [
      [x, { id: 'b', op: 'sin', inputs: { x: 'a' } }, { id: 'a', op: 'cos', inputs: { x: 'b' } }],
      'nodes[1]: the wires go round in a circle: b → a → b.',
    ],
    [[{ id: 'a', op: 'sin', inputs: { x: 'a' } }], 'nodes[0]: the wires go round in a circle: a → a.'],
  ])('%j', (nodes, message) => {
    expect(told(graph(nodes))).toEqual([message]);
  });

  it.each([
    [
      { op: 'expression' },
      'nodes[1]: an expression needs a formula: expected expression, such as "a*sin(b)".',
    ],
    [{ op: 'expression', expression: 3 }, 'nodes[1].expression: expected a formula, found 3.'],
    [
      { op: 'expression', expression: 'a', inputs: { 'a b': 'x' } },
      'nodes[1].inputs["a b"]: "a b" is no name of an operand: expected a letter, then up to 63 letters, digits or underscores.',
    ],
    [
      { op: 'expression', expression: 'a', inputs: { a: 'xx' } },
      'nodes[1].inputs.a: no node has the id "xx". Did you mean "x"?',
    ],
    [
      { op: 'expression', expression: 'a', attributes: { exponent: 2 } },
      'nodes[1].attributes.exponent: an expression has no settings.',
    ],
    [
      { op: 'expression', expression: 'a', value: 2 },
      'nodes[1].value: a value belongs to a variable, parameter or constant: expression computes its own.',
    ],
    [
      { op: 'expression', expression: 'a', function: 'f' },
      'nodes[1].function: the name of a function belongs to the operator function: expression has none.',
    ],
    [
      { op: 'function' },
      'nodes[1]: a function needs a name: expected function, the name of an entry of functions.',
    ],
    [
      { op: 'function', function: 'f', attributes: { rate: 2 } },
      'nodes[1].attributes.rate: a function has no settings.',
    ],
    [
      { op: 'function', function: 'f', expression: 'a' },
      'nodes[1].expression: a formula belongs to an expression: function has none.',
    ],
    [
      { op: 'sin', expression: 'a' },
      'nodes[1].expression: a formula belongs to an expression: sin has none.',
    ],
    [
      { op: 'variable', value: 1, function: 'f' },
      'nodes[1].function: the name of a function belongs to the operator function: variable has none.',
    ],
    [{ op: 'functoin' }, 'nodes[1].op: unknown operator "functoin". Did you mean "function"?'],
  ])('%j', (node, message) => {
    expect(told(graph([x, { id: 'y', ...node }]))).toEqual([message]);
  });

  it('tells a circle along the wires, from its node that stands first, and leaves out what only hangs on it', () => {
    const nodes = [
      { id: 'tail', op: 'sin', inputs: { x: 'c' } },
      { id: 'b', op: 'sin', inputs: { x: 'a' } },
      { id: 'c', op: 'sin', inputs: { x: 'b' } },
      { id: 'a', op: 'add', inputs: { a: 'c', b: 'x' } },
      x,
    ];
    expect(told(graph(nodes))).toEqual(['nodes[1]: the wires go round in a circle: b → c → a → b.']);
  });

  it('refuses a target that does not exist', () => {
    expect(told(graph([x], { target: 'z' }))).toEqual(['target: no node has the id "z". Did you mean "x"?']);
    expect(told(graph([x], { target: null }))).toEqual([]);
  });

  it('tells all problems together, each with its line and column', () => {
    const text = `{
  "format": "nabla", "version": 1,
  "nodes": [
    { "id": "x", "op": "variable", "value": 1 },
    { "id": "y", "op": "sinn" },
    { "id": "x", "op": "add", "inputs": { "a": "q" } }
  ]
}`;
    expect(problemsOf(text).map((problem) => formatProblem('f.nabla', problem))).toEqual([
      'f.nabla:6:13 nodes[2].id: the id "x" is taken by nodes[0]: expected another.',
      'f.nabla:5:24 nodes[1].op: unknown operator "sinn". Did you mean "sin"?',
      'f.nabla:6:48 nodes[2].inputs.a: no node has the id "q". Did you mean "x"?',
    ]);
  });

  it('tells faults of form and of structure together', () => {
    const nodes = [
      { id: 'A', op: 'parameter', value: [[1, 2], [3]] },
      { id: 'y', op: 'sine', inputs: { x: 'A' } },
      { id: 'y', op: 'variable' },
    ];
    expect(told(graph(nodes, { target: 'zz' }))).toEqual([
      'nodes[0].value[1]: expected a row of 2 numbers like the first, found a list of 1.',
      'nodes[2].id: the id "y" is taken by nodes[1]: expected another.',
      'nodes[1].op: unknown operator "sine". Did you mean "sin"?',
      'nodes[2]: a variable needs a value: expected a number, a list or rows.',
      'target: no node has the id "zz". Did you mean "A"?',
    ]);
  });

  it('takes names of built-in properties for ordinary ids', () => {
    const nodes = ['constructor', 'toString', 'hasOwnProperty'].map((id) => ({ ...x, id }));
    const sum = { id: 'valueOf', op: 'add', inputs: { a: 'constructor', b: 'toString' } };
    expect(told(graph([...nodes, sum]))).toEqual([]);
    expect(told(graph([x, { id: 'y', op: 'add', inputs: { constructor: 'x' } }]))).toEqual([
      'nodes[1].inputs.constructor: add has no operand "constructor": expected a, b.',
    ]);
  });
});

describe('Functions', () => {
  /** A graph of x and one node `y` that stands for f, with the given functions. */
  const withFunctions = (functions: unknown, node: object = { function: 'f' }) =>
    graph([x, { id: 'y', op: 'function', ...node }], { functions });
  const sin = (id: string, source: string) => ({ id, op: 'sin', inputs: { x: source } });
  const using = (name: string) => ({
    inputs: [],
    nodes: [{ id: 'y', op: 'function', function: name }],
    output: 'y',
  });

  it.each([
    [3, 'functions: expected an object from names to functions, found 3.'],
    [{ f: 3 }, 'functions.f: expected a function: an object with inputs, nodes and output, found 3.'],
    [
      { f: { nodes: [], output: 'x' } },
      'functions.f.inputs: expected a list of names of inputs, found nothing.',
    ],
    [
      { f: { inputs: ['1'], nodes: [sin('y', '1')], output: 'y' } },
      'functions.f.inputs[0]: expected a name: a letter, then up to 63 letters, digits or underscores, found "1".',
    ],
    [{ f: { inputs: ['x'], output: 'x' } }, 'functions.f.nodes: expected a list of nodes, found nothing.'],
    [
      { f: { inputs: ['x'], nodes: [] } },
      'functions.f.output: expected the id of a node or an input, found nothing.',
    ],
    [
      { f: { inputs: ['x'], nodes: [], output: 'x', title: 1 } },
      'functions.f.title: expected a text, found 1.',
    ],
    [
      { f: { inputs: ['x'], nodes: [{ id: 'y', op: 'constant', value: [] }], output: 'y' } },
      'functions.f.nodes[0].value: expected at least one entry, found an empty list.',
    ],
    [
      { 'f g': { inputs: ['x'], nodes: [], output: 'x' } },
      'functions["f g"]: "f g" is no name of a function: expected a letter, then up to 63 letters, digits or underscores.',
    ],
    [
      { f: { inputs: ['x', 'a', 'x'], nodes: [], output: 'x' } },
      'functions.f.inputs[2]: the input "x" is taken by inputs[0]: expected another.',
    ],
    [
      { f: { inputs: ['a', 'y'], nodes: [sin('y', 'a')], output: 'y' } },
      'functions.f.nodes[0].id: the id "y" is taken by inputs[1]: expected another.',
    ],
    [
      { f: { inputs: ['a'], nodes: [sin('y', 'a'), sin('y', 'a')], output: 'y' } },
      'functions.f.nodes[1].id: the id "y" is taken by nodes[0]: expected another.',
    ],
    [
      { f: { inputs: ['a'], nodes: [sin('z', 'b')], output: 'z' } },
      'functions.f.nodes[0].inputs.x: no node or input of the function f has the id "b". Did you mean "a"?',
    ],
    [
      { f: { inputs: ['a'], nodes: [sin('z', 'x')], output: 'z' } },
      'functions.f.nodes[0].inputs.x: the node "x" stands outside the function f: expected a node or an input of f. Give it an input for "x".',
    ],
    [
      { f: { inputs: ['a'], nodes: [sin('zz', 'a')], output: 'zzz' } },
      'functions.f.output: no node or input of the function f has the id "zzz". Did you mean "zz"?',
    ],
    [
      { f: { inputs: ['a'], nodes: [sin('z', 'u'), sin('u', 'z')], output: 'z' } },
      'functions.f.nodes[0]: the wires go round in a circle: z → u → z.',
    ],
    [{ f: using('f') }, 'functions.f: the function uses itself: f → f.'],
    [{ h: using('f'), f: using('g'), g: using('f') }, 'functions.f: the function uses itself: f → g → f.'],
  ])('are refused: %j', (functions, message) => {
    expect(told(withFunctions(functions))).toEqual([message]);
  });

  it.each([
    [
      { function: 'scale', inputs: { factr: 'x' } },
      'nodes[1].inputs.factr: the function scale has no operand "factr": expected u, factor. Did you mean "factor"?',
    ],
    [
      { function: 'one', inputs: { u: 'x' } },
      'nodes[1].inputs.u: the function one has no operand "u": expected none.',
    ],
    [
      { function: 'missing', inputs: { '1': 'x' } },
      'nodes[1].inputs["1"]: "1" is no name of an operand: expected a letter, then up to 63 letters, digits or underscores.',
    ],
  ])('have the operands that they name: %j', (node, message) => {
    const functions = {
      scale: { inputs: ['u', 'factor'], nodes: [], output: 'u' },
      one: { inputs: [], nodes: [{ ...x, id: 'one' }], output: 'one' },
    };
    expect(told(withFunctions(functions, node))).toEqual([message]);
  });

  it('may be missing, unused, without inputs, empty, and have ids of the graph inside', () => {
    const functions = {
      f: { inputs: ['y'], nodes: [], output: 'y' },
      unused: { inputs: [], nodes: [x, { id: 'y', op: 'function', function: 'gone' }], output: 'x' },
    };
    expect(told(withFunctions(functions, { function: 'missing', inputs: { anything: 'x' } }))).toEqual([]);
    expect(told(withFunctions(functions, { function: 'f', inputs: { y: 'x' } }))).toEqual([]);
  });

  it('tell what is wrong inside together with what is wrong outside, each in its line', () => {
    const text = `{ "format": "nabla", "version": 1,
  "nodes": [{ "id": "x", "op": "sine" }],
  "functions": { "f": { "inputs": ["a"], "output": 3,
    "nodes": [{ "id": "u", "op": "sin", "inputs": { "x": "b" } }] } } }`;
    expect(problemsOf(text).map((problem) => formatProblem('f.nabla', problem))).toEqual([
      'f.nabla:3:52 functions.f.output: expected the id of a node or an input, found 3.',
      'f.nabla:2:32 nodes[0].op: unknown operator "sine". Did you mean "sin"?',
      'f.nabla:4:58 functions.f.nodes[0].inputs.x: no node or input of the function f has the id "b". Did you mean "a"?',
    ]);
  });

  it('count with their nodes towards the 5,000 of the editor', () => {
    const nodes = Array.from({ length: 4999 }, (_, i) => ({ ...x, id: `x${i}` }));
    const outcome = (inside: object[]) =>
      readText(
        graph([x], { functions: { f: { inputs: ['a'], nodes: inside, output: 'a' } } }),
        EDITOR_LIMITS,
      );
    expect(outcome(nodes)).toHaveProperty('document');
    expect(outcome([...nodes, x])).toEqual({
      problems: [
        {
          place: 'nodes',
          line: 1,
          column: 39,
          message:
            'the graph has 5,001 nodes, more than the limit of 5,000. Run it from a terminal instead: npx nabla eval FILE.',
        },
      ],
    });
  });
});

describe('Bytes', () => {
  it('are refused at the first one that is not UTF-8', () => {
    const bytes = Uint8Array.of(0x7b, 0xc3, 0xa9, 0xef, 0xbf, 0xbd, 0x22, 0xff, 0x00);
    expect(readBytes(bytes, EDITOR_LIMITS)).toEqual({
      problems: [
        {
          place: '$',
          message: 'not a text file in UTF-8: the byte 0xff at offset 7 does not belong there.',
        },
      ],
    });
  });

  it('are refused in the editor beyond 16 MiB, with a pointer to the command line', () => {
    expect(readBytes(new Uint8Array(EDITOR_LIMITS.bytes + 1), EDITOR_LIMITS)).toEqual({
      problems: [
        {
          place: '$',
          message:
            'the file has 16,777,217 bytes, more than the limit of 16 MiB. Run it from a terminal instead: npx nabla eval FILE.',
        },
      ],
    });
  });

  it('may hold 5,000 nodes in the editor and not one more', () => {
    const nodes = (n: number) => Array.from({ length: n }, (_, i) => ({ ...x, id: `x${i}` }));
    expect(readText(graph(nodes(5000)), EDITOR_LIMITS)).toHaveProperty('document');
    expect(readText(graph(nodes(5001)), EDITOR_LIMITS)).toHaveProperty('problems');
    expect(readText(graph(nodes(5001)), COMMAND_LINE_LIMITS)).toHaveProperty('document');
  });
});
