/**
 * A contest: several programs that do the same work. First they must agree on the results, then they take turns (A B C A B C …), so that
 * whatever else the machine does falls on all of them; the median of the rounds counts.
 */
import { apart } from './isolation';
import type { Report, Row } from './report';

/** Results by name: `values`, `gradients`, … */
export type Quantities = Readonly<Record<string, Float64Array>>;

export interface Ready {
  /** What it computes, to be compared with what the first contestant computes. */
  quantities(): Quantities | Promise<Quantities>;
  /** Does the work `count` times and tells the nanoseconds that took. */
  run(count: number): number | Promise<number>;
  stop?(): void;
  /** What a reader of the table has to know about it. */
  readonly note?: string;
}

/** Why a contestant cannot run here, in one line. */
export interface Absent {
  readonly absent: string;
}

export interface Contestant {
  readonly name: string;
  /** How far its results may be from those of the first, relatively: 0 asks for the same bits. */
  readonly tolerance: number;
  prepare(): Ready | Absent | Promise<Ready | Absent>;
}

export const FLOAT64 = 1e-9;
export const FLOAT32 = 1e-3;

interface Rules {
  readonly title: string;
  /** The contestants that the others are compared with. */
  readonly baselines: readonly string[];
  /** Says the time for one of these too: nodes of a graph, for instance. */
  readonly per?: { readonly what: string; readonly count: number };
  readonly seconds?: number;
}

/** Columns of every contest. */
const STEP = 'µs a step';
const DIFFERENCE = 'largest difference';

interface Runner {
  readonly row: Row;
  readonly ready: Ready;
  /** Repetitions a round. */
  readonly count: number;
  readonly rounds: number[];
}

const TURN_NANOSECONDS = 2e7;
const MINIMUM_ROUNDS = 3;
const MAXIMUM_ROUNDS = 51;

/** Milliseconds of work before the clock counts: long enough for the optimising compiler of every JavaScript contestant. */
const WARM_UP = 400;

/** The work of a contestant that lives in this process. */
export const timed = (step: () => void) => (count: number) => {
  const start = process.hrtime.bigint();
  for (let k = 0; k < count; k++) step();
  return Number(process.hrtime.bigint() - start);
};

/** A contest of contestants that each have a process of their own. */
export const competeApart = async (contestants: readonly Contestant[], rules: Rules): Promise<Report> =>
  compete(await apart(contestants), rules);

export async function compete(contestants: readonly Contestant[], rules: Rules): Promise<Report> {
  const rows: Row[] = [];
  const runners: Runner[] = [];
  let expected: Quantities | undefined;
  for (const contestant of contestants) {
    const ready = await attempt(contestant);
    if ('absent' in ready) {
      rows.push({ name: contestant.name, figures: {}, note: `not here: ${ready.absent}` });
      continue;
    }
    const quantities = await ready.quantities();
    expected ??= quantities;
    const difference = compare(contestant, quantities, expected);
    const row: Row = {
      name: contestant.name,
      figures: { [DIFFERENCE]: difference },
      ...(ready.note && { note: ready.note }),
    };
    rows.push(row);
    runners.push({ row, ready, count: await warmUp(ready), rounds: [] });
  }
  await takeTurns(runners, (rules.seconds ?? 5) * 1e3);
  for (const { ready } of runners) ready.stop?.();
  for (const { row, rounds } of runners) row.figures[STEP] = median(rounds) / 1e3;
  fillIn(rows, rules);
  const columns = [STEP, ...(rules.per ? [nanosecondsPer(rules.per.what)] : [])];
  return {
    title: rules.title,
    columns: [...columns, ...rules.baselines.map((name) => `× ${name}`), DIFFERENCE],
    rows,
  };
}

/** A library that breaks down is told of, and the others go on. */
async function attempt(contestant: Contestant): Promise<Ready | Absent> {
  try {
    return await contestant.prepare();
  } catch (error) {
    return { absent: `it failed: ${String(error).split('\n')[0]}` };
  }
}

const nanosecondsPer = (what: string) => `ns a ${what}`;

function fillIn(rows: readonly Row[], { per, baselines }: Rules): void {
  for (const { figures } of rows) {
    const taken = figures[STEP];
    if (taken === undefined) continue;
    if (per) figures[nanosecondsPer(per.what)] = (taken * 1e3) / per.count;
    for (const name of baselines) {
      const baseline = rows.find((row) => row.name === name)?.figures[STEP];
      if (baseline !== undefined) figures[`× ${name}`] = taken / baseline;
    }
  }
}

async function takeTurns(runners: readonly Runner[], milliseconds: number): Promise<void> {
  const start = performance.now();
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    if (round >= MINIMUM_ROUNDS && performance.now() - start > milliseconds) return;
    for (const { ready, count, rounds } of runners) {
      // A run-up that does not count: caches and pages are those of the one whose turn was before.
      await ready.run(Math.ceil(count / 4));
      rounds.push((await ready.run(count)) / count);
    }
  }
}

/** Runs a while, and finds how many repetitions make a turn. */
async function warmUp(ready: Ready): Promise<number> {
  const start = performance.now();
  let count = 1;
  for (;;) {
    const taken = await ready.run(count);
    if (performance.now() - start > WARM_UP)
      return Math.max(1, Math.round((count * TURN_NANOSECONDS) / Math.max(taken, 1)));
    if (taken < TURN_NANOSECONDS) count *= 2;
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The largest difference of the results; throws when it is more than the contestant may have, for then its time says nothing. */
function compare({ name, tolerance }: Contestant, found: Quantities, expected: Quantities): number {
  let largest = 0;
  for (const [quantity, entries] of Object.entries(found)) {
    const wanted = expected[quantity];
    if (entries.length !== wanted.length)
      throw new Error(`${name}: ${entries.length} ${quantity}, expected ${wanted.length}.`);
    const difference = relativeDifference(entries, wanted);
    if (!(difference <= tolerance))
      throw new Error(
        `${name}: its ${quantity} differ by ${difference.toExponential(1)}, more than ${tolerance}; its time would say nothing.`,
      );
    largest = Math.max(largest, difference);
  }
  return largest;
}

/** Relative to the entry, and to the root mean square of all, so that what cancels to nearly 0 is judged by what it cancels from. */
function relativeDifference(found: Float64Array, wanted: Float64Array): number {
  let squares = 0;
  for (const entry of wanted) squares += entry * entry;
  const typical = Math.sqrt(squares / wanted.length);
  let largest = 0;
  for (let i = 0; i < wanted.length; i++) {
    const distance = Math.abs(found[i] - wanted[i]);
    if (distance === 0) continue;
    const relative = distance / (Math.abs(wanted[i]) + typical);
    if (!(relative <= largest)) largest = relative;
    if (Number.isNaN(relative)) return relative;
  }
  return largest;
}
