import { describe, expect, it } from 'vitest';
import { read, told, unfolded } from './reading';

/** Formula and the operators it stands for; a, b, c are scalars, x, y vectors, A, B matrices. */
const SCALARS: [formula: string, operators: string][] = [
  ['x', 'x'],
  ['2', '2'],
  ['-2', '-2'],
  ['- 2', '-2'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['1e-400', '0'],
  ['2E+3', '2000'],
  ['pi', '3.141592653589793'],
  ['e', '2.718281828459045'],
  ['a + b', 'add(a, b)'],
  ['a - b - c', 'subtract(subtract(a, b), c)'],
  ['a - (b - c)', 'subtract(a, subtract(b, c))'],
  ['a + b*c', 'add(a, multiply(b, c))'],
  ['a/b/c', 'divide(divide(a, b), c)'],
  ['1/2', 'divide(1, 2)'],
  ['-a', 'negative(a)'],
  ['--a', 'negative(negative(a))'],
  ['--2', 'negative(-2)'],
  ['+a', 'a'],
  ['a ++ b', 'add(a, b)'],
  ['-(2)', 'negative(2)'],
  ['-a^2', 'negative(square(a))'],
  ['-2^2', 'negative(square(2))'],
  ['(-2)^2', 'square(-2)'],
  ['-a*b', 'multiply(negative(a), b)'],
  ['((a))', 'a'],
  ['2a', 'multiply(2, a)'],
  ['2 a', 'multiply(2, a)'],
  ['2a*b', 'multiply(multiply(2, a), b)'],
  ['2e', 'multiply(2, 2.718281828459045)'],
  ['2e3a', 'multiply(2000, a)'],
  ['2sin(a)', 'multiply(2, sin(a))'],
  ['2(a + b)', 'multiply(2, add(a, b))'],
  ['(a + b)(a - b)', 'multiply(add(a, b), subtract(a, b))'],
  ['(a + b)c', 'multiply(add(a, b), c)'],
  ['2a^2', 'multiply(2, square(a))'],
  ['a^3', 'cube(a)'],
  ['a^4', 'power(a; exponent:4)'],
  ['a^-1', 'power(a; exponent:-1)'],
  ['a^(1/2)', 'power(a; exponent:0.5)'],
  ['a^(-(3 - 1)*2.5 + 1)', 'power(a; exponent:-4)'],
  ['a^(1/0)', 'pow(a, divide(1, 0))'],
  ['a^b', 'pow(a, b)'],
  ['a^b^c', 'pow(a, pow(b, c))'],
  ['2^a', 'pow(2, a)'],
  ['e^a', 'exp(a)'],
  ['e^-a', 'exp(negative(a))'],
  ['e^2', 'exp(2)'],
  ['a^pi', 'pow(a, 3.141592653589793)'],
  ['a .* b ./ c', 'divide(multiply(a, b), c)'],
  ['a.^b', 'pow(a, b)'],
  ['2.*a', 'multiply(2, a)'],
  ["a'", 'a'],
  ["a''", 'a'],
  ['a\n+\tb', 'add(a, b)'],
];

const VECTORS: [formula: string, operators: string][] = [
  ['2*x', 'multiply(2, x)'],
  ['x*a', 'multiply(x, a)'],
  ['x/a', 'divide(x, a)'],
  ['1 ./ x', 'divide(1, x)'],
  ['x .* y', 'multiply(x, y)'],
  ['x.^2', 'square(x)'],
  ['x.^2.*y', 'multiply(square(x), y)'],
  ['x .^ -1', 'power(x; exponent:-1)'],
  ['x .^ y', 'pow(x, y)'],
  ['e.^x', 'exp(x)'],
  ['A + x', 'add(A, x)'],
  ["A + x'", 'add(A, x)'],
  ['A*x', 'matvec(A, x)'],
  ['A*B', 'matmul(A, B)'],
  ['A*B*A*x', 'matvec(matmul(matmul(A, B), A), x)'],
  ['2A*x', 'matvec(multiply(2, A), x)'],
  ["x'*y", 'dot(x, y)'],
  ["x*y'", 'outer(x, y)'],
  ["x*y'*y", 'matvec(outer(x, y), y)'],
  ["(x')'", 'x'],
  ["x''", 'x'],
  ["(2*x')*y", 'dot(multiply(2, x), y)'],
  ["(x' + y')*y", 'dot(add(x, y), y)'],
  ["-x'*y", 'dot(negative(x), y)'],
  ["x'/2*y", 'dot(divide(x, 2), y)'],
  ["(x'.^2)*y", 'dot(square(x), y)'],
  ["(e.^x')*y", 'dot(exp(x), y)'],
  ['[a, b]', 'stack(a, b)'],
  ['[a; b]', 'stack(a, b)'],
  ['[a]', 'stack(a)'],
  ['[x, y]', 'stack(x, y)'],
  ["[x'; y']", 'stack(x, y)'],
  ['[1, -2, .5]', '[1,-2,0.5]'],
  ['[1; 2]', '[1,2]'],
  ['[1, 2; 3, 4]', '[[1,2],[3,4]]'],
  ['[[1, 2], [3, 4]]', '[[1,2],[3,4]]'],
  ['[[1, 2]; [3, 4]]', '[[1,2],[3,4]]'],
  ['[1, 1/2]', 'stack(1, divide(1, 2))'],
  ['[[1, 2], u]', 'stack([1,2], u)'],
  ['[a, b; 1, 2]', 'stack(stack(a, b), [1,2])'],
  ['[[a, b], [b, a]]', 'stack(stack(a, b), stack(b, a))'],
  ['x[2]', 'index(x; index:2)'],
  ['x[:]', 'x'],
  ['A[:, :]', 'A'],
  ['(2*x)[1]', 'index(multiply(2, x); index:1)'],
  ['[x[1]*x[2], exp(x[1])]', 'stack(multiply(index(x; index:1), index(x; index:2)), exp(index(x; index:1)))'],
  ["x[1]'", 'index(x; index:1)'],
];

const CALLS: [formula: string, operators: string][] = [
  ['sin(a)*b + norm(x)^2', 'add(multiply(sin(a), b), square(norm(x)))'],
  ['dot(x, y)', 'dot(x, y)'],
  ['atan2(a, b)', 'atan2(a, b)'],
  ['linear(A, x, u)', 'linear(A, x, u)'],
  ['norm(x, {ord: 1})', 'norm(x; ord:1)'],
  ['norm(x, {ord: "inf"})', 'norm(x; ord:inf)'],
  ['norm(x, 1)', 'norm(x; ord:1)'],
  ['norm(A, 1, {axis: 0})', 'norm(A; ord:1,axis:0)'],
  ['sum(A, {axis: 1})', 'sum(A; axis:1)'],
  ['clip(x, -1, 1)', 'clip(x; min:-1,max:1)'],
  ['clip(x, -1, {max: 1})', 'clip(x; min:-1,max:1)'],
  ['power(a, 3)', 'power(a; exponent:3)'],
  ['pow(a, 3)', 'pow(a, 3)'],
  ['concat(a, x, [1, 2])', 'concat(a, x, [1,2])'],
  ['stack(a)', 'stack(a)'],
  ['maximum(a, 0)', 'maximum(a, 0)'],
  ['index(x, 2)', 'index(x; index:2)'],
  ['square (a)', 'square(a)'],
];

describe.each([
  ['Numbers and signs', SCALARS],
  ['Vectors and matrices', VECTORS],
  ['Calls', CALLS],
])('%s', (_, table) => {
  it.each(table)('%s', (formula, operators) => {
    expect(told(formula)).toBe(operators);
  });
});

describe('Operands', () => {
  it('are the free names, in order of first appearance', () => {
    expect(read('b*sin(a) + b^c[1] + norm(d, {ord: 1})').operands).toEqual(['b', 'a', 'c', 'd']);
  });

  it('may be called like a function, a setting, or a word of other languages', () => {
    const names = [
      'sin',
      'ord',
      'i',
      'end',
      'true',
      'NaN',
      'Infinity',
      'null',
      'mod',
      'to',
      'in',
      'and',
      'not',
    ];
    const odd = ['constructor', 'toString', 'hasOwnProperty', 'undefined', 'import', 'function', 'cm', 'v0'];
    const formula = read([...names, ...odd].join(' + '));
    expect(formula.operands).toEqual([...names, ...odd]);
    expect(told('sin*sin(sin)')).toBe('multiply(sin, sin(sin))');
    expect(told('constructor^2')).toBe('square(constructor)');
  });

  it('are called pi or e only when they are wired', () => {
    expect(read('pi*e').operands).toEqual([]);
    expect(read('pi*e', ['e']).operands).toEqual(['e']);
    expect(told('e^a', ['e'])).toBe('pow(e, a)');
    expect(told('2*pi', ['pi'])).toBe('multiply(2, pi)');
    expect(read('a', ['pi', 'unused']).operands).toEqual(['a']);
  });

  it('are never the id of a node inside', () => {
    const body = unfolded('u1 + y1 + a*b');
    if ('code' in body) throw new Error(body.message);
    expect(body.nodes.map(({ id }) => id)).toEqual(['_1', '_2', '_3']);
  });
});

it('Parts that are written alike are one node', () => {
  const body = unfolded('(a + b)^2 + sin((a+b)^2) + (a +b)');
  if ('code' in body) throw new Error(body.message);
  expect(body.nodes.map(({ op }) => op)).toEqual(['add', 'square', 'sin', 'add', 'add']);
});

it('One formula is unfolded for any shapes', () => {
  const formula = read('2*v');
  for (const shape of [[], [4], [2, 2]]) expect(formula.unfold([shape])).toMatchObject({ output: '_2' });
});
