/**
 * What is not to be had is a value with a sentence, not an exception.
 */

/** Why a command is not to be had: a sentence for the user. */
export interface NoCommand {
  readonly problem: string;
}

export const refused = (problem: string): NoCommand => ({ problem });

export const GONE = refused('There is no such node any more.');
