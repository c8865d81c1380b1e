/**
 * One derivative in the layouts of other books and programs.
 */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { jacobianOf, nodeOf, openLesson } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const panel = () => page.getByRole('complementary', { name: 'Layouts' });
const card = async (name: string) =>
  (await panel().getByRole('region', { name, exact: true }).locator('[data-form]').innerText())
    .replace(/\s+/g, ' ')
    .trim();

it('writes the gradient of a matrix as others do, and follows the numbers', async () => {
  page = await stage.open();
  await openLesson(page, 'Case 6');
  await nodeOf(page, 'W').locator('header').click();
  await page.keyboard.press('l');
  expect(await card('Canonical row')).toBe('0.088 0.176 0.104 0.208');
  expect(await card('Numerator layout of a matrix')).toBe('0.088 0.104 0.176 0.208');
  await panel().getByText('z.backward(); W.grad').waitFor();
  await panel().getByText('shape (2, 2)').first().waitFor();
  const field = nodeOf(page, 'x').getByRole('textbox').first();
  await field.fill('0');
  await page.keyboard.press('Enter');
  // q = (0.2, 0.32), and ∂z/∂W₁₂ = 2 q₁ x₂.
  await expect.poll(() => card('Canonical row')).toBe('0 0.16 0 0.256');
});

it('begins with the wire that is selected, and takes any two nodes', async () => {
  page = await stage.open();
  await openLesson(page, 'Case 6');
  await jacobianOf(page, 'q', 'x').click();
  await page.keyboard.press('l');
  expect(await card('Numerator layout')).toBe('0.1 0.5 −0.3 0.8');
  expect(await card('Denominator layout')).toBe('0.1 −0.3 0.5 0.8');
  await panel().getByRole('combobox', { name: 'Of' }).selectOption('z');
  expect(await card('Gradient as a column')).toBe('−0.112 0.636');
});
