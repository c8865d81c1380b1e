/**
 * The page without its server: it starts and works, and a new version takes over at the next start.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeOf, openLesson } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const worker = new URL('../../out/renderer/service-worker.js', import.meta.url);
const script = readFileSync(worker, 'utf8');
afterEach(() => writeFileSync(worker, script));

const installed = () => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
const caches = () => page.evaluate(() => globalThis.caches.keys());

describe('Without a network', () => {
  it('the page that was there once starts again, and a graph is built in it', async () => {
    page = await stage.open();
    await expect.poll(installed).toBe('activated');
    await page.context().setOffline(true);
    await page.reload();
    await openLesson(page, 'Case 6');
    expect(await nodeOf(page, 'q').getAttribute('aria-label')).toBe('q, matvec, vector of 2: 0.22, 0.26');
    await page.getByRole('button', { name: 'New graph' }).click();
    await page.getByRole('button', { name: 'variable', exact: true }).click();
    await page.getByRole('button', { name: 'sin', exact: true }).click();
    await nodeOf(page, 'y').waitFor();
    // The layout and its worker are loaded when they are asked for.
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Shift+Alt+t');
    await page.evaluate(() => document.fonts.ready);
    const other = await page.context().newPage();
    await other.goto(`${stage.url}?from=home#top`);
    await other.getByRole('button', { name: 'Case 6' }).waitFor();
  });

  it('nothing is missing: every file that was built is kept', async () => {
    page = await stage.open();
    await expect.poll(installed).toBe('activated');
    const [name, ...more] = await caches();
    expect(more).toEqual([]);
    expect(name).toMatch(new RegExp(`^nabla ${stage.url} [0-9a-f]{16}$`));
    const kept = await page.evaluate(async (cache) => {
      const requests = await (await globalThis.caches.open(cache)).keys();
      return requests.map(({ url }) => new URL(url).pathname);
    }, name);
    const built = readdirSync(new URL('.', worker), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && file.name !== 'service-worker.js')
      .map(({ name }) => (name === 'index.html' ? '' : name));
    expect(kept.map((path) => path.slice(path.lastIndexOf('/') + 1)).sort()).toEqual(built.sort());
  });
});

describe('A new version', () => {
  it('takes over at the next start, not under the hands of a page that is open', async () => {
    page = await stage.open();
    await expect.poll(installed).toBe('activated');
    const [before] = await caches();
    await page.reload();
    writeFileSync(worker, script.replace(/VERSION = '\w+'/, "VERSION = 'next'"));
    const waiting = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
        return registration.waiting?.state;
      });
    await expect.poll(waiting, { timeout: 10_000 }).toBe('installed');
    expect(await caches()).toContain(before);

    const context = page.context();
    await page.close();
    page = await context.newPage();
    await page.goto(stage.url);
    await expect.poll(caches).toEqual([`nabla ${stage.url} next`]);
    await page.getByRole('button', { name: 'Case 6' }).waitFor();
  });
});

describe('The manifest', () => {
  it('names icons that are there, in their sizes', async () => {
    page = await stage.open();
    const manifest = await page.evaluate(async () => {
      const { href } = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')!;
      const response = await fetch(href);
      return { type: response.headers.get('content-type'), content: await response.json() };
    });
    expect(manifest.type).toBe('application/manifest+json');
    expect(manifest.content).toMatchObject({ name: 'Nabla', start_url: './', display: 'standalone' });
    const sizes = await page.evaluate(
      (icons: { src: string }[]) =>
        Promise.all(
          icons.map(async ({ src }) => {
            const image = new Image();
            image.src = src;
            await image.decode();
            return `${image.naturalWidth}x${image.naturalHeight}`;
          }),
        ),
      manifest.content.icons,
    );
    expect(sizes).toEqual(manifest.content.icons.map((one: { sizes: string }) => one.sizes));
  });
});
