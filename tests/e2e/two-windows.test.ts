/**
 * One file in two windows: who opens it second is told, and chooses.
 */
import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeOf, openLesson, type Stage, setStage } from './page';

let stage: Stage;
let context: BrowserContext;
let first: Page;
let second: Page;

/** The browser's private file system has the same handles as the disk, without a picker that a test cannot answer. */
async function withDisk(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const pick = (name: string) => folder.getFileHandle(name, { create: true });
    Object.assign(window, {
      showSaveFilePicker: async () => pick((window as { saveAs?: string }).saveAs ?? 'kept.nabla'),
      showOpenFilePicker: async () => [await pick('kept.nabla')],
    });
  });
}

beforeAll(async () => {
  stage = await setStage();
  first = await stage.open();
  context = first.context();
  await withDisk(first);
  await openLesson(first, 'Case 1');
  await first.keyboard.press('Control+s');
  await first.waitForFunction(() => document.title === 'kept.nabla – Nabla');
  second = await context.newPage();
  await second.goto(stage.url);
  await withDisk(second);
  second.setDefaultTimeout(5000);
});
afterAll(() => stage.close());

const question = () => second.getByRole('alertdialog', { name: 'kept.nabla is open in another window' });
const type = async (x: string) => {
  await nodeOf(second, 'x').getByRole('textbox', { name: 'x' }).fill(x);
  await second.keyboard.press('Enter');
};
const pagesOpen = () =>
  second.evaluate(async () => {
    const { held = [] } = await navigator.locks.query();
    return held.filter(({ name = '' }) => name.startsWith('nabla page ')).length;
  });
/** By its field: a node that has the focus is read out in other words. */
const shownX = () => nodeOf(second, 'x').getByRole('textbox', { name: 'x' }).inputValue();

describe('A file that another window shows', () => {
  it('is not opened without a question', async () => {
    await second.getByRole('button', { name: 'Open a file' }).click();
    expect(await question().innerText()).toContain(
      'If both windows change it, you are asked before what the other one has saved is replaced.',
    );
    await question().getByRole('button', { name: 'Cancel' }).click();
    expect(await second.getByRole('main', { name: 'Graph' }).count()).toBe(0);
  });

  it('can be read, and then nothing in it changes', async () => {
    await second.getByRole('button', { name: 'Open a file' }).click();
    await question().getByRole('button', { name: 'Only read it' }).click();
    await expect.poll(() => second.title()).toBe('kept.nabla (read only) – Nabla');
    await type('5');
    expect(await second.getByRole('alert').innerText()).toBe(
      'This graph is only read here, for another window has it open: “Save as…” makes it yours.',
    );
    expect(await shownX()).toBe('3');
    // What would be selected once it is there is not there.
    await second.keyboard.press('Escape');
    await second.getByRole('tab', { name: 'Functions' }).click();
    await second.getByRole('button', { name: 'sin', exact: true }).click();
    await nodeOf(second, 'x').locator('header').click();
    await second.keyboard.press('Delete');
    await second.keyboard.press('Control+d');
    // With the focus a node is read out in other words.
    expect(await second.getByRole('group', { name: /, (variable|square|sin)\b/ }).count()).toBe(2);
    expect(await second.title()).toBe('kept.nabla (read only) – Nabla');
  });

  it('becomes another file when what is read is saved, and can be changed', async () => {
    await second.evaluate(() => Object.assign(window, { saveAs: 'mine.nabla' }));
    await second.keyboard.press('Control+s');
    await expect.poll(() => second.title()).toBe('mine.nabla – Nabla');
    await type('5');
    // Its field has given the focus back to the node, which is read out as it is for those who listen.
    await expect.poll(shownX).toBe('5');
    await second.keyboard.press('Control+s');
    await expect.poll(() => second.title()).toBe('mine.nabla – Nabla');
  });

  it('can be opened to be changed in both, which the title says', async () => {
    await second.keyboard.press('Control+o');
    await question().getByRole('button', { name: 'Open anyway' }).click();
    await expect.poll(() => second.title()).toBe('kept.nabla (also open elsewhere) – Nabla');
    await type('8');
    await expect.poll(shownX).toBe('8');
    await second.keyboard.press('Control+s');
    await expect.poll(() => second.title()).toBe('kept.nabla (also open elsewhere) – Nabla');
  });

  it('is no longer said to be open elsewhere once that window is closed, and is opened without a question', async () => {
    await first.close();
    // The browser takes a moment to take back what a closed page held.
    await expect.poll(pagesOpen).toBe(1);
    expect(await second.title()).toBe('kept.nabla (also open elsewhere) – Nabla');
    await second.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect.poll(() => second.title()).toBe('kept.nabla – Nabla');
    await second.keyboard.press('Control+o');
    await expect.poll(() => second.title()).toBe('kept.nabla – Nabla');
    expect(await shownX()).toBe('8');
    expect(stage.troubles).toEqual([]);
  });
});
