/**
 * Files that were damaged anyhow: refused with a place and a reason, or read without losing anything. Never an exception, never a second.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SEED, trials } from '../../../tests/trials';
import { EDITOR_LIMITS, readBytes, readText, writeText } from '../index';
import { PROBLEM_LIMIT } from '../problem';
import { generator, randomDocument } from './random';

type Random = () => number;

const lessons = new URL('../../../assets/lessons/', import.meta.url);
const files = readdirSync(lessons).map((name) => new Uint8Array(readFileSync(new URL(name, lessons))));

const below = (random: Random, n: number) => Math.floor(random() * n);

/** Bytes that mean something to a reader of JSON, of UTF-8 or of neither. */
const PIECES = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '0',
  '-',
  'e',
  '.',
  'null',
  '1e999',
  '\\ud800',
  '\u0000',
  '∂',
].map((piece) => new TextEncoder().encode(piece));

/** One harm: a byte changed, a piece put in, lost, doubled or moved, or the end cut off. */
function harmed(bytes: Uint8Array, random: Random): Uint8Array {
  const at = below(random, bytes.length + 1);
  const length = below(random, 1 + below(random, 60));
  const [before, piece, after] = [bytes.slice(0, at), bytes.slice(at, at + length), bytes.slice(at + length)];
  const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
  switch (below(random, 7)) {
    case 0:
      return joined(before, new Uint8Array([below(random, 256)]), bytes.slice(at + 1));
    case 1:
      return joined(before, PIECES[below(random, PIECES.length)], bytes.slice(at));
    case 2:
      return joined(before, after);
    case 3:
      return joined(before, piece, piece, after);
    case 4:
      return joined(after, piece, before);
    case 5:
      return before;
    default:
      return joined(before, PIECES[below(random, PIECES.length)], after);
  }
}

/** What a file says. That nothing is wired or set may be said, or not. */
const said = (text: string): unknown =>
  JSON.parse(text.replace(/^\ufeff/, ''), (key, value) =>
    (key === 'inputs' || key === 'attributes') && Object.keys(value).length === 0 ? undefined : value,
  );

/** Members that say no more than their absence. */
function withoutDefaults(file: unknown): Record<string, unknown> {
  const { title, description, target, ...rest } = file as Record<string, unknown>;
  return {
    ...rest,
    ...(title !== '' && title !== undefined && { title }),
    ...(description !== '' && description !== undefined && { description }),
    ...(target !== null && target !== undefined && { target }),
  };
}

function judge(bytes: Uint8Array, told: string): boolean {
  const started = performance.now();
  const outcome = readBytes(bytes, EDITOR_LIMITS);
  expect(performance.now() - started, told).toBeLessThan(1000);
  if ('problems' in outcome) {
    const { problems } = outcome;
    expect(problems.length, told).toBeGreaterThan(0);
    expect(problems.length, told).toBeLessThanOrEqual(PROBLEM_LIMIT);
    for (const { place, line, column, message } of problems) {
      expect(message.trim(), told).not.toBe('');
      // Where: a JSON path, or a line and a column, or an offset in the message.
      expect(
        place !== '$' || line !== undefined || /\d|empty|object/.test(message),
        `${told}: ${message}`,
      ).toBe(true);
      if (line !== undefined) expect(Math.min(line, column ?? 0), told).toBeGreaterThan(0);
    }
    return false;
  }
  const text = new TextDecoder().decode(bytes);
  const written = writeText(outcome.document);
  const [after, before] = [written, text].map((one) => withoutDefaults(said(one)));
  // Quicker than vitest, whose words are wanted only where they differ.
  if (!isDeepStrictEqual(after, before)) expect(after, told).toEqual(before);
  const again = readText(written, EDITOR_LIMITS);
  expect('document' in again && writeText(again.document), told).toBe(written);
  return true;
}

describe('A damaged file', () => {
  it('is refused with reasons, or kept whole', () => {
    const random = generator(SEED);
    const count = trials(20_000, 100_000);
    let [kept, refused] = [0, 0];
    for (let k = 0; k < count; k++) {
      const whole =
        random() < 0.8
          ? files[below(random, files.length)]
          : new TextEncoder().encode(writeText(randomDocument(below(random, 1e6))));
      let bytes = harmed(whole, random);
      while (random() < 0.3) bytes = harmed(bytes, random);
      if (judge(bytes, `harm ${k} of seed ${SEED}`)) kept += 1;
      else refused += 1;
    }
    // Both have to have happened, often.
    expect(Math.min(kept, refused)).toBeGreaterThan(count / 100);
  }, 1_200_000);
});
