/**
 * Lessons, written in the editor.
 */
import { t } from '../i18n/i18n';
import { record, shownStep, stepCount } from '../lessons/steps';
import { setAuthoring, showSide, useEditor } from '../state/store';
import { type EditorCommand, somethingThere } from './command';

export const LESSON_COMMANDS: readonly EditorCommand[] = [
  {
    id: 'lesson.record',
    label: 'Record this view as a step',
    menu: 'Study',
    keys: ['Alt+r'],
    enabled: somethingThere,
    run: () => record(t('Step {{n}}', { n: shownStep() + 1 })),
  },
  {
    id: 'lesson.write',
    label: 'Write the lesson',
    menu: 'Study',
    keys: [],
    enabled: () => stepCount() > 0,
    run: () => {
      showSide('lesson');
      setAuthoring(!useEditor.getState().authoring);
    },
  },
];
