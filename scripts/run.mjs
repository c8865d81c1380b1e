/**
 * Runs a TypeScript program of this repository on the built application: `node scripts/run.mjs bench/editor.ts --json`.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { build } from './build.mjs';

const [program, ...args] = process.argv.slice(2);
/** Of this process alone: two programs may run at once. */
const BUNDLE = `scripts/.program-${process.pid}.mjs`;

build();
const bundle = await rolldown({
  input: program,
  platform: 'node',
  external: [/^[^.#/]/, /\/serve\.mjs$/],
  logLevel: 'warn',
});
await bundle.write({ file: BUNDLE, format: 'esm' });
const { status } = spawnSync(process.execPath, [BUNDLE, ...args], { stdio: 'inherit' });
rmSync(BUNDLE);
process.exitCode = status ?? 1;
