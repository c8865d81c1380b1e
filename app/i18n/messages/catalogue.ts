/**
 * Everything that the packages say, in French, by groups.
 */
import { COMMANDS_IN_FRENCH } from '../french-commands';
import { ATTRIBUTES_IN_FRENCH } from '../french-operators';
import { FILES } from './document-files';
import { REFUSALS } from './document-refusals';
import { STEPS } from './document-steps';
import { POINTS } from './engine-points';
import { SHAPES } from './engine-shapes';
import { FORMULA } from './formula';
import { ADVICE } from './formula-advice';
import { HOST } from './host';
import { KINDS } from './kinds';
import type { Groups, Phrases } from './phrases';
import { SPOKEN } from './spoken';

/** Of the packages alone, an area each. */
export const AREAS: readonly Groups[] = [
  SHAPES,
  POINTS,
  FORMULA,
  ADVICE,
  FILES,
  REFUSALS,
  STEPS,
  SPOKEN,
  HOST,
  { kind: KINDS },
];

/** Settings are said of an operator, and a step may be called as the command that did it. */
const OTHERS: readonly Groups[] = [{ setting: ATTRIBUTES_IN_FRENCH }, { step: COMMANDS_IN_FRENCH }];

export const CATALOGUE: ReadonlyMap<string, Phrases> = merged([...AREAS, ...OTHERS]);

function merged(areas: readonly Groups[]): ReadonlyMap<string, Phrases> {
  const all = new Map<string, Phrases>();
  for (const area of areas)
    for (const [group, phrases] of Object.entries(area)) all.set(group, { ...all.get(group), ...phrases });
  return all;
}
