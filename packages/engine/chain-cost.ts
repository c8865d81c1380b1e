/**
 * What a product of Jacobians costs: the chain rule may be bracketed in any way, and the brackets decide the work.
 */
import type { ProgramNode } from './program/node';
import type { Pullback } from './pullback';

export interface ChainCost {
  /** From the inputs on: J_k (… (J_2 J_1)). */
  readonly forward: number;
  /** From the target back: ((J_k J_{k−1}) …) J_1. */
  readonly reverse: number;
  /** The cheapest bracketing (matrix-chain order, Cormen et al., Introduction to Algorithms, §15.2). */
  readonly best: number;
}

/** Scalar multiplications of the chain of maps between spaces of the given sizes: 784 → 100 → 10 → 1 is `[784, 100, 10, 1]`. */
export function chainCost(sizes: readonly number[]): ChainCost {
  const last = sizes.length - 1;
  let forward = 0;
  let reverse = 0;
  for (let i = 1; i < last; i++) {
    forward += sizes[i + 1] * sizes[i] * sizes[0];
    reverse += sizes[last] * sizes[i] * sizes[i - 1];
  }
  return { forward, reverse, best: cheapest(sizes) };
}

/** best[i][j]: the least work to multiply the maps between space i and space j. */
function cheapest(sizes: readonly number[]): number {
  const n = sizes.length;
  const best = Array.from({ length: n }, () => new Float64Array(n));
  for (let length = 2; length < n; length++)
    for (let i = 0; i + length < n; i++) {
      let least = Number.POSITIVE_INFINITY;
      for (let k = i + 1; k < i + length; k++)
        least = Math.min(least, best[i][k] + best[k][i + length] + sizes[i] * sizes[k] * sizes[i + length]);
      best[i][i + length] = least;
    }
  return n < 2 ? 0 : best[0][n - 1];
}

/** The nodes from `from` to the target of a pullback, when one path only leads there. */
export function onlyPath(from: ProgramNode, pullback: Pullback): readonly ProgramNode[] | undefined {
  if (!pullback.reaches(from)) return undefined;
  const path = [from];
  for (let at = from; at !== pullback.target; path.push(at)) {
    const next = at.outgoing.filter(({ to }) => pullback.reaches(to));
    if (next.length !== 1) return undefined;
    at = next[0].to;
  }
  return path;
}
