/**
 * The editor in a real browser, as the tests use it: by the names that people see and screen readers say.
 */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, FileChooser, Locator, Page } from 'playwright';
import { serve } from '../../scripts/serve.mjs';
import { launchChromium } from './chromium';

export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  /** Opens a page of its own; whatever goes wrong in it is kept in `troubles`. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** Errors and warnings of all pages, policy violations among them, and requests to anywhere else. */
  readonly troubles: string[];
  close(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const { server, url }: { server: Server; url: string } = await serve(0);
  const browser = await launchChromium();
  const troubles: string[] = [];
  return {
    url,
    browser,
    troubles,
    async open(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
      const page = await context.newPage();
      page.on('pageerror', (error) => troubles.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
      });
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url))
          troubles.push(request.url());
      });
      await page.goto(url);
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Opens a graph of the gallery by its title. */
export async function openLesson(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).click();
  await page.getByRole('main', { name: 'Graph' }).waitFor();
  // The graph has been fitted to its room: places on the screen count from now on.
  await page.locator('.react-flow__viewport:not([style*="translate(0px, 0px) scale(1)"])').waitFor();
}

/** Opens a file of this text from the first screen, as a browser without file pickers does. */
export async function openText(page: Page, text: string): Promise<void> {
  await (await askForFile(page)).setFiles(fileOf(text));
  await page.getByRole('main', { name: 'Graph' }).waitFor();
}

/** What waits for a file after the button that opens one was pressed. */
export async function askForFile(page: Page): Promise<FileChooser> {
  await page.evaluate(() => Object.assign(window, { showOpenFilePicker: undefined }));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  return chooser;
}

export const fileOf = (text: string) => ({
  name: 'graph.nabla',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/** Saves by the keyboard and reads what was written: where there are no file pickers a save is a download. */
export async function savedText(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  return readFileSync(await download.path(), 'utf8');
}

export const nodeOf = (page: Page, id: string): Locator =>
  page.getByRole('group', { name: new RegExp(`^${id}, `) });

/** The label of an edge, by the start of its sentence, in English or in French. */
export const jacobianOf = (page: Page, to: string, from: string): Locator =>
  page.getByRole('img', {
    name: new RegExp(`^(?:Jacobian of ${to} with respect to|Jacobienne de ${to} par rapport à) ${from}\\b`),
  });

/** The dot where wires leave a node, or where one enters an operand. */
export const handleOf = (page: Page, id: string, operand = 'out'): Locator =>
  page.locator(`.react-flow__handle[data-nodeid="${id}"][data-handleid="${operand}"]`);

/** Drags from the middle of one thing to the middle of another, pausing on the way so that hints can appear. */
export async function drag(page: Page, from: Locator, to: Locator, release = true): Promise<void> {
  const [a, b] = [await middle(from), await middle(to)];
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2, { steps: 5 });
  await page.mouse.move(b.x, b.y, { steps: 5 });
  if (release) await page.mouse.up();
}

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
