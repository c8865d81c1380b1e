/**
 * The gradient check: everything agrees; a derivative is broken, looked for on the canvas, found, shown and mended.
 */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { jacobianOf, openLesson, openText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const panel = () => page.getByRole('complementary', { name: 'Gradient check' });
const told = () => panel().getByRole('status');
const button = (name: string) => panel().getByRole('button', { name, exact: true });
const rowsOf = (region: string) =>
  panel().getByRole('region', { name: region }).getByRole('listitem').allInnerTexts();

it('compares every local Jacobian and every gradient row', async () => {
  page = await stage.open();
  await openLesson(page, 'Case 6');
  await page.keyboard.press('g');
  await told().getByText('All 7 derivatives agree with differences.').waitFor();
  expect(await rowsOf('Local Jacobians')).toHaveLength(3);
  for (const row of [...(await rowsOf('Local Jacobians')), ...(await rowsOf('Gradient rows'))])
    expect(row).toMatch(/✓ (0|\de−1\d)$/);
  await panel().getByRole('listitem').first().hover();
  expect(await page.locator('[data-wire][data-mark="lit"]').getAttribute('data-wire')).toBe('q.A');
});

it('a broken derivative is found, shown and mended', async () => {
  page = await stage.open();
  await openLesson(page, 'Case 6');
  await page.keyboard.press('g');
  await button('Break one').click();
  await told().getByText('One derivative of this graph is wrong now. Select its edge and say so.').waitFor();
  expect(await panel().getByRole('region').count()).toBe(0);
  expect(await button('This one').isDisabled()).toBe(true);
  const wires = [
    ['q', 'W'],
    ['q', 'x'],
    ['z', 'q'],
  ] as const;
  const answers: string[] = [];
  for (const [to, from] of wires) {
    await jacobianOf(page, to, from).click();
    await button('This one').click();
    answers.push(await told().innerText());
  }
  const yes = answers.filter((answer) => answer.startsWith('Yes: the derivative on '));
  expect(yes).toHaveLength(1);
  expect(answers.filter((answer) => answer.endsWith(' is right. Look on.'))).toHaveLength(2);
  await button('Show the check').click();
  const broken = yes[0].match(/on (\S+) is/)![1];
  await panel().getByText(`The derivative on ${broken} is wrong.`).waitFor();
  await told()
    .getByText(/^\d of 7 derivatives are wrong\.$/)
    .waitFor();
  const wrong = (await rowsOf('Local Jacobians')).filter((row) => row.includes('✗ off by'));
  expect(wrong).toHaveLength(1);
  await button('Mend it').click();
  await told().getByText('All 7 derivatives agree with differences.').waitFor();
});

it('says why something is not compared, and ends whole', async () => {
  page = await stage.open();
  const nodes = [
    { id: 'x', op: 'variable', value: 0 },
    { id: 'y', op: 'relu', inputs: { x: 'x' } },
    { id: 'z', op: 'exp', inputs: { x: 'y' } },
  ];
  await openText(page, JSON.stringify({ format: 'nabla', version: 1, target: 'z', nodes }));
  await page.keyboard.press('g');
  await told().getByText('All 3 derivatives agree with differences.').waitFor();
  expect((await rowsOf('Local Jacobians'))[0]).toContain('not compared: a kink or a jump');
  await button('Break one').click();
  await button('End the study').click();
  await page.getByRole('complementary', { name: 'Inspector' }).waitFor();
  await page.keyboard.press('g');
  await told().getByText('All 3 derivatives agree with differences.').waitFor();
});

it('nothing is wrong any more once the broken node is gone', async () => {
  page = await stage.open();
  const nodes = [
    { id: 'x', op: 'variable', value: 1 },
    { id: 'y', op: 'exp', inputs: { x: 'x' } },
  ];
  await openText(page, JSON.stringify({ format: 'nabla', version: 1, target: 'y', nodes }));
  await page.keyboard.press('g');
  await button('Break one').click();
  await told().getByText('One derivative of this graph is wrong now.').waitFor();
  await page.locator('[data-node="y"] header').click();
  await page.keyboard.press('Delete');
  await told().getByText('There is nothing to compare here.').waitFor();
});
