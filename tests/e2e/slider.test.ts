/**
 * Under a slider numbers are drawn on one canvas, where the elements have them; at rest the elements hold them.
 */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { jacobianOf, nodeOf, openLesson } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

/** Moves the first slider back and forth until it is told to stop. */
const startSliding = () =>
  page.evaluate(() => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"]')!;
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    let k = 0;
    const timer = setInterval(() => {
      set!.call(slider, ['0.3', '0.35'][k++ % 2]);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }, 40);
    Object.assign(window, { stopSliding: () => clearInterval(timer) });
  });

const stopSliding = () => page.evaluate('stopSliding()');

const drawn = () => page.locator('.react-flow [data-sketched]');

/** For every element that is drawn over: its text, and the room of its ink on the canvas beside the room of the element. */
const inks = () =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.react-flow > canvas')!;
    const frame = canvas.getBoundingClientRect();
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    return [...document.querySelectorAll<HTMLElement>('.react-flow [data-sketched]')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const scale = devicePixelRatio;
      const [x, y] = [(left - frame.left) * scale, (top - frame.top) * scale].map(Math.round);
      const [w, h] = [width * scale, height * scale].map(Math.round);
      const { data } = context.getImageData(x, y, w, h);
      const inked = Array.from({ length: w * h }, (_, k) => k).filter((k) => data[4 * k + 3] > 60);
      const columns = inked.map((k) => k % w);
      const rows = inked.map((k) => Math.floor(k / w));
      return {
        name: element.closest<HTMLElement>('[data-wire], [data-node]')!.ariaLabel,
        hidden: getComputedStyle(element).webkitTextFillColor,
        left: Math.min(...columns),
        right: w - 1 - Math.max(...columns),
        top: Math.min(...rows),
        bottom: h - 1 - Math.max(...rows),
      };
    });
  });

async function open(): Promise<void> {
  page = await stage.open();
  await openLesson(page, 'Case 6');
  await nodeOf(page, 'x').locator('header').click();
}

it('draws every number within its element, which hides its own', async () => {
  await open();
  await startSliding();
  // Two fields of x and four of W, the column q, the number z, three labels, four gradients.
  let found: Awaited<ReturnType<typeof inks>> = [];
  const count = async () => {
    found = await inks();
    return found.length;
  };
  await expect.poll(count).toBe(15);
  for (const { name, hidden, ...room } of found) {
    expect(hidden, name!).toBe('rgba(0, 0, 0, 0)');
    for (const [side, pixels] of Object.entries(room)) {
      expect(pixels, `${name}: ${side}`).toBeGreaterThan(0);
      expect(pixels, `${name}: ${side}`).toBeLessThan(40);
    }
  }
  await stopSliding();
});

it('leaves nothing on the canvas at rest, and the last numbers in the elements', async () => {
  await open();
  await startSliding();
  await expect.poll(() => drawn().count()).toBe(15);
  await stopSliding();
  await expect.poll(() => drawn().count()).toBe(0);
  expect(
    await page.locator('.react-flow > canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width),
  ).toBe(0);
  const x = Number(await page.getByRole('slider').first().inputValue());
  const field = nodeOf(page, 'x').getByRole('textbox').first();
  await expect.poll(() => field.inputValue()).toBe(String(x));
  // q = Wx with W = [.1 .5; −.3 .8] and x2 = .4.
  const q = [0.1 * x + 0.2, -0.3 * x + 0.32].map((a) => String(Number(a.toPrecision(4))));
  await expect.poll(async () => (await nodeOf(page, 'q').textContent())!).toContain(q[0]);
  expect((await nodeOf(page, 'q').textContent())!).toContain(q[1]);
});

it('writes a single change into the elements at once', async () => {
  await open();
  const before = await jacobianOf(page, 'z', 'q').textContent();
  await page.getByRole('slider').first().press('ArrowRight');
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect(await drawn().count()).toBe(0);
  expect(await jacobianOf(page, 'z', 'q').textContent()).not.toBe(before);
});

it('draws at the new places when the view moves under it', async () => {
  await open();
  await startSliding();
  await expect.poll(() => drawn().count()).toBe(15);
  await page.keyboard.press('Control+0');
  const within = async () =>
    (await inks()).filter(({ left, right, top, bottom }) => Math.min(left, right, top, bottom) > 0).length;
  await expect.poll(within).toBe(15);
  await stopSliding();
});

it('writes into the elements where colours are forced', async () => {
  page = await stage.open({ forcedColors: 'active' });
  await openLesson(page, 'Case 6');
  await nodeOf(page, 'x').locator('header').click();
  const before = await jacobianOf(page, 'z', 'q').textContent();
  await startSliding();
  await expect.poll(() => jacobianOf(page, 'z', 'q').textContent()).not.toBe(before);
  expect(await drawn().count()).toBe(0);
  await stopSliding();
});

it('leaves room for the whole product of the chain rule beside the sliders', async () => {
  await open();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const hidden = await inspector.evaluate((panel) => panel.scrollWidth - panel.clientWidth);
  expect(hidden).toBe(0);
});
