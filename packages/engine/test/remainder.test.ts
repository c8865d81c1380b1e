/**
 * What the differential leaves out: of second order where a function is smooth, of first order at a kink.
 */
import { describe, expect, it } from 'vitest';
import {
  compile,
  diagnose,
  type Operator,
  operators,
  orderOf,
  type Point,
  type Program,
  Pushforward,
  stepsAlong,
  valuesAt,
} from '../index';
import { nest } from '../tensor';
import { applied, randomVector, seeded } from './graphs';

const SEED = 20261129;
/** From 1 down to 1e-8, six in a decade. */
const SIZES = Array.from({ length: 49 }, (_, k) => 10 ** (-k / 6));

function along(program: Program, directions: Point) {
  const y = program.node('y')!;
  const named = Array.from(
    directions,
    ([leaf, direction]) =>
      [leaf.id, nest({ shape: leaf.tensor!.shape, data: Float64Array.from(direction) })] as const,
  );
  const tangent = new Pushforward(program).run(new Map(named)).tangent(y)!;
  return stepsAlong(y, directions, tangent, SIZES);
}

/** Its derivative is 0 by decree. */
const SMOOTH = [...operators.values()].filter(({ name }) => name !== 'stop_gradient');

/** Three factors are 0 there: its first terms are of third order. */
const OF_THIRD_ORDER = new Set(['prod 7']);

describe.each(SMOOTH)('The remainder of $name', (operator: Operator) => {
  it.each(operator.examples.map((example, k) => ({ ...example, k })))(
    `is of second order at example $k (seed ${SEED})`,
    ({ operands, attributes, k }) => {
      const program = applied(operator, operands, attributes);
      const random = seeded(SEED);
      const leaves = program.nodes.filter(({ incoming, tensor }) => incoming.length === 0 && tensor);
      const directions = new Map(
        leaves.map((leaf) => [leaf, randomVector(leaf.tensor!.data.length, random)] as const),
      );
      const order = orderOf(along(program, directions));
      const expected = OF_THIRD_ORDER.has(`${operator.name} ${k}`) ? 3 : 2;
      if (order.kind === 'order')
        expect(Math.abs(order.slope - expected), `slope ${order.slope}`).toBeLessThan(0.05);
    },
  );
});

/** The kinks of all functions of one number, by trying where they may be. */
function kinksOf(): [op: string, at: number][] {
  const unary = [...operators.values()].filter(
    ({ operands, examples }) =>
      Array.isArray(operands) && operands.length === 1 && examples[0].operands[0] !== undefined,
  );
  return unary.flatMap(({ name }) =>
    [-3, -1, -0.5, 0, 0.5, 1, 3, 6]
      .filter((at) => diagnose(scalar(name, at)).some(({ code }) => code === 'kink'))
      .map((at): [string, number] => [name, at]),
  );
}

function scalar(op: string, value: number): Program {
  return compile([
    { id: 'x', op: 'variable', value },
    { id: 'y', op, inputs: { x: 'x' } },
  ]).run();
}

describe('The remainder', () => {
  const one = (program: Program, dx = 1): Point => new Map([[program.node('x')!, [dx]]]);

  it('of the sine at 1 is that of the lesson', () => {
    const program = scalar('sin', 1);
    const steps = stepsAlong(program.node('y')!, one(program), [Math.cos(1)], [1, 0.1, 0.01, 0.001]);
    const ratios = steps.map(({ h, remainder: [r] }) => r / h ** 2);
    for (const [k, expected] of [-0.4724759, -0.4293855, -0.4216325, -0.4208255].entries())
      expect(ratios[k]).toBeCloseTo(expected, 7);
  });

  it.each(kinksOf())('of %s at its kink %d is of first order', (op, at) => {
    const program = scalar(op, at);
    const slopes = [1, -1].flatMap((dx) => {
      const order = orderOf(along(program, one(program, dx)));
      return order.kind === 'order' ? order.slope : [];
    });
    const off = (order: number) => slopes.map((slope) => Math.abs(slope - order));
    expect(Math.min(...off(1)), `${slopes}`).toBeLessThan(0.05);
    // On the side whose slope is used it may be smooth.
    for (const [k, error] of off(1).entries()) expect(Math.min(error, off(2)[k])).toBeLessThan(0.05);
  });

  it('of what is linear is nothing but rounding', () => {
    const program = scalar('negative', 0.3);
    expect(orderOf(along(program, one(program)))).toEqual({ kind: 'linear' });
  });

  it('says where rounding takes over', () => {
    const program = scalar('sin', 1);
    const order = orderOf(along(program, one(program)));
    if (order.kind !== 'order') throw new Error(order.kind);
    expect(order.from).toBeGreaterThan(1e-8);
    expect(order.from).toBeLessThan(1e-5);
    // −½ sin 1 in front of h².
    expect(10 ** order.offset).toBeCloseTo(Math.sin(1) / 2, 1);
  });

  it('does not vanish at a jump, and is not finite where the tangent is vertical', () => {
    const jump = scalar('ceil', 0);
    expect(orderOf(along(jump, one(jump)))).toEqual({ kind: 'jump' });
    const vertical = scalar('sqrt', 0);
    expect(orderOf(along(vertical, one(vertical)))).toEqual({ kind: 'infinite' });
  });

  it('is no jump where numbers cancel, and a small one is seen beside a steep rest', () => {
    const residual = compile([
      { id: 'x', op: 'variable', value: 1 },
      { id: 'a', op: 'constant', value: 2.1 },
      { id: 'p', op: 'multiply', inputs: { a: 'x', b: 'a' } },
      { id: 'y', op: 'subtract', inputs: { a: 'p', b: 'a' } },
    ]).run();
    expect(orderOf(along(residual, one(residual))).kind).toBe('linear');
    const steep = compile([
      { id: 'x', op: 'variable', value: 0 },
      { id: 'c', op: 'ceil', inputs: { x: 'x' } },
      { id: 'k', op: 'constant', value: 1000 },
      { id: 's', op: 'square', inputs: { x: 'x' } },
      { id: 'p', op: 'multiply', inputs: { a: 'k', b: 's' } },
      { id: 'y', op: 'add', inputs: { a: 'c', b: 'p' } },
    ]).run();
    expect(orderOf(along(steep, one(steep)))).toEqual({ kind: 'jump' });
  });

  it('is rounding up to a step that it names, where there is another piece further on', () => {
    const program = scalar('relu', 0.1);
    const order = orderOf(along(program, one(program, -1)));
    expect(order.kind === 'linear' && order.upTo).toBeGreaterThan(0.1);
  });

  it('is computed elsewhere, and leaves the program where it was', () => {
    const program = scalar('exp', 0.5);
    const [x, y] = [program.node('x')!, program.node('y')!];
    const before = [x.tensor!.data[0], y.tensor!.data[0], y.incoming[0].jacobian!.payload.map((p) => [...p])];
    const values = valuesAt(y, [new Map([[x, [0]]]), new Map([[x, [1]]])]);
    expect(values.map(([v]) => v)).toEqual([0, 1].map((at) => scalar('exp', at).node('y')!.tensor!.data[0]));
    expect([
      x.tensor!.data[0],
      y.tensor!.data[0],
      y.incoming[0].jacobian!.payload.map((p) => [...p]),
    ]).toEqual(before);
  });
});
