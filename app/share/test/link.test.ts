/**
 * A link gives back the graph it was made of, or says that it cannot.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { linkTo, textInHash } from '../link';

const folder = new URL('../../../assets/lessons/', import.meta.url);
const lessons = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}));

const PAGE = 'https://example.org/nabla/';
const hashOf = (text: string) => new URL(linkTo(text, PAGE)).hash;
const letters = (bytes: Uint8Array) => `#graph=${Buffer.from(bytes).toString('base64url')}`;

/** Numbers in [0, n), the same for the same seed (mulberry32). */
function randomly(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

describe('A link', () => {
  it.each(lessons)('to $name gives it back, byte for byte', ({ text }) => {
    expect(textInHash(hashOf(text))).toEqual({ text });
  });

  it('holds any text: none, emoji, lone quotes, a megabyte', () => {
    for (const text of ['', '∇ 𝛛 👩‍🏫 "\\u0000"', 'x'.repeat(1 << 20)])
      expect(textInHash(hashOf(text))).toEqual({ text });
  });

  it('is made of letters that every URL may hold, and is zlib for others to read', () => {
    const link = linkTo(lessons[0].text, PAGE);
    expect(link).toMatch(/^https:\/\/example\.org\/nabla\/#graph=[A-Za-z0-9_-]+$/);
    const bytes = Buffer.from(link.split('=')[1], 'base64url');
    expect(inflateSync(bytes).toString('utf8')).toBe(lessons[0].text);
  });

  it('of another kind is none of ours', () => {
    for (const hash of ['', '#', '#top', '#graph', '#graphs=abc']) expect(textInHash(hash)).toBeUndefined();
  });

  it('is damaged when it is cut off anywhere', () => {
    const hash = hashOf(lessons[0].text);
    for (let end = '#graph='.length; end < hash.length - 1; end++)
      expect(textInHash(hash.slice(0, end)), `after ${end} letters`).toEqual({ problem: 'damaged' });
  });

  it.each([1, 2, 3])('never gives another text when letters of it are changed (seed %i)', (seed) => {
    const random = randomly(seed);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%é';
    for (let round = 0; round < 400; round++) {
      const { text } = lessons[random(lessons.length)];
      const changed = [...hashOf(text)];
      for (let k = random(3); k >= 0; k--)
        changed[7 + random(changed.length - 7)] = alphabet[random(alphabet.length)];
      expect([{ text }, { problem: 'damaged' }]).toContainEqual(textInHash(changed.join('')));
    }
  });

  it('that is no text in UTF-8 is damaged', () => {
    expect(textInHash(letters(zlibSync(Uint8Array.of(0xff, 0xfe))))).toEqual({ problem: 'damaged' });
  });

  it('opens at 16 MiB and not a byte above', () => {
    const bytes = new Uint8Array((1 << 24) + 1).fill(32);
    expect(textInHash(letters(zlibSync(bytes.subarray(1))))).toHaveProperty('text');
    expect(textInHash(letters(zlibSync(bytes)))).toEqual({ problem: 'too large' });
  });

  it('of 87,000 letters that would become 64 MiB is refused in a moment', () => {
    const bomb = zlibSync(new Uint8Array(1 << 26), { level: 9 });
    const start = performance.now();
    expect(textInHash(letters(bomb))).toEqual({ problem: 'too large' });
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
