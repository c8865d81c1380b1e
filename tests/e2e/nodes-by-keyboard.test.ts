/**
 * Nodes without a mouse: any of them are gathered, what is selected is told, copies lie over nothing, and the focus is never lost.
 */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { nodeOf, openLesson, openText, savedText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

async function open(): Promise<void> {
  page = await stage.open();
  await openLesson(page, 'Case 6');
}

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

const focusedNode = () =>
  page.evaluate(() => document.activeElement?.getAttribute('data-node') ?? document.activeElement?.tagName);

/** The nodes that are told to be selected. */
const told = () =>
  page
    .locator('[data-node][aria-description="selected"]')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-node')));

async function places(): Promise<Record<string, unknown>> {
  await page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
  const { nodes } = JSON.parse(await savedText(page));
  return Object.fromEntries(
    nodes.map(({ id, position }: { id: string; position: unknown }) => [id, position]),
  );
}

it('gathers any two nodes with Space and the arrows, and moves none', async () => {
  await open();
  const before = await places();
  await nodeOf(page, 'W').focus();
  await press('Space');
  expect(await told()).toEqual(['W']);
  await press('ArrowRight');
  await expect.poll(focusedNode).toBe('x');
  await press('ArrowRight');
  await expect.poll(focusedNode).toBe('q');
  await press('ArrowRight');
  await expect.poll(focusedNode).toBe('z');
  await press('Space');
  expect((await told()).sort()).toEqual(['W', 'z']);
  await press('ArrowLeft');
  await expect.poll(focusedNode).toBe('q');
  expect(await places()).toEqual(before);
});

it('nudges by the arrows what was selected by Enter', async () => {
  await open();
  const { q: before } = (await places()) as { q: [number, number] };
  await nodeOf(page, 'q').focus();
  await press('Enter', 'ArrowRight');
  const { q: after } = (await places()) as { q: [number, number] };
  expect(await focusedNode()).toBe('q');
  expect(after[0]).toBeGreaterThan(before[0]);
});

it('goes on at the nearest node when one is deleted', async () => {
  await open();
  await nodeOf(page, 'z').focus();
  await press('Enter', 'Delete');
  await expect.poll(focusedNode).toBe('q');
  expect(await told()).toEqual([]);
});

it('puts a copy where it covers nothing', async () => {
  await open();
  await nodeOf(page, 'W').focus();
  await press('Enter', 'Control+d');
  await expect.poll(focusedNode).toBe('W1');
  const [copy, ...others] = await Promise.all(['W1', 'W', 'x'].map((id) => nodeOf(page, id).boundingBox()));
  for (const other of others) expect(copy!.y).toBeGreaterThan(other!.y + other!.height);
});

it('passes over the fields of nodes that are not selected', async () => {
  await open();
  await nodeOf(page, 'x').focus();
  await press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-node]'))).toBeNull();
  await nodeOf(page, 'x').focus();
  await press('Enter', 'Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'x, component 1',
  );
});

it('goes on to what would make a wire fit', async () => {
  page = await stage.open();
  const nodes = [
    { id: 'x', op: 'variable', value: [1, 2, 4], position: [0, 0] },
    {
      id: 'A',
      op: 'variable',
      value: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      position: [0, 300],
    },
    { id: 'y', op: 'dot', inputs: { a: 'x', b: 'x' }, position: [500, 100] },
  ];
  await openText(page, JSON.stringify({ format: 'nabla', version: 1, nodes, target: null }));
  await nodeOf(page, 'A').focus();
  await press('Enter', 'c');
  const told = () => page.locator('[data-announcer]').innerText();
  await expect.poll(told).toMatch(/^A to y\.[ab] through row, 1 of \d$/);
  expect(await page.getByText('A → y.a through row').count()).toBe(1);
  await press('Enter');
  // The first row of A with x: 1 + 4 + 12.
  await expect.poll(() => nodeOf(page, 'y').innerText()).toContain('17');
});

it('wires what fits first, then through a function in between', async () => {
  page = await stage.open();
  const matrix = (id: string, value: number[][], y: number) => ({
    id,
    op: 'variable',
    value,
    position: [0, y],
  });
  const tall = [[1], [2], [3]];
  const nodes = [
    matrix('A', [[1, 2, 3]], 0),
    matrix('B', tall, 200),
    { id: 'C', op: 'matmul', inputs: { A: 'A', B: 'B' }, position: [400, 0] },
    { id: 'S', op: 'sin', position: [400, 200] },
  ];
  await openText(page, JSON.stringify({ format: 'nabla', version: 1, nodes, target: null }));
  await nodeOf(page, 'B').focus();
  await press('Enter', 'c');
  const told = () => page.locator('[data-announcer]').innerText();
  await expect.poll(told).toMatch(/^B to S\.x, 1 of/);
  const seen = [await told()];
  for (let k = 0; k < 8 && !/transpose/.test(seen.at(-1)!); k++) {
    await press('ArrowDown');
    seen.push(await told());
  }
  expect(seen.at(-1)).toMatch(/^B to C\.A through transpose/);
  await press('Enter');
  // Bᵀ B = 1 + 4 + 9.
  await expect.poll(() => nodeOf(page, 'C').innerText()).toContain('14');
});
