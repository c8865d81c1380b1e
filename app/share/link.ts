/**
 * A graph in a link: deflated, as letters that a URL may hold, behind the `#`, which no browser sends to a server.
 */
import { Unzlib, zlibSync } from 'fflate';

/** Longer links are cut off by mail and chat programs. */
export const LONGEST_LINK = 30_000;

/** As much as the editor opens. */
const MOST_BYTES = 1 << 24;
/** A byte of a deflated text can stand for 1,032: small pieces keep what one of them becomes small. */
const PIECE = 1024;
const MARK = '#graph=';

export function linkTo(text: string, page: string): string {
  const bytes = zlibSync(new TextEncoder().encode(text), { level: 9 });
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const letters = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return `${page}${MARK}${letters}`;
}

export type Shared = { readonly text: string } | { readonly problem: 'damaged' | 'too large' };

/** The text of the graph behind the `#` of a link; undefined if none is meant to be there. */
export function textInHash(hash: string): Shared | undefined {
  if (!hash.startsWith(MARK)) return undefined;
  try {
    const bytes = bytesOf(hash.slice(MARK.length));
    const inflated = inflate(bytes);
    if (!inflated) return { problem: 'too large' };
    // fflate leaves the checksum to its caller.
    const checksum = new DataView(bytes.buffer).getUint32(bytes.length - 4);
    if (checksum !== adler32(inflated)) return { problem: 'damaged' };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(inflated) };
  } catch {
    // Not those letters, not deflated, cut off or not a text: to the reader it is all the same.
    return { problem: 'damaged' };
  }
}

const bytesOf = (letters: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** What was deflated; undefined as soon as it is more than a graph may be. */
function inflate(bytes: Uint8Array): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Unzlib((piece) => {
    pieces.push(piece);
    size += piece.length;
  });
  for (let at = 0; at < bytes.length; at += PIECE) {
    stream.push(bytes.slice(at, at + PIECE), at + PIECE >= bytes.length);
    if (size > MOST_BYTES) return undefined;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The checksum of zlib (RFC 1950). */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return ((b << 16) | a) >>> 0;
}
