/**
 * The interface in French. The keys are the texts in English.
 */
import { COMMANDS_IN_FRENCH } from './french-commands';
import { EDITOR_IN_FRENCH } from './french-editor';
import { FILES_IN_FRENCH } from './french-files';
import { INSPECTOR_IN_FRENCH } from './french-inspector';
import { OUTLINE_IN_FRENCH } from './french-outline';
import { PANELS_IN_FRENCH } from './french-panels';
import { QUIZ_IN_FRENCH } from './french-quiz';
import { SETTINGS_IN_FRENCH } from './french-settings';
import { STUDY_IN_FRENCH } from './french-study';

export const french = {
  ...COMMANDS_IN_FRENCH,
  ...PANELS_IN_FRENCH,
  ...EDITOR_IN_FRENCH,
  ...INSPECTOR_IN_FRENCH,
  ...FILES_IN_FRENCH,
  ...SETTINGS_IN_FRENCH,
  ...OUTLINE_IN_FRENCH,
  ...STUDY_IN_FRENCH,
  ...QUIZ_IN_FRENCH,
} as const;
