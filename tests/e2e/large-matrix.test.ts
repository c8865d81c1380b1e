/**
 * A Jacobian with more entries than a table holds: scrolled and walked, with only what is in sight on the page; and any Jacobian in colours.
 */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { jacobianOf, nodeOf, openLesson, openText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const grid = () => page.getByRole('complementary', { name: 'Inspector' }).getByRole('grid');
const entry = () => grid().locator('td[data-marked]');
const W = Array.from({ length: 30 }, (_, i) => Array.from({ length: 40 }, (_, j) => i + j / 100));

async function open(): Promise<void> {
  page = await stage.open();
  page.setDefaultTimeout(5000);
  const nodes = [
    { id: 'x', op: 'variable', value: W[0], position: [0, 0] },
    { id: 'W', op: 'parameter', value: W, position: [0, 300] },
    { id: 'q', op: 'matvec', inputs: { A: 'W', x: 'x' }, position: [500, 100] },
  ];
  await openText(page, JSON.stringify({ format: 'nabla', version: 1, nodes, target: null }));
}

it('is walked to its last entry, which is read out', async () => {
  await open();
  await jacobianOf(page, 'q', 'x').click();
  await grid().focus();
  await page.keyboard.press('Control+End');
  await expect.poll(() => entry().getAttribute('aria-label')).toBe('∂q 30/∂x 40, row 30, column 40: 29.39');
  expect(await entry().innerText()).toBe('29.39');
  expect(await grid().locator('td').count()).toBeLessThan(400);
  expect(await entry().boundingBox()).not.toBeNull();
  expect(await grid().getAttribute('aria-activedescendant')).toBe(await entry().getAttribute('id'));
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => entry().innerText()).toBe('28.39');
});

it('shows its numbers wherever it is scrolled to, names beside them', async () => {
  await open();
  await jacobianOf(page, 'q', 'W').click();
  await expect.poll(() => grid().getAttribute('aria-colcount')).toBe('1201');
  await grid().evaluate((table) => table.parentElement!.scrollTo(84 * 600, 24 * 20));
  await expect.poll(() => grid().locator('th[scope="col"]').last().innerText()).toMatch(/^W 16 \d/);
  const cells = await grid().locator('td').allInnerTexts();
  expect(cells.slice(1).every((text) => /^[−\d.]+$/.test(text))).toBe(true);
  expect(cells.length).toBeLessThan(600);
});

it('follows its numbers', async () => {
  await open();
  await jacobianOf(page, 'q', 'W').click();
  await nodeOf(page, 'x').locator('header').click();
  const field = page.getByRole('textbox', { name: 'x, component 1' }).first();
  await field.fill('7');
  await field.press('Enter');
  await jacobianOf(page, 'q', 'W').click();
  await expect.poll(() => grid().locator('[data-entry="0 0"]').innerText()).toBe('7');
});

it('is shown in colours, whose entries are told', async () => {
  page = await stage.open();
  await openLesson(page, 'Case 6');
  await jacobianOf(page, 'q', 'W').click();
  await page.getByRole('button', { name: 'Heat map' }).click();
  expect(await grid().count()).toBe(0);
  const box = (await page.locator('aside canvas').first().boundingBox())!;
  await page.mouse.move(box.x + (box.width * 3.5) / 4, box.y + (box.height * 1.5) / 2);
  await expect.poll(() => page.getByText('= 0.4', { exact: true }).count()).toBe(1);
  await page.getByRole('button', { name: 'Heat map' }).click();
  expect(await grid().count()).toBe(1);
});

it('has no more on the page in the outline', async () => {
  await open();
  await page.keyboard.press('Alt+o');
  await page.locator('[data-jacobian="q.A"]').click();
  const inOutline = page.locator('[data-outline]').getByRole('grid');
  await expect.poll(() => inOutline.locator('td').count()).toBeGreaterThan(50);
  expect(await inOutline.locator('td').count()).toBeLessThan(600);
});
