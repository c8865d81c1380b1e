/**
 * A page that says anything and asks for anything: no message and no address makes the main process fail, or gives what is not the page's.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { HOST_CALLS } from '#bridge';
import { generator } from '../../packages/document/test/random';
import { SEED } from '../../tests/trials';
import { pageHandler } from '../protocol';
import { startMain } from './electron-double';

const COUNT = 10_000;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nabla-fuzz-'));
});

afterAll(() => {
  vi.doUnmock('electron');
  rmSync(folder, { recursive: true, force: true });
});

type Random = () => number;

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)];

const ODD = [
  ...[
    undefined,
    null,
    true,
    false,
    0,
    -1,
    1e308,
    Number.NaN,
    '',
    'text',
    'known',
    'anything',
    'svg',
    '/etc/passwd',
  ],
  ...[
    '../../secret',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    'x'.repeat(2000),
    new Uint8Array(3),
    new Date(0),
  ],
  ...[{ __proto__: null }, { graph: 'G' }, new Map([[1, 2]]), [[]], 10n],
];

function anything(random: Random, depth = 0): unknown {
  const roll = random();
  if (roll < 0.6 || depth > 3) return pick(random, ODD);
  const items = Array.from({ length: Math.floor(random() * 4) }, () => anything(random, depth + 1));
  if (roll < 0.8) return items;
  const keys = ['label', 'commands', 'id', 'accelerator', 'then', 'toString', 'length', '__proto__x'];
  return Object.fromEntries(items.map((item) => [pick(random, keys), item]));
}

it(`answers or refuses ${COUNT} messages, and touches no file that nobody chose (seed ${SEED})`, async () => {
  const userData = join(folder, 'user data');
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'secret');
  const electron = await startMain({ userData });
  const [window] = electron.windows();
  const from = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
  const random = generator(SEED);
  const refusal =
    /^(only the page of a Nabla window may ask|\w+ was called with arguments it does not take)$/;
  let answered = 0;
  for (let k = 0; k < COUNT; k++) {
    // Opening windows is allowed, and would fill the screen.
    const name = pick(
      random,
      HOST_CALLS.filter((call) => call !== 'openWindow' && call !== 'close'),
    );
    const args = Array.from({ length: Math.floor(random() * 5) }, () => anything(random));
    const sender = random() < 0.1 ? (anything(random) ?? {}) : from;
    const outcome = await electron.callFrom(Object(sender), name, args).then(
      (answer) => {
        answered += 1;
        return JSON.stringify(answer ?? null);
      },
      ({ message }: Error) => {
        expect(message, `message ${k} of seed ${SEED}: ${name}`).toMatch(refusal);
        return '';
      },
    );
    expect(outcome).not.toContain('secret');
  }
  expect(answered).toBeGreaterThan(COUNT / 100);
  expect(readFileSync(secret, 'utf8')).toBe('secret');
  expect(readdirSync(folder).filter((name) => name !== 'user data')).toEqual(['secret']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
}, 60_000);

const SEGMENTS = [
  ...[
    '..',
    '.',
    '',
    '%2e%2e',
    '%2E%2e',
    '..%2f',
    '%2f..',
    '..\\',
    '..%5c',
    '%5c..',
    '%00',
    '%',
    '%zz',
    '%c0%ae%c0%ae',
  ],
  ...[
    'index.html',
    'assets',
    'secret.js',
    'page',
    'page-2',
    '*',
    '~',
    'C:',
    '....',
    '\u202e',
    'é',
    'a'.repeat(300),
    '?',
    '#',
  ],
];
const ORIGINS = [
  'app://nabla',
  'app://nabla:80',
  'app://elsewhere',
  'app:',
  'app://nabla@evil',
  'file://',
  'http://nabla',
  '',
];

it(`gives nothing but the page for ${COUNT} addresses (seed ${SEED})`, async () => {
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'page-2'));
  writeFileSync(join(page, 'index.html'), 'the page');
  for (const path of ['secret.js', 'page-2/secret.js', 'index.html'])
    writeFileSync(join(folder, path), 'secret');
  const answer = pageHandler(page);
  const random = generator(SEED);
  let found = 0;
  for (let k = 0; k < COUNT; k++) {
    const origin = random() < 0.7 ? ORIGINS[0] : pick(random, ORIGINS);
    const path = Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(random, SEGMENTS)).join('/');
    const url = `${origin}/${path}`;
    const response = await answer({ url });
    expect([200, 404], url).toContain(response.status);
    if (response.status === 404) continue;
    found += 1;
    expect(await response.text(), url).toBe('the page');
  }
  expect(found).toBeGreaterThan(COUNT / 1000);
}, 60_000);
