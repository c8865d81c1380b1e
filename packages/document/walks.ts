/**
 * Which nodes a node depends on, and which depend on it.
 */
import type { GraphDocument } from './graph';

/** The nodes with everything they are computed from. */
export function withUpstream({ nodes }: GraphDocument, ids: readonly string[]): ReadonlySet<string> {
  const found = new Set(ids);
  for (const id of found) for (const from of Object.values(nodes.get(id)?.inputs ?? {})) found.add(from);
  return found;
}

/** The nodes with everything that is computed from them. */
export function withDownstream(document: GraphDocument, ids: readonly string[]): ReadonlySet<string> {
  const users = usersOf(document);
  const found = new Set(ids);
  for (const id of found) for (const { to } of users.get(id) ?? []) found.add(to);
  return found;
}

export interface Use {
  readonly to: string;
  readonly operand: string;
}

/** Node → the operands that are wired to it. */
export function usersOf({ nodes }: GraphDocument): ReadonlyMap<string, readonly Use[]> {
  const users = new Map<string, Use[]>();
  for (const { id, inputs = {} } of nodes.values())
    for (const [operand, from] of Object.entries(inputs)) {
      const uses = users.get(from) ?? [];
      users.set(from, uses);
      uses.push({ to: id, operand });
    }
  return users;
}
