/**
 * What a user prefers: at once, kept, carried to another machine; and the history, step by step.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { nodeOf, openLesson } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

async function lesson(title: string): Promise<void> {
  page = await stage.open();
  page.setDefaultTimeout(5000);
  await openLesson(page, title);
}

const shown = async () => (await page.locator('[data-wire="z.x"]').innerText()).replace(/\s+/g, ' ').trim();
const dialog = () => page.getByRole('dialog', { name: 'Settings' });

describe('Settings', () => {
  it('change how numbers are written, on every edge at once, and are kept', async () => {
    await lesson('Case 6');
    await page.keyboard.press('Control+Comma');
    await dialog().getByLabel('Numbers').selectOption('fraction');
    await expect.poll(shown).toBe('11/25 13/25');
    await dialog().getByLabel('Numbers').selectOption('scientific');
    await dialog().getByLabel('Significant digits').selectOption('3');
    await dialog().getByLabel('Decimal comma').check();
    await expect.poll(shown).toBe('4,4e−1 5,2e−1');
    await page.reload();
    await openLesson(page, 'Case 6');
    await expect.poll(shown).toBe('4,4e−1 5,2e−1');
  });

  it('go to another machine as a file; what is no such file is refused', async () => {
    await lesson('Case 6');
    await page.keyboard.press('Control+Comma');
    await dialog().getByLabel('The wheel').selectOption('zoom');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog().getByRole('link', { name: 'Export' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ wheel: 'zoom', profile: 'nabla' });
    await dialog().getByRole('button', { name: 'Back to the usual' }).click();
    expect(await dialog().getByLabel('The wheel').inputValue()).toBe('pan');
    await dialog()
      .getByLabel('A file of settings')
      .setInputFiles(await download.path());
    await expect.poll(() => dialog().getByLabel('The wheel').inputValue()).toBe('zoom');
    const wrong = join(tmpdir(), 'nabla-no-settings.json');
    writeFileSync(wrong, '[1, 2');
    await dialog().getByLabel('A file of settings').setInputFiles(wrong);
    await expect
      .poll(() => dialog().getByRole('status').innerText())
      .toBe('This is no file of settings: expected one that was exported here.');
  });

  it('choose whose derivative counts at a kink', async () => {
    await lesson('ReLU on a vector');
    await nodeOf(page, 'x').locator('input').first().fill('0');
    await page.keyboard.press('Enter');
    const gradient = async () => (await page.locator('[data-node="x"]').innerText()).replace(/\s+/g, ' ');
    const before = await gradient();
    await page.keyboard.press('Control+Comma');
    await dialog().getByLabel('The derivative at a kink').selectOption('strict');
    await expect.poll(gradient).toContain('NaN');
    expect(before).not.toContain('NaN');
  });
});

describe('Keys', () => {
  it('are chosen anew in the sheet of shortcuts, kept, refused when taken, and given back', async () => {
    await lesson('Case 6');
    await page.keyboard.press('Shift+?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const keys = sheet.getByRole('button', { name: 'Keys of “Minimap”' });
    await keys.click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => sheet.getByRole('status').innerText()).toBe('These keys are taken by “Undo”.');
    await keys.click();
    await page.keyboard.press('Control+Shift+m');
    await expect.poll(() => keys.locator('kbd').allInnerTexts()).toEqual(['Ctrl+Shift+M']);
    await page.reload();
    await openLesson(page, 'Case 6');
    await page.keyboard.press('Alt+m');
    expect(await page.locator('.react-flow__minimap').count()).toBe(0);
    await page.keyboard.press('Control+Shift+m');
    await expect.poll(() => page.locator('.react-flow__minimap').count()).toBe(1);
    await page.keyboard.press('Shift+?');
    await keys.click();
    await page.keyboard.press('Backspace');
    await expect.poll(() => keys.locator('kbd').allInnerTexts()).toEqual(['Alt+M']);
  });
});

describe('Texts about a node', () => {
  it('are a label in TeX and a note in Markdown, as steps of the history', async () => {
    await lesson('Case 6');
    await nodeOf(page, 'q').locator('header').click();
    await page.getByLabel('Drawn as').fill('\\hat q');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add a note' }).click();
    await page.keyboard.type('Before the **norm**: $Wx$.');
    await page.getByLabel('Drawn as').click();
    await expect.poll(() => page.locator('aside strong').innerText()).toBe('norm');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('aside strong').count()).toBe(0);
  });
});

describe('A presentation', () => {
  it('leaves the graph and the lesson on the screen, and goes by the keys of a clicker', async () => {
    await lesson('Case 6');
    await page.keyboard.press('F5');
    await expect.poll(() => page.getByRole('banner').isVisible()).toBe(false);
    expect(await page.getByRole('complementary').isVisible()).toBe(false);
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.getByText('1 of', { exact: false }).first().isVisible()).toBe(true);
    await page.keyboard.press('k');
    await page.mouse.move(700, 300);
    await expect.poll(() => page.locator('[class*="laser"]').boundingBox()).toMatchObject({ x: 691, y: 291 });
    await page.keyboard.press('b');
    expect(await page.locator('[class*="blank"]').count()).toBe(1);
    await page.keyboard.press('b');
    await expect.poll(() => page.locator('[class*="blank"]').count()).toBe(0);
    await page.keyboard.press('PageUp');
    await expect.poll(() => page.getByText('1 of', { exact: false }).count()).toBe(0);
    await page.keyboard.press('F5');
    await expect.poll(() => page.getByRole('banner').isVisible()).toBe(true);
  });
});

describe('The history', () => {
  it('goes to any step, and back', async () => {
    await lesson('Case 6');
    await nodeOf(page, 'q').locator('header').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('t');
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'History' }).click();
    const steps = page.getByRole('dialog', { name: 'History' }).getByRole('button');
    await expect
      .poll(() => steps.allInnerTexts())
      .toEqual(['As it was opened', 'Move q', 'Differentiate q', 'Delete q']);
    await steps.nth(1).click();
    await expect.poll(() => nodeOf(page, 'q').count()).toBe(1);
    expect(await steps.nth(1).getAttribute('aria-current')).toBe('step');
    await steps.nth(3).click();
    await expect.poll(() => nodeOf(page, 'q').count()).toBe(0);
  });
});
