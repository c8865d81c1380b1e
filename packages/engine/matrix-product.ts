/**
 * Products of matrices in plain loops, three rows by four columns at a time: as many sums as a processor has registers for. Every entry is
 * summed in the order of k, so that kernels which take two columns at once (SIMD) may later give the same bits.
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

const ROWS = 3;
const COLS = 4;
/** Rows that pass together where one of the factors is a vector. */
const STRIP = 4;

/** C += A B, with A m × n, B n × p and C m × p. With `fresh`, C = A B: what stands in C means nothing. */
export function accumulateProduct(
  C: MatrixView,
  A: MatrixView,
  B: MatrixView,
  m: number,
  n: number,
  p: number,
  fresh = false,
): void {
  if (n === 1) return accumulateOuter(C, A, B, m, p, fresh);
  if (m === 1 && B.col === 1 && C.col === 1) return accumulateRow(C, A, B, n, p, fresh);
  if (fresh) clear(C, m, p);
  const [wholeRows, wholeCols] = [m - (m % ROWS), p - (p % COLS)];
  for (let i = 0; i < wholeRows; i += ROWS) accumulateThreeRows(C, A, B, i, n, wholeCols);
  for (let i = wholeRows; i < m; i++)
    for (let j = 0; j < wholeCols; j += COLS) accumulateFour(C, A, B, i, j, n);
  for (let i = 0; i < m; i++) for (let j = wholeCols; j < p; j++) accumulateEntry(C, A, B, i, j, n);
}

function clear({ data, start, row, col }: MatrixView, m: number, p: number): void {
  for (let i = 0; i < m; i++) for (let j = 0; j < p; j++) data[start + i * row + j * col] = 0;
}

/** Rows i, i + 1 and i + 2 of C, p columns of them, tile by tile. */
function accumulateThreeRows(
  C: MatrixView,
  A: MatrixView,
  B: MatrixView,
  i: number,
  n: number,
  p: number,
): void {
  const { data: a, row: ai, col: ak } = A;
  const { data: b, row: bk, col: bj } = B;
  const { data: c, row: ci, col: cj } = C;
  for (let j = 0; j < p; j += COLS) {
    let s = A.start + i * ai;
    let t = B.start + j * bj;
    let c00 = 0;
    let c01 = 0;
    let c02 = 0;
    let c03 = 0;
    let c10 = 0;
    let c11 = 0;
    let c12 = 0;
    let c13 = 0;
    let c20 = 0;
    let c21 = 0;
    let c22 = 0;
    let c23 = 0;
    for (let k = 0; k < n; k++, s += ak, t += bk) {
      const b0 = b[t];
      const b1 = b[t + bj];
      const b2 = b[t + 2 * bj];
      const b3 = b[t + 3 * bj];
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
    }
    let at = C.start + i * ci + j * cj;
    c[at] += c00;
    c[at + cj] += c01;
    c[at + 2 * cj] += c02;
    c[at + 3 * cj] += c03;
    at += ci;
    c[at] += c10;
    c[at + cj] += c11;
    c[at + 2 * cj] += c12;
    c[at + 3 * cj] += c13;
    at += ci;
    c[at] += c20;
    c[at + cj] += c21;
    c[at + 2 * cj] += c22;
    c[at + 3 * cj] += c23;
  }
}

/** Four entries of a row. */
function accumulateFour(C: MatrixView, A: MatrixView, B: MatrixView, i: number, j: number, n: number): void {
  const { data: a, col: ak } = A;
  const { data: b, row: bk, col: bj } = B;
  const { data: c, col: cj } = C;
  let c0 = 0;
  let c1 = 0;
  let c2 = 0;
  let c3 = 0;
  for (let k = 0, s = A.start + i * A.row, t = B.start + j * bj; k < n; k++, s += ak, t += bk) {
    const factor = a[s];
    c0 += factor * b[t];
    c1 += factor * b[t + bj];
    c2 += factor * b[t + 2 * bj];
    c3 += factor * b[t + 3 * bj];
  }
  const at = C.start + i * C.row + j * cj;
  c[at] += c0;
  c[at + cj] += c1;
  c[at + 2 * cj] += c2;
  c[at + 3 * cj] += c3;
}

function accumulateEntry(C: MatrixView, A: MatrixView, B: MatrixView, i: number, j: number, n: number): void {
  const { data: a, col: ak } = A;
  const { data: b, row: bk } = B;
  let sum = 0;
  for (let k = 0, s = A.start + i * A.row, t = B.start + j * B.col; k < n; k++, s += ak, t += bk)
    sum += a[s] * b[t];
  C.data[C.start + i * C.row + j * C.col] += sum;
}

/** A column times a row. */
function accumulateOuter(
  C: MatrixView,
  A: MatrixView,
  B: MatrixView,
  m: number,
  p: number,
  fresh: boolean,
): void {
  const whole = fresh ? m - (m % STRIP) : 0;
  for (let i = 0; i < whole; i += STRIP) writeOuterStrip(C, A, B, i, p);
  const { data: c, col: cj } = C;
  const { data: b, col: bj } = B;
  for (let i = whole; i < m; i++) {
    const factor = A.data[A.start + i * A.row];
    for (let j = 0, t = B.start, at = C.start + i * C.row; j < p; j++, t += bj, at += cj)
      c[at] = (fresh ? 0 : c[at]) + factor * b[t];
  }
}

/** Four rows at a time. Adding 0 makes a 0 of −0, as a sum does. */
function writeOuterStrip(C: MatrixView, A: MatrixView, B: MatrixView, i: number, p: number): void {
  const { data: a, row: ai } = A;
  const { data: b, col: bj } = B;
  const { data: c, row: ci, col: cj } = C;
  const first = A.start + i * ai;
  const a0 = a[first];
  const a1 = a[first + ai];
  const a2 = a[first + 2 * ai];
  const a3 = a[first + 3 * ai];
  for (let j = 0, t = B.start, at = C.start + i * ci; j < p; j++, t += bj, at += cj) {
    const factor = b[t];
    c[at] = a0 * factor + 0;
    c[at + ci] = a1 * factor + 0;
    c[at + 2 * ci] = a2 * factor + 0;
    c[at + 3 * ci] = a3 * factor + 0;
  }
}

/** One row times a matrix by rows, four of them and two columns at a time. */
function accumulateRow(
  C: MatrixView,
  A: MatrixView,
  B: MatrixView,
  n: number,
  p: number,
  fresh: boolean,
): void {
  const { data: b, row: bk } = B;
  const { data: c, start } = C;
  const { data: a, col: ak } = A;
  if (fresh) c.fill(0, start, start + p);
  const whole = n - (n % STRIP);
  const even = p - (p % 2);
  for (let k = 0, s = A.start; k < whole; k += STRIP, s += STRIP * ak) {
    const a0 = a[s];
    const a1 = a[s + ak];
    const a2 = a[s + 2 * ak];
    const a3 = a[s + 3 * ak];
    const r0 = B.start + k * bk;
    const r1 = r0 + bk;
    const r2 = r1 + bk;
    const r3 = r2 + bk;
    for (let j = 0; j < even; j += 2) {
      const at = start + j;
      c[at] = c[at] + a0 * b[r0 + j] + a1 * b[r1 + j] + a2 * b[r2 + j] + a3 * b[r3 + j];
      c[at + 1] =
        c[at + 1] + a0 * b[r0 + j + 1] + a1 * b[r1 + j + 1] + a2 * b[r2 + j + 1] + a3 * b[r3 + j + 1];
    }
    if (even < p)
      c[start + even] =
        c[start + even] + a0 * b[r0 + even] + a1 * b[r1 + even] + a2 * b[r2 + even] + a3 * b[r3 + even];
  }
  for (let k = whole; k < n; k++) {
    const factor = a[A.start + k * ak];
    for (let j = 0, r = B.start + k * bk; j < p; j++, r++) c[start + j] += factor * b[r];
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
  const [whole, even] = [m - (m % STRIP), n - (n % 2)];
  for (let i = 0; i < whole; i += STRIP) {
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
