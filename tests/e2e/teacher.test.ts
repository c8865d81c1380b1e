/**
 * A teacher, by keyboard alone, in English and in French: a lesson of three steps is written, shown to a class with a clicker, saved, and its
 * quiz taken along as a sheet.
 */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { handsOn } from './keyboard';
import { savedText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

const GRAPH = JSON.stringify({
  format: 'nabla',
  version: 1,
  target: 'y',
  nodes: [
    { id: 'x', op: 'variable', value: 3, position: [0, 0] },
    { id: 'y', op: 'square', inputs: { x: 'x' }, position: [300, 0] },
  ],
});

const WORDS = {
  en: {
    side: 'Lesson, functions, outline',
    text: 'Text, in Markdown with $formulas$',
    question: 'Question',
    answer: 'Answer',
    replay: 'Replay',
    second: 'Step 2 of 2',
    quiz: 'Quiz',
    sheet: 'Sheet as Markdown',
    sheetText: ['## Questions', 'Compute $\\dfrac', '## Solutions'],
  },
  fr: {
    side: 'Leçon, fonctions, plan du graphe',
    text: 'Texte, en Markdown avec des $formules$',
    question: 'Question',
    answer: 'Réponse',
    replay: 'Déroulement',
    second: 'Pas 2 sur 2',
    quiz: 'Quiz',
    sheet: 'Feuille en Markdown',
    sheetText: ['## Questions', 'Calculer $\\dfrac', '## Solutions'],
  },
} as const;

it.each(['en', 'fr'] as const)(
  'writes, shows and hands out a lesson: %s',
  { timeout: 60_000 },
  async (language) => {
    page = await stage.open({ locale: language });
    page.setDefaultTimeout(8000);
    const words = WORDS[language];
    const { press, type, tabTo, goTo, newGraph } = handsOn(page);
    await newGraph();
    await page.evaluate((text) => navigator.clipboard.writeText(text), GRAPH);
    await press('Control+v');
    await page.locator('[data-node="y"]').waitFor();

    const record = async (title: string) => {
      await press('Alt+r');
      await page.locator('[data-step-title]:focus').waitFor();
      await type(title);
    };
    await goTo('x');
    await record('Three');
    await tabTo(words.text);
    await type('Three squared is $9$.');
    await goTo('y');
    await press('t');
    await record('Six');
    await tabTo(words.question);
    await type('How steep?');
    await tabTo(words.answer);
    await type('$6$');
    await goTo('y');
    await press('F10', 'F10');
    await page.getByRole('complementary', { name: words.replay }).getByText(words.second).waitFor();
    await goTo('y');
    await record('Back');

    const { lesson } = JSON.parse(await savedText(page));
    expect(lesson.steps).toMatchObject([
      { title: 'Three', text: 'Three squared is $9$.', select: 'x' },
      { title: 'Six', select: 'y', question: { text: 'How steep?', answer: '$6$' } },
      { title: 'Back', replay: { pass: 'reverse', at: 1 } },
    ]);

    await goTo('y');
    await page.evaluate(() => {
      document.documentElement.requestFullscreen = () => Promise.reject(new Error('not now'));
    });
    const side = page.getByRole('navigation', { name: words.side });
    await press('F5', 'PageUp', 'PageUp');
    await side.getByRole('heading', { name: 'Three' }).waitFor();
    await press('PageDown');
    await side.getByRole('heading', { name: 'Six' }).waitFor();
    await press('PageDown');
    await page.getByRole('complementary', { name: words.replay }).getByText(words.second).waitFor();
    await press('Escape');

    await press('q');
    await page.getByRole('complementary', { name: words.quiz }).waitFor();
    await tabTo(words.sheet);
    await press('Enter');
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    for (const part of words.sheetText) await expect.poll(copied).toContain(part);
  },
);
