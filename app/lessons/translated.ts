/**
 * The gallery in the language of the page. Whatever a user has written himself stays as it is, in his own graphs and in ours: a text is
 * translated word for word or not at all.
 */
import i18next from 'i18next';
import type { GraphDocument } from '#document';
import { LESSONS_IN_FRENCH } from '../i18n/lessons';
import { type GalleryEntry, gallery } from '../welcome/gallery';

/** What tells a lesson of ours from others, whatever steps a user has put into it. */
const signOf = ({ group, number, summary }: NonNullable<GraphDocument['lesson']>): string | undefined =>
  summary === undefined ? undefined : JSON.stringify([group, number, summary]);

const ours = new Set(
  gallery.flatMap(({ document: { lesson } }) => (lesson ? signOf(lesson) : undefined) ?? []),
);

/** Whether a graph has the lesson of one of ours: it was opened from the gallery, or saved from there. */
export const isOurs = (lesson: GraphDocument['lesson']): boolean =>
  lesson !== undefined && ours.has(signOf(lesson) ?? '');

/** The lesson of the gallery that follows this one; nothing for the last, and for what is not of the gallery. */
export function lessonAfter(lesson: GraphDocument['lesson']): GalleryEntry | undefined {
  if (!lesson || !isOurs(lesson)) return undefined;
  return gallery[1 + gallery.findIndex((entry) => signOf(entry.document.lesson!) === signOf(lesson))];
}

/** A text of the graph with this lesson: its title, its description, or a part of the lesson. */
export function textOf(lesson: GraphDocument['lesson'], text: string): string {
  if (i18next.language !== 'fr' || !Object.hasOwn(LESSONS_IN_FRENCH, text)) return text;
  return isOurs(lesson) ? LESSONS_IN_FRENCH[text] : text;
}

/** The title of a graph, as it is shown. */
export const shownTitle = (document: Pick<GraphDocument, 'lesson' | 'title'>): string =>
  textOf(document.lesson, document.title);
