/**
 * The quick reading never says anything else than the careful one.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCarefully } from '../careful';
import { hashOf } from '../id-table';
import { COMMAND_LINE_LIMITS, EDITOR_LIMITS, type GraphDocument, readText, writeText } from '../index';
import { readQuickly } from '../quick';
import { generator, randomDocument } from './random';

function agree(text: string): void {
  expect(readText(text, COMMAND_LINE_LIMITS)).toEqual(readCarefully(text, COMMAND_LINE_LIMITS));
}

/** What is put in the place of a value, a key or a whole member. */
const ODD_VALUES = [
  ...['null', 'true', '0', '-0', '1e400', '-1e400', '1e-400', '9007199254740993', '""', '"x"', '"a:b"'],
  ...['"\\ud800"', '"\ud800"', '"\\uD83D\\uDE00"', '"😀"', '"\\u003a"', '"\\\\u003a"', '[]', '[[]]', '{}'],
  ...['[1]', '[1, 2]', '[1, null]', '[[1, 2], [3]]', '[[1], 2]', '[1e999]', '"sin"', '"function"', '"add"'],
  ...['{ "x": "x" }', '{ "a": "missing" }', '{ "__proto__": 1 }', '{ "1": 1 }', '{ "a": 1, "a": 1 }'],
  ...[
    `${'['.repeat(28)}${']'.repeat(28)}`,
    `${'['.repeat(31)}${']'.repeat(31)}`,
    '"expression"',
    '"variable"',
  ],
];
const ODD_KEYS = [
  'id',
  'op',
  'value',
  'inputs',
  'attributes',
  'expression',
  'function',
  'position',
  'note',
].concat(
  ['label', 'rank', 'rest', 'asRead', 'title', 'nodes', 'output', 'functions', 'target', 'training', 'view'],
  ['__proto__', '\\u005f_proto__', 'constructor', 'x\\u003ay', '\\ud800', 'f', 'x', 'version', 'format', 'a'],
);

/** Where values and keys stand in a text. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[[\]{},:]/gu;

/** A text with one token replaced, a member put in, a token lost or a token doubled. */
function mutated(text: string, kind: number, choice: number, odd: number): string {
  const tokens = [...text.matchAll(TOKEN)];
  if (!tokens.some(([token]) => token === '{') || !tokens.some(([token]) => token.startsWith('"')))
    return text;
  const pick = <T>(list: readonly T[], n: number) => list[n % list.length];
  const { index, 0: token } = pick(tokens, choice);
  const before = text.slice(0, index);
  const after = text.slice(index + token.length);
  const value = pick(ODD_VALUES, odd);
  const key = pick(ODD_KEYS, Math.floor(odd / ODD_VALUES.length));
  switch (kind) {
    case 0:
      return /^[[\]{},:]$/.test(token) ? `${before}${after}` : `${before}${value}${after}`;
    case 1: {
      const open = pick(
        tokens.filter(([mark]) => mark === '{'),
        choice,
      ).index;
      const comma = /^\{\s*\}/.test(text.slice(open)) ? '' : ',';
      return `${text.slice(0, open + 1)}"${key}": ${value}${comma}${text.slice(open + 1)}`;
    }
    case 2:
      return token.startsWith('"') ? `${before}"${key}"${after}` : `${before}${token}${token}${after}`;
    default: {
      const other = pick(
        tokens.filter(([mark]) => mark.startsWith('"')),
        odd,
      )[0];
      return token.startsWith('"') ? `${before}${other}${after}` : `${before}${value}${after}`;
    }
  }
}

/** Ids that share the last eleven bits of their hash. */
function colliding(count: number): string[] {
  const ids: string[] = [];
  for (let i = 0; ids.length < count; i++) if ((hashOf(`v${i}`) & 2047) === 7) ids.push(`v${i}`);
  return ids;
}

const reversed = (given: GraphDocument): GraphDocument => ({
  ...given,
  nodes: new Map([...given.nodes].map(([id, node]) => [id, { ...node, rank: -node.rank! }])),
});

function anyMutation(text: string, random: () => number): string {
  const large = () => Math.floor(random() * 1e6);
  return mutated(text, Math.floor(random() * 4), large(), large());
}

describe('The quick reading', () => {
  it('accepts what is right, with the document of the careful one (seeds 0 to 1,999)', () => {
    for (let seed = 0; seed < 2000; seed++)
      for (const document of [randomDocument(seed), reversed(randomDocument(seed))]) {
        const text = writeText(document);
        const quick = readQuickly(text, Number.POSITIVE_INFINITY);
        if (!/\\u(003a|d)/i.test(text)) expect(quick, `seed ${seed}`).toBeDefined();
        agree(text);
      }
  }, 60_000);

  it('agrees with the careful one on files that were tampered with (seeds 0 to 3,999)', () => {
    for (let seed = 0; seed < 4000; seed++) {
      const random = generator(seed);
      const once = anyMutation(writeText(randomDocument(seed)), random);
      agree(once);
      agree(anyMutation(once, random));
    }
  }, 60_000);

  it.each(['version-1.nabla', 'functions.nabla'])(
    'agrees on 3,000 mutations of %s (seed 13)',
    (name) => {
      const text = readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
      const random = generator(13);
      for (let i = 0; i < 3000; i++) agree(anyMutation(text, random));
    },
    60_000,
  );

  it('finds a key that stands twice wherever colons hide', () => {
    const graph = (members: string) => `{"format":"nabla","version":1,"nodes":[],${members}}`;
    for (const members of [
      '"a":1,"a":2',
      '"a":"\\u003a","b":1,"b":1',
      '"a":"\\u003A","b":1,"b":1',
      '"\\u003a":0,"b":1,"b":1',
      '"a":":","a":":"',
      '"a":{"x":1,"x":{"y":2}}',
      '"title":"t","title":"t"',
    ])
      expect(readQuickly(graph(members), 9)).toBeUndefined();
    expect(readQuickly(graph('"a:":":","b":[":",{":":1}]'), 9)).toBeDefined();
  });

  it('survives a million brackets', () => {
    const lists = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    const objects = `${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`;
    for (const deep of [lists, objects])
      expect(readQuickly(`{"format":"nabla","version":1,"nodes":[],"x":${deep}}`, 9)).toBeUndefined();
  }, 30_000);

  it('leaves ids that were made to collide to a Map', () => {
    const nodes = (ids: readonly string[]) => ids.map((id) => ({ id, op: 'constant', value: 1 }));
    const text = JSON.stringify({ format: 'nabla', version: 1, nodes: nodes(colliding(1000)) });
    expect(readQuickly(text, 5000)).toBeUndefined();
    expect(readText(text, EDITOR_LIMITS)).toHaveProperty('document');
  });
});

it('takes a node with 100,000 unknown keys in good time', () => {
  const keys = Array.from({ length: 100_000 }, (_, i) => `"k${i}": ${i}`).join(', ');
  const text = `{ "format": "nabla", "version": 1, "nodes": [{ "id": "x", "op": "variable", "value": 1, ${keys} }] }`;
  const outcome = readText(text, COMMAND_LINE_LIMITS);
  expect('document' in outcome && Object.keys(outcome.document.nodes.get('x')!.rest!)).toHaveLength(100_000);
});
