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
  type GraphDocument,
  type History,
  redo as redoIn,
  startHistory,
  type Transaction,
  undo as undoIn,
} from '#document';
import type { NestedValue } from '#engine';
import { ANNOTATIONS, type Annotation, type Directions, PASSES } from '#scene';
import type { Guide } from '../canvas/alignment';
import { t } from '../i18n/i18n';
import { afterEdit, existing } from './after-edit';
import type {
  Access,
  Connecting,
  Dialog,
  EditorState,
  Finding,
  PointedEntry,
  Replay,
  Selection,
  SidePanel,
  Study,
} from './editor-state';
import { advance, derive, evaluate } from './evaluation';
import { invalidate } from './live';
import { keepProgress, keptProgress, type Progress } from './progress';
import { keepSettings, keptSettings, type Settings } from './settings';

export type {
  Access,
  ChainStudy,
  CheckStudy,
  CulpritStudy,
  Dialog,
  DifferentialStudy,
  EditorState,
  LayoutsStudy,
  Notice,
  PathsStudy,
  QuizStudy,
  Replay,
  Score,
  Selection,
  SidePanel,
  Study,
  WireEnd,
} from './editor-state';
export { ANNOTATIONS, type Annotation };

export const NOTHING_SELECTED: Selection = { nodes: [], wires: [] };

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
  progress: keptProgress(),
  authoring: false,
  dialog: null,
  finding: null,
  connecting: null,
  minimap: false,
  presenting: null,
  speaker: null,
  study: null,
  hinted: null,
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
  // What is shown of the numbers, whether they have changed or not.
  const seen = (['evaluation', 'annotation', 'study'] as const).some((part) => state[part] !== before[part]);
  if (seen && !isStep(state, before)) invalidate(state.evaluation.program === before.evaluation.program);
});

/** Whether all that has changed is how far a replay is: its views are told of that, and no number is another. */
const isStep = (state: EditorState, before: EditorState): boolean =>
  state.evaluation === before.evaluation &&
  state.annotation === before.annotation &&
  state.study?.kind === 'replay' &&
  before.study?.kind === 'replay';

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
  const { history: before, evaluation: old, directions, told: toldBefore, study } = getState();
  const evaluation = advance(old, before.document, history.document, directions);
  const same = toldBefore?.kind === told.kind && toldBefore.step === told.step;
  setState({
    history,
    notice: null,
    told: same ? toldBefore : told,
    evaluation,
    study: evaluation === old ? study : afterEdit(study, evaluation),
    selection: existing(selection, history.document),
  });
}

/** Selects what there is of these: what was to be added may have been refused. */
export function select(selection: Partial<Selection>): void {
  setState({ selection: existing({ ...NOTHING_SELECTED, ...selection }, currentDocument()) });
}

/** Changes what the user prefers, from now on. */
export function setSettings(changed: Partial<Settings>): void {
  const { settings: before, history, directions, evaluation: old, study } = getState();
  const settings = { ...before, ...changed };
  keepSettings(settings);
  if (settings.profile === before.profile) return setState({ settings });
  const evaluation = evaluate(history.document, directions, settings.profile, old.fault);
  setState({ settings, evaluation, study: afterEdit(study, evaluation) });
}

export function setAnnotation(annotation: Annotation): void {
  setState({ annotation });
}

/** Chooses the direction dx at a leaf, for the differentials. */
export function setDirection(id: string, direction: NestedValue): void {
  const { history, evaluation, directions: before } = getState();
  const directions = new Map(before).set(id, direction);
  const { program, pushforward, pullback } = evaluation;
  const derived = derive(history.document, program, directions, pushforward, pullback);
  setState({ directions, evaluation: { ...derived, fault: evaluation.fault } });
}

/** What the edges show when a document is opened. */
export const annotationOf = ({ view }: GraphDocument): Annotation =>
  ANNOTATIONS.find((name) => name === view?.annotations) ?? 'jacobians';

/** Where in a pass a document is opened: a link may lead to a step. */
function replayOf({ view }: GraphDocument): Replay | null {
  const { pass: written, at } = (view?.replay ?? {}) as Record<string, unknown>;
  const pass = PASSES.find((name) => name === written);
  return pass !== undefined && typeof at === 'number' && Number.isInteger(at) && at >= 0
    ? { kind: 'replay', pass, at }
    : null;
}

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
    study: replayOf(document),
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
  study: null,
  authoring: false,
  hinted: null,
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

/** No other window shows the file any more. */
export function ownFile(file: HostFile): void {
  if (getState().file === file) setState({ access: 'own' });
}

export function showWelcome(): void {
  setState({ screen: 'welcome', dialog: null, finding: null, presenting: null });
}

export function showEditor(): void {
  setState({ screen: 'editor' });
}

export function setAuthoring(authoring: boolean): void {
  setState({ authoring });
}

export function setLessonStep(lessonStep: number): void {
  setState({ lessonStep });
}

/** The step of the lesson with this title was shown. */
export function noteProgress(title: string, step: number): void {
  const { progress } = getState();
  if (title === '' || step <= (progress[title] ?? 0)) return;
  setProgress({ ...progress, [title]: step });
}

/** Every lesson begins anew. */
export const forgetProgress = (): void => setProgress({});

function setProgress(progress: Progress): void {
  keepProgress(progress);
  setState({ progress });
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

export function setSpeaker(speaker: Window | null): void {
  setState({ speaker });
}

/** A wrong derivative lives as long as the study it belongs to. */
const faultOf = (study: Study | null) => (study?.kind === 'check' ? study.fault : undefined);

export function setStudy(study: Study | null): void {
  const { history, directions, settings, evaluation: before } = getState();
  const fault = faultOf(study);
  const evaluation =
    fault === before.fault ? before : evaluate(history.document, directions, settings.profile, fault);
  setState({ study, evaluation, hinted: null });
}

export function hint(hinted: string | null): void {
  if (getState().hinted !== hinted) setState({ hinted });
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
