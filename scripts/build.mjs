/**
 * Builds the application when a source is newer than what was built last.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(ROOT, 'out/built');
const SOURCES = [
  'app',
  'electron',
  'packages',
  'assets',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
];

/** @param {string} path @returns {number} */
function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const isStale = () =>
  !existsSync(STAMP) ||
  Math.max(...SOURCES.map((path) => newest(join(ROOT, path)))) > statSync(STAMP).mtimeMs;

/** Brings `out/` and the command line up to date; exits when that fails. */
export function build() {
  if (!isStale()) return;
  console.log('Building Nabla …');
  for (const script of ['build:app', 'build:node']) {
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], {
      cwd: ROOT,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status === 0) continue;
    console.error(`${stdout}\n${stderr}\nnpm run ${script} failed.`);
    process.exit(1);
  }
  writeFileSync(STAMP, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
