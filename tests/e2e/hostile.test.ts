/**
 * A stranger's file, a stranger's clipboard, a stranger's link: whatever their texts say, nothing of it runs, nothing is requested, nothing else
 * of the page is changed. (What a page requests or is forbidden is among the troubles of every test.)
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PAYLOADS } from '../payloads';
import { askForFile, fileOf, openLesson, type Stage, setStage } from './page';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  page = await stage.open();
  page.setDefaultTimeout(10_000);
  await page.addInitScript(watch);
  await page.reload();
});

afterAll(async () => {
  expect(stage.troubles).toEqual([]);
  await stage.close();
});

interface Watched {
  hackedBy: string[];
  before: string;
}

/** Runs in the page before anything else. */
function watch(): void {
  const names = () =>
    JSON.stringify([Object, Array, Function].map((of) => Object.getOwnPropertyNames(of.prototype)));
  Object.assign(window, {
    hackedBy: [],
    before: names(),
    namesNow: names,
    hacked: () => (window as unknown as Watched).hackedBy.push(String(new Error().stack)),
  });
}

/** Nothing ran, nothing was added to what all objects have, and nothing stands on the page that could run. */
async function expectUnharmed(told: string): Promise<void> {
  const harm = await page.evaluate(() => {
    const { hackedBy, before, namesNow } = window as unknown as Watched & { namesNow(): string };
    const strange = [
      ...document.body.querySelectorAll(
        'script, iframe, object, embed, base, meta, link, form, img, video, audio',
      ),
    ]
      .concat([
        ...document.querySelectorAll('[href^="javascript:" i], [href^="data:" i], [href^="vbscript:" i]'),
      ])
      .concat(
        [...document.querySelectorAll('*')].filter(({ attributes }) =>
          [...attributes].some(({ name }) => /^on/.test(name)),
        ),
      )
      .map(({ outerHTML }) => outerHTML.slice(0, 200));
    return { hackedBy, strange, polluted: namesNow() === before ? '' : namesNow() };
  });
  expect(harm, told).toEqual({ hackedBy: [], strange: [], polluted: '' });
}

/** What KaTeX and files take at most: others are shown as text, or refused. */
const shortened = (text: string) => text.slice(0, 4000);

const BATCH = 27;
const batches = Array.from({ length: Math.ceil(PAYLOADS.length / BATCH) }, (_, k) =>
  PAYLOADS.slice(k * BATCH, (k + 1) * BATCH),
);

/** A graph in which every text that a file may hold is one of the payloads. */
function documentOf(payloads: readonly string[]): string {
  const safe = payloads.map(shortened);
  return JSON.stringify({
    format: 'nabla',
    version: 1,
    title: safe[0],
    description: safe.join('\n\n'),
    nodes: safe.flatMap((text, k) => [
      { id: `x${k}`, op: 'variable', value: 1, label: text, note: text, position: [0, 160 * k] },
      {
        id: `e${k}`,
        op: 'expression',
        expression: text,
        inputs: {},
        label: text,
        position: [300, 160 * k],
        [`unknown ${text}`]: { [text === '__proto__' ? 'proto' : text]: text },
      },
    ]),
    target: 'x0',
    lesson: {
      steps: safe.map((text) => ({
        title: text,
        text,
        notes: text,
        question: { text, answer: text },
      })),
    },
    view: { frames: [{ title: safe[0], nodes: ['x0'] }], groups: safe },
  });
}

it('has more than two hundred ways to try', () => {
  expect(new Set(PAYLOADS).size).toBeGreaterThan(200);
});

it.each(batches.map((payloads, k) => [k, payloads] as const))(
  'shows the texts of file %i, step by step',
  async (_, payloads) => {
    await page.goto(stage.url);
    await (await askForFile(page)).setFiles(fileOf(documentOf(payloads)));
    await Promise.race([
      page.getByRole('main', { name: 'Graph' }).waitFor(),
      page.getByRole('alertdialog').waitFor(),
    ]);
    await expectUnharmed('opened');
    if (await page.getByRole('alertdialog').isVisible())
      throw new Error(await page.getByRole('alertdialog').innerText());
    for (let step = 0; step < payloads.length; step++) {
      const next = page.getByRole('button', { name: step === 0 ? 'Start' : 'Next' });
      await next.click();
      const answer = page.locator('nav details summary');
      if (await answer.isVisible()) await answer.click();
      await expectUnharmed(payloads[step]);
    }
    await page.keyboard.press('Alt+o');
    await expectUnharmed('in the outline');
    await page.keyboard.press('Control+f');
    await expectUnharmed('among what is found');
    await page.keyboard.press('Escape');
  },
  120_000,
);

it('takes them in every field and from the clipboard', async () => {
  await page.goto(stage.url);
  await openLesson(page, 'Case 6');
  const title = page.getByRole('textbox', { name: 'Title' });
  for (const payload of PAYLOADS.filter((_, k) => k % 3 === 0)) {
    await title.fill(payload.slice(0, 1000));
    await title.press('Enter');
    await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } });
    await page.evaluate((text) => navigator.clipboard.writeText(text), payload);
    await page.keyboard.press('Control+v');
    await expectUnharmed(payload);
  }
}, 120_000);

it('takes them for links, and says that they are damaged', async () => {
  for (const payload of PAYLOADS.filter((_, k) => k % 9 === 0)) {
    await page.evaluate(
      (text) => {
        location.hash = `#graph=${text}`;
      },
      payload.slice(0, 2000),
    );
    await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
    await expectUnharmed(payload);
  }
}, 60_000);
