/**
 * How the translations of lessons are written down.
 */

/** A text in English, word for word as in its graph, and in French. */
export type Translation = readonly [english: string, french: string];

/** A text with formulas in it: a backslash is written once, as in TeX. */
export const tex = String.raw;
