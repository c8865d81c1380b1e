/**
 * Recognizes a text by the template it was made from, and makes it anew from the template's French. Values are found by what stands between
 * them; where that can be read in several ways, the first counts in which all values that are phrases are known.
 */
import type { Phrases } from './phrases';

/** The French of a text of a group; undefined when it is none. */
export type Translator = (text: string, group: string) => string | undefined;

const PLACE = /\{(\d+)(?::(\w+)(\?)?)?\}/g;

interface Template {
  /** What stands before, between and after the values. */
  readonly literals: readonly string[];
  /** What each value is, unless it is kept: the phrase of a group, or else a name. */
  readonly values: readonly (Value | undefined)[];
  readonly french: string;
}

interface Value {
  readonly group: string;
  readonly optional: boolean;
}

/** Whole numbers, thousands with commas between them; also the two of "3 × 2". */
const COUNT = /^\d[\d,]*(?: × \d[\d,]*)*$/;

/** A number with a fraction, of which French says that it has a comma. */
const FRACTION = /^-?\d+\.\d+(?:e[+-]\d+)?$/;

/** Words side by side, not in quotes, are no name: they want to be translated. */
const PROSE = /^[^"]*\p{L} \p{L}/u;

export function translator(catalogue: ReadonlyMap<string, Phrases>): Translator {
  const templates = new Map(
    [...catalogue].map(([group, phrases]) => [group, Object.entries(phrases).map(templateOf).sort(closest)]),
  );

  /** What is known of the parts of one text, so that each is read once however many ways lead to it. */
  const known = new Map<string, string | undefined>();

  function translate(text: string, group: string): string | undefined {
    const key = `${group} ${text}`;
    if (!known.has(key)) known.set(key, translateAnew(text, group));
    return known.get(key);
  }

  function translateAnew(text: string, group: string): string | undefined {
    // What may be left out leaves nothing behind.
    if (text === '') return '';
    if (group === 'count') return COUNT.test(text) ? text.replaceAll(',', '\u202f') : undefined;
    if (group === 'numbers' && FRACTION.test(text)) return text.replace('.', ',');
    for (const template of templates.get(group)!) {
      const values = valuesIn(template, text, 0, 0);
      // In French "de" and "le" before a name are one word.
      if (values) return template.french.replace(PLACE, (_, at) => values[at]).replaceAll(' de le ', ' du ');
    }
    return undefined;
  }

  /** The values from the k-th on of a text whose k-th literal should stand at `from`. */
  function valuesIn(template: Template, text: string, k: number, from: number): string[] | undefined {
    const { literals, values } = template;
    if (!text.startsWith(literals[k], from)) return undefined;
    const start = from + literals[k].length;
    if (k === values.length) return start === text.length ? [] : undefined;
    const next = literals[k + 1];
    const last = k + 1 === values.length;
    let end = last ? text.length - next.length : text.indexOf(next, start);
    while (end >= start && end <= text.length) {
      const value = said(text.slice(start, end), values[k], start === 0);
      const others = value !== undefined && valuesIn(template, text, k + 1, end);
      if (others) return [value, ...others];
      if (last) return undefined;
      end = end < text.length ? text.indexOf(next, end + 1) : -1;
    }
    return undefined;
  }

  /** A value in French, or kept. A text that begins with a name begins with a word, not with another sentence. */
  function said(value: string, what: Value | undefined, first: boolean): string | undefined {
    const kept = value === '' || (first && value.includes(' ')) ? undefined : value;
    if (!what) return kept;
    return translate(value, what.group) ?? (what.optional && !PROSE.test(value) ? kept : undefined);
  }

  return (text, group) => {
    known.clear();
    return translate(text, group);
  };
}

function templateOf([english, french]: [string, string]): Template {
  const parts = english.split(/\{\d+\}/);
  const values: (Value | undefined)[] = parts.slice(1).map(() => undefined);
  for (const [, at, group, optional] of french.matchAll(PLACE))
    if (group !== undefined) values[Number(at)] = { group, optional: optional === '?' };
  return { literals: parts, values, french };
}

/** Templates that say more themselves come first, so that a general one does not take what a special one knows. */
const closest = (a: Template, b: Template) => b.literals.join('').length - a.literals.join('').length;
