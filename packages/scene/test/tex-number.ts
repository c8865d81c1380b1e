/**
 * What a formula in TeX comes to: a reader of the small part of TeX that entries of Jacobians are written in, independent of what writes them.
 */

import { erf } from 'mathjs';

/** What a piece of TeX stands for: components, and whatever else the formula may name. */
export type Names = ReadonlyMap<string, number>;

/** Longer names come before those that they begin with. */
const FUNCTIONS: readonly (readonly [string, (x: number) => number])[] = [
  ['\\sinh', Math.sinh],
  ['\\cosh', Math.cosh],
  ['\\tanh', Math.tanh],
  ['\\sin', Math.sin],
  ['\\cos', Math.cos],
  ['\\tan', Math.tan],
  ['\\ln', Math.log],
  ['\\sigma', (x) => 1 / (1 + Math.exp(-x))],
  ['\\Phi', (x) => (1 + erf(x / Math.SQRT2)) / 2],
  ['\\varphi', (x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)],
  ['\\operatorname{sech}', (x) => 1 / Math.cosh(x)],
  ['\\operatorname{softplus}', (x) => Math.log1p(Math.exp(x))],
  ['\\operatorname{sign}', Math.sign],
];

const CONSTANTS: readonly (readonly [string, number])[] = [
  ['\\pi', Math.PI],
  ['\\lambda', 1.0507009873554805],
  ['\\alpha', 1.6732632423543772],
  ['e', Math.E],
];

/** The number, or an error at what is not understood. */
export function numberOf(tex: string, names: Names): number {
  const known = [...names].sort(([a], [b]) => b.length - a.length);
  let rest = tex;

  const skip = () => {
    rest = rest.replace(/^(?:\s|\\,|\\;|\\left(?!a)|\\right(?!a))+/, '');
  };
  const starts = (token: string): boolean => {
    skip();
    return rest.startsWith(token);
  };
  const take = (token: string): boolean => {
    if (!starts(token)) return false;
    rest = rest.slice(token.length);
    return true;
  };
  const expect = (token: string) => {
    if (!take(token)) throw new Error(`expected ${token} before "${rest}" in "${tex}"`);
  };
  const between = (open: string, close: string): number => {
    expect(open);
    const value = sum();
    expect(close);
    return value;
  };
  const braces = () => between('{', '}');
  const parentheses = () => between('(', ')');

  function sum(): number {
    let value = take('-') ? -product() : product();
    for (;;) {
      if (take('+')) value += product();
      else if (take('-')) value -= product();
      else return value;
    }
  }

  function product(): number {
    let value = power();
    for (;;) {
      skip();
      if (rest === '' || /^(?:[-+})|\]<>,]|\\[lg]e )/.test(rest)) return value;
      if (take('/')) {
        value /= power();
        continue;
      }
      value *= power();
    }
  }

  function power(): number {
    const base = factor();
    if (!take('^')) return base;
    return base ** (starts('{') ? braces() : digit());
  }

  function digit(): number {
    const value = Number(rest[0]);
    rest = rest.slice(1);
    return value;
  }

  /** What a function is applied to without parentheses: one factor. */
  function factor(): number {
    skip();
    const name = known.find(([text]) => rest.startsWith(text));
    if (name) {
      rest = rest.slice(name[0].length);
      return name[1];
    }
    const number = /^\d+(?:\.\d+)?(?:e-?\d+)?/.exec(rest)?.[0];
    if (number) {
      rest = rest.slice(number.length);
      return Number(number);
    }
    if (take('\\tfrac')) return digit() / digit();
    if (take('\\frac')) return braces() / braces();
    if (take('\\sqrt')) return Math.sqrt(starts('{') ? braces() : factor());
    for (const [text, f] of FUNCTIONS) if (take(text)) return take('^2') ? f(factor()) ** 2 : f(factor());
    for (const [text, constant] of CONSTANTS) if (take(text)) return constant;
    if (take('\\operatorname{clip}')) return clip();
    if (take('\\mathbf 1') || starts('[')) return condition();
    if (starts('(')) return parentheses();
    if (starts('{')) return braces();
    if (starts('|')) return Math.abs(between('|', '|'));
    throw new Error(`"${rest}" is not understood in "${tex}"`);
  }

  function clip(): number {
    expect('(');
    const value = sum();
    expect(',');
    const low = sum();
    expect(',');
    const high = sum();
    expect(')');
    return Math.min(high, Math.max(low, value));
  }

  /** [a < b], or a chain of such. */
  function condition(): number {
    expect('[');
    let left = sum();
    let holds = true;
    while (!take(']')) {
      const relation = ['<', '>', '\\le', '\\ge'].find(take)!;
      const right = sum();
      holds &&= { '<': left < right, '>': left > right, '\\le': left <= right, '\\ge': left >= right }[
        relation
      ]!;
      left = right;
    }
    return holds ? 1 : 0;
  }

  const value = sum();
  if (rest !== '') throw new Error(`"${rest}" is left of "${tex}"`);
  return value;
}
