/**
 * Layers of neural networks that are operators of their own; what is built from them is a composite.
 */
import { indexSetting, numberSetting } from '../attributes';
import { blockRows } from '../jacobian/composed';
import type { Jacobian } from '../jacobian/jacobian';
import { eye, factor, kronecker } from '../jacobian/kronecker';
import { toeplitz, windows } from '../jacobian/toeplitz';
import {
  type Attributes,
  badAttribute,
  type Finding,
  type Operator,
  type Profile,
  type Refusal,
  refuse,
} from '../operator';
import { linearJacobians } from '../rules/curvature';
import { component, gather, place } from '../rules/findings';
import { normalization } from '../rules/normalization';
import { describeShape, listShapes, type Shape } from '../shape';
import { dot, mean } from '../sums';
import type { Tensor } from '../tensor';

const family = 'layers' as const;

function convolutionJacobians([x, kernel]: readonly Tensor[]): Jacobian[] {
  const [n, width] = [x.data.length, kernel.data.length];
  return [toeplitz(kernel.data, 0, n - width + 1, n), windows(x.data, n - width + 1, width)];
}

const sizeSetting = { ...indexSetting('how many neighbours are pooled into one'), initial: 2 };

/** The shape rule of a pool: windows side by side, none left over. */
function pooled(name: string) {
  return ([x]: readonly Shape[], { size }: Attributes): Shape | Refusal => {
    if (x.length !== 1) return refuse(`x is ${describeShape(x)}: ${name} takes a vector.`);
    const count = x[0] / (size as number);
    if (Number.isInteger(count)) return [count];
    return badAttribute(
      `The setting size of ${name} is ${size}, but x has ${x[0]} components: expected a divisor of ${x[0]}, ${someDivisors(x[0])}.`,
    );
  };
}

const MOST_DIVISORS = 8;

/** "one of 1, 2, 3, 6", or the first few of them. */
function someDivisors(n: number): string {
  const small = Array.from({ length: Math.floor(Math.sqrt(n)) }, (_, i) => i + 1).filter((d) => n % d === 0);
  const all = [...new Set([...small, ...small.map((d) => n / d)])].sort((a, b) => a - b);
  return all.length > MOST_DIVISORS
    ? `such as ${all.slice(0, MOST_DIVISORS).join(', ')}`
    : `one of ${all.join(', ')}`;
}

/** Calls `visit` with each window and its number. */
function eachWindow(x: Float64Array, size: number, visit: (window: Float64Array, index: number) => void) {
  for (let i = 0; i * size < x.length; i++) visit(x.subarray(i * size, (i + 1) * size), i);
}

/** Where the largest entries of a window stand; NaN is larger than all. */
function largestOf(window: Float64Array): number[] {
  const top = window.reduce((most, v) => Math.max(most, v));
  return [...window.keys()].filter((i) => window[i] === top);
}

/** The row of one window: 1 at its largest entry. Ties share it; the others give it to the first of them. */
function maximumRow(g: Float64Array, window: Float64Array, profile: Profile): void {
  const ties = largestOf(window);
  g.fill(ties.length > 1 && profile === 'strict' ? Number.NaN : 0);
  if (ties.length === 0) g.fill(Number.NaN);
  else if (ties.length === 1 || profile === 'pytorch' || profile === 'jax') g[ties[0]] = 1;
  else if (profile === 'nabla') for (const i of ties) g[i] = 1 / ties.length;
}

/** A selection, unless ties share at this point: then its rows are blocks of weights. */
function selectionOfLargest(x: Tensor, size: number, payload: Float64Array, profile: Profile): Jacobian {
  const n = x.data.length;
  const offsets = Int32Array.from({ length: n / size }, (_, i) => i * size);
  const blocks = blockRows(
    payload,
    { offsets, width: size, stride: 1, cols: n },
    (weights) =>
      eachWindow(x.data, size, (window, i) =>
        maximumRow(weights.subarray(i * size, (i + 1) * size), window, profile),
      ),
    true,
  );
  return {
    ...blocks,
    get structure() {
      return payload.every((v) => v === 0 || v === 1) ? 'selection' : 'block-diagonal';
    },
  };
}

function tiesIn(x: Tensor, size: number): Finding[] {
  const found: Finding[] = [];
  eachWindow(x.data, size, (window, index) => {
    const ties = largestOf(window);
    if (ties.length < 2 || !window.every(Number.isFinite)) return;
    const at = index * size + ties[0];
    const message = `max_pool1d has a kink where ${place('x', x, at)} ties for the largest of its window; the ${ties.length} share the slope equally.`;
    found.push({ code: 'kink', message, operand: 'x', ...component(x, at), left: 0, right: 1 });
  });
  return gather(found, 'x', x);
}

const rowsOrVector = (name: string) => (x: Shape) =>
  x.length === 0 ? refuse(`x is a scalar: ${name} takes a vector or a matrix.`) : x;

const epsilon = numberSetting('added to the mean square, so that nothing is divided by 0', {
  default: 1e-5,
  positive: true,
});

const long = [1.5, -0.4, 2, 0.3, -1.7, 0.9, 0.1];
const M = [
  [1.5, -0.4, 2],
  [0.2, 0.9, -1],
];
const toNormalize = [
  { operands: [[1.5, -0.4, 2, 0.3]] },
  { operands: [long], attributes: { epsilon: 0.3 } },
  { operands: [M] },
  { operands: [[0.2, 0.1, -0.05]], attributes: { epsilon: 0.01 } },
];

export const layers: readonly Operator[] = [
  {
    name: 'conv1d',
    family,
    title: 'Convolution',
    symbol: 'x \\star k',
    help: 'The kernel slides along x and is multiplied with what it covers (cross-correlation, without padding).',
    source: 'Goodfellow, Bengio & Courville, Deep Learning (2016), §9.1',
    synonyms: ['convolution', 'cross-correlation', 'filter', 'CNN'],
    operands: ['x', 'kernel'],
    attributes: {},
    shape([x, kernel]) {
      const named = listShapes(['x', 'kernel'], [x, kernel]);
      if (x.length !== 1 || kernel.length !== 1) return refuse(`${named}: expected two vectors.`);
      if (kernel[0] <= x[0]) return [x[0] - kernel[0] + 1];
      return refuse(`${named}: expected a kernel that is no longer than x.`);
    },
    value(y, [x, kernel]) {
      const width = kernel.data.length;
      for (let i = 0; i < y.data.length; i++) y.data[i] = dot(kernel.data, x.data, 0, i, width);
    },
    differential: convolutionJacobians,
    curvature: linearJacobians(convolutionJacobians),
    tex: ([x, kernel]) => `${x} \\star ${kernel}`,
    jacobianTex: ([x, kernel]) => [`\\operatorname{toeplitz}(${kernel})`, `\\operatorname{windows}(${x})`],
    examples: [
      { operands: [long, [0.5, -1.2, 2]] },
      {
        operands: [
          [1.5, -0.4],
          [0.7, 3],
        ],
      },
    ],
  },
  {
    name: 'avg_pool1d',
    family,
    title: 'Average pooling',
    symbol: '\\operatorname{avgpool} x',
    help: 'The mean of each window of neighbours; the windows stand side by side.',
    source: 'PyTorch reference, torch.nn.functional.avg_pool1d',
    synonyms: ['mean pooling', 'downsample'],
    operands: ['x'],
    attributes: { size: sizeSetting },
    shape: pooled('avg_pool1d'),
    value(y, [x], { size }) {
      eachWindow(x.data, size as number, (window, i) => {
        y.data[i] = mean(window);
      });
    },
    differential([x], _, settings) {
      const size = settings.size as number;
      return [kronecker(eye(x.data.length / size), factor(new Float64Array(size).fill(1 / size), 1, size))];
    },
    curvature: 'none',
    tex: ([x], { size }) => `\\operatorname{avgpool}_{${size}}(${x})`,
    jacobianTex: (_, { size }) => [`I \\otimes \\tfrac{1}{${size}} \\mathbf 1^{\\!\\top}`],
    examples: [
      { operands: [long.slice(1)], attributes: { size: 3 } },
      { operands: [long.slice(1)], attributes: { size: 2 } },
    ],
  },
  {
    name: 'max_pool1d',
    family,
    title: 'Max pooling',
    symbol: '\\operatorname{maxpool} x',
    help: 'The largest of each window of neighbours; the windows stand side by side.',
    source: 'PyTorch reference, torch.nn.functional.max_pool1d; at ties the middle of the subdifferential',
    synonyms: ['downsample'],
    operands: ['x'],
    attributes: { size: sizeSetting },
    shape: pooled('max_pool1d'),
    value(y, [x], { size }) {
      eachWindow(x.data, size as number, (window, i) => {
        y.data[i] = window.reduce((most, v) => Math.max(most, v));
      });
    },
    differential: ([x], _, settings, { take, profile }) => [
      selectionOfLargest(x, settings.size as number, take(x.data.length), profile),
    ],
    curvature: 'none',
    diagnose: ([x], _, { size }) => tiesIn(x, size as number),
    tex: ([x], { size }) => `\\operatorname{maxpool}_{${size}}(${x})`,
    jacobianTex: () => [
      '\\begin{bmatrix}e_{i_1}^{\\!\\top}\\\\ e_{i_2}^{\\!\\top}\\\\ \\vdots\\end{bmatrix}',
    ],
    examples: [
      { operands: [long.slice(1)], attributes: { size: 3 } },
      { operands: [long.slice(1)], attributes: { size: 2 } },
      { operands: [long], attributes: { size: 1 } },
    ],
  },
  normalization({
    name: 'layer_norm',
    family,
    title: 'Layer normalization',
    symbol: '\\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\epsilon}}',
    help: 'Mean 0 and variance 1, but for epsilon. A matrix row by row.',
    source: 'Ba, Kiros & Hinton, Layer normalization (2016)',
    synonyms: ['standardize', 'z-score'],
    attributes: { epsilon },
    centred: true,
    averaged: true,
    shape: rowsOrVector('layer_norm'),
    tex: (x) => `\\operatorname{layernorm}(${x})`,
    jacobianTex: () =>
      '\\frac{1}{\\sqrt{\\sigma^2 + \\epsilon}}\\bigl(I - \\tfrac1n \\mathbf 1 \\mathbf 1^{\\!\\top} - \\tfrac1n y y^{\\!\\top}\\bigr)',
    examples: toNormalize,
  }),
  normalization({
    name: 'rms_norm',
    family,
    title: 'RMS normalization',
    symbol: '\\frac{x}{\\sqrt{\\overline{x^2} + \\epsilon}}',
    help: 'Mean square 1, but for epsilon. A matrix row by row.',
    source: 'Zhang & Sennrich, Root mean square layer normalization (2019)',
    synonyms: ['root mean square'],
    attributes: { epsilon },
    centred: false,
    averaged: true,
    shape: rowsOrVector('rms_norm'),
    tex: (x) => `\\operatorname{rmsnorm}(${x})`,
    jacobianTex: () => '\\tfrac1r \\bigl(I - \\tfrac1n y y^{\\!\\top}\\bigr)',
    examples: toNormalize,
  }),
];
