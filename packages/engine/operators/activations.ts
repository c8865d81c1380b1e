/**
 * The nonlinearities of neural networks, and the functions that block a gradient.
 */
import { numberSetting } from '../attributes';
import { exp, sech2, tanh } from '../elementary';
import { taken } from '../jacobian/jacobian';
import { elementwise } from '../rules/elementwise';
import { erf, mishGate, normalCdf, normalPdf, roundHalfEven, sigmoid } from '../special';

const family = 'activations' as const;
const SELU_LAMBDA = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;
const GELU_SLOPE = Math.sqrt(2 / Math.PI);
const GELU_CUBIC = 0.044715;

const geluInner = (x: number) => GELU_SLOPE * (x + GELU_CUBIC * x * x * x);
const clamp = (x: number, low: number, high: number) =>
  Number.isNaN(x) ? x : Math.min(Math.max(x, low), high);

function geluTanhSecond(x: number): number {
  const u = geluInner(x);
  const bend = sech2(u);
  if (bend === 0) return 0;
  const du = GELU_SLOPE * (1 + 3 * GELU_CUBIC * x * x);
  const ddu = GELU_SLOPE * 6 * GELU_CUBIC * x;
  return bend * (du + x * (0.5 * ddu - du * du * tanh(u)));
}

function mishSecond(x: number): number {
  const { tanh, sech2: bend } = mishGate(x);
  const [s, rest] = [sigmoid(x), sigmoid(-x)];
  return bend * s * (2 + x * (rest - 2 * tanh * s));
}

export const activations = [
  elementwise({
    name: 'sigmoid',
    family,
    title: 'Sigmoid',
    symbol: '\\sigma(x)',
    help: '1/(1 + e⁻ˣ), an S-curve from 0 to 1.',
    source: 'Bishop, Pattern Recognition and Machine Learning (2006), §4.3',
    synonyms: ['logistic'],
    f: sigmoid,
    slope: (x) => sigmoid(x) * sigmoid(-x),
    second: (x) => -sigmoid(x) * sigmoid(-x) * tanh(x / 2),
    tex: (x) => `\\sigma(${x})`,
    slopeTex: (x) => `\\sigma(${x})\\,\\sigma(-${x})`,
    examples: [0.3, [-2, 30]],
  }),
  elementwise({
    name: 'relu',
    family,
    title: 'Rectified linear unit',
    symbol: '\\operatorname{relu} x',
    help: 'x where positive, 0 elsewhere.',
    source: 'Glorot, Bordes & Bengio, Deep sparse rectifier neural networks (2011)',
    f: (x) => (x > 0 || Number.isNaN(x) ? x : 0),
    slope: (x) => (Number.isNaN(x) ? x : x > 0 ? 1 : 0),
    kinks: () => [{ at: 0, left: 0, right: 1 }],
    selects: true,
    tex: (x) => `\\max(0, ${x})`,
    slopeTex: (x) => `\\mathbf 1[${x} > 0]`,
    examples: [0.3, [-2, 3]],
  }),
  elementwise({
    name: 'relu6',
    family,
    title: 'Relu capped at 6',
    symbol: '\\operatorname{relu6} x',
    help: 'x between 0 and 6, flat outside.',
    source: 'Krizhevsky, Convolutional deep belief networks on CIFAR-10 (2010)',
    f: (x) => clamp(x, 0, 6),
    slope: (x) => (Number.isNaN(x) ? x : x > 0 && x < 6 ? 1 : 0),
    kinks: () => [
      { at: 0, left: 0, right: 1 },
      { at: 6, left: 1, right: 0 },
    ],
    selects: true,
    tex: (x) => `\\min(\\max(0, ${x}), 6)`,
    slopeTex: (x) => `\\mathbf 1[0 < ${x} < 6]`,
    examples: [0.3, [-2, 7, 3]],
  }),
  elementwise({
    name: 'leaky_relu',
    family,
    title: 'Leaky relu',
    symbol: '\\operatorname{leaky\\,relu} x',
    help: 'x where positive, slope · x elsewhere.',
    source: 'Maas, Hannun & Ng, Rectifier nonlinearities (2013)',
    attributes: { slope: numberSetting('the slope for x ≤ 0', { default: 0.01 }) },
    f: (x, { slope }) => (x > 0 ? x : slope * x),
    slope: (x, _, { slope }) => (Number.isNaN(x) ? x : x > 0 ? 1 : slope),
    kinks: ({ slope }) => (slope === 1 ? [] : [{ at: 0, left: slope, right: 1, jax: 1 }]),
    tex: (x, { slope }) => `\\max(0, ${x}) + ${slope}\\min(0, ${x})`,
    slopeTex: (x, { slope }) => `\\mathbf 1[${x} > 0] + ${slope}\\,\\mathbf 1[${x} \\le 0]`,
    examples: [0.3, [-2, 3]],
  }),
  elementwise({
    name: 'elu',
    family,
    title: 'Exponential linear unit',
    symbol: '\\operatorname{elu} x',
    help: 'x where positive, α(eˣ − 1) elsewhere.',
    source: 'Clevert, Unterthiner & Hochreiter, Fast and accurate deep network learning by ELUs (2016)',
    attributes: { alpha: numberSetting('the depth α of the negative side', { default: 1 }) },
    f: (x, { alpha }) => (x > 0 ? x : alpha * Math.expm1(x)),
    slope: (x, _, { alpha }) => (x > 0 ? 1 : alpha * exp(x)),
    second: (x, _, { alpha }) => (x > 0 ? 0 : alpha * exp(x)),
    kinks: ({ alpha }) => (alpha === 1 ? [] : [{ at: 0, left: alpha, right: 1 }]),
    tex: (x, { alpha }) => `\\max(0, ${x}) + ${alpha}\\min(0, e^{${x}} - 1)`,
    slopeTex: (x, { alpha }) => `\\mathbf 1[${x} > 0] + ${alpha}\\,e^{${x}}\\,\\mathbf 1[${x} \\le 0]`,
    examples: [0.3, [-2, 3]],
  }),
  elementwise({
    name: 'selu',
    family,
    title: 'Self-normalizing elu',
    symbol: '\\operatorname{selu} x',
    help: 'An elu scaled so that means and variances settle.',
    source: 'Klambauer et al., Self-normalizing neural networks (2017)',
    f: (x) => (x > 0 ? SELU_LAMBDA * x : SELU_LAMBDA * SELU_ALPHA * Math.expm1(x)),
    slope: (x) => (x > 0 ? SELU_LAMBDA : SELU_LAMBDA * SELU_ALPHA * exp(x)),
    second: (x) => (x > 0 ? 0 : SELU_LAMBDA * SELU_ALPHA * exp(x)),
    kinks: () => [{ at: 0, left: SELU_LAMBDA * SELU_ALPHA, right: SELU_LAMBDA }],
    tex: (x) => `\\operatorname{selu}(${x})`,
    slopeTex: (x) => `\\lambda\\,\\mathbf 1[${x} > 0] + \\lambda\\alpha e^{${x}}\\,\\mathbf 1[${x} \\le 0]`,
    examples: [0.3, [-2, 3]],
  }),
  elementwise({
    name: 'gelu',
    family,
    title: 'Gaussian error linear unit',
    symbol: '\\operatorname{gelu} x',
    help: 'x Φ(x), with the normal distribution function Φ.',
    source: 'Hendrycks & Gimpel, Gaussian error linear units (2016)',
    f: (x) => x * normalCdf(x),
    slope: (x) => normalCdf(x) + x * normalPdf(x),
    second: (x) => normalPdf(x) * (2 - x * x),
    tex: (x) => `${x}\\,\\Phi(${x})`,
    slopeTex: (x) => `\\Phi(${x}) + ${x}\\,\\varphi(${x})`,
    examples: [0.3, [-2, 3]],
  }),
  elementwise({
    name: 'gelu_tanh',
    family,
    title: 'Gelu by the hyperbolic tangent',
    symbol: '\\operatorname{gelu}_{\\tanh} x',
    help: 'The approximation ½x(1 + tanh(√(2/π)(x + 0.044715x³))) of gelu.',
    source: 'Hendrycks & Gimpel, Gaussian error linear units (2016), eq. 2',
    // ½(1 + tanh u) = σ(2u), which keeps its digits where tanh u is nearly −1.
    f: (x) => x * sigmoid(2 * geluInner(x)),
    slope(x) {
      const u = geluInner(x);
      const bend = sech2(u);
      // Far out the bend has vanished while u′ overflows: their product is 0.
      if (bend === 0) return sigmoid(2 * u);
      return sigmoid(2 * u) + 0.5 * x * bend * GELU_SLOPE * (1 + 3 * GELU_CUBIC * x * x);
    },
    second: geluTanhSecond,
    tex: (x) => `\\tfrac12 ${x}(1 + \\tanh u), \\; u = \\sqrt{2/\\pi}(${x} + 0.044715\\,${x}^3)`,
    slopeTex: (x) => `\\tfrac12(1 + \\tanh u) + \\tfrac12 ${x}(1 - \\tanh^2 u)\\,u'`,
    examples: [0.3, [-2, 3]],
  }),
  elementwise({
    name: 'silu',
    family,
    title: 'Sigmoid linear unit',
    symbol: 'x\\,\\sigma(x)',
    help: 'x σ(x), also called swish.',
    source: 'Elfwing, Uchibe & Doya, Sigmoid-weighted linear units (2018)',
    synonyms: ['swish'],
    f: (x) => x * sigmoid(x),
    slope: (x) => sigmoid(x) * (1 + x * sigmoid(-x)),
    second: (x) => sigmoid(x) * sigmoid(-x) * (2 - x * tanh(x / 2)),
    tex: (x) => `${x}\\,\\sigma(${x})`,
    slopeTex: (x) => `\\sigma(${x})(1 + ${x}\\,\\sigma(-${x}))`,
    examples: [0.3, [-2, 3]],
  }),
  elementwise({
    name: 'mish',
    family,
    title: 'Mish',
    symbol: '\\operatorname{mish} x',
    help: 'x tanh(softplus x).',
    source: 'Misra, Mish: a self regularized non-monotonic activation function (2019)',
    f: (x) => x * mishGate(x).tanh,
    slope(x) {
      const gate = mishGate(x);
      return gate.tanh + x * gate.sech2 * sigmoid(x);
    },
    second: mishSecond,
    tex: (x) => `${x}\\tanh(\\operatorname{softplus} ${x})`,
    slopeTex: (x) => `\\tanh s + ${x}(1 - \\tanh^2 s)\\,\\sigma(${x}), \\; s = \\operatorname{softplus} ${x}`,
    examples: [0.3, [-2, 3]],
  }),
  elementwise({
    name: 'softsign',
    family,
    title: 'Softsign',
    symbol: '\\frac{x}{1+|x|}',
    help: 'x/(1 + |x|), an S-curve with slow tails.',
    source: 'Turian, Bergstra & Bengio, Quadratic features and deep architectures (2009)',
    f: (x) => x / (1 + Math.abs(x)),
    slope: (x) => (1 / (1 + Math.abs(x))) ** 2,
    second: (x) => (-2 * Math.sign(x)) / (1 + Math.abs(x)) ** 3,
    tex: (x) => `\\frac{${x}}{1 + |${x}|}`,
    slopeTex: (x) => `\\frac{1}{(1 + |${x}|)^2}`,
    examples: [0.3, [-2, 3]],
  }),
  elementwise({
    name: 'erf',
    family,
    title: 'Error function',
    symbol: '\\operatorname{erf} x',
    help: '(2/√π) ∫₀ˣ e^(−t²) dt.',
    source: 'Abramowitz & Stegun, §7.1.1 and §7.1.19',
    f: erf,
    slope: (x) => (2 / Math.sqrt(Math.PI)) * exp(-x * x),
    second: (x) => (-4 / Math.sqrt(Math.PI)) * x * exp(-x * x),
    tex: (x) => `\\operatorname{erf} ${x}`,
    slopeTex: (x) => `\\frac{2}{\\sqrt\\pi} e^{-${x}^2}`,
    examples: [0.3, [-2, 1.1]],
  }),
  elementwise({
    name: 'hardtanh',
    family,
    title: 'Hard tanh',
    symbol: '\\operatorname{hardtanh} x',
    help: 'x between −1 and 1, flat outside.',
    source: 'Collobert, Large scale machine learning (2004)',
    f: (x) => clamp(x, -1, 1),
    slope: (x) => (Number.isNaN(x) ? x : Math.abs(x) < 1 ? 1 : 0),
    kinks: () => [
      { at: -1, left: 0, right: 1, jax: 1 },
      { at: 1, left: 1, right: 0, jax: 1 },
    ],
    selects: true,
    tex: (x) => `\\min(\\max(-1, ${x}), 1)`,
    slopeTex: (x) => `\\mathbf 1[|${x}| < 1]`,
    examples: [0.3, [-2, 3, 0.5]],
  }),
  elementwise({
    name: 'hardsigmoid',
    family,
    title: 'Hard sigmoid',
    symbol: '\\operatorname{hardsigmoid} x',
    help: 'x/6 + ½ between −3 and 3, flat outside.',
    source: 'Howard et al., Searching for MobileNetV3 (2019)',
    f: (x) => clamp(x + 3, 0, 6) / 6,
    slope: (x) => (Number.isNaN(x) ? x : Math.abs(x) < 3 ? 1 / 6 : 0),
    kinks: () => [
      { at: -3, left: 0, right: 1 / 6 },
      { at: 3, left: 1 / 6, right: 0 },
    ],
    selects: true,
    tex: (x) => `\\min(\\max(0, ${x}/6 + \\tfrac12), 1)`,
    slopeTex: (x) => `\\tfrac16\\,\\mathbf 1[|${x}| < 3]`,
    examples: [0.3, [-4, 5, 2]],
  }),
  elementwise({
    name: 'hardswish',
    family,
    title: 'Hard swish',
    symbol: '\\operatorname{hardswish} x',
    help: 'x · hardsigmoid(x).',
    source: 'Howard et al., Searching for MobileNetV3 (2019)',
    f: (x) => (x <= -3 ? 0 : x >= 3 ? x : (x * (x + 3)) / 6),
    slope: (x) => (Number.isNaN(x) ? x : x <= -3 ? 0 : x >= 3 ? 1 : taken((2 * x + 3) / 6)),
    second: (x) => (Math.abs(x) < 3 ? 1 / 3 : 0),
    kinks: () => [
      { at: -3, left: 0, right: -0.5, pytorch: -0.5 },
      { at: 3, left: 1.5, right: 1, pytorch: 1.5 },
    ],
    selects: true,
    tex: (x) => `${x}\\,\\min(\\max(0, ${x}/6 + \\tfrac12), 1)`,
    slopeTex: (x) => `\\left(${x}/3 + \\tfrac12\\right)\\mathbf 1[|${x}| < 3] + \\mathbf 1[${x} \\ge 3]`,
    examples: [0.3, [-4, 5, 2]],
  }),
  elementwise({
    name: 'clip',
    family,
    title: 'Clip',
    symbol: '\\operatorname{clip} x',
    help: 'x between the settings min and max, flat outside.',
    source: 'Python array API standard, clip',
    synonyms: ['clamp'],
    attributes: {
      min: numberSetting('the lower bound', { initial: -1 }),
      max: numberSetting('the upper bound', { initial: 1 }),
    },
    check: ({ min, max }) =>
      min > max ? `The setting min of clip is ${min}, above its max ${max}: expected min ≤ max.` : undefined,
    f: (x, { min, max }) => clamp(x, min, max),
    slope: (x, _, { min, max }) => (Number.isNaN(x) ? x : x > min && x < max ? 1 : 0),
    kinks: ({ min, max }) =>
      min < max
        ? [
            { at: min, left: 0, right: 1, pytorch: 1, jax: 0.5 },
            { at: max, left: 1, right: 0, pytorch: 1, jax: 0.5 },
          ]
        : // Nothing bends here. The others still say what they say of each bound, JAX of one after the other.
          [{ at: min, left: 0, right: 0, pytorch: 1, jax: 0.25 }],
    selects: true,
    tex: (x, { min, max }) => `\\min(\\max(${min}, ${x}), ${max})`,
    slopeTex: (x, { min, max }) => `\\mathbf 1[${min} < ${x} < ${max}]`,
    examples: [0.3, [-2, 3, 0.5]],
    exampleSettings: { min: -1, max: 2 },
  }),
  ...(
    [
      ['sign', 'Sign', '−1, 0 or 1.', Math.sign, (x: string) => `\\operatorname{sign} ${x}`],
      [
        'step',
        'Step',
        '1 where x > 0, else 0: the slope of relu.',
        (x: number) => (Number.isNaN(x) ? x : x > 0 ? 1 : 0),
        (x: string) => `\\mathbf 1[${x} > 0]`,
      ],
      ['floor', 'Floor', 'The next whole number below.', Math.floor, (x: string) => `\\lfloor ${x} \\rfloor`],
      ['ceil', 'Ceiling', 'The next whole number above.', Math.ceil, (x: string) => `\\lceil ${x} \\rceil`],
      [
        'round',
        'Round',
        'The nearest whole number, halves to even.',
        roundHalfEven,
        (x: string) => `\\operatorname{round} ${x}`,
      ],
    ] as const
  ).map(([name, title, help, f, tex]) =>
    elementwise({
      name,
      family: 'rounding',
      title,
      symbol: tex('x'),
      help: `${help} It blocks the gradient.`,
      source: `Python array API standard, ${name}`,
      f,
      slope: () => 0,
      constantSlope: 'blocks-gradient',
      tex,
      slopeTex: () => '0',
      examples: [0.3, [-1.2, 2.7]],
    }),
  ),
  elementwise({
    name: 'stop_gradient',
    family: 'rounding',
    title: 'Stop the gradient',
    symbol: '\\operatorname{stop}(x)',
    help: 'The identity forward, 0 backward by decree: not the true derivative.',
    source: 'Bengio, Léonard & Courville, Estimating or propagating gradients (2013)',
    synonyms: ['detach'],
    f: (x) => x,
    slope: () => 0,
    constantSlope: 'not-true-derivative',
    tex: (x) => `\\operatorname{stop}(${x})`,
    slopeTex: () => '0',
    examples: [0.3, [-2, 3]],
  }),
];
