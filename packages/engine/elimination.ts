/**
 * Gaussian elimination of a square matrix: its determinant, its inverse and its adjugate (the transpose of the cofactors).
 *
 * Row operations on the left and column operations on the right make the matrix diagonal, with the largest entry left as the next pivot
 * (complete pivoting: Golub & Van Loan, Matrix Computations, §3.4). So a matrix of rank n − 1 keeps n − 1 good pivots and a last one of 0,
 * and adj(LDU) = adj(U) adj(D) adj(L) never divides by the last pivot: the adjugate is right at singular matrices too. It is 0 where two
 * pivots are. Rows and columns are scaled by powers of two first, which costs no digit and keeps 1e200 from overflowing.
 */
import { addProduct, divide, type Extended, extended, scaled } from './double-double';
import { allFinite } from './tensor';

/** A = 2^rows · S · 2^cols with left · S · right = diag(pivots). */
interface Elimination {
  readonly n: number;
  /** S, by rows. */
  readonly matrix: Float64Array;
  /** The exponents that row i and column j of S were divided by. */
  readonly rowScale: Int32Array;
  readonly colScale: Int32Array;
  readonly left: Extended;
  readonly right: Extended;
  readonly pivots: Extended;
  /** det(left) · det(right), which are permutations but for unit triangles. */
  readonly sign: number;
}

/** A product that neither overflows nor underflows: value · 2^exponent, √½ ≤ |value| < √2 or 0. */
interface Scaled {
  readonly value: Extended;
  readonly exponent: number;
}

/** Eliminates the n × n matrix stored by rows in `a`. Of a matrix that is not finite every pivot is NaN. */
export function eliminate(a: Float64Array, n: number): Elimination {
  const { matrix, rowScale, colScale } = equilibrated(a, n);
  const S: Extended = { hi: Float64Array.from(matrix), lo: new Float64Array(n * n) };
  const [left, right, pivots] = [unit(n), unit(n), extended(n)];
  const factor = extended(1);
  let sign = 1;
  const finite = allFinite(a);
  if (!finite) pivots.hi.fill(Number.NaN);
  for (let k = 0; k < n && finite; k++) {
    const [p, q] = largestFrom(S.hi, n, k);
    if (S.hi[p * n + q] === 0) break;
    if (p !== k) sign = -sign;
    if (q !== k) sign = -sign;
    for (const M of [S, left]) swapRows(M, n, k, p);
    for (const M of [S, right]) swapColumns(M, n, k, q);
    const pivot = k * n + k;
    [pivots.hi[k], pivots.lo[k]] = [S.hi[pivot], S.lo[pivot]];
    for (let i = k + 1; i < n; i++) {
      if (S.hi[i * n + k] === 0) continue;
      divide(factor, 0, S, i * n + k, S, pivot);
      for (let j = k + 1; j < n; j++) addProduct(S, i * n + j, factor, 0, S, k * n + j, -1);
      for (let j = 0; j < n; j++) addProduct(left, i * n + j, factor, 0, left, k * n + j, -1);
    }
    for (let j = k + 1; j < n; j++) {
      if (S.hi[k * n + j] === 0) continue;
      divide(factor, 0, S, k * n + j, S, pivot);
      for (let i = 0; i < n; i++) addProduct(right, i * n + j, factor, 0, right, i * n + k, -1);
    }
  }
  return { n, matrix, rowScale, colScale, left, right, pivots, sign };
}

/** The determinant as value · 2^exponent. */
function determinant(e: Elimination): Scaled {
  const { value, exponent } = pivotProduct(e, e.n);
  return { value, exponent: exponent + total(e.rowScale) + total(e.colScale) };
}

/** The determinant rounded to a float64. */
export function roundedDeterminant(e: Elimination): number {
  const { value, exponent } = determinant(e);
  return scaled(value.hi[0], exponent);
}

/** log |det|: around 1 the digits that the mantissa left over still count. */
export function logDeterminant(e: Elimination): number {
  const { value, exponent } = determinant(e);
  const [hi, lo] = [Math.abs(value.hi[0]), Math.sign(value.hi[0]) * value.lo[0]];
  return hi === 0 ? Number.NEGATIVE_INFINITY : Math.log(hi) + lo / hi + exponent * Math.LN2;
}

/** Writes the adjugate into out, transposed: the cofactors C_ij = ∂det/∂a_ij, at singular matrices too. */
export function cofactors(e: Elimination, out: Float64Array): void {
  const { n, rowScale, colScale, pivots } = e;
  if (Number.isNaN(pivots.hi[0])) {
    out.fill(Number.NaN);
    return;
  }
  const corner = pivotProduct(e, n - 1);
  const scale = corner.exponent + total(rowScale) + total(colScale);
  const R = reducedAdjugate(e);
  const product = extended(1);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      product.hi[0] = product.lo[0] = 0;
      addProduct(product, 0, R, j * n + i, corner.value, 0);
      out[i * n + j] = scaled(product.hi[0], scale - rowScale[i] - colScale[j]) + 0;
    }
}

/** A matrix is singular if rounding its entries alone could have made it so: from this sensitivity of the determinant on. */
export const SINGULAR = 2 ** 53;

/**
 * Writes the inverse into out, NaN if there is none, and returns Σ |a_ij C_ij| / |det|: how many times faster than the entries the
 * determinant changes (C_ij is ∂det/∂a_ij). Unlike a condition number it does not depend on how rows and columns are scaled.
 */
export function invert(e: Elimination, out: Float64Array): number {
  const { n, rowScale, colScale, pivots } = e;
  if (!(Math.abs(pivots.hi[n - 1]) > 0)) {
    out.fill(Number.NaN);
    return pivots.hi[n - 1] === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  }
  const R = reducedAdjugate(e);
  const quotient = extended(1);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      divide(quotient, 0, R, i * n + j, pivots, n - 1);
      out[i * n + j] = scaled(quotient.hi[0], -colScale[i] - rowScale[j]) + 0;
    }
  return sensitivity(e, R);
}

/** Writes the solution of A x = b into x, NaN if A is singular. */
export function solveLinear(e: Elimination, b: Float64Array, x: Float64Array): void {
  const { n, rowScale, colScale, pivots } = e;
  const R = reducedAdjugate(e);
  const right: Extended = { hi: b.map((v, j) => scaled(v, -rowScale[j])), lo: new Float64Array(n) };
  const solution = extended(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) addProduct(solution, i, R, i * n + j, right, j);
  const singular = pivots.hi[n - 1] === 0 || sensitivity(e, R) >= SINGULAR;
  for (let i = 0; i < n; i++) {
    divide(solution, i, solution, i, pivots, n - 1);
    x[i] = singular ? Number.NaN : scaled(solution.hi[i], -colScale[i]) + 0;
  }
}

/** Adds w · Ċ to out, the derivative of the cofactors as the matrix moves along da: minors of two rows and columns less, at any rank. */
export function addCofactorTangent(e: Elimination, da: Float64Array, w: number, out: Float64Array): void {
  const { n, rowScale, colScale } = e;
  if (n < 2) return;
  const { value, exponent } = pivotProduct(e, n - 2);
  if (value.hi[0] === 0) return;
  const left = e.left.hi;
  const right = e.right.hi;
  const moved = da.map((v, k) => scaled(v, -rowScale[Math.floor(k / n)] - colScale[k % n]));
  const inner = tangentOfDiagonal(product(product(left, moved, n), right, n), e);
  const outer = product(product(right, inner, n), left, n);
  const scale = exponent + total(rowScale) + total(colScale);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      out[i * n + j] += w * value.hi[0] * scaled(outer[j * n + i], scale - rowScale[i] - colScale[j]);
}

/** The derivative of adj(diag(d)) along E, without the product of the first n − 2 pivots. */
function tangentOfDiagonal(E: Float64Array, { n, pivots }: Elimination): Float64Array {
  const d = pivots.hi;
  const out = new Float64Array(n * n);
  /** Π d_l over the last two l that are neither i nor j, divided by the d_i and d_j that are not among the last two. */
  const minor = (i: number, j: number) => {
    let result = 1;
    for (const k of [i, j]) if (k < n - 2) result /= d[k];
    for (let k = n - 2; k < n; k++) if (k !== i && k !== j) result *= d[k];
    return result;
  };
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const rest = minor(i, j);
      out[i * n + i] += E[j * n + j] * rest;
      out[i * n + j] = -E[i * n + j] * rest;
    }
  return out;
}

/** right · diag(d_n/d_k, …, 1) · left: the adjugate without the product of the first n − 1 pivots, or the inverse times the last. */
function reducedAdjugate({ n, left, right, pivots }: Elimination): Extended {
  const R = extended(n * n);
  if (n > 1 && pivots.hi[n - 2] === 0) return R;
  const weighted = extended(n * n);
  const weight = extended(1);
  for (let k = 0; k < n; k++) {
    if (k === n - 1) [weight.hi[0], weight.lo[0]] = [1, 0];
    else divide(weight, 0, pivots, n - 1, pivots, k);
    for (let j = k * n; j < (k + 1) * n; j++) addProduct(weighted, j, weight, 0, left, j);
  }
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++)
      for (let j = 0; j < n; j++) addProduct(R, i * n + j, right, i * n + k, weighted, k * n + j);
  return R;
}

function sensitivity({ n, matrix, pivots }: Elimination, R: Extended): number {
  let moved = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) moved += Math.abs(matrix[i * n + j] * R.hi[j * n + i]);
  return moved / Math.abs(pivots.hi[n - 1]);
}

/** sign · d_1 ⋯ d_count. */
function pivotProduct({ pivots, sign }: Elimination, count: number): Scaled {
  let value: Extended = { hi: Float64Array.of(sign), lo: new Float64Array(1) };
  let exponent = 0;
  for (let k = 0; k < count; k++) {
    const next = extended(1);
    addProduct(next, 0, value, 0, pivots, k);
    const shift = exponentOf(next.hi[0]);
    value = { hi: next.hi.map((v) => scaled(v, -shift)), lo: next.lo.map((v) => scaled(v, -shift)) };
    exponent += shift;
  }
  return { value, exponent };
}

/** The matrix with its rows, then its columns divided by powers of two, so that the largest entry of each is about 1. */
function equilibrated(a: Float64Array, n: number) {
  const matrix = Float64Array.from(a);
  const divideRuns = (start: number, stride: number): Int32Array =>
    Int32Array.from({ length: n }, (_, i) => {
      let top = 0;
      for (let k = 0; k < n; k++) top = Math.max(top, Math.abs(matrix[i * start + k * stride]));
      const shift = exponentOf(top);
      for (let k = 0; k < n; k++)
        matrix[i * start + k * stride] = scaled(matrix[i * start + k * stride], -shift);
      return shift;
    });
  return { matrix, rowScale: divideRuns(n, 1), colScale: divideRuns(1, n) };
}

/** The power of two next to |x|; 0 for what has none. */
function exponentOf(x: number): number {
  const exponent = Math.round(Math.log2(Math.abs(x)));
  return Number.isFinite(exponent) ? exponent : 0;
}

function unit(n: number): Extended {
  const I = extended(n * n);
  for (let i = 0; i < n; i++) I.hi[i * n + i] = 1;
  return I;
}

/** Where the largest entry of the rows and columns from k on stands. */
function largestFrom(a: Float64Array, n: number, k: number): [number, number] {
  let best = k * n + k;
  for (let i = k; i < n; i++)
    for (let at = i * n + k; at < (i + 1) * n; at++) if (Math.abs(a[at]) > Math.abs(a[best])) best = at;
  return [Math.floor(best / n), best % n];
}

function swapRows({ hi, lo }: Extended, n: number, k: number, p: number): void {
  if (p === k) return;
  for (const data of [hi, lo])
    for (let j = 0; j < n; j++) [data[k * n + j], data[p * n + j]] = [data[p * n + j], data[k * n + j]];
}

function swapColumns({ hi, lo }: Extended, n: number, k: number, q: number): void {
  if (q === k) return;
  for (const data of [hi, lo])
    for (let i = 0; i < n; i++) [data[i * n + k], data[i * n + q]] = [data[i * n + q], data[i * n + k]];
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) for (let j = 0; j < n; j++) out[i * n + j] += a[i * n + k] * b[k * n + j];
  return out;
}

const total = (exponents: Int32Array) => exponents.reduce((all, one) => all + one, 0);
