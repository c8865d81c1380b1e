/**
 * How far somebody has come in the course is kept between visits, and one lesson leads to the next.
 */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { openLesson } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const stepTitle = () => page.getByRole('tabpanel').getByRole('heading', { level: 3 }).innerText();
const button = (name: string) => page.getByRole('button', { name });
const steps = () => page.getByRole('navigation', { name: 'Steps of the lesson' });

async function begin(): Promise<void> {
  page = await stage.open();
  page.setDefaultTimeout(5000);
}

it('is shown in the gallery, and gone on from', async () => {
  await begin();
  await openLesson(page, 'Case 3');
  expect(await button('Go on at').count()).toBe(0);
  await button('Start').click();
  await button('Next').click();
  const title = await stepTitle();
  await button('Back').click();
  await page.reload();
  await expect.poll(() => button('Case 3').innerText()).toMatch(/Up to step 2 of \d$/);
  expect(await button('Case 1').innerText()).not.toContain('step');
  await openLesson(page, 'Case 3');
  await button('Go on at step 2 of').click();
  expect(await stepTitle()).toBe(title);
});

it('ends with all steps, and the next lesson', async () => {
  await begin();
  await openLesson(page, 'Case 6');
  const next = page.getByRole('button', { name: 'Next', exact: true });
  for (await button('Start').click(); await next.isEnabled(); ) await next.click();
  await expect.poll(() => steps().innerText()).toContain('Next lesson:');
  await button('Next lesson').click();
  await expect
    .poll(() => page.getByRole('heading', { level: 2 }).first().innerText())
    .not.toContain('Case 6');
  await expect.poll(() => steps().innerText()).toContain('Introduction');
  await page.reload();
  expect(await button('Case 6').innerText()).toMatch(/All \d steps$/);
});

it('is forgotten when the course begins anew', async () => {
  await begin();
  expect(await button('Begin the course anew').count()).toBe(0);
  await openLesson(page, 'Case 1');
  await button('Start').click();
  await page.reload();
  await button('Begin the course anew').click();
  expect(await button('Case 1').innerText()).not.toContain('step');
  await page.reload();
  expect(await button('Case 1').innerText()).not.toContain('step');
});

it.each(['{"Case 1: scalar to scalar":"two"}', 'not JSON', '[]'])(
  'is nothing when %s was kept',
  async (kept) => {
    await begin();
    await page.evaluate((kept) => localStorage.setItem('nabla.progress', kept), kept);
    await page.reload();
    await button('Case 1').waitFor();
    expect(await button('Begin the course anew').count()).toBe(0);
  },
);
