/**
 * The graph inside of a picture made of pixels: an international text chunk (iTXt) of the PNG, named nabla.
 */
const KEYWORD = 'nabla';
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length and type before the data of a chunk, a checksum behind them. */
const HEAD = 8;
const TAIL = 4;

interface Chunk {
  readonly type: string;
  /** Where the chunk starts in the file. */
  readonly start: number;
  readonly data: Uint8Array;
}

/** The same picture with the text of its graph, uncompressed, before its last chunk. */
export function pngWithGraph(png: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const last = chunksOf(png).at(-1);
  if (!last) throw new Error('not a PNG');
  // Uncompressed, in no language, and the keyword translated into none.
  const head = latin(`iTXt${KEYWORD}\0\0\0\0\0`);
  const content = joined([head, new TextEncoder().encode(text)]);
  return joined([
    png.subarray(0, last.start),
    bigEndian(content.length - 4),
    content,
    bigEndian(checksum(content)),
    png.subarray(last.start),
  ]);
}

/** The text of the graph that a PNG was made of; undefined for any other file. */
export function graphInPng(png: Uint8Array): string | undefined {
  const name = latin(`${KEYWORD}\0\0\0`);
  const found = chunksOf(png).find(
    ({ type, data }) => type === 'iTXt' && name.every((byte, i) => byte === data[i]),
  );
  if (!found) return undefined;
  // Language and translated keyword end with a zero each.
  const language = found.data.indexOf(0, name.length);
  const keyword = found.data.indexOf(0, language + 1);
  if (language < 0 || keyword < 0) return undefined;
  return new TextDecoder().decode(found.data.subarray(keyword + 1));
}

/** The chunks of a PNG; none of a file that is something else, and those that are whole of one cut short. */
function chunksOf(png: Uint8Array): Chunk[] {
  if (SIGNATURE.some((byte, i) => png[i] !== byte)) return [];
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let start = SIGNATURE.length; start + HEAD + TAIL <= png.length; ) {
    const end = start + HEAD + view.getUint32(start);
    if (end + TAIL > png.length) break;
    const type = String.fromCharCode(...png.subarray(start + 4, start + HEAD));
    chunks.push({ type, start, data: png.subarray(start + HEAD, end) });
    start = end + TAIL;
  }
  return chunks;
}

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function bigEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** CRC-32 as PNG wants it (ISO 3309). */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
