/**
 * The Jacobian of a composite node: the product and sum of the Jacobians inside, computed when somebody looks, once a run.
 */
import type { Jacobian } from '../jacobian/jacobian';
import { totalJacobian } from '../total';
import type { Program } from './program';

/** From the position where an operand enters to the composite node itself. */
export function regionJacobian(program: Program, entry: number, position: number): Jacobian {
  let revision = -1;
  let current: Jacobian | undefined;
  const now = (): Jacobian => {
    if (!current || revision !== program.revision) current = totalJacobian(program, entry, position);
    revision = program.revision;
    return current;
  };
  return {
    get structure() {
      return now().structure;
    },
    rows: program.sizeAt(position),
    cols: program.sizeAt(entry),
    get multiplications() {
      return now().multiplications;
    },
    get payload() {
      return now().payload;
    },
    get blocks() {
      return now().blocks;
    },
    get factors() {
      return now().factors;
    },
    push: (du, dv) => now().push(du, dv),
    pull: (u, count, out) => now().pull(u, count, out),
    write: (out) => now().write(out),
  };
}
