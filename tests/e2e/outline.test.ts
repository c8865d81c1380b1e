/**
 * The outline: case 6 built, wired and read in it by keyboard alone; it and the canvas always tell the same.
 */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { nodeOf, openLesson } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const table = () => page.getByRole('table', { name: 'Outline of' });
const row = (id: string) => table().getByRole('button', { name: id, exact: true }).first();
const numbers = () =>
  table()
    .locator('td [role="img"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
/** The label of a wire on the canvas. */
const wire = (id: string) => page.locator(`[data-wire="${id}"]`);
const order = () => table().locator('[data-row]').allInnerTexts();
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-row'));

async function lesson(title: string): Promise<void> {
  page = await stage.open();
  page.setDefaultTimeout(5000);
  await openLesson(page, title);
  await press('Alt+o');
  await table().waitFor();
}

/** Types into the quick add, takes the first thing found, and comes back to its row. */
async function take(words: string, id: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox').fill(words);
  await press('Enter');
  await expect.poll(focused).toBe(id);
}

/** Renames the row that has the focus. */
async function rename(to: string): Promise<void> {
  await press('F2');
  await page.keyboard.type(to);
  await press('Enter');
  await expect.poll(focused).toBe(to);
}

/** Goes on with Tab until the thing called so has the focus. */
async function tabTo(name: string): Promise<void> {
  const reached = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  for (let tabs = 0; tabs < 12 && (await reached()) !== name; tabs++) await press('Tab');
  expect(await reached()).toBe(name);
}

describe('Case 6 in the outline', () => {
  it('is built, wired, and read by keyboard alone', async () => {
    page = await stage.open();
    page.setDefaultTimeout(5000);
    await press('Control+n');
    await page.getByRole('main', { name: 'Graph' }).waitFor();
    await press('Alt+o');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain('Add a node…');
    await press('Enter');
    await take('[0.2, 0.4]', 'x');
    await press('Control+ArrowRight');
    await take('matvec', 'y');
    await rename('q');
    // A parameter in the operand that is free, its numbers typed in.
    await press('Control+ArrowLeft');
    await take('parameter', 'w');
    await rename('W');
    await tabTo('W, row 1, column 1');
    for (const entry of ['0.1', '0.5', '-0.3', '0.8']) {
      await page.keyboard.type(entry);
      await press('Tab');
    }
    // The wire is cut, and chosen again from what fits.
    await row('q').focus();
    await press('Enter');
    await tabTo('Source of A');
    await press('Home');
    await expect.poll(() => wire('q.A').count()).toBe(0);
    await page.keyboard.type('W');
    await expect.poll(() => wire('q.A').count()).toBe(1);
    await row('q').focus();
    await press('Control+ArrowRight');
    await take('squared_norm', 'y');
    await rename('z');
    await press('t');
    await expect.poll(order).toEqual(['x', 'W', 'q', 'z']);
    await expect
      .poll(numbers)
      .toEqual([
        'Value of x, 2 by 1: 0.2, 0.4',
        'Gradient of z with respect to x, 1 by 2: -0.112, 0.636',
        'Value of W, 2 by 2: row 1: 0.1, 0.5; row 2: -0.3, 0.8',
        'Gradient of z with respect to W, 1 by 4: 0.088, 0.176, 0.104, 0.208',
        'Value of q, 2 by 1: 0.22, 0.26',
        'Gradient of z with respect to q, 1 by 2: 0.44, 0.52',
        'Jacobian of q with respect to W, 2 by 4: row 1: 0.2, 0.4, 0, 0; row 2: 0, 0, 0.2, 0.4',
        'Jacobian of q with respect to x, 2 by 2: row 1: 0.1, 0.5; row 2: -0.3, 0.8',
        'Value of z: 0.116',
        'Gradient of z with respect to z: 1',
        'Jacobian of z with respect to q, 1 by 2: 0.44, 0.52',
      ]);
  });

  it('selects on the canvas what is selected in it, and the other way round', async () => {
    await lesson('Case 6');
    await row('q').focus();
    await press('Enter');
    expect(await nodeOf(page, 'q').getAttribute('data-selected')).toBe('true');
    await press('ArrowDown');
    expect(await nodeOf(page, 'z').getAttribute('data-selected')).toBe('true');
    expect(await focused()).toBe('z');
    await nodeOf(page, 'x').locator('header').click();
    expect(await row('x').getAttribute('aria-pressed')).toBe('true');
    await wire('q.A').click();
    expect(await page.getByRole('button', { name: '∂q/∂W (A)' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'A: go to W' }).click();
    await expect.poll(focused).toBe('W');
    expect(await page.locator('[data-node="W"]').getAttribute('data-selected')).toBe('true');
  });

  it('follows its numbers', async () => {
    await lesson('Case 6');
    await row('x').click();
    const cell = table().getByRole('textbox', { name: 'x, component 1' });
    await cell.fill('1');
    await press('Enter');
    await expect.poll(numbers).toContain('Jacobian of z with respect to q, 1 by 2: 0.6, 0.04');
    expect(await table().getByText('0.3', { exact: false }).count()).toBeGreaterThan(0);
  });

  it('walks into the Jacobians of a node, and through their entries', async () => {
    await lesson('Case 6');
    const jacobian = () => page.evaluate(() => document.activeElement?.getAttribute('data-jacobian'));
    await row('q').focus();
    await press('ArrowRight');
    await expect.poll(jacobian).toBe('q.A');
    await press('ArrowDown', 'ArrowDown');
    await expect.poll(jacobian).toBe('q.x');
    expect(await wire('q.x').getAttribute('data-selected')).toBe('true');
    await press('Tab', 'ArrowDown', 'ArrowRight');
    const grid = table().getByRole('grid', { name: 'Jacobian of q with respect to x' });
    await expect
      .poll(() => grid.locator('[data-marked]').getAttribute('aria-label'))
      .toBe('∂q 1/∂x 2, row 1, column 2: 0.5');
    expect(await wire('q.x').locator('[data-marked]').count()).toBe(1);
    await press('Shift+Tab', 'ArrowLeft');
    await expect.poll(focused).toBe('q');
    expect(await row('q').getAttribute('aria-pressed')).toBe('true');
    await press('ArrowRight', 'End');
    await expect.poll(jacobian).toBe('q.x');
  });

  it.each([
    [1024, 700],
    [720, 450],
  ])('is never wider than its panel: %i × %i', async (width, height) => {
    await lesson('Case 6');
    await row('q').click();
    await page.setViewportSize({ width, height });
    const beyond = await page
      .locator('[data-outline]')
      .evaluate((panel) => panel.scrollWidth - panel.clientWidth);
    expect(beyond).toBe(0);
  });

  it('offers to an operand only what fits, and deletes without losing its place', async () => {
    await lesson('Case 6');
    await row('q').click();
    expect(await page.getByLabel('Source of A').locator('option').allInnerTexts()).toEqual(['no wire', 'W']);
    expect(await page.getByLabel('Source of x').locator('option').allInnerTexts()).toEqual(['no wire', 'x']);
    await press('Delete');
    await expect.poll(order).toEqual(['x', 'W', 'z']);
    await expect.poll(focused).toBe('z');
    expect(await nodeOf(page, 'z').getAttribute('data-selected')).toBe('true');
    expect(await table().innerText()).toContain('The operand x of z (squared_norm) has no wire.');
    await press('Control+z');
    await expect.poll(order).toEqual(['x', 'W', 'q', 'z']);
  });
});

describe('A large graph', () => {
  it('is shown two hundred nodes at a time, and never without what is selected', async () => {
    page = await stage.open();
    page.setDefaultTimeout(10_000);
    await press('Control+n');
    await page.getByRole('main', { name: 'Graph' }).waitFor();
    const nodes = Array.from({ length: 450 }, (_, i) => ({ id: `n${i + 1}`, op: 'variable', value: i }));
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      JSON.stringify({ format: 'nabla', version: 1, nodes }),
    );
    await press('Control+v', 'Escape', 'Alt+o');
    await expect.poll(order).toHaveLength(200);
    await page.getByRole('button', { name: 'Show more: 200 of 450' }).click();
    expect(await order()).toHaveLength(400);
    await press('Control+f');
    await page.getByRole('dialog').getByRole('combobox').fill('n450');
    await press('Enter');
    await expect.poll(focused).toBe('n450');
    expect(await row('n450').getAttribute('aria-pressed')).toBe('true');
  });
});
