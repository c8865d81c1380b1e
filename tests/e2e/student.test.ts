/**
 * A student, from the first screen to the solved quiz: case 6 by keyboard alone, in English and in French.
 */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Tab until the focus is on a control of this name. */
async function tabTo(name: string | RegExp): Promise<void> {
  for (let k = 0; k < 120; k++) {
    await press('Tab');
    const text = await page.evaluate(() => {
      const { activeElement: at } = document;
      return (
        at?.getAttribute('aria-label') ??
        (at as HTMLInputElement | null)?.labels?.[0]?.textContent ??
        at?.textContent ??
        ''
      );
    });
    if (typeof name === 'string' ? text.startsWith(name) : name.test(text)) return;
  }
  throw new Error(`no control is called ${name}`);
}

/** The six questions of case 6, in order: local Jacobians, then gradient rows in reverse. */
const ANSWERS = [
  '[[0.2, 0.4, 0, 0], [0, 0, 0.2, 0.4]]',
  '[[0.1, 0.5], [-0.3, 0.8]]',
  '[11/25, 13/25]',
  '[0.44, 0.52]',
  '0.088 0.176 0.104 0.208',
  '[0.44*0.1 - 0.52*0.3, 0.44*0.5 + 0.52*0.8]',
];

const WORDS = {
  en: {
    lesson: 'Case 6',
    quiz: 'Quiz',
    ask: 'Ask for',
    answer: 'Answer',
    next: 'Next question',
    right: '✓ Right.',
    score: '6 of 6 right at once',
  },
  fr: {
    lesson: 'Cas 6',
    quiz: 'Quiz',
    ask: 'Demander',
    answer: 'Réponse',
    next: 'Question suivante',
    right: '✓ Juste.',
    score: '6 sur 6 justes du premier coup',
  },
} as const;

it.each(['en', 'fr'] as const)(
  'goes through the lesson and the quiz: %s',
  { timeout: 60_000 },
  async (language) => {
    page = await stage.open({ locale: language });
    const words = WORDS[language];
    await tabTo(words.lesson);
    await press('Enter');
    await page.locator('[data-node="z"]').waitFor();
    // Through all steps of the lesson.
    for (let k = 0; k < 5; k++) await press('PageDown');
    await page.getByText(language === 'en' ? '5 of 5' : '5 sur 5').waitFor();
    await press('q');
    const panel = page.getByRole('complementary', { name: words.quiz });
    await panel.waitFor();
    for (const [k, answer] of ANSWERS.entries()) {
      if (k === 3) {
        await tabTo(words.ask);
        await press('ArrowDown', 'ArrowDown');
      }
      await tabTo(words.answer);
      await page.keyboard.type(answer);
      await press('Enter');
      await expect.poll(() => panel.getByRole('status').innerText()).toBe(words.right);
      if (k !== 2 && k !== 5) {
        await tabTo(words.next);
        await press('Enter');
      }
    }
    await panel.getByText(words.score).waitFor();
  },
);
