/**
 * Defects that once were, each told as the law it broke.
 */
import { describe, expect, it } from 'vitest';
import {
  compile,
  dense,
  hessian,
  type NestedValue,
  type NodeSpec,
  Pullback,
  Pushforward,
  total,
} from '../index';

const variable = (id: string, value: NestedValue): NodeSpec => ({ id, op: 'variable', value });
const node = (id: string, op: string, inputs: Record<string, string>): NodeSpec => ({ id, op, inputs });

/** max(√x, 1) at 0, where √ has an infinite slope and is not taken. */
const notTaken = [
  variable('x', 0),
  variable('one', 1),
  node('root', 'sqrt', { x: 'x' }),
  node('larger', 'maximum', { a: 'root', b: 'one' }),
];

describe('A branch that is not taken', () => {
  it('leaves a second derivative alone, infinite as its slope may be', () => {
    const program = compile([
      ...notTaken,
      node('square', 'square', { x: 'x' }),
      node('z', 'add', { a: 'square', b: 'larger' }),
    ]).run();
    expect([...hessian(program, program.node('z')!, program.node('x')!)]).toEqual([2]);
  });

  it('is 0 in the total derivative and in the Jacobian of a composite, as it is in the gradient', () => {
    const body = {
      operands: ['x'],
      unfold: () => ({ nodes: [...notTaken.slice(1), node('y', 'negative', { x: 'larger' })], output: 'y' }),
    };
    const program = compile([notTaken[0], { id: 'f', op: 'function', inputs: { x: 'x' }, body }]).run();
    const [x, f] = [program.node('x')!, program.node('f')!];
    expect([...new Pullback(program, f).run().gradient(x)!]).toEqual([0]);
    expect(dense(total(x, f, 'forward'))[0]).toBeCloseTo(0, 12);
    expect(dense(total(x, f, 'reverse'))[0]).toBeCloseTo(0, 12);
    expect(dense(program.edge('f', 'x')!.jacobian!)[0]).toBeCloseTo(0, 12);
  });
});

const gradient = (specs: readonly NodeSpec[], target: string, id: string): number[] => {
  const program = compile(specs).run();
  return [...new Pullback(program, program.node(target)!).run().gradient(program.node(id)!)!];
};

it('A cotangent that arrived and is 0 is a number: times an infinite slope it stays NaN, forwards and backwards', () => {
  // The norm of √x is √(x₁ + x₂), whose slope is 1/8 here: 0 would be invented.
  const specs = [variable('x', [0, 16]), node('root', 'sqrt', { x: 'x' }), node('z', 'norm', { x: 'root' })];
  expect(gradient(specs, 'z', 'x')).toEqual([Number.NaN, 0.125]);
  const program = compile(specs).run();
  const pushforward = new Pushforward(program).run(new Map([['x', [1, 0]]]));
  expect([...pushforward.tangent(program.node('z')!)!]).toEqual([Number.NaN]);
});
