/**
 * The differential beside the true difference: numbers over a step, pictures, the order of what is left, the direction turned by hand.
 */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { nodeOf, openLesson, openText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const panel = () => page.getByRole('complementary', { name: 'Differential' });
const told = () => panel().getByRole('status').innerText();
const overStep = async () =>
  (await panel().getByRole('region', { name: 'Over the step' }).locator('[data-form]').allInnerTexts()).map(
    (text) => text.replace(/\s+/g, ' ').trim(),
  );
const step = () => panel().getByRole('slider', { name: /Step h/ });
const direction = () => panel().getByRole('slider', { name: 'Direction' });

/** How much of a plot is painted in something like a colour of the theme. */
const painted = (selector: string) =>
  panel()
    .locator(selector)
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let k = 3; k < data.length; k += 4) if (data[k] > 100) count++;
      return count;
    });

describe('In case 1', () => {
  it('y = x² leaves h² over, of second order, until rounding takes over', async () => {
    page = await stage.open();
    await openLesson(page, 'Case 1');
    await page.keyboard.press('d');
    // dx = 0.1 and h = 1.
    await expect.poll(overStep).toEqual(['0.61', '0.6', '0.01']);
    expect(await told()).toMatch(
      /^Slope 2\.00: what is left vanishes faster than the step\. Below h = \de−\d rounding takes over\.$/,
    );
    expect(await painted('[aria-label="y along the direction, and its tangent"] canvas')).toBeGreaterThan(
      500,
    );
    expect(await painted('[aria-label^="The size of the remainder"] canvas')).toBeGreaterThan(500);
    await step().focus();
    for (let k = 0; k < 10; k++) await page.keyboard.press('ArrowLeft');
    await panel().getByText('Step h = 0.1', { exact: true }).waitFor();
    await expect.poll(overStep).toEqual(['0.0601', '0.06', '1e−4']);
    await page.keyboard.press('Home');
    await panel().getByText('Step h = 1e−8', { exact: true }).waitFor();
  });

  it('follows the point and the direction', async () => {
    page = await stage.open();
    await openLesson(page, 'Case 1');
    await page.keyboard.press('d');
    const fill = async (field: ReturnType<Page['locator']>, value: string) => {
      await field.fill(value);
      await page.keyboard.press('Enter');
    };
    await fill(panel().getByRole('textbox', { name: 'dx' }), '1');
    await expect.poll(overStep).toEqual(['7', '6', '1']);
    await fill(nodeOf(page, 'x').getByRole('textbox', { name: 'x' }), '5');
    await expect.poll(overStep).toEqual(['11', '10', '1']);
  });
});

describe('Two numbers that move', () => {
  it('the direction is dragged in their plane, and turned by the arrows', async () => {
    page = await stage.open();
    await openLesson(page, 'Case 3');
    await page.keyboard.press('d');
    await expect.poll(overStep).toEqual(['1.151', '1.1', '0.051']);
    const box = (await direction().boundingBox())!;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(middle.x + box.width / 4, middle.y - box.height / 4);
    await page.mouse.down();
    await page.mouse.move(middle.x + box.width / 4, middle.y, { steps: 3 });
    await page.mouse.up();
    // Straight to the right: dx = (0.1, 0), and ∂y/∂x₁ = 4.
    await expect.poll(async () => (await overStep())[1]).toBe('0.4');
    expect(await direction().getAttribute('aria-valuenow')).toBe('0');
    await direction().focus();
    await page.keyboard.press('ArrowLeft');
    expect(await direction().getAttribute('aria-valuenow')).toBe('5');
    expect(await painted('canvas[role="slider"]')).toBeGreaterThan(500);
  });

  it('one that comes out: a surface with its tangent plane, turned by hand and by the arrows', async () => {
    page = await stage.open();
    await openLesson(page, 'Case 3');
    await page.keyboard.press('d');
    await panel().getByRole('button', { name: 'Surface' }).click();
    const surface = panel().getByRole('slider', { name: 'Turn of the surface' });
    await panel().getByText('The surface of y and its tangent plane.').waitFor();
    expect(await painted('canvas[role="slider"]')).toBeGreaterThan(500);
    const picture = () => surface.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const before = await picture();
    await surface.press('ArrowRight');
    await expect.poll(() => surface.getAttribute('aria-valuenow')).toBe('-30');
    expect(await picture()).not.toBe(before);
    const box = (await surface.boundingBox())!;
    await page.mouse.move(box.x + 40, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 40);
    await page.mouse.up();
    await expect.poll(() => surface.getAttribute('aria-valuenow')).toBe('-10');
    // It follows the numbers.
    const turned = await picture();
    const field = nodeOf(page, 'x').getByRole('textbox').first();
    await field.fill('-3');
    await field.press('Enter');
    await expect.poll(picture).not.toBe(turned);
    await panel().getByRole('button', { name: 'Surface' }).click();
    await direction().waitFor();
  });

  it('two that come out: a grid and its images', async () => {
    page = await stage.open();
    await openLesson(page, 'Case 4');
    await page.keyboard.press('d');
    await panel().getByText('What y makes of the grid, dashed what its differential makes of it.').waitFor();
    expect(await painted('figure:nth-of-type(2) canvas')).toBeGreaterThan(500);
  });
});

it('tells a kink, and what is as good as linear', async () => {
  page = await stage.open();
  const nodes = [
    { id: 'x', op: 'variable', value: 0 },
    { id: 'y', op: 'relu', inputs: { x: 'x' } },
    { id: 'd', op: 'negative', inputs: { x: 'x' } },
    { id: 'c', op: 'constant', value: 1 },
  ];
  await openText(page, JSON.stringify({ format: 'nabla', version: 1, target: 'y', nodes }));
  await page.keyboard.press('d');
  await expect
    .poll(told)
    .toBe('Slope 1.00: what is left is as large as the step itself. There is a kink here.');
  await panel().getByRole('combobox', { name: 'Of' }).selectOption('d');
  expect(await told()).toBe('Nothing but rounding is left: along dx it is as good as linear.');
  await panel().getByRole('combobox', { name: 'Of' }).selectOption('c');
  await panel().getByText('Nothing that moves leads there: give a variable a direction.').waitFor();
});
