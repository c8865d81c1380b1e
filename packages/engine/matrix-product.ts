/**
 * Products of matrices in plain loops, four rows by four columns at a time, so that each number read serves four products. Every entry is summed
 * in the order of k: kernels that take two columns at once (SIMD) may later give the same bits.
 */

/** A matrix in a view: entry (i, j) is data[start + i · row + j · col], so that a transpose is free. */
export interface MatrixView {
  readonly data: Float64Array;
  readonly start: number;
  readonly row: number;
  readonly col: number;
}

/** A matrix by rows. */
export const byRows = (data: Float64Array, cols: number, start = 0): MatrixView => ({
  data,
  start,
  row: cols,
  col: 1,
});

export const transposeOf = ({ data, start, row, col }: MatrixView): MatrixView => ({
  data,
  start,
  row: col,
  col: row,
});

const TILE = 4;

/** C += A B, with A m × n, B n × p and C m × p. */
export function accumulateProduct(
  C: MatrixView,
  A: MatrixView,
  B: MatrixView,
  m: number,
  n: number,
  p: number,
): void {
  if (m === 1) return accumulateRow(C, A, B, n, p);
  const [wholeRows, wholeCols] = [m - (m % TILE), p - (p % TILE)];
  for (let i = 0; i < wholeRows; i += TILE)
    for (let j = 0; j < wholeCols; j += TILE) accumulateTile(C, A, B, i, j, n);
  for (let i = 0; i < m; i++)
    for (let j = i < wholeRows ? wholeCols : 0; j < p; j++) accumulateEntry(C, A, B, i, j, n);
}

function accumulateTile(C: MatrixView, A: MatrixView, B: MatrixView, i: number, j: number, n: number): void {
  const { data: a, row: ai, col: ak } = A;
  const { data: b, row: bk, col: bj } = B;
  let [s, t] = [A.start + i * ai, B.start + j * bj];
  let c00 = 0,
    c01 = 0,
    c02 = 0,
    c03 = 0;
  let c10 = 0,
    c11 = 0,
    c12 = 0,
    c13 = 0;
  let c20 = 0,
    c21 = 0,
    c22 = 0,
    c23 = 0;
  let c30 = 0,
    c31 = 0,
    c32 = 0,
    c33 = 0;
  for (let k = 0; k < n; k++, s += ak, t += bk) {
    const b0 = b[t],
      b1 = b[t + bj],
      b2 = b[t + 2 * bj],
      b3 = b[t + 3 * bj];
    const a0 = a[s];
    c00 += a0 * b0;
    c01 += a0 * b1;
    c02 += a0 * b2;
    c03 += a0 * b3;
    const a1 = a[s + ai];
    c10 += a1 * b0;
    c11 += a1 * b1;
    c12 += a1 * b2;
    c13 += a1 * b3;
    const a2 = a[s + 2 * ai];
    c20 += a2 * b0;
    c21 += a2 * b1;
    c22 += a2 * b2;
    c23 += a2 * b3;
    const a3 = a[s + 3 * ai];
    c30 += a3 * b0;
    c31 += a3 * b1;
    c32 += a3 * b2;
    c33 += a3 * b3;
  }
  addRow(C, i, j, c00, c01, c02, c03);
  addRow(C, i + 1, j, c10, c11, c12, c13);
  addRow(C, i + 2, j, c20, c21, c22, c23);
  addRow(C, i + 3, j, c30, c31, c32, c33);
}

function addRow(
  { data, start, row, col }: MatrixView,
  i: number,
  j: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
): void {
  const at = start + i * row + j * col;
  data[at] += c0;
  data[at + col] += c1;
  data[at + 2 * col] += c2;
  data[at + 3 * col] += c3;
}

function accumulateEntry(C: MatrixView, A: MatrixView, B: MatrixView, i: number, j: number, n: number): void {
  let [s, t] = [A.start + i * A.row, B.start + j * B.col];
  let sum = 0;
  for (let k = 0; k < n; k++, s += A.col, t += B.row) sum += A.data[s] * B.data[t];
  C.data[C.start + i * C.row + j * C.col] += sum;
}

/** One row: along the rows of B where those are contiguous, four of them at a time. */
function accumulateRow(C: MatrixView, A: MatrixView, B: MatrixView, n: number, p: number): void {
  if (B.col !== 1) {
    for (let j = 0; j < p; j++) accumulateEntry(C, A, B, 0, j, n);
    return;
  }
  const { data: b, row: bk } = B;
  const { data: c, col: cj } = C;
  const whole = n - (n % TILE);
  for (let k = 0; k < n; k += k < whole ? TILE : 1) {
    const t = B.start + k * bk;
    const a0 = A.data[A.start + k * A.col];
    if (k >= whole) {
      for (let j = 0, at = C.start; j < p; j++, at += cj) c[at] += a0 * b[t + j];
      continue;
    }
    const a1 = A.data[A.start + (k + 1) * A.col];
    const a2 = A.data[A.start + (k + 2) * A.col];
    const a3 = A.data[A.start + (k + 3) * A.col];
    for (let j = 0, at = C.start; j < p; j++, at += cj)
      c[at] = c[at] + a0 * b[t + j] + a1 * b[t + bk + j] + a2 * b[t + 2 * bk + j] + a3 * b[t + 3 * bk + j];
  }
}

/** y = A x, with A m × n by rows: four rows at a time, each in two lanes (even and odd columns). */
export function matrixTimesVector(
  y: Float64Array,
  A: Float64Array,
  x: Float64Array,
  m: number,
  n: number,
): void {
  const [whole, even] = [m - (m % TILE), n - (n % 2)];
  for (let i = 0; i < whole; i += TILE) {
    const [r0, r1, r2, r3] = [i * n, (i + 1) * n, (i + 2) * n, (i + 3) * n];
    let e0 = 0,
      e1 = 0,
      e2 = 0,
      e3 = 0;
    let o0 = 0,
      o1 = 0,
      o2 = 0,
      o3 = 0;
    for (let j = 0; j < even; j += 2) {
      const u = x[j],
        v = x[j + 1];
      e0 += A[r0 + j] * u;
      o0 += A[r0 + j + 1] * v;
      e1 += A[r1 + j] * u;
      o1 += A[r1 + j + 1] * v;
      e2 += A[r2 + j] * u;
      o2 += A[r2 + j + 1] * v;
      e3 += A[r3 + j] * u;
      o3 += A[r3 + j + 1] * v;
    }
    if (even < n) {
      e0 += A[r0 + even] * x[even];
      e1 += A[r1 + even] * x[even];
      e2 += A[r2 + even] * x[even];
      e3 += A[r3 + even] * x[even];
    }
    y[i] = e0 + o0;
    y[i + 1] = e1 + o1;
    y[i + 2] = e2 + o2;
    y[i + 3] = e3 + o3;
  }
  for (let i = whole; i < m; i++) {
    let [e, o] = [0, 0];
    for (let j = 0; j < even; j += 2) {
      e += A[i * n + j] * x[j];
      o += A[i * n + j + 1] * x[j + 1];
    }
    if (even < n) e += A[i * n + even] * x[even];
    y[i] = e + o;
  }
}
