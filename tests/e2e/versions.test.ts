/**
 * Earlier versions of a graph: kept when it is opened and saved, told apart, restored by one step that can be undone.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeOf, openLesson, type Stage, savedText, setStage } from './page';
import { command } from './scenes';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  page = await stage.open();
  page.setDefaultTimeout(5000);
  await page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
  await openLesson(page, 'Case 1');
});

afterAll(async () => {
  expect(stage.troubles).toEqual([]);
  await stage.close();
});

const dialog = () => page.getByRole('dialog', { name: 'Versions of case-1-scalar-to-scalar.nabla' });

async function show(): Promise<void> {
  await command(page, 'Earlier versions…');
  await dialog().waitFor();
}

async function type(x: string): Promise<void> {
  await nodeOf(page, 'x').getByRole('textbox', { name: 'x' }).fill(x);
  await page.keyboard.press('Enter');
}

const changes = () =>
  dialog().getByRole('list', { name: 'Changed since' }).getByRole('listitem').allInnerTexts();

it('are none before something was saved', async () => {
  await show();
  await expect.poll(() => dialog().innerText()).toContain('There is none yet');
  await page.keyboard.press('Escape');
});

it('say what has changed since', async () => {
  await savedText(page);
  await type('5');
  await savedText(page);
  await nodeOf(page, 'y').locator('header').click();
  await page.keyboard.press('Delete');
  await show();
  const list = dialog().getByRole('list', { name: 'Versions' }).getByRole('button');
  await expect.poll(() => list.count()).toBe(2);
  await expect.poll(changes).toEqual(['y was removed', 'The target']);
  await list.nth(1).click();
  await expect.poll(changes).toEqual(['y was removed', 'x: 3 → 5', 'The target']);
});

it('are restored by one step, which is undone', async () => {
  await dialog().getByRole('button', { name: 'Restore this version' }).click();
  await nodeOf(page, 'y').waitFor();
  const shown = () => nodeOf(page, 'x').getByRole('textbox', { name: 'x' }).inputValue();
  await expect.poll(shown).toBe('3');
  await page.keyboard.press('Control+z');
  await expect.poll(() => nodeOf(page, 'y').count()).toBe(0);
  await expect.poll(shown).toBe('5');
});

it('are there after the page was loaded again', async () => {
  await page.reload();
  await openLesson(page, 'Case 1: scalar to scalar y');
  await show();
  await expect
    .poll(() => dialog().getByRole('list', { name: 'Versions' }).getByRole('button').count())
    .toBe(2);
});
