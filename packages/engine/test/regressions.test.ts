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
import { seeded } from './graphs';

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

describe('A component that the target does not depend on has a gradient of 0, whatever the slope there', () => {
  const x = variable('x', [0, 4]);
  const root = node('root', 'sqrt', { x: 'x' });

  it('where it is one component of the target that does not depend on another', () => {
    expect(gradient([x, root], 'root', 'x')).toEqual([Number.POSITIVE_INFINITY, 0, 0, 0.25]);
    const logarithm = [variable('x', [-1, 4]), node('y', 'log', { x: 'x' })];
    expect(gradient(logarithm, 'y', 'x')).toEqual([Number.NaN, 0, 0, 0.25]);
  });

  it('where another one is picked out', () => {
    const second = { ...node('z', 'index', { x: 'root' }), attributes: { index: 2 } };
    expect(gradient([x, root, second], 'z', 'x')).toEqual([0, 0.25]);
    expect(gradient([x, root, node('z', 'max', { x: 'root' })], 'z', 'x')).toEqual([0, 0.25]);
  });

  it('where it stands on a branch that is not taken, in a vector or beside one', () => {
    const larger = [x, variable('one', 1), root, node('larger', 'maximum', { a: 'root', b: 'one' })];
    expect(gradient([...larger, node('z', 'sum', { x: 'larger' })], 'z', 'x')).toEqual([0, 0.25]);
    const beside = [
      variable('x', 0),
      variable('v', [1, 2]),
      root,
      node('larger', 'maximum', { a: 'root', b: 'v' }),
      node('z', 'sum', { x: 'larger' }),
    ];
    expect(gradient(beside, 'z', 'x')).toEqual([0]);
  });

  it('where two numbers are stacked, of which one has an infinite slope', () => {
    const stacked = [variable('x', 0), root, node('z', 'stack', { x1: 'root', x2: 'x' })];
    expect(gradient(stacked, 'z', 'x')).toEqual([Number.POSITIVE_INFINITY, 1]);
  });

  it('and the terms of its edges say the same, before and after an update', () => {
    const program = compile([variable('x', [1, 4]), root]).run();
    const pullback = new Pullback(program, program.node('root')!).run();
    for (const [first, slope] of [
      [0, Number.POSITIVE_INFINITY],
      [1, 0.5],
      [0, Number.POSITIVE_INFINITY],
    ]) {
      program.set('x', [first, 4]);
      program.update();
      pullback.update();
      expect([...pullback.gradient(program.node('x')!)!]).toEqual([slope, 0, 0, 0.25]);
      expect([...pullback.contribution(program.edge('root', 'x')!)!]).toEqual([slope, 0, 0, 0.25]);
    }
  });
});

it('A cotangent that arrived and is 0 is a number: times an infinite slope it stays NaN, forwards and backwards', () => {
  // The norm of √x is √(x₁ + x₂), whose slope is 1/8 here: 0 would be invented.
  const specs = [variable('x', [0, 16]), node('root', 'sqrt', { x: 'x' }), node('z', 'norm', { x: 'root' })];
  expect(gradient(specs, 'z', 'x')).toEqual([Number.NaN, 0.125]);
  const program = compile(specs).run();
  const pushforward = new Pushforward(program).run(new Map([['x', [1, 0]]]));
  expect([...pushforward.tangent(program.node('z')!)!]).toEqual([Number.NaN]);
});

/** Operators applied entry by entry, to one vector or to two, with kinks, poles and vertical tangents where the numbers below meet them. */
const ONE = [
  'sqrt',
  'log',
  'relu',
  'abs',
  'sin',
  'reciprocal',
  'asin',
  'hardtanh',
  'negative',
  'sign',
  'flip',
];
const TWO = ['add', 'subtract', 'multiply', 'maximum', 'minimum'];

/** A chain of five nodes of vectors, and the same components as numbers of their own. */
function vectorsAndNumbers(random: () => number): { vectors: NodeSpec[]; numbers: NodeSpec[] } {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)];
  const values = Array.from({ length: 3 }, () => pick([0, 0, 1, -1, 4, 0.5]));
  const vectors = [variable('n0', values)];
  const numbers = values.map((value, i) => variable(`n0_${i}`, value));
  for (let k = 1; k <= 5; k++) {
    const [a, b] = [pick(vectors).id, pick(vectors).id];
    const op = pick(random() < 0.6 ? ONE : TWO);
    const inputs: Record<string, string> = ONE.includes(op) ? { x: a } : { a, b };
    vectors.push(node(`n${k}`, op, inputs));
    for (let i = 0; i < 3; i++) {
      const from = op === 'flip' ? 2 - i : i;
      const entries = Object.entries(inputs).map(([operand, id]) => [operand, `${id}_${from}`]);
      numbers.push(node(`n${k}_${i}`, op === 'flip' ? 'identity' : op, Object.fromEntries(entries)));
    }
  }
  return { vectors, numbers };
}

it('A vector has the gradients of its components, infinite slopes or not (seeds 1 to 1000)', () => {
  for (let seed = 1; seed <= 1000; seed++) {
    const { vectors, numbers } = vectorsAndNumbers(seeded(seed));
    const together = compile(vectors).run();
    const apart = compile(numbers).run();
    const pullback = new Pullback(together, together.node('n5')!).run();
    for (let row = 0; row < 3; row++) {
      const ofRow = new Pullback(apart, apart.node(`n5_${row}`)!).run();
      for (const { id } of vectors)
        expect(
          [...pullback.gradient(together.node(id)!)!].slice(3 * row, 3 * row + 3).map((v) => 0 + v),
          `seed ${seed}`,
        ).toEqual([0, 1, 2].map((j) => 0 + ofRow.gradient(apart.node(`${id}_${j}`)!)![0]));
    }
  }
});

it('A length of 0 has the second derivative 0, by hypot as by norm', () => {
  const operands = [variable('a', 0), variable('b', 0)];
  const program = compile([
    ...operands,
    node('pair', 'stack', { x1: 'a', x2: 'b' }),
    node('norm', 'norm', { x: 'pair' }),
    node('hypot', 'hypot', { a: 'a', b: 'b' }),
  ]).run();
  for (const id of ['norm', 'hypot'])
    expect([...hessian(program, program.node(id)!, program.node('a')!)], id).toEqual([0]);
});
