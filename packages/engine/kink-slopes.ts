/**
 * What is taken for the derivative at a kink, where several would do: by us, by PyTorch, by JAX.
 */
import type { Jacobian } from './jacobian/jacobian';
import { PROFILES, type Profile } from './operator';
import type { ProgramNode } from './program/node';
import { compile } from './program/program';
import { nest } from './tensor';

/**
 * The slope at a component, counted from 1 by rows, under every profile; undefined for what is no operator. Of a function of entries the entry on
 * the diagonal of its Jacobian; else the one in column c (row c where there are more rows) that is not 0. NaN where a profile gives none.
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
    return [profile, slopeOf(jacobian!, component - 1)] as const;
  });
  return Object.fromEntries(slopes) as Record<Profile, number>;
}

/** Without the dense Jacobian, which may be large: one column of it, or one row. */
function slopeOf(jacobian: Jacobian, c: number): number {
  const { rows, cols } = jacobian;
  const unit = new Float64Array(Math.max(rows, cols));
  unit[c] = 1;
  if (rows > cols) {
    const row = new Float64Array(cols);
    jacobian.pull(unit.subarray(0, rows), 1, row);
    return row.find((slope) => slope !== 0) ?? 0;
  }
  const column = new Float64Array(rows);
  jacobian.push(unit.subarray(0, cols), column);
  return rows === cols ? column[c] : (column.find((slope) => slope !== 0) ?? 0);
}
