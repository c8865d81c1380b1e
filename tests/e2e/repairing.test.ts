/**
 * A damaged file: refused with all that is wrong, and opened as a new graph with a list of what was done.
 */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { askForFile, fileOf, nodeOf, type Stage, setStage } from './page';
import { SCENES } from './scenes';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
});

afterEach(async () => {
  await page.context().close();
  expect(stage.troubles.splice(0)).toEqual([]);
});

afterAll(() => stage.close());

it('opens as an unsaved graph, with each repair in its place', async () => {
  page = await stage.open();
  await SCENES['a repaired file'](page);
  const list = page.getByRole('alertdialog').getByRole('listitem');
  expect((await list.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/^line 1, column \d+: nodes Mended · not JSON: expected/),
    'nodes[0].op Left out · expected the name of an operator, found nothing.',
    expect.stringMatching(/^nodes\[1\]\.value Set to 0 · /),
    expect.stringMatching(/^nodes\[2\]\.inputs\.x Left out · /),
  ]);
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await nodeOf(page, 'x').count()).toBe(1);
  expect(await nodeOf(page, 'a').count()).toBe(0);
  // It is nobody's file yet.
  expect(await page.title()).toBe('• Untitled – Nabla');
});

it('says so where there is nothing to be understood, and opens nothing', async () => {
  page = await stage.open();
  await (await askForFile(page)).setFiles(fileOf('{"format":"nabla","version":1,"nodes":7}'));
  const refusal = page.getByRole('alertdialog', { name: 'graph.nabla cannot be opened' });
  await refusal.getByRole('button', { name: 'Open a repaired copy' }).click();
  await expect
    .poll(() => refusal.innerText())
    .toContain('Too little of the file can be understood to repair it.');
  await refusal.getByRole('button', { name: 'Close' }).click();
  expect(await page.getByRole('main', { name: 'Graph' }).count()).toBe(0);
});
