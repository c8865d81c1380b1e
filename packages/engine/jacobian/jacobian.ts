/**
 * A differential is a linear map, and linear maps have structure.
 *
 * The Jacobian of v with respect to u is size(v) × size(u), J_ij = ∂v_i/∂u_j (numerator layout). A structure knows, once for all
 * operators, how to push a column forward, pull rows back and write itself out dense, without ever multiplying by a structural zero.
 * Entries are read from views: either a payload of the edge's own, or the operands' primals ("borrowed").
 */
import type { MatrixView } from '../matrix/view';

export type StructureName =
  | 'zero'
  | 'identity'
  | 'diagonal'
  | 'row'
  | 'column'
  | 'selection'
  | 'permutation'
  | 'kronecker'
  | 'diagonal-low-rank'
  | 'toeplitz'
  | 'lower-triangular'
  | 'block-diagonal'
  | 'dense';

/** A factor of a Kronecker product: the identity of size n, or a matrix. */
export type Factor = { readonly identity: number } | MatrixView;

export interface Jacobian {
  readonly structure: StructureName;
  /** Size of the value differentiated. */
  readonly rows: number;
  /** Size of the operand. */
  readonly cols: number;
  /** Scalar multiplications of one pullback of one row. */
  readonly multiplications: number;
  /** The views that hold the entries; what is not finite here is not finite in the Jacobian. */
  readonly payload: readonly Float64Array[];
  /** Size of the equal blocks on the diagonal, where there are such: outside of them everything is 0 by structure. */
  readonly blocks?: readonly [rows: number, cols: number] | undefined;
  /** A and B of A ⊗ B. */
  readonly factors?: readonly [Factor, Factor] | undefined;
  /** An entry may say that the branch was not taken, by {@link isTaken}: nothing flows through it. */
  readonly selects?: boolean;
  /** Brings the payload up to date with the primals. Absent when everything is borrowed or constant. */
  readonly refresh?: () => void;
  /** Pushforward: dv += J · du, with du a column of `cols`, dv a column of `rows`. */
  push(du: Float64Array, dv: Float64Array): void;
  /** Pullback of `count` rows at once: out += u · J, with u count × rows and out count × cols, both by rows. */
  pull(u: Float64Array, count: number, out: Float64Array): void;
  /** As {@link pull}, but out = u · J, whatever stood there: for a large Jacobian, half the memory to pass through. */
  pullFresh?(u: Float64Array, count: number, out: Float64Array): void;
  /** Sets its entries in a row-major buffer of rows × cols, and touches none that is 0 by structure. */
  write(out: Float64Array): void;
}

/** Where slopes select, 0 says that the branch is not taken. One that is taken and happens to be flat has the slope −0. */
export const isTaken = (slope: number): boolean => !Object.is(slope, 0);

/** The slope of a branch that is taken, whatever it comes out as. */
export const taken = (slope: number): number => (slope === 0 ? -0 : slope);

/** The slope of |x|: at 0, and at −0, neither branch is taken. */
export const signSlope = (x: number): number => Math.sign(x) + 0;

/** The entries by rows. The caller has checked `rows · cols` against the entry limit. */
export function dense(J: Jacobian): Float64Array {
  const out = new Float64Array(J.rows * J.cols);
  J.write(out);
  return out;
}
