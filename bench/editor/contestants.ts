/**
 * Who draws: the editor, and the naive version in `bench/naive`. Both open the same file in the same browser, and are driven through what
 * people see.
 */
import type { Browser, Locator, Page } from 'playwright';
import { build, preview } from 'vite';
import { askForFile, fileOf, nodeOf, setStage } from '../../tests/e2e/page';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Contestant {
  readonly name: string;
  /** Opens a window with nothing in it. */
  open(window: Size): Promise<Page>;
  /** Gives it a file, and resolves to the time of that. */
  choose(page: Page, text: string): Promise<number>;
  /** The slider of the first component of x. */
  slider(page: Page): Promise<Locator>;
  toActualSize(page: Page): Promise<void>;
  /** The button that drags the canvas. */
  readonly hand: 'left' | 'middle';
  /** Selects the labels of the wires. */
  readonly labels: string;
}

export interface Contest {
  readonly nabla: Contestant;
  readonly naive: Contestant;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function setContest(): Promise<Contest> {
  const stage = await setStage();
  const configFile = 'bench/naive/vite.config.ts';
  await build({ configFile });
  const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 } });
  const [url] = server.resolvedUrls!.local;
  return {
    browser: stage.browser,
    nabla: {
      name: 'Nabla',
      open: (viewport) => stage.open({ viewport }),
      async choose(page, text) {
        const chooser = await askForFile(page);
        return given((file) => chooser.setFiles(file), text);
      },
      async slider(page) {
        await nodeOf(page, 'x').locator('header').click();
        return page.locator('input[type="range"]').first();
      },
      toActualSize: (page) => page.keyboard.press('Control+0'),
      hand: 'middle',
      labels: '[data-wire]',
    },
    naive: {
      name: 'naive',
      async open(viewport) {
        const context = await stage.browser.newContext({ viewport });
        const page = await context.newPage();
        await page.goto(url);
        return page;
      },
      choose: (page, text) => given((file) => page.locator('input[type="file"]').setInputFiles(file), text),
      slider: async (page) => page.locator('input[type="range"]'),
      toActualSize: (page) => page.getByRole('button', { name: '100 %' }).click(),
      hand: 'left',
      labels: '.label',
    },
    async close() {
      await server.close();
      await stage.close();
      if (stage.troubles.length > 0) throw new Error(`The page complained: ${stage.troubles.join('\n')}`);
    },
  };
}

async function given(
  give: (file: ReturnType<typeof fileOf>) => Promise<void>,
  text: string,
): Promise<number> {
  const file = fileOf(text);
  const chosen = Date.now();
  await give(file);
  return chosen;
}
