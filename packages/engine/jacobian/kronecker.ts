/**
 * Kronecker products: one small matrix repeated in blocks. They are never written out to be applied: A ⊗ B acts on a matrix U, read by rows, as
 * A U Bᵀ (Magnus & Neudecker, Matrix Differential Calculus, §2.4).
 */
import { accumulateProduct } from '../matrix/product';
import { byRows, type MatrixView, transposeOf } from '../matrix/view';
import type { Factor, Jacobian } from './jacobian';

export const eye = (n: number): Factor => ({ identity: n });

export const factor = (data: Float64Array, rows: number, cols: number): Factor => byRows(data, rows, cols);

/** The transpose of the rows × cols matrix held in `data`. */
export const transposed = (data: Float64Array, rows: number, cols: number): Factor =>
  transposeOf(byRows(data, rows, cols));

const rowsOfFactor = (f: Factor) => ('identity' in f ? f.identity : f.rows);
const colsOfFactor = (f: Factor) => ('identity' in f ? f.identity : f.cols);

/** The product of two factors, or nothing when they do not fit. */
export function factorProduct(f: Factor, g: Factor): Factor | undefined {
  if (colsOfFactor(f) !== rowsOfFactor(g)) return undefined;
  if ('identity' in f) return g;
  if ('identity' in g) return f;
  const out = byRows(new Float64Array(f.rows * g.cols), f.rows, g.cols);
  accumulateProduct(out, f, g, true);
  return out;
}

const flipped = (f: Factor): Factor => ('identity' in f ? f : transposeOf(f));

/** C += F U G; an identity adds and never multiplies. With `fresh`, C = F U G. */
function accumulateBetween(C: MatrixView, F: Factor, U: MatrixView, G: Factor, fresh: boolean): void {
  if ('identity' in G) {
    if ('identity' in F) accumulate(C, U, fresh);
    else accumulateProduct(C, F, U, fresh);
  } else if ('identity' in F) accumulateProduct(C, U, G, fresh);
  else {
    const between = byRows(new Float64Array(U.rows * G.cols), U.rows, G.cols);
    accumulateProduct(between, U, G, true);
    accumulateProduct(C, F, between, fresh);
  }
}

function accumulate(C: MatrixView, U: MatrixView, fresh: boolean): void {
  for (let i = 0; i < C.rows; i++)
    for (let j = 0; j < C.cols; j++) {
      const at = C.start + i * C.rowStride + j * C.colStride;
      const entry = U.data[U.start + i * U.rowStride + j * U.colStride];
      C.data[at] = fresh ? entry : C.data[at] + entry;
    }
}

/**
 * A ⊗ B: entry ((i, k), (j, l)) is A_ij · B_kl. With `commuted`, its columns are reordered by the commutation matrix, so that an
 * operand stored by rows meets a product that counts by columns: (A ⊗ B) K.
 */
export function kronecker(A: Factor, B: Factor, commuted = false): Jacobian {
  const [p, q, r, s] = [rowsOfFactor(A), colsOfFactor(A), rowsOfFactor(B), colsOfFactor(B)];
  const rows = p * r;
  const cols = q * s;
  const [identityA, identityB] = ['identity' in A, 'identity' in B];
  const [At, Bt] = [flipped(A), flipped(B)];
  /** The operand as the q × s matrix that A and B act on. */
  const operand = (data: Float64Array, start: number): MatrixView =>
    commuted ? transposeOf(byRows(data, s, q, start)) : byRows(data, q, s, start);

  const pullRows = (u: Float64Array, count: number, out: Float64Array, fresh: boolean) => {
    for (let n = 0; n < count; n++)
      accumulateBetween(operand(out, n * cols), At, byRows(u, p, r, n * rows), B, fresh);
  };

  return {
    structure: 'kronecker',
    rows,
    cols,
    multiplications: multiplicationsOf(A, B),
    payload: [A, B].flatMap((f) => ('identity' in f ? [] : [f.data])),
    ...(identityA && !commuted && { blocks: [r, s] as const }),
    ...(!commuted && { factors: [A, B] as const }),
    push(du, dv) {
      accumulateBetween(byRows(dv, p, r), A, operand(du, 0), Bt, false);
    },
    pull(u, count, out) {
      pullRows(u, count, out, false);
    },
    pullFresh(u, count, out) {
      pullRows(u, count, out, true);
    },
    write(out) {
      const [jStride, lStride] = commuted ? [1, q] : [s, 1];
      eachEntry(A, (i, j, a) =>
        eachEntry(B, (k, l, b) => {
          // The ones of an identity are structural: an infinite entry stays what it is.
          const entry = identityA ? b : identityB ? a : a * b;
          out[(i * r + k) * cols + j * jStride + l * lStride] = entry;
        }),
      );
    },
  };
}

/** Multiplications of one pullback: through B first, then through A. */
function multiplicationsOf(A: Factor, B: Factor): number {
  const byB = 'identity' in B ? 0 : rowsOfFactor(A) * B.rows * B.cols;
  const byA = 'identity' in A ? 0 : A.rows * A.cols * colsOfFactor(B);
  return byA + byB;
}

/** Calls `visit` once per structural entry, by rows. */
function eachEntry(f: Factor, visit: (row: number, col: number, value: number) => void): void {
  if ('identity' in f) {
    for (let i = 0; i < f.identity; i++) visit(i, i, 1);
    return;
  }
  for (let i = 0; i < f.rows; i++)
    for (let j = 0; j < f.cols; j++) visit(i, j, f.data[i * f.rowStride + j * f.colStride]);
}
