/**
 * Small graphs for the tests.
 */
import { compile, type NodeSpec, type Operator, type Program } from '../index';
import type { Example } from '../operator';
import type { NestedValue } from '../tensor';

/** The program that applies one operator, as node `y`, to variables named after its operands. */
export function applied(
  operator: Operator,
  operands: readonly NestedValue[],
  attributes?: Example['attributes'],
): Program {
  const names =
    'numbered' in operator.operands
      ? operands.map((_, i) => `${(operator.operands as { numbered: string }).numbered}${i + 1}`)
      : operator.operands;
  const leaves = operands.map((value, i): NodeSpec => ({ id: `operand_${names[i]}`, op: 'variable', value }));
  const inputs = Object.fromEntries(operands.map((_, i) => [names[i], leaves[i].id]));
  return compile([...leaves, { id: 'y', op: operator.name, inputs, attributes }]).run();
}

/** A generator of numbers in [0, 1) from a seed (mulberry32, T. Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const randomVector = (n: number, random: () => number) =>
  Float64Array.from({ length: n }, () => 4 * random() - 2);
