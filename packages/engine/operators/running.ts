/**
 * What runs along a vector: sums and products so far, and differences of neighbours.
 */
import { leaveOneOutTriangle, lowerOnes } from '../jacobian/running';
import { toeplitz } from '../jacobian/toeplitz';
import { type Operator, refuse } from '../operator';
import { curveRunningProduct, runningProduct } from '../products';
import { describeShape, type Shape } from '../shape';

/** The shape rule: a vector stays as long as it is, or loses some components. */
const vectorOf =
  (name: string, lost = 0) =>
  ([x]: readonly Shape[]) => {
    if (x.length !== 1) return refuse(`x is ${describeShape(x)}: ${name} takes a vector.`);
    if (x[0] > lost) return [x[0] - lost];
    return refuse(`x is ${describeShape(x)}: ${name} takes a vector of at least ${lost + 1}.`);
  };

export const running: readonly Operator[] = [
  {
    name: 'cumulative_sum',
    family: 'reductions',
    title: 'Running sum',
    symbol: '\\textstyle\\sum_{k \\le i} x_k',
    help: 'Component i is the sum of the first i components.',
    source: 'Python array API standard, cumulative_sum',
    synonyms: ['cumsum', 'integral', 'somme cumulée'],
    operands: ['x'],
    attributes: {},
    shape: vectorOf('cumulative_sum'),
    value(y, [x]) {
      for (let i = 0, sum = 0; i < x.data.length; i++) {
        sum += x.data[i];
        y.data[i] = sum;
      }
    },
    differential: ([x]) => [lowerOnes(x.data.length)],
    curvature: 'none',
    tex: ([x]) => `\\left(\\textstyle\\sum_{k \\le i} (${x})_k\\right)_i`,
    jacobianTex: () => ['\\begin{bmatrix}1&&\\\\\\vdots&\\ddots&\\\\1&\\cdots&1\\end{bmatrix}'],
    examples: [{ operands: [[1.5, -2, 0.3, 4]] }, { operands: [[1.7]] }],
  },
  {
    name: 'cumulative_prod',
    family: 'reductions',
    title: 'Running product',
    symbol: '\\textstyle\\prod_{k \\le i} x_k',
    help: 'Component i is the product of the first i components.',
    source: 'Python array API standard, cumulative_prod',
    synonyms: ['cumprod', 'produit cumulé'],
    operands: ['x'],
    attributes: {},
    shape: vectorOf('cumulative_prod'),
    value: (y, [x]) => runningProduct(y.data, x.data),
    differential: ([x], y) => [leaveOneOutTriangle(x.data, y.data)],
    curvature({ operands: [x], tangents: [dx], reached }, w, [out]) {
      // What nothing reaches at the end stays out of it, infinite as it may be.
      const n = reached ? reached.lastIndexOf(1) + 1 : w.length;
      curveRunningProduct(out, x.data.subarray(0, n), dx.subarray(0, n), w.subarray(0, n));
    },
    tex: ([x]) => `\\left(\\textstyle\\prod_{k \\le i} (${x})_k\\right)_i`,
    jacobianTex: ([x]) => [`\\left(\\textstyle\\prod_{k \\le i,\\, k \\ne j} (${x})_k\\right)_{j \\le i}`],
    examples: [
      { operands: [[1.5, -2, 0.3, 4]] },
      { operands: [[1.5, 0, 0.3, 4]] },
      { operands: [[0, 1.5, 0, 0.3]] },
      { operands: [[1.7]] },
    ],
  },
  {
    name: 'diff',
    family: 'reductions',
    title: 'Differences of neighbours',
    symbol: 'x_{i+1} - x_i',
    help: 'Every component taken off the next one: one component fewer.',
    source: 'Python array API standard, diff',
    synonyms: ['finite difference', 'différences'],
    operands: ['x'],
    attributes: {},
    shape: vectorOf('diff', 1),
    value(y, [x]) {
      for (let i = 0; i < y.data.length; i++) y.data[i] = x.data[i + 1] - x.data[i];
    },
    differential: ([x], y) => [toeplitz(Float64Array.of(-1, 1), 0, y.data.length, x.data.length)],
    curvature: 'none',
    tex: ([x]) => `\\operatorname{diff}(${x})`,
    jacobianTex: () => ['\\begin{bmatrix}-1&1&\\\\&\\ddots&\\ddots\\end{bmatrix}'],
    examples: [{ operands: [[1.5, -2, 0.3, 4]] }, { operands: [[1.7, 2]] }],
  },
];
