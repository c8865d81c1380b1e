/**
 * Arithmetic of one operand, powers and roots.
 */
import { numberSetting } from '../attributes';
import { elementwise, type Numbers } from '../rules/elementwise';

const source = 'Abramowitz & Stegun, Handbook of Mathematical Functions, §3.3';

const exponentOf = (x: string, c: number) => (c === 1 ? x : `${x}^{${c}}`);

export const powers = [
  elementwise({
    name: 'identity',
    family: 'arithmetic',
    title: 'Identity',
    symbol: 'x',
    help: 'Passes its operand on unchanged.',
    source,
    f: (x) => x,
    slope: () => 1,
    constantSlope: 'identity',
    tex: (x) => x,
    slopeTex: () => '1',
    examples: [0.7, [1.5, -2]],
  }),
  elementwise({
    name: 'negative',
    family: 'arithmetic',
    title: 'Opposite',
    symbol: '-x',
    help: 'Changes the sign of every entry.',
    source,
    synonyms: ['minus', 'opposite', 'neg'],
    f: (x) => -x,
    slope: () => -1,
    tex: (x) => `-${x}`,
    slopeTex: () => '-1',
    examples: [0.7, [1.5, -2]],
  }),
  elementwise({
    name: 'abs',
    family: 'powers',
    title: 'Absolute value',
    symbol: '|x|',
    help: 'The distance of every entry from 0.',
    source,
    synonyms: ['modulus', 'magnitude'],
    f: Math.abs,
    slope: (x) => Math.sign(x),
    kinks: () => [{ at: 0, left: -1, right: 1 }],
    selects: true,
    tex: (x) => `|${x}|`,
    slopeTex: (x) => `\\operatorname{sign} ${x}`,
    examples: [-0.7, [1.5, -2]],
  }),
  elementwise({
    name: 'square',
    family: 'powers',
    title: 'Square',
    symbol: 'x^2',
    help: 'Every entry times itself.',
    source,
    f: (x) => x * x,
    slope: (x) => 2 * x,
    tex: (x) => `${x}^2`,
    slopeTex: (x) => `2${x}`,
    examples: [3, [1.5, -2]],
  }),
  elementwise({
    name: 'cube',
    family: 'powers',
    title: 'Cube',
    symbol: 'x^3',
    help: 'The third power of every entry.',
    source,
    f: (x) => x * x * x,
    slope: (x) => 3 * x * x,
    tex: (x) => `${x}^3`,
    slopeTex: (x) => `3${x}^2`,
    examples: [3, [1.5, -2]],
  }),
  elementwise({
    name: 'power',
    family: 'powers',
    title: 'Power with a fixed exponent',
    symbol: 'x^c',
    help: 'Every entry to the power of the setting exponent.',
    source,
    attributes: { exponent: numberSetting('the exponent c', { initial: 2 }) },
    f: (x, { exponent: c }) => x ** c,
    slope(x, _, { exponent: c }) {
      if (!powerDomain(x, c)) return Number.NaN;
      return c === 0 ? 0 : c * x ** (c - 1);
    },
    domain: {
      holds: (x, { exponent }) => powerDomain(x, exponent),
      says: ({ exponent: c }) => (Number.isInteger(c) ? 'x ≠ 0' : `x > 0 for the exponent ${c}`),
    },
    tex: (x, { exponent }) => `${x}^{${exponent}}`,
    slopeTex: (x, { exponent: c }: Numbers) => (c === 0 ? '0' : `${c}\\,${exponentOf(x, c - 1)}`),
    examples: [1.7, [1.5, -2], [-0.4, 3]],
    exampleSettings: { exponent: 3 },
  }),
  elementwise({
    name: 'sqrt',
    family: 'powers',
    title: 'Square root',
    symbol: '\\sqrt{x}',
    help: 'The square root of every entry.',
    source,
    synonyms: ['root'],
    f: Math.sqrt,
    // −0 + 0 = 0: the root of −0 is −0, but its tangent points up too.
    slope: (_, y) => 0.5 / (y + 0),
    domain: { holds: (x) => x >= 0, says: () => 'x ≥ 0' },
    vertical: [0],
    tex: (x) => `\\sqrt{${x}}`,
    slopeTex: (x) => `\\frac{1}{2\\sqrt{${x}}}`,
    examples: [2, [0.3, 9]],
  }),
  elementwise({
    name: 'rsqrt',
    family: 'powers',
    title: 'Reciprocal square root',
    symbol: '1/\\sqrt{x}',
    help: 'One over the square root of every entry.',
    source,
    f: (x) => 1 / Math.sqrt(x),
    slope: (x, y) => (x > 0 ? (-0.5 * y) / x : Number.NaN),
    domain: { holds: (x) => x > 0, says: () => 'x > 0' },
    tex: (x) => `\\frac{1}{\\sqrt{${x}}}`,
    slopeTex: (x) => `-\\tfrac12 ${x}^{-3/2}`,
    examples: [2, [0.3, 9]],
  }),
  elementwise({
    name: 'reciprocal',
    family: 'powers',
    title: 'Reciprocal',
    symbol: '1/x',
    help: 'One over every entry.',
    source,
    synonyms: ['inverse'],
    f: (x) => 1 / x,
    slope: (x, y) => (x === 0 ? Number.NaN : -y / x),
    domain: { holds: (x) => x !== 0, says: () => 'x ≠ 0' },
    tex: (x) => `\\frac{1}{${x}}`,
    slopeTex: (x) => `-\\frac{1}{${x}^2}`,
    examples: [2, [0.3, -9]],
  }),
];

function powerDomain(x: number, c: number): boolean {
  return Number.isInteger(c) ? c >= 0 || x !== 0 : x > 0;
}
