/**
 * What is taken for the derivative at a kink, where several would do: by us, by PyTorch, by JAX.
 */
import { dense } from './jacobian/jacobian';
import { PROFILES, type Profile } from './operator';
import type { ProgramNode } from './program/node';
import { compile } from './program/program';
import { nest } from './tensor';

/**
 * The entry of the local Jacobian that belongs to a component of an operand, counted from 1 by rows, under every profile; undefined for what is no
 * operator. Entry (c, c) of a square Jacobian, entry (1, c) of a row; NaN where a profile gives none.
 */
export function kinkSlopes(
  node: ProgramNode,
  operand: string | undefined,
  component = 1,
): Readonly<Record<Profile, number>> | undefined {
  const edge = node.incoming.find((one) => one.operand === operand) ?? node.incoming[0];
  if (!node.operator || !edge?.from.tensor) return undefined;
  const slopes = PROFILES.map((profile) => {
    const leaves = node.incoming.map(({ operand: name, from }) => ({
      id: `operand_${name}`,
      op: 'variable',
      value: nest(from.tensor!),
    }));
    const inputs = Object.fromEntries(node.incoming.map(({ operand: name }) => [name, `operand_${name}`]));
    const alone = { id: 'node', op: node.op, inputs, attributes: node.attributes };
    const { jacobian } = compile([...leaves, alone], { profile })
      .run()
      .edge('node', edge.operand)!;
    const { rows, cols } = jacobian!;
    const entries = dense(jacobian!);
    return [profile, entries[rows === cols ? (component - 1) * (cols + 1) : component - 1]] as const;
  });
  return Object.fromEntries(slopes) as Record<Profile, number>;
}
