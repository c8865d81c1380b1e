/**
 * The points where a formula is not enough: kinks, vertical tangents, edges of domains, ties, blocked gradients. Which value and which
 * derivative is used there, and what the reader is told of it, is laid down in the specification of the operators; this is that list.
 */
import { describe, expect, it } from 'vitest';
import { type Attributes, compile, type Diagnostic, dense, diagnose, operators, Pullback } from '../index';
import type { Profile } from '../operator';
import type { NestedValue } from '../tensor';
import { applied } from './graphs';

const [INF, NAN] = [Number.POSITIVE_INFINITY, Number.NaN];
const SELU_LEFT = 1.7580993408473766;
const SELU_RIGHT = 1.0507009873554805;

interface Point {
  /** The operator's settings. */
  readonly set?: Attributes;
  readonly value: number | readonly number[];
  /** One derivative an operand, dense by rows. */
  readonly slopes: readonly (number | readonly number[])[];
  /** The codes of the diagnostics. */
  readonly says?: readonly Diagnostic['code'][];
  /** The one-sided derivatives of the first diagnostic. */
  readonly sides?: readonly [number, number];
}

const smooth = (value: Point['value'], ...slopes: Point['slopes']): Point => ({ value, slopes });
const kink = (
  value: Point['value'],
  slope: number | readonly number[],
  ...sides: [number, number]
): Point => ({
  value,
  slopes: [slope],
  says: ['kink'],
  sides,
});
const vertical = (value: number, slope: number): Point => ({
  value,
  slopes: [slope],
  says: ['vertical-tangent'],
});
const outside = (value: number, ...slopes: number[]): Point => ({
  value,
  slopes: slopes.length === 0 ? [NAN] : slopes,
  says: ['domain'],
});
const blocked = (value: number): Point => ({ value, slopes: [0], says: ['blocks-gradient'] });
const tie = (value: number, ...sides: [number, number]): Point => ({
  value,
  slopes: [0.5, 0.5],
  says: ['kink'],
  sides,
});

const SINGULAR = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];
const RANK_ONE = [
  [1, 2, -1],
  [2, 4, -2],
  [3, 6, -3],
];

const POINTS: readonly (readonly [string, readonly NestedValue[], Point])[] = [
  ['abs', [0], kink(0, 0, -1, 1)],
  ['relu', [0], kink(0, 0, 0, 1)],
  ['relu', [-0], kink(0, 0, 0, 1)],
  ['relu6', [0], kink(0, 0, 0, 1)],
  ['relu6', [6], kink(6, 0, 1, 0)],
  ['leaky_relu', [0], kink(0, 0.01, 0.01, 1)],
  ['leaky_relu', [0], { ...kink(0, 0.2, 0.2, 1), set: { slope: 0.2 } }],
  ['leaky_relu', [0], { ...smooth(0, 1), set: { slope: 1 } }],
  ['elu', [0], smooth(0, 1)],
  ['elu', [0], { ...kink(0, 0.5, 0.5, 1), set: { alpha: 0.5 } }],
  ['selu', [0], kink(0, SELU_LEFT, SELU_LEFT, SELU_RIGHT)],
  ['hardtanh', [-1], kink(-1, 0, 0, 1)],
  ['hardtanh', [1], kink(1, 0, 1, 0)],
  ['hardsigmoid', [-3], kink(0, 0, 0, 1 / 6)],
  ['hardsigmoid', [3], kink(1, 0, 1 / 6, 0)],
  ['hardswish', [-3], kink(0, 0, 0, -0.5)],
  ['hardswish', [3], kink(3, 1, 1.5, 1)],
  ['clip', [-1], { ...kink(-1, 0, 0, 1), set: { min: -1, max: 2 } }],
  ['clip', [2], { ...kink(2, 0, 1, 0), set: { min: -1, max: 2 } }],
  ['clip', [2], { ...smooth(2, 0), set: { min: 2, max: 2 } }],

  ['sqrt', [0], vertical(0, INF)],
  ['sqrt', [-0], vertical(0, INF)],
  ['asin', [1], vertical(Math.PI / 2, INF)],
  ['asin', [-1], vertical(-Math.PI / 2, INF)],
  ['acos', [1], vertical(0, -INF)],
  ['acos', [-1], vertical(Math.PI, -INF)],
  ['acosh', [1], vertical(0, INF)],
  ['xlogx', [0], vertical(0, -INF)],

  ['sqrt', [-1], outside(NAN)],
  ['rsqrt', [0], outside(INF)],
  ['rsqrt', [-1], outside(NAN)],
  ['reciprocal', [0], outside(INF)],
  ['reciprocal', [-0], outside(-INF)],
  ['log', [0], outside(-INF)],
  ['log', [-1], outside(NAN)],
  ['log2', [0], outside(-INF)],
  ['log2', [-2], outside(NAN)],
  ['log10', [0], outside(-INF)],
  ['log10', [-2], outside(NAN)],
  ['log1p', [-1], outside(-INF)],
  ['log1p', [-2], outside(NAN)],
  ['logit', [0], outside(-INF)],
  ['logit', [1], outside(INF)],
  ['logit', [-0.5], outside(NAN)],
  ['logit', [1.5], outside(NAN)],
  ['xlogx', [-1], outside(NAN)],
  ['asin', [1.5], outside(NAN)],
  ['acos', [-1.5], outside(NAN)],
  ['acosh', [0.5], outside(NAN)],
  ['acosh', [-3], outside(NAN)],
  ['atanh', [1], outside(INF)],
  ['atanh', [-1], outside(-INF)],
  ['atanh', [1.5], outside(NAN)],

  ['power', [0], { ...smooth(1, 0), set: { exponent: 0 } }],
  ['power', [0], { ...smooth(0, 1), set: { exponent: 1 } }],
  ['power', [-2], { ...smooth(-8, 12), set: { exponent: 3 } }],
  ['power', [-2], { ...smooth(0.25, 0.25), set: { exponent: -2 } }],
  ['power', [0], { ...outside(INF), set: { exponent: -2 } }],
  ['power', [0], { ...outside(0), set: { exponent: 0.5 } }],
  ['power', [-2], { ...outside(NAN), set: { exponent: 0.5 } }],

  ['sinc', [0], smooth(1, 0)],
  ['tanh', [800], smooth(1, 0)],
  ['tanh', [-800], smooth(-1, 0)],
  ['exp', [1000], { value: INF, slopes: [INF], says: ['not-finite'] }],

  ['sign', [0], blocked(0)],
  ['sign', [-3], blocked(-1)],
  ['step', [0], blocked(0)],
  ['floor', [-1.5], blocked(-2)],
  ['ceil', [1.2], blocked(2)],
  ['round', [0.5], blocked(0)],
  ['round', [1.5], blocked(2)],
  ['round', [2.5], blocked(2)],
  ['round', [-1.5], blocked(-2)],
  ['round', [-2.5], blocked(-2)],
  ['round', [0.49999999999999994], blocked(0)],
  ['identity', [5], smooth(5, 1)],
  ['stop_gradient', [5], { value: 5, slopes: [0], says: ['not-true-derivative'] }],

  ['maximum', [2, 2], tie(2, 0, 1)],
  ['minimum', [2, 2], tie(2, 1, 0)],
  ['maximum', [3, 2], smooth(3, 1, 0)],
  ['minimum', [3, 2], smooth(2, 0, 1)],
  ['hypot', [0, 0], { value: 0, slopes: [0, 0], says: ['kink'], sides: [-1, 1] }],
  ['hypot', [0, -2], smooth(2, 0, -1)],
  ['atan2', [0, 0], outside(0, NAN, NAN)],
  ['atan2', [0, -1], smooth(Math.PI, -1, 0)],
  ['divide', [1, 0], outside(INF, NAN, NAN)],
  ['divide', [0, 0], outside(NAN, NAN, NAN)],
  ['divide', [0, 2], smooth(0, 0.5, 0)],
  ['pow', [3, 0], smooth(1, 0, Math.log(3))],
  ['pow', [0, 0], outside(1, 0, NAN)],
  ['pow', [0, 2], outside(0, 0, NAN)],
  ['pow', [-2, 3], outside(-8, 12, NAN)],
  ['pow', [0, -1], outside(INF, NAN, NAN)],
  ['pow', [-2, 0.5], outside(NAN, NAN, NAN)],
  ['logaddexp', [2, 2], smooth(2 + Math.LN2, 0.5, 0.5)],

  ['norm', [[0, 0]], kink(0, [0, 0], -1, 1)],
  ['norm', [0], kink(0, 0, -1, 1)],
  ['norm', [[3, 0, -4]], smooth(5, [0.6, 0, -0.8])],
  ['norm', [[3, 0, -4]], { ...kink(7, [1, 0, -1], -1, 1), set: { ord: 1 } }],
  ['norm', [[0, 0]], { ...kink(0, [0, 0], -1, 1), set: { ord: 1 } }],
  ['norm', [[3, 1, -3]], { ...kink(3, [0.5, 0, -0.5], 0, 1), set: { ord: 'inf' } }],
  ['norm', [[-3, 3]], { ...kink(3, [-0.5, 0.5], -1, 0), set: { ord: 'inf' } }],
  ['norm', [[0, 0]], { ...kink(0, [0, 0], -1, 1), set: { ord: 3 } }],

  ['max', [[3, 1, 3]], kink(3, [0.5, 0, 0.5], 0, 1)],
  ['max', [[2, 2, 2, 2]], kink(2, [0.25, 0.25, 0.25, 0.25], 0, 1)],
  ['max', [[-0, 0]], kink(0, [0.5, 0.5], 0, 1)],
  ['max', [0], smooth(0, 1)],
  ['min', [[3, 1, 1]], kink(1, [0, 0.5, 0.5], 1, 0)],
  [
    'max',
    [
      [
        [1, 5],
        [1, 2],
      ],
    ],
    { ...kink([1, 5], [0.5, 0, 0.5, 0, 0, 1, 0, 0], 0, 1), set: { axis: 0 } },
  ],
  ['prod', [[0, 0]], smooth(0, [0, 0])],
  ['prod', [[2, 0, 5]], smooth(0, [0, 10, 0])],
  ['prod', [[1e200, 1e200, 0]], { value: 0, slopes: [[0, 0, INF]], says: ['not-finite'] }],
  ['logsumexp', [[1e300, -1e300]], smooth(1e300, [1, 0])],
  ['logsumexp', [[800, 800]], smooth(800 + Math.LN2, [0.5, 0.5])],
  ['var', [7], smooth(0, 0)],
  ['var', [[2, 2, 2]], smooth(0, [0, 0, 0])],
  ['var', [[0.1, 0.1, 0.1]], smooth(0, [0, 0, 0])],
  ['std', [7], smooth(0, 0)],
  ['std', [[7]], smooth(0, 0)],
  ['std', [[2, 2]], kink(0, [0, 0], -0.5, 0.5)],
  ['std', [[0.1, 0.1, 0.1]], kink(0, [0, 0, 0], -Math.sqrt(2 / 9), Math.sqrt(2 / 9))],
  ['std', [[3, 3]], { ...kink(0, [0, 0], -Math.SQRT1_2, Math.SQRT1_2), set: { correction: 1 } }],
  [
    'std',
    [
      [
        [1, 4],
        [1, 8],
      ],
    ],
    { ...kink([0, 2], [0, 0, 0, 0, 0, -0.5, 0, 0.5], -0.5, 0.5), set: { axis: 0 } },
  ],
  ['cumulative_prod', [[0, 3, 0]], smooth([0, 0, 0], [1, 0, 0, 3, 0, 0, 0, 0, 0])],
  ['sort', [[3, 1, 2]], smooth([1, 2, 3], [0, 1, 0, 0, 0, 1, 1, 0, 0])],
  ['sort', [[2, 1, 2]], kink([1, 2, 2], [0, 1, 0, 1, 0, 0, 0, 0, 1], 1, 0)],
  ['sort', [[0, -0]], kink([0, 0], [0, 1, 1, 0], 1, 0)],
  ['gather', [[5, 6]], { ...smooth([6, 6], [0, 1, 0, 1]), set: { indices: [2, 2] } }],
  ['pad', [[5]], { ...smooth([5, 0], [1, 0]), set: { before: 0, after: 1 } }],
  ['broadcast', [[5]], { ...smooth([5, 5], [1, 1]), set: { shape: [2, 1] } }],

  ['softmax', [[1e300, 0]], smooth([1, 0], [0, 0, 0, 0])],
  [
    'cross_entropy',
    [
      [800, 0],
      [1, 0],
    ],
    smooth(0, [0, 0], [0, 800]),
  ],
  ['binary_cross_entropy', [0, 0], { value: 0, slopes: [1, INF], says: ['not-finite'] }],
  ['binary_cross_entropy', [1, 1], { value: 0, slopes: [-1, -INF], says: ['not-finite'] }],
  ['binary_cross_entropy', [0, 1], outside(INF, NAN, INF)],
  ['binary_cross_entropy', [1, 0], outside(INF, NAN, -INF)],
  ['binary_cross_entropy', [-0.5, 1], outside(NAN, NAN, NAN)],
  ['binary_cross_entropy_with_logits', [800, 1], smooth(0, 0, -800)],
  ['squared_error', [2, 2], smooth(0, 0, 0)],

  ['det', [SINGULAR], smooth(0, [-3, 6, -3, 6, -12, 6, -3, 6, -3])],
  ['det', [RANK_ONE], smooth(0, [0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['det', [[[0]]], smooth(0, 1)],
  ['logdet', [[[-1]]], smooth(0, -1)],
  ['logdet', [[[0]]], outside(-INF, NAN)],
  ['logdet', [SINGULAR], { value: -INF, slopes: [new Array(9).fill(NAN)], says: ['domain'] }],
  ['inv', [[[0]]], { value: NAN, slopes: [NAN], says: ['singular'] }],
  [
    'inv',
    [SINGULAR],
    { value: new Array(9).fill(NAN), slopes: [new Array(81).fill(NAN)], says: ['singular'] },
  ],
  [
    'inv',
    [
      [
        [1, 1],
        [1, 1 + Number.EPSILON],
      ],
    ],
    { value: new Array(4).fill(NAN), slopes: [new Array(16).fill(NAN)], says: ['singular'] },
  ],
  [
    'inv',
    [
      [
        [2 ** 300, 0],
        [0, 2 ** -300],
      ],
    ],
    smooth(
      [2 ** -300, 0, 0, 2 ** 300],
      [-(2 ** -600), 0, 0, 0, 0, -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -(2 ** 600)],
    ),
  ],
  [
    'solve',
    [
      [
        [1, 2],
        [2, 4],
      ],
      [1, 2],
    ],
    { value: [NAN, NAN], slopes: [new Array(8).fill(NAN), new Array(4).fill(NAN)], says: ['singular'] },
  ],
  ['solve', [[[2]], [0]], smooth(0, 0, 0.5)],

  ['normalize', [[0, 0]], { value: [NAN, NAN], slopes: [new Array(4).fill(NAN)], says: ['domain'] }],
  ['normalize', [[-3]], smooth(-1, 0)],
  [
    'cosine_similarity',
    [
      [0, 0],
      [1, 2],
    ],
    { value: NAN, slopes: [new Array(2).fill(NAN), new Array(2).fill(NAN)], says: ['domain'] },
  ],
  [
    'cosine_similarity',
    [
      [0, 0],
      [0, 0],
    ],
    { value: NAN, slopes: [new Array(2).fill(NAN), new Array(2).fill(NAN)], says: ['domain', 'domain'] },
  ],
  [
    'distance',
    [
      [1, 2],
      [1, 2],
    ],
    {
      value: 0,
      slopes: [
        [0, 0],
        [0, 0],
      ],
      says: ['kink'],
      sides: [-1, 1],
    },
  ],

  ['negative_log_likelihood', [0, 0], { value: 0, slopes: [0, INF], says: ['not-finite'] }],
  ['negative_log_likelihood', [1, 0], smooth(0, 0, 0)],
  ['negative_log_likelihood', [0, 1], outside(INF, NAN, INF)],
  ['negative_log_likelihood', [-1, 1], outside(NAN, NAN, NAN)],
  ['kl_divergence', [0, 0.5], { value: 0, slopes: [-INF, 0], says: ['vertical-tangent'] }],
  ['kl_divergence', [0, 0], outside(0, NAN, 0)],
  ['kl_divergence', [0.5, 0], outside(INF, NAN, NAN)],
  ['kl_divergence', [-0.5, 1], outside(NAN, NAN, NAN)],
  ['kl_divergence', [0.5, 0.5], smooth(0, 1, -1)],
  ['entropy', [[0, 1]], { value: 0, slopes: [[INF, -1]], says: ['vertical-tangent'] }],
  ['entropy', [-1], outside(NAN)],
  ['mae_loss', [2, 2], { value: 0, slopes: [0, 0], says: ['kink'], sides: [-1, 1] }],
  [
    'mae_loss',
    [
      [2, 5],
      [2, 1],
    ],
    {
      value: 2,
      slopes: [
        [0, 0.5],
        [0, -0.5],
      ],
      says: ['kink'],
      sides: [-0.5, 0.5],
    },
  ],
  ['huber_loss', [3, 2], smooth(0.5, 1, -1)],
  ['huber_loss', [0, 2], { ...smooth(0.875, -0.5, 0.5), set: { delta: 0.5 } }],
  ['huber_loss', [2, 2], smooth(0, 0, 0)],
  ['hinge_loss', [1, 1], { value: 0, slopes: [0, 0], says: ['kink'], sides: [-1, 0] }],
  ['hinge_loss', [-1, -1], { value: 0, slopes: [0, 0], says: ['kink'], sides: [0, 1] }],
  ['hinge_loss', [2, 1], smooth(0, 0, 0)],
  ['logistic_loss', [800, 1], smooth(0, 0, 0)],
  ['logistic_loss', [-800, 1], smooth(800, -1, 800)],

  ['log_softmax', [[800, 0]], smooth([0, -800], [0, 0, -1, 1])],
  ['max_pool1d', [[3, 3, 1, 2]], { ...kink([3, 2], [0.5, 0.5, 0, 0, 0, 0, 0, 1], 0, 1), set: { size: 2 } }],
  ['layer_norm', [[2, 2]], { ...smooth([0, 0], [0.5, -0.5, -0.5, 0.5]), set: { epsilon: 1 } }],
  ['layer_norm', [[7]], { ...smooth([0], [0]), set: { epsilon: 0.3 } }],
  ['rms_norm', [[0, 0]], { ...smooth([0, 0], [2, 0, 0, 2]), set: { epsilon: 0.25 } }],
];

/** With −0 made 0, which is the same number. */
const numbers = (value: Iterable<number>) => Array.from(value, (v) => v + 0);

describe.each(POINTS)('%s at %j', (name, operands, { set, value, slopes, says = [], sides }) => {
  const program = applied(operators.get(name)!, operands, set);
  const y = program.node('y')!;
  const diagnostics = diagnose(program);

  it(`has the value ${value} and the derivatives ${slopes.join(' ; ')}`, () => {
    expect(numbers(y.tensor!.data)).toEqual([value].flat());
    expect(y.incoming.map(({ jacobian }) => numbers(dense(jacobian!)))).toEqual(
      slopes.map((slope) => [slope].flat()),
    );
  });

  it(`says ${says.join(', ') || 'nothing'}`, () => {
    expect(diagnostics.map(({ code }) => code)).toEqual(says);
    if (sides) expect([diagnostics[0].left, diagnostics[0].right]).toEqual(sides);
  });
});

describe('The sentences', () => {
  const said = (name: string, operands: readonly NestedValue[], set?: Attributes) =>
    diagnose(applied(operators.get(name)!, operands, set)).map(({ message }) => message);

  it.each<[string, readonly NestedValue[], string, Attributes?]>([
    ['relu', [0], 'relu has a kink where x is 0: slope 0 from the left, 1 from the right; 0 is used.'],
    [
      'hardswish',
      [[1, 3, -3]],
      'hardswish has a kink where component 2 of x is 3: slope 1.5 from the left, 1 from the right; 1 is used. (Also at component 3 of x.)',
    ],
    ['sqrt', [0], 'sqrt has a vertical tangent where x is 0: its slope is infinite.'],
    [
      'log',
      [
        [
          [1, 2],
          [-3, 4],
        ],
      ],
      'log needs x > 0, but entry (2, 1) of x is -3: there is no derivative here.',
    ],
    [
      'floor',
      [1.5],
      'floor is constant between its jumps: its derivative is 0, so no gradient flows through it.',
    ],
    [
      'stop_gradient',
      [1.5],
      'stop_gradient passes its operand on but is given the derivative 0 by decree: this is not the true derivative.',
    ],
    ['divide', [1, 0], 'divide needs b ≠ 0: a is 1, b is 0.'],
    [
      'maximum',
      [2, [1, 2]],
      'maximum has a kink where its operands are equal, and gives each the slope ½: a is 2, component 2 of b is 2.',
    ],
    ['norm', [[0, 0]], 'norm has a kink where x is 0 throughout; 0 is used as its gradient.'],
    [
      'norm',
      [[3, 1, -3]],
      'norm has a kink where component 1 of x ties for the largest absolute value 3; the 2 share the slope equally.',
      { ord: 'inf' },
    ],
    [
      'max',
      [[3, 1, 3]],
      'max has a kink where component 1 of x ties for the largest number 3; the 2 share the slope equally.',
    ],
    [
      'min',
      [
        [
          [3, 1],
          [0, 1],
        ],
      ],
      'min has a kink where entry (1, 2) of x ties for the smallest number 1; the 2 share the slope equally.',
      { axis: 0 },
    ],
    ['std', [[2, 2]], 'std has a kink where x is 2 throughout; 0 is used as its gradient.'],
    [
      'std',
      [
        [
          [1, 2],
          [4, 4],
        ],
      ],
      'std has a kink where the row of entry (2, 1) of x is 4 throughout; 0 is used as its gradient.',
      { axis: 1 },
    ],
    [
      'norm',
      [
        [
          [1, 0],
          [4, 0],
        ],
      ],
      'norm has a kink where the column of entry (1, 2) of x is 0 throughout; 0 is used as its gradient.',
      { axis: 0 },
    ],
    [
      'sort',
      [[2, 1, 2]],
      'sort has a kink where component 1 of x and component 3 of x are both 2: which comes first changes as they move; they keep their order here.',
    ],
    [
      'sort',
      [[2, 1, 2, 1, 2]],
      'sort has a kink where component 1 of x, component 3 of x and 1 more are all 2: which comes first changes as they move; they keep their order here. (Also at component 2 of x.)',
    ],
    [
      'binary_cross_entropy',
      [
        [0.5, 2],
        [0, 1],
      ],
      'binary_cross_entropy needs 0 < p < 1, but component 2 of p is 2.',
    ],
    ['logdet', [SINGULAR], 'logdet needs det x ≠ 0, but x is singular: there is no derivative here.'],
    [
      'inv',
      [SINGULAR],
      'inv needs an invertible matrix, but x is singular: its determinant is 0, or no larger than the rounding of its entries.',
    ],
    [
      'solve',
      [SINGULAR, [1, 2, 3]],
      'solve needs an invertible matrix, but A is singular: its determinant is 0, or no larger than the rounding of its entries.',
    ],
    [
      'normalize',
      [[0, 0]],
      'normalize needs x ≠ 0: the zero vector has no direction, and no derivative here.',
    ],
    [
      'cosine_similarity',
      [
        [1, 2],
        [0, 0],
      ],
      'cosine_similarity needs b ≠ 0: the zero vector has no direction, and there is no derivative here.',
    ],
    [
      'distance',
      [
        [1, 2],
        [1, 2],
      ],
      'distance has a kink where a and b are equal; 0 is used as its gradient.',
    ],
    [
      'negative_log_likelihood',
      [
        [0.5, 0, 0],
        [1, 0, 1],
      ],
      'negative_log_likelihood needs p > 0: component 3 of p is 0, component 3 of target is 1.',
    ],
    ['kl_divergence', [-1, 0.5], 'kl_divergence needs q ≥ 0: q is -1, p is 0.5.'],
    ['kl_divergence', [0.5, 0], 'kl_divergence needs p > 0: q is 0.5, p is 0.'],
    [
      'kl_divergence',
      [
        [0, 0.5],
        [0.5, 0.5],
      ],
      'kl_divergence has a vertical tangent where q is 0, its slope with respect to q is infinite: component 1 of q is 0, component 1 of p is 0.5.',
    ],
    ['entropy', [[1, -2]], 'entropy needs p ≥ 0, but component 2 of p is -2.'],
    [
      'entropy',
      [[1, 0]],
      'entropy has a vertical tangent where component 2 of p is 0: its slope is infinite.',
    ],
    [
      'mae_loss',
      [
        [1, 2, 3],
        [1, 0, 3],
      ],
      'mae_loss has a kink where prediction and target are equal, and 0 is used as its slope: component 1 of prediction is 1, component 1 of target is 1. (Also at component 3 of prediction.)',
    ],
    [
      'hinge_loss',
      [0.5, 2],
      'hinge_loss has a kink where score · target is 1, and 0 is used as its slope: score is 0.5, target is 2.',
    ],
    [
      'max_pool1d',
      [[1, 3, 3, 0, 2, 2]],
      'max_pool1d has a kink where component 2 of x ties for the largest of its window; the 2 share the slope equally. (Also at component 5 of x.)',
      { size: 3 },
    ],
    [
      'exp',
      [1000],
      'The value of y (exp) is not finite: it is too large for a float64, whose largest number is 1.8e308, or undefined.',
    ],
  ])('%s at %j', (name, operands, message, set) => {
    expect(said(name, operands, set)).toEqual([message]);
  });
});

describe('The refusals', () => {
  const twoByThree = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  const vector = [1, 2, 3];

  it.each<[string, NestedValue, Attributes, 'attribute' | 'shape', string]>([
    [
      'var',
      vector,
      { correction: 3 },
      'attribute',
      'The setting correction of var is 3, but the number of entries it reduces is 3: expected a number < 3.',
    ],
    [
      'std',
      twoByThree,
      { correction: 2, axis: 0 },
      'attribute',
      'The setting correction of std is 2, but the number of entries it reduces is 2: expected a number < 2.',
    ],
    [
      'std',
      5,
      { correction: 1 },
      'attribute',
      'The setting correction of std is 1, but the number of entries it reduces is 1: expected a number < 1.',
    ],
    [
      'var',
      vector,
      { correction: 'sample' },
      'attribute',
      'The setting correction of var is "sample": expected a finite number.',
    ],
    [
      'max',
      vector,
      { axis: 1 },
      'attribute',
      'The setting axis of max is 1, but x is a vector of 3: expected axis 0 or none.',
    ],
    [
      'logsumexp',
      5,
      { axis: 0 },
      'attribute',
      'The setting axis of logsumexp is 0, but x is a scalar: expected no axis.',
    ],
    [
      'prod',
      twoByThree,
      { axis: 2 },
      'attribute',
      'The setting axis of prod is 2: expected 0 or 1, or no axis at all.',
    ],
    ['cumulative_sum', twoByThree, {}, 'shape', 'x is a 2 × 3 matrix: cumulative_sum takes a vector.'],
    ['cumulative_prod', 5, {}, 'shape', 'x is a scalar: cumulative_prod takes a vector.'],
    ['diff', [1], {}, 'shape', 'x is a vector of 1: diff takes a vector of at least 2.'],
    ['sort', twoByThree, {}, 'shape', 'x is a 2 × 3 matrix: sort takes a vector.'],
    ['index', 5, { index: 1 }, 'shape', 'x is a scalar: index takes a vector.'],
    [
      'index',
      vector,
      { index: 4 },
      'attribute',
      'The setting index of index is 4, but x has 3 components: expected 1 to 3.',
    ],
    [
      'slice',
      vector,
      { start: 4, end: 4 },
      'attribute',
      'The setting start of slice is 4, but x has 3 components: expected 1 to 3.',
    ],
    [
      'slice',
      vector,
      { start: 2, end: 4 },
      'attribute',
      'The setting end of slice is 4, but x has 3 components: expected 1 to 3.',
    ],
    [
      'slice',
      [1],
      { start: 1, end: 2 },
      'attribute',
      'The setting end of slice is 2, but x has 1 component: expected 1.',
    ],
    [
      'slice',
      vector,
      { start: 3, end: 2 },
      'attribute',
      'The setting start of slice is 3, beyond its end 2: expected 1 ≤ start ≤ end ≤ 3.',
    ],
    [
      'slice',
      vector,
      { start: 0, end: 2 },
      'attribute',
      'The setting start of slice is 0: expected a whole number ≥ 1.',
    ],
    [
      'slice',
      vector,
      { start: 1 },
      'attribute',
      'slice needs the setting end (the last component, included): expected a whole number ≥ 1.',
    ],
    [
      'gather',
      vector,
      { indices: [1, 5, 9] },
      'attribute',
      'The setting indices of gather names component 5, but x has 3: expected numbers from 1 to 3.',
    ],
    [
      'gather',
      vector,
      { indices: [] },
      'attribute',
      'The setting indices of gather is []: expected a list of whole numbers ≥ 1.',
    ],
    [
      'row',
      twoByThree,
      { index: 3 },
      'attribute',
      'The setting index of row is 3, but x has 2 rows: expected 1 to 2.',
    ],
    [
      'column',
      twoByThree,
      { index: 4 },
      'attribute',
      'The setting index of column is 4, but x has 3 columns: expected 1 to 3.',
    ],
    ['row', vector, { index: 1 }, 'shape', 'x is a vector of 3: row takes a matrix.'],
    [
      'reshape',
      vector,
      { shape: [2, 2] },
      'attribute',
      'The setting shape of reshape asks for a 2 × 2 matrix, 4 entries, but x has 3: expected a shape of 3 entries.',
    ],
    [
      'reshape',
      vector,
      { shape: [] },
      'attribute',
      'The setting shape of reshape asks for a scalar, 1 entry, but x has 3: expected a shape of 3 entries.',
    ],
    [
      'reshape',
      vector,
      { shape: [3, 1, 1] },
      'attribute',
      'The setting shape of reshape is [3,1,1]: expected [], [components] or [rows, columns], of whole numbers ≥ 1.',
    ],
    [
      'broadcast',
      vector,
      { shape: [3, 2] },
      'attribute',
      'The setting shape of broadcast asks for a 3 × 2 matrix, but x is a vector of 3: expected [3] or [rows, 3].',
    ],
    [
      'broadcast',
      twoByThree,
      { shape: [3, 2] },
      'attribute',
      'The setting shape of broadcast asks for a 3 × 2 matrix, but x is a 2 × 3 matrix: expected [2, 3].',
    ],
    [
      'pad',
      vector,
      { before: -1, after: 0 },
      'attribute',
      'The setting before of pad is -1: expected a whole number ≥ 0.',
    ],
    ['pad', 5, { before: 1, after: 0 }, 'shape', 'x is a scalar: pad takes a vector.'],
    ['diag', twoByThree, {}, 'shape', 'x is a 2 × 3 matrix: diag takes a vector.'],
    [
      'broadcast',
      5,
      { shape: [1000, 1001] },
      'shape',
      'The value would be a 1,000 × 1,001 matrix: 1,001,000 entries, more than the limit of 1,000,000.',
    ],
  ])('%s of %j with %j', (name, operand, set, code, message) => {
    const { problems } = applied(operators.get(name)!, [operand], set).node('y')!;
    expect(problems).toEqual([{ code, message }]);
  });
});

it('passes on what is not finite without inventing anything', () => {
  const at = (name: string, x: number[]) => {
    const operator = operators.get(name)!;
    const operand = { shape: [x.length], data: Float64Array.from(x) };
    const y = { shape: operator.shape([operand.shape], {}) as number[], data: new Float64Array(x.length) };
    operator.value(y, [operand], {});
    const take = (n: number) => new Float64Array(n);
    const [J] = operator.differential([operand], y, {}, { take, profile: 'nabla' });
    J.refresh?.();
    return [y.data[0], [...dense(J)]];
  };
  expect(at('max', [1, NAN])).toEqual([NAN, [NAN, NAN]]);
  expect(at('min', [INF, 1])).toEqual([1, [0, 1]]);
  expect(at('sort', [NAN, INF, 1])).toEqual([1, [0, 0, 1, 0, 1, 0, 1, 0, 0]]);
});

describe('What does not fit', () => {
  it.each<[string, readonly NestedValue[], string, Attributes?]>([
    ['trace', [[1, 2]], 'x is a vector of 2: trace takes a square matrix.'],
    ['det', [[[1, 2]]], 'x is a 1 × 2 matrix: det takes a square matrix.'],
    ['logdet', [3], 'x is a scalar: logdet takes a square matrix.'],
    ['inv', [[[1, 2]]], 'x is a 1 × 2 matrix: inv takes a square matrix.'],
    [
      'solve',
      [
        [
          [1, 2],
          [3, 4],
        ],
        [1, 2, 3],
      ],
      'A is a 2 × 2 matrix, b is a vector of 3: expected a square matrix and a vector with as many components as it has rows.',
    ],
    ['vecmat', [[1, 2], 3], 'x is a vector of 2, A is a scalar: expected a vector and a matrix.'],
    [
      'vecmat',
      [[1, 2], [[1, 2]]],
      'x is a vector of 2, A is a 1 × 2 matrix: the inner dimensions 2 and 1 differ; expected x to have 1 components.',
    ],
    [
      'quadratic_form',
      [[[1, 2]], [1, 2]],
      'A is a 1 × 2 matrix, x is a vector of 2: expected a square matrix and a vector with as many components as it has rows.',
    ],
    [
      'bilinear',
      [1, [1], [1]],
      'A is a scalar, x is a vector of 1, y is a vector of 1: expected a matrix and two vectors.',
    ],
    [
      'bilinear',
      [[[1, 2]], [1, 2], [1]],
      'A is a 1 × 2 matrix, x is a vector of 2, y is a vector of 1: expected x to have 1 components and y to have 2.',
    ],
    [
      'cross',
      [
        [1, 2],
        [1, 2, 3],
      ],
      'a is a vector of 2, b is a vector of 3: expected two vectors of 3.',
    ],
    ['normalize', [[[1, 2]]], 'x is a 1 × 2 matrix: normalize takes a vector.'],
    [
      'cosine_similarity',
      [[1, 2], [1]],
      'a is a vector of 2, b is a vector of 1: expected two vectors of the same length.',
    ],
    ['distance', [[1, 2], 1], 'a is a vector of 2, b is a scalar: expected the same shape.'],
    [
      'hinge_loss',
      [[1, 2], [1]],
      'score is a vector of 2, target is a vector of 1: expected the same shape.',
    ],
    ['log_softmax', [1], 'x is a scalar: log_softmax takes a vector or a matrix.'],
    ['conv1d', [[1, 2], 3], 'x is a vector of 2, kernel is a scalar: expected two vectors.'],
    [
      'conv1d',
      [
        [1, 2],
        [1, 2, 3],
      ],
      'x is a vector of 2, kernel is a vector of 3: expected a kernel that is no longer than x.',
    ],
    ['avg_pool1d', [[[1, 2]]], 'x is a 1 × 2 matrix: avg_pool1d takes a vector.', { size: 1 }],
    [
      'max_pool1d',
      [[1, 2, 3, 4, 5, 6]],
      'The setting size of max_pool1d is 4, but x has 6 components: expected a divisor of 6, one of 1, 2, 3, 6.',
      { size: 4 },
    ],
    [
      'avg_pool1d',
      [new Array(120).fill(1)],
      'The setting size of avg_pool1d is 7, but x has 120 components: expected a divisor of 120, such as 1, 2, 3, 4, 5, 6, 8, 10.',
      { size: 7 },
    ],
    [
      'avg_pool1d',
      [[1, 2]],
      'The setting size of avg_pool1d is 0: expected a whole number ≥ 1.',
      { size: 0 },
    ],
    [
      'avg_pool1d',
      [[1, 2]],
      'avg_pool1d needs the setting size (how many neighbours are pooled into one): expected a whole number ≥ 1.',
    ],
    ['layer_norm', [1], 'x is a scalar: layer_norm takes a vector or a matrix.'],
    ['rms_norm', [[1, 2]], 'The setting epsilon of rms_norm is 0: expected a number > 0.', { epsilon: 0 }],
    ['huber_loss', [1, 2], 'The setting delta of huber_loss is -1: expected a number > 0.', { delta: -1 }],
  ])('is said by %s at %j', (name, operands, message, set) => {
    const { problems } = applied(operators.get(name)!, operands, set).node('y')!;
    expect(problems.map((problem) => problem.message)).toEqual([message]);
  });
});

describe('At a kink, each profile takes its own derivative', () => {
  const tied: Attributes = { size: 2 };
  it.each<[string, readonly NestedValue[], Profile, readonly (readonly number[])[], Attributes?]>([
    ['mae_loss', [2, 2], 'nabla', [[0], [0]]],
    ['mae_loss', [2, 2], 'pytorch', [[0], [0]]],
    ['mae_loss', [2, 2], 'jax', [[1], [-1]]],
    ['mae_loss', [2, 2], 'strict', [[NAN], [NAN]]],
    ['hinge_loss', [1, 1], 'nabla', [[0], [0]]],
    ['hinge_loss', [1, 1], 'jax', [[0], [0]]],
    ['hinge_loss', [1, 1], 'strict', [[NAN], [NAN]]],
    ['distance', [[1], [1]], 'nabla', [[0], [0]]],
    ['distance', [[1], [1]], 'pytorch', [[0], [0]]],
    ['distance', [[1], [1]], 'jax', [[NAN], [NAN]]],
    ['distance', [[1], [1]], 'strict', [[NAN], [NAN]]],
    ['max_pool1d', [[3, 3]], 'nabla', [[0.5, 0.5]], tied],
    ['max_pool1d', [[3, 3]], 'pytorch', [[1, 0]], tied],
    ['max_pool1d', [[3, 3]], 'jax', [[1, 0]], tied],
    ['max_pool1d', [[3, 3]], 'strict', [[NAN, NAN]], tied],
    ['max_pool1d', [[1, 3]], 'strict', [[0, 1]], tied],
    ['mae_loss', [3, 2], 'strict', [[1], [-1]]],
  ])('%s at %j: %s', (name, operands, profile, slopes, set = {}) => {
    const operator = operators.get(name)!;
    const { operands: tensors, tensor, attributes } = applied(operator, operands, set).node('y')!;
    const binding = { take: (size: number) => new Float64Array(size), profile };
    const jacobians = operator.differential(tensors, tensor!, attributes, binding);
    expect(
      jacobians.map((J) => {
        J.refresh?.();
        return numbers(dense(J));
      }),
    ).toEqual(slopes);
  });
});

it('calls max pooling a selection unless ties share', () => {
  const pool = (x: number[]) =>
    applied(operators.get('max_pool1d')!, [x], { size: 2 }).edge('y', 'x')!.jacobian!.structure;
  expect([pool([1, 2, 4, 3]), pool([1, 2, 3, 3])]).toEqual(['selection', 'block-diagonal']);
});

it('stops with an error at a singular matrix, and says so downstream', () => {
  const program = compile([
    { id: 'A', op: 'variable', value: SINGULAR },
    { id: 'B', op: 'inv', inputs: { x: 'A' } },
    { id: 't', op: 'trace', inputs: { x: 'B' } },
  ]).run();
  expect(diagnose(program).map(({ node, severity, code, cause }) => [node, severity, code, cause])).toEqual([
    ['B', 'error', 'singular', undefined],
    ['t', 'warning', 'caused-by', 'B'],
  ]);
});

describe('One node on both operands', () => {
  it.each([
    ['maximum', 2, 1],
    ['minimum', 2, 1],
    ['subtract', 2, 0],
    ['divide', 2, 0],
    ['multiply', 3, 6],
    ['hypot', 2, Math.SQRT2],
    ['pow', 2, 4 * (1 + Math.LN2)],
    ['distance', 2, 0],
    ['mae_loss', 2, 0],
    ['kl_divergence', 2, 0],
    ['logistic_loss', 0, 0],
  ])('differentiates %s(x, x) at %d to %d, without a kink', (op, value, slope) => {
    const [a, b] = operators.get(op)!.operands as readonly string[];
    const program = compile([
      { id: 'x', op: 'variable', value },
      { id: 'y', op, inputs: { [a]: 'x', [b]: 'x' } },
    ]).run();
    const gradient = new Pullback(program, program.node('y')!).run().gradient(program.node('x')!);
    expect(gradient![0]).toBeCloseTo(slope, 14);
    expect(diagnose(program)).toEqual([]);
  });
});

it('blames the first node where a value stopped being finite, and says so downstream', () => {
  const program = compile([
    { id: 'x', op: 'variable', value: 0 },
    { id: 'l', op: 'log', inputs: { x: 'x' } },
    { id: 's', op: 'square', inputs: { x: 'l' } },
    { id: 'e', op: 'exp', inputs: { x: 'l' } },
  ]).run();
  expect(diagnose(program).map(({ node, code, cause }) => [node, code, cause])).toEqual([
    ['l', 'domain', undefined],
    ['s', 'caused-by', 'l'],
  ]);
});

it('sends nothing into a branch that was not taken, not even an infinite slope', () => {
  const program = compile([
    { id: 'x', op: 'variable', value: -1 },
    { id: 'cut', op: 'relu', inputs: { x: 'x' } },
    { id: 'y', op: 'sqrt', inputs: { x: 'cut' } },
  ]).run();
  const pullback = new Pullback(program, program.node('y')!).run();
  expect(pullback.gradient(program.node('cut')!)).toEqual(Float64Array.of(INF));
  expect(pullback.gradient(program.node('x')!)).toEqual(Float64Array.of(0));
});
