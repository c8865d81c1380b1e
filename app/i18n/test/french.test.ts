/**
 * French is complete and has nothing left over, for what the engine says of its operators and for the gallery; and it is written as French
 * is printed. Formulas stay as they are.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LEAVES, operators } from '#engine';
import { ATTRIBUTES_IN_FRENCH, FAMILIES_IN_FRENCH, OPERATORS_IN_FRENCH } from '../french-operators';
import { LESSONS_IN_FRENCH, TRANSLATIONS } from '../lessons';
import { LIBRARY_IN_FRENCH } from '../library';

const folder = new URL('../../../assets/lessons/', import.meta.url);
const graphs: readonly unknown[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);

/** Keys that hold names and TeX. All other text of a graph is for people, so that a new key is not forgotten. */
const NAMES = new Set(['format', 'id', 'op', 'label', 'inputs', 'target', 'show', 'select']);

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (NAMES.has(key) ? [] : textsOf(inner)));
}

const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort();

const settings = [...operators.values()].flatMap(({ attributes }) => Object.values(attributes));

describe('every text has its French, and none is left over', () => {
  it('for operators, leaves and composites', () => {
    const names = [...operators.keys(), ...LEAVES, 'expression', 'function'];
    expect(sorted(Object.keys(OPERATORS_IN_FRENCH))).toEqual(sorted(names));
  });

  it('for families', () => {
    const families = [...operators.values()].map(({ family }) => family);
    expect(sorted(Object.keys(FAMILIES_IN_FRENCH))).toEqual(sorted(families));
  });

  it('for settings: helps, choices and what was expected', () => {
    const texts = settings.flatMap(({ help, expected, choices = [] }) => [
      help,
      expected,
      ...choices.map(({ label }) => label),
    ]);
    expect(sorted(Object.keys(ATTRIBUTES_IN_FRENCH))).toEqual(sorted(texts));
  });

  it('for the gallery', () => {
    expect(sorted(Object.keys(LESSONS_IN_FRENCH))).toEqual(sorted(graphs.flatMap(textsOf)));
  });

  it('and no text of the gallery is translated twice', () => {
    const keys = TRANSLATIONS.map(([english]) => english);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('and no title of an operator belongs to another one', () => {
    const titles = Object.values(OPERATORS_IN_FRENCH).map(({ title }) => title);
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });
});

const FORMULA_OR_CODE = /\$[^$]+\$|`[^`]+`/g;

describe('a text and its French', () => {
  const pieces = (text: string) => [...(text.match(FORMULA_OR_CODE) ?? [])].sort();
  const paragraphs = (text: string) => text.split('\n\n').length;

  it('have the same formulas and code', () => {
    for (const [english, french] of TRANSLATIONS) expect(pieces(french), english).toEqual(pieces(english));
  });

  it('have as many paragraphs', () => {
    for (const [english, french] of TRANSLATIONS)
      expect(paragraphs(french), english).toBe(paragraphs(english));
  });
});

const operatorTexts = Object.entries(OPERATORS_IN_FRENCH).flatMap(([name, { title, help, words }]) =>
  [title, help, ...words].map((text): [string, string] => [name, text]),
);

const everything = [
  ...operatorTexts,
  ...Object.entries(FAMILIES_IN_FRENCH),
  ...Object.entries(ATTRIBUTES_IN_FRENCH),
  ...TRANSLATIONS,
];

/** What a printer would send back, by its name in the message. */
const MISTAKES: Readonly<Record<string, RegExp>> = {
  'a straight quote': /['"“”]/,
  'no narrow space before ; ! ?': /(^|[^\u202f])[;!?]/,
  'no unbreakable space before a colon': /(^|[^\u00a0]):/,
  'no unbreakable space inside « »': /«(?!\u00a0)|(?<!\u00a0)»/,
  'a decimal point': /\d\.\d/,
  'thousands by a comma': /\b[1-9]\d{0,2},\d{3}\b/,
  'a space twice or at an end': / {2}|^\s|\s$/,
  'nothing at all': /^$/,
};

const mistakesIn = (text: string) => {
  const prose = text.replace(FORMULA_OR_CODE, 'x');
  return Object.keys(MISTAKES).filter((name) => MISTAKES[name].test(prose));
};

describe('French is printed as French', () => {
  it('everywhere', () => {
    const wrong = everything.flatMap(([key, french]) =>
      mistakesIn(french).map((name) => [name, key, french]),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ["l'aire", 'a straight quote'],
    ['Pourquoi ?', 'no narrow space before ; ! ?'],
    ['un\u00a0; deux', 'no narrow space before ; ! ?'],
    ['Piège : $6$', 'no unbreakable space before a colon'],
    ['$y = 9$: on gagne', 'no unbreakable space before a colon'],
    ['« inf »', 'no unbreakable space inside « »'],
    ['en 1.3', 'a decimal point'],
    ['79,400 fois', 'thousands by a comma'],
    ['un  deux', 'a space twice or at an end'],
    ['', 'nothing at all'],
  ])('and %j has %s', (text, mistake) => {
    expect(mistakesIn(text)).toContain(mistake);
  });

  it('and formulas and code are left alone', () => {
    expect(mistakesIn('$f\'(x) = 0.5; y: z?$ et `d += d * 2; "a"`')).toEqual([]);
  });

  it('and what is searched for needs no apostrophe', () => {
    const words = Object.values(OPERATORS_IN_FRENCH).flatMap((operator) => operator.words);
    expect(words.filter((word) => word.includes('’'))).toEqual([]);
  });
});

describe('The library of functions', () => {
  const functions = new URL('../../../assets/functions/', import.meta.url);
  const titles = readdirSync(functions).map(
    (name): string => JSON.parse(readFileSync(new URL(name, functions), 'utf8')).title,
  );

  it('has a title in French for each of its functions, and no other', () => {
    expect(Object.keys(LIBRARY_IN_FRENCH).sort()).toEqual(titles.sort());
    expect(Object.values(LIBRARY_IN_FRENCH).flatMap(mistakesIn)).toEqual([]);
  });
});
