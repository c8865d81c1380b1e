/**
 * Second-order rules shared by operators; see {@link Curvature}.
 */
import { nowhere, pullArrived } from '../arrivals';
import type { Jacobian } from '../jacobian/jacobian';
import type { Curvature, MovingPoint } from '../operator';
import type { Tensor } from '../tensor';

/**
 * For Jacobians that are linear in the operands (products, squares): J̇ is J with the tangents in the operands' places. `jacobiansAt` gives
 * them in order of the operands; those at the end that are constant are left out.
 */
export function linearJacobians(
  jacobiansAt: (operands: readonly Tensor[]) => readonly Jacobian[],
): Curvature {
  return ({ operands, tangents, reached }, w, out) => {
    const moved = operands.map(({ shape }, k) => ({ shape, data: tangents[k] }));
    jacobiansAt(moved).forEach((J, k) => {
      J.refresh?.();
      if (reached) pullArrived(J, { data: w, arrived: reached }, 1, nowhere(out[k]));
      else J.pull(w, 1, out[k]);
    });
  };
}

/** Whether anything reached the run of `width` entries of a cotangent that begins at `start`. */
export const isRunReached = ({ reached }: MovingPoint, start: number, width: number): boolean =>
  !reached || reached.subarray(start, start + width).includes(1);
