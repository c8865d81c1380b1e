/**
 * Whose derivative is used at a kink: ours, PyTorch's, JAX's, or none. The numbers were measured with PyTorch 1.13 and JAX 0.10.2 in
 * float64; where they come from is told in the doc comments of the rules.
 */
import { describe, expect, it } from 'vitest';
import { type Attributes, compile, dense, kinkSlopes, operators, sizeOf } from '../index';
import { isRefusal, PROFILES, type Profile, readAttributes } from '../operator';
import { type NestedValue, tensorOf } from '../tensor';

const NAN = Number.NaN;
const SELU_LEFT = 1.7580993408473766;

/** The entries of every Jacobian at a point, all operands together. */
function derivative(
  name: string,
  values: readonly NestedValue[],
  set: Attributes,
  profile: Profile,
  same = false,
): number[] {
  const operator = operators.get(name)!;
  const settings = readAttributes(operator, set);
  if (!('attributes' in settings)) throw new Error(settings.message);
  const { attributes } = settings;
  const operands = values.map(tensorOf);
  if (same) operands[1] = operands[0];
  const shape = operator.shape(
    operands.map((x) => x.shape),
    attributes,
  );
  if (isRefusal(shape)) throw new Error(shape.message);
  const y = { shape, data: new Float64Array(sizeOf(shape)) };
  operator.value(y, operands, attributes);
  const take = (n: number) => new Float64Array(n);
  return operator.differential(operands, y, attributes, { take, profile }).flatMap((J) => {
    J.refresh?.();
    return Array.from(dense(J), (v) => v + 0);
  });
}

/** The derivative by nabla, by PyTorch and by JAX; at every kink the strict one is NaN. */
type Row = readonly [
  string,
  readonly NestedValue[],
  Attributes,
  readonly number[],
  readonly number[],
  readonly number[],
];

const KINKS: readonly Row[] = [
  ['abs', [0], {}, [0], [0], [1]],
  ['abs', [-0], {}, [0], [0], [1]],
  ['relu', [0], {}, [0], [0], [0]],
  ['relu6', [0], {}, [0], [0], [0]],
  ['relu6', [6], {}, [0], [0], [0]],
  ['leaky_relu', [0], {}, [0.01], [0.01], [1]],
  ['leaky_relu', [0], { slope: 0.2 }, [0.2], [0.2], [1]],
  ['elu', [0], { alpha: 0.5 }, [0.5], [0.5], [0.5]],
  ['selu', [0], {}, [SELU_LEFT], [SELU_LEFT], [SELU_LEFT]],
  ['hardtanh', [-1], {}, [0], [0], [1]],
  ['hardtanh', [1], {}, [0], [0], [1]],
  ['hardsigmoid', [-3], {}, [0], [0], [0]],
  ['hardsigmoid', [3], {}, [0], [0], [0]],
  ['hardswish', [-3], {}, [0], [-0.5], [0]],
  ['hardswish', [3], {}, [1], [1.5], [1]],
  ['clip', [-1], { min: -1, max: 2 }, [0], [1], [0.5]],
  ['clip', [2], { min: -1, max: 2 }, [0], [1], [0.5]],
  ['maximum', [2, 2], {}, [0.5, 0.5], [0.5, 0.5], [0.5, 0.5]],
  ['minimum', [2, 2], {}, [0.5, 0.5], [0.5, 0.5], [0.5, 0.5]],
  ['hypot', [0, 0], {}, [0, 0], [NAN, NAN], [0.5, 0.5]],
  ['norm', [[0, 0]], {}, [0, 0], [0, 0], [NAN, NAN]],
  ['norm', [[0, 0]], { ord: 3 }, [0, 0], [0, 0], [NAN, NAN]],
  ['norm', [[0, -2]], { ord: 1 }, [0, -1], [0, -1], [1, -1]],
  ['norm', [[0, 0]], { ord: 1 }, [0, 0], [0, 0], [1, 1]],
  ['norm', [[0, 0]], { ord: 'inf' }, [0, 0], [0, 0], [0.25, 0.25]],
  ['norm', [[3, -3]], { ord: 'inf' }, [0.5, -0.5], [0.5, -0.5], [0.5, -0.5]],
  ['max', [[3, 3]], {}, [0.5, 0.5], [0.5, 0.5], [0.5, 0.5]],
  ['min', [[3, 3]], {}, [0.5, 0.5], [0.5, 0.5], [0.5, 0.5]],
  ['std', [[2, 2]], {}, [0, 0], [0, 0], [NAN, NAN]],
];

describe.each(KINKS)('%s at %j with %j', (name, values, set, nabla, pytorch, jax) => {
  it.each([
    ['nabla', nabla],
    ['pytorch', pytorch],
    ['jax', jax],
    ['strict', nabla.map(() => NAN)],
  ] as const)('has the derivative of %s, %j', (profile, expected) => {
    expect(derivative(name, values, set, profile)).toEqual(expected);
  });
});

it('says what the others say where clip has no room: nothing bends, and no profile calls it a kink', () => {
  const at = (profile: Profile) => derivative('clip', [1], { min: 1, max: 1 }, profile);
  expect([at('nabla'), at('pytorch'), at('jax'), at('strict')]).toEqual([[0], [1], [0.25], [0]]);
});

it('sorts stably in every profile, and says NaN of tied places in the strict one', () => {
  const stable = [0, 1, 0, 1, 0, 0, 0, 0, 1];
  for (const profile of ['nabla', 'pytorch', 'jax'] as const)
    expect(derivative('sort', [[2, 1, 2]], {}, profile)).toEqual(stable);
  expect(derivative('sort', [[2, 1, 2]], {}, 'strict')).toEqual([0, 1, 0, NAN, 0, 0, 0, 0, NAN]);
});

it('touches only the runs and entries that are at a kink', () => {
  const rows = [
    [2, 2],
    [1, 3],
  ];
  expect(derivative('std', [rows], { axis: 1 }, 'jax')).toEqual([NAN, NAN, 0, 0, 0, 0, -0.5, 0.5]);
  expect(derivative('std', [rows], { axis: 1 }, 'strict')).toEqual([NAN, NAN, 0, 0, 0, 0, -0.5, 0.5]);
  expect(derivative('clip', [[2, 1]], { min: -1, max: 2 }, 'pytorch')).toEqual([1, 0, 0, 1]);
  expect(derivative('clip', [[2, 1]], { min: -1, max: 2 }, 'strict')).toEqual([NAN, 0, 0, 1]);
});

it('has no kink in maximum(x, x) and minimum(x, x) in any profile', () => {
  for (const profile of PROFILES) {
    expect(derivative('maximum', [2, 2], {}, profile, true)).toEqual([0.5, 0.5]);
    expect(derivative('minimum', [2, 2], {}, profile, true)).toEqual([0.5, 0.5]);
  }
});

it.each([...operators.values()])('agrees in all profiles where $name is smooth', (operator) => {
  for (const { operands, attributes } of operator.examples) {
    const [ours, ...others] = PROFILES.map((profile) =>
      derivative(operator.name, operands, attributes ?? {}, profile),
    );
    for (const theirs of others) expect(theirs).toEqual(ours);
  }
});

it.each([
  ['relu', 0, [0, 0, 0, Number.NaN]],
  ['abs', 0, [0, 0, 1, Number.NaN]],
  ['leaky_relu', 0, undefined],
] as const)('tells side by side what is used at the kink of %s', (op, value, expected) => {
  const program = compile([
    { id: 'x', op: 'variable', value },
    { id: 'y', op, inputs: { x: 'x' } },
  ]).run();
  const slopes = kinkSlopes(program.node('y')!, 'x')!;
  expect(Object.keys(slopes)).toEqual([...PROFILES]);
  if (expected) expect(Object.values(slopes)).toEqual(expected);
  else expect(slopes.jax).not.toBe(slopes.nabla);
  expect(kinkSlopes(program.node('x')!, undefined)).toBeUndefined();
});

it('tells it of a component of a vector', () => {
  const program = compile([
    { id: 'x', op: 'variable', value: [2, 0] },
    { id: 'y', op: 'abs', inputs: { x: 'x' } },
  ]).run();
  expect(kinkSlopes(program.node('y')!, 'x', 2)).toMatchObject({ nabla: 0, pytorch: 0, jax: 1 });
});

it('tells it of a tie in a row of a matrix, and of a matrix whose Jacobian nobody would write down', () => {
  const tie = compile([
    {
      id: 'x',
      op: 'variable',
      value: [
        [1, 2],
        [3, 3],
      ],
    },
    { id: 'y', op: 'max', inputs: { x: 'x' }, attributes: { axis: 1 } },
  ]).run();
  expect(kinkSlopes(tie.node('y')!, 'x', 3)!.nabla).toBe(0.5);
  const row = Array.from({ length: 200 }, () => 0);
  const large = compile([
    { id: 'x', op: 'variable', value: row.map(() => row) },
    { id: 'y', op: 'abs', inputs: { x: 'x' } },
  ]).run();
  expect(kinkSlopes(large.node('y')!, 'x', 5)!.jax).toBe(1);
});
