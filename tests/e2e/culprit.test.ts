/**
 * Where numbers stop being finite: the first node that is to blame is found, told, lit, and mended.
 */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { nodeOf, openLesson, openText } from './page';
import { NOT_FINITE } from './scenes';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const press = (key: string) => page.keyboard.press(key);
const panel = () => page.getByRole('complementary', { name: 'First culprit' });
const lost = () => panel().getByRole('region', { name: 'What is lost' });
const markOf = (id: string) => nodeOf(page, id).getAttribute('data-mark');

async function open(text = NOT_FINITE): Promise<void> {
  page = await stage.open();
  page.setDefaultTimeout(5000);
  await openText(page, text);
}

it('is named, with its formula, its operands and the reason', async () => {
  await open();
  await press('n');
  const begins = panel().getByRole('region', { name: 'It begins at u' });
  expect(await begins.innerText()).toContain('log needs x > 0');
  expect(await panel().getByRole('status').innerText()).toBe(
    'Not finite: values 3, local Jacobians 3, gradient rows 3.',
  );
  expect(await lost().getByRole('button').allInnerTexts()).toHaveLength(9);
});

it('is lit on the canvas, with what it spoils', async () => {
  await open();
  await press('n');
  await expect.poll(() => markOf('u')).toBe('lit');
  expect(await markOf('z')).toBe('plain');
  expect(await markOf('k')).toBe('dim');
});

it('is gone as soon as the number is mended', async () => {
  await open();
  await press('n');
  const field = nodeOf(page, 'x').getByRole('textbox').first();
  await field.fill('2');
  await field.press('Enter');
  await expect
    .poll(() => panel().getByRole('status').innerText())
    .toBe('All values, local Jacobians and gradient rows are finite.');
  expect(await lost().count()).toBe(0);
});

it('is reached from the warning of a node that only suffers', async () => {
  await open();
  await nodeOf(page, 'z').locator('header').click();
  await page.getByRole('button', { name: 'Show where it begins' }).click();
  await panel().getByRole('region', { name: 'It begins at u' }).waitFor();
});

it('may be one of several', async () => {
  const { nodes, ...rest } = JSON.parse(NOT_FINITE);
  nodes.push({ id: 'w', op: 'sqrt', inputs: { x: 'x' }, position: [300, 400] });
  await open(JSON.stringify({ ...rest, nodes }));
  await press('n');
  const choice = panel().getByRole('group', { name: 'It begins in 2 places' });
  await choice.getByRole('button', { name: 'w' }).click();
  expect(await panel().getByRole('region', { name: 'It begins at w' }).innerText()).toContain(
    'sqrt needs x ≥ 0',
  );
  await expect.poll(() => markOf('w')).toBe('lit');
});

it('is a kink, where the profile has no derivative there', async () => {
  page = await stage.open();
  await page.evaluate(() => localStorage.setItem('nabla.settings', JSON.stringify({ profile: 'strict' })));
  await page.reload();
  const nodes = [
    { id: 'x', op: 'variable', value: 0, position: [0, 0] },
    { id: 'y', op: 'relu', inputs: { x: 'x' }, position: [300, 0] },
  ];
  await openText(page, JSON.stringify({ format: 'nabla', version: 1, nodes, target: 'y' }));
  await press('n');
  expect(await panel().getByRole('region', { name: 'It begins at y' }).innerText()).toContain('strict');
  expect(await lost().getByRole('button').count()).toBe(2);
});

it('stays the one that was chosen, as long as it is one', async () => {
  const { nodes, ...rest } = JSON.parse(NOT_FINITE);
  nodes.push({ id: 'v', op: 'variable', value: -1, position: [0, 400] });
  nodes.push({ id: 'w', op: 'sqrt', inputs: { x: 'v' }, position: [300, 400] });
  await open(JSON.stringify({ ...rest, nodes }));
  await press('n');
  await panel().getByRole('button', { name: 'w' }).first().click();
  const field = nodeOf(page, 'v').getByRole('textbox').first();
  await field.fill('4');
  await field.press('Enter');
  await panel().getByRole('region', { name: 'It begins at u' }).waitFor();
  await expect.poll(() => markOf('u')).toBe('lit');
});

it('is not there in a lesson', async () => {
  page = await stage.open();
  await openLesson(page, 'Case 6');
  await press('n');
  await panel().getByText('All values, local Jacobians and gradient rows are finite.').waitFor();
});
