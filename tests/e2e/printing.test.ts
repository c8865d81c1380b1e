/**
 * On paper: the title, the text and the picture of the graph, on one page; none of the panels.
 */
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { openLesson } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

interface Paper {
  readonly pages: number;
  /** Width and height. */
  readonly size: readonly number[];
  readonly images: number;
  readonly text: string;
}

/** What a PDF of Chromium says. Its text is numbers of glyphs; a table for each font tells the characters. */
function read(pdf: Buffer): Paper {
  const source = pdf.toString('latin1');
  const streams = [...source.matchAll(/\/FlateDecode.*?stream\r?\n/gs)].flatMap(
    ({ index, 0: { length } }) => {
      const start = index + length;
      try {
        return [inflateSync(pdf.subarray(start)).toString('latin1')];
      } catch {
        return [];
      }
    },
  );
  const tables = streams.filter((stream) => stream.includes('begincmap')).map(charactersOf);
  const glyphs = streams
    .filter((stream) => / Tf\b/.test(stream))
    .flatMap((stream) => stream.split('\nBT\n').map(glyphsOf));
  // Which of the tables belongs to a text is not looked up: each of them has a try.
  const texts = tables.map((table) =>
    glyphs.map((line) => line.map((glyph) => table.get(glyph) ?? '?').join('')),
  );
  const [, width, height] = source.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/)!.map(Number);
  return {
    pages: source.match(/\/Type\s*\/Page\b/g)!.length,
    size: [width, height],
    images: (source.match(/\/Subtype\s*\/Image/g) ?? []).length,
    text: texts.flat().join('\n'),
  };
}

/** A piece of text, which may be set in parts. */
const glyphsOf = (block: string) =>
  [...block.matchAll(/<([0-9A-F]+)> Tj/g)].flatMap(([, hex]) => hex.match(/.{4}/g)!);

function charactersOf(table: string): ReadonlyMap<string, string> {
  const characters = new Map<string, string>();
  const number = (hex: string) => Number.parseInt(hex, 16);
  const glyph = (code: number) => code.toString(16).toUpperCase().padStart(4, '0');
  for (const [, from, to] of table.matchAll(/^<(\w{4})> <(\w{4})>$/gm))
    characters.set(from, String.fromCharCode(number(to)));
  for (const [, first, last, to] of table.matchAll(/^<(\w{4})> <(\w{4})> <(\w{4})>$/gm))
    for (let code = number(first); code <= number(last); code++)
      characters.set(glyph(code), String.fromCharCode(number(to) + code - number(first)));
  return characters;
}

async function printed(title: string, options = {}): Promise<Paper> {
  page = await stage.open(options);
  await openLesson(page, title);
  return read(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

it.each(['light', 'dark'] as const)(
  'A wide graph comes onto one wide page, with its title, its text and its numbers as text (screen: %s)',
  async (colorScheme) => {
    const { pages, size, images, text } = await printed('Case 6', { colorScheme });
    expect({ pages, images }).toEqual({ pages: 1, images: 0 });
    expect(size[0]).toBeGreaterThan(size[1]);
    expect(text).toContain('Case 6: vector to vector to scalar');
    expect(text).toContain('Backpropagation pulls the row');
    for (const said of ['matvec', 'squared_norm', '0.636', '−0.3']) expect(text).toContain(said);
    for (const panel of ['Local Jacobians', 'Differentiate', 'Introduction'])
      expect(text).not.toContain(panel);
  },
);

it('The paper is gone from the page afterwards', async () => {
  await printed('Case 6');
  expect(await page.evaluate(() => document.body.firstElementChild?.id)).toBe('root');
});

it('What is printed is what the edges show now', async () => {
  page = await stage.open();
  await openLesson(page, 'Case 6');
  expect(read(await page.pdf()).text).toContain('0.44');
  await page.getByRole('button', { name: 'Differentials' }).click();
  expect(read(await page.pdf()).text).toContain('0.0524');
});

it('Ctrl+P asks the browser to print', async () => {
  page = await stage.open();
  await openLesson(page, 'Case 6');
  await page.evaluate(() =>
    Object.assign(window, { asked: 0, print: () => Object.assign(window, { asked: 1 }) }),
  );
  await page.keyboard.press('Control+p');
  expect(await page.evaluate(() => (globalThis as unknown as { asked: number }).asked)).toBe(1);
});
