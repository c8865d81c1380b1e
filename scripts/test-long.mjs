/**
 * The random tests as often as docs/desktop.md promises: `npm run test:long`, or one of them by the beginning of its path. It takes hours.
 */
import { spawnSync } from 'node:child_process';

const LONG = [
  'electron/saving/test/kill.test.ts',
  'packages/document/test/mutations.test.ts',
  'packages/document/test/repair.test.ts',
  'packages/document/test/round-trip.test.ts',
  'tests/e2e/killed-browser.test.ts',
];

const only = process.argv.slice(2);
const files = LONG.filter((path) => only.length === 0 || only.some((part) => path.includes(part)));
const { status } = spawnSync('npx', ['vitest', 'run', ...files], {
  stdio: 'inherit',
  env: { ...process.env, NABLA_LONG: '1' },
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
