/**
 * The product of Jacobians along a path, taken apart and put together by hand: in another order, with other brackets, transposed.
 */
import type { GraphDocument } from '#document';
import { type ChainCost, chainCost, dense, ENTRY_LIMIT, type Path } from '#engine';
import { localTex } from './labels';
import { type Grid, sizeText } from './matrix';

/** A factor of the chain, or a product of two terms that was carried out. */
export type ChainTerm =
  | { readonly factor: number; readonly transposed: boolean }
  | { readonly left: ChainTerm; readonly right: ChainTerm };

/** The chain as the chain rule has it: the later function on the left. */
export const chainTerms = ({ edges }: Path): ChainTerm[] =>
  edges.map((_, factor): ChainTerm => ({ factor, transposed: false })).reverse();

export interface ChainSize {
  readonly rows: number;
  readonly cols: number;
}

export function chainSize(path: Path, term: ChainTerm): ChainSize {
  if ('left' in term)
    return { rows: chainSize(path, term.left).rows, cols: chainSize(path, term.right).cols };
  const { rows, cols } = path.edges[term.factor].jacobian!;
  return term.transposed ? { rows: cols, cols: rows } : { rows, cols };
}

export function chainTex(document: GraphDocument, path: Path, term: ChainTerm): string {
  if ('left' in term)
    return `\\left(${chainTex(document, path, term.left)}\\,${chainTex(document, path, term.right)}\\right)`;
  const tex = localTex(document, path.edges[term.factor]);
  return term.transposed ? `{${tex}}^{\\top}` : tex;
}

/** More multiplications than these are counted, not carried out. */
const MOST_WORK = 20_000_000;

/** The numbers of a term as they are now; none where they are too many, or too much work. */
export function chainGrid(path: Path, term: ChainTerm): Grid {
  const size = chainSize(path, term);
  if (size.rows * size.cols > ENTRY_LIMIT || chainWork(path, term) > MOST_WORK) return { data: [], ...size };
  if ('left' in term) {
    const [left, right] = [chainGrid(path, term.left), chainGrid(path, term.right)];
    const known = left.data.length > 0 && right.data.length > 0;
    return known ? product(left, right) : { data: [], ...size };
  }
  const { jacobian } = path.edges[term.factor];
  const { rows, cols } = jacobian!;
  const data = dense(jacobian!);
  if (!term.transposed) return { data, rows, cols };
  return {
    data: Float64Array.from(
      { length: rows * cols },
      (_, k) => data[(k % rows) * cols + Math.floor(k / rows)],
    ),
    rows: cols,
    cols: rows,
  };
}

function product(a: Grid, b: Grid): Grid {
  const data = new Float64Array(a.rows * b.cols);
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < a.cols; k++)
      for (let j = 0; j < b.cols; j++)
        data[i * b.cols + j] += a.data[i * a.cols + k] * b.data[k * b.cols + j];
  return { data, rows: a.rows, cols: b.cols };
}

/** Scalar multiplications that a term took: rows · inner size · columns for each product in it. */
export function chainWork(path: Path, term: ChainTerm): number {
  if (!('left' in term)) return 0;
  const [left, right] = [chainSize(path, term.left), chainSize(path, term.right)];
  return left.rows * left.cols * right.cols + chainWork(path, term.left) + chainWork(path, term.right);
}

/** Why two neighbours cannot be multiplied; undefined where they can. */
export function misfit(path: Path, left: ChainTerm, right: ChainTerm) {
  const [a, b] = [chainSize(path, left), chainSize(path, right)];
  if (a.cols === b.rows) return undefined;
  return { left: sizeText(a.rows, a.cols), right: sizeText(b.rows, b.cols), inner: a.cols, other: b.rows };
}

/** What the chain takes from the inputs on, from the target back, and at best. */
export function chainCosts({ edges }: Path): ChainCost {
  const [first] = edges;
  return chainCost([first.jacobian!.cols, ...edges.map(({ jacobian }) => jacobian!.rows)]);
}

/** Whether a term is the derivative along the path, up to rounding; undefined where that is too much to be computed. */
export function isDerivative(path: Path, term: ChainTerm): boolean | undefined {
  const grid = chainGrid(path, term);
  if (grid.data.length === 0 || path.jacobian.rows * path.jacobian.cols > ENTRY_LIMIT) return undefined;
  const right = dense(path.jacobian);
  const largest = right.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  return (
    grid.rows === path.jacobian.rows &&
    grid.cols === path.jacobian.cols &&
    right.every((v, k) => Math.abs(v - grid.data[k]) <= 1e-9 * largest)
  );
}
