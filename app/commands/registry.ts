/**
 * Everything the user can do by name: one list that feeds the keyboard, the toolbar, the native menu and the tests.
 */
import { remove, setPositions, setTarget } from '#document';
import { operators } from '#engine';
import { wiresOf } from '../canvas/flow';
import { fitAll, fitNodes, zoomIn, zoomOut, zoomToActualSize } from '../canvas/viewport';
import { newGraph, openFile, save } from '../state/files';
import {
  ANNOTATIONS,
  type Annotation,
  commit,
  currentDocument,
  type EditorState,
  NOTHING_SELECTED,
  newGesture,
  redo,
  select,
  setAnnotation,
  showNotice,
  showWelcome,
  undo,
  useEditor,
} from '../state/store';
import { toggleTheme } from '../state/theme';
import { foldSelected, unfoldSelected } from './formulas';

type MenuName = 'File' | 'Edit' | 'View' | 'Graph';

export interface EditorCommand {
  readonly id: string;
  readonly label: string;
  readonly menu: MenuName;
  /** In tinykeys' notation; `$mod` is Ctrl, or Cmd on a Mac. */
  readonly keys: readonly string[];
  /** Whether it makes sense now. */
  enabled(state: EditorState): boolean;
  run(): void;
}

const always = () => true;
const inEditor = ({ screen }: EditorState) => screen === 'editor';
const somethingSelected = ({ screen, selection }: EditorState) =>
  screen === 'editor' && selection.nodes.length + selection.wires.length > 0;
const oneNodeSelected = ({ screen, selection }: EditorState) =>
  screen === 'editor' && selection.nodes.length === 1;

const selectedOps = ({ history, selection }: EditorState): string[] =>
  selection.nodes.map((id) => history.document.nodes.get(id)?.op ?? '');

const selection = () => useEditor.getState().selection;

const ANNOTATION_LABELS: Record<Annotation, string> = {
  values: 'Values',
  jacobians: 'Local Jacobians',
  gradients: 'Gradient rows',
  differentials: 'Differentials',
};

/** Presses of the arrows are one gesture as long as the same nodes are nudged without a pause. */
const PAUSE = 1000;
let lastNudge = { nodes: '', at: 0, gesture: '' };

function nudge(dx: number, dy: number): void {
  const { nodes } = currentDocument();
  const chosen = selection().nodes.join();
  const goesOn = lastNudge.nodes === chosen && performance.now() - lastNudge.at < PAUSE;
  lastNudge = { nodes: chosen, at: performance.now(), gesture: goesOn ? lastNudge.gesture : newGesture() };
  const moved = selection().nodes.map((id) => {
    const [x, y] = nodes.get(id)?.position ?? [0, 0];
    return [id, [x + dx, y + dy]] as const;
  });
  commit(setPositions(new Map(moved)), lastNudge.gesture);
}

const nudges = (
  [
    ['left', 'ArrowLeft', -1, 0],
    ['right', 'ArrowRight', 1, 0],
    ['up', 'ArrowUp', 0, -1],
    ['down', 'ArrowDown', 0, 1],
  ] as const
).flatMap(([name, key, x, y]): EditorCommand[] => [
  {
    id: `graph.nudge-${name}`,
    label: `Nudge ${name}`,
    menu: 'Graph',
    keys: [key],
    enabled: ({ screen, selection: { nodes } }) => screen === 'editor' && nodes.length > 0,
    run: () => nudge(10 * x, 10 * y),
  },
  {
    id: `graph.nudge-${name}-more`,
    label: `Nudge ${name}, more`,
    menu: 'Graph',
    keys: [`Shift+${key}`],
    enabled: ({ screen, selection: { nodes } }) => screen === 'editor' && nodes.length > 0,
    run: () => nudge(50 * x, 50 * y),
  },
]);

export const COMMANDS: readonly EditorCommand[] = [
  { id: 'file.new', label: 'New graph', menu: 'File', keys: ['$mod+n'], enabled: always, run: newGraph },
  { id: 'file.open', label: 'Open…', menu: 'File', keys: ['$mod+o'], enabled: always, run: openFile },
  {
    id: 'file.save',
    label: 'Save',
    menu: 'File',
    keys: ['$mod+s'],
    enabled: inEditor,
    run: () => void save(),
  },
  {
    id: 'file.save-as',
    label: 'Save as…',
    menu: 'File',
    keys: ['$mod+Shift+s'],
    enabled: inEditor,
    run: () => void save(true),
  },
  {
    id: 'file.welcome',
    label: 'Gallery',
    menu: 'File',
    keys: [],
    enabled: inEditor,
    run: showWelcome,
  },
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
    id: 'edit.delete',
    label: 'Delete',
    menu: 'Edit',
    keys: ['Delete', 'Backspace'],
    enabled: somethingSelected,
    run: () => commit(remove(selection().nodes, wiresOf(selection()))),
  },
  {
    id: 'edit.select-all',
    label: 'Select all',
    menu: 'Edit',
    keys: ['$mod+a'],
    enabled: inEditor,
    run: () => select({ nodes: [...currentDocument().nodes.keys()] }),
  },
  {
    id: 'edit.cancel',
    label: 'Select nothing',
    menu: 'Edit',
    keys: ['Escape'],
    enabled: (state) => somethingSelected(state) || state.notice !== null,
    run: () => {
      select(NOTHING_SELECTED);
      showNotice(null);
    },
  },
  {
    id: 'view.zoom-in',
    label: 'Zoom in',
    menu: 'View',
    keys: ['$mod+Equal', '$mod+Shift+Equal'],
    enabled: inEditor,
    run: zoomIn,
  },
  {
    id: 'view.zoom-out',
    label: 'Zoom out',
    menu: 'View',
    keys: ['$mod+Minus'],
    enabled: inEditor,
    run: zoomOut,
  },
  {
    id: 'view.actual-size',
    label: 'Actual size',
    menu: 'View',
    keys: ['$mod+Digit0'],
    enabled: inEditor,
    run: zoomToActualSize,
  },
  {
    id: 'view.fit',
    label: 'Fit all',
    menu: 'View',
    keys: ['Shift+Digit1', 'Home'],
    enabled: inEditor,
    run: fitAll,
  },
  {
    id: 'view.fit-selection',
    label: 'Fit selection',
    menu: 'View',
    keys: ['Shift+Digit2'],
    enabled: ({ screen, selection: { nodes } }) => screen === 'editor' && nodes.length > 0,
    run: () => fitNodes(selection().nodes),
  },
  ...ANNOTATIONS.map(
    (annotation): EditorCommand => ({
      id: `view.${annotation}`,
      label: ANNOTATION_LABELS[annotation],
      menu: 'View',
      keys: [],
      enabled: inEditor,
      run: () => setAnnotation(annotation),
    }),
  ),
  {
    id: 'view.theme',
    label: 'Dark or light',
    menu: 'View',
    keys: ['Alt+Shift+d'],
    enabled: always,
    run: toggleTheme,
  },
  {
    id: 'graph.target',
    label: 'Differentiate this node',
    menu: 'Graph',
    keys: ['t'],
    enabled: oneNodeSelected,
    run: () => {
      const [id] = selection().nodes;
      commit(setTarget(currentDocument().target === id ? null : id));
    },
  },
  {
    id: 'graph.unfold-formula',
    label: 'Unfold the formula into nodes',
    menu: 'Graph',
    keys: [],
    enabled: (state) => oneNodeSelected(state) && selectedOps(state).includes('expression'),
    run: unfoldSelected,
  },
  {
    id: 'graph.fold-formula',
    label: 'Fold into a formula',
    menu: 'Graph',
    keys: [],
    enabled: (state) => state.screen === 'editor' && selectedOps(state).some((op) => operators.has(op)),
    run: foldSelected,
  },
  ...nudges,
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
