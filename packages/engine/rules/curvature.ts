/**
 * Second-order rules shared by operators; see {@link Curvature}.
 */
import type { Jacobian } from '../jacobian/jacobian';
import type { Curvature } from '../operator';
import type { Tensor } from '../tensor';

/**
 * For Jacobians that are linear in the operands (products, squares): J̇ is J with the tangents in the operands' places. `jacobiansAt` gives
 * them in order of the operands; those at the end that are constant are left out.
 */
export function linearJacobians(
  jacobiansAt: (operands: readonly Tensor[]) => readonly Jacobian[],
): Curvature {
  return ({ operands, tangents }, w, out) => {
    const moved = operands.map(({ shape }, k) => ({ shape, data: tangents[k] }));
    jacobiansAt(moved).forEach((J, k) => {
      J.refresh?.();
      J.pull(w, 1, out[k]);
    });
  };
}
