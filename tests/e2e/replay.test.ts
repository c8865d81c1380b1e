/**
 * The passes replayed on case 6: step by step, played, walked back, before a class.
 */
import type { Page } from 'playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import { nodeOf, openLesson, openText, savedText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const panel = () => page.getByRole('complementary', { name: 'Replay' });
const told = () => panel().getByRole('status').innerText();
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** The lines of the step as they are written: numbers by rows, no symbols. */
const written = async () =>
  (await panel().locator('[data-form]').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
const marked = (mark: string) =>
  page
    .locator(`[data-wire][data-mark="${mark}"]`)
    .evaluateAll((labels) => labels.map((label) => (label as HTMLElement).dataset.wire).sort());
const litNode = () => page.locator('[data-node][data-mark="lit"]').getAttribute('data-node');
const trace = () => panel().getByRole('region', { name: 'Trace' }).getByRole('row');

beforeEach(async () => {
  page = await stage.open();
  await openLesson(page, 'Case 6');
});

describe('In reverse', () => {
  beforeEach(() => press('F10'));

  it('begins at the seed, goes back one edge at a time, and stays at the last', async () => {
    expect(await told()).toBe('The seed: z differentiated by itself.');
    expect(await marked('dim')).toEqual(['q.A', 'q.x', 'z.x']);
    await press('F10');
    expect([await litNode(), await marked('lit')]).toEqual(['q', ['z.x']]);
    await press('F10', 'F10', 'F10');
    expect(await told()).toBe('Back along q.x: a term of the gradient row of x.');
    expect([await litNode(), await marked('lit'), await marked('plain')]).toEqual([
      'x',
      ['q.x'],
      ['q.A', 'z.x'],
    ]);
    expect((await written()).slice(0, 3)).toEqual(['0.44 0.52', '0.1 0.5 −0.3 0.8', '−0.112 0.636']);
    await press('Shift+F10');
    expect(await told()).toBe('Back along q.A: a term of the gradient row of W.');
  });

  it('shows in the trace what has been made, and no more', async () => {
    await press('F10');
    // The heading, then x, W, q and z.
    const rows = (await trace().allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(rows).toHaveLength(5);
    expect(rows[3]).toContain('0.44 0.52');
    expect(rows[1]).toContain('0.2 0.4');
    expect(rows[1]).not.toContain('−0.112');
  });

  it('follows the numbers', async () => {
    await press('F10', 'F10', 'F10');
    const field = nodeOf(page, 'x').getByRole('textbox').first();
    await field.fill('1');
    await page.keyboard.press('Enter');
    // q = (0.3, 0.02), and ∂z/∂q = 2 qᵀ.
    await expect.poll(async () => (await written())[0]).toBe('0.6 0.04');
  });

  it('lights the wire of a term, and the term of a wire', async () => {
    await press('F10', 'F10');
    await page.locator('[data-wire="z.x"]').hover();
    expect(await marked('lit')).toEqual(['q.A', 'z.x']);
    await panel().getByText('=', { exact: true }).first().hover();
    expect(await marked('lit')).toEqual(['q.A']);
  });

  it('ends with Escape, and the inspector is back', async () => {
    await press('Escape');
    await page.getByRole('complementary', { name: 'Inspector' }).waitFor();
    expect(await page.locator('[data-mark]').count()).toBe(0);
  });
});

it('is played to the end at the pace that is chosen', async () => {
  await page.getByRole('button', { name: 'Replay the passes' }).click();
  await panel().getByRole('combobox', { name: 'Pace' }).selectOption('a step in ¼ s');
  await panel().getByRole('button', { name: 'Play', exact: true }).click();
  await panel().getByText('Step 4 of 4').waitFor();
  expect(await panel().getByRole('button', { name: 'Play', exact: true }).count()).toBe(1);
});

it('is scrubbed, forward and with tangents', async () => {
  await press('F10');
  await panel().getByRole('button', { name: 'Forward' }).click();
  await panel().getByRole('slider').press('End');
  expect(await told()).toBe('The local Jacobian of the edge z.x.');
  await panel().getByRole('button', { name: 'Tangents' }).click();
  expect(await told()).toBe('The direction at x.');
  await panel().getByRole('slider').press('End');
  expect(await told()).toBe('Along z.x: a term of the differential of z.');
});

it('is saved with the graph at its step, and not once it is over', async () => {
  const withoutPickers = (one: Page) =>
    one.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
  await withoutPickers(page);
  await press('F10', 'F10', 'F10');
  const text = await savedText(page);
  expect(JSON.parse(text).view).toEqual({ replay: { pass: 'reverse', at: 2 } });
  await press('Escape');
  expect(JSON.parse(await savedText(page)).view).toBeUndefined();
  const again = await stage.open();
  await withoutPickers(again);
  await openText(again, text);
  page = again;
  expect(await told()).toBe('Back along q.A: a term of the gradient row of W.');
  await press('Escape');
  expect(JSON.parse(await savedText(page)).view).toBeUndefined();
});

it('says what is missing without a target', async () => {
  await press('F10');
  await nodeOf(page, 'z').locator('header').click();
  await press('t');
  await panel().getByText('There is nothing to pull back yet: choose a target that has a value.').waitFor();
});

it('is shown before a class, in place of the lesson', async () => {
  await press('F5', 'F10', 'F10');
  expect(await told()).toBe('Back along z.x: a term of the gradient row of q.');
  await press('Escape');
  await panel().waitFor({ state: 'detached' });
  await page.getByText('Backpropagation pulls the row').waitFor();
});
