/**
 * Between a formula and its nodes, for what is selected; what cannot be done is told where notices are.
 */
import { foldIntoExpression, unfoldExpression } from '#document';
import { commit, currentDocument, select, showNotice, useEditor } from '../state/store';

/** The selected expression becomes the nodes it stands for. */
export function unfoldSelected(): void {
  const { selection, evaluation } = useEditor.getState();
  const [id] = selection.nodes;
  const command = unfoldExpression(currentDocument(), evaluation.program, id);
  if ('problem' in command) showNotice({ text: command.problem, kind: 'refusal' });
  else commit(command);
}

/** The selected operators become one expression. */
export function foldSelected(): void {
  const { selection, evaluation } = useEditor.getState();
  const command = foldIntoExpression(currentDocument(), evaluation.program, selection.nodes);
  if ('problem' in command) {
    showNotice({ text: command.problem, kind: 'refusal' });
    return;
  }
  commit(command);
  select({ nodes: selection.nodes.filter((id) => currentDocument().nodes.has(id)) });
}
