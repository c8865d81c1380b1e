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

it('offers what would make a wire fit when no operand takes it', async () => {
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
  const alert = page.getByRole('alert');
  await expect.poll(() => alert.innerText()).toContain('A fits no operand of this graph.');
  const offers = await alert.getByRole('button').allInnerTexts();
  expect(offers).toContain('To y.a through row');
  await alert.getByRole('button', { name: 'To y.a through row' }).press('Enter');
  // The first row of A with x: 1 + 4 + 12.
  await expect.poll(() => nodeOf(page, 'y').innerText()).toContain('17');
});
