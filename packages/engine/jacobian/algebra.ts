/**
 * Products and sums of Jacobians, kept as sharp as is true: the chain rule and the fan-out on matrices that know their structure. Both give the
 * numbers of the moment, not a view of them.
 */
import { ENTRY_LIMIT } from '../shape';
import { blockDiagonal } from './composed';
import { dense, type Jacobian, type StructureName, taken } from './jacobian';
import { factorProduct, kronecker } from './kronecker';
import { column, diagonal, matrix, row, selection, zero } from './simple';

/** later · earlier, as in ∂z/∂x = ∂z/∂y · ∂y/∂x: the later function stands on the left. */
export function product(later: Jacobian, earlier: Jacobian): Jacobian {
  const [rows, cols] = [later.rows, earlier.cols];
  if (later.structure === 'zero' || earlier.structure === 'zero') return zero(rows, cols);
  if (later.structure === 'identity') return earlier;
  if (earlier.structure === 'identity') return later;
  if (isDiagonal(later) && isDiagonal(earlier)) return productOfDiagonals(later, earlier);
  if (rows === 1) return row(pulled(ones(1), 1, later, earlier));
  if (cols === 1) return column(pushed(earlier, later));
  if (selects(later) && selects(earlier)) return composedSelection(later, earlier);
  const factors = productOfFactors(later, earlier);
  if (factors) return factors;
  const blocks = sharedBlocks(later, earlier, (a, b) => a[1] === b[0]);
  if (blocks) {
    const [[r], [, c]] = blocks;
    return blockDiagonal(pulled(blockRowsOfOnes(rows, r), r, later, earlier), rows, cols, [r, c]);
  }
  if (rows * cols > ENTRY_LIMIT) return chained(later, earlier);
  const entries = pulled(dense(later), rows, earlier);
  return matrix(entries, rows, cols, undefined, triangularName([later, earlier]));
}

/** J + K: two paths between the same two nodes. */
export function sum(J: Jacobian, K: Jacobian): Jacobian {
  if (J.structure === 'zero') return K;
  if (K.structure === 'zero') return J;
  const { rows, cols } = J;
  const added = (u: Float64Array, count: number) => {
    const out = pulled(u, count, J);
    K.pull(u, count, out);
    return out;
  };
  if (isDiagonal(J) && isDiagonal(K)) return selecting(added(ones(rows), 1), both(blocked(J), blocked(K)));
  if (rows === 1) return row(added(ones(1), 1));
  if (cols === 1) {
    const c = pushed(J);
    K.push(ones(1), c);
    return column(c);
  }
  const blocks = sharedBlocks(J, K, (a, b) => a[0] === b[0] && a[1] === b[1]);
  if (blocks)
    return blockDiagonal(added(blockRowsOfOnes(rows, blocks[0][0]), blocks[0][0]), rows, cols, blocks[0]);
  if (rows * cols > ENTRY_LIMIT) return together(J, K);
  const entries = dense(J);
  dense(K).forEach((entry, i) => {
    entries[i] += entry;
  });
  return matrix(entries, rows, cols, undefined, triangularName([J, K]));
}

const isDiagonal = ({ structure }: Jacobian) => structure === 'diagonal' || structure === 'identity';
const selects = ({ structure }: Jacobian) => structure === 'selection' || structure === 'permutation';
const ones = (n: number) => new Float64Array(n).fill(1);

/**
 * What is not taken stays out of the product whatever stands on the other side, as it does when a number is pulled back: 0 · ∞ would be NaN.
 */
function productOfDiagonals(later: Jacobian, earlier: Jacobian): Jacobian {
  return selecting(pulled(ones(later.rows), 1, later, earlier), either(blocked(later), blocked(earlier)));
}

/** Where a diagonal lets nothing through: ∞ times a 0 that is only a number would be NaN. */
function blocked(J: Jacobian): readonly boolean[] {
  const dv = new Float64Array(J.rows);
  J.push(new Float64Array(J.cols).fill(Number.POSITIVE_INFINITY), dv);
  return Array.from(dv, (v) => v === 0);
}

const either = (a: readonly boolean[], b: readonly boolean[]) => a.map((one, i) => one || b[i]);
const both = (a: readonly boolean[], b: readonly boolean[]) => a.map((one, i) => one && b[i]);

/** A diagonal that selects where something is not let through. */
const selecting = (entries: Float64Array, none: readonly boolean[]) =>
  diagonal(
    entries.map((entry, i) => (none[i] ? 0 : taken(entry))),
    undefined,
    none.includes(true),
  );

/** `count` rows pulled back through each map in turn. */
function pulled(u: Float64Array, count: number, ...maps: readonly Jacobian[]): Float64Array {
  return maps.reduce((rows, J) => {
    const out = new Float64Array(count * J.cols);
    J.pull(rows, count, out);
    return out;
  }, u);
}

/** The number 1 pushed forward through each map in turn. */
function pushed(...maps: readonly Jacobian[]): Float64Array {
  return maps.reduce((du, J) => {
    const dv = new Float64Array(J.rows);
    J.push(du, dv);
    return dv;
  }, ones(1));
}

/** Row i is 1 at row i of every block: pulled back, it brings row i of every block at once. */
function blockRowsOfOnes(rows: number, height: number): Float64Array {
  const u = new Float64Array(height * rows);
  for (let i = 0; i < height; i++) for (let k = i; k < rows; k += height) u[i * rows + k] = 1;
  return u;
}

type Blocks = readonly [rows: number, cols: number];

/** The blocks on the diagonals of both, when they fit; a diagonal fits itself to the blocks of the other. */
function sharedBlocks(
  J: Jacobian,
  K: Jacobian,
  matching: (a: Blocks, b: Blocks) => boolean,
): readonly [Blocks, Blocks] | undefined {
  const [a, b] = [J.blocks, K.blocks];
  if (a && b) return matching(a, b) ? [a, b] : undefined;
  if (a && isDiagonal(K) && matching(a, [a[1], a[1]])) return [a, [a[1], a[1]]];
  if (b && isDiagonal(J) && matching([b[0], b[0]], b)) return [[b[0], b[0]], b];
  return undefined;
}

/** (A ⊗ B)(C ⊗ D) = AC ⊗ BD. */
function productOfFactors(later: Jacobian, earlier: Jacobian): Jacobian | undefined {
  if (!later.factors || !earlier.factors) return undefined;
  const [[A, B], [C, D]] = [later.factors, earlier.factors];
  const [AC, BD] = [factorProduct(A, C), factorProduct(B, D)];
  return AC && BD && kronecker(AC, BD);
}

/** Each row of a selection stands in one column, or in none: pushing 1, 2, … tells which. */
function composedSelection(later: Jacobian, earlier: Jacobian): Jacobian {
  const numbered = Float64Array.from({ length: earlier.cols }, (_, j) => j + 1);
  const between = new Float64Array(earlier.rows);
  earlier.push(numbered, between);
  const columns = new Float64Array(later.rows);
  later.push(between, columns);
  const permutes = later.structure === 'permutation' && earlier.structure === 'permutation';
  return selection(
    Int32Array.from(columns, (j) => j - 1),
    earlier.cols,
    permutes ? { permutes } : {},
  );
}

const TRIANGULAR: ReadonlySet<StructureName> = new Set(['lower-triangular', 'diagonal', 'identity']);

function triangularName(maps: readonly Jacobian[]): StructureName | undefined {
  return maps.every(({ structure }) => TRIANGULAR.has(structure)) ? 'lower-triangular' : undefined;
}

/** A product too large to be written out: it is applied one factor after the other. */
function chained(later: Jacobian, earlier: Jacobian): Jacobian {
  return {
    structure: 'dense',
    rows: later.rows,
    cols: earlier.cols,
    multiplications: later.multiplications + earlier.multiplications,
    payload: [...later.payload, ...earlier.payload],
    push(du, dv) {
      const between = new Float64Array(earlier.rows);
      earlier.push(du, between);
      later.push(between, dv);
    },
    pull(u, count, out) {
      earlier.pull(pulled(u, count, later), count, out);
    },
    write(out) {
      out.set(pulled(dense(later), later.rows, earlier));
    },
  };
}

function together(J: Jacobian, K: Jacobian): Jacobian {
  return {
    structure: 'dense',
    rows: J.rows,
    cols: J.cols,
    multiplications: J.multiplications + K.multiplications,
    payload: [...J.payload, ...K.payload],
    push(du, dv) {
      J.push(du, dv);
      K.push(du, dv);
    },
    pull(u, count, out) {
      J.pull(u, count, out);
      K.pull(u, count, out);
    },
    write(out) {
      const other = dense(K);
      dense(J).forEach((entry, i) => {
        out[i] = entry + other[i];
      });
    },
  };
}
