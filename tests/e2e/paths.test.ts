/**
 * The paths between two nodes: listed, written out, lit, counted where they are too many.
 */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { nodeOf, openLesson, openText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const panel = () => page.getByRole('complementary', { name: 'Paths' });
const counted = () => panel().getByRole('status').innerText();
const numbers = async () =>
  (await panel().locator('[data-form]').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
const marked = (mark: string) =>
  page
    .locator(`[data-wire][data-mark="${mark}"]`)
    .evaluateAll((labels) => labels.map((label) => (label as HTMLElement).dataset.wire).sort());
const path = (name: string) => panel().getByRole('button', { name, exact: true });

it('shows the two paths of a node that is used twice, and that they add up', async () => {
  page = await stage.open();
  await openLesson(page, 'Calculus on a graph');
  await nodeOf(page, 'b').locator('header').click();
  await page.keyboard.press('p');
  expect(await counted()).toBe('2 paths: their products add up.');
  await panel()
    .getByText(
      'Walked one by one they pass 4 edges. The reverse pass goes along each of the 4 edges once: it adds up at every node before it goes on.',
    )
    .waitFor();
  expect(await numbers()).toEqual(['2', '3', '5']);
  expect(await marked('lit')).toEqual([]);
  await path('b, c, e').hover();
  expect(await marked('lit')).toEqual(['c.b', 'e.a']);
  await path('b, d, e').click();
  await page.mouse.move(5, 400);
  expect(await numbers()).toEqual(['3', '1', '3']);
  expect(await marked('lit')).toEqual(['d.a', 'e.b']);
  await path('Their sum').click();
  await page.locator('[data-wire="e.a"]').hover();
  expect(await path('b, c, e').getAttribute('data-lit')).toBe('true');
  expect(await path('b, d, e').getAttribute('data-lit')).toBeNull();
});

it('follows the numbers, goes between other nodes, and ends with Escape', async () => {
  page = await stage.open();
  await openLesson(page, 'Calculus on a graph');
  await nodeOf(page, 'b').locator('header').click();
  await page.keyboard.press('p');
  const field = nodeOf(page, 'a').getByRole('textbox').first();
  await field.fill('4');
  await page.keyboard.press('Enter');
  // c = 5, so that e changes by d + c.
  await expect.poll(numbers).toEqual(['2', '5', '7']);
  await panel().getByRole('combobox', { name: 'From' }).selectOption('a');
  expect(await counted()).toBe('One path: a product and no sum.');
  await panel().getByRole('combobox', { name: 'To' }).selectOption('d');
  expect(await counted()).toBe('No path leads from a to d: the derivative is 0.');
  await panel().getByRole('combobox', { name: 'To' }).selectOption('a');
  expect(await counted()).toBe('Choose two different nodes.');
  await panel().getByRole('region', { name: 'The sum over the paths' }).focus();
  await page.keyboard.press('Escape');
  await page.getByRole('complementary', { name: 'Inspector' }).waitFor();
});

it('counts what nobody could list', async () => {
  page = await stage.open();
  const doubled = Array.from({ length: 64 }, (_, k) => ({
    id: `y${k + 1}`,
    op: 'add',
    inputs: { a: k === 0 ? 'x' : `y${k}`, b: k === 0 ? 'x' : `y${k}` },
  }));
  const nodes = [{ id: 'x', op: 'variable', value: 1 }, ...doubled];
  await openText(page, JSON.stringify({ format: 'nabla', version: 1, target: 'y64', nodes }));
  await page.keyboard.press('p');
  expect(await counted()).toBe('18,446,744,073,709,551,616 paths: their products add up.');
  await panel().getByText('The reverse pass goes along each of the 128 edges once').waitFor();
  await panel().getByText('More than 100 are not listed.').waitFor();
  expect(await numbers()).toEqual(['1.8e19']);
});

it('shows the Jacobian of a folded function as the sum over the paths inside', async () => {
  page = await stage.open();
  await openLesson(page, 'Calculus on a graph');
  await nodeOf(page, 'c').locator('header').click();
  for (const id of ['d', 'e'])
    await nodeOf(page, id)
      .locator('header')
      .click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+Alt+g');
  await page.getByRole('group', { name: 'e, f, scalar: 6' }).waitFor();
  await page.keyboard.press('p');
  await panel().getByRole('combobox', { name: 'From' }).selectOption('e/b');
  expect(await counted()).toBe('2 paths: their products add up.');
  expect(await numbers()).toEqual(['2', '3', '5']);
});

it('leaves the whole graph in sight where the room for it changes', async () => {
  page = await stage.open({ viewport: { width: 1024, height: 768 } });
  await openLesson(page, 'Calculus on a graph');
  await page.evaluate(() => {
    document.documentElement.requestFullscreen = () => Promise.reject(new Error('not now'));
  });
  await page.keyboard.press('F5');
  const inSight = async () => {
    const [node, room] = [nodeOf(page, 'one'), page.getByRole('main', { name: 'Graph' })];
    const [{ y, height }, around] = [(await node.boundingBox())!, (await room.boundingBox())!];
    return y + height <= around.y + around.height;
  };
  await expect.poll(inSight).toBe(true);
  await page.keyboard.press('p');
  await panel().waitFor();
  await expect.poll(inSight).toBe(true);
});
