/**
 * The inner loops of every product of matrices, and the memory they work in.
 *
 * They read and write five lanes that never move: a compiler that knows where an array is and how long checks one index for all lanes, once, where
 * it checks the index, the kind, the length and the place of every array it is handed. Copying a matrix into lanes costs less than that. Two
 * rows by three columns are as many sums as leave registers for their products. (Both measured: docs/decisions/2026-11-24-matrix-products.md.) `| 0` tells the compiler that an index stays a small number.
 */

/** Entries of a lane: 16 of the runs that products of two matrices take. */
export const LANE_LENGTH = 1 << 13;
/** Entries of a lane that a product with a vector takes at a time: four such runs stay in a near cache. */
export const RUN = 1 << 12;

const lane0 = new Float64Array(LANE_LENGTH);
const lane1 = new Float64Array(LANE_LENGTH);
const lane2 = new Float64Array(LANE_LENGTH);
const lane3 = new Float64Array(LANE_LENGTH);
const lane4 = new Float64Array(LANE_LENGTH);
const perRow = new Float64Array(4 * RUN);

// Exported under other names: what another module can see is no constant to the compiler.
export const lanes: readonly Float64Array[] = [lane0, lane1, lane2, lane3, lane4];
/** For each row in lanes 0 to 3 its sum or its factor, row r of lane l at 4 r + l; or the sums of a tile, row r of column c at 3 r + c. */
export const numbers: Float64Array = perRow;

/** The six sums of two rows in lanes 0 and 1, from s on, times three columns in lanes 2 to 4, from 0 on: `n` products each, in order. */
export function sumTile(s: number, n: number): void {
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c10 = 0;
  let c11 = 0;
  let c12 = 0;
  for (let k = 0; k < n; k++, s = (s + 1) | 0) {
    const b0 = lane2[k];
    const b1 = lane3[k];
    const b2 = lane4[k];
    const a0 = lane0[s];
    c00 += a0 * b0;
    c01 += a0 * b1;
    c02 += a0 * b2;
    const a1 = lane1[s];
    c10 += a1 * b0;
    c11 += a1 * b1;
    c12 += a1 * b2;
  }
  perRow[0] = c00;
  perRow[1] = c01;
  perRow[2] = c02;
  perRow[3] = c10;
  perRow[4] = c11;
  perRow[5] = c12;
}

/** For each of four times `height` rows of `width` entries in lanes 0 to 3: its sum of products with the column in lane 4, in order. */
export function sumRows(height: number, width: number): void {
  for (let r = 0, s = 0, at = 0; r < height; r++, at += 4) {
    let c0 = 0;
    let c1 = 0;
    let c2 = 0;
    let c3 = 0;
    for (let k = 0; k < width; k++, s = (s + 1) | 0) {
      const x = lane4[k];
      c0 += lane0[s] * x;
      c1 += lane1[s] * x;
      c2 += lane2[s] * x;
      c3 += lane3[s] * x;
    }
    perRow[at] = c0;
    perRow[at + 1] = c1;
    perRow[at + 2] = c2;
    perRow[at + 3] = c3;
  }
}

/** Adds each of the rows times its factor to the row in lane 4: eight rows at a time, then the last four. */
export function combineRows(height: number, width: number): void {
  for (let r = 0; r + 1 < height; r += 2) combineEight(r, width);
  if (height & 1) combineFour(height - 1, width);
}

function combineEight(r: number, width: number): void {
  const at = 4 * r;
  const a0 = perRow[at];
  const a1 = perRow[at + 1];
  const a2 = perRow[at + 2];
  const a3 = perRow[at + 3];
  const b0 = perRow[at + 4];
  const b1 = perRow[at + 5];
  const b2 = perRow[at + 6];
  const b3 = perRow[at + 7];
  for (let k = 0, s = (r * width) | 0, t = (s + width) | 0; k < width; k++, s = (s + 1) | 0, t = (t + 1) | 0)
    lane4[k] =
      lane4[k] +
      a0 * lane0[s] +
      a1 * lane1[s] +
      a2 * lane2[s] +
      a3 * lane3[s] +
      b0 * lane0[t] +
      b1 * lane1[t] +
      b2 * lane2[t] +
      b3 * lane3[t];
}

function combineFour(r: number, width: number): void {
  const at = 4 * r;
  const a0 = perRow[at];
  const a1 = perRow[at + 1];
  const a2 = perRow[at + 2];
  const a3 = perRow[at + 3];
  for (let k = 0, s = (r * width) | 0; k < width; k++, s = (s + 1) | 0)
    lane4[k] = lane4[k] + a0 * lane0[s] + a1 * lane1[s] + a2 * lane2[s] + a3 * lane3[s];
}

/** Makes each of the rows the row in lane 4 times its factor, two entries at a time. Adding 0 makes a 0 of −0, as a sum does. */
export function multiplyRow(height: number, width: number): void {
  const even = width & ~1;
  for (let r = 0, s = 0, at = 0; r < height; r++, at += 4) {
    const a0 = perRow[at];
    const a1 = perRow[at + 1];
    const a2 = perRow[at + 2];
    const a3 = perRow[at + 3];
    for (let k = 0; k < even; k += 2, s = (s + 2) | 0) {
      const x = lane4[k];
      const y = lane4[k + 1];
      const t = (s + 1) | 0;
      lane0[s] = a0 * x + 0;
      lane1[s] = a1 * x + 0;
      lane2[s] = a2 * x + 0;
      lane3[s] = a3 * x + 0;
      lane0[t] = a0 * y + 0;
      lane1[t] = a1 * y + 0;
      lane2[t] = a2 * y + 0;
      lane3[t] = a3 * y + 0;
    }
    if (even < width) {
      const x = lane4[even];
      lane0[s] = a0 * x + 0;
      lane1[s] = a1 * x + 0;
      lane2[s] = a2 * x + 0;
      lane3[s] = a3 * x + 0;
      s = (s + 1) | 0;
    }
  }
}
