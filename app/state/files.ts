/**
 * Opening and saving: nothing takes the place of unsaved work without a question, and a file that is refused leaves the open document as it is.
 */
import { conflicts, failed, type HostFailure, type HostFile, type OpenedFile, type Replaced } from '#bridge';
import {
  COMMAND_LINE_LIMITS,
  EDITOR_LIMITS,
  emptyDocument,
  type GraphDocument,
  type JsonObject,
  type ReadOutcome,
  readText,
  repair,
  writeText,
} from '#document';
import { readGraphOrPicture } from '#scene';
import { host } from '../host/host';
import { t } from '../i18n/i18n';
import { said } from '../i18n/messages';
import { keepVersion, type Version } from '../recovery/versions';
import { wholeDocument } from './functions';
import { withPositions } from './layout';
import {
  type Access,
  annotationOf,
  isUnsaved,
  markSaved,
  showDialog,
  showDocument,
  showNotice,
  useEditor,
} from './store';

/** Goes on at once, or after the user has decided about unsaved changes. */
export function whenSafe(proceed: () => void): void {
  if (!isUnsaved(useEditor.getState())) return proceed();
  showDialog({
    kind: 'unsaved',
    proceed: () => {
      showDialog(null);
      proceed();
    },
  });
}

/** In a window of its own where the host has windows, and this one shows something. */
export async function newGraph(): Promise<void> {
  if (isFree() || !(await host.openWindow())) whenSafe(() => showDocument(emptyDocument, null));
}

export function openFile(): void {
  void take(() => host.open(isFree()));
}

export function openRecent(handle: string): void {
  void take(() => host.openRecent(handle, isFree()));
}

/** Whether this window shows nothing that somebody would miss. */
function isFree(): boolean {
  const state = useEditor.getState();
  return state.session === 0 || (state.file === null && state.history.document === emptyDocument);
}

/** What is on disk takes the place of what is here, which was given up, and is kept as a version. */
export function takeTheirs(handle: string): void {
  keepAs('given up');
  void take(() => host.openRecent(handle, true), true);
}

/** A file that came from outside: a double click in the file manager. */
export function openGiven(file: OpenedFile | HostFailure): void {
  void take(async () => file);
}

/** A file that is yet to be read. */
export function openFrom(read: () => Promise<OpenedFile>): void {
  void take(read);
}

/** A graph of the gallery opens as a new document: saving it asks where. */
export function openLesson(name: string, text: string): void {
  void show(readText(text, EDITOR_LIMITS), name, null);
}

/** A graph that is on no disk opens as unsaved work. `shown` is called when it has taken the place of the one before. */
export function openUnsaved(text: string, name: string, shown: () => void = () => {}): void {
  void show(readText(text, EDITOR_LIMITS), name, null, { unsaved: true, shown });
}

/** Opens what can be understood of a refused file as a new graph, and says what was done; says whether anything can. */
export function openRepaired(file: string, text: string): boolean {
  const outcome = repair(text, EDITOR_LIMITS);
  if (!outcome) return false;
  showDialog(null);
  const shown = () => showDialog({ kind: 'repaired', file, repairs: outcome.repairs });
  void show({ document: outcome.document }, file, null, { unsaved: true, shown });
  return true;
}

async function take(request: () => Promise<OpenedFile | HostFailure | null>, givenUp = false): Promise<void> {
  const opened = await guarded(request);
  if (opened === null) return;
  const { name, handle, bytes, elsewhere = false } = opened;
  const { outcome, picture } = readGraphOrPicture(bytes, EDITOR_LIMITS);
  // The graph of a picture is a new document: saved over the picture it would destroy it.
  const file = picture ? null : { handle, name };
  const text = picture ? undefined : new TextDecoder().decode(bytes);
  const open = (access: Access) => void show(outcome, name, file, { access, givenUp, text });
  if (elsewhere) showDialog({ kind: 'elsewhere', file: name, proceed: open });
  else open('own');
}

let openings = 0;

interface Showing {
  readonly access?: Access;
  readonly unsaved?: boolean;
  /** Nobody needs to be asked about unsaved work. */
  readonly givenUp?: boolean;
  /** What was read, so that it can be repaired. */
  readonly text?: string | undefined;
  /** Called when the document has taken the place of the one before. */
  shown?(): void;
}

/** Shows what was read. The question about unsaved work comes last, about the work as it is then; an opening overtaken by another is dropped. */
async function show(
  outcome: ReadOutcome,
  name: string,
  file: HostFile | null,
  showing: Showing = {},
): Promise<void> {
  const opening = ++openings;
  if ('problems' in outcome) {
    const { text } = showing;
    showDialog({
      kind: 'refused',
      file: name,
      problems: outcome.problems,
      ...(text !== undefined && { text }),
    });
    // The window goes on showing what it showed.
    await host.hold(useEditor.getState().file?.handle || null);
    return;
  }
  const document = await guarded(() => withPositions(outcome.document));
  if (!document || opening !== openings) return;
  const safely = showing.givenUp ? (proceed: () => void) => proceed() : whenSafe;
  safely(() => {
    showDocument(document, file, showing);
    if (file) keepAs('opened');
    showing.shown?.();
    if (document === outcome.document) return;
    const text = t('The nodes had no places of their own, or stood on each other: they have been laid out.');
    showNotice({ text, kind: 'note' });
  });
}

/** Saves, asking where if need be; says whether the work is now safe. A file that somebody else has changed is asked about. */
export async function save(as = false, over: Replaced = 'known'): Promise<boolean> {
  const { file, history, session, access } = useEditor.getState();
  const { past } = history;
  const document = wholeDocument();
  if ('problem' in document) {
    showDialog({ kind: 'failure', message: document.problem });
    return false;
  }
  const name = file?.name ?? suggestedName(document.title);
  const handle = as || access === 'reading' ? null : (file?.handle ?? null);
  const text = writeText(withView(document));
  if (!readsBack(text)) {
    const message = t('The graph was not saved: what would be written does not read back as the same graph.');
    showDialog({ kind: 'failure', message });
    return false;
  }
  const saved = await guarded(() => host.save(text, name, handle, over));
  if (saved === null) return false;
  if (conflicts(saved)) {
    showDialog({ kind: 'changed', file: saved.conflict });
    return false;
  }
  markSaved(session, past.at(-1), saved);
  keepAs('saved', text);
  if (saved.backup !== undefined)
    showNotice({
      text: t('What it took the place of is kept as {{name}}.', { name: saved.backup }),
      kind: 'note',
    });
  return true;
}

/** What the file is called, or would be. */
export function nameNow(): string {
  const { file, history } = useEditor.getState();
  return file?.name ?? suggestedName(history.document.title);
}

/** Keeps the graph as it is now among its versions. Nothing waits for it. */
function keepAs(why: Version['why'], text?: string): void {
  const document = wholeDocument();
  if ('problem' in document) return;
  const { size } = document.nodes;
  void keepVersion({ name: nameNow(), text: text ?? writeText(document), nodes: size, at: Date.now(), why });
}

/** A text that opens as another graph, or not at all, is nothing to put in the place of a file. */
function readsBack(text: string): boolean {
  const outcome = readText(text, COMMAND_LINE_LIMITS);
  return 'document' in outcome && writeText(outcome.document) === text;
}

/** What the edges show and where a replay is are saved too, where they are not what the file would show anyway. */
export function withView(document: GraphDocument): GraphDocument {
  const { annotation, study } = useEditor.getState();
  const replay = study?.kind === 'replay' && study;
  const { replay: before, ...others } = document.view ?? {};
  const view: JsonObject = {
    ...others,
    ...(annotation !== annotationOf(document) && { annotations: annotation }),
    ...(replay && { replay: { pass: replay.pass, at: replay.at } }),
  };
  if (!replay && before === undefined && annotation === annotationOf(document)) return document;
  const { view: _, ...rest } = document;
  return Object.keys(view).length > 0 ? { ...rest, view } : rest;
}

/** A name for a file, without what some disk cannot store. */
export function suggestedName(title: string, extension = 'nabla'): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${slug.slice(0, 60) || t('graph')}.${extension}`;
}

/** Shows a failure and gives null in its place. */
export async function guarded<T extends object>(
  request: () => Promise<T | HostFailure | null>,
): Promise<T | null> {
  try {
    const outcome = await request();
    if (!failed(outcome)) return outcome;
    showDialog({ kind: 'failure', message: said(outcome.failure) });
  } catch (error) {
    showDialog({ kind: 'failure', message: error instanceof Error ? error.message : String(error) });
  }
  return null;
}
