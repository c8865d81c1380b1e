/**
 * The structures that hold at most one entry a row or a column, and the plain row, column and matrix.
 */
import { accumulateProduct } from '../matrix/product';
import { byRows } from '../matrix/view';
import { isTaken, type Jacobian, type StructureName } from './jacobian';

/** Writes the payload from the current primals. */
export type Fill = (payload: Float64Array) => void;

function filled(payload: Float64Array, fill: Fill | undefined) {
  return fill ? { refresh: () => fill(payload) } : {};
}

export function zero(rows: number, cols: number): Jacobian {
  return {
    structure: 'zero',
    rows,
    cols,
    multiplications: 0,
    payload: [],
    push() {},
    pull() {},
    write() {},
  };
}

export function identity(n: number): Jacobian {
  return {
    structure: 'identity',
    rows: n,
    cols: n,
    multiplications: 0,
    payload: [],
    push(du, dv) {
      for (let i = 0; i < n; i++) dv[i] += du[i];
    },
    pull(u, count, out) {
      for (let i = 0; i < n * count; i++) out[i] += u[i];
    },
    write(out) {
      for (let i = 0; i < n; i++) out[i * n + i] = 1;
    },
  };
}

/**
 * D(d). With `selects`, an entry may mean that the branch was not taken ({@link isTaken}): nothing flows through it, whatever arrives (select,
 * never multiply: 0 · ∞ would poison the gradient of the branch that was taken).
 */
export function diagonal(d: Float64Array, fill?: Fill, selects = false): Jacobian {
  const n = d.length;
  return {
    structure: 'diagonal',
    selects,
    rows: n,
    cols: n,
    multiplications: n,
    payload: [d],
    ...filled(d, fill),
    push(du, dv) {
      for (let i = 0; i < n; i++) if (!selects || isTaken(d[i])) dv[i] += d[i] * du[i];
    },
    pull(u, count, out) {
      for (let r = 0, k = 0; r < count; r++)
        for (let i = 0; i < n; i++, k++) if (!selects || isTaken(d[i])) out[k] += u[k] * d[i];
    },
    write(out) {
      for (let i = 0; i < n; i++) if (!selects || isTaken(d[i])) out[i * n + i] = d[i] + 0;
    },
  };
}

/** A gradient: the 1 × N Jacobian of a scalar. `selects` as for {@link diagonal}. */
export function row(g: Float64Array, fill?: Fill, selects = false): Jacobian {
  const n = g.length;
  return {
    structure: 'row',
    selects,
    rows: 1,
    cols: n,
    multiplications: n,
    payload: [g],
    ...filled(g, fill),
    push(du, dv) {
      // Two lanes, even and odd, so that a SIMD kernel can later sum in the same order.
      let even = 0;
      let odd = 0;
      for (let i = 0; i < n; i += 2) if (!selects || isTaken(g[i])) even += g[i] * du[i];
      for (let i = 1; i < n; i += 2) if (!selects || isTaken(g[i])) odd += g[i] * du[i];
      dv[0] += even + odd;
    },
    pull(u, count, out) {
      for (let r = 0, k = 0; r < count; r++)
        for (let i = 0; i < n; i++, k++) if (!selects || isTaken(g[i])) out[k] += u[r] * g[i];
    },
    write(out) {
      for (let i = 0; i < n; i++) if (!selects || isTaken(g[i])) out[i] = g[i] + 0;
    },
  };
}

/** The N × 1 Jacobian of a vector with respect to a scalar. `selects` as for {@link diagonal}. */
export function column(c: Float64Array, fill?: Fill, selects = false): Jacobian {
  const n = c.length;
  return {
    structure: 'column',
    selects,
    rows: n,
    cols: 1,
    multiplications: n,
    payload: [c],
    ...filled(c, fill),
    push(du, dv) {
      for (let i = 0; i < n; i++) if (!selects || isTaken(c[i])) dv[i] += c[i] * du[0];
    },
    pull(u, count, out) {
      for (let r = 0; r < count; r++) {
        let sum = 0;
        for (let i = 0; i < n; i++) if (!selects || isTaken(c[i])) sum += u[r * n + i] * c[i];
        out[r] += sum;
      }
    },
    write(out) {
      for (let i = 0; i < n; i++) if (!selects || isTaken(c[i])) out[i] = c[i] + 0;
    },
  };
}

/**
 * One entry a row: entry i stands in column `columns[i]`; −1 leaves the row empty. Without weights every entry is 1 and the structure
 * is a selection. With weights (a broadcast product) no sharper name of the table is true of it, so it calls itself dense.
 */
export function selection(
  columns: Int32Array,
  cols: number,
  options: {
    weights?: Float64Array;
    fill?: Fill | undefined;
    selects?: boolean;
    permutes?: boolean;
  } = {},
): Jacobian {
  const n = columns.length;
  const { weights, fill, selects = false, permutes = false } = options;
  const weight = (i: number) => (weights ? weights[i] : 1);
  const flows = (i: number) => columns[i] >= 0 && (!selects || isTaken(weight(i)));
  return {
    structure: weights ? 'dense' : permutes ? 'permutation' : 'selection',
    selects,
    rows: n,
    cols,
    multiplications: weights ? n : 0,
    payload: weights ? [weights] : [],
    ...(weights ? filled(weights, fill) : {}),
    push(du, dv) {
      for (let i = 0; i < n; i++) if (flows(i)) dv[i] += weight(i) * du[columns[i]];
    },
    pull(u, count, out) {
      for (let r = 0; r < count; r++)
        for (let i = 0; i < n; i++) if (flows(i)) out[r * cols + columns[i]] += u[r * n + i] * weight(i);
    },
    write(out) {
      for (let i = 0; i < n; i++) if (flows(i)) out[i * cols + columns[i]] = weight(i);
    },
  };
}

/**
 * The identity of size n from row `start` on, the rows above and below empty. It remembers no more than that: a selection as long as the result,
 * for each of thousands of operands put together, would take memory and time in the square of them.
 */
export function placement(start: number, n: number, rows: number): Jacobian {
  return {
    structure: 'selection',
    rows,
    cols: n,
    multiplications: 0,
    payload: [],
    push(du, dv) {
      for (let i = 0; i < n; i++) dv[start + i] += du[i];
    },
    pull(u, count, out) {
      for (let r = 0, k = 0; r < count; r++)
        for (let i = 0; i < n; i++, k++) out[k] += u[r * rows + start + i];
    },
    write(out) {
      for (let i = 0; i < n; i++) out[(start + i) * n + i] = 1;
    },
  };
}

/** A selection that takes every column once. With `refresh`, which one goes where depends on the point: it rewrites `columns` in place. */
export function permutation(columns: Int32Array, refresh?: () => void): Jacobian {
  return {
    ...selection(columns, columns.length, { permutes: true }),
    ...(refresh && { refresh }),
  };
}

/** An m × n matrix by rows; a name sharper than `dense` is the caller's promise. */
export function matrix(
  a: Float64Array,
  rows: number,
  cols: number,
  fill?: Fill,
  structure: StructureName = 'dense',
): Jacobian {
  return {
    structure,
    rows,
    cols,
    multiplications: rows * cols,
    payload: [a],
    ...filled(a, fill),
    push(du, dv) {
      accumulateProduct(byRows(dv, rows, 1), byRows(a, rows, cols), byRows(du, cols, 1));
    },
    pull(u, count, out) {
      accumulateProduct(byRows(out, count, cols), byRows(u, count, rows), byRows(a, rows, cols));
    },
    pullFresh(u, count, out) {
      accumulateProduct(byRows(out, count, cols), byRows(u, count, rows), byRows(a, rows, cols), true);
    },
    write(out) {
      out.set(a);
    },
  };
}
