/**
 * The gallery in the language of the page. Whatever a user has written himself stays as it is, in his own graphs and in ours.
 */
import i18next from 'i18next';
import type { GraphDocument } from '#document';
import { LESSONS_IN_FRENCH } from '../i18n/lessons';
import { gallery } from '../welcome/gallery';

const ours = new Set(gallery.map(({ document: { lesson } }) => JSON.stringify(lesson)));

/** What was found out of a lesson section, which does not change while its graph is edited. */
const judged = new WeakMap<object, boolean>();

/** Whether a graph has the lesson of one of ours, word for word: it was opened from the gallery, or saved from there. */
function isOurs(lesson: GraphDocument['lesson']): boolean {
  if (!lesson) return false;
  const known = judged.get(lesson) ?? ours.has(JSON.stringify(lesson));
  judged.set(lesson, known);
  return known;
}

/** A text of the graph with this lesson: its title, its description, or a part of the lesson. */
export function textOf(lesson: GraphDocument['lesson'], text: string): string {
  if (i18next.language !== 'fr' || !Object.hasOwn(LESSONS_IN_FRENCH, text)) return text;
  return isOurs(lesson) ? LESSONS_IN_FRENCH[text] : text;
}

/** The title of a graph, as it is shown. */
export const shownTitle = (document: Pick<GraphDocument, 'lesson' | 'title'>): string =>
  textOf(document.lesson, document.title);
