/**
 * Sums, means and norms.
 */
import { ordSetting } from '../attributes';
import type { Attributes, Example } from '../operator';
import { reduction } from '../rules/reduction';
import { largest, norm, sum } from '../sums';

const source = 'Magnus & Neudecker, Matrix Differential Calculus (1988), ch. 9';

const matrix = [
  [1.5, -2, 0.3],
  [0.2, 0.9, -4],
];

/** A scalar, a vector, and a matrix over everything and along both axes. */
const everyAxis: readonly Example[] = [
  { operands: [1.7] },
  { operands: [[1.5, -0.4, 2]] },
  { operands: [matrix] },
  { operands: [matrix], attributes: { axis: 0 } },
  { operands: [matrix], attributes: { axis: 1 } },
];

const withOrd = (ord: unknown): Example[] =>
  everyAxis.map(({ operands, attributes }) => ({ operands, attributes: { ...attributes, ord } }));

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
    examples: everyAxis,
  }),
  reduction({
    name: 'mean',
    title: 'Mean',
    symbol: '\\bar x',
    help: 'The average of all entries, or along an axis.',
    source,
    synonyms: ['average', 'moyenne'],
    value: (x) => sum(x) / x.length,
    gradient: (g) => g.fill(1 / g.length),
    constantGradient: (n) => 1 / n,
    tex: (x) => `\\tfrac1n \\mathbf 1^{\\!\\top} ${x}`,
    gradientTex: () => '\\tfrac1n \\mathbf 1^{\\!\\top}',
    examples: everyAxis,
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
    examples: everyAxis,
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
    selects: true,
    findings: normKinks,
    kinkGradient: (profile, x, { ord }) =>
      profile === 'jax' && ord !== 1 && ord !== 'inf' && largest(x) === 0 ? Number.NaN : undefined,
    tex: (x, { ord }) => `\\|${x}\\|${ord === 2 ? '' : `_{${ord === 'inf' ? '\\infty' : ord}}`}`,
    gradientTex(x, { ord }) {
      if (ord === 2) return `\\frac{${x}^{\\!\\top}}{\\|${x}\\|}`;
      if (ord === 1) return `\\operatorname{sign}(${x})^{\\!\\top}`;
      if (ord === 'inf') return `\\operatorname{sign}(${x}_{i^*})\\,e_{i^*}^{\\!\\top}`;
      return `\\frac{(\\operatorname{sign}(${x})|${x}|^{${Number(ord) - 1}})^{\\!\\top}}{\\|${x}\\|_{${ord}}^{${Number(ord) - 1}}}`;
    },
    examples: [...everyAxis, ...withOrd(1), ...withOrd('inf'), ...withOrd(3), ...withOrd(1.5)],
  }),
];

function normGradient(g: Float64Array, x: Float64Array, y: number, { ord }: Attributes): void {
  if (ord === 'inf') {
    const ties = x.reduce((count, v) => count + (Math.abs(v) === y ? 1 : 0), 0);
    for (let i = 0; i < g.length; i++)
      g[i] = Number.isNaN(y) ? y : Math.abs(x[i]) === y ? Math.sign(x[i]) / ties : 0;
    return;
  }
  const p = ord as number;
  for (let i = 0; i < g.length; i++) {
    // A norm of 0 has the subgradient 0.
    const share = y === 0 ? 0 : x[i] / y;
    g[i] = p === 2 ? share : p === 1 ? Math.sign(x[i]) : Math.sign(share) * Math.abs(share) ** (p - 1);
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
  for (let i = 0; i < dg.length; i++) {
    const share = Math.abs(x[i] / y);
    const bend = p === 2 ? 1 : dx[i] === 0 ? 0 : share ** (p - 2);
    dg[i] = ((p - 1) * (bend * dx[i] - Math.sign(x[i]) * share ** (p - 1) * dy)) / y;
  }
}

function normKinks(x: Float64Array, { ord }: Attributes) {
  const top = largest(x);
  if (top === 0) return [{ at: 0, says: 'x is 0 throughout; 0 is used as its gradient', left: -1, right: 1 }];
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
