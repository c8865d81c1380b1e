/**
 * Functions, edited from inside: the graph around one waits until it is left, and then takes the change as one step.
 */
import {
  applyFunctionDocument,
  commit,
  documentOfFunction,
  type GraphDocument,
  type NoCommand,
} from '#document';
import { withPositions } from './layout';
import { popLevel, pushLevel, showNotice, useEditor } from './store';

const refuse = (text: string) => showNotice({ text, kind: 'refusal' });

/** Shows the inside of a function of the graph. */
export async function enterFunction(name: string): Promise<void> {
  const { history, evaluation } = useEditor.getState();
  const inside = documentOfFunction(history.document, evaluation.program, name);
  if ('problem' in inside) return refuse(inside.problem);
  const placed = await withPositions(inside);
  // Who has gone on in the meantime stays where he is.
  if (useEditor.getState().history === history) pushLevel(name, placed);
}

/** Back to the graph around, or stays with the reason. */
export function leaveFunction(): void {
  const { levels, history } = useEditor.getState();
  const level = levels.at(-1);
  if (!level) return;
  if (history.past.length === 0) return popLevel(undefined);
  const command = applyFunctionDocument(level.history.document, level.name, history.document);
  if ('problem' in command) refuse(command.problem);
  else popLevel(command);
}

/** The graph with all functions that are being edited in it, as it is saved. */
export function wholeDocument(): GraphDocument | NoCommand {
  const { levels, history } = useEditor.getState();
  let document = history.document;
  for (const level of levels.toReversed()) {
    const command = applyFunctionDocument(level.history.document, level.name, document);
    if ('problem' in command) return command;
    document = commit(level.history, command).document;
  }
  return document;
}
