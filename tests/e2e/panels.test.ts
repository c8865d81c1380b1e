/**
 * The panels around the canvas are as large as somebody wants them: dragged, by keyboard, kept, and put back.
 */
import type { Page } from 'playwright';
import { beforeEach, expect, it } from 'vitest';
import { nodeOf, openLesson } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

beforeEach(async () => {
  page = await stage.open();
  page.setDefaultTimeout(5000);
  await openLesson(page, 'Case 6');
});

const separator = (name: string) => page.getByRole('separator', { name });
const side = () => separator('Width of the side panel');
const below = () => separator('Height of the panel below the graph');
const width = async () => Math.round((await page.locator('nav[data-panel]').boundingBox())!.width);
const height = async () => Math.round((await page.locator('aside').boundingBox())!.height);

async function drag(name: string, x: number, y: number): Promise<void> {
  const box = (await separator(name).boundingBox())!;
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + x, from.y + y, { steps: 4 });
  await page.mouse.up();
}

/** Whether each node lies within the canvas. */
const whole = () =>
  page.evaluate(() => {
    const room = document.querySelector('main')!.getBoundingClientRect();
    return [...document.querySelectorAll('.react-flow__node')].every((node) => {
      const { left, right, top, bottom } = node.getBoundingClientRect();
      return left >= room.left && right <= room.right && top >= room.top && bottom <= room.bottom;
    });
  });

it('are dragged, and the graph stays in sight as a whole', async () => {
  await drag('Width of the side panel', 150, 0);
  await expect.poll(width).toBe(450);
  await drag('Height of the panel below the graph', 0, -150);
  await expect.poll(height).toBe(402);
  await expect.poll(whole).toBe(true);
});

it('never take the canvas away, nor leave themselves', async () => {
  await drag('Height of the panel below the graph', 0, -2000);
  await expect.poll(height).toBe(675);
  await drag('Height of the panel below the graph', 0, 2000);
  await expect.poll(height).toBe(120);
});

it('are dragged to the very edge, and are still there', async () => {
  const box = (await side().boundingBox())!;
  await page.mouse.move(300, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(0, box.y + 200);
  await page.mouse.up();
  await expect.poll(width).toBe(180);
  await page.reload();
  await openLesson(page, 'Case 6');
  expect(await width()).toBe(180);
});

it('are moved by keyboard, which is told how far, and moves nothing else', async () => {
  await nodeOf(page, 'q').locator('header').click();
  await side().focus();
  expect(await side().getAttribute('aria-valuenow')).toBe('21');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(width).toBe(380);
  expect(await side().getAttribute('aria-valuenow')).toBe('26');
  await below().focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(height).toBe(268);
  await page.keyboard.press('Enter');
  await expect.poll(height).toBe(252);
  expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
});

it('are kept until the next visit, the outline by itself, and put back by two clicks', async () => {
  await drag('Width of the side panel', 40, 0);
  await page.keyboard.press('Alt+o');
  await drag('Width of the outline', -100, 0);
  await expect.poll(width).toBe(580);
  await page.reload();
  await openLesson(page, 'Case 6');
  await page.getByRole('tab', { name: 'Lesson' }).click();
  await expect.poll(width).toBe(340);
  await page.getByRole('tab', { name: 'Outline' }).click();
  await expect.poll(width).toBe(580);
  await separator('Width of the outline').dblclick();
  await expect.poll(width).toBe(680);
});

it('leave the whole graph in sight when the window gets another size', async () => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect.poll(whole).toBe(true);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect.poll(whole).toBe(true);
});

it('leave who looks at a part where they are', async () => {
  const view = () => page.locator('.react-flow__viewport').evaluate(({ style }) => style.transform);
  await page.keyboard.press('Control+0');
  await expect.poll(view).toContain('scale(1)');
  await page.mouse.move(600, 300);
  await page.mouse.wheel(600, 0);
  await expect.poll(whole).toBe(false);
  const before = await view();
  await page.setViewportSize({ width: 1100, height: 700 });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await view()).toBe(before);
});
