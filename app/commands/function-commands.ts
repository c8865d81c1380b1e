/**
 * Functions: a selection folded into one, unfolded, entered and left.
 */
import { foldIntoFunction, unfoldFunction } from '#document';
import { operators } from '#engine';
import { enterFunction, leaveFunction } from '../state/functions';
import { commit, currentDocument, type EditorState, select, showNotice, useEditor } from '../state/store';
import { type EditorCommand, inEditor, nodesSelected, oneNodeSelected, somethingSelected } from './command';

/** The function that the selected node stands for. */
function selectedFunction(state: EditorState): string | undefined {
  if (!oneNodeSelected(state)) return undefined;
  const node = state.history.document.nodes.get(state.selection.nodes[0]);
  return node?.op === 'function' ? node.function : undefined;
}

function fold(): void {
  const { selection, evaluation } = useEditor.getState();
  const command = foldIntoFunction(currentDocument(), evaluation.program, selection.nodes);
  if ('problem' in command) return showNotice({ text: command.problem, kind: 'refusal' });
  commit(command);
  select({ nodes: selection.nodes.filter((id) => currentDocument().nodes.get(id)?.op === 'function') });
}

function unfold(): void {
  const { selection, evaluation } = useEditor.getState();
  const command = unfoldFunction(currentDocument(), evaluation.program, selection.nodes[0]);
  if ('problem' in command) showNotice({ text: command.problem, kind: 'refusal' });
  else commit(command);
}

const canFold = (state: EditorState) =>
  nodesSelected(state) &&
  state.selection.nodes.some((id) => {
    const op = state.history.document.nodes.get(id)?.op ?? '';
    return operators.has(op) || op === 'expression' || op === 'function';
  });

export const FUNCTION_COMMANDS: readonly EditorCommand[] = [
  {
    id: 'function.fold',
    label: 'Fold into a function',
    menu: 'Graph',
    keys: ['$mod+Alt+g'],
    enabled: canFold,
    run: fold,
  },
  {
    id: 'function.unfold',
    label: 'Unfold the function',
    menu: 'Graph',
    keys: ['$mod+Alt+Shift+g'],
    enabled: (state) => selectedFunction(state) !== undefined,
    run: unfold,
  },
  {
    id: 'function.enter',
    label: 'Edit the function from inside',
    menu: 'Graph',
    keys: ['Shift+Enter'],
    enabled: (state) => selectedFunction(state) !== undefined,
    run: () => void enterFunction(selectedFunction(useEditor.getState())!),
  },
  {
    id: 'function.leave',
    label: 'Leave the function',
    menu: 'Graph',
    keys: ['Escape'],
    enabled: (state) =>
      inEditor(state) && state.levels.length > 0 && !somethingSelected(state) && state.notice === null,
    run: leaveFunction,
  },
];
