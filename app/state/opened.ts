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

const PICTURE = /\.(svg|png)$/i;

/** The content decides, for names can be wrong; where it holds no graph the name says what was meant. */
export function readOpened({ name, handle, bytes }: OpenedFile): Opened | HostFailure {
  const text = graphInside(bytes);
  if (text !== undefined) return { outcome: readText(text, EDITOR_LIMITS), file: null };
  if (!PICTURE.test(name)) return { outcome: readBytes(bytes, EDITOR_LIMITS), file: { handle, name } };
  return {
    failure: t('{{file}} is a picture without a graph inside: only those that Nabla exports have one.', {
      file: name,
    }),
  };
}

/** A graph itself never begins with an angle bracket, as XML does. */
function graphInside(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return start.startsWith('<') ? graphInPicture(new TextDecoder().decode(bytes)) : graphInPng(bytes);
}
