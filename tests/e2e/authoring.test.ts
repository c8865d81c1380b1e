/**
 * A teacher writes a lesson of three steps, shows it to a class with a clicker, and takes it along in the file.
 */
import type { Page } from 'playwright';
import { beforeEach, expect, it } from 'vitest';
import { nodeOf, openText, savedText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const side = () => page.getByRole('navigation', { name: 'Lesson, functions, outline' });
const field = (name: string) => side().getByRole('textbox', { name });
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

const GRAPH = JSON.stringify({
  format: 'nabla',
  version: 1,
  title: 'A square',
  target: 'y',
  nodes: [
    { id: 'x', op: 'variable', value: 3 },
    { id: 'y', op: 'square', inputs: { x: 'x' } },
  ],
});

beforeEach(async () => {
  page = await stage.open();
  await page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
  await openText(page, GRAPH);
});

/** Three steps: values, the Jacobian with a question, a step of the reverse pass. */
async function author(): Promise<void> {
  await page.getByRole('button', { name: 'Values', exact: true }).click();
  await press('Alt+r');
  await field('Title').fill('Forward');
  await field('Text, in Markdown').fill('Three squared is $9$.');
  await page.getByRole('button', { name: 'Local Jacobians' }).click();
  await nodeOf(page, 'y').locator('header').click();
  await press('Alt+r');
  await field('Title').fill('The slope');
  await field('Question').fill('How steep is it?');
  await field('Answer').fill('$6$');
  await field('Notes for the speaker').fill('Wait for an answer.');
  await nodeOf(page, 'y').locator('header').click();
  await press('F10', 'F10', 'Alt+r');
  await field('Title').fill('Back');
}

it('writes it, and finds it in the file', async () => {
  await author();
  const { lesson } = JSON.parse(await savedText(page));
  expect(lesson.steps).toEqual([
    { title: 'Forward', text: 'Three squared is $9$.', show: 'values' },
    {
      title: 'The slope',
      text: '',
      show: 'jacobians',
      select: 'y',
      question: { text: 'How steep is it?', answer: '$6$' },
      notes: 'Wait for an answer.',
    },
    { title: 'Back', text: '', show: 'jacobians', select: 'y', replay: { pass: 'reverse', at: 1 } },
  ]);
});

it('shows it to a class with the keys of a clicker', async () => {
  await author();
  await side().getByRole('button', { name: 'Write the lesson' }).click();
  await press('PageUp', 'PageUp', 'PageUp');
  await side().getByText('Introduction').waitFor();
  await page.evaluate(() => {
    document.documentElement.requestFullscreen = () => Promise.reject(new Error('not now'));
  });
  await press('F5', 'PageDown');
  await side().getByRole('heading', { name: 'Forward' }).waitFor();
  await side().getByText('Three squared is').waitFor();
  await press('PageDown');
  await side().getByText('How steep is it?').waitFor();
  await press('PageDown');
  await page.getByRole('complementary', { name: 'Replay' }).getByText('Step 2 of 2').waitFor();
  await press('PageUp');
  await side().getByRole('heading', { name: 'The slope' }).waitFor();
});

it('moves and removes steps, and undoes it all', async () => {
  await author();
  await side().getByRole('button', { name: 'Earlier' }).click();
  await side().getByText('2 of 3').waitFor();
  await side().getByRole('button', { name: 'Remove' }).click();
  const titles = async () =>
    JSON.parse(await savedText(page)).lesson?.steps.map(({ title }: { title: string }) => title);
  expect(await titles()).toEqual(['Forward', 'The slope']);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await titles()).toEqual(['Forward', 'Back', 'The slope']);
  for (let k = 0; k < 12; k++)
    await page
      .getByRole('button', { name: 'Undo' })
      .click({ timeout: 1000 })
      .catch(() => undefined);
  expect(JSON.parse(await savedText(page)).lesson).toBeUndefined();
});

it('the speaker has notes and the time in another window', async () => {
  await author();
  await side().getByRole('button', { name: 'Back' }).click();
  const opened = page.waitForEvent('popup');
  await press('Shift+F5');
  const speaker = await opened;
  await speaker.getByRole('heading', { name: 'The slope' }).waitFor();
  await speaker.getByText('Wait for an answer.').waitFor();
  await speaker.getByText('Next: Back').waitFor();
  await speaker.getByText('00:01').waitFor();
  expect(await speaker.evaluate(() => getComputedStyle(document.querySelector('h1')!).fontSize)).toBe('26px');
  const theme = () => speaker.evaluate(() => document.documentElement.dataset.theme);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect.poll(theme).toBe(colorScheme);
  }
  await page.bringToFront();
  await press('PageDown');
  await speaker.getByText('This is the last step.').waitFor();
  await speaker.getByText('No notes for this step.').waitFor();
  await speaker.close();
  const again = page.waitForEvent('popup');
  await press('Shift+F5');
  await (await again).getByRole('heading', { name: 'Back' }).waitFor();
});
