/**
 * Nabla's engine beside what else does its work, and beside C as the limit of the machine; one run, taking turns. `npm run bench` prints tables,
 * `-- --json` the figures alone, `-- --only NAME` the workloads whose name begins so.
 *
 * Every workload runs in a process of its own, so that none runs on what another left to the compiler or the heap.
 */
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { peersInstalled } from './contestants/load-peer';
import { type Report, table } from './harness/report';
import { chain, classifier } from './workloads/dense';
import { file } from './workloads/file';
import { incremental } from './workloads/incremental';
import { memory } from './workloads/memory';
import { scalar } from './workloads/scalar';
import { teaching } from './workloads/teaching';

const WORKLOADS: Readonly<Record<string, () => Promise<Report>>> = {
  'scalar-1e3': scalar(1_000),
  'scalar-1e4': scalar(10_000),
  'scalar-1e5': scalar(100_000),
  'scalar-1e6': scalar(1_000_000),
  incremental,
  teaching,
  'dense-chain': chain,
  'dense-classifier-1': classifier(1),
  'dense-classifier-32': classifier(32),
  file,
  memory,
};

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    alone: { type: 'string' },
  },
});

if (options.alone) process.send!(await WORKLOADS[options.alone](), () => process.disconnect());
else await runAll(options);

async function runAll({ json, only }: { json: boolean; only: string }): Promise<void> {
  const names = Object.keys(WORKLOADS).filter((name) => name.startsWith(only));
  if (names.length === 0) {
    console.error(`No workload begins with "${only}": expected ${Object.keys(WORKLOADS).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}`;
  if (!json) console.log(introduction(machine));
  const reports: Record<string, Report> = {};
  for (const name of names) {
    const report = await runAlone(name);
    if (!report) process.exitCode = 1;
    else if (json) reports[name] = report;
    else console.log(`${table(report)}\n`);
  }
  if (json) console.log(JSON.stringify({ machine, reports }));
}

function introduction(machine: string): string {
  const missing = 'The libraries are not installed: npm ci --prefix bench/peers puts them beside Nabla.\n';
  return `${machine}. Medians of interleaved rounds; × Nabla is the time in units of Nabla's.\n${peersInstalled() ? '' : missing}`;
}

/** Undefined when it failed, which it has said itself. */
function runAlone(name: string): Promise<Report | undefined> {
  const child = fork(process.argv[1], ['--alone', name], {
    execArgv: ['--expose-gc', '--max-old-space-size=8192'],
    // Libraries like to print; the figures have their own channel.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve) => {
    let report: Report | undefined;
    child.on('message', (message) => {
      report = message as Report;
    });
    child.on('exit', () => {
      if (!report) console.error(`The workload ${name} ended without a result.`);
      resolve(report);
    });
  });
}
