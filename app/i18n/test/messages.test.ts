/**
 * Whatever the packages say has its French: every template in their sources, and none that is not there any more.
 */
import { describe, expect, it } from 'vitest';
import { AREAS, CATALOGUE } from '../messages/catalogue';
import { translator } from '../messages/translator';
import { mistakesIn } from './french-print';
import { isProse, templates } from './templates';

/** Prose that nobody reads: each with the reason. */
const UNSAID: Readonly<Record<string, readonly string[]>> = {
  'states of the reader of JSON': ['value or ]', 'key or }', ', or ]', ', or }'],
  'pairs of sides that a product is looked up by': [
    'matrix vector',
    'matrix matrix',
    'row vector',
    'row matrix',
    'vector row',
    'vector vector',
    'row row',
    'vector matrix',
    'matrix row',
  ],
  'a family, whose French is by its name': ['linear algebra'],
  'helps in a list of steps, whose French is by the name of the operator': [
    '−1, 0 or 1.',
    '1 where x > 0, else 0: the slope of relu.',
    'The next whole number below.',
    'The next whole number above.',
    'The nearest whole number, halves to even.',
  ],
  'a setting as it is written in a formula': ['{axis: …}'],
};

/** Phrases that are put together from others, or cut from them. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  'kinds of diagnostics, which the compiler counts': Object.keys(CATALOGUE.get('kind')!),
  'a plural without its s': ['component'],
  'a shape for the ear': ['vector of {0}', '{0} by {1} matrix'],
  'lists with something between': ['{0}; {1}', '{0}, {1}'],
  'numbers for the ear': ['infinity', '-infinity'],
};

const all = (reasons: Readonly<Record<string, readonly string[]>>) => new Set(Object.values(reasons).flat());

const entries = AREAS.flatMap((groups) =>
  Object.entries(groups).flatMap(([group, phrases]) =>
    Object.entries(phrases).map(([english, french]) => ({ group, english, french })),
  ),
);

describe('What the packages say', () => {
  const found = new Set(templates.map(({ template }) => template));

  it('is found in their sources', () => {
    expect(found.size).toBeGreaterThan(400);
    expect([...found]).toContain('{0} has no operand {1}.');
  });

  it('has its French, every template of it', () => {
    const known = new Set([...CATALOGUE.values()].flatMap((phrases) => Object.keys(phrases)));
    const unsaid = all(UNSAID);
    const missing = templates.filter(
      ({ template }) => isProse(template) && !known.has(template) && !unsaid.has(template),
    );
    expect(missing).toEqual([]);
  });

  it('and nothing is translated, or left out, that is said no more', () => {
    const made = all(MADE);
    expect(entries.filter(({ english }) => !found.has(english) && !made.has(english))).toEqual([]);
    expect([...all(UNSAID)].filter((text) => !found.has(text))).toEqual([]);
  });

  it('stands once in its group', () => {
    const keys = entries.map(({ group, english }) => `${group}: ${english}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('has its values counted from 0, and the same ones in French', () => {
    const places = (text: string) => [...text.matchAll(/\{(\d+)/g)].map(([, at]) => Number(at));
    for (const { english, french } of entries) {
      const values = places(english);
      expect(values, english).toEqual(values.map((_, i) => i));
      expect(places(french).sort(), english).toEqual(values);
    }
  });

  it('names only groups that there are', () => {
    const named = entries.flatMap(({ french }) =>
      [...french.matchAll(/\{\d+:(\w+)/g)].map(([, group]) => group),
    );
    expect(named.filter((group) => group !== 'count' && !CATALOGUE.has(group))).toEqual([]);
  });

  it('is printed as French', () => {
    const prose = (text: string) =>
      text
        .replace(/\{\d+(:\w+)?\??\}/g, 'x')
        .replace(/norm\(x, \{ord: [^}]*\}\)|«\u00a0[^»]*\u00a0»|"\w+"/g, 'x');
    expect(
      entries
        .map(({ english, french }) => [english, mistakesIn(prose(french).replace(/^ (?=\p{L})/u, ''))])
        .filter(([, mistakes]) => mistakes.length > 0),
    ).toEqual([]);
  });
});

describe('A translator', () => {
  const translate = translator(
    new Map([
      [
        'sentence',
        {
          '{0}: {1}': '{0} : {1:sentence}',
          '{0} is {1}.': '{0} est {1:shape}.',
          '{0} sees {1}.': '{0} voit {1}.',
          '{0} likes {1}.': 'x{0} aime {1:shape?}.',
        },
      ],
      ['shape', { 'a scalar': 'un scalaire', 'a vector of {0}': 'un vecteur de {0:count}' }],
    ]),
  );

  it.each([
    ['x is a scalar.', 'x est un scalaire.'],
    ['x is a vector of 1,000.', 'x est un vecteur de 1\u202f000.'],
    ['a: b: x is a scalar.', 'a : b : x est un scalaire.'],
    // What stands between values may stand in them as well.
    ['x sees "a" sees "b".', 'x voit "a" sees "b".'],
    ['y likes a scalar.', 'xy aime un scalaire.'],
    ['y likes z.', 'xy aime z.'],
    // Never by halves: what is not known is not translated.
    ['x is a tensor.', undefined],
    ['a: x is a tensor.', undefined],
    ['y likes words that are no name.', undefined],
    ['x is a vector of many.', undefined],
    [' is a scalar.', undefined],
    ['x is a scalar', undefined],
  ])('says %j as %j', (english, french) => {
    expect(translate(english, 'sentence')).toBe(french);
  });
});
