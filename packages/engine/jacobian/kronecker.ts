/**
 * Kronecker products: one small matrix repeated in blocks. They are never written out to be applied: A ⊗ B acts on a matrix U, read by rows, as
 * A U Bᵀ (Magnus & Neudecker, Matrix Differential Calculus, §2.4).
 */
import { accumulateProduct } from '../matrix/product';
import { byRows, type MatrixView, transposeOf } from '../matrix/view';
import type { Factor, Jacobian } from './jacobian';

export const eye = (n: number): Factor => ({ identity: n });

export const factor = (data: Float64Array, rows: number, cols: number): Factor => ({
  data,
  rows,
  cols,
  rowStride: cols,
  colStride: 1,
});

/** The transpose of the rows × cols matrix held in `data`. */
export const transposed = (data: Float64Array, rows: number, cols: number): Factor => ({
  data,
  rows: cols,
  cols: rows,
  rowStride: 1,
  colStride: cols,
});

const rowsOfFactor = (f: Factor) => ('identity' in f ? f.identity : f.rows);
const colsOfFactor = (f: Factor) => ('identity' in f ? f.identity : f.cols);

/** The product of two factors, or nothing when they do not fit. */
export function factorProduct(f: Factor, g: Factor): Factor | undefined {
  if (colsOfFactor(f) !== rowsOfFactor(g)) return undefined;
  if ('identity' in f) return g;
  if ('identity' in g) return f;
  const out = new Float64Array(f.rows * g.cols);
  accumulateProduct(byRows(out, g.cols), viewOf(f), viewOf(g), f.rows, f.cols, g.cols);
  return factor(out, f.rows, g.cols);
}

type Stored = Exclude<Factor, { identity: number }>;

const viewOf = ({ data, rowStride, colStride }: Stored): MatrixView => ({
  data,
  start: 0,
  row: rowStride,
  col: colStride,
});

const flipped = (f: Factor): Factor =>
  'identity' in f
    ? f
    : { data: f.data, rows: f.cols, cols: f.rows, rowStride: f.colStride, colStride: f.rowStride };

/** C += F U G, with U a rows × cols matrix between two factors; an identity adds and never multiplies. With `fresh`, C = F U G. */
function accumulateBetween(
  C: MatrixView,
  F: Factor,
  U: MatrixView,
  G: Factor,
  rows: number,
  cols: number,
  fresh: boolean,
): void {
  if ('identity' in F && 'identity' in G) return accumulate(C, U, rows, cols, fresh);
  if ('identity' in G)
    return accumulateProduct(C, viewOf(F as Stored), U, (F as Stored).rows, rows, cols, fresh);
  if ('identity' in F) return accumulateProduct(C, U, viewOf(G), rows, cols, G.cols, fresh);
  const between = byRows(new Float64Array(rows * G.cols), G.cols);
  accumulateProduct(between, U, viewOf(G), rows, cols, G.cols);
  accumulateProduct(C, viewOf(F), between, F.rows, rows, G.cols, fresh);
}

function accumulate(C: MatrixView, U: MatrixView, rows: number, cols: number, fresh: boolean): void {
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++) {
      const at = C.start + i * C.row + j * C.col;
      const entry = U.data[U.start + i * U.row + j * U.col];
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
    commuted ? transposeOf(byRows(data, q, start)) : byRows(data, s, start);

  const pullRows = (u: Float64Array, count: number, out: Float64Array, fresh: boolean) => {
    for (let n = 0; n < count; n++)
      accumulateBetween(operand(out, n * cols), At, byRows(u, r, n * rows), B, p, r, fresh);
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
      accumulateBetween(byRows(dv, r), A, operand(du, 0), Bt, q, s, false);
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
