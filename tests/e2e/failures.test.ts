/**
 * A part of the page that fails: the others go on, the graph is saved, and the user may send what was noted.
 */
import { readFileSync } from 'node:fs';
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
  await openLesson(page, 'Case 6');
});

afterAll(() => stage.close());

/** The inspector of the graph begins with a choice: it cannot be made. */
async function breakInspector(): Promise<void> {
  await nodeOf(page, 'q').locator('header').click();
  await page.evaluate(() => {
    const whole = document.createElement.bind(document);
    const broken = (name: string) => {
      if (name === 'select') throw new Error('no choices today');
      return whole(name);
    };
    Object.assign(document, { createElement: broken, mended: whole });
  });
  await page.keyboard.press('Escape');
}

const failed = () => page.getByRole('alert').filter({ hasText: 'This part of Nabla has failed' });

it('leaves the graph to be changed and saved', async () => {
  await breakInspector();
  expect(await failed().innerText()).toContain('no choices today');
  expect(await nodeOf(page, 'z').count()).toBe(1);
  await nodeOf(page, 'q').locator('header').click();
  // What is selected now can be shown.
  await expect.poll(() => failed().count()).toBe(0);
  await page.keyboard.press('Escape');
  await failed().waitFor();
  expect(await savedText(page)).toContain('"id": "W"');
});

it('is tried again on demand', async () => {
  await failed().getByRole('button', { name: 'Try again' }).click();
  await failed().waitFor();
  await page.evaluate(() => {
    Object.assign(document, { createElement: (document as unknown as { mended: unknown }).mended });
  });
  await failed().getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('combobox', { name: 'Differentiate' }).waitFor();
});

it('is noted for whoever wants to send it, without the graph', async () => {
  await command(page, 'About Nabla');
  const about = page.getByRole('dialog', { name: /^Nabla \d/ });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    about.getByRole('button', { name: 'Save diagnostics…' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('nabla-diagnostics.txt');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toMatch(/^Nabla \d+\.\d+\.\d+\nLanguage en, window 1440 × 900/);
  expect(text).toContain('Error: no choices today');
  expect(text).not.toMatch(/vector to scalar|matvec|squared_norm/);
});

it('names the software by others that is in it', async () => {
  await command(page, 'About Nabla');
  await page.getByRole('button', { name: 'Software by others' }).click();
  await expect
    .poll(() => page.getByRole('region', { name: 'Software by others' }).innerText())
    .toContain('MIT License');
  await page.keyboard.press('Escape');
});

it('complains of nothing else', () => {
  const expected = /no choices today|error occurred in the <select>|React will try to recreate/;
  expect(stage.troubles.filter((trouble) => !expected.test(trouble))).toEqual([]);
});
