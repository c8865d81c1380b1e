/**
 * Pictures from the editor: they look as they were previewed, hold their graph, and open again as it.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { main } from '../../packages/cli/main';
import { graphInPicture, graphInPng } from '../../packages/scene';
import { nodeOf, openLesson } from './page';
import { stageFor } from './stage';

const CASE_6 = fileURLToPath(new URL('../../assets/lessons/case-6.nabla', import.meta.url));

let page: Page;
const stage = stageFor(() => page);

/** A page with a lesson open, where saving is a download, which a test can read. */
async function lesson(title: string, options = {}): Promise<void> {
  page = await stage.open(options);
  page.setDefaultTimeout(5000);
  await page.evaluate(() => {
    const create = URL.createObjectURL;
    // The page may not connect to its own blobs: what is shown is kept for the test.
    const blobs = new Map<string, Blob | MediaSource>();
    const createObjectURL = (blob: Blob | MediaSource) => {
      const url = create.call(URL, blob);
      blobs.set(url, blob);
      return url;
    };
    Object.assign(URL, { createObjectURL });
    Object.assign(window, { blobs, showOpenFilePicker: undefined, showSaveFilePicker: undefined });
  });
  await openLesson(page, title);
}

const dialog = () => page.getByRole('dialog', { name: 'Export a picture' });
const button = (name: string) => dialog().getByRole('button', { name, exact: true });

async function exporting(): Promise<void> {
  await page.keyboard.press('Control+Shift+E');
  await dialog().waitFor();
}

async function saved(): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button('Save').click()]);
  await dialog().waitFor({ state: 'detached' });
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** What the dialog shows of the picture it is about to save. */
const previewed = () =>
  dialog()
    .getByRole('img', { name: 'Preview of the picture' })
    .evaluate((image: HTMLImageElement) =>
      (globalThis as unknown as { blobs: Map<string, Blob> }).blobs.get(image.src)?.text(),
    );

async function open(name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open…' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** The picture of case 6 that `nabla export` prints. */
async function fromTerminal(...args: string[]): Promise<string> {
  const out: string[] = [];
  const err: string[] = [];
  await main(['export', CASE_6, '--to', 'svg', ...args], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    bytes: () => {},
  });
  expect(err).toEqual([]);
  return `${out.join('\n')}\n`;
}

describe('An SVG', () => {
  it('is what the terminal makes of the same file, in text and in outlines, under a name made of the title', async () => {
    await lesson('Case 6');
    await exporting();
    const asText = await saved();
    expect(asText.name).toBe('case-6-vector-to-vector-to-scalar.svg');
    expect(asText.bytes.toString()).toBe(await fromTerminal());
    expect(await page.getByRole('alert').innerText()).toBe('case-6-vector-to-vector-to-scalar.svg is saved.');
    await exporting();
    await button('dark').click();
    await button('Gradient rows').click();
    await button('outlines').click();
    const inOutlines = await saved();
    expect(inOutlines.bytes.toString()).toBe(
      await fromTerminal('--theme', 'dark', '--show', 'gradients', '--text', 'outlines'),
    );
  });

  it('is previewed as the very file, in the colours and with the numbers of the screen at first', async () => {
    await lesson('Case 6', { colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Values', exact: true }).click();
    await exporting();
    expect(await previewed()).toBe(await fromTerminal('--theme', 'dark', '--show', 'values'));
    await button('transparent').click();
    const shown = await previewed();
    expect(shown).toBe(await fromTerminal('--theme', 'transparent', '--show', 'values'));
    expect((await saved()).bytes.toString()).toBe(shown);
  });

  it('of the selection has its numbers of the whole graph, and holds the selection alone', async () => {
    await lesson('Case 6');
    await exporting();
    await expect.poll(() => dialog().getByRole('checkbox').isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await nodeOf(page, 'x').locator('header').click();
    await nodeOf(page, 'q')
      .locator('header')
      .click({ modifiers: ['Shift'] });
    await exporting();
    await dialog().getByRole('checkbox', { name: 'Only the selected nodes' }).check();
    const svg = (await saved()).bytes.toString();
    expect([...svg.matchAll(/data-(?:node|edge)="([\w.]+)"/g)].map(([, id]) => id)).toEqual([
      'q.x',
      'x',
      'q',
    ]);
    expect(svg).toMatch(/data-node="q">.*>0\.22</);
    const { nodes } = JSON.parse(graphInPicture(svg)!);
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual(['x', 'q']);
    expect(nodes[1].inputs).toEqual({ x: 'x' });
  });

  it('is copied as its text', async () => {
    await lesson('Case 6');
    await exporting();
    await button('Copy').click();
    await expect.poll(() => dialog().getByRole('status').innerText()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await fromTerminal());
  });
});

describe('A PNG', () => {
  it('has the pixels it says and the graph inside', async () => {
    await lesson('Case 6');
    await exporting();
    await button('PNG').click();
    await button('3').click();
    const told = (await dialog()
      .getByText(/pixels$/)
      .innerText())!;
    const { name, bytes } = await saved();
    expect(name).toBe('case-6-vector-to-vector-to-scalar.png');
    expect(told).toBe(
      `${bytes.readUInt32BE(16).toLocaleString('en')} × ${bytes.readUInt32BE(20).toLocaleString('en')} pixels`,
    );
    expect(graphInPng(bytes)).toBe(readFileSync(CASE_6, 'utf8'));
  });

  it('is as large as its scale says, and its corners are what the paper is', async () => {
    await lesson('Case 6');
    for (const [paper, corner] of [
      ['dark', [0x11, 0x14, 0x1b, 255]],
      ['transparent', [0, 0, 0, 0]],
    ] as const) {
      await exporting();
      await button('PNG').click();
      await button(paper).click();
      const { bytes } = await saved();
      const pixel = await page.evaluate(
        async (data) => {
          const image = await createImageBitmap(new Blob([Uint8Array.from(data)], { type: 'image/png' }));
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
          context.drawImage(image, 0, 0);
          return [...context.getImageData(0, 0, 1, 1).data];
        },
        [...bytes],
      );
      expect(pixel).toEqual(corner);
    }
  });

  it('is copied as a picture', async () => {
    await lesson('Case 6');
    await exporting();
    await button('PNG').click();
    await button('Copy').click();
    await expect.poll(() => dialog().getByRole('status').innerText()).toBe('Copied');
    const types = await page.evaluate(async () => (await navigator.clipboard.read())[0].types);
    expect(types).toEqual(['image/png']);
  });

  it('of more pixels than there is room for is refused with a way out', async () => {
    await lesson('Case 6');
    const nodes = [
      { id: 'x', op: 'variable', value: 1, position: [0, 0] },
      { id: 'y', op: 'variable', value: 1, position: [8000, 8000] },
    ];
    await open('far.nabla', Buffer.from(JSON.stringify({ format: 'nabla', version: 1, nodes })));
    await nodeOf(page, 'y').waitFor();
    await exporting();
    await button('PNG').click();
    await dialog()
      .getByText('16,376 × 16,228 pixels are more than there is room for: choose fewer, or SVG.')
      .waitFor();
    expect(await button('Save').isDisabled()).toBe(true);
    await button('1').click();
    await expect.poll(() => button('Save').isDisabled()).toBe(false);
  });
});

describe('A picture that is opened', () => {
  it.each(['SVG', 'PNG'])('as %s is its graph, which is saved elsewhere', async (format) => {
    await lesson('Case 6');
    await exporting();
    await button(format).click();
    const { name, bytes } = await saved();
    await page.getByRole('button', { name: 'Gallery' }).click();
    await openLesson(page, 'Case 1');
    await open(name, bytes);
    await nodeOf(page, 'W').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
    expect(download.suggestedFilename()).toBe('case-6-vector-to-vector-to-scalar.nabla');
    expect(readFileSync(await download.path(), 'utf8')).toBe(readFileSync(CASE_6, 'utf8'));
    // It is remembered, with its pixels.
    await page.getByRole('button', { name: 'Gallery' }).click();
    await openLesson(page, 'Case 1');
    await page.getByRole('button', { name: 'Gallery' }).click();
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await nodeOf(page, 'W').waitFor();
  });

  it.each([
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'SVG'],
    ['photo.png', '\u0089PNG\r\n\u001a\n', 'PNG'],
  ])('without a graph is refused: %s', async (name, contents, kind) => {
    await lesson('Case 1');
    await open(name, Buffer.from(contents, 'latin1'));
    const refusal = page.getByRole('alertdialog', { name: `${name} cannot be opened` });
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain(
      `this ${kind} holds no graph: expected a picture that was exported by Nabla, as it was saved then.`,
    );
  });

  it('is a graph in the terminal too', async () => {
    await lesson('Case 6');
    await exporting();
    const { bytes } = await saved();
    const path = join(mkdtempSync(join(tmpdir(), 'nabla-picture-')), 'case-6.svg');
    writeFileSync(path, bytes);
    const out: string[] = [];
    const nobody = () => {};
    expect(
      await main(['validate', path], { out: (line) => out.push(line), err: nobody, bytes: nobody }),
    ).toBe(0);
    expect(out).toEqual([`${path}: fine`]);
  });
});

it.each(['light', 'dark'] as const)('In %s, axe finds nothing in the dialog', async (colorScheme) => {
  await lesson('Case 6', { colorScheme });
  await page.evaluate(axe.source);
  await exporting();
  const faults = async () => {
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run('[role="dialog"]'),
    );
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  };
  expect(await faults()).toEqual([]);
  await button('PNG').click();
  expect(await faults()).toEqual([]);
});

describe('LaTeX', () => {
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  async function command(words: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill(words);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('alert').innerText()).toBe('Copied as LaTeX.');
  }

  it('is copied of a node and of a wire, by command and beside the numbers', async () => {
    await lesson('Case 6');
    await nodeOf(page, 'q').locator('header').click();
    await command('Copy the value as LaTeX');
    expect(await clipboard()).toBe('q = \\begin{bmatrix} 0.22 \\\\ 0.26 \\end{bmatrix}');
    await command('Copy the Jacobian as LaTeX');
    expect(await clipboard()).toMatch(/^\\begin\{aligned\}\n/);
    await page.getByRole('complementary').getByRole('button', { name: 'LaTeX' }).last().click();
    await expect
      .poll(clipboard)
      .toBe('\\dfrac{\\partial {z}}{\\partial {q}} = \\begin{bmatrix} 0.44 & 0.52 \\end{bmatrix}');
    await page.keyboard.press('Control+Comma');
    await page.getByLabel('Decimal comma').check();
    await page.keyboard.press('Escape');
    await command('Copy the value as LaTeX');
    expect(await clipboard()).toBe('q = \\begin{bmatrix} 0{,}22 \\\\ 0{,}26 \\end{bmatrix}');
    await page.keyboard.press('Control+Comma');
    await page.getByLabel('Decimal comma').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'x → q.x' }).click();
    await command('Copy the gradient as LaTeX');
    expect(await clipboard()).toBe(
      '\\dfrac{\\partial {z}}{\\partial {q}}\\,\\dfrac{\\partial {q}}{\\partial {x}} = \\begin{bmatrix} -0.112 & 0.636 \\end{bmatrix}',
    );
  });
});
