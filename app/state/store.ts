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
  redo as redoIn,
  startHistory,
  type Transaction,
  undo as undoIn,
} from '#document';
import type { NestedValue } from '#engine';
import { ANNOTATIONS, type Annotation, type Directions } from '#scene';
import { advance, derive, type Evaluation, evaluate } from './evaluation';
import { invalidate } from './live';

export { ANNOTATIONS, type Annotation };

export interface Selection {
  readonly nodes: readonly string[];
  /** Ids of wires: `to.operand`. */
  readonly wires: readonly string[];
}

export const NOTHING_SELECTED: Selection = { nodes: [], wires: [] };

/** A question or a message that stands in front of the editor. */
export type Dialog =
  | { readonly kind: 'refused'; readonly file: string; readonly problems: readonly FileProblem[] }
  | { readonly kind: 'failure'; readonly message: string }
  | { readonly kind: 'unsaved'; proceed(): void };

export interface EditorState {
  readonly screen: 'welcome' | 'editor';
  /** Counts the documents opened: the canvas starts afresh with each. */
  readonly session: number;
  readonly history: History;
  /** The last step that is on disk; undefined for the document as it was opened. */
  readonly saved: Transaction | undefined;
  readonly file: HostFile | null;
  readonly evaluation: Evaluation;
  readonly directions: Directions;
  readonly selection: Selection;
  readonly annotation: Annotation;
  readonly lessonStep: number;
  readonly dialog: Dialog | null;
  /** A sentence for the moment: why a wire was refused, or what was done unasked. */
  readonly notice: { readonly text: string; readonly kind: 'refusal' | 'note' } | null;
}

const NO_DIRECTIONS: Directions = new Map();

export const useEditor = create<EditorState>()(() => ({
  screen: 'welcome',
  session: 0,
  history: startHistory(emptyDocument),
  saved: undefined,
  file: null,
  evaluation: evaluate(emptyDocument, NO_DIRECTIONS),
  directions: NO_DIRECTIONS,
  selection: NOTHING_SELECTED,
  annotation: 'jacobians',
  lessonStep: 0,
  dialog: null,
  notice: null,
}));

const { getState, setState } = useEditor;

useEditor.subscribe((state, before) => {
  if (state.evaluation !== before.evaluation || state.annotation !== before.annotation) invalidate();
});

export const currentDocument = (): GraphDocument => getState().history.document;
export const isUnsaved = ({ history, saved }: EditorState): boolean => history.past.at(-1) !== saved;

let gestures = 0;

/** A name for a gesture that begins: a drag, a scrub, a run of arrow keys. */
export const newGesture = (): string => `gesture ${++gestures}`;

/** Runs a command as one step of the history; steps of the same gesture are one. */
export function commit(command: Command, gesture?: string): void {
  show(commitTo(getState().history, command, gesture));
}

export const undo = (): void => show(undoIn(getState().history));
export const redo = (): void => show(redoIn(getState().history));

function show(history: History): void {
  const { history: before, evaluation, directions, selection } = getState();
  if (history === before) return;
  setState({
    history,
    notice: null,
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

export function select(selection: Partial<Selection>): void {
  setState({ selection: { ...NOTHING_SELECTED, ...selection } });
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

/** Shows a document in place of the one before. Its unsaved changes are the caller's business. */
export function showDocument(document: GraphDocument, file: HostFile | null): void {
  setState(({ session }) => ({
    screen: 'editor',
    session: session + 1,
    history: startHistory(document),
    saved: undefined,
    file,
    evaluation: evaluate(document, NO_DIRECTIONS),
    directions: NO_DIRECTIONS,
    selection: NOTHING_SELECTED,
    annotation: annotationOf(document),
    lessonStep: 0,
    notice: null,
  }));
}

/** The document that was shown as `session`, up to `step`, is now on disk. Another one may be shown since. */
export function markSaved(session: number, step: Transaction | undefined, file: HostFile): void {
  if (getState().session === session) setState({ saved: step, file });
}

export function showWelcome(): void {
  setState({ screen: 'welcome', dialog: null });
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

export function showNotice(notice: EditorState['notice']): void {
  setState({ notice });
}
