/**
 * What can be added to a graph, and how it is found: by its name, its title, its sign, or another word for it.
 */
import { matchSorter } from 'match-sorter';
import type { GraphDocument, Position } from '#document';
import { type Family, LEAVES, operators } from '#engine';
import { t } from '../i18n/i18n';
import { described, FAMILY_NAMES, familyTitle, wordsFor } from '../i18n/operators-said';
import { functionEntries, libraryEntries } from './functions';

export interface Entry {
  readonly key: string;
  /** The name it is called by. */
  readonly op: string;
  readonly group: Group;
  readonly title: string;
  /** TeX. */
  readonly symbol: string;
  readonly help: string;
  readonly words: readonly string[];
  /** How it is added, where that is not as an operator is. */
  add?(place: Position): void;
}

/** The parts of the palette, in its order. */
export const GROUPS = ['Functions of this graph', 'Values', ...FAMILY_NAMES, 'Library'] as const;

type Group = (typeof GROUPS)[number];

const isFamily = (group: Group): group is Family => FAMILY_NAMES.some((family) => family === group);

export const groupTitle = (group: Group): string => (isFamily(group) ? familyTitle(group) : t(group));

/** Signs that people type for an operator. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  add: ['+'],
  subtract: ['-', '−'],
  multiply: ['*', '×', '·', '.*'],
  divide: ['/', '÷'],
  power: ['^', '**'],
  sqrt: ['√'],
  sum: ['Σ', '∑'],
  prod: ['Π', '∏'],
  abs: ['|x|'],
  transpose: ["'", 'ᵀ'],
};

const [VARIABLE, PARAMETER, CONSTANT] = LEAVES;

const LEAF_ENTRIES: readonly Omit<Entry, 'key'>[] = [
  {
    op: VARIABLE,
    title: 'Variable',
    symbol: 'x',
    help: 'An input of the graph.',
    group: 'Values',
    words: ['input'],
  },
  {
    op: PARAMETER,
    title: 'Parameter',
    symbol: 'w',
    help: 'A number (or matrix) that training changes.',
    group: 'Values',
    words: ['weight'],
  },
  {
    op: CONSTANT,
    title: 'Constant',
    symbol: 'c',
    help: 'Data that stays as it is.',
    group: 'Values',
    words: ['number', 'data'],
  },
];

const ENTRIES: readonly Entry[] = [
  ...LEAF_ENTRIES.map((leaf) => ({ key: leaf.op, ...leaf })),
  ...[...operators.values()].map(({ name, family, title, symbol, help, synonyms = [] }) => ({
    key: name,
    op: name,
    group: family,
    title,
    symbol,
    help,
    words: [...synonyms, ...(SIGNS[name] ?? [])],
  })),
];

/** In the language of the page, and found in both. */
function translated(entry: Entry): Entry {
  const operator = { ...entry, name: entry.op };
  return { ...entry, ...described(operator), words: [...entry.words, ...wordsFor(operator)] };
}

/** Everything that can be added to a graph. */
export const entriesFor = (document: GraphDocument): readonly Entry[] => [
  ...functionEntries(document),
  ...ENTRIES.map(translated),
  ...libraryEntries(),
];

/** Typed on any keyboard. */
const straight = (text: string) => text.replaceAll('’', "'");

/** Those that answer to the words, the closest first: an exact name, a beginning, a part. All of them, in their order, for no words. */
export function search(entries: readonly Entry[], words: string): readonly Entry[] {
  if (words.trim() === '') return entries;
  return matchSorter(entries, straight(words.trim()), {
    keys: ['op', ({ title }) => straight(title), (entry) => entry.words.map(straight)],
    threshold: matchSorter.rankings.CONTAINS,
    baseSort: (a, b) => a.index - b.index,
  });
}
