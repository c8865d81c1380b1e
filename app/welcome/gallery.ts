/**
 * The graphs that come with Nabla, in the order of the course.
 */
import { EDITOR_LIMITS, type GraphDocument, readText } from '#document';
import { lessonOf } from '../lessons/lesson';

export interface GalleryEntry {
  readonly name: string;
  readonly text: string;
  readonly document: GraphDocument;
  readonly group: string;
  readonly number: number;
  readonly summary: string;
  /** Steps of the lesson. */
  readonly steps: number;
}

const texts = import.meta.glob<string>('../../assets/lessons/*.nabla', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const gallery: readonly GalleryEntry[] = Object.entries(texts)
  .map(([path, text]) => entryOf(path.slice(path.lastIndexOf('/') + 1), text))
  .sort((a, b) => a.number - b.number);

/** What ships with us is right, or a test has failed long before. */
function entryOf(name: string, text: string): GalleryEntry {
  const read = readText(text, EDITOR_LIMITS);
  if ('problems' in read) throw new Error(`${name}: ${read.problems[0].message}`);
  const outcome = lessonOf(read.document.lesson);
  if (!outcome || 'unexpected' in outcome) throw new Error(`${name}: ${outcome?.unexpected ?? 'no lesson'}`);
  const { group, number, summary, steps } = outcome.lesson;
  return { name, text, document: read.document, group, number, summary, steps: steps.length };
}

export const galleryGroups: readonly string[] = [...new Set(gallery.map(({ group }) => group))];
