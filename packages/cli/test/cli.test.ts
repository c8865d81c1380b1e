/**
 * The command line, end to end: what it prints, where, and with which status.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../../package.json';
import { main } from '../main';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const CASE_6 = join(root, 'assets/lessons/case-6.nabla');
const folder = mkdtempSync(join(tmpdir(), 'nabla-'));

/** A file with the given nodes. */
function file(name: string, nodes: unknown, more: object = {}): string {
  const path = join(folder, name);
  const text =
    typeof nodes === 'string' ? nodes : JSON.stringify({ format: 'nabla', version: 1, nodes, ...more });
  writeFileSync(path, text);
  return path;
}

function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = main(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    bytes() {},
  });
  return { status, out: out.join('\n'), err: err.join('\n'), lines: out };
}

const x = (value: unknown) => ({ id: 'x', op: 'variable', value });

describe('nabla eval', () => {
  it('prints a table that can be read', () => {
    const { status, out, err } = run('eval', CASE_6);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`Case 6: vector to vector to scalar (target z)

node   operator       value          ∂z/∂node
x      variable       (0.2, 0.4)     [-0.112   0.636]
W      parameter      [ 0.1   0.5]   [0.088  0.176  0.104  0.208]
                      [-0.3   0.8]
q      matvec         (0.22, 0.26)   [0.44  0.52]
z      squared_norm   0.116          [1]

edge      Jacobian               structure   term of the chain rule
W → q.A   [0.2  0.4    0    0]   kronecker   [0.088  0.176  0.104  0.208]
          [  0    0  0.2  0.4]
x → q.x   [ 0.1   0.5]           dense       [-0.112   0.636]
          [-0.3   0.8]
q → z.x   [0.44  0.52]           row         [0.44  0.52]`);
  });

  it('prints JSON on one line, Jacobians always two-dimensional', () => {
    const square = file('square.nabla', [x(3), { id: 'y', op: 'square', inputs: { x: 'x' } }], {
      target: 'y',
    });
    const { status, lines } = run('eval', square, '--json');
    expect(status).toBe(0);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0])).toEqual({
      target: 'y',
      nodes: {
        x: { shape: [], value: 3, gradient: [[6]] },
        y: { shape: [], value: 9, gradient: [[1]] },
      },
      edges: [
        { from: 'x', to: 'y', operand: 'x', structure: 'diagonal', jacobian: [[6]], contribution: [[6]] },
      ],
      diagnostics: [],
    });
  });

  it('sends no control characters of a file to the terminal', () => {
    const { out } = run('eval', file('red.nabla', [], { title: '\u001b[31mred\nline' }));
    expect(out).toContain('\\u001b[31mred line (no target');
  });

  it('takes other values, another target and tangents', () => {
    const { out } = run(
      'eval',
      CASE_6,
      '--json',
      '--set',
      'x=[1,2]',
      '--target',
      'q',
      '--tangent',
      'x=[1,0]',
    );
    const { target, nodes } = JSON.parse(out);
    expect(target).toBe('q');
    expect(nodes.q).toMatchObject({ tangent: [0.1, -0.3] });
    expect(nodes.q.value[0]).toBeCloseTo(1.1, 12);
    expect(nodes.x.gradient).toEqual([
      [0.1, 0.5],
      [-0.3, 0.8],
    ]);
  });

  it('leaves the Jacobians out on demand', () => {
    const { edges } = JSON.parse(run('eval', CASE_6, '--json', '--jacobians', 'none').out);
    expect(edges[0]).toEqual({ from: 'W', to: 'q', operand: 'A', structure: 'kronecker' });
  });

  it('writes what is not finite as text, warns on stderr, and stays 0', () => {
    const overflow = file('overflow.nabla', [x(1000), { id: 'e', op: 'exp', inputs: { x: 'x' } }]);
    const { status, out, err } = run('eval', overflow, '--json');
    expect(JSON.parse(out).nodes.e.value).toBe('Infinity');
    expect(JSON.parse(out).edges[0].jacobian).toEqual([['Infinity']]);
    expect(err).toContain('e: warning: not-finite: The value of e (exp) is not finite');
    expect(status).toBe(0);
  });

  it('without a target prints no gradients and no contributions', () => {
    const plain = file('plain.nabla', [x(3), { id: 'y', op: 'square', inputs: { x: 'x' } }]);
    const results = JSON.parse(run('eval', plain, '--json').out);
    expect(results.target).toBeNull();
    expect(results.nodes.x).toEqual({ shape: [], value: 3 });
    expect(results.edges[0]).not.toHaveProperty('contribution');
    expect(run('eval', file('empty.nabla', [])).status).toBe(0);
  });

  it('prints a line for each of several files, a bad one in its place, and ends with 1', () => {
    const bad = file('bad.nabla', '{"format":"nabla","version":1,\n"nodes":[{"id":"y","op":"sinn"}]}');
    const { status, lines, err } = run('eval', CASE_6, bad, join(folder, 'missing.nabla'), CASE_6, '--json');
    expect(status).toBe(1);
    const results = lines.map((line) => JSON.parse(line));
    expect(results.map((result) => result.file)).toEqual([
      CASE_6,
      bad,
      join(folder, 'missing.nabla'),
      CASE_6,
    ]);
    expect(results[1].error).toEqual([
      {
        place: 'nodes[0].op',
        line: 2,
        column: 25,
        message: 'unknown operator "sinn". Did you mean "sin"?',
      },
    ]);
    expect(results[2].error[0].message).toBe('the file cannot be read: there is no such file.');
    expect(results[3].target).toBe('z');
    expect(err).toContain(`${bad}:2:25 nodes[0].op: unknown operator "sinn". Did you mean "sin"?`);
  });

  it('ends with 1 when a node has an error, and still evaluates the rest', () => {
    const unfinished = file('unfinished.nabla', [x(3), { id: 'y', op: 'add', inputs: { a: 'x' } }]);
    const { status, out, err } = run('eval', unfinished, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out).nodes).toEqual({ x: { shape: [], value: 3 }, y: {} });
    expect(JSON.parse(out).diagnostics).toEqual([
      {
        severity: 'error',
        node: 'y',
        code: 'unwired',
        operand: 'b',
        message: 'The operand b of y (add) has no wire.',
      },
    ]);
    expect(err).toContain('y: error: unwired: The operand b of y (add) has no wire.');
  });

  it('carries the one-sided derivatives of a kink', () => {
    const kink = file('kink.nabla', [x(0), { id: 'q', op: 'relu', inputs: { x: 'x' } }]);
    const { status, out } = run('eval', kink, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out).diagnostics).toEqual([
      {
        severity: 'warning',
        node: 'q',
        code: 'kink',
        operand: 'x',
        left: 0,
        right: 1,
        message: 'relu has a kink where x is 0: slope 0 from the left, 1 from the right; 0 is used.',
      },
    ]);
  });

  it('omits a Jacobian of more than a million entries and says its size', () => {
    const long = file(
      'long.nabla',
      [x(new Array(1200).fill(1)), { id: 'y', op: 'sin', inputs: { x: 'x' } }],
      {
        target: 'y',
      },
    );
    const { edges, nodes } = JSON.parse(run('eval', long, '--json').out);
    expect(edges[0]).toEqual({
      from: 'x',
      to: 'y',
      operand: 'x',
      structure: 'diagonal',
      omitted: '1,200 × 1,200',
    });
    expect(nodes.x).toMatchObject({ omitted: '1,200 × 1,200' });
  });

  it('names the nearest id when one is asked for that the file lacks', () => {
    expect(run('eval', CASE_6, '--set', 'ww=1')).toMatchObject({
      status: 1,
      err: `${CASE_6} $: --set ww: no node has this id. Did you mean "x"?`.replace('"x"', '"W"'),
    });
    expect(run('eval', CASE_6, '--set', 'q=1').err).toContain(
      'q is computed by matvec; only a variable, parameter or constant can be set.',
    );
    expect(run('eval', CASE_6, '--tangent', 'x=1').err).toContain(
      '--tangent x: expected the shape of x, a vector of 2; found a scalar.',
    );
  });
});

describe('nabla check', () => {
  it('finds every derivative of the lecture right', () => {
    const { status, out } = run('check', CASE_6);
    expect(status).toBe(0);
    expect(out).toContain('All 7 derivatives agree.');
    expect(JSON.parse(run('check', CASE_6, '--json').out)).toMatchObject({ target: 'z', passed: true });
  });

  it('skips a kink and says so', () => {
    const kink = file('kink2.nabla', [x(0), { id: 'q', op: 'relu', inputs: { x: 'x' } }], { target: 'q' });
    const { status, out } = run('check', kink);
    expect(status).toBe(0);
    expect(out).toContain('x → q.x: not compared (kink)');
    expect(out).toContain('∂q/∂x: not compared (kink)');
    expect(out).toContain('All 1 derivatives agree, 2 not compared.');
    const open = file('nothing.nabla', [{ id: 'y', op: 'sin' }]);
    expect(run('check', open)).toMatchObject({ status: 1, out: 'Nothing was compared.' });
  });
});

describe('nabla validate', () => {
  it('calls a graph fine, or fine but unfinished, and evaluates nothing', () => {
    expect(run('validate', CASE_6)).toMatchObject({ status: 0, out: `${CASE_6}: fine`, err: '' });
    const unfinished = file('open.nabla', [
      { id: 'y', op: 'sin' },
      { id: 'z', op: 'cos', inputs: { x: 'y' } },
    ]);
    expect(run('validate', unfinished)).toMatchObject({
      status: 0,
      out: `${unfinished}: fine, but unfinished`,
    });
  });

  it('tells shapes that do not fit, folders and what is no graph', () => {
    const shapes = file('shapes.nabla', [x([1, 2]), { id: 'y', op: 'matvec', inputs: { A: 'x', x: 'x' } }]);
    expect(run('validate', shapes)).toMatchObject({
      status: 1,
      err: `${shapes} y: shape: A is a vector of 2, x is a vector of 2: expected a matrix and a vector.`,
    });
    expect(run('validate', folder, CASE_6)).toMatchObject({
      status: 1,
      err: `${folder} $: the file cannot be read: it is a folder: expected a file.`,
    });
  });
});

describe('Wrong use', () => {
  it.each([
    [[], 'nabla eval FILE…'],
    [['evl'], 'nabla: unknown command "evl". Did you mean "eval"?'],
    [['eval'], 'nabla eval: Which graph? Expected at least one FILE.'],
    [['eval', CASE_6, '--set', 'x'], 'nabla eval: --set is "x": expected ID=JSON, such as x=[0.2,0.4].'],
    [['eval', CASE_6, '--set', 'x=two'], '--set has the value "two": expected JSON, such as 3 or [0.2,0.4].'],
    [
      ['eval', CASE_6, '--set', 'x=[[1],[2,3]]'],
      'expected a finite number, a list of them or equally long rows.',
    ],
    [['eval', CASE_6, '--jacobians', 'some'], '--jacobians is "some": expected dense or none.'],
    [['eval', CASE_6, '--frob'], "Unknown option '--frob'"],
    [['check'], 'nabla check: check takes one FILE: found 0.'],
  ])('%j ends with 2 and says what to type', (args, message) => {
    const { status, err } = run(...args);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  it('is never needed to find help', () => {
    expect(run('--help')).toMatchObject({ status: 0 });
    expect(run('eval', '--help').out).toContain('--tangent ID=JSON');
    expect(run('--version').out).toBe(version);
  });
});

describe('Formulas and functions', () => {
  const layer = {
    inputs: ['W', 'x'],
    nodes: [
      { id: 'h', op: 'matvec', inputs: { A: 'W', x: 'x' } },
      { id: 'y', op: 'tanh', inputs: { x: 'h' } },
    ],
    output: 'y',
  };
  const nodes = [
    x([0.2, 0.4]),
    { id: 'W', op: 'parameter', value: [[0.1, 0.5]] },
    { id: 'f', op: 'function', function: 'layer', inputs: { W: 'W', x: 'x' } },
    { id: 'z', op: 'expression', expression: '2*sum(f)^2 + pi', inputs: { f: 'f', unused: 'x' } },
  ];
  const path = () => file('composite.nabla', nodes, { functions: { layer }, target: 'z' });

  it('are evaluated like what they stand for, with one Jacobian an operand', () => {
    const { status, out, err } = run('eval', path(), '--json');
    const { nodes: results, edges } = JSON.parse(out);
    const f = Math.tanh(0.22);
    expect(status).toBe(0);
    expect(results.z.value).toBeCloseTo(2 * f * f + Math.PI, 14);
    expect(results.x.gradient[0].map((v: number) => v / (4 * f * (1 - f * f)))).toEqual([
      expect.closeTo(0.1, 14),
      expect.closeTo(0.5, 14),
    ]);
    expect(
      edges.map(({ to, operand, structure }: Record<string, string>) => [to, operand, structure]),
    ).toEqual([
      ['f', 'W', 'row'],
      ['f', 'x', 'row'],
      ['z', 'f', 'row'],
    ]);
    expect(err).toBe(
      `${path()} z: warning: unused-input: z does not use its operand unused: the wire from x changes nothing.`,
    );
  });

  it('are checked against differences', () => {
    const { status, out } = run('check', path());
    expect(status).toBe(0);
    expect(out).toContain('W → f.W: agrees');
    expect(out).toContain('x → f.x: agrees');
    expect(out).toContain('f → z.f: agrees');
  });

  it.each([
    ['sni(f)', 'expression', 'Unknown function "sni" at character 1 of "sni(f)": did you mean "sin"?'],
    [
      'f *',
      'expression',
      'Unfinished formula at character 4 of "f *": expected a number, a name or a bracket after "*".',
    ],
    ['f + missing', 'unwired', 'The operand missing of z (expression) has no wire.'],
  ])('tell what is wrong with %s', (expression, code, message) => {
    const broken = nodes.map((node) =>
      node.id === 'z' ? { ...node, expression, inputs: { f: 'f' } } : node,
    );
    const { status, out } = run('eval', file('broken.nabla', broken, { functions: { layer } }), '--json');
    expect(status).toBe(1);
    const [diagnostic] = JSON.parse(out).diagnostics;
    expect(diagnostic).toMatchObject({ severity: 'error', node: 'z', code, message });
  });

  it('tell when a function is missing, with the nearest name', () => {
    const lost = nodes.map((node) => (node.id === 'f' ? { ...node, function: 'lajer' } : node));
    const { status, err } = run('eval', file('lost.nabla', lost, { functions: { layer } }));
    expect(status).toBe(1);
    expect(err).toContain(
      'f: error: function: There is no function "lajer" in this file. Did you mean "layer"?',
    );
    expect(err).toContain('z: error: blocked: z is not evaluated because of a problem at f.');
  });
});

describe('nabla eval --profile', () => {
  const kinked = () =>
    file('kinked.nabla', [x(0), { id: 'y', op: 'abs', inputs: { x: 'x' } }], { target: 'y' });
  it.each([
    ['nabla', 0, '0 is used.'],
    ['pytorch', 0, "0 is used. The profile pytorch uses PyTorch's derivative instead."],
    ['jax', 1, "0 is used. The profile jax uses JAX's derivative instead."],
    ['strict', 'NaN', '0 is used. The profile strict uses none: the derivative is NaN.'],
  ])('%s', (profile, slope, end) => {
    const { nodes, diagnostics } = JSON.parse(run('eval', kinked(), '--json', '--profile', profile).out);
    expect(nodes.x.gradient).toEqual([[slope]]);
    expect(diagnostics.map(({ code }: { code: string }) => code)).toEqual(['kink']);
    expect(diagnostics[0].message).toBe(
      `abs has a kink where x is 0: slope -1 from the left, 1 from the right; ${end}`,
    );
  });

  it('has only these names', () => {
    const { status, err } = run('eval', kinked(), '--profile', 'tensorflow');
    expect(status).toBe(2);
    expect(err).toContain('--profile is "tensorflow": expected nabla, pytorch, jax, strict.');
  });
});

describe('The installed command', () => {
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root });
  });

  it('runs by itself and passes its status on', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['dist/nabla.js', 'eval', CASE_6, '/nowhere'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    expect(status).toBe(1);
    expect(stdout).toContain('[-0.112   0.636]');
    expect(stderr).toContain('/nowhere $: the file cannot be read: there is no such file.');
  });
});
