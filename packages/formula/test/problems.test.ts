import { describe, expect, it } from 'vitest';
import { isFormulaProblem, parseFormula } from '../index';
import { told } from './reading';

const VALUE = 'expected a number, a name or a bracket';
const SETTINGS = 'settings stand last in a call, as in norm(x, {ord: 1}).';
const TEXT = 'a text stands only in a setting and holds letters, as in norm(x, {ord: "inf"}).';
const SEMICOLON = 'a formula is one expression; a semicolon stands only between the rows of "[a, b; c, d]".';
const COMMA =
  'a comma stands between the arguments of a function or the entries of "[a, b]"; decimals have a point.';
const NO_NEAR = (name: string) =>
  `the functions are the operators by their names; to multiply, write "${name}*(…)".`;
const LETTERS = 'a name is made of the letters a to z, digits and "_", as in "alpha" or "x_1".';

/** Formula, what is wrong with it, at which character, and what to do. */
const PROBLEMS: [formula: string, what: string, position: number, advice: string][] = [
  // Words.
  ['a = 1', 'Unexpected "="', 3, 'a formula only computes a value; it assigns and compares nothing.'],
  ['f(x) = 2', 'Unexpected "="', 6, 'a formula only computes a value; it assigns and compares nothing.'],
  ['a < b', 'Unexpected "<"', 3, 'a formula compares nothing; its functions are the operators.'],
  [
    'a ? b : c',
    'Unexpected "?"',
    3,
    'a formula has no conditions; "maximum(a, b)", "step(x)" and "relu(x)" choose between values.',
  ],
  ['a!', 'Unexpected "!"', 2, 'there is no factorial and no negation.'],
  ['5%', 'Unexpected "%"', 2, 'there are no percentages and no remainders.'],
  ['a # b', 'Unexpected "#"', 3, 'a formula has no comments.'],
  ['x.y', 'Unexpected "."', 2, 'a value has no properties; a component is written "x[1]".'],
  ['_a', 'Unexpected "_"', 1, 'a name begins with a letter.'],
  ['1_000', 'Unexpected "_"', 2, 'a name begins with a letter.'],
  ['__proto__', 'Unexpected "_"', 1, 'a name begins with a letter.'],
  ['a − b', 'Unexpected "−"', 3, 'write "-" for minus.'],
  ['a·b', 'Unexpected "·"', 2, 'write "*" to multiply.'],
  ['a÷b', 'Unexpected "÷"', 2, 'write "/" to divide.'],
  ['x⊙y', 'Unexpected "⊙"', 2, 'write ".*" for the product entry by entry.'],
  ['a²', 'Unexpected "²"', 2, 'write "^2" for the square.'],
  ['a³', 'Unexpected "³"', 2, 'write "^3" for the cube.'],
  ['√a', 'Unexpected "√"', 1, 'write "sqrt(x)" for the square root.'],
  ['2π', 'Unexpected "π"', 2, 'write "pi".'],
  ['x’', 'Unexpected "’"', 2, 'write "\'" for the transpose.'],
  ['|a|', 'Unexpected "|"', 1, 'write "abs(x)" for the absolute value, "norm(x)" for the norm.'],
  ['α + 1', 'Unexpected "α"', 1, LETTERS],
  ['a & b', 'Unexpected "&"', 3, 'a formula is made of numbers, names, "+ - * / ^ \'" and brackets.'],
  ['𝑥', 'Unexpected "𝑥"', 1, LETTERS],
  ['"a b"', 'Unexpected "\\""', 1, TEXT],
  ['1e999', 'Number 1e999 too large', 1, 'expected a number below 1.8e308.'],
  ['2 + 0x1F', 'Number "0x…"', 5, 'expected a decimal number.'],
  // Which word may follow which.
  ['a b', 'Two values side by side', 3, 'to multiply, write "a*b".'],
  ['2 3', 'Two values side by side', 3, 'to multiply, write "2*3".'],
  ['a 2', 'Two values side by side', 3, 'to multiply, write "a*2".'],
  ['2a b', 'Two values side by side', 4, 'to multiply, write "a*b".'],
  ['sin(a) b', 'Two values side by side', 8, 'to multiply, write "*" between them.'],
  ['sin(a)(b)', 'Two values side by side', 7, 'to multiply, write "*" between them.'],
  ["x'y", 'Two values side by side', 3, 'to multiply, write "*" between them.'],
  ['2[1]', 'Two values side by side', 2, 'to multiply, write "*" between them.'],
  ['5 cm 3', 'Two values side by side', 6, 'to multiply, write "cm*3".'],
  ['1/2a', 'Ambiguous "2a" after "/"', 3, 'write "*" and brackets, as in "(1/2)*a" or "1/(2*a)".'],
  ['a ./ 2(b)', 'Ambiguous "2(" after "/"', 6, 'write "*" and brackets, as in "(1/2)*a" or "1/(2*a)".'],
  ['*a', 'Unexpected "*"', 1, `${VALUE}.`],
  ['2**3', 'Unexpected "*"', 3, `${VALUE}.`],
  ['()', 'Unexpected ")"', 2, `${VALUE}.`],
  ['[]', 'Unexpected "]"', 2, `${VALUE}.`],
  ['[1, 2, ]', 'Unexpected "]"', 8, `${VALUE}.`],
  ['x[]', 'Unexpected "]"', 3, `${VALUE}.`],
  ['sin(, a)', 'Unexpected ","', 5, `${VALUE}.`],
  ["'a'", 'Unexpected "\'"', 1, `${VALUE} before it, as in "x'".`],
  ['a +', 'Unfinished formula', 4, `${VALUE} after "+".`],
  ['(', 'Unfinished formula', 2, `${VALUE} after "(".`],
  ['(a + b', 'Unclosed "("', 1, 'expected a ")" after it.'],
  ['a + [b, 2', 'Unclosed "["', 5, 'expected a "]" after it.'],
  ['a)', 'Unexpected ")"', 2, 'nothing was opened before it.'],
  ['[a)', 'Unexpected ")"', 3, 'expected "]" for the "[" at character 1.'],
  ['a, b', 'Unexpected ","', 2, COMMA],
  ['(1,5)', 'Unexpected ","', 3, COMMA],
  ['a; b', 'Unexpected ";"', 2, SEMICOLON],
  ['sin(a; b)', 'Unexpected ";"', 6, SEMICOLON],
  ['1:3', 'Unexpected ":"', 2, 'a range stands only in an index and has two ends, as in "x[2:4]".'],
  ['x[1:2:3]', 'Unexpected ":"', 6, 'a range stands only in an index and has two ends, as in "x[2:4]".'],
  ['[1, 2; 3]', 'Unequal rows of the matrix', 1, 'row 1 has 2 entries, row 2 has 1 entry.'],
  ['{a: 1}', 'Unexpected "{"', 1, SETTINGS],
  ['norm({ord: 1})', 'Unexpected "{"', 6, SETTINGS],
  ['x{1}', 'Unexpected "{"', 2, SETTINGS],
  ['norm(x, {})', 'Unexpected "}"', 10, 'expected the name of a setting, as in norm(x, {ord: 1}).'],
  ['norm(x, {1: 2})', 'Unexpected "1"', 10, 'expected the name of a setting, as in norm(x, {ord: 1}).'],
  [
    'norm(x, {ord})',
    'Unexpected "}"',
    13,
    'expected ":" and a value after the setting ord, as in norm(x, {ord: 1}).',
  ],
  [
    'norm(x, {ord',
    'Unfinished formula',
    13,
    'expected ":" and a value after the setting ord, as in norm(x, {ord: 1}).',
  ],
  ['import("x")', 'Unexpected text "x"', 8, TEXT],
  // Functions and settings.
  ['2*sni(x)', 'Unknown function "sni"', 3, 'did you mean "sin"?'],
  ['Sin(x)', 'Unknown function "Sin"', 1, 'did you mean "sin"?'],
  ['ln(x)', 'Unknown function "ln"', 1, 'did you mean "log"?'],
  ['arcsin(x)', 'Unknown function "arcsin"', 1, 'did you mean "asin"?'],
  ['logistic(x)', 'Unknown function "logistic"', 1, 'did you mean "sigmoid"?'],
  ['a(b + 1)', 'Unknown function "a"', 1, NO_NEAR('a')],
  ['toString(x)', 'Unknown function "toString"', 1, NO_NEAR('toString')],
  ['constructor(x)', 'Unknown function "constructor"', 1, NO_NEAR('constructor')],
  ['variable(x)', 'Unknown function "variable"', 1, NO_NEAR('variable')],
  ['sin()', 'Wrong number of arguments for sin', 1, 'expected "sin(x)", found 0.'],
  ['sin(a, b)', 'Wrong number of arguments for sin', 1, 'expected "sin(x)", found 2.'],
  ['atan2(a)', 'Wrong number of arguments for atan2', 1, 'expected "atan2(y, x)", found 1.'],
  ['clip(a, 1, 2, 3)', 'Wrong number of arguments for clip', 1, 'expected "clip(x, min, max)", found 4.'],
  ['sum(A, 0)', 'Wrong number of arguments for sum', 1, 'expected "sum(x, {axis: …})", found 2.'],
  ['stack()', 'Wrong number of arguments for stack', 1, 'expected "stack(x1, x2, …)", found 0.'],
  [
    'max(a, b)',
    'Two arguments for max',
    1,
    'max takes one vector or matrix; of two values it is written "maximum(a, b)".',
  ],
  [
    'min(a, b)',
    'Two arguments for min',
    1,
    'min takes one vector or matrix; of two values it is written "minimum(a, b)".',
  ],
  ['power(a, b)', 'Setting exponent of power', 10, 'expected a number written out, found "b".'],
  ['norm(x, {ord: a + 1})', 'Setting ord of norm', 17, 'expected a number written out, found "a + 1".'],
  ['norm(x, {rd: 1})', 'Unknown setting "rd" of norm', 14, 'did you mean "ord"?'],
  ['norm(x, {scale: 1})', 'Unknown setting "scale" of norm', 17, 'expected axis, ord.'],
  ['sin(x, {k: 1})', 'Unknown setting "k" of sin', 12, 'expected no settings.'],
  ['norm(x, 1, {ord: 2})', 'Setting ord of norm', 18, 'it is given twice.'],
  ['norm(x, {ord: 1, ord: 2})', 'Setting ord of norm', 23, 'it is given twice.'],
  ['dot(x, {k: 1}, y)', 'Settings before an argument', 8, 'expected them last in the call.'],
  // Indices.
  ['x[i]', 'Index', 3, 'expected a whole number from 1 on, written out.'],
  ['x[0]', 'Index', 3, 'expected a whole number from 1 on, written out.'],
  ['x[-1]', 'Index', 3, 'expected a whole number from 1 on, written out.'],
  ['x[1.5]', 'Index', 3, 'expected a whole number from 1 on, written out.'],
  ['x[1:end]', 'Index', 5, 'expected a whole number from 1 on, written out.'],
  [
    'A[1, 2, 3]',
    'Index with 3 places',
    2,
    'expected one for a vector, as in "x[2]", or two for a matrix, as in "A[1, 2]".',
  ],
];

it.each(PROBLEMS)('%s is refused: %s', (formula, what, position, advice) => {
  expect(parseFormula(formula)).toEqual({
    message: `${what} at character ${position} of "${formula}": ${advice}`,
    position,
  });
});

it('An operand that is called like a function is to be multiplied', () => {
  expect(parseFormula('sn(2)', ['sn'])).toMatchObject({
    message: `Unknown function "sn" at character 1 of "sn(2)": ${NO_NEAR('sn')}`,
  });
});

it.each(['', ' ', '\n\t'])('The empty formula %j is refused', (formula) => {
  const message = 'The formula is empty: write a value to compute, such as "2*x + 1".';
  expect(parseFormula(formula)).toEqual({ message, position: 1 });
});

it('A name has at most 64 characters, as the id of a node has', () => {
  expect(isFormulaProblem(parseFormula('a'.repeat(64)))).toBe(false);
  expect(parseFormula(`2*${'a'.repeat(65)}`)).toEqual({
    message: `Name of 65 characters at character 3 of "2*${'a'.repeat(58)}…": expected at most 64 characters in a name.`,
    position: 3,
  });
});

it('Control characters are quoted as blanks', () => {
  expect(parseFormula('a\nb')).toMatchObject({
    message: 'Two values side by side at character 3 of "a b": to multiply, write "a*b".',
  });
});

it('A long formula is quoted around its problem', () => {
  const formula = `${'a + '.repeat(40)}b b${' + c'.repeat(40)}`;
  expect(parseFormula(formula)).toMatchObject({
    message:
      'Two values side by side at character 163 of "…a + a + a + a + a + a + a + b b + c + c + c + c + c + c + c …": to multiply, write "b*b".',
  });
});

/** Formula and the sentence it is refused with for the shapes it is given. */
const REFUSALS: [formula: string, what: string, character: number, advice: string][] = [
  [
    'x*y',
    'Product of two vectors, "x" and "y",',
    2,
    'write "a .* b" for the product entry by entry, or "dot(a, b)" for the sum of the products.',
  ],
  [
    "x'*y'",
    'Product of two rows, "x\'" and "y\'",',
    3,
    'write "a .* b" for the product entry by entry, or "a*b\'" for the sum of the products.',
  ],
  [
    'x*A',
    'Product of a vector and a matrix, "x" and "A",',
    2,
    'a vector is a column; write "x\'*A" for the row times the matrix, or "A*x".',
  ],
  [
    "A*x'",
    'Product of a matrix and a row, "A" and "x\'",',
    2,
    'write "A*x" with the vector as it is, a column.',
  ],
  ['a/x', 'Division by the vector "x"', 2, 'write "./" to divide entry by entry.'],
  ['x/A', 'Division by the matrix "A"', 2, 'write "./" to divide entry by entry.'],
  [
    'x^2',
    'Power with the vector "x"',
    2,
    'write ".^" for the power entry by entry, "dot(x, x)" for the square of a vector or "A*A" for that of a matrix.',
  ],
  [
    'a^A',
    'Power with the matrix "A"',
    2,
    'write ".^" for the power entry by entry, "dot(x, x)" for the square of a vector or "A*A" for that of a matrix.',
  ],
  ['e^x', 'Power with the vector "x"', 2, 'write "exp(x)" or "e.^x" for the power entry by entry.'],
  [
    "2 + x'",
    'Row "2 + x\'" as the result',
    3,
    'a result is a column; transpose it once more, or multiply it by a column.',
  ],
  ["sin(x')", 'Row "x\'" as an argument of sin', 6, 'expected a column; leave the transpose out.'],
  ["x + y'", 'A row beside a column, "x" and "y\'",', 3, 'expected two of a kind; transpose one of them.'],
  ['a[1]', 'Index of "a", which is a scalar,', 2, 'expected a vector or a matrix before the "[".'],
  ["x'[1]", 'Index of "x\'", which is a row,', 3, 'expected a vector or a matrix before the "[".'],
  ['x[1, 2]', 'Index of "x", which is a vector of 3,', 2, 'expected one place, as in "x[2]".'],
  [
    'A[1]',
    'Index of "A", which is a 2 × 3 matrix,',
    2,
    'expected two places, as in "A[1, 2]", "A[1, :]" or "A[:, 2]".',
  ],
  ['A[1:2, :]', 'Part of a matrix', 2, 'expected two places, as in "A[1, 2]", "A[1, :]" or "A[:, 2]".'],
  ['[a, b; x, 1]', 'Entry "x" of a matrix, a vector,', 8, 'expected a scalar.'],
];

it.each(REFUSALS)('%s is refused for its shapes: %s', (formula, what, character, advice) => {
  expect(told(formula)).toBe(`expression: ${what} at character ${character} of "${formula}": ${advice}`);
});

it.each([
  [
    '1 + A*u',
    'shape: matvec(A = A, x = u) at character 6 of "1 + A*u": A is a 2 × 3 matrix, x is a vector of 2: the inner dimensions 3 and 2 differ; expected x to have 3 components.',
  ],
  [
    'dot(2*x, u)',
    'shape: dot(a = 2*x, b = u) at character 1 of "dot(2*x, u)": a is a vector of 3, b is a vector of 2: expected two vectors of the same length.',
  ],
  [
    '[a, x]',
    'shape: stack(x1 = a, x2 = x) at character 1 of "[a, x]": x1 is a scalar, x2 is a vector of 3: expected operands of one shape.',
  ],
  [
    'x[4]',
    'attribute: index(x = x) at character 2 of "x[4]": The setting index of index is 4, but x has 3 components: expected 1 to 3.',
  ],
  [
    'clip(a)',
    'attribute: clip(x = a) at character 1 of "clip(a)": clip needs the setting min (the lower bound): expected a finite number.',
  ],
  [
    'norm(x, {ord: 0})',
    'attribute: norm(x = x) at character 1 of "norm(x, {ord: 0})": The setting ord of norm is 0: expected a number ≥ 1 or "inf".',
  ],
])('%s passes on what the operator says', (formula, sentence) => {
  expect(told(formula)).toBe(sentence);
});

describe('Nesting', () => {
  const deep = (open: string, close: string, count: number) => `${open.repeat(count)}a${close.repeat(count)}`;
  const message = (formula: string) => {
    const outcome = parseFormula(formula);
    return isFormulaProblem(outcome) ? outcome.message.replace(/ at .*": /, ': ') : '';
  };
  const refused = 'Nesting over 100: split the formula into several nodes or shorter parts.';

  it.each([
    ['brackets', '(', ')'],
    ['lists', '[', ']'],
    ['calls', 'sin(', ')'],
    ['signs', '-', ''],
    ['powers', '2^', ''],
    ['sums', 'b+', ''],
    ['transposes', '', "'"],
  ])('of 100 %s is read, of 101 is refused', (_, open, close) => {
    expect(message(deep(open, close, 100))).toBe('');
    expect(message(deep(open, close, 101))).toBe(refused);
  });
});

describe('Hostile text', () => {
  const texts = [
    'a'.repeat(100_000),
    'a+'.repeat(50_000),
    '('.repeat(10_000),
    '['.repeat(10_000),
    '{'.repeat(10_000),
    ')'.repeat(10_000),
    `${'('.repeat(5_000)}${')'.repeat(5_000)}`,
    '-'.repeat(9_999),
    `${'-'.repeat(9_999)}1`,
    `${'1^'.repeat(4_999)}1`,
    `${'1/'.repeat(4_999)}1`,
    `${'1+'.repeat(4_999)}1`,
    `a${"'".repeat(9_999)}`,
    `${'2('.repeat(100)}1${')'.repeat(100)}`,
    `${'1/(2*('.repeat(50)}1${'))'.repeat(50)}`,
    `x[${':'.repeat(5_000)}]`,
    `[${'1,'.repeat(4_000)}1]`,
    `[${'[1],'.repeat(2_000)}[1]]`,
    `[${'a;'.repeat(4_000)}a]`,
    `stack(${'a,'.repeat(4_000)}a)`,
    `norm(x, {${'ord: 1,'.repeat(1_400)}ord: 1})`,
    `a${' '.repeat(9_000)}`,
    '"'.repeat(10_000),
    '9'.repeat(10_000),
    `1e${'9'.repeat(9_000)}`,
    'import("x")',
    'constructor.constructor("return 1")()',
    'a["constructor"]',
    '__proto__',
    'toString(x)',
    'f(x) = x; f(2)',
    '\u0000\uD800\uFEFF',
    '😀',
    '$\\int$',
    'norm(x, {__proto__: 1})',
    'norm(x, {constructor: 1})',
  ];

  it.each(texts.map((text) => [text.slice(0, 30), text] as const))(
    '%s… ends soon and throws nothing',
    (_, text) => {
      const durations = [1, 2, 3].map(() => {
        const start = performance.now();
        const formula = parseFormula(text);
        if (!isFormulaProblem(formula)) formula.unfold(formula.operands.map(() => []));
        return performance.now() - start;
      });
      // The machine may be busy with something else; it is not each time.
      expect(Math.min(...durations)).toBeLessThan(100);
    },
  );

  it('is cut at 10,000 characters', () => {
    expect(parseFormula(' '.repeat(10_001))).toEqual({
      message: 'The formula has 10,001 characters: at most 10,000 are read.',
      position: 10_001,
    });
  });
});
