/**
 * Directions and distances: a vector without its length, the cosine between two, the length of a difference.
 */
import { row } from '../jacobian/simple';
import { type Finding, type Operator, type Profile, refuse } from '../operator';
import { normalization } from '../rules/normalization';
import { sameLength, samePair } from '../rules/pair';
import { describeShape } from '../shape';
import { dot, largest, norm, rescaled } from '../sums';
import { allFinite } from '../tensor';

const family = 'linear algebra' as const;
const source = 'Magnus & Neudecker, Matrix Differential Calculus (1988), ch. 9';

const v4 = [1.5, -0.4, 2, 0.3];
const w4 = [-0.7, 1.1, 0.9, 2];
const M = [
  [1.5, -0.4, 2],
  [0.2, 0.9, -1],
];
const N = [
  [0.3, 0.3, 0.4],
  [0, 1, 0],
];

/** x/‖x‖, NaN for the zero vector, and how to divide by ‖x‖. */
function direction(x: Float64Array) {
  const { run, scale } = rescaled(x);
  const length = norm(run, 2);
  return { p: run.map((v) => v / length), perLength: (v: number) => (v / length) * scale };
}

/** In exact arithmetic never beyond ±1, where an arc cosine would fail. */
const cosine = (a: Float64Array, b: Float64Array) =>
  Math.max(-1, Math.min(1, dot(direction(a).p, direction(b).p)));

const difference = (a: Float64Array, b: Float64Array) => a.map((v, i) => v - b[i]);

/** The direction from b to a; of halves where the difference itself overflows. */
function directionBetween(a: Float64Array, b: Float64Array) {
  const d = difference(a, b);
  if (allFinite(d) || !allFinite(a) || !allFinite(b)) return direction(d);
  const { p, perLength } = direction(a.map((v, i) => v / 2 - b[i] / 2));
  return { p, perLength: (v: number) => perLength(v) / 2 };
}

export const directions: readonly Operator[] = [
  normalization({
    name: 'normalize',
    family,
    title: 'Normalize',
    symbol: 'x / \\|x\\|',
    help: 'The direction of a vector: the vector scaled to length 1.',
    source,
    synonyms: ['unit vector', 'direction', 'normaliser'],
    centred: false,
    averaged: false,
    shape: (x) => (x.length === 1 ? x : refuse(`x is ${describeShape(x)}: normalize takes a vector.`)),
    undefinedAtZero: 'normalize needs x ≠ 0: the zero vector has no direction, and no derivative here.',
    tex: (x) => `\\frac{${x}}{\\|${x}\\|}`,
    jacobianTex: (x) => `\\frac{1}{\\|${x}\\|}\\bigl(I - \\hat x \\hat x^{\\!\\top}\\bigr)`,
    examples: [{ operands: [v4] }, { operands: [[3, -4]] }, { operands: [[0.3, 2, -1, 0.5, 0.1, -0.7, 1]] }],
  }),
  {
    name: 'cosine_similarity',
    family,
    title: 'Cosine similarity',
    symbol: '\\cos(a, b)',
    help: 'The cosine of the angle between two vectors: 1 in the same direction, 0 at a right angle.',
    source,
    synonyms: ['angle', 'similarité cosinus'],
    operands: ['a', 'b'],
    attributes: {},
    shape: sameLength,
    value(y, [a, b]) {
      y.data[0] = cosine(a.data, b.data);
    },
    differential(operands, y, _, { take }) {
      return [0, 1].map((k) =>
        row(take(operands[k].data.length), (g) => {
          const { p, perLength } = direction(operands[k].data);
          const { p: q } = direction(operands[1 - k].data);
          for (let i = 0; i < g.length; i++) g[i] = perLength(q[i] - y.data[0] * p[i]);
        }),
      );
    },
    curvature({ operands, y: { data: y }, tangents, dy }, [w], out) {
      const both = operands.map(({ data }) => direction(data));
      const moved = both.map((one, k) => directionTangent(one, tangents[k]));
      both.forEach(({ p, perLength }, k) => {
        const { p: q } = both[1 - k];
        const [dp, dq] = [moved[k], moved[1 - k]];
        const growth = perLength(dot(p, tangents[k]));
        for (let i = 0; i < p.length; i++)
          out[k][i] += perLength(w * (dq[i] - dy[0] * p[i] - y[0] * dp[i] - growth * (q[i] - y[0] * p[i])));
      });
    },
    diagnose(operands) {
      return operands.flatMap(({ data }, k): Finding[] => {
        if (largest(data) !== 0) return [];
        const operand = ['a', 'b'][k];
        const message = `cosine_similarity needs ${operand} ≠ 0: the zero vector has no direction, and there is no derivative here.`;
        return [{ code: 'domain', message, operand }];
      });
    },
    tex: ([a, b]) => `\\frac{${a}^{\\!\\top} ${b}}{\\|${a}\\| \\|${b}\\|}`,
    jacobianTex: ([a, b]) => [cosineGradient(a, b), cosineGradient(b, a)],
    examples: [
      { operands: [v4, w4] },
      {
        operands: [
          [0.3, 2],
          [-1, 0.5],
        ],
      },
    ],
  },
  {
    name: 'distance',
    family,
    title: 'Distance',
    symbol: '\\|a - b\\|',
    help: 'The Euclidean distance of two points.',
    source,
    synonyms: ['euclidean', 'metric', 'distance euclidienne'],
    operands: ['a', 'b'],
    attributes: {},
    shape: samePair(['a', 'b']),
    value(y, [a, b]) {
      y.data[0] = norm(difference(a.data, b.data), 2);
    },
    differential([a, b], y, _, { take, profile }) {
      const atZero = a === b ? 0 : DISTANCE_AT_ZERO[profile];
      return [1, -1].map((sign) =>
        row(take(a.data.length), (g) => {
          const { p } = directionBetween(a.data, b.data);
          for (let i = 0; i < g.length; i++) g[i] = y.data[0] === 0 ? atZero : sign * p[i];
        }),
      );
    },
    curvature({ operands: [a, b], y, tangents: [da, db], dy }, [w], [outA, outB]) {
      if (y.data[0] === 0) return;
      const { p, perLength } = directionBetween(a.data, b.data);
      for (let i = 0; i < da.length; i++) {
        const bend = perLength(w * (da[i] - db[i] - p[i] * dy[0]));
        outA[i] += bend;
        outB[i] -= bend;
      }
    },
    diagnose([a, b], y) {
      if (y.data[0] !== 0 || a === b) return [];
      const message = 'distance has a kink where a and b are equal; 0 is used as its gradient.';
      return [{ code: 'kink', message, left: -1, right: 1 }];
    },
    tex: ([a, b]) => `\\|${a} - ${b}\\|`,
    jacobianTex: ([a, b]) => {
      const gradient = `\\frac{(${a} - ${b})^{\\!\\top}}{\\|${a} - ${b}\\|}`;
      return [gradient, `-${gradient}`];
    },
    examples: [{ operands: [v4, w4] }, { operands: [1.5, 0.2] }, { operands: [M, N] }],
  },
];

/** The gradient at equal points: PyTorch's norm takes the subgradient 0, JAX divides 0 by 0. */
const DISTANCE_AT_ZERO: Readonly<Record<Profile, number>> = {
  nabla: 0,
  pytorch: 0,
  jax: Number.NaN,
  strict: Number.NaN,
};

/** d(x/‖x‖) = (dx − p (p·dx))/‖x‖ with p the direction. */
function directionTangent({ p, perLength }: ReturnType<typeof direction>, dx: Float64Array): Float64Array {
  const along = dot(p, dx);
  return p.map((v, i) => perLength(dx[i] - v * along));
}

const cosineGradient = (a: string, b: string) =>
  `\\frac{${b}^{\\!\\top}}{\\|${a}\\| \\|${b}\\|} - \\frac{(${a}^{\\!\\top} ${b})\\, ${a}^{\\!\\top}}{\\|${a}\\|^3 \\|${b}\\|}`;
