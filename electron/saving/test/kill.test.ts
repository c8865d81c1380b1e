/**
 * A process that is killed while it saves: on the disk of this machine there is the old text or the new one, whole.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generator } from '../../../packages/document/test/random';
import { SEED, trials } from '../../../tests/trials';
import { DISK } from '../disk';
import { sweep } from '../replace-file';
import { isWhole, textNumber } from './texts';

let folder: string;
let victim: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nabla-kill-'));
  victim = join(folder, 'victim.mjs');
  const bundle = await rolldown({
    input: 'electron/saving/test/victim.ts',
    platform: 'node',
    logLevel: 'silent',
  });
  await bundle.write({ file: victim, format: 'esm' });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Milliseconds: enough for some savings. */
const LONGEST = 40;

it('leaves the old text or the new one, whole, wherever it is killed', async () => {
  const random = generator(SEED);
  const savings = join(folder, 'savings');
  let midway = 0;
  for (let k = 0; k < trials(40, 1_000); k++) {
    rmSync(savings, { recursive: true, force: true });
    mkdirSync(savings);
    const path = join(savings, 'graph.nabla');
    writeFileSync(path, textNumber(0));
    const child = spawn(process.execPath, [victim, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, random() * LONGEST));
    child.kill('SIGKILL');
    await once(child, 'exit');
    if (readdirSync(savings).length > 1) midway += 1;
    await sweep(DISK, savings);
    expect(readdirSync(savings)).toEqual(['graph.nabla']);
    expect(isWhole(readFileSync(path, 'utf8')), `trial ${k} of seed ${SEED}`).toBe(true);
  }
  // Some of them have to have been in the middle of it.
  expect(midway).toBeGreaterThan(0);
}, 600_000);
