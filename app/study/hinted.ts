/**
 * What is lit on the canvas and in what is written out.
 */

/** What a study makes of a node or a wire. */
export type Mark = 'lit' | 'plain' | 'dim';

/** Whether a term goes along what is pointed at, a wire or another term. */
export const isHinted = (hinted: string | null, term: string): boolean =>
  hinted !== null && (term === hinted || term.split(' ').includes(hinted));
