/**
 * Structures made of smaller ones: Kronecker products, blocks, and the covariance of the softmax.
 */
import type { Factor, Jacobian } from './jacobian';
import type { Fill } from './simple';

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
  for (let i = 0; i < f.rows; i++)
    for (let k = 0; k < f.cols; k++)
      for (let j = 0; j < g.cols; j++)
        out[i * g.cols + j] +=
          f.data[i * f.rowStride + k * f.colStride] * g.data[k * g.rowStride + j * g.colStride];
  return factor(out, f.rows, g.cols);
}

/** Calls `visit` once per structural entry, by rows. */
function eachEntry(f: Factor, visit: Visit): void {
  if ('identity' in f) {
    for (let i = 0; i < f.identity; i++) visit(i, i, 1);
    return;
  }
  for (let i = 0; i < f.rows; i++)
    for (let j = 0; j < f.cols; j++) visit(i, j, f.data[i * f.rowStride + j * f.colStride]);
}

/**
 * A ⊗ B: entry ((i, k), (j, l)) is A_ij · B_kl. With `commuted`, its columns are reordered by the commutation matrix, so that an
 * operand stored by rows meets a product that counts by columns: (A ⊗ B) K.
 */
export function kronecker(A: Factor, B: Factor, commuted = false): Jacobian {
  const [p, q, r, s] = [rowsOfFactor(A), colsOfFactor(A), rowsOfFactor(B), colsOfFactor(B)];
  const rows = p * r;
  const cols = q * s;
  const [jStride, lStride] = commuted ? [1, q] : [s, 1];

  const each = (visit: Visit) =>
    eachEntry(A, (i, j, a) =>
      eachEntry(B, (k, l, b) => visit(i * r + k, j * jStride + l * lStride, product(a, b))),
    );
  const [identityA, identityB] = ['identity' in A, 'identity' in B];
  // The identity's ones are structural: they never multiply, so an infinite entry stays what it is.
  const product = identityA
    ? (_: number, b: number) => b
    : identityB
      ? (a: number) => a
      : (a: number, b: number) => a * b;

  return {
    structure: 'kronecker',
    multiplications: (identityA ? p : p * q) * (identityB ? r : r * s),
    payload: [A, B].flatMap((f) => ('identity' in f ? [] : [f.data])),
    ...(identityA && !commuted && { blocks: [r, s] as const }),
    ...(!commuted && { factors: [A, B] as const }),
    ...byEntries(rows, cols, each),
  };
}

type Visit = (row: number, col: number, value: number) => void;

/** What a structure can do that knows no more than how to visit its entries. */
function byEntries(rows: number, cols: number, each: (visit: Visit) => void) {
  return {
    rows,
    cols,
    push(du: Float64Array, dv: Float64Array) {
      each((i, j, value) => {
        dv[i] += value * du[j];
      });
    },
    pull(u: Float64Array, count: number, out: Float64Array) {
      for (let n = 0; n < count; n++)
        each((i, j, value) => {
          out[n * cols + j] += u[n * rows + i] * value;
        });
    },
    write(out: Float64Array) {
      each((i, j, value) => {
        out[i * cols + j] = value;
      });
    },
  };
}

/**
 * Rows that each depend on a run of the operand: row i has its `width` entries at offset[i] + k·stride. Consecutive runs are blocks on the
 * diagonal; strided ones (a reduction down the rows) are the same blocks with permuted columns, for which no sharper name is true.
 */
export function blockRows(
  payload: Float64Array,
  layout: { offsets: Int32Array; width: number; stride: number; cols: number },
  fill: Fill,
  selects = false,
): Jacobian {
  const { offsets, width, stride, cols } = layout;
  const rows = offsets.length;
  return {
    structure: stride === 1 ? 'block-diagonal' : 'dense',
    multiplications: rows * width,
    payload: [payload],
    ...(stride === 1 && rows * width === cols && { blocks: [1, width] as const }),
    refresh: () => fill(payload),
    ...byEntries(rows, cols, (visit) => {
      for (let i = 0, n = 0; i < rows; i++)
        for (let k = 0; k < width; k++, n++)
          if (!selects || payload[n] !== 0) visit(i, offsets[i] + k * stride, payload[n]);
    }),
  };
}

/**
 * scale · (D(s) − s sᵀ) for each run of `width` probabilities in s: the covariance of a one-hot draw, and the Jacobian of the softmax.
 *
 * s_i(1 − s_i) loses its digits as s_i → 1. The map annihilates constants, so the cotangent is first measured from its value at the largest
 * probability, and 1 − s_i is taken as the sum of the others.
 */
export function covariance(s: Float64Array, width: number, scale: number): Jacobian {
  const n = s.length;

  function largest(start: number): number {
    let best = start;
    for (let i = start + 1; i < start + width; i++) if (s[i] > s[best]) best = i;
    return best;
  }

  /** out += scale · s ∘ (c − s·c), the matrix being symmetric: the same for rows and columns. */
  function apply(c: Float64Array, at: number, out: Float64Array): void {
    for (let start = 0; start < n; start += width) {
      const origin = c[at + largest(start)];
      let mean = 0;
      for (let i = start; i < start + width; i++) mean += s[i] * (c[at + i] - origin);
      for (let i = start; i < start + width; i++) out[at + i] += scale * s[i] * (c[at + i] - origin - mean);
    }
  }

  function complement(start: number, i: number): number {
    let rest = 0;
    for (let j = start; j < start + width; j++) if (j !== i) rest += s[j];
    return rest;
  }

  return {
    structure: width === n ? 'diagonal-low-rank' : 'block-diagonal',
    rows: n,
    cols: n,
    multiplications: 3 * n,
    payload: [s],
    ...(width < n && { blocks: [width, width] as const }),
    push(du, dv) {
      apply(du, 0, dv);
    },
    pull(u, count, out) {
      for (let r = 0; r < count; r++) apply(u, r * n, out);
    },
    write(out) {
      for (let start = 0; start < n; start += width)
        for (let i = start; i < start + width; i++)
          for (let j = start; j < start + width; j++)
            out[i * n + j] = scale * s[i] * (i === j ? complement(start, i) : -s[j]);
    },
  };
}

/** Equal blocks on the diagonal, given row i of all of them, one beside the other, as row i of `payload`. */
export function blockDiagonal(
  payload: Float64Array,
  rows: number,
  cols: number,
  blocks: readonly [rows: number, cols: number],
): Jacobian {
  const [height, width] = blocks;
  return {
    structure: 'block-diagonal',
    multiplications: payload.length,
    payload: [payload],
    blocks,
    ...byEntries(rows, cols, (visit) => {
      for (let i = 0, n = 0; i < height; i++)
        for (let j = 0; j < cols; j++, n++) visit(Math.floor(j / width) * height + i, j, payload[n]);
    }),
  };
}
