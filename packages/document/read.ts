/**
 * From bytes to a document, or to all the reasons why not.
 */
import { formatCount } from '#engine';
import { type ReadLimits, type ReadOutcome, readCarefully } from './careful';
import type { FileProblem } from './problem';
import { readQuickly } from './quick';

const MIB = 1 << 20;

export const EDITOR_LIMITS: ReadLimits = {
  bytes: 16 * MIB,
  nodes: 5_000,
  remedy: 'Run it from a terminal instead: npx nabla eval FILE.',
};

export const COMMAND_LINE_LIMITS: ReadLimits = {
  bytes: 256 * MIB,
  nodes: Number.POSITIVE_INFINITY,
  remedy: 'Split the graph into smaller files.',
};

const refused = (problem: FileProblem): ReadOutcome => ({ problems: [problem] });

/** Reads the bytes of a `.nabla` file. */
export function readBytes(bytes: Uint8Array, limits: ReadLimits): ReadOutcome {
  if (bytes.length > limits.bytes)
    return refused({
      place: '$',
      message: `the file has ${formatCount(bytes.length)} bytes, more than the limit of ${limits.bytes / MIB} MiB. ${limits.remedy}`,
    });
  const text = decoded(bytes);
  if (text !== undefined) return readText(text, limits);
  const broken = brokenByte(bytes);
  return refused({
    place: '$',
    message: `not a text file in UTF-8: the byte 0x${bytes[broken].toString(16).padStart(2, '0')} at offset ${broken} does not belong there.`,
  });
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The offset of the first byte that is not UTF-8: it decodes to U+FFFD without being one. */
function brokenByte(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let offset = bom;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', from)) {
    offset += new TextEncoder().encode(text.slice(from, at)).length;
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset;
    offset += 3;
    from = at + 1;
  }
  throw new Error('every byte belongs to UTF-8');
}

/** Reads the text of a `.nabla` file: quickly when it is right, carefully when something may be wrong. */
export function readText(source: string, limits: ReadLimits): ReadOutcome {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  const document = readQuickly(text, limits.nodes);
  return document ? { document } : readCarefully(text, limits);
}
