/**
 * Structures made of blocks, and the covariance of the softmax.
 */
import type { Arrivals } from '../arrivals';
import { isTaken, type Jacobian } from './jacobian';
import type { Fill } from './simple';

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
          if (!selects || isTaken(payload[n])) visit(i, offsets[i] + k * stride, payload[n]);
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

/** A map as `like`, by its entries: those that did not arrive are 0 by structure. */
export function scattered(like: Jacobian, { data, arrived }: Arrivals): Jacobian {
  const { structure, rows, cols, multiplications } = like;
  return {
    structure,
    multiplications,
    payload: [data],
    ...byEntries(rows, cols, (visit) => {
      for (let n = 0; n < data.length; n++) if (arrived[n]) visit(Math.floor(n / cols), n % cols, data[n]);
    }),
  };
}
