/**
 * The product of Jacobians along a path, taken apart and put together by hand: in another order, with other brackets, transposed.
 */
import type { GraphDocument } from '#document';
import {
  type ChainCost,
  chainCost,
  dense,
  ENTRY_LIMIT,
  type Jacobian,
  type Path,
  type ProgramNode,
  total,
} from '#engine';
import { labelOf, localTex, named, partialTex } from './labels';
import { type Grid, sizeText } from './matrix';

/** A Jacobian of the chain: of an edge, or of all that lies between two nodes. */
interface ChainFactor {
  readonly id: string;
  readonly rows: number;
  readonly cols: number;
  /** The node that it leads to. */
  readonly to: string;
  tex(document: GraphDocument): string;
  /** As it is now. */
  jacobian(): Jacobian;
}

/** Factors whose product, the later on the left, is a derivative. */
export interface Chain {
  readonly from: string;
  /** From the earliest on. */
  readonly factors: readonly ChainFactor[];
  /** What the product should be, now. */
  jacobian(): Jacobian;
}

/** The Jacobians of the edges of one path. */
export function chainOfPath(from: string, path: Path): Chain {
  const factors = path.edges.map((edge): ChainFactor => {
    const { rows, cols } = edge.jacobian!;
    return {
      id: edge.id,
      rows,
      cols,
      to: edge.to.id,
      tex: (document) => localTex(document, edge),
      jacobian: () => edge.jacobian!,
    };
  });
  return { from, factors, jacobian: () => path.jacobian };
}

/** The total derivatives between nodes that all paths go through, which follow each other. */
export function chainOfStages(stages: readonly ProgramNode[]): Chain {
  const factors = stages.slice(1).map((to, k): ChainFactor => {
    const from = stages[k];
    return {
      id: `${from.id} … ${to.id}`,
      rows: to.tensor!.data.length,
      cols: from.tensor!.data.length,
      to: to.id,
      tex: (document) => partialTex(named(document, to.id), named(document, from.id)),
      jacobian: () => total(from, to),
    };
  });
  const last = stages[stages.length - 1];
  return { from: stages[0].id, factors, jacobian: () => total(stages[0], last) };
}

/** x → f → g, in TeX. */
export const chainName = (document: GraphDocument, { from, factors }: Chain): string =>
  [from, ...factors.map(({ to }) => to)].map((id) => labelOf(named(document, id))).join(' \\to ');

/** A factor of the chain, or a product of two terms that was carried out. */
export type ChainTerm =
  | { readonly factor: number; readonly transposed: boolean }
  | { readonly left: ChainTerm; readonly right: ChainTerm };

/** The chain as the chain rule has it: the later function on the left. */
export const chainTerms = ({ factors }: Chain): ChainTerm[] =>
  factors.map((_, factor): ChainTerm => ({ factor, transposed: false })).reverse();

export interface ChainSize {
  readonly rows: number;
  readonly cols: number;
}

export function chainSize(chain: Chain, term: ChainTerm): ChainSize {
  if ('left' in term)
    return { rows: chainSize(chain, term.left).rows, cols: chainSize(chain, term.right).cols };
  const { rows, cols } = chain.factors[term.factor];
  return term.transposed ? { rows: cols, cols: rows } : { rows, cols };
}

export function chainTex(document: GraphDocument, chain: Chain, term: ChainTerm): string {
  if ('left' in term)
    return `\\left(${chainTex(document, chain, term.left)}\\,${chainTex(document, chain, term.right)}\\right)`;
  const tex = chain.factors[term.factor].tex(document);
  return term.transposed ? `{${tex}}^{\\top}` : tex;
}

/** More multiplications than these are counted, not carried out. */
const MOST_WORK = 20_000_000;

/** The numbers of a term as they are now; none where they are too many, or too much work. */
export function chainGrid(chain: Chain, term: ChainTerm): Grid {
  const size = chainSize(chain, term);
  if (size.rows * size.cols > ENTRY_LIMIT || chainWork(chain, term) > MOST_WORK) return { data: [], ...size };
  if ('left' in term) {
    const [left, right] = [chainGrid(chain, term.left), chainGrid(chain, term.right)];
    const known = left.data.length > 0 && right.data.length > 0;
    return known ? product(left, right) : { data: [], ...size };
  }
  const { rows, cols, jacobian } = chain.factors[term.factor];
  const data = dense(jacobian());
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
export function chainWork(chain: Chain, term: ChainTerm): number {
  if (!('left' in term)) return 0;
  const [left, right] = [chainSize(chain, term.left), chainSize(chain, term.right)];
  return left.rows * left.cols * right.cols + chainWork(chain, term.left) + chainWork(chain, term.right);
}

/** Why two neighbours cannot be multiplied; undefined where they can. */
export function misfit(chain: Chain, left: ChainTerm, right: ChainTerm) {
  const [a, b] = [chainSize(chain, left), chainSize(chain, right)];
  if (a.cols === b.rows) return undefined;
  return { left: sizeText(a.rows, a.cols), right: sizeText(b.rows, b.cols), inner: a.cols, other: b.rows };
}

/** What the chain takes from the inputs on, from the target back, and at best. */
export function chainCosts({ factors }: Chain): ChainCost {
  return chainCost([factors[0].cols, ...factors.map(({ rows }) => rows)]);
}

/** Whether a term is the derivative along the path, up to rounding; undefined where that is too much to be computed. */
export function isDerivative(chain: Chain, term: ChainTerm): boolean | undefined {
  const grid = chainGrid(chain, term);
  const right = chain.jacobian();
  if (grid.data.length === 0 || right.rows * right.cols > ENTRY_LIMIT) return undefined;
  const wanted = dense(right);
  if (!wanted.every(Number.isFinite)) return undefined;
  const largest = wanted.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  return (
    grid.rows === right.rows &&
    grid.cols === right.cols &&
    wanted.every((v, k) => Math.abs(v - grid.data[k]) <= 1e-9 * largest)
  );
}
