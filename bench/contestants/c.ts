/**
 * The same work in C, compiled here: what the machine allows. Of two ways to compile, the one that turns out faster.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Absent, Contestant, Quantities, Ready } from '../harness/contest';
import { FLOAT64 } from '../harness/contest';
import type { ScalarGraph } from '../harness/random-graph';
import { scratch, startServer, writeBinary } from '../harness/server';

const WAYS = [['-O3'], ['-O3', '-march=native']];
const TRIALS = 3;

/** Programs that were compiled already, by their source. */
const compiled = new Map<string, string[] | Absent>();

function compileEachWay(source: string): string[] | Absent {
  const known = compiled.get(source);
  if (known) return known;
  const programs: string[] = [];
  let failure = '';
  for (const [k, flags] of WAYS.entries()) {
    const program = join(scratch, `${source}-${k}`);
    const made = spawnSync('gcc', [...flags, join('bench/limit', source), '-o', program, '-lm'], {
      encoding: 'utf8',
    });
    if (made.status === 0) programs.push(program);
    else failure ||= made.error ? 'there is no gcc' : made.stderr.split('\n')[0];
  }
  const outcome = programs.length > 0 ? programs : { absent: failure };
  compiled.set(source, outcome);
  return outcome;
}

export function inC(
  source: string,
  args: () => string[],
  split: (results: Float64Array) => Quantities,
): Contestant {
  return {
    name: 'C',
    tolerance: FLOAT64,
    async prepare() {
      const programs = compileEachWay(source);
      if ('absent' in programs) return programs;
      const words = args();
      const started = await Promise.all(programs.map((program) => startServer([program, ...words], split)));
      return fastest(started);
    },
  };
}

async function fastest(started: readonly (Ready | Absent)[]): Promise<Ready | Absent> {
  const times = started.map(() => Number.POSITIVE_INFINITY);
  for (let trial = 0; trial < TRIALS; trial++)
    for (const [k, server] of started.entries())
      if ('run' in server) {
        const count = Math.max(1, Math.round(1e7 / Math.max(1, await server.run(1))));
        times[k] = Math.min(times[k], (await server.run(count)) / count);
      }
  const best = times.indexOf(Math.min(...times));
  for (const [k, server] of started.entries()) if (k !== best && 'run' in server) server.stop?.();
  const server = started[Math.max(0, best)];
  return 'run' in server ? { ...server, note: `gcc ${WAYS[best].join(' ')}` } : server;
}

/** The tape of a graph of numbers. */
export const scalarInC = (graph: ScalarGraph) =>
  inC(
    'tape.c',
    () => [graphFile(graph)],
    (results) => {
      const n = graph.codes.length;
      const part = (k: number) => results.subarray(k * n, (k + 1) * n);
      return { values: part(0), gradients: part(1), 'first partials': part(2), 'second partials': part(3) };
    },
  );

/** The graph as the programs in C and in Python read it. */
export const graphFile = ({ codes, first, second, inputs }: ScalarGraph) =>
  writeBinary([Int32Array.of(codes.length, inputs.length), inputs, first, second, codes]);
