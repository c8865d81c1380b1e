/**
 * Second-order rules shared by operators; see {@link Curvature}.
 */
import { dense, type Jacobian } from '../jacobian/jacobian';
import type { Curvature, MovingPoint } from '../operator';
import { ENTRY_LIMIT } from '../shape';
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
      if (reached && J.rows * J.cols <= ENTRY_LIMIT) pullMoving(J, w, reached, out[k]);
      else J.pull(w, 1, out[k]);
    });
  };
}

/** Adds w · J to out, where nothing comes of what is not reached or does not move: of w and J, either may be infinite. */
function pullMoving(J: Jacobian, w: Float64Array, reached: Uint8Array, out: Float64Array): void {
  const entries = dense(J);
  for (let i = 0, n = 0; i < J.rows; i++)
    for (let j = 0; j < J.cols; j++, n++) if (reached[i] && entries[n] !== 0) out[j] += w[i] * entries[n];
}

/** Whether the run of `width` entries that begins at `start` moves, and its cotangent was reached, as far as either matters. */
export function isRunAlive({ reached, tangents: [dx] }: MovingPoint, start: number, width: number): boolean {
  if (!reached) return true;
  const end = start + width;
  return reached.subarray(start, end).includes(1) && dx.subarray(start, end).some((v) => v !== 0);
}
