/**
 * Everything the user can do by name: one list that feeds the keyboard, the toolbar, the menus, the command palette, the sheet of shortcuts and
 * the tests.
 */
import { useEditor } from '../state/store';
import { ARRANGE_COMMANDS } from './arrange-commands';
import type { EditorCommand, MenuName } from './command';
import { EDIT_COMMANDS } from './edit-commands';
import { FILE_COMMANDS } from './file-commands';
import { FUNCTION_COMMANDS } from './function-commands';
import { GRAPH_COMMANDS } from './graph-commands';
import { LATEX_COMMANDS } from './latex-commands';
import { LESSON_COMMANDS } from './lesson-commands';
import { PRESENT_COMMANDS } from './present-commands';
import { SELECT_COMMANDS } from './select-commands';
import { STUDY_COMMANDS } from './study-commands';
import { VIEW_COMMANDS } from './view-commands';

export const MENUS: readonly MenuName[] = [
  'File',
  'Edit',
  'Select',
  'View',
  'Study',
  'Graph',
  'Arrange',
  'Help',
];

export const COMMANDS: readonly EditorCommand[] = [
  ...FILE_COMMANDS,
  ...EDIT_COMMANDS,
  ...LATEX_COMMANDS,
  // Before what is selected is let go, what is studied ends.
  ...STUDY_COMMANDS,
  ...SELECT_COMMANDS,
  ...VIEW_COMMANDS,
  ...LESSON_COMMANDS,
  ...PRESENT_COMMANDS,
  ...GRAPH_COMMANDS,
  ...FUNCTION_COMMANDS,
  ...ARRANGE_COMMANDS,
];

const byId = new Map(COMMANDS.map((command) => [command.id, command]));

export function commandById(id: string): EditorCommand {
  const command = byId.get(id);
  if (!command) throw new Error(`there is no command ${id}`);
  return command;
}

/** Runs a command if it makes sense now. */
export function runCommand(id: string): void {
  const command = commandById(id);
  if (command.enabled(useEditor.getState())) command.run();
}
