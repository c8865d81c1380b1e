/**
 * The editor beside a naive version of itself (`bench/naive`) in one run of one real browser, taking turns. `npm run bench:editor` prints tables,
 * `-- --json` every turn, `-- --only NAME` the scenarios whose name begins so, `-- --rounds N` as many turns.
 */
import { parseArgs } from 'node:util';
import { setContest } from './editor/contestants';
import { type Found, framesReport, openingReport } from './editor/report';
import { SCENARIOS, type Turn, turn } from './editor/scenarios';
import { table } from './harness/report';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '3' },
  },
});

const LENGTH = { inputs: 240, milliseconds: 6_000 };

const names = Object.keys(SCENARIOS).filter((name) => name.startsWith(options.only));
if (names.length === 0) {
  console.error(`No scenario begins with "${options.only}": expected ${Object.keys(SCENARIOS).join(', ')}.`);
  process.exitCode = 2;
} else {
  const found = await runAll(names, Number(options.rounds));
  if (options.json) console.log(JSON.stringify(found));
  else console.log(`${table(framesReport(found))}\n\n${table(openingReport(found))}`);
}

async function runAll(scenarios: readonly string[], rounds: number): Promise<Found> {
  const contest = await setContest();
  try {
    const found: Record<string, { nabla: Turn[]; naive: Turn[] }> = {};
    for (const name of scenarios) {
      const turns = { nabla: [] as Turn[], naive: [] as Turn[] };
      for (let round = 1; round <= rounds; round++) {
        console.error(`${name}, round ${round} of ${rounds} …`);
        for (const who of ['nabla', 'naive'] as const)
          turns[who].push(await turn(contest[who], SCENARIOS[name], LENGTH));
      }
      found[name] = turns;
    }
    return found;
  } finally {
    await contest.close();
  }
}
