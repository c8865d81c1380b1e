/**
 * The interface speaks through its catalogue: nothing on screen goes past it, nothing in it is left over, and its French is printed as French.
 */
import { describe, expect, it } from 'vitest';
import { english } from '../english';
import { french } from '../french';
import { COMMANDS_IN_FRENCH } from '../french-commands';
import { EDITOR_IN_FRENCH } from '../french-editor';
import { FILES_IN_FRENCH } from '../french-files';
import { INSPECTOR_IN_FRENCH } from '../french-inspector';
import { OUTLINE_IN_FRENCH } from '../french-outline';
import { PANELS_IN_FRENCH } from '../french-panels';
import { QUIZ_IN_FRENCH } from '../french-quiz';
import { SETTINGS_IN_FRENCH } from '../french-settings';
import { STUDY_IN_FRENCH } from '../french-study';
import { mistakesIn } from './french-print';
import { quotedIn, shownIn, sources } from './sources';

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** The key as the code says it: without the form that the count chooses. */
const saidAs = (key: string) => key.replace(PLURAL, '');

const entries = Object.entries<string>(french);

describe('The catalogue', () => {
  it('has no text that the page does not use', () => {
    const used = new Set(sources.flatMap(quotedIn));
    expect(Object.keys(french).filter((key) => !used.has(saidAs(key)))).toEqual([]);
  });

  it('has no text twice', () => {
    const parts = [
      COMMANDS_IN_FRENCH,
      EDITOR_IN_FRENCH,
      FILES_IN_FRENCH,
      INSPECTOR_IN_FRENCH,
      PANELS_IN_FRENCH,
      SETTINGS_IN_FRENCH,
      OUTLINE_IN_FRENCH,
      STUDY_IN_FRENCH,
      QUIZ_IN_FRENCH,
    ];
    expect(parts.flatMap((part) => Object.keys(part)).sort()).toEqual(Object.keys(french).sort());
  });

  it.each([
    ['English', 'en', english],
    ['French', 'fr', french],
  ] as const)('has every form that %s counts with', (_, language, texts) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const counted = new Set(
      Object.keys(french)
        .filter((key) => PLURAL.test(key))
        .map(saidAs),
    );
    const wanted = [...counted].flatMap((key) => pluralCategories.map((form) => `${key}_${form}`));
    expect(
      Object.keys(texts)
        .filter((key) => PLURAL.test(key))
        .sort(),
    ).toEqual(wanted.sort());
  });

  const places = (text: string) => [...text.matchAll(/\{\{\w+\}\}|<\w+\/>/g)].map(String).sort();

  it.each([
    ['English', english],
    ['French', french],
  ])('has the same places for values in %s as in the key', (_, texts) => {
    const wrong = Object.entries<string>(texts).filter(([key, text]) => {
      const [wanted, found] = [places(key), places(text)];
      // "One problem" may be said without a figure.
      const one = key.endsWith('_one') ? wanted.filter((place) => place !== '{{count}}') : wanted;
      return `${found}` !== `${wanted}` && `${found}` !== `${one}`;
    });
    expect(wrong).toEqual([]);
  });
});

/** Names are the same everywhere, and so is TeX. */
const NAMES = ['Nabla', 'LaTeX', 'PDF'];
const TEX_COMMAND = /\\[a-z]+/gi;

describe('The page', () => {
  it('shows no words that have not been through the catalogue', () => {
    const words = sources
      .filter(({ name }) => name.endsWith('.tsx'))
      .flatMap((source) =>
        shownIn(source)
          .map((text) => text.replace(TEX_COMMAND, '').trim())
          .filter((text) => /\p{L}{2}/u.test(text) && !NAMES.includes(text))
          .map((text) => `${source.name}: ${text}`),
      );
    expect(words).toEqual([]);
  });

  it.each([
    ['<p>Open a file</p>', ['Open a file']],
    ['<p title="Open it">{t("Open")}</p>', ['Open it']],
    ['<p title={`Open it`} />', ['Open it']],
    ['<p>{all ? "all of them" : t("none")}</p>', ['all of them']],
    ['<p>{unsaved && "not saved"}</p>', ['not saved']],
    ['<p className="wide">{f("x")}</p>', []],
  ])('would be caught with %s', (text, shown) => {
    expect(shownIn({ name: 'some.tsx', text: `const x = ${text};` })).toEqual(shown);
  });
});

describe('French is printed as French', () => {
  it('everywhere', () => {
    expect(
      entries
        .map(([key, text]) => [key, text, mistakesIn(text)])
        .filter(([, , mistakes]) => mistakes.length > 0),
    ).toEqual([]);
  });

  it.each([
    ["l'aire", 'a straight quote'],
    ['Quelle fonction ?', 'no narrow space before ; ! ?'],
    ['un\u00a0; deux', 'no narrow space before ; ! ?'],
    ['Attendu : 2', 'no unbreakable space before a colon'],
    ['« inf »', 'no unbreakable space inside « »'],
    ['un  deux', 'a space twice or at an end'],
    ['Ouvrir...', 'three dots'],
    ['', 'nothing at all'],
  ])('and %j has %s', (text, mistake) => {
    expect(mistakesIn(text)).toContain(mistake);
  });
});
