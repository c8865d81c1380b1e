/**
 * Why a formula is refused: at which character, and in words.
 */

export interface FormulaProblem {
  readonly message: string;
  /** 1-based character of the formula. */
  readonly position: number;
}

export const isFormulaProblem = (outcome: object): outcome is FormulaProblem => 'position' in outcome;

/** More characters of a formula than these are cut when it is quoted. */
const QUOTE_LENGTH = 60;

/** `What at character 3 of "a b": advice` — the form of every problem that has a place. */
export function problemAt(text: string, offset: number, what: string, advice: string): FormulaProblem {
  return { message: `${what} at ${placeOf(text, offset)}: ${advice}`, position: offset + 1 };
}

/** `character 3 of "a b"`; of a long formula the neighbourhood is quoted. */
export function placeOf(text: string, offset: number): string {
  return `character ${offset + 1} of "${around(text, offset)}"`;
}

function around(whole: string, offset: number): string {
  const text = whole.replace(/\p{Cc}/gu, ' ');
  if (text.length <= QUOTE_LENGTH) return text;
  const start = Math.max(0, Math.min(offset - QUOTE_LENGTH / 2, text.length - QUOTE_LENGTH));
  const end = start + QUOTE_LENGTH;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

/** The text from one end, cut when it is long. */
export function clipped(text: string): string {
  return text.length <= QUOTE_LENGTH ? text : `${text.slice(0, QUOTE_LENGTH - 1)}…`;
}
