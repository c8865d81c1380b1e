/**
 * Sums, products, means and norms.
 */
import { ordSetting } from '../attributes';
import { signSlope } from '../jacobian/jacobian';
import type { Attributes } from '../operator';
import { leaveOneOut, leaveOneOutTangent, product } from '../products';
import { everyAxis, reduction, runName } from '../rules/reduction';
import { largest, mean, norm, rescaled, sum } from '../sums';

const source = 'Magnus & Neudecker, Matrix Differential Calculus (1988), ch. 9';

export const reductions = [
  reduction({
    name: 'sum',
    title: 'Sum',
    symbol: '\\textstyle\\sum x_i',
    help: 'The sum of all entries, or along an axis.',
    source,
    synonyms: ['total', 'somme'],
    value: (x) => sum(x),
    gradient: (g) => g.fill(1),
    constantGradient: () => 1,
    tex: (x) => `\\mathbf 1^{\\!\\top} ${x}`,
    gradientTex: () => '\\mathbf 1^{\\!\\top}',
    examples: everyAxis(),
  }),
  reduction({
    name: 'mean',
    title: 'Mean',
    symbol: '\\bar x',
    help: 'The average of all entries, or along an axis.',
    source,
    synonyms: ['average', 'moyenne'],
    value: mean,
    gradient: (g) => g.fill(1 / g.length),
    constantGradient: (n) => 1 / n,
    tex: (x) => `\\tfrac1n \\mathbf 1^{\\!\\top} ${x}`,
    gradientTex: () => '\\tfrac1n \\mathbf 1^{\\!\\top}',
    examples: everyAxis(),
  }),
  reduction({
    name: 'prod',
    title: 'Product',
    symbol: '\\textstyle\\prod x_i',
    help: 'The product of all entries, or along an axis.',
    source,
    synonyms: ['produit'],
    value: product,
    gradient: leaveOneOut,
    gradientTangent: (dg, x, _, dx) => leaveOneOutTangent(dg, x, dx),
    tex: (x) => `\\textstyle\\prod_i (${x})_i`,
    gradientTex: (x) => `\\left(\\textstyle\\prod_{k \\ne i} (${x})_k\\right)_i^{\\!\\top}`,
    examples: [
      ...everyAxis(),
      { operands: [[1.5, 0, -0.4, 2]] },
      { operands: [[1.5, 0, -0.4, 0]] },
      { operands: [[0, 0, 0, 2]] },
    ],
  }),
  reduction({
    name: 'squared_norm',
    title: 'Squared norm',
    symbol: '\\|x\\|^2',
    help: 'The sum of the squares.',
    source,
    value: (x) => sum(x, (v) => v * v),
    gradient(g, x) {
      for (let i = 0; i < g.length; i++) g[i] = 2 * x[i];
    },
    gradientTangent(dg, _, __, dx) {
      for (let i = 0; i < dg.length; i++) dg[i] = 2 * dx[i];
    },
    tex: (x) => `\\|${x}\\|^2`,
    gradientTex: (x) => `2${x}^{\\!\\top}`,
    examples: everyAxis(),
  }),
  reduction({
    name: 'norm',
    title: 'Norm',
    symbol: '\\|x\\|',
    help: 'The length of a vector: Euclidean, or the p-norm of the setting ord.',
    source,
    synonyms: ['length', 'magnitude', 'norme'],
    attributes: { ord: ordSetting },
    value: (x, { ord }) => norm(x, ord as number | 'inf'),
    gradient: normGradient,
    gradientTangent: normGradientTangent,
    // With other orders an entry 0 of the gradient is a number: the norm of √x is smooth where one x is 0.
    selects: ({ ord }) => ord === 1 || ord === 'inf',
    findings: normKinks,
    kinkGradient: jaxNormGradient,
    tex: (x, { ord }) => `\\|${x}\\|${ord === 2 ? '' : `_{${ord === 'inf' ? '\\infty' : ord}}`}`,
    gradientTex(x, { ord }) {
      if (ord === 2) return `\\frac{${x}^{\\!\\top}}{\\|${x}\\|}`;
      if (ord === 1) return `\\operatorname{sign}(${x})^{\\!\\top}`;
      if (ord === 'inf') return `\\operatorname{sign}(${x}_{i^*})\\,e_{i^*}^{\\!\\top}`;
      return `\\frac{(\\operatorname{sign}(${x})|${x}|^{${Number(ord) - 1}})^{\\!\\top}}{\\|${x}\\|_{${ord}}^{${Number(ord) - 1}}}`;
    },
    examples: [2, 1, 'inf', 3, 1.5].flatMap((ord) => everyAxis({ ord })),
  }),
];

/** Run and norm, both `scale` times what they are, and powers of the share that an entry has in the norm. */
function measured(x: Float64Array, size: number, ord: number) {
  const { run, scale } = rescaled(x);
  const length = scale === 1 ? size : norm(run, ord);
  /** (|x_i|/‖x‖)^power: below 1 of powers that do not underflow where the quotient does. */
  const sharePower = (i: number, power: number) =>
    power < 1
      ? (Math.abs(x[i]) ** power / length ** power) * scale ** power
      : Math.abs(run[i] / length) ** power;
  return { run, scale, length, sharePower };
}

function normGradient(g: Float64Array, x: Float64Array, y: number, { ord }: Attributes): void {
  if (ord === 'inf') {
    const ties = x.reduce((count, v) => count + (Math.abs(v) === y ? 1 : 0), 0);
    for (let i = 0; i < g.length; i++)
      g[i] = Number.isNaN(y) ? y : Math.abs(x[i]) === y ? signSlope(x[i]) / ties : 0;
    return;
  }
  const p = ord as number;
  const { run, length, sharePower } = measured(x, y, p);
  for (let i = 0; i < g.length; i++) {
    // A norm of 0 has the subgradient 0.
    if (p === 1) g[i] = signSlope(x[i]);
    else if (p === 2) g[i] = y === 0 ? 0 : run[i] / length;
    else g[i] = y === 0 ? 0 : Math.sign(x[i]) * sharePower(i, p - 1);
  }
}

/** d(sign(x)|x|^(p−1)/‖x‖^(p−1)) = (p − 1)(|s|^(p−2) dx − g dy)/‖x‖ with s = x/‖x‖ and g the gradient. */
function normGradientTangent(
  dg: Float64Array,
  x: Float64Array,
  y: number,
  dx: Float64Array,
  dy: number,
  { ord }: Attributes,
): void {
  if (ord === 'inf' || ord === 1 || y === 0) {
    dg.fill(0);
    return;
  }
  const p = ord as number;
  const { scale, length, sharePower } = measured(x, y, p);
  for (let i = 0; i < dg.length; i++) {
    const slope = Math.sign(x[i]) * sharePower(i, p - 1);
    const bend = p === 2 ? 1 : dx[i] === 0 ? 0 : sharePower(i, p - 2);
    dg[i] = (((p - 1) * (bend * dx[i] - slope * dy)) / length) * scale;
  }
}

/**
 * JAX 0.10.2, measured: |x|′ is 1 at 0, the root of the sum of powers is differentiated as it stands, 0 · ∞ at 0, and the largest entry is
 * also compared with an initial 0, which takes half at a tie (vector_norm in jax/_src/numpy/linalg.py). PyTorch agrees with us.
 */
function jaxNormGradient(
  g: Float64Array,
  profile: 'pytorch' | 'jax',
  x: Float64Array,
  { ord }: Attributes,
): void {
  if (profile !== 'jax') return;
  if (ord === 1) {
    for (let i = 0; i < g.length; i++) if (x[i] === 0) g[i] = 1;
  } else if (largest(x) === 0) g.fill(ord === 'inf' ? 0.5 / g.length : Number.NaN);
}

function normKinks(x: Float64Array, settings: Attributes) {
  const { ord } = settings;
  const top = largest(x);
  if (top === 0)
    return [
      { at: 0, says: `${runName(settings)} is 0 throughout; 0 is used as its gradient`, left: -1, right: 1 },
    ];
  if (ord === 1)
    return [...x].flatMap((v, at) =>
      v === 0 ? [{ at, says: '@ is 0; 0 is used as its slope', left: -1, right: 1 }] : [],
    );
  if (ord !== 'inf') return [];
  const ties = [...x].flatMap((v, at) => (Math.abs(v) === top ? [at] : []));
  if (ties.length < 2) return [];
  const [first] = ties;
  const [left, right] = x[first] > 0 ? [0, 1] : [-1, 0];
  const says = `@ ties for the largest absolute value ${top}; the ${ties.length} share the slope equally`;
  return [{ at: first, says, left, right }];
}
