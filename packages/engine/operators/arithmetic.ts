/**
 * Functions of two numbers, entry by entry.
 */
import { exp } from '../elementary';
import { binary } from '../rules/binary';
import type { PairFinding } from '../rules/two-numbers';
import { sigmoid } from '../special';

const source = 'Abramowitz & Stegun, Handbook of Mathematical Functions, §3.3';

/** Scalars, equal shapes, a scalar with a vector, a matrix with a vector: every Jacobian a broadcast can have. */
const everyShape = [
  { operands: [1.7, 0.6] },
  {
    operands: [
      [1.5, 0.4],
      [0.7, 2.5],
    ],
  },
  { operands: [0.8, [1.5, 2, 0.3]] },
  {
    operands: [
      [
        [1.5, 2, 0.3],
        [0.2, 0.9, 4],
      ],
      [0.6, 1.4, 3],
    ],
  },
  {
    operands: [
      [0.6, 1.4],
      [
        [1.5, 2],
        [0.2, 0.9],
        [3, 0.1],
      ],
    ],
  },
];

/** Equal operands: a kink, unless one node feeds both, when the two halves add up to the derivative 1. */
function tie(which: [number, number]): (a: number, b: number, same: boolean) => PairFinding[] {
  return (a, b, same) =>
    a === b && !same
      ? [
          {
            code: 'kink',
            says: 'has a kink where its operands are equal, and gives each the slope ½',
            left: which[0],
            right: which[1],
          },
        ]
      : [];
}

const half = (a: number, b: number) => (a === b ? 0.5 : Number.NaN);

export const arithmetic = [
  binary({
    name: 'add',
    family: 'arithmetic',
    title: 'Add',
    symbol: 'a + b',
    help: 'The sum, entry by entry.',
    source,
    synonyms: ['plus', 'sum'],
    f: (a, b) => a + b,
    partials: [1, 1],
    tex: (a, b) => `${a} + ${b}`,
    partialTex: () => ['1', '1'],
    examples: everyShape,
  }),
  binary({
    name: 'subtract',
    family: 'arithmetic',
    title: 'Subtract',
    symbol: 'a - b',
    help: 'The difference, entry by entry.',
    source,
    synonyms: ['minus', 'difference'],
    f: (a, b) => a - b,
    partials: [1, -1],
    tex: (a, b) => `${a} - ${b}`,
    partialTex: () => ['1', '-1'],
    examples: everyShape,
  }),
  binary({
    name: 'multiply',
    family: 'arithmetic',
    title: 'Multiply',
    symbol: 'a \\odot b',
    help: 'The product, entry by entry.',
    source,
    synonyms: ['times', 'product', 'hadamard'],
    f: (a, b) => a * b,
    partials: [(_, b) => b, (a) => a],
    seconds: () => [0, 1, 0],
    tex: (a, b) => `${a} \\odot ${b}`,
    partialTex: (a, b) => [b, a],
    examples: everyShape,
  }),
  binary({
    name: 'divide',
    family: 'arithmetic',
    title: 'Divide',
    symbol: 'a / b',
    help: 'The quotient, entry by entry.',
    source,
    synonyms: ['quotient'],
    f: (a, b) => a / b,
    partials: [(_, b) => (b === 0 ? Number.NaN : 1 / b), (_, b, y) => (b === 0 ? Number.NaN : -y / b)],
    seconds: (_, b, y) => [0, -1 / (b * b), (2 * y) / (b * b)],
    findings: (_, b) => (b === 0 ? [{ code: 'domain', operand: 1, says: 'needs b ≠ 0' }] : []),
    tex: (a, b) => `\\frac{${a}}{${b}}`,
    partialTex: (a, b) => [`\\frac{1}{${b}}`, `-\\frac{${a}}{${b}^2}`],
    examples: everyShape,
  }),
  binary({
    name: 'pow',
    family: 'powers',
    title: 'Power',
    symbol: 'a^b',
    help: 'a to the power of b, entry by entry, both differentiated.',
    source,
    f: (a, b) => a ** b,
    partials: [
      (a, b) => {
        if (!powerExists(a, b)) return Number.NaN;
        if (b === 0) return 0;
        const power = a ** (b - 1);
        // Near 0 the power may overflow although its product with b does not.
        return Number.isFinite(power) ? b * power : b * (a ** b / a);
      },
      (a, _, y) => (a > 0 ? y * Math.log(a) : Number.NaN),
    ],
    seconds: powSeconds,
    findings(a, b) {
      if (a > 0) return [];
      if (!powerExists(a, b))
        return [{ code: 'domain', operand: 0, says: 'needs a > 0, or a whole b (≥ 0 where a is 0)' }];
      return [{ code: 'domain', operand: 1, says: 'has no derivative with respect to b unless a > 0' }];
    },
    tex: (a, b) => `${a}^{${b}}`,
    partialTex: (a, b) => [`${b}\\,${a}^{${b} - 1}`, `${a}^{${b}} \\ln ${a}`],
    examples: everyShape,
  }),
  binary({
    name: 'maximum',
    family: 'arithmetic',
    title: 'Larger of two',
    symbol: '\\max(a, b)',
    help: 'The larger operand, entry by entry; only it gets a gradient.',
    source: 'Clarke, Optimization and Nonsmooth Analysis (1983), §2.3',
    f: Math.max,
    partials: [
      (a, b) => (a > b ? 1 : a < b ? 0 : half(a, b)),
      (a, b) => (b > a ? 1 : b < a ? 0 : half(a, b)),
    ],
    findings: tie([0, 1]),
    selects: true,
    tex: (a, b) => `\\max(${a}, ${b})`,
    partialTex: (a, b) => [`\\mathbf 1[${a} > ${b}]`, `\\mathbf 1[${b} > ${a}]`],
    examples: everyShape,
  }),
  binary({
    name: 'minimum',
    family: 'arithmetic',
    title: 'Smaller of two',
    symbol: '\\min(a, b)',
    help: 'The smaller operand, entry by entry; only it gets a gradient.',
    source: 'Clarke, Optimization and Nonsmooth Analysis (1983), §2.3',
    f: Math.min,
    partials: [
      (a, b) => (a < b ? 1 : a > b ? 0 : half(a, b)),
      (a, b) => (b < a ? 1 : b > a ? 0 : half(a, b)),
    ],
    findings: tie([1, 0]),
    selects: true,
    tex: (a, b) => `\\min(${a}, ${b})`,
    partialTex: (a, b) => [`\\mathbf 1[${a} < ${b}]`, `\\mathbf 1[${b} < ${a}]`],
    examples: everyShape,
  }),
  binary({
    name: 'hypot',
    family: 'powers',
    title: 'Hypotenuse',
    symbol: '\\sqrt{a^2 + b^2}',
    help: '√(a² + b²), scaled so that the squares cannot overflow.',
    source,
    f: Math.hypot,
    partials: [shareOfHypot, (a, b) => shareOfHypot(b, a)],
    seconds: (a, b, y) =>
      y === 0 ? [0, 0, 0] : [(b / y) ** 2 / y, ((-a / y) * b) / y / y, (a / y) ** 2 / y],
    findings: (a, b) =>
      a === 0 && b === 0
        ? [{ code: 'kink', says: 'has a kink at (0, 0), where 0 is used as its slope', left: -1, right: 1 }]
        : [],
    // Measured: PyTorch 1.13; JAX 0.10.2, which takes the larger of |a| and |b| there, a tie (hypot in jax/_src/numpy/ufuncs.py).
    kinkPartials: { pytorch: [Number.NaN, Number.NaN], jax: [0.5, 0.5] },
    tex: (a, b) => `\\sqrt{${a}^2 + ${b}^2}`,
    partialTex: (a, b) => [`\\frac{${a}}{\\sqrt{${a}^2 + ${b}^2}}`, `\\frac{${b}}{\\sqrt{${a}^2 + ${b}^2}}`],
    examples: everyShape,
  }),
  binary({
    name: 'logaddexp',
    family: 'exponentials',
    title: 'Sum in the log domain',
    symbol: '\\ln(e^a + e^b)',
    help: 'ln(eᵃ + eᵇ) without overflow.',
    source: 'NumPy reference, logaddexp',
    f: (a, b) => (a === b ? a + Math.LN2 : Math.max(a, b) + Math.log1p(exp(-Math.abs(a - b)))),
    partials: [(a, b) => sigmoid(a - b), (a, b) => sigmoid(b - a)],
    seconds: (a, b) => {
      const bend = sigmoid(a - b) * sigmoid(b - a);
      return [bend, -bend, bend];
    },
    tex: (a, b) => `\\ln(e^{${a}} + e^{${b}})`,
    partialTex: (a, b) => [`\\sigma(${a} - ${b})`, `\\sigma(${b} - ${a})`],
    examples: everyShape,
  }),
  binary({
    name: 'atan2',
    family: 'trigonometry',
    title: 'Angle of a point',
    symbol: '\\operatorname{atan2}(y, x)',
    help: 'The angle of the point (x, y), in (−π, π].',
    source: 'Abramowitz & Stegun, Handbook of Mathematical Functions, §4.4',
    operands: ['y', 'x'],
    f: Math.atan2,
    partials: [
      (y, x) => x / Math.hypot(x, y) / Math.hypot(x, y),
      (y, x) => -y / Math.hypot(x, y) / Math.hypot(x, y),
    ],
    seconds: (y, x) => {
      const r = Math.hypot(x, y);
      const [s, c] = [y / r, x / r];
      return [(-2 * s * c) / r / r, (s * s - c * c) / r / r, (2 * s * c) / r / r];
    },
    findings: (y, x) => (y === 0 && x === 0 ? [{ code: 'domain', says: 'is undefined at the origin' }] : []),
    tex: (y, x) => `\\operatorname{atan2}(${y}, ${x})`,
    partialTex: (y, x) => [`\\frac{${x}}{${x}^2 + ${y}^2}`, `-\\frac{${y}}{${x}^2 + ${y}^2}`],
    examples: everyShape,
  }),
];

/** Whether aᵇ has a derivative with respect to a. */
function powerExists(a: number, b: number): boolean {
  return a > 0 || (Number.isInteger(b) && (a !== 0 || b >= 0));
}

function powSeconds(a: number, b: number, y: number): readonly [number, number, number] {
  const log = Math.log(a);
  const bend = b === 0 || b === 1 ? 0 : b * (b - 1) * a ** (b - 2);
  return [bend, a ** (b - 1) * (1 + b * log), y * log * log];
}

/** a/√(a² + b²) by the ratio of the two, which no size of them spoils; 0 at the origin. */
function shareOfHypot(a: number, b: number): number {
  if (a === 0 && b === 0) return 0;
  const ratio = Math.abs(a) >= Math.abs(b) ? b / a : a / b;
  const smaller = 1 / Math.sqrt(1 + ratio * ratio);
  return Math.abs(a) >= Math.abs(b) ? Math.sign(a) * smaller : Math.sign(b) * ratio * smaller;
}
