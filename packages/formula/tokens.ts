/**
 * The words of a formula. This scanner alone decides what a number or a name is, so that no name means more to the parser behind it than
 * to us, and every word knows its place.
 */
import { type FormulaProblem, problemAt } from './problem';

export interface Token {
  readonly kind: 'number' | 'name' | 'text' | 'mark';
  /** As it is written; of a quoted text, without the quotes. */
  readonly text: string;
  /** 0-based. */
  readonly start: number;
  readonly end: number;
}

const SPACE = /\s+/y;
/** The point of `2.*x` belongs to the operator. */
const NUMBER = /(?:\d+(?:\.(?![*/^])\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[A-Za-z][A-Za-z0-9_]*/y;
const MARK = /\.[*/^]|[-+*/^'()[\]{},;:]/y;
const TEXT = /"([A-Za-z0-9_]*)"/y;

const NAME_LENGTH = 64;

/** The words in order, or the first thing that is none. */
export function tokensOf(text: string): Token[] | FormulaProblem {
  const tokens: Token[] = [];
  for (let start = match(SPACE, text, 0)?.end ?? 0; start < text.length; ) {
    const token = tokenAt(text, start);
    const problem = token ? oddToken(text, token) : strangeAt(text, start);
    if (problem) return problem;
    tokens.push(token!);
    start = match(SPACE, text, token!.end)?.end ?? token!.end;
  }
  return tokens;
}

function match(pattern: RegExp, text: string, start: number) {
  pattern.lastIndex = start;
  const found = pattern.exec(text);
  return found ? { words: found, end: pattern.lastIndex } : undefined;
}

function tokenAt(text: string, start: number): Token | undefined {
  for (const [kind, pattern] of [
    ['number', NUMBER],
    ['name', NAME],
    ['mark', MARK],
    ['text', TEXT],
  ] as const) {
    const found = match(pattern, text, start);
    if (found) return { kind, text: found.words[1] ?? found.words[0], start, end: found.end };
  }
  return undefined;
}

/** Words that are formed rightly and still refused. */
function oddToken(text: string, token: Token): FormulaProblem | undefined {
  const { kind, start, end } = token;
  const refuse = (what: string, advice: string) => problemAt(text, start, what, advice);
  if (kind === 'number') {
    if (!Number.isFinite(Number(token.text)))
      return refuse(`Number ${token.text} too large`, 'expected a number below 1.8e308.');
    if (token.text === '0' && /[xXbBoO]/.test(text[end] ?? ''))
      return refuse(`Number "${text.slice(start, end + 1)}…"`, 'expected a decimal number.');
  }
  if (kind === 'name' && token.text.length > NAME_LENGTH)
    return refuse(
      `Name of ${token.text.length} characters`,
      `expected at most ${NAME_LENGTH} characters in a name.`,
    );
  return undefined;
}

/** Signs that people type and what a formula has instead. */
const INSTEAD: readonly [signs: string, advice: string][] = [
  ['−–', 'write "-" for minus.'],
  ['×·⋅∗', 'write "*" to multiply.'],
  ['÷', 'write "/" to divide.'],
  ['⊙∘', 'write ".*" for the product entry by entry.'],
  ['²', 'write "^2" for the square.'],
  ['³', 'write "^3" for the cube.'],
  ['√', 'write "sqrt(x)" for the square root.'],
  ['π', 'write "pi".'],
  ['ᵀ⊤’′`', 'write "\'" for the transpose.'],
  ['|‖', 'write "abs(x)" for the absolute value, "norm(x)" for the norm.'],
  ['=', 'a formula only computes a value; it assigns and compares nothing.'],
  ['<>≤≥≠', 'a formula compares nothing; its functions are the operators.'],
  ['?', 'a formula has no conditions; "maximum(a, b)", "step(x)" and "relu(x)" choose between values.'],
  ['"“”', 'a text stands only in a setting and holds letters, as in norm(x, {ord: "inf"}).'],
  ['!', 'there is no factorial and no negation.'],
  ['%', 'there are no percentages and no remainders.'],
  ['#', 'a formula has no comments.'],
  ['.', 'a value has no properties; a component is written "x[1]".'],
  ['_', 'a name begins with a letter.'],
];

function strangeAt(text: string, start: number): FormulaProblem {
  const sign = String.fromCodePoint(text.codePointAt(start)!);
  const advice = INSTEAD.find(([signs]) => signs.includes(sign))?.[1];
  const letters = 'a name is made of the letters a to z, digits and "_", as in "alpha" or "x_1".';
  return problemAt(
    text,
    start,
    `Unexpected ${JSON.stringify(sign)}`,
    advice ??
      (/\p{L}|\p{N}/u.test(sign)
        ? letters
        : 'a formula is made of numbers, names, "+ - * / ^ \'" and brackets.'),
  );
}
