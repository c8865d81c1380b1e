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
  try {
    const { size } = statSync(file);
    // Beyond the limit, as many bytes as it takes to be refused.
    if (size > COMMAND_LINE_LIMITS.bytes)
      return readBytes({ length: size } as Uint8Array, COMMAND_LINE_LIMITS);
    return readBytes(readFileSync(file), COMMAND_LINE_LIMITS);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return { problems: [{ place: '$', message: `the file cannot be read: ${REASONS[code] ?? message}` }] };
  }
}
