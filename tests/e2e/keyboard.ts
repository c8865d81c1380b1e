/**
 * Two hands on the keyboard and nothing else: no mouse, and no focus that no key gave.
 */
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { savedText } from './page';

export type Hands = ReturnType<typeof handsOn>;

/** More stops than lie between any two things that belong together. */
const MOST_STOPS = 60;

export function handsOn(page: Page) {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = (text: string) => page.keyboard.type(text);

  /** What a screen reader calls the thing that has the focus. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'nothing';
      const label = (element as HTMLInputElement).labels?.[0]?.firstChild?.textContent;
      return element.getAttribute('aria-label') ?? label ?? element.textContent?.trim() ?? '';
    });

  /** The node that has the focus, on the canvas or as a row of the outline. */
  const focusedNode = () =>
    page.evaluate(() => {
      const { node, row } = (document.activeElement as HTMLElement).dataset;
      return node ?? row;
    });

  const tabTo = async (name: string, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    const passed: string[] = [];
    // A matrix has its numbers behind its name as soon as it is spoken.
    const isThere = (at: string) => at === name || at.startsWith(`${name}: `);
    for (let at = await focused(); !isThere(at); at = await focused()) {
      passed.push(at);
      if (passed.length > MOST_STOPS) throw new Error(`Tab never came to ${name}: ${passed.join(' | ')}`);
      await press(key);
    }
  };

  /** Types into the finder that is open, takes the first thing found, and is at that node. */
  const take = async (words: string) => {
    const finder = page.locator('[role="dialog"] [role="combobox"]:focus');
    await finder.waitFor();
    await type(words);
    await press('Enter');
    await finder.waitFor({ state: 'detached' });
    await expect.poll(focusedNode).toBeDefined();
  };

  /** Nothing is left to take back, or to do again. */
  const undone = page.getByRole('button', { name: /^(Undo|Annuler)$/, disabled: true });
  const redone = page.getByRole('button', { name: /^(Redo|Rétablir)$/, disabled: true });

  /** Finds a node by its name. */
  const goTo = async (id: string) => {
    await press('Control+f');
    await take(id);
    await expect.poll(focusedNode).toBe(id);
  };

  return {
    press,
    type,
    focused,
    focusedNode,
    tabTo,
    take,
    goTo,

    /** Begins with nothing, where a test can read what is saved. */
    async newGraph() {
      const withoutFilePickers = () =>
        Object.assign(window, { showOpenFilePicker: undefined, showSaveFilePicker: undefined });
      await page.addInitScript(withoutFilePickers);
      await page.evaluate(withoutFilePickers);
      await press('Control+n');
      await page.getByRole('main').locator('.react-flow').waitFor();
    },

    /** Adds what is typed: a function by its name, a matrix, a formula. */
    async add(words: string) {
      await press('a');
      await take(words);
    },

    /** Adds a function of the node that has the focus. */
    async addAfter(words: string) {
      await press('Control+ArrowRight');
      await take(words);
    },

    /** Gives the selected node another name, and is at it again. */
    async rename(to: string) {
      await press('F2');
      await type(to);
      await press('Enter');
      await expect.poll(focusedNode).toBe(to);
    },

    /** Types a number into a field that Tab comes to, and is back at the node. */
    async enter(field: string, number: string) {
      await tabTo(field);
      await type(number);
      await press('Enter');
      await expect.poll(focusedNode).toBeDefined();
    },

    /** Draws a wire from a node, choosing with the arrows until the operand is told. */
    async wire(from: string, to: string, operand: string) {
      await goTo(from);
      await press('c');
      const told = () => page.locator('[data-announcer]').innerText();
      await expect.poll(told).toMatch(/, 1 (?:of|sur) \d+$/);
      for (let at = await told(); !at.includes(` ${to}.${operand},`); at = await told()) {
        await press('ArrowDown');
        await expect.poll(told).not.toBe(at);
      }
      await press('Enter');
      await expect.poll(told).toContain(`${to}.${operand}`);
    },

    /** Takes every step back and does it again: it is the same file. */
    async undoAndRedoAll() {
      const before = await savedText(page);
      while ((await undone.count()) === 0) await press(...Array<string>(8).fill('Control+z'));
      expect(await page.locator('[data-node]').count()).toBe(0);
      while ((await redone.count()) === 0) await press(...Array<string>(8).fill('Control+Shift+z'));
      expect(await savedText(page)).toBe(before);
      return before;
    },
  };
}
