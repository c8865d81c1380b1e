/**
 * The workbench of a product: the right order, what does not fit, what fits and is wrong, what it costs.
 */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { nodeOf, openLesson, openText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const panel = () => page.getByRole('complementary', { name: 'Product of a chain' });
const factor = (k: number, of: number) => panel().getByRole('group', { name: `Factor ${k} of ${of}` });
const numbers = async (k: number, of: number) =>
  (await factor(k, of).locator('[data-form]').innerText()).replace(/\s+/g, ' ').trim();
const button = (name: string) => panel().getByRole('button', { name, exact: true });
const costs = () => panel().getByRole('row').allInnerTexts();

it('multiplies case 6 right, and shows what its trap gives', async () => {
  page = await stage.open();
  await openLesson(page, 'Case 6');
  await nodeOf(page, 'x').locator('header').click();
  await page.keyboard.press('m');
  expect([await numbers(1, 2), await numbers(2, 2)]).toEqual(['0.44 0.52', '0.1 0.5 −0.3 0.8']);
  await button('Multiply these two').click();
  expect(await numbers(1, 1)).toBe('−0.112 0.636');
  await panel().getByText('✓ This is the derivative.').waitFor();
  await button('Take apart').click();
  await factor(2, 2).getByRole('button', { name: 'Transpose' }).click();
  await button('Multiply these two').click();
  expect(await numbers(1, 1)).toBe('0.304 0.284');
  const wrong = panel().getByText('✗ It fits, and it is wrong. The derivative is');
  expect((await wrong.innerText()).replace(/\s+/g, ' ')).toContain('−0.112 0.636');
  await button('Start again').click();
  expect(await numbers(2, 2)).toBe('0.1 0.5 −0.3 0.8');
});

it('refuses what does not fit, dragged or moved by keyboard', async () => {
  page = await stage.open();
  await openLesson(page, 'Case 6');
  await nodeOf(page, 'x').locator('header').click();
  await page.keyboard.press('m');
  await factor(2, 2).dragTo(factor(1, 2));
  expect(await numbers(1, 2)).toBe('0.1 0.5 −0.3 0.8');
  const reason = '2×2 and 1×2 do not fit: the inner sizes are 2 and 1.';
  await panel().getByText(reason).waitFor();
  expect(await button(reason).isDisabled()).toBe(true);
  await factor(1, 2).getByRole('button', { name: 'Move to the right' }).focus();
  await page.keyboard.press('Enter');
  expect(await numbers(1, 2)).toBe('0.44 0.52');
});

it('counts what brackets cost', async () => {
  page = await stage.open();
  await openLesson(page, 'Where to put the brackets');
  await page.keyboard.press('m');
  expect((await costs()).map((row) => row.replace(/\s+/g, ' '))).toEqual([
    'From the input on 150,000',
    'From the target back 150,000',
    'Best brackets 55,000',
    'So far 0',
  ]);
  // d ((c b) a): the middle first.
  await panel().getByRole('button', { name: 'Multiply these two' }).nth(1).click();
  await panel().getByRole('button', { name: 'Multiply these two' }).nth(1).click();
  await panel().getByRole('button', { name: 'Multiply these two' }).click();
  expect((await costs()).at(-1)).toMatch(/So far\s+55,000/);
  await panel().getByText('✓ This is the derivative.').waitFor();
});

it('begins again when the chain itself is another', async () => {
  page = await stage.open();
  const nodes = [
    { id: 'x', op: 'variable', value: [1, 2] },
    { id: 'u', op: 'sin', inputs: { x: 'x' } },
    { id: 'v', op: 'negative', inputs: { x: 'u' } },
    { id: 'z', op: 'sum', inputs: { x: 'v' } },
  ];
  await openText(page, JSON.stringify({ format: 'nabla', version: 1, target: 'z', nodes }));
  await page.keyboard.press('m');
  await factor(3, 3).getByRole('button', { name: 'Transpose' }).click();
  await panel().getByRole('button', { name: 'Multiply these two' }).last().click();
  await factor(2, 2).waitFor();
  await nodeOf(page, 'v').locator('header').click();
  await page.keyboard.press('Control+Delete');
  // u is wired to z now: two factors, as they are.
  await expect.poll(() => numbers(1, 2)).toBe('1 1');
  await page.getByRole('button', { name: 'Undo' }).click();
  await factor(2, 2).waitFor();
});

it('of case 5 has J_g and J_f, of all paths together; the other order fits, and is wrong', async () => {
  page = await stage.open();
  await openLesson(page, 'Case 5');
  await nodeOf(page, 'x').locator('header').click();
  await page.keyboard.press('m');
  expect([await numbers(1, 2), await numbers(2, 2)]).toEqual(['1 1 0 0 1 1', '2 −4 4 2 2 4']);
  await factor(2, 2).dragTo(factor(1, 2));
  await button('Multiply these two').click();
  const wrong = panel().getByText('✗ It fits, and it is wrong. The derivative is');
  expect((await wrong.innerText()).replace(/\s+/g, ' ')).toContain('6 −2 6 6');
});
