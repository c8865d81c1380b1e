/**
 * Which earlier versions have to go.
 */
import { expect, it } from 'vitest';
import { type KeptVersion, tooMany } from '../versions';

const NOW = 1e12;
const DAY = 24 * 3600 * 1000;

const version = (key: number, more: Partial<KeptVersion> = {}): KeptVersion => ({
  key: String(key),
  name: 'a.nabla',
  text: 'text',
  nodes: 1,
  at: NOW - key,
  why: 'saved',
  ...more,
});

it('keeps forty of a name, the newest', () => {
  const all = Array.from({ length: 45 }, (_, k) => version(k));
  expect(tooMany(all, NOW)).toEqual(['40', '41', '42', '43', '44']);
  expect(tooMany([...all.slice(0, 40), version(99, { name: 'b.nabla' })], NOW)).toEqual([]);
});

it('lets go of what is older than four months', () => {
  expect(
    tooMany([version(1), version(2, { at: NOW - 119 * DAY }), version(3, { at: NOW - 121 * DAY })], NOW),
  ).toEqual(['3']);
});

it('keeps what there is room for', () => {
  const large = (key: number) => version(key, { name: `${key}`, text: 'x'.repeat(10_000_000) });
  expect(tooMany([large(1), large(2), large(3)], NOW)).toEqual(['3']);
});
