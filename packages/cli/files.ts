/**
 * Graphs from disk.
 */
import { readFileSync, statSync } from 'node:fs';
import { COMMAND_LINE_LIMITS, type ReadOutcome } from '#document';
import { readGraphOrPicture } from '#scene';

const REASONS: Record<string, (doing: string) => string> = {
  ENOENT: (doing) => (doing === 'read' ? 'there is no such file.' : 'there is no such folder.'),
  EISDIR: () => 'it is a folder: expected a file.',
  EACCES: (doing) => `you are not allowed to ${doing} it: change its permissions.`,
};

/** Why a file could not be read or written. */
export function fileProblem(error: unknown, doing: 'read' | 'write'): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code]?.(doing) ?? message;
}

/** The graph of a file, or the one inside of a picture. */
export function readGraph(file: string): ReadOutcome {
  const bytes = load(file);
  if (typeof bytes === 'string')
    return { problems: [{ place: '$', message: `the file cannot be read: ${bytes}` }] };
  return readGraphOrPicture(bytes, COMMAND_LINE_LIMITS).outcome;
}

/** The bytes, or why there are none. Beyond the limit nothing is loaded: the size alone is refused. */
function load(file: string): Uint8Array | string {
  try {
    const { size } = statSync(file);
    if (size > COMMAND_LINE_LIMITS.bytes) return { length: size } as Uint8Array;
    return readFileSync(file);
  } catch (error) {
    return fileProblem(error, 'read');
  }
}
