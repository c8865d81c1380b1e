/**
 * Defects that once were, each told as the law it broke.
 */
import { describe, expect, it } from 'vitest';
import { compile, hessian, type NestedValue, type NodeSpec } from '../index';

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
});
