/**
 * A document apart from its numbers.
 */
import type { GraphDocument, GraphNode } from './graph';

/** Whether nothing but the values of leaves is different: names, wires, places and texts are the same. */
export function differOnlyInValues(
  { nodes: before, ...a }: GraphDocument,
  { nodes: after, ...b }: GraphDocument,
): boolean {
  if (before.size !== after.size || !alike(a, b)) return false;
  const ids = before.keys();
  for (const [id, node] of after) {
    const old = before.get(id);
    if (ids.next().value !== id || !old) return false;
    if (old !== node && !sameApartFromValue(old, node)) return false;
  }
  return true;
}

function sameApartFromValue({ value: v, ...a }: GraphNode, { value: w, ...b }: GraphNode): boolean {
  return (v === undefined) === (w === undefined) && alike(a, b);
}

/** Whether two records hold the same things. */
function alike(a: object, b: object): boolean {
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))];
  return one.length === other.size && one.every(([name, thing]) => other.get(name) === thing);
}
