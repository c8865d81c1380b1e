/**
 * Reading at any size: from all numbers to colours, sizes and strokes, by zoom and by size.
 */
import type { Page } from 'playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDocument, type GraphNode, writeText } from '../../packages/document';
import { openLesson, openText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);
beforeEach(async () => {
  page = await stage.open();
});

async function command(name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(name);
  await page.keyboard.press('Enter');
}

const label = (wire: string) => page.locator(`[data-wire="${wire}"]`);

/** x → W x → tanh → ‖·‖ with vectors of 12 and 10. */
const wide = (): string => {
  const nodes: GraphNode[] = [
    {
      id: 'x',
      op: 'variable',
      value: Array.from({ length: 12 }, (_, i) => i / 4),
      position: [0, 0],
      rank: 0,
    },
    {
      id: 'W',
      op: 'parameter',
      value: Array.from({ length: 10 }, (_, i) => Array.from({ length: 12 }, (_, j) => (i - j) / 20)),
      position: [0, 260],
      rank: 1,
    },
    { id: 'a', op: 'matvec', inputs: { A: 'W', x: 'x' }, position: [480, 100], rank: 2 },
    { id: 'h', op: 'tanh', inputs: { x: 'a' }, position: [960, 100], rank: 3 },
    { id: 'z', op: 'norm', inputs: { x: 'h' }, position: [1440, 100], rank: 4 },
  ];
  return writeText({ ...emptyDocument, nodes: new Map(nodes.map((node) => [node.id, node])), target: 'z' });
};

/** The colours of a canvas, without what was never painted. */
const colorsOf = (selector: string) =>
  page.locator(selector).evaluate((canvas: HTMLCanvasElement) => {
    // A canvas that is read from is slow to paint, and Chromium says so: a copy is read.
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    const colors = new Set<string>();
    for (let k = 0; k < data.length; k += 4)
      if (data[k + 3] === 255) colors.add([data[k], data[k + 1], data[k + 2]].join(' '));
    return [...colors];
  });

const LARGEST = '217 95 2';
const LEAST = '0 84 166';

describe('By size', () => {
  beforeEach(() => openText(page, wide()));

  it('A long vector shows its ends and its norm, a large matrix its colours', async () => {
    const x = page.locator('[data-node="x"]');
    await expect.poll(() => x.textContent()).toContain('⋮ 12×1');
    expect(await x.textContent()).toMatch(/2\.75\s+‖·‖ 5\.624/);
    await expect.poll(() => label('a.x').textContent()).toBe('10×12');
    expect(await colorsOf('[data-wire="a.x"] canvas')).toContain(LEAST);
    // A diagonal: zeros, and slopes of tanh between 0 and 1.
    const diagonal = await colorsOf('[data-wire="h.x"] canvas');
    expect(diagonal).toContain('255 255 255');
    expect(diagonal).toContain(LARGEST);
  });

  it('The theme has its own colours, at once', async () => {
    await page.keyboard.press('Alt+Shift+D');
    await expect.poll(() => colorsOf('[data-wire="h.x"] canvas')).toContain('255 160 66');
  });

  it('An entry of a heat map that is pointed at is told in full', async () => {
    const box = (await page.locator('[data-wire="a.x"] canvas').boundingBox())!;
    await page.mouse.move(box.x + (box.width * 1.5) / 12, box.y + (box.height * 2.5) / 10);
    // Row 3, column 2 of W.
    await expect.poll(() => page.getByText('= 0.05', { exact: true }).count()).toBe(1);
  });
});

describe('By zoom', () => {
  beforeEach(() => openLesson(page, 'Case 6'));
  it('Numbers, then colours, then sizes, then strokes', async () => {
    await expect.poll(() => label('q.x').textContent()).toContain('0.1');
    const levels: string[] = [];
    for (let k = 0; k < 24; k++) {
      await page.keyboard.press('Control+Minus');
      const level = (await page.locator('[data-detail]').first().getAttribute('data-detail'))!;
      if (levels.at(-1) !== level) levels.push(level);
      if (level === 'heat') await expect.poll(() => colorsOf('canvas')).toContain(LARGEST);
      if (level === 'sizes') expect(await label('q.x').textContent()).toBe('2×2');
    }
    expect(levels).toEqual(['numbers', 'heat', 'sizes', 'strokes']);
    expect(await label('q.x').count()).toBe(0);
  });
});

it('A wire that is selected is thicker than it was, also from afar', async () => {
  await openLesson(page, 'Case 6');
  const thickness = () =>
    page
      .locator('.react-flow__edge[data-id="q.x"] .react-flow__edge-path')
      .evaluate((line) => Number.parseFloat(getComputedStyle(line).strokeWidth));
  const detail = () => page.locator('[data-detail]').first().getAttribute('data-detail');
  for (const level of ['numbers', 'heat', 'sizes', 'strokes']) {
    while ((await detail()) !== level) await page.keyboard.press('Control+Minus');
    const before = await thickness();
    await page.evaluate(() => {
      const [line] = document.querySelectorAll(
        '.react-flow__edge[data-id="q.x"] .react-flow__edge-interaction',
      );
      line.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    await expect.poll(thickness).toBeGreaterThan(before);
    await page.keyboard.press('Escape');
    await expect.poll(thickness).toBe(before);
  }
});

it('Symbols, numbers, or both stand on the edges', async () => {
  await openLesson(page, 'Case 6');
  await command('Symbols on edges');
  await expect.poll(() => label('q.x').textContent()).toContain('∂');
  expect(await label('q.x').textContent()).not.toContain('0.8');
  await command('Symbols and numbers on edges');
  await expect.poll(() => label('q.x').textContent()).toContain('0.8');
  expect(await label('q.x').textContent()).toContain('∂');
  await command('Numbers on edges');
  await expect.poll(() => label('q.x').textContent()).not.toContain('∂');
});
