/**
 * Writes the types of the engine beside it. Node's resolution wants relative imports with an extension, which our sources leave out.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const types = join(root, 'dist/engine');

rmSync(types, { recursive: true, force: true });
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'packages/engine')], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
for (const name of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue;
  const path = join(types, name);
  writeFileSync(path, readFileSync(path, 'utf8').replace(/(from '|import\(')(\.[^']*)'/g, "$1$2.js'"));
}
