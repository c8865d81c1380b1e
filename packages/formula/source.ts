/**
 * A formula that has been read: its text, its words and its tree, and how a message points at a part of it.
 */
import type { Refusal } from '#engine';
import { clipped, type FormulaProblem, placeOf, problemAt } from './problem';
import type { Token } from './tokens';
import type { Term } from './tree';

export interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A part of the formula as it is written. */
export function written({ text, tokens }: Source, { first, last }: Term): string {
  return text.slice(tokens[first].start, tokens[last].end);
}

/** As {@link written}, short enough for a sentence. */
export const quoted = (source: Source, term: Term): string => clipped(written(source, term));

/** `character 5 of "a + b*c"` */
export const placeIn = ({ text, tokens }: Source, term: Term): string => placeOf(text, tokens[term.at].start);

export function problemIn(
  { text, tokens }: Source,
  term: Term,
  what: string,
  advice: string,
): FormulaProblem {
  return problemAt(text, tokens[term.at].start, what, advice);
}

/** What can only be said once the shapes are known. */
export function refusalIn(source: Source, term: Term, what: string, advice: string): Refusal {
  return { code: 'expression', message: problemIn(source, term, what, advice).message };
}
