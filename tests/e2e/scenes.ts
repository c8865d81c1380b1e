/**
 * Ways to stand before Nabla: every screen, panel and dialog, reached from the first screen.
 */
import type { Page } from 'playwright';
import { linkTo } from '../../app/share/link';
import { jacobianOf, nodeOf, openLesson, openText } from './page';

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** By the list of all commands. */
export async function command(page: Page, label: string): Promise<void> {
  await press(page, 'Control+k');
  await page.getByRole('dialog', { name: 'All commands…' }).getByRole('combobox').fill(label);
  await press(page, 'Enter');
}

async function emptyGraph(page: Page): Promise<void> {
  await press(page, 'Control+n');
  await page.getByRole('main', { name: 'Graph' }).waitFor();
}

const case6 = (page: Page) => openLesson(page, 'Case 6');

async function chosen(page: Page, id: string): Promise<void> {
  await case6(page);
  await nodeOf(page, id).locator('header').click();
}

async function inFront(page: Page, keys: string, name: string): Promise<void> {
  await chosen(page, 'q');
  await press(page, keys);
  await page.getByRole('dialog', { name }).waitFor();
}

/** z = u² b with u = log x at −1: NaN from u on. */
export const NOT_FINITE = JSON.stringify({
  format: 'nabla',
  version: 1,
  nodes: [
    { id: 'x', op: 'variable', value: -1, position: [0, 0] },
    { id: 'b', op: 'variable', value: 2, position: [0, 200] },
    { id: 'u', op: 'log', inputs: { x: 'x' }, position: [300, 0] },
    { id: 's', op: 'square', inputs: { x: 'u' }, position: [600, 0] },
    { id: 'k', op: 'exp', inputs: { x: 'b' }, position: [600, 300] },
    { id: 'z', op: 'multiply', inputs: { a: 's', b: 'b' }, position: [900, 100] },
  ],
  target: 'z',
});

export const SCENES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the first screen': async () => undefined,
  'an empty editor': emptyGraph,
  'case 6': case6,
  'a node': (page) => chosen(page, 'q'),
  'a leaf': (page) => chosen(page, 'x'),
  'a wire': async (page) => {
    await case6(page);
    await jacobianOf(page, 'q', 'W').click();
  },
  'a kink': (page) => openLesson(page, 'XOR'),
  'the functions': async (page) => {
    await case6(page);
    await page.getByRole('tab', { name: 'Functions' }).click();
  },
  'the outline': async (page) => {
    await chosen(page, 'x');
    await press(page, 'Alt+o');
    await page.getByRole('table', { name: 'Outline of' }).waitFor();
  },
  'the outline of an empty graph': async (page) => {
    await emptyGraph(page);
    await press(page, 'Alt+o');
    await page.getByText('There are no nodes yet.').waitFor();
  },
  'quick add': (page) => inFront(page, 'Control+ArrowRight', 'Add a node…'),
  'all commands': (page) => inFront(page, 'Control+k', 'All commands…'),
  find: (page) => inFront(page, 'Control+f', 'Find a node…'),
  'the shortcuts': (page) => inFront(page, 'Shift+?', 'Keyboard shortcuts'),
  'the settings': (page) => inFront(page, 'Control+Comma', 'Settings'),
  'the history': async (page) => {
    await chosen(page, 'q');
    await press(page, 'Control+d', 'Control+Alt+h');
    await page.getByRole('dialog', { name: 'History' }).waitFor();
  },
  'a replay': async (page) => {
    await case6(page);
    await press(page, 'F10', 'F10', 'F10');
    await page.getByRole('complementary', { name: 'Replay' }).waitFor();
  },
  'the paths': async (page) => {
    await openLesson(page, 'Calculus on a graph');
    await nodeOf(page, 'b').locator('header').click();
    await press(page, 'p');
    await page.getByRole('complementary', { name: 'Paths' }).waitFor();
  },
  'the differential': async (page) => {
    await openLesson(page, 'Case 3');
    await press(page, 'd');
    await page.getByRole('slider', { name: 'Direction' }).waitFor();
  },
  'the gradient check': async (page) => {
    await case6(page);
    await press(page, 'g');
    await page.getByText('All 7 derivatives agree with differences.').waitFor();
  },
  'the quiz': async (page) => {
    await case6(page);
    await press(page, 'q');
    await page.getByRole('textbox', { name: 'Answer' }).fill('[[0.2, 0], [0.4, 0], [0, 0.2], [0, 0.4]]');
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Hint' }).click();
    await page.getByRole('region', { name: 'Hint' }).waitFor();
  },
  'the layouts': async (page) => {
    await chosen(page, 'W');
    await press(page, 'l');
    await page.getByRole('region', { name: 'PyTorch' }).waitFor();
  },
  'the first culprit': async (page) => {
    await openText(page, NOT_FINITE);
    await press(page, 'n');
    await page.getByRole('region', { name: 'It begins at u' }).waitFor();
  },
  'the product of a chain': async (page) => {
    await chosen(page, 'x');
    await press(page, 'm');
    await page.getByRole('button', { name: 'Move to the left' }).last().click();
    await page.getByRole('group', { name: 'Factor 2 of 2' }).waitFor();
  },
  'a lesson being written': async (page) => {
    await case6(page);
    await press(page, 'Alt+r');
    await page.getByRole('textbox', { name: 'Notes for the speaker' }).waitFor();
  },
  'the menu of studies': async (page) => {
    await case6(page);
    await page.getByRole('button', { name: 'Study' }).click();
    await page.getByRole('menu').waitFor();
  },
  presenting: async (page) => {
    await case6(page);
    // In its window: a full screen cannot be given another size.
    await page.evaluate(() => {
      document.documentElement.requestFullscreen = () => Promise.reject(new Error('not now'));
    });
    await press(page, 'F5', 'PageDown');
  },
  'the context menu': async (page) => {
    await case6(page);
    await nodeOf(page, 'q').locator('header').click({ button: 'right' });
    await page.getByRole('menu').waitFor();
  },
  'the minimap': async (page) => {
    await case6(page);
    await press(page, 'Alt+m');
    await page.getByRole('img', { name: 'Minimap' }).waitFor();
  },
  'the question about unsaved work': async (page) => {
    await chosen(page, 'z');
    await press(page, 'Delete', 'Control+n');
    await page.getByRole('alertdialog').waitFor();
  },
  exporting: async (page) => {
    await case6(page);
    await press(page, 'Control+Shift+e');
    await page.getByRole('dialog').waitFor();
  },
  'a link that asks': async (page) => {
    const graph =
      '{"format":"nabla","version":1,"title":"Sent","nodes":[{"id":"a","op":"variable","value":1}]}';
    await chosen(page, 'z');
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      linkTo(graph, ''),
    );
    await page.getByRole('alertdialog').waitFor();
  },
  'a damaged link': async (page) => {
    await case6(page);
    await page.evaluate(() => {
      location.hash = '#graph=x';
    });
    await page.getByRole('alertdialog').waitFor();
  },
  'a refused file': async (page) => {
    await page.evaluate(() => Object.assign(window, { showOpenFilePicker: undefined }));
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a file…' }).click();
    await (await chooser).setFiles({
      name: 'wrong.nabla',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"nabla","version":1,"nodes":[{"id":"a"}]}'),
    });
    await page.getByRole('alertdialog').waitFor();
  },
  'earlier versions': async (page) => {
    await page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
    await chosen(page, 'z');
    await Promise.all([page.waitForEvent('download'), press(page, 'Control+s')]);
    await press(page, 'Delete');
    await command(page, 'Earlier versions…');
    await page.getByText('z was removed').waitFor();
  },
  'about Nabla': async (page) => {
    await command(page, 'About Nabla');
    await page.getByRole('button', { name: 'Software by others' }).click();
    await page.getByRole('region', { name: 'Software by others' }).waitFor();
  },
  'a repaired file': async (page) => {
    await page.evaluate(() => Object.assign(window, { showOpenFilePicker: undefined }));
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a file…' }).click();
    const nodes =
      '{"id":"a"},{"id":"x","op":"variable","value":"?"},{"id":"y","op":"sin","inputs":{"x":"a"}}';
    await (await chooser).setFiles({
      name: 'damaged.nabla',
      mimeType: 'application/json',
      buffer: Buffer.from(`{"format":"nabla","version":1,"nodes":[${nodes}]`),
    });
    await page.getByRole('button', { name: 'Open a repaired copy' }).click();
    await page.getByRole('alertdialog', { name: 'A repaired copy of damaged.nabla' }).waitFor();
  },
  'the inside of a function': async (page) => {
    await chosen(page, 'q');
    await press(page, 'Control+Alt+g', 'Shift+Enter');
    await page.getByRole('navigation', { name: 'Where you are' }).waitFor();
  },
};
