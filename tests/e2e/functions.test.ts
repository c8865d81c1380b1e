/**
 * A selection folded into a function: used twice, edited from inside, unfolded, saved, undone.
 */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { handleOf, jacobianOf, nodeOf, openLesson, savedText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const ids = () =>
  page.locator('[data-node]').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-node')));
const gradientOfX = async () => (await nodeOf(page, 'x').innerText()).replace(/\s+/g, ' ');

const saved = () => savedText(page);

/** Case 6, its two operators folded into f. */
async function folded(): Promise<void> {
  page = await stage.open();
  page.setDefaultTimeout(5000);
  await openLesson(page, 'Case 6');
  await page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
  await nodeOf(page, 'q').locator('header').click();
  await nodeOf(page, 'z')
    .locator('header')
    .click({ modifiers: ['Shift'] });
  await press('Control+Alt+g');
  await expect.poll(ids).toEqual(['x', 'W', 'z']);
}

describe('A function', () => {
  it('stands for what was folded into it: the same gradients, and a file that says so', async () => {
    await folded();
    expect(await gradientOfX()).toContain('−0.112 0.636');
    const file = JSON.parse(await saved());
    expect(file.functions.f).toMatchObject({ inputs: ['W', 'x'], output: 'z' });
    await press('Control+z');
    await expect.poll(ids).toEqual(['x', 'W', 'q', 'z']);
  });

  it('is used again from the palette, and unfolded', async () => {
    await folded();
    await page.getByRole('tab', { name: 'Functions' }).click();
    await page.getByRole('button', { name: /^f$/ }).first().click();
    await expect.poll(ids).toEqual(['x', 'W', 'z', 'y']);
    await page.mouse.move(0, 0);
    for (const [from, operand] of [
      ['x', 'x'],
      ['W', 'W'],
    ]) {
      await handleOf(page, from).hover();
      await page.mouse.down();
      const to = (await handleOf(page, 'y', operand).boundingBox())!;
      await page.mouse.move(to.x - 20, to.y, { steps: 4 });
      await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
      await page.mouse.up();
    }
    await expect.poll(() => nodeOf(page, 'y').innerText()).toContain('0.116');
    await nodeOf(page, 'z').locator('header').click();
    await press('Control+Alt+Shift+g');
    await expect.poll(ids).toEqual(['x', 'W', 'z', 'y', 'q']);
    expect(await gradientOfX()).toContain('−0.112 0.636');
  });

  it('is entered with two clicks, edited and left as one step', async () => {
    await folded();
    await nodeOf(page, 'z').locator('header').dblclick();
    const where = page.getByRole('navigation', { name: 'Where you are' });
    await where.waitFor();
    expect(await where.innerText()).toBe('Case 6: vector to vector to scalar\nf');
    await expect.poll(ids).toEqual(['W', 'x', 'q', 'z']);
    expect(await jacobianOf(page, 'z', 'q').count()).toBe(1);
    await nodeOf(page, 'z').locator('header').click();
    await press('Delete');
    await nodeOf(page, 'q').locator('header').click();
    await press('t', 'Escape', 'Escape');
    await where.waitFor({ state: 'detached' });
    await expect.poll(() => nodeOf(page, 'z').innerText()).toContain('0.22');
    await press('Control+z');
    await expect.poll(() => nodeOf(page, 'z').innerText()).toContain('0.116');
  });

  it('without an output is not left, and nothing is lost', async () => {
    await folded();
    await nodeOf(page, 'z').locator('header').dblclick();
    const where = page.getByRole('navigation', { name: 'Where you are' });
    await where.waitFor();
    await nodeOf(page, 'z').locator('header').click();
    await press('Delete', 'Escape');
    await expect
      .poll(() => page.getByRole('alert').innerText())
      .toBe('f has no output: expected a target inside. Differentiate the node that is its result.');
    expect(await where.count()).toBe(1);
  });

  it('is saved while it is being edited', async () => {
    await folded();
    await nodeOf(page, 'z').locator('header').dblclick();
    await page.getByRole('navigation', { name: 'Where you are' }).waitFor();
    await nodeOf(page, 'q').locator('header').click();
    await press('t', 'Escape');
    const file = JSON.parse(await saved());
    expect(file.title).toBe('Case 6: vector to vector to scalar');
    expect(file.functions.f.output).toBe('q');
    await expect.poll(() => page.getByText('unsaved', { exact: true }).count()).toBe(0);
  });

  it('of the library comes with all that it uses', async () => {
    page = await stage.open();
    await openLesson(page, 'Case 6');
    await page.getByRole('tab', { name: 'Functions' }).click();
    await page.getByLabel('Search functions').fill('attention');
    await press('Enter');
    await expect.poll(ids).toContain('Y');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(ids).not.toContain('Y');
  });
});
