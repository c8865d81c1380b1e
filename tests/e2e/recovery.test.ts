/**
 * What a page that dies leaves to the next one: the work of a second ago, at least, byte for byte.
 */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  COMMAND_LINE_LIMITS,
  commit,
  readText,
  setValue,
  startHistory,
  writeText,
} from '../../packages/document';
import { nodeOf, openLesson, type Stage, savedText, setStage } from './page';

let stage: Stage;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

afterEach(async () => {
  await context.close();
  expect(stage.troubles.splice(0)).toEqual([]);
});

async function firstPage(): Promise<void> {
  // Without file system access a save is a download, which a test can read.
  page = await stage.open();
  context = page.context();
  await context.addInitScript(() => {
    Object.assign(window, { showOpenFilePicker: undefined, showSaveFilePicker: undefined });
  });
  await page.reload();
}

async function nextPage(): Promise<void> {
  page = await context.newPage();
  await page.goto(stage.url);
}

const leftWork = () => page.getByRole('region', { name: 'Unsaved work' });

const lesson = readText(
  readFileSync(new URL('../../assets/lessons/case-1.nabla', import.meta.url), 'utf8'),
  COMMAND_LINE_LIMITS,
);
if ('problems' in lesson) throw new Error('the lesson is refused');

const textWith = (x: number) => writeText(commit(startHistory(lesson.document), setValue('x', x)).document);

async function type(x: number): Promise<void> {
  const field = nodeOf(page, 'x').getByRole('textbox', { name: 'x' });
  await field.fill(String(x));
  await field.press('Enter');
}

const saved = () => savedText(page);

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function randomly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The renderer is gone at once; nothing in the page hears of it. */
async function crash(): Promise<void> {
  const session = await context.newCDPSession(page);
  const gone = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await gone;
  await page.close();
}

describe('A page that dies while a number is being changed', () => {
  it.each([1, 2, 3, 4, 5])('leaves what was there a second before (seed %i)', async (seed) => {
    const random = randomly(seed);
    await firstPage();
    await openLesson(page, 'Case 1');
    const edits: { x: number; at: number }[] = [];
    for (const end = Date.now() + 1200 + 1500 * random(); Date.now() < end; ) {
      const x = 10 + edits.length;
      await type(x);
      edits.push({ x, at: Date.now() });
      await page.waitForTimeout(300 * random() ** 3);
    }
    const death = Date.now();
    if (seed % 2 === 0) await page.close({ runBeforeUnload: false });
    else await crash();

    await nextPage();
    await expect.poll(() => leftWork().getByRole('listitem').count()).toBe(1);
    expect(await leftWork().innerText()).toMatch(/Case 1: scalar to scalar\s.*\d\d:\d\d.* · 2 nodes/s);
    await leftWork().getByRole('button', { name: 'Open' }).click();
    await expect.poll(() => page.title()).toBe('• Case 1: scalar to scalar – Nabla');
    const text = await saved();
    const { x } = edits.find((edit) => textWith(edit.x) === text)!;
    expect(x).toBeGreaterThanOrEqual(edits.findLast(({ at }) => at < death - 1000)!.x);
  });
});

describe('Unsaved work', () => {
  it('that has rested half a second is whole', async () => {
    await firstPage();
    await openLesson(page, 'Case 1');
    await type(7);
    await page.waitForTimeout(500);
    await crash();
    await nextPage();
    await leftWork().getByRole('button', { name: 'Open' }).click();
    await nodeOf(page, 'x').waitFor();
    expect(await saved()).toBe(textWith(7));
  });

  it('of a page that is still open is not offered to another', async () => {
    await firstPage();
    await openLesson(page, 'Case 1');
    await type(7);
    await page.waitForTimeout(500);
    await nextPage();
    await page.getByRole('button', { name: 'Case 2' }).waitFor();
    await page.waitForTimeout(200);
    expect(await leftWork().count()).toBe(0);
  });

  it('that is saved leaves nothing behind', async () => {
    await firstPage();
    await openLesson(page, 'Case 1');
    await type(7);
    await page.waitForTimeout(500);
    await saved();
    await expect.poll(() => page.title()).not.toContain('•');
    await page.waitForTimeout(100);
    await crash();
    await nextPage();
    await page.getByRole('button', { name: 'Case 2' }).waitFor();
    await page.waitForTimeout(200);
    expect(await leftWork().count()).toBe(0);
  });

  it('that was opened again belongs to the page that opened it', async () => {
    await firstPage();
    await openLesson(page, 'Case 1');
    await type(7);
    await page.waitForTimeout(500);
    await crash();
    await nextPage();
    await leftWork().getByRole('button', { name: 'Open' }).click();
    await nodeOf(page, 'x').waitFor();
    await page.waitForTimeout(300);
    await crash();
    await nextPage();
    await expect.poll(() => leftWork().getByRole('listitem').count()).toBe(1);
    await leftWork().getByRole('button', { name: 'Open' }).click();
    await nodeOf(page, 'x').waitFor();
    expect(await saved()).toBe(textWith(7));
  });

  it('is discarded after one question', async () => {
    await firstPage();
    await openLesson(page, 'Case 1');
    await type(7);
    await page.waitForTimeout(500);
    await crash();
    await nextPage();
    await leftWork().getByRole('button', { name: 'Discard' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Discard “Case 1: scalar to scalar”?' });
    expect(await dialog.innerText()).toContain('It was never saved: nothing brings it back.');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await leftWork().getByRole('listitem').count()).toBe(1);
    await leftWork().getByRole('button', { name: 'Discard' }).click();
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await expect.poll(() => leftWork().count()).toBe(0);
    await page.reload();
    await page.waitForTimeout(300);
    expect(await leftWork().count()).toBe(0);
  });
});
