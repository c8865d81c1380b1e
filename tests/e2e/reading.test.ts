/**
 * By keyboard and by ear: what has the focus is read out as mathematics is, and the entries of a Jacobian are walked.
 */
import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { jacobianOf, nodeOf, openLesson } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

async function open(options: BrowserContextOptions = {}): Promise<void> {
  page = await stage.open(options);
  await openLesson(page, options.locale === 'fr-FR' ? 'Cas 6' : 'Case 6');
  // From here on the hands are on the keyboard.
  await page.keyboard.press('Tab');
}

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** The name of what has the focus, as screen readers get it. */
const heard = () => page.evaluate(() => document.activeElement?.ariaLabel);

/** The entry of the matrix with the focus that is read out. */
const entry = () =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return id ? document.getElementById(id)?.ariaLabel : undefined;
  });

const grid = () => page.locator('aside [role="grid"]');

/** Selects the wire from a node to q without a mouse. */
async function reachWire(from: string): Promise<void> {
  await nodeOf(page, from).press('Enter');
  await page.getByRole('button', { name: `${from} → q.` }).press('Enter');
  await expect.poll(() => grid().evaluate((element) => element === document.activeElement)).toBe(true);
}

describe('What has the focus is read out', () => {
  it('in English: a node, a value, a gradient row and a Jacobian; what has it not keeps its own sentence', async () => {
    await open();
    await nodeOf(page, 'W').focus();
    const words = 'the 2 by 2 matrix. Row 1: 0.1, 0.5 Row 2: negative 0.3, 0.8';
    await expect.poll(heard).toBe(`W, parameter: ${words}`);
    await nodeOf(page, 'q').focus();
    await expect.poll(heard).toBe('q, matvec: the 2 by 1 column matrix. 0.22, 0.26');
    expect(await nodeOf(page, 'W').getAttribute('aria-label')).toBe(
      'W, parameter, 2 by 2 matrix: row 1: 0.1, 0.5; row 2: -0.3, 0.8',
    );
    await press('Enter');
    await page.getByRole('table', { name: 'Value of q' }).focus();
    await expect.poll(heard).toBe('Value of q: the 2 by 1 column matrix. 0.22, 0.26');
    await page.getByRole('table', { name: 'Gradient of z with respect to q' }).focus();
    await expect.poll(heard).toBe('Gradient of z with respect to q: the 1 by 2 row matrix. 0.44, 0.52');
    await press('Alt+o');
    const outline = page.getByRole('table', { name: 'Outline of' });
    await jacobianOf(page, 'q', 'x').and(outline.getByRole('img')).focus();
    await expect.poll(heard).toBe(`Jacobian of q with respect to x: ${words}`);
  });

  it('in French, and in the language that is chosen since', async () => {
    await open({ locale: 'fr-FR' });
    await nodeOf(page, 'W').focus();
    await expect
      .poll(heard)
      .toBe(
        'W, parameter\u00a0: la matrice de dimension 2 par 2. Rangée 1: 0,1, 0,5 Rangée 2: négatif 0,3, 0,8',
      );
    await reachWire('x');
    await expect
      .poll(heard)
      .toBe(
        'Jacobienne de q par rapport à x\u00a0: la matrice de dimension 2 par 2. Rangée 1: 0,1, 0,5 Rangée 2: négatif 0,3, 0,8',
      );
    await press('Control+k');
    await page.keyboard.type('English');
    await press('Enter');
    await nodeOf(page, 'z').focus();
    await expect.poll(heard).toBe('z, squared_norm: 0.116');
  });

  it('and follows its numbers', async () => {
    await open();
    const cell = nodeOf(page, 'x').getByRole('textbox', { name: 'x, component 1' });
    await cell.fill('-1');
    await cell.press('Enter');
    await nodeOf(page, 'q').focus();
    await expect.poll(heard).toBe('q, matvec: the 2 by 1 column matrix. 0.1, 0.62');
    await press('Control+z');
    await expect.poll(heard).toBe('q, matvec: the 2 by 1 column matrix. 0.22, 0.26');
  });

  it('by an engine that nobody fetches who uses a mouse', async () => {
    page = await stage.open();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await openLesson(page, 'Case 6');
    await nodeOf(page, 'q').locator('header').click();
    await jacobianOf(page, 'q', 'x').click();
    const rules = /\/(engine|base|en|fr)-[\w-]+\.js$/;
    expect(fetched.filter((path) => rules.test(path))).toEqual([]);
    await page.getByRole('button', { name: 'Gallery' }).focus();
    await press('Tab');
    await nodeOf(page, 'q').focus();
    await expect.poll(heard).toContain('column matrix');
    expect(fetched.filter((path) => rules.test(path))).toHaveLength(3);
  });

  it('without a network, too', async () => {
    page = await stage.open();
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state))
      .toBe('activated');
    await page.context().setOffline(true);
    await page.reload();
    await openLesson(page, 'Case 6');
    await press('Tab');
    await nodeOf(page, 'q').focus();
    await expect.poll(heard).toBe('q, matvec: the 2 by 1 column matrix. 0.22, 0.26');
  });
});

describe('The entries of a Jacobian', () => {
  it('are walked, marked with the components they are about, shown and read out', async () => {
    await open();
    await reachWire('x');
    expect(await entry()).toBeUndefined();
    await press('ArrowRight');
    expect(await entry()).toBe('∂q 1/∂x 1, row 1, column 1: 0.1');
    await press('ArrowRight');
    expect(await entry()).toBe('∂q 1/∂x 2, row 1, column 2: 0.5');
    await press('ArrowDown', 'ArrowDown', 'ArrowLeft');
    expect(await entry()).toBe('∂q 2/∂x 1, row 2, column 1: -0.3');
    // In symbols and in full: W₂₁.
    expect(await page.locator('[class*="pointed"]').textContent()).toMatch(/=W21.*= −0\.3$/s);
    expect(await grid().locator('td[data-marked]').textContent()).toBe('−0.3');
    expect(await jacobianOf(page, 'q', 'x').locator('[data-marked]').count()).toBe(1);
    expect(await nodeOf(page, 'q').locator('span[data-marked]').count()).toBe(1);
    const marked = nodeOf(page, 'x').locator('input[data-marked]');
    expect(await marked.getAttribute('aria-label')).toBe('x, component 1');
  });

  it('from end to end, until Escape or the next Tab', async () => {
    await open();
    await reachWire('W');
    const keys = ['Control+End', 'Home', 'Control+Home', 'End', 'ArrowUp', 'ArrowRight'];
    const seen: (string | null | undefined)[] = [];
    for (const key of keys) {
      await press(key);
      seen.push((await entry())?.match(/row \d, column \d/)?.[0]);
    }
    expect(seen).toEqual([
      'row 2, column 4',
      'row 2, column 1',
      'row 1, column 1',
      'row 1, column 4',
      'row 1, column 4',
      'row 1, column 4',
    ]);
    await press('Escape');
    expect(await entry()).toBeUndefined();
    expect(await page.locator('[class*="pointed"]').count()).toBe(0);
    expect(await grid().evaluate((element) => element === document.activeElement)).toBe(true);
    await press('ArrowDown', 'Tab');
    await expect.poll(() => page.locator('[data-marked]').count()).toBe(0);
    expect(await grid().evaluate((element) => element === document.activeElement)).toBe(false);
  });

  it('in French, with all digits', async () => {
    await open({ locale: 'fr-FR' });
    const cell = nodeOf(page, 'W').getByRole('textbox', { name: 'W, ligne 1, colonne 2' });
    await cell.fill('0.1234567890123');
    await cell.press('Enter');
    await reachWire('x');
    await press('End');
    expect(await entry()).toBe('∂q 1/∂x 2, ligne 1, colonne 2\u00a0: 0,1234567890123');
  });

  it('are marked no more once their wire is gone', async () => {
    await open();
    await reachWire('x');
    await press('ArrowDown');
    expect(await page.locator('[data-marked]').count()).toBeGreaterThan(0);
    await press('Control+a');
    await expect.poll(() => grid().count()).toBe(0);
    expect(await page.locator('[data-marked]').count()).toBe(0);
  });
});
