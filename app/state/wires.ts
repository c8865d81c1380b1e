/**
 * The ids of wires: `to.operand`.
 */
import type { Selection } from './editor-state';

/** The node and the operand of a wire's id. */
export function splitWire(wire: string): [to: string, operand: string] {
  const at = wire.indexOf('.');
  return [wire.slice(0, at), wire.slice(at + 1)];
}

/** The wires of a selection by node and operand, as the commands name them. */
export function wiresOf(selection: Selection): { to: string; operand: string }[] {
  return selection.wires.map((wire) => {
    const [to, operand] = splitWire(wire);
    return { to, operand };
  });
}
