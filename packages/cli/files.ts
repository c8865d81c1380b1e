/**
 * Graphs from disk.
 */
import { readFileSync, statSync } from 'node:fs';
import { COMMAND_LINE_LIMITS, type ReadOutcome, readBytes } from '#document';

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'it is a folder: expected a file.',
  EACCES: 'you are not allowed to read it: change its permissions.',
};

export function readGraph(file: string): ReadOutcome {
  const bytes = load(file);
  if (typeof bytes === 'string')
    return { problems: [{ place: '$', message: `the file cannot be read: ${bytes}` }] };
  return readBytes(bytes, COMMAND_LINE_LIMITS);
}

/** The bytes, or why there are none. Beyond the limit nothing is loaded: the size alone is refused. */
function load(file: string): Uint8Array | string {
  try {
    const { size } = statSync(file);
    if (size > COMMAND_LINE_LIMITS.bytes) return { length: size } as Uint8Array;
    return readFileSync(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return REASONS[code] ?? message;
  }
}
