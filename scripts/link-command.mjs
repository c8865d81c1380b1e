/**
 * Puts `nabla` among the commands of this checkout, as npm does for those of a dependency. Without it `npx nabla` would install the checkout
 * into a cache of its own at every first use, where two calls at once disturb each other.
 */
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));
const command = join(bin, 'nabla');

mkdirSync(bin, { recursive: true });
chmodSync(fileURLToPath(new URL('../dist/nabla.js', import.meta.url)), 0o755);
rmSync(command, { force: true });
if (process.platform === 'win32')
  writeFileSync(`${command}.cmd`, '@node "%~dp0\\..\\..\\dist\\nabla.js" %*\r\n');
else symlinkSync('../../dist/nabla.js', command);
