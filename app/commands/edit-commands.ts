/**
 * History, clipboard, deleting.
 */
import { type Command, remove, removeAndReconnect } from '#document';
import { nearestBeside } from '../canvas/neighbours';
import { nodeOnCanvas } from '../canvas/viewport';
import { focusTwinSoon, renameField } from '../outline/focus';
import { commit, currentDocument, redo, select, setHistoryOpen, undo, useEditor } from '../state/store';
import { wiresOf } from '../state/wires';
import { copySelected, cutSelected, duplicateSelected, pasteFromClipboard } from './clipboard';
import { type EditorCommand, inEditor, nodesSelected, oneNodeSelected, somethingSelected } from './command';

const selection = () => useEditor.getState().selection;

export const EDIT_COMMANDS: readonly EditorCommand[] = [
  {
    id: 'edit.undo',
    label: 'Undo',
    menu: 'Edit',
    keys: ['$mod+z'],
    enabled: (state) => inEditor(state) && state.history.past.length > 0,
    run: undo,
  },
  {
    id: 'edit.redo',
    label: 'Redo',
    menu: 'Edit',
    keys: ['$mod+Shift+z', '$mod+y'],
    enabled: (state) => inEditor(state) && state.history.future.length > 0,
    run: redo,
  },
  {
    id: 'edit.history',
    label: 'History',
    menu: 'Edit',
    keys: ['$mod+Alt+h'],
    enabled: inEditor,
    run: () => setHistoryOpen(!useEditor.getState().historyOpen),
  },
  {
    id: 'edit.cut',
    label: 'Cut',
    menu: 'Edit',
    keys: ['$mod+x'],
    byBrowser: true,
    enabled: nodesSelected,
    run: () => void cutSelected(),
  },
  {
    id: 'edit.copy',
    label: 'Copy',
    menu: 'Edit',
    keys: ['$mod+c'],
    byBrowser: true,
    enabled: nodesSelected,
    run: () => void copySelected(),
  },
  {
    id: 'edit.paste',
    label: 'Paste',
    menu: 'Edit',
    keys: ['$mod+v'],
    byBrowser: true,
    enabled: inEditor,
    run: () => void pasteFromClipboard(false),
  },
  {
    id: 'edit.paste-wired',
    label: 'Paste with the wires that come in',
    menu: 'Edit',
    keys: ['$mod+Shift+v'],
    byBrowser: true,
    enabled: inEditor,
    run: () => void pasteFromClipboard(true),
  },
  {
    id: 'edit.duplicate',
    label: 'Duplicate',
    menu: 'Edit',
    keys: ['$mod+d'],
    enabled: nodesSelected,
    run: duplicateSelected,
  },
  {
    id: 'edit.delete',
    label: 'Delete',
    menu: 'Edit',
    keys: ['Delete', 'Backspace'],
    enabled: somethingSelected,
    run: () => takeAway(remove(selection().nodes, wiresOf(selection()))),
  },
  {
    id: 'edit.delete-reconnect',
    label: 'Delete and reconnect',
    menu: 'Edit',
    keys: ['$mod+Delete', '$mod+Backspace'],
    enabled: nodesSelected,
    run: () => takeAway(removeAndReconnect(selection().nodes)),
  },
  {
    id: 'edit.rename',
    label: 'Rename',
    menu: 'Edit',
    keys: ['F2'],
    enabled: oneNodeSelected,
    run: () => renameField()?.select(),
  },
  {
    id: 'edit.select-all',
    label: 'Select all',
    menu: 'Select',
    keys: ['$mod+a'],
    enabled: inEditor,
    run: () => select({ nodes: [...currentDocument().nodes.keys()] }),
  },
];

/** Who had the focus on a node that is taken away goes on at the nearest that stays. */
function takeAway(command: Command): void {
  const { nodes } = selection();
  const next = nearestBeside(nodes);
  const held = nodes.some((id) => nodeOnCanvas(id)?.contains(document.activeElement));
  commit(command);
  if (held && next !== undefined) focusTwinSoon(next);
}
