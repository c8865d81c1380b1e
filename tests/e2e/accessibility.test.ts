/**
 * For everybody: every screen, panel and dialog passes axe in every colour scheme, Tab leaves every region and comes round with the focus in
 * sight, and at twice the size nothing is out of reach.
 */
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { SCENES } from './scenes';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

async function open(options: BrowserContextOptions = {}): Promise<void> {
  page = await stage.open(options);
  page.setDefaultTimeout(8000);
}

/** What axe finds; of the colours alone where nothing else can be different. */
async function faults(coloursOnly: boolean): Promise<string[]> {
  // What passes is not told: to describe it takes axe longer than to find it.
  const rules: axe.RunOptions = {
    resultTypes: ['violations'],
    ...(coloursOnly && { runOnly: ['color-contrast', 'link-in-text-block'] }),
  };
  const { violations } = await page.evaluate(
    (rules) => (globalThis as unknown as { axe: typeof axe }).axe.run(rules),
    rules,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

type Look = Parameters<Page['emulateMedia']>[0];

/** Light is how a page opens; the others differ from it in colours alone. */
const OTHER_LOOKS: Readonly<Record<string, Look>> = {
  dark: { colorScheme: 'dark' },
  'more contrast': { contrast: 'more' },
  'forced colours': { forcedColors: 'active' },
};
/** What 200 % leaves of a window of 1440 × 900. */
const TWICE = { width: 720, height: 450 };
const USUAL: Look = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' };

describe('In every look axe finds nothing, and at twice the size nothing is out of reach', () => {
  it.each(Object.entries(SCENES))('in %s', async (_, scene) => {
    await open();
    await scene(page);
    await page.evaluate(axe.source);
    expect(await faults(false), 'light').toEqual([]);
    for (const [name, look] of Object.entries(OTHER_LOOKS)) {
      await page.emulateMedia({ ...USUAL, ...look });
      expect(await faults(true), name).toEqual([]);
    }
    await page.emulateMedia(USUAL);
    await page.setViewportSize(TWICE);
    expect(await outOfReach(), 'at twice the size').toEqual([]);
  });
});

/** What can be used but not brought into sight: it is cut off, or lies outside with nothing to scroll. Nodes are reached by panning. */
const outOfReach = () =>
  page.evaluate(() => {
    const axes = [
      { from: 'left', to: 'right', overflow: 'overflowX', room: innerWidth },
      { from: 'top', to: 'bottom', overflow: 'overflowY', room: innerHeight },
    ] as const;
    const reachable = (element: Element) =>
      axes.every(({ from, to, overflow, room }) => {
        let rect = element.getBoundingClientRect();
        for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
          const style = getComputedStyle(at)[overflow];
          const around = at.getBoundingClientRect();
          if (style === 'auto' || style === 'scroll') rect = around;
          else if (style !== 'visible' && (rect[from] < around[from] - 1 || rect[to] > around[to] + 1))
            return false;
        }
        return rect[from] >= -1 && rect[to] <= room + 1;
      });
    return [...document.querySelectorAll('button, input, select, textarea, a[href], summary, [tabindex="0"]')]
      .filter((element) => element.checkVisibility() && !element.closest('.react-flow__viewport'))
      .filter((element) => !element.closest('[aria-hidden="true"], [data-base-ui-focus-guard]'))
      .filter((element) => !reachable(element))
      .map((element) => element.outerHTML.slice(0, 140));
  });

/** The element with the focus: where it is, and whether it can be seen that it has the focus. */
const focus = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const region = element.closest('header, nav, main, aside')?.tagName.toLowerCase() ?? 'nowhere';
    const { width, height } = element.getBoundingClientRect();
    const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    return { region, seen: outlined && width * height > 0, html: element.outerHTML };
  });

const REGIONS = ['header', 'nav', 'main', 'aside'];

/** More stops than any panel has. */
const MOST_STOPS = 250;

describe('Tab goes round the whole editor and is always seen', () => {
  it.each([
    'a leaf',
    'a node',
    'a wire',
    'a replay',
    'the paths',
    'the differential',
    'the gradient check',
    'the quiz',
    'the layouts',
    'the product of a chain',
    'the functions',
    'the outline',
  ])('with %s', async (scene) => {
    await open();
    await SCENES[scene](page);
    for (const key of ['Tab', 'Shift+Tab']) {
      await page.getByRole('button', { name: 'Gallery' }).focus();
      const first = (await focus())!.html;
      const visited: string[] = [];
      let stops = 0;
      do {
        await page.keyboard.press(key);
        const at = await focus();
        if (!at) continue;
        expect(at.seen, at.html.slice(0, 200)).toBe(true);
        if (visited.at(-1) !== at.region) visited.push(at.region);
        if (at.html === first) break;
      } while (++stops < MOST_STOPS);
      expect(stops).toBeLessThan(MOST_STOPS);
      expect(new Set(visited)).toEqual(new Set(REGIONS));
    }
  });
});

describe('What a screen reader is given of case 6', () => {
  it.each([
    ['canvas', () => page.getByRole('main')],
    ['inspector', () => page.getByRole('complementary')],
    ['outline', () => page.getByRole('navigation', { name: 'Lesson, functions, outline' })],
  ] as const)('is the same as ever in the %s', async (name, part) => {
    await open();
    await SCENES['the outline'](page);
    await expect(`${await part().ariaSnapshot()}\n`).toMatchFileSnapshot(`fixtures/case-6-${name}.yaml`);
  });
});
