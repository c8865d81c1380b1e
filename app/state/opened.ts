/**
 * What a file that was opened holds: a graph, or a picture of one with the graph inside.
 */
import type { HostFailure, HostFile, OpenedFile } from '#bridge';
import { EDITOR_LIMITS, type ReadOutcome, readBytes, readText } from '#document';
import { graphInPicture, graphInPng } from '#scene';
import { t } from '../i18n/i18n';

interface Opened {
  readonly outcome: ReadOutcome;
  /** Where the graph is saved again. A picture stays what it is: the graph in it is a new one. */
  readonly file: HostFile | null;
}

/** Told by its first byte, for names can be wrong: a PNG begins with 0x89, XML with an angle bracket, and a graph with neither. */
export function readOpened({ name, handle, bytes }: OpenedFile): Opened | HostFailure {
  const isPng = bytes[0] === 0x89;
  if (!isPng && firstLetter(bytes) !== '<')
    return { outcome: readBytes(bytes, EDITOR_LIMITS), file: { handle, name } };
  const text = isPng ? graphInPng(bytes) : graphInPicture(new TextDecoder().decode(bytes));
  if (text !== undefined) return { outcome: readText(text, EDITOR_LIMITS), file: null };
  return {
    failure: t('{{file}} is a picture without a graph inside: only those that Nabla exports have one.', {
      file: name,
    }),
  };
}

const firstLetter = (bytes: Uint8Array): string | undefined =>
  new TextDecoder().decode(bytes.subarray(0, 64)).trimStart()[0];
