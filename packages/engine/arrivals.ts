/**
 * Both modes entry by entry, where an infinite slope or one that does not exist would turn what never arrived into NaN.
 *
 * The 0 of a component that the target does not depend on, or that does not move, is one by structure: times ∞ it is still 0. What arrived and
 * happens to be 0 is a number: times ∞ it is NaN. An array of numbers cannot tell the two apart, so here it is told beside them.
 */
import type { Jacobian } from './jacobian/jacobian';
import type { Program } from './program/program';
import { ENTRY_LIMIT } from './shape';
import { allFinite } from './tensor';

/** Rows of cotangents or a tangent, and for each entry whether something arrived there. */
export interface Arrivals {
  readonly data: Float64Array;
  readonly arrived: Uint8Array;
}

/** What is 0 in a seed has not arrived. */
export const seeded = (data: Float64Array): Arrivals => ({
  data,
  arrived: Uint8Array.from(data, (v) => (v === 0 ? 0 : 1)),
});

/** Nothing has arrived at zeroed memory. */
export const nowhere = (data: Float64Array): Arrivals => ({ data, arrived: new Uint8Array(data.length) });

/** Work for one edge beyond which a row is told as a whole. */
const WORK_LIMIT = 1e8;

/** As {@link Jacobian.pull}, with what has not arrived kept out of it. */
export function pullArrived(J: Jacobian, u: Arrivals, count: number, out: Arrivals): void {
  const entries = entriesOf(J, count);
  const finite = J.payload.every(allFinite);
  if (finite || !entries) J.pull(u.data, count, out.data);
  for (let r = 0; r < count; r++)
    for (let i = 0; i < J.rows; i++) {
      const from = r * J.rows + i;
      if (!u.arrived[from]) continue;
      if (!entries) {
        out.arrived.fill(1, r * J.cols, (r + 1) * J.cols);
        break;
      }
      for (let k = entries.starts[i]; k < entries.starts[i + 1]; k++) {
        const to = r * J.cols + entries.columns[k];
        out.arrived[to] = 1;
        if (!finite) out.data[to] += u.data[from] * entries.values[k];
      }
    }
}

/** As {@link Jacobian.push}, with what has not arrived kept out of it. */
export function pushArrived(J: Jacobian, du: Arrivals, dv: Arrivals): void {
  const entries = entriesOf(J, 1);
  const finite = J.payload.every(allFinite);
  if (finite || !entries) J.push(du.data, dv.data);
  if (!entries) {
    if (du.arrived.includes(1)) dv.arrived.fill(1);
    return;
  }
  for (let i = 0; i < J.rows; i++)
    for (let k = entries.starts[i]; k < entries.starts[i + 1]; k++) {
      const from = entries.columns[k];
      if (!du.arrived[from]) continue;
      dv.arrived[i] = 1;
      if (!finite) dv.data[i] += entries.values[k] * du.data[from];
    }
}

/**
 * Pulls `count` rows back from a target, given at its position, to all that `memoryAt` has zeroed memory for; gives what arrived where, by position.
 */
export function pullByEntries(
  program: Program,
  target: number,
  seed: Arrivals,
  count: number,
  memoryAt: (position: number) => Float64Array | undefined,
): readonly (Arrivals | undefined)[] {
  const { starts, sources } = program.tape;
  const rows: (Arrivals | undefined)[] = [];
  rows[target] = seed;
  for (let p = target; p >= 0; p--) {
    const row = rows[p];
    if (!row) continue;
    for (let e = starts[p + 1] - 1; e >= starts[p]; e--) {
      const jacobian = program.jacobianOf(e, p);
      if (jacobian.structure === 'zero') continue;
      const known = rows[sources[e]];
      const memory = known ? known.data : memoryAt(sources[e]);
      if (!memory) continue;
      const out = known ?? nowhere(memory);
      rows[sources[e]] = out;
      pullArrived(jacobian, row, count, out);
    }
  }
  return rows;
}

/** The entries that are no zeros by structure, row after row. */
interface Entries {
  readonly starts: Int32Array;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** A structure writes its own entries and no others: those are what does not depend on what stood there before. */
function entriesOf(J: Jacobian, count: number): Entries | undefined {
  const { rows, cols } = J;
  if (rows * cols > ENTRY_LIMIT) return undefined;
  const overZeros = new Float64Array(rows * cols);
  const overOnes = new Float64Array(rows * cols).fill(1);
  J.write(overZeros);
  J.write(overOnes);
  const starts = new Int32Array(rows + 1);
  const [columns, values]: [number[], number[]] = [[], []];
  for (let i = 0, n = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, n++)
      if (Object.is(overZeros[n], overOnes[n])) {
        columns.push(j);
        values.push(overZeros[n]);
      }
    starts[i + 1] = columns.length;
  }
  return columns.length * count > WORK_LIMIT ? undefined : { starts, columns, values };
}
