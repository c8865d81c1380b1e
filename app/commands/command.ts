/**
 * What a command is, and when commands make sense.
 */
import type { PlainText } from '../i18n/i18n';
import type { EditorState } from '../state/store';

export type MenuName = 'File' | 'Edit' | 'Select' | 'View' | 'Study' | 'Graph' | 'Arrange' | 'Help';

export interface EditorCommand {
  readonly id: string;
  readonly label: PlainText;
  readonly menu: MenuName;
  /** In tinykeys' notation; `$mod` is Ctrl, or Cmd on a Mac. The first one is shown. */
  readonly keys: readonly string[];
  /** The browser sends an event of its own for these keys (copy, cut, paste): they are shown, not listened to. */
  readonly byBrowser?: true;
  /** For the hand alone: no line in a menu. */
  readonly unlisted?: true;
  /** Whether it makes sense now. */
  enabled(state: EditorState): boolean;
  run(): void;
}

export const always = () => true;
export const inEditor = ({ screen }: EditorState) => screen === 'editor';
export const nodesSelected = (state: EditorState) => inEditor(state) && state.selection.nodes.length > 0;
export const severalSelected = (state: EditorState) => inEditor(state) && state.selection.nodes.length > 1;
export const oneNodeSelected = (state: EditorState) => inEditor(state) && state.selection.nodes.length === 1;
export const oneWireSelected = ({ screen, selection: { nodes, wires } }: EditorState) =>
  screen === 'editor' && nodes.length === 0 && wires.length === 1;
export const somethingSelected = (state: EditorState) =>
  nodesSelected(state) || (inEditor(state) && state.selection.wires.length > 0);
export const somethingThere = (state: EditorState) =>
  inEditor(state) && state.history.document.nodes.size > 0;
