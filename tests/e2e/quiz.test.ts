/**
 * The quiz: what is asked for is hidden, a wrong answer is traced to its mistake, hint and solution help, the score is kept, a sheet is copied.
 */
import type { Page } from 'playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import { jacobianOf, nodeOf, openLesson } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const panel = () => page.getByRole('complementary', { name: 'Quiz' });
const button = (name: string) => panel().getByRole('button', { name, exact: true });
const told = () => panel().getByRole('status').innerText();
const ask = (kind: string) => panel().getByRole('combobox', { name: 'Ask for' }).selectOption(kind);
async function answer(text: string): Promise<string> {
  await panel().getByRole('textbox', { name: 'Answer' }).fill(text);
  await page.keyboard.press('Enter');
  return told();
}
const copied = () => page.evaluate(() => navigator.clipboard.readText());

beforeEach(async () => {
  page = await stage.open();
  await openLesson(page, 'Case 6');
  await page.keyboard.press('q');
});

describe('Local Jacobians', () => {
  it('hides the one that is asked for, and shows it to who is right', async () => {
    await panel().getByText('Question 1 of 3').waitFor();
    const label = page.locator('[data-wire="q.A"]');
    expect(await label.innerText()).toBe('?');
    await expect.poll(() => label.getAttribute('aria-label')).toBe('Jacobian of q with respect to W');
    expect(await answer('[[0.2, 0.4, 0, 0], [0, 0, 0.2, 0.4]]')).toBe('✓ Right.');
    expect((await label.innerText()).replace(/\s+/g, ' ')).toContain('0.2 0.4');
    await button('Next question').click();
    await panel().getByText('Question 2 of 3').waitFor();
    expect(await page.locator('[data-wire="q.x"]').innerText()).toBe('?');
    await panel().getByText('1 of 1 right at once').waitFor();
  });

  it('tells a transposed one, another size, and what cannot be read', async () => {
    await button('Next question').click();
    expect(await answer('[[0.1, -0.3], [0.5, 0.8]]')).toBe(
      '✗ Rows and columns are exchanged: a row for each component of what is differentiated.',
    );
    expect(await answer('[1, 2, 3]')).toBe('✗ It has another size: 2×2 is expected, and this is 3×1.');
    expect(await answer('[[1, 2], [3]]')).toBe(
      'Row 2 has 1 entry, row 1 has 2: expected rows of the same length.',
    );
    expect(await answer('[[9, 9], [9, 9]]')).toBe('✗ Not right. Take the hint, or try again.');
    await panel().getByText('0 of 1 right at once').waitFor();
  });
});

describe('Gradient rows', () => {
  beforeEach(() => ask('Gradient rows'));

  it('the trap of case 6 is recognized; then hint, solution, and the row on the canvas', async () => {
    // In reverse: q, W, x.
    await button('Question before').click();
    await panel().getByText('Question 3 of 3').waitFor();
    const below = nodeOf(page, 'x').getByText('?', { exact: true });
    await below.waitFor();
    expect(await answer('[0.304, 0.284]')).toMatch(/^✗ Rows and columns are exchanged/);
    await button('Hint').click();
    await panel().getByRole('region', { name: 'Hint' }).waitFor();
    await button('Solution').click();
    const solution = panel().getByRole('region', { name: 'Solution' });
    await expect
      .poll(async () =>
        (await solution.locator('[data-form]').allInnerTexts()).map((text) =>
          text.replace(/\s+/g, ' ').trim(),
        ),
      )
      .toEqual(['0.44 0.52', '0.1 0.5 −0.3 0.8', '−0.112 0.636']);
    await below.waitFor({ state: 'detached' });
    // What was looked up counts no more.
    expect(await answer('[-0.112, 0.636]')).toBe('✓ Right.');
    await panel().getByText('0 of 1 right at once').waitFor();
  });
});

it('asks for a product: its factors stay, the term and the gradient that it makes are hidden', async () => {
  await ask('Products of the chain rule');
  await panel().getByText('Question 1 of 2').waitFor();
  const wire = page.locator('[data-wire="q.x"]');
  expect((await wire.innerText()).replace(/\s+/g, ' ')).toContain('0.1 0.5');
  await page.getByRole('button', { name: 'Gradient rows' }).click();
  expect(await wire.innerText()).toBe('?');
  expect(await answer('[0.304, 0.284]')).toBe(
    '✗ Rows and columns are exchanged: a row for each component of what is differentiated.',
  );
  expect(await answer('[-0.112, 0.636]')).toBe('✓ Right.');
  expect((await wire.innerText()).replace(/\s+/g, ' ')).toContain('−0.112 0.636');
});

it('asks about what is selected alone, when that is wanted', async () => {
  const only = panel().getByRole('checkbox');
  expect(await only.isDisabled()).toBe(true);
  await nodeOf(page, 'z').locator('header').click();
  await only.check();
  await panel().getByText('Only z').waitFor();
  await panel().getByText('Question 1 of 1').waitFor();
  expect(await page.locator('[data-wire="z.x"]').innerText()).toBe('?');
  await only.uncheck();
  await panel().getByText('Question 1 of 3').waitFor();
});

it('other numbers make another question, and can be undone', async () => {
  const row = async () => (await jacobianOf(page, 'z', 'q').innerText()).replace(/\s+/g, ' ').trim();
  const before = await row();
  await button('Fresh numbers').click();
  await expect.poll(row).not.toBe(before);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(row).toBe(before);
});

it('keeps the score, until it is begun anew', async () => {
  await answer('[[0.2, 0.4, 0, 0], [0, 0, 0.2, 0.4]]');
  await page.reload();
  await openLesson(page, 'Case 6');
  await page.keyboard.press('q');
  await panel().getByText('1 of 1 right at once').waitFor();
  await button('Begin anew').click();
  await panel().getByText('0 of 0 right at once').waitFor();
});

it('copies a sheet of questions and solutions', async () => {
  await ask('Gradient rows');
  await button('Sheet as LaTeX').click();
  await page.getByText('The sheet is copied.').waitFor();
  const latex = await copied();
  expect(latex).toContain('\\section*{Case 6: vector to vector to scalar}');
  expect(latex).toContain('\\item Compute $\\dfrac{\\partial {z}}{\\partial {x}}$.');
  expect(latex).toContain('\\begin{bmatrix} -0.112 & 0.636 \\end{bmatrix}');
  await button('Sheet as Markdown').click();
  await expect.poll(copied).toContain('## Solutions\n\n1. $');
});

it('prints the sheet, solutions on a page of their own', async () => {
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-asked', '');
  });
  await button('Sheet as PDF').click();
  await page.locator('[data-asked]').waitFor();
  const pdf = (await page.pdf()).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  // What is printed next is the graph again.
  expect(await page.locator('[data-shape]').getAttribute('data-shape')).toBe('wide');
});

it('asks anew after an edit, and is never without a question', async () => {
  await ask('Gradient rows');
  await button('Question before').click();
  await panel().getByText('Question 3 of 3').waitFor();
  expect(await answer('[-0.112, 0.636]')).toBe('✓ Right.');
  const field = nodeOf(page, 'x').getByRole('textbox').first();
  await field.fill('1');
  await page.keyboard.press('Enter');
  await expect.poll(told).toBe('');
  // q = (0.3, 0.02). The second edit of the same number is told of too.
  expect(await answer('[0.048, 0.332]')).toBe('✓ Right.');
  await field.fill('2');
  await page.keyboard.press('Enter');
  await expect.poll(told).toBe('');
  await nodeOf(page, 'x').getByText('?', { exact: true }).waitFor();
  await nodeOf(page, 'x').locator('header').click();
  await page.keyboard.press('Delete');
  await panel()
    .getByText('There is nothing of this kind to ask about')
    .or(panel().getByText(/Question \d of \d/))
    .waitFor();
});

it('points at no entry that is asked for', async () => {
  await page.keyboard.press('Alt+o');
  const row = page.getByRole('button', { name: '∂q/∂W (A)' });
  await row.click();
  await row.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.locator('[data-outline] td[data-marked]').innerText()).toBe('–');
  expect(await page.locator('[class*="pointed"]').count()).toBe(0);
});

it('gives nothing away by ear or in the outline', async () => {
  await ask('Values');
  await panel().getByText('Question 1 of 2').waitFor();
  await nodeOf(page, 'q').focus();
  await expect.poll(() => page.locator('[data-node="q"]').getAttribute('aria-label')).toBe('Value of q');
  await page.getByRole('button', { name: 'Values', exact: true }).click();
  expect(await page.locator('[data-wire="z.x"]').innerText()).toBe('?');
  await page.getByRole('tab', { name: 'Outline' }).click();
  expect(await page.getByRole('img', { name: 'Value of q' }).innerText()).toBe('–');
});
