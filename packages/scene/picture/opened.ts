/**
 * A file as it is opened: a graph, or a picture that holds one.
 */
import { type COMMAND_LINE_LIMITS, type ReadOutcome, readBytes, readText } from '#document';
import { graphInPicture } from './embedded';
import { graphInPng } from './png';

/** Reads a graph, told from a picture by its first bytes, whatever its name. A picture is no file to save a graph over. */
export function readGraphOrPicture(
  bytes: Uint8Array,
  limits: typeof COMMAND_LINE_LIMITS,
): { readonly outcome: ReadOutcome; readonly picture: boolean } {
  const kind = bytes.length > limits.bytes ? undefined : pictureKind(bytes);
  if (kind === undefined) return { outcome: readBytes(bytes, limits), picture: false };
  const text = kind === 'PNG' ? graphInPng(bytes) : graphInPicture(new TextDecoder().decode(bytes));
  const outcome = text === undefined ? { problems: [noGraphIn(kind)] } : readText(text, limits);
  return { outcome, picture: true };
}

const noGraphIn = (kind: 'SVG' | 'PNG') => ({
  place: '$',
  message: `this ${kind} holds no graph: expected a picture that was exported by Nabla, as it was saved then.`,
});

function pictureKind(bytes: Uint8Array): 'SVG' | 'PNG' | undefined {
  // No text has these bytes.
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'PNG';
  const start = new TextDecoder().decode(bytes.subarray(0, 100)).trimStart();
  return start.startsWith('<') ? 'SVG' : undefined;
}
