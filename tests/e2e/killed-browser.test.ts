/**
 * A browser that is killed while somebody edits: the next one offers the work of a second before, at least, byte for byte.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { commit, EDITOR_LIMITS, readText, setValue, startHistory, writeText } from '../../packages/document';
import { generator } from '../../packages/document/test/random';
import { serve } from '../../scripts/serve.mjs';
import { SEED, trials } from '../trials';
import { chromiumCommand } from './chromium';
import { nodeOf, openLesson, savedText } from './page';

let server: Server;
let url: string;
let folder: string;
let browser: ChildProcess | undefined;

beforeAll(async () => {
  ({ server, url } = await serve(0));
});

afterAll(() => void server.close());

afterEach(() => {
  if (browser?.exitCode === null && browser.signalCode === null) end(browser);
  // What the browser had started takes a moment to end.
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});

/** A browser of our own making on a profile on disk: a process that can be killed. */
async function open(): Promise<Page> {
  const { executablePath, args } = await chromiumCommand();
  const flags = [`--user-data-dir=${folder}`, '--remote-debugging-port=0', 'about:blank'];
  // With a group of processes of its own, all of which are killed.
  browser = spawn(executablePath, [...args, ...flags], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const address = await listening(browser);
  const connected = await chromium.connectOverCDP(address);
  const [context] = connected.contexts();
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(10_000);
  await context.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }));
  await page.goto(url);
  return page;
}

async function listening(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stderr! })) {
    const found = /DevTools listening on (ws:\S+)/.exec(line);
    if (found) {
      child.stderr!.resume();
      return found[1];
    }
  }
  throw new Error('the browser did not start');
}

function end(child: ChildProcess): void {
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid!, 'SIGKILL');
}

async function kill(): Promise<void> {
  const gone = once(browser!, 'exit');
  end(browser!);
  await gone;
}

const lesson = readText(
  readFileSync(new URL('../../assets/lessons/case-1.nabla', import.meta.url), 'utf8'),
  EDITOR_LIMITS,
);
if ('problems' in lesson) throw new Error('the lesson is refused');
const { document } = lesson;
const textWith = (x: number) => writeText(commit(startHistory(document), setValue('x', x)).document);

const random = generator(SEED);
const runs = Array.from({ length: trials(2, 100) }, (_, k) => [k + 1, random()] as const);

it.each(runs)(
  `loses less than a second (kill %i of seed ${SEED})`,
  async (_, part) => {
    folder = mkdtempSync(join(tmpdir(), 'nabla-profile-'));
    let page = await open();
    await openLesson(page, 'Case 1');
    const edits: { x: number; at: number }[] = [];
    for (const end = Date.now() + 1200 + 1000 * part; Date.now() < end; ) {
      const x = 10 + edits.length;
      const field = nodeOf(page, 'x').getByRole('textbox', { name: 'x' });
      await field.fill(String(x));
      await field.press('Enter');
      edits.push({ x, at: Date.now() });
    }
    const death = Date.now();
    await kill();
    page = await open();
    await page.getByRole('region', { name: 'Unsaved work' }).getByRole('button', { name: 'Open' }).click();
    await nodeOf(page, 'x').waitFor();
    const text = await savedText(page);
    const kept = edits.find(({ x }) => textWith(x) === text);
    expect(kept, 'one of the texts that there were').toBeDefined();
    expect(kept!.x).toBeGreaterThanOrEqual(edits.findLast(({ at }) => at < death - 1000)?.x ?? 0);
    await kill();
  },
  60_000,
);
