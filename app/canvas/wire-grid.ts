/**
 * The numbers an edge shows, by mode.
 */
import { dense, type ProgramEdge } from '#engine';
import { type Grid, gridShape, isLarge } from '#scene';
import type { Evaluation } from '../state/evaluation';
import type { Annotation } from '../state/store';

/** The size of what an edge shows, known before the numbers are. */
export function wireGridShape(
  { from, to, jacobian }: ProgramEdge,
  { pullback }: Evaluation,
  annotation: Annotation,
) {
  if (!jacobian || !from.tensor || !to.tensor) return { rows: 1, cols: 1 };
  if (annotation === 'values') return gridShape(from.tensor.shape);
  if (annotation === 'differentials') return gridShape(to.tensor.shape);
  if (annotation === 'gradients' && pullback) return { rows: pullback.rows, cols: jacobian.cols };
  return { rows: jacobian.rows, cols: jacobian.cols };
}

/**
 * What an edge shows: the value that flows along it, its local Jacobian, its term of the chain rule (∂target/∂to · J, a gradient row), or the
 * differential it adds (J · du). Without a target there are no gradient rows, and the Jacobian stands in their place.
 */
export function wireGrid(
  edge: ProgramEdge,
  evaluation: Evaluation,
  annotation: Annotation,
): Grid | undefined {
  const { from, to, jacobian } = edge;
  if (!jacobian || !from.tensor || !to.tensor) return undefined;
  const size = wireGridShape(edge, evaluation, annotation);
  // Told by its size: nothing is computed to be left out.
  if (isLarge(size.rows, size.cols)) return { data: [], ...size };
  const numbers = (data: Float64Array | undefined) => data && { data, ...size };
  switch (annotation) {
    case 'values':
      return numbers(from.tensor.data);
    case 'differentials': {
      const pushed = new Float64Array(jacobian.rows);
      jacobian.push(evaluation.pushforward.tangent(from)!, pushed);
      return numbers(pushed);
    }
    case 'gradients':
      if (evaluation.pullback) return numbers(evaluation.pullback.contribution(edge));
      return numbers(dense(jacobian));
    case 'jacobians':
      return numbers(dense(jacobian));
  }
}
