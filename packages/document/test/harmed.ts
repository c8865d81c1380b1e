/**
 * Files that somebody, or something, has damaged.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { writeText } from '../index';
import { randomDocument } from './random';

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
function harmedOnce(bytes: Uint8Array, random: Random): Uint8Array {
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

/** A lesson or a random document, harmed once or several times. */
export function harmedFile(random: Random): Uint8Array {
  const whole =
    random() < 0.8
      ? files[below(random, files.length)]
      : new TextEncoder().encode(writeText(randomDocument(below(random, 1e6))));
  let bytes = harmedOnce(whole, random);
  while (random() < 0.3) bytes = harmedOnce(bytes, random);
  return bytes;
}
