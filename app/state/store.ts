/**
 * The one store: the document with its history, the results derived from it, and what the user is looking at. Everything that changes the
 * document goes through `commit`.
 */
import { create } from 'zustand';
import type { HostFile } from '#bridge';
import {
  type Command,
  commit as commitTo,
  emptyDocument,
  type FileProblem,
  type GraphDocument,
  type History,
  type Position,
  redo as redoIn,
  startHistory,
  type Transaction,
  type Use,
  undo as undoIn,
} from '#document';
import type { NestedValue } from '#engine';
import { ANNOTATIONS, type Annotation, type Directions } from '#scene';
import type { Guide } from '../canvas/guides';
import { t } from '../i18n/i18n';
import { advance, derive, type Evaluation, evaluate } from './evaluation';
import { invalidate } from './live';
import { keepSettings, keptSettings, type Settings } from './settings';

export { ANNOTATIONS, type Annotation };

export interface Selection {
  readonly nodes: readonly string[];
  /** Ids of wires: `to.operand`. */
  readonly wires: readonly string[];
}

export const NOTHING_SELECTED: Selection = { nodes: [], wires: [] };

/** What may be done with a document: its file belongs to this window, or is open in another one and is only read here, or is changed in both. */
export type Access = 'own' | 'reading' | 'shared';

/** A question or a message that stands in front of the editor. */
export type Dialog =
  | { readonly kind: 'refused'; readonly file: string; readonly problems: readonly FileProblem[] }
  | { readonly kind: 'failure'; readonly message: string }
  | { readonly kind: 'unsaved'; proceed(): void }
  | { readonly kind: 'elsewhere'; readonly file: string; proceed(access: Access): void }
  | { readonly kind: 'shared'; readonly title: string; readonly nodes: number; proceed(): void }
  | { readonly kind: 'discard'; readonly title: string; proceed(): void }
  | { readonly kind: 'export' };

/** An end of a wire that something new is to be wired to: the output of a node, or one of its operands. */
export interface WireEnd {
  readonly node: string;
  /** The operand; undefined for the output. */
  readonly operand?: string;
}

/** What stands beside the canvas. */
export type SidePanel = 'lesson' | 'functions' | 'outline';

/** What is looked for in front of the canvas. */
export type Finding =
  | { readonly kind: 'operators'; readonly place: Position; readonly end?: WireEnd }
  | { readonly kind: 'commands' }
  | { readonly kind: 'nodes' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'settings' };

/** An entry of a local Jacobian that the pointer is on. */
export interface PointedEntry {
  readonly to: string;
  readonly operand: string;
  readonly row: number;
  readonly col: number;
}

/** A wire being drawn by keyboard: from a node to one of the operands that it fits. */
export interface Connecting {
  readonly from: string;
  readonly choices: readonly Use[];
  readonly at: number;
}

/** A graph that waits while a function of it is edited from inside. */
interface Level {
  /** The function that was entered. */
  readonly name: string;
  readonly history: History;
  readonly saved: Transaction | undefined;
  readonly selection: Selection;
}

/** A sentence for the moment, and what could be done about it. */
export interface Notice {
  readonly text: string;
  readonly kind: 'refusal' | 'note';
  readonly actions?: readonly { readonly label: string; run(): void }[];
}

export interface EditorState {
  readonly screen: 'welcome' | 'editor';
  /** Counts the documents opened: the canvas starts afresh with each. */
  readonly session: number;
  /** Outermost first; empty unless the document is the inside of a function. */
  readonly levels: readonly Level[];
  readonly settings: Settings;
  readonly history: History;
  /** The last step that is on disk; undefined for the document as it was opened from there. */
  readonly saved: Transaction | undefined;
  readonly file: HostFile | null;
  readonly access: Access;
  readonly evaluation: Evaluation;
  readonly directions: Directions;
  readonly selection: Selection;
  readonly annotation: Annotation;
  readonly lessonStep: number;
  readonly dialog: Dialog | null;
  readonly finding: Finding | null;
  readonly connecting: Connecting | null;
  readonly minimap: boolean;
  /** How the graph is being presented; null while it is edited. */
  readonly presenting: { readonly blank: boolean; readonly laser: boolean } | null;
  readonly historyOpen: boolean;
  readonly pointed: PointedEntry | null;
  readonly side: SidePanel;
  /** Lines that what is being dragged falls in with. */
  readonly guides: readonly Guide[];
  /** The wire that what is being dragged would be put into. */
  readonly dropWire: string | null;
  /** The last step that was done or taken back, for those who listen. */
  readonly told: { readonly kind: 'done' | 'undone' | 'redone'; readonly step: string } | null;
  /** A sentence for the moment: why a wire was refused, or what was done unasked. */
  readonly notice: Notice | null;
}

const NO_DIRECTIONS: Directions = new Map();
const NO_GUIDES: readonly Guide[] = [];

export const useEditor = create<EditorState>()(() => ({
  screen: 'welcome',
  session: 0,
  levels: [],
  settings: keptSettings(),
  history: startHistory(emptyDocument),
  saved: undefined,
  file: null,
  access: 'own',
  evaluation: evaluate(emptyDocument, NO_DIRECTIONS),
  directions: NO_DIRECTIONS,
  selection: NOTHING_SELECTED,
  annotation: 'jacobians',
  lessonStep: 0,
  dialog: null,
  finding: null,
  connecting: null,
  minimap: false,
  presenting: null,
  historyOpen: false,
  pointed: null,
  side: 'lesson',
  guides: NO_GUIDES,
  dropWire: null,
  told: null,
  notice: null,
}));

const { getState, setState } = useEditor;

useEditor.subscribe((state, before) => {
  if (state.evaluation !== before.evaluation || state.annotation !== before.annotation) invalidate();
});

export const currentDocument = (): GraphDocument => getState().history.document;
const changed = ({ history, saved }: Pick<EditorState, 'history' | 'saved'>) => history.past.at(-1) !== saved;
export const isUnsaved = (state: EditorState): boolean => changed(state) || state.levels.some(changed);

let gestures = 0;

/** A name for a gesture that begins: a drag, a scrub, a run of arrow keys. */
export const newGesture = (): string => `gesture ${++gestures}`;

/** What was selected before a step and after it, for those who go back and forth. */
const selections = new WeakMap<Transaction, { readonly before: Selection; after: Selection }>();

/** Runs a command as one step of the history; steps of the same gesture are one. What is only read stays as it is. */
export function commit(command: Command, gesture?: string): void {
  const { history, selection, access } = getState();
  if (access === 'reading') {
    const text = t(
      'This graph is only read here, for another window has it open: “Save as…” makes it yours.',
    );
    return showNotice({ text, kind: 'refusal' });
  }
  const next = commitTo(history, command, gesture);
  if (next === history) return;
  const goesOn = next.past.length === history.past.length;
  const before = (goesOn && selections.get(history.past.at(-1)!)?.before) || selection;
  selections.set(next.past.at(-1)!, { before, after: selection });
  show(next, selection, { kind: 'done', step: command.label });
}

export function undo(): void {
  const { history, selection } = getState();
  const step = history.past.at(-1);
  if (!step) return;
  const remembered = selections.get(step);
  if (remembered) remembered.after = selection;
  show(undoIn(history), remembered?.before ?? selection, { kind: 'undone', step: step.label });
}

export function redo(): void {
  const { history, selection } = getState();
  const [step] = history.future;
  if (!step) return;
  show(redoIn(history), selections.get(step)?.after ?? selection, { kind: 'redone', step: step.label });
}

function show(history: History, selection: Selection, told: NonNullable<EditorState['told']>): void {
  const { history: before, evaluation, directions, told: toldBefore } = getState();
  const same = toldBefore?.kind === told.kind && toldBefore.step === told.step;
  setState({
    history,
    notice: null,
    told: same ? toldBefore : told,
    evaluation: advance(evaluation, before.document, history.document, directions),
    selection: existing(selection, history.document),
  });
}

/** What is left of a selection after an edit. */
function existing(selection: Selection, { nodes }: GraphDocument): Selection {
  const wired = (wire: string) => {
    const [to, operand] = splitWire(wire);
    return Object.hasOwn(nodes.get(to)?.inputs ?? {}, operand);
  };
  const left = {
    nodes: selection.nodes.filter((id) => nodes.has(id)),
    wires: selection.wires.filter(wired),
  };
  const same = left.nodes.length === selection.nodes.length && left.wires.length === selection.wires.length;
  return same ? selection : left;
}

/** The node and the operand of a wire's id. */
export function splitWire(wire: string): [to: string, operand: string] {
  const at = wire.indexOf('.');
  return [wire.slice(0, at), wire.slice(at + 1)];
}

/** Selects what there is of these: what was to be added may have been refused. */
export function select(selection: Partial<Selection>): void {
  setState({ selection: existing({ ...NOTHING_SELECTED, ...selection }, currentDocument()) });
}

/** Changes what the user prefers, from now on. */
export function setSettings(changed: Partial<Settings>): void {
  const { settings: before, history, directions } = getState();
  const settings = { ...before, ...changed };
  keepSettings(settings);
  const evaluation =
    settings.profile === before.profile
      ? undefined
      : evaluate(history.document, directions, settings.profile);
  setState({ settings, ...(evaluation && { evaluation }) });
}

export function setAnnotation(annotation: Annotation): void {
  setState({ annotation });
}

/** Chooses the direction dx at a leaf, for the differentials. */
export function setDirection(id: string, direction: NestedValue): void {
  const { history, evaluation, directions: before } = getState();
  const directions = new Map(before).set(id, direction);
  const { program, pushforward, pullback } = evaluation;
  setState({ directions, evaluation: derive(history.document, program, directions, pushforward, pullback) });
}

/** What the edges show when a document is opened. */
export const annotationOf = ({ view }: GraphDocument): Annotation =>
  ANNOTATIONS.find((name) => name === view?.annotations) ?? 'jacobians';

/** A step that no history has: nothing of a document whose last saved step it is has ever been on disk. */
const NEVER: Transaction = { label: '', patches: [], inverse: [] };

/** Shows a document in place of the one before. Its unsaved changes are the caller's business. */
export function showDocument(
  document: GraphDocument,
  file: HostFile | null,
  { unsaved = false, access = 'own' }: { readonly unsaved?: boolean; readonly access?: Access } = {},
): void {
  setState(({ session, side }) => ({
    screen: 'editor',
    // Who works in the outline goes on there.
    side: side === 'outline' ? side : 'lesson',
    session: session + 1,
    levels: [],
    file,
    access,
    ...freshly(document),
    saved: unsaved ? NEVER : undefined,
    annotation: annotationOf(document),
    lessonStep: 0,
  }));
}

/** Shows the inside of a function; the graph around it waits. */
export function pushLevel(name: string, inside: GraphDocument): void {
  setState(({ levels, history, saved, selection }) => ({
    levels: [...levels, { name, history, saved, selection }],
    ...freshly(inside),
  }));
}

/** Back to the graph around the function, which `taken` leaves changed; undefined: as it was. */
export function popLevel(taken: Command | undefined): void {
  const { levels } = getState();
  const level = levels.at(-1);
  if (!level) return;
  const unsaved = isUnsaved(getState());
  const history = taken ? commitTo(level.history, taken) : level.history;
  setState({
    levels: levels.slice(0, -1),
    ...freshly(history.document),
    history,
    saved: unsaved ? level.saved : history.past.at(-1),
    selection: existing(level.selection, history.document),
  });
}

/** What belongs to a document that begins to be shown. */
const freshly = (document: GraphDocument) => ({
  history: startHistory(document),
  saved: undefined,
  evaluation: evaluate(document, NO_DIRECTIONS, getState().settings.profile),
  directions: NO_DIRECTIONS,
  selection: NOTHING_SELECTED,
  finding: null,
  connecting: null,
  pointed: null,
  notice: null,
});

/** The document that was shown as `session`, up to `step`, is now on disk, with all that waits around it. Another one may be shown since. */
export function markSaved(session: number, step: Transaction | undefined, file: HostFile): void {
  if (getState().session !== session) return;
  setState(({ levels, file: before, access }) => ({
    saved: step,
    file,
    access: file.handle === before?.handle ? access : 'own',
    levels: levels.map((level) => ({ ...level, saved: level.history.past.at(-1) })),
  }));
}

export function showWelcome(): void {
  setState({ screen: 'welcome', dialog: null, finding: null, presenting: null });
}

export function showEditor(): void {
  setState({ screen: 'editor' });
}

export function setLessonStep(lessonStep: number): void {
  setState({ lessonStep });
}

export function showDialog(dialog: Dialog | null): void {
  setState({ dialog });
}

export function find(finding: Finding | null): void {
  setState({ finding });
}

export function setConnecting(connecting: Connecting | null): void {
  setState({ connecting });
}

export function pointAt(pointed: PointedEntry | null): void {
  const before = getState().pointed;
  const same = before?.to === pointed?.to && before?.operand === pointed?.operand;
  if (!same || before?.row !== pointed?.row || before?.col !== pointed?.col) setState({ pointed });
}

export function setGuides(guides: readonly Guide[]): void {
  if (guides.length > 0 || getState().guides.length > 0) setState({ guides });
}

export function setDropWire(dropWire: string | null): void {
  if (getState().dropWire !== dropWire) setState({ dropWire });
}

export function setHistoryOpen(historyOpen: boolean): void {
  setState({ historyOpen });
}

export function present(presenting: EditorState['presenting']): void {
  setState({ presenting });
}

export function toggleMinimap(): void {
  setState(({ minimap }) => ({ minimap: !minimap }));
}

export function showSide(side: SidePanel): void {
  setState({ side });
}

export function showNotice(notice: EditorState['notice']): void {
  setState({ notice });
}
