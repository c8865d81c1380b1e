/**
 * Unsaved work is copied away soon after an edit, once in a while during a long one, and at once when the page is hidden or closed. No edit
 * waits for it.
 */
import { type GraphDocument, writeText } from '#document';
import { t } from '../i18n/i18n';
import { withView } from '../state/files';
import { wholeDocument } from '../state/functions';
import { type EditorState, isUnsaved, showNotice, useEditor } from '../state/store';
import { type Copy, keepCopies } from './copies';

/** From the first edit that is not copied yet. With the wait for an idle moment it stays below half a second. */
const DELAY = 350;
const IDLE_WITHIN = 100;

let timer: ReturnType<typeof setTimeout> | undefined;
let givenUp = false;
let complained = false;

export function startKeeping(): void {
  useEditor.subscribe((state, before) => {
    if (sameWork(state, before)) return;
    if (isUnsaved(state)) timer ??= setTimeout(keepWhenIdle, DELAY);
    else if (isUnsaved(before)) void keepNow();
  });
  const keepPending = () => {
    if (timer !== undefined) void keepNow();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) keepPending();
  });
  window.addEventListener('pagehide', keepPending);
}

const sameWork = (a: EditorState, b: EditorState): boolean =>
  a.history === b.history && a.saved === b.saved && a.levels === b.levels && a.annotation === b.annotation;

function keepWhenIdle(): void {
  // Safari has no such moments to offer.
  if (!window.requestIdleCallback) void keepNow();
  else requestIdleCallback(() => void keepNow(), { timeout: IDLE_WITHIN });
}

/** Copies the work as it is now, or removes the copies of what is saved. Says whether that succeeded. */
export async function keepNow(): Promise<boolean> {
  clearTimeout(timer);
  timer = undefined;
  if (givenUp) return false;
  try {
    await keepCopies(isUnsaved(useEditor.getState()) ? copiesOfWork() : []);
    return true;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return false;
  }
}

/** The user wants none of it: the page closes and leaves no copy. */
export async function giveUp(): Promise<void> {
  clearTimeout(timer);
  givenUp = true;
  // If copies cannot be removed none could be made.
  await keepCopies([]).catch(() => {});
}

/** The graph as it would be saved. While a function in it cannot be put back as it is, both are kept apart. */
function copiesOfWork(): Copy[] {
  const { levels, history } = useEditor.getState();
  const whole = wholeDocument();
  if (!('problem' in whole)) return [copyOf(withView(whole))];
  return [...levels.map((level) => level.history.document), history.document].map(copyOf);
}

const copyOf = (document: GraphDocument): Copy => ({
  title: document.title,
  text: writeText(document),
  nodes: document.nodes.size,
  at: Date.now(),
});

/** Once is enough: the user cannot do more than to save. */
function complain(reason: string): void {
  if (complained) return;
  complained = true;
  const text = t('No copy of unsaved work can be kept here, so save from time to time. ({{reason}})', {
    reason,
  });
  showNotice({ text, kind: 'refusal' });
}
