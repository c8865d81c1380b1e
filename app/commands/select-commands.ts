/**
 * What is selected, and where the eye goes: along the wires, to a node by its name.
 */
import { withDownstream, withUpstream } from '#document';
import { type Direction, neighbourOf } from '../canvas/neighbours';
import { focusNode } from '../canvas/viewport';
import { currentDocument, find, NOTHING_SELECTED, select, showNotice, useEditor } from '../state/store';
import { type EditorCommand, inEditor, nodesSelected, somethingSelected, somethingThere } from './command';

const selected = () => useEditor.getState().selection.nodes;

/** Selects the next node in a direction and keeps it in sight; the first one when nothing is selected. */
function walk(direction: Direction): void {
  const next = neighbourOf(selected().at(-1), direction);
  if (next === undefined) return;
  select({ nodes: [next] });
  focusNode(next);
}

const WALKS: readonly (readonly [Direction, EditorCommand['label'], string])[] = [
  ['left', 'Go to what it is computed from', 'Alt+ArrowLeft'],
  ['right', 'Go to what is computed from it', 'Alt+ArrowRight'],
  ['up', 'Go to the node above', 'Alt+ArrowUp'],
  ['down', 'Go to the node below', 'Alt+ArrowDown'],
];

export const SELECT_COMMANDS: readonly EditorCommand[] = [
  {
    id: 'select.none',
    label: 'Select nothing',
    menu: 'Select',
    keys: ['Escape'],
    enabled: (state) => somethingSelected(state) || state.notice !== null,
    run: () => {
      select(NOTHING_SELECTED);
      showNotice(null);
    },
  },
  {
    id: 'select.upstream',
    label: 'Select upstream',
    menu: 'Select',
    keys: ['Shift+Alt+ArrowLeft'],
    enabled: nodesSelected,
    run: () => select({ nodes: [...withUpstream(currentDocument(), selected())] }),
  },
  {
    id: 'select.downstream',
    label: 'Select downstream',
    menu: 'Select',
    keys: ['Shift+Alt+ArrowRight'],
    enabled: nodesSelected,
    run: () => select({ nodes: [...withDownstream(currentDocument(), selected())] }),
  },
  {
    id: 'select.find',
    label: 'Find a node…',
    menu: 'Select',
    keys: ['$mod+f'],
    enabled: somethingThere,
    run: () => find({ kind: 'nodes' }),
  },
  ...WALKS.map(
    ([direction, label, keys]): EditorCommand => ({
      id: `select.go-${direction}`,
      label,
      menu: 'Select',
      keys: [keys],
      unlisted: true,
      enabled: (state) => inEditor(state) && somethingThere(state),
      run: () => walk(direction),
    }),
  ),
];
