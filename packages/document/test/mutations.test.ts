/**
 * Files that were damaged anyhow: refused with a place and a reason, or read without losing anything. Never an exception, never a second.
 */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SEED, trials } from '../../../tests/trials';
import { EDITOR_LIMITS, readBytes, readText, writeText } from '../index';
import { PROBLEM_LIMIT } from '../problem';
import { harmedFile } from './harmed';
import { generator } from './random';

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
      const bytes = harmedFile(random);
      if (judge(bytes, `harm ${k} of seed ${SEED}`)) kept += 1;
      else refused += 1;
    }
    // Both have to have happened, often.
    expect(Math.min(kept, refused)).toBeGreaterThan(count / 100);
  }, 1_200_000);
});
