/**
 * The interface in French. The keys are the texts in English.
 */
import { COMMANDS_IN_FRENCH } from './french-commands';
import { PANELS_IN_FRENCH } from './french-panels';

export const french = { ...COMMANDS_IN_FRENCH, ...PANELS_IN_FRENCH } as const;
