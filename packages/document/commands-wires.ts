/**
 * Wires that find another way: around a node that is taken out, through a node that is put in.
 */
import type { Draft } from 'immer';
import { operandNames, operators } from '#engine';
import { type Command, remove } from './commands';
import type { GraphDocument } from './graph';
import type { Use } from './walks';

/** Removes nodes; what used one of them uses what came in at its first wired operand instead. */
export function removeAndReconnect(ids: readonly string[]): Command {
  const gone = new Set(ids);
  return {
    label: ids.length === 1 ? `Delete ${ids[0]} and reconnect` : `Delete ${ids.length} nodes and reconnect`,
    apply(draft) {
      const heirs = new Map(ids.map((id) => [id, heirOf(draft, id, gone)]));
      for (const node of draft.nodes.values()) {
        if (gone.has(node.id)) continue;
        for (const [operand, from] of Object.entries(node.inputs ?? {})) {
          const heir = heirs.get(from);
          if (heir !== undefined) node.inputs = { ...node.inputs, [operand]: heir };
        }
      }
      remove(ids, []).apply(draft);
    },
  };
}

/** What comes in at the first wired operand, through nodes that go as well. */
function heirOf({ nodes }: Draft<GraphDocument>, id: string, gone: ReadonlySet<string>): string | undefined {
  let at: string | undefined = id;
  while (at !== undefined && gone.has(at)) {
    const node = nodes.get(at);
    const inputs: Readonly<Record<string, string>> = node?.inputs ?? {};
    const operator = operators.get(node?.op ?? '');
    const names = operator ? operandNames(operator.operands, Object.keys(inputs)) : Object.keys(inputs);
    const first: string | undefined = names.find((name) => Object.hasOwn(inputs, name));
    at = first === undefined ? undefined : inputs[first];
  }
  return at;
}

/** Puts a node that has no wires yet into a wire: what came along it comes in at `operand`, and what is computed goes on in its place. */
export function insertOnWire(id: string, operand: string, wire: Use): Command {
  return {
    label: `Insert ${id} before ${wire.to}.${wire.operand}`,
    apply(draft) {
      const node = draft.nodes.get(id);
      const user = draft.nodes.get(wire.to);
      const from = user?.inputs?.[wire.operand];
      if (!node || !user || from === undefined) return;
      node.inputs = { ...node.inputs, [operand]: from };
      user.inputs = { ...user.inputs, [wire.operand]: id };
    },
  };
}
