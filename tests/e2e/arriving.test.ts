/**
 * Graphs that arrive from elsewhere: dropped on the window as a file or as a picture, or in a link.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { linkTo } from '../../app/share/link';
import { pngWithGraph } from '../../packages/scene';
import { nodeOf, openLesson } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const asset = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const text = asset('assets/lessons/case-6.nabla').toString('utf8');

interface Dropped {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** Lets files hang over an element, or drops them there, as the browser tells a page. */
async function bring(event: 'dragover' | 'drop', selector: string, ...files: Dropped[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const dataTransfer = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of list)
      transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    return transfer;
  }, given);
  await page.dispatchEvent(selector, event, { dataTransfer });
}

const drop = (selector: string, ...files: Dropped[]) => bring('drop', selector, ...files);
const said = async () => {
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  const words = await dialog.innerText();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return words;
};

describe('A file that is dropped', () => {
  it('opens, on the gallery and on the canvas', async () => {
    page = await stage.open();
    await drop('main', { name: 'mine.nabla', bytes: text });
    await nodeOf(page, 'q').waitFor();
    await expect.poll(() => page.title()).toBe('mine.nabla – Nabla');
    await drop('.react-flow__pane', { name: 'case-1.nabla', bytes: asset('assets/lessons/case-1.nabla') });
    await expect.poll(() => nodeOf(page, 'q').count()).toBe(0);
    await expect.poll(() => page.title()).toBe('case-1.nabla – Nabla');
  });

  it('shows where it may be dropped while it hangs over the window', async () => {
    page = await stage.open();
    const veil = page.getByText('Drop a graph, or a picture of one, to open it.');
    await bring('dragover', 'main', { name: 'mine.nabla', bytes: text });
    await veil.waitFor();
    // On to another element of the window: a frame later it is still shown.
    await page.evaluate(() => {
      const relatedTarget = document.querySelector('h1');
      document
        .querySelector('main')!
        .dispatchEvent(new DragEvent('dragleave', { bubbles: true, relatedTarget }));
      return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    });
    expect(await veil.count()).toBe(1);
    await page.dispatchEvent('main', 'dragleave', {});
    await veil.waitFor({ state: 'detached' });
  });

  it('asks about unsaved work first', async () => {
    page = await stage.open();
    await openLesson(page, 'Case 1');
    await nodeOf(page, 'x').locator('header').click();
    await page.keyboard.press('Delete');
    await drop('main', { name: 'mine.nabla', bytes: text });
    expect(await said()).toContain('Save the changes to “Case 1: scalar to scalar”?');
    expect(await nodeOf(page, 'q').count()).toBe(0);
  });

  it('as a picture gives the graph inside, which is saved as a new file', async () => {
    page = await stage.open();
    const png = pngWithGraph(asset('docs/images/case-6-light.png'), text);
    for (const picture of [
      { name: 'slide.svg', bytes: asset('packages/scene/fixtures/case-6.svg') },
      { name: 'slide.png', bytes: png },
    ]) {
      await drop('main', picture);
      await nodeOf(page, 'q').waitFor();
      await expect.poll(() => page.title()).toBe('Case 6: vector to vector to scalar – Nabla');
      await page.getByRole('button', { name: 'Gallery' }).click();
    }
  });

  it.each([
    [
      'slide.png',
      asset('docs/images/case-6-light.png'),
      'this PNG holds no graph: expected a picture that was exported by Nabla, as it was saved then.',
    ],
    [
      'logo.svg',
      asset('assets/icon.svg'),
      'this SVG holds no graph: expected a picture that was exported by Nabla, as it was saved then.',
    ],
    [
      'notes.pdf',
      '%PDF',
      'notes.pdf is neither a graph (.nabla) nor a picture with a graph inside (.svg, .png).',
    ],
    ['broken.nabla', '{', 'broken.nabla cannot be opened'],
  ])('%s is refused with a sentence, and what is open stays', async (name, bytes, sentence) => {
    page = await stage.open();
    await openLesson(page, 'Case 6');
    await drop('main', { name, bytes });
    expect(await said()).toContain(sentence);
    expect(await nodeOf(page, 'q').count()).toBe(1);
  });

  it('is saved over where the browser gives its handle, and is among the recent ones', async () => {
    page = await stage.open();
    await openLesson(page, 'Case 1');
    // A file of the browser's own disk stands for one of the user's: nothing else can be dropped without a hand.
    await page.evaluate(async (text) => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle('mine.nabla', { create: true });
      const stream = await handle.createWritable();
      await stream.write(text);
      await stream.close();
      Object.assign(DataTransferItem.prototype, { getAsFileSystemHandle: async () => handle });
    }, text);
    await drop('main', { name: 'mine.nabla', bytes: text });
    await nodeOf(page, 'q').waitFor();
    await nodeOf(page, 'q').locator('header').click();
    await page.keyboard.press('Delete');
    await expect.poll(() => page.title()).toBe('• mine.nabla – Nabla');
    await page.keyboard.press('Control+s');
    await expect.poll(() => page.title()).toBe('mine.nabla – Nabla');
    const saved = await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      return (await (await folder.getFileHandle('mine.nabla')).getFile()).text();
    });
    expect(saved).not.toBe(text);
    expect(saved).not.toContain('"q"');
    await page.reload();
    await page.getByRole('button', { name: /mine\.nabla/ }).waitFor();
  });

  it('beside another one is refused', async () => {
    page = await stage.open();
    await drop('main', { name: 'a.nabla', bytes: text }, { name: 'b.nabla', bytes: text });
    expect(await said()).toContain('Drop one file at a time.');
  });
});

describe('A link', () => {
  const runCommand = async (name: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  };
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  it('is copied, says how long it is, and opens the same graph as unsaved work after a look', async () => {
    page = await stage.open();
    await openLesson(page, 'Case 6');
    await runCommand('Copy a link');
    await expect
      .poll(() => page.getByRole('alert').innerText())
      .toMatch(/^The link is copied\. It holds the graph as it is now, in 2,\d{3} characters\.$/);
    const link = await copied();
    expect(link).toBe(linkTo(text, stage.url));

    const other = await page.context().newPage();
    await other.goto(link);
    const dialog = other.getByRole('alertdialog', {
      name: 'Open “Case 6: vector to vector to scalar” from the link?',
    });
    expect(await dialog.innerText()).toContain('It is a graph of 4 nodes.');
    expect(other.url()).toBe(stage.url);
    expect(await other.getByRole('main', { name: 'Graph' }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Open' }).click();
    await nodeOf(other, 'q').waitFor();
    await expect.poll(() => other.title()).toBe('• Case 6: vector to vector to scalar – Nabla');
  });

  it('followed in an open page says what it would replace', async () => {
    page = await stage.open();
    await openLesson(page, 'Case 1');
    const follow = () => page.evaluate((url) => location.assign(url), linkTo(text, stage.url));
    await follow();
    expect(await said()).toContain('It takes the place of “Case 1: scalar to scalar”.');
    await nodeOf(page, 'x').locator('header').click();
    await page.keyboard.press('Delete');
    await follow();
    expect(await said()).toContain(
      'It takes the place of “Case 1: scalar to scalar”, which you will be asked to save.',
    );
    expect(await nodeOf(page, 'q').count()).toBe(0);
    expect(page.url()).toBe(stage.url);
  });

  it.each([
    [
      'cut off',
      linkTo(text, '').slice(0, -9),
      'The link is damaged or was cut off: ask for it once more, or for the file.',
    ],
    [
      'too large',
      linkTo(' '.repeat((1 << 24) + 1), ''),
      'The link holds more than 16 MiB, which no graph that the editor opens has.',
    ],
    ['no graph', linkTo('{}', ''), 'The graph in the link cannot be opened'],
  ])('that is %s is refused with a sentence', async (_, hash, sentence) => {
    page = await stage.open();
    await page.goto(stage.url + hash);
    expect(await said()).toContain(sentence);
    expect(page.url()).toBe(stage.url);
  });

  it('is not made of a graph that is too long for one', async () => {
    page = await stage.open();
    const value = Array.from({ length: 4000 }, (_, i) => Math.sin(i));
    const nodes = [{ id: 'x', op: 'variable', value, position: [0, 0] }];
    await drop('main', { name: 'long.nabla', bytes: JSON.stringify({ format: 'nabla', version: 1, nodes }) });
    await nodeOf(page, 'x').waitFor();
    await runCommand('Copy a link');
    await expect
      .poll(() => page.getByRole('alert').innerText())
      .toMatch(
        /^The link would have \d\d,\d{3} characters, more than 30,000: save the graph and send the file\.$/,
      );
  });
});
