/**
 * Copy, cut, paste and duplicate. The clipboard holds the text of a `.nabla` file, so that nodes go from window to window, and into a mail.
 */
import { type Addition, copyText, duplicate, paste, remove } from '#document';
import { isLeaf } from '#engine';
import { boxesOnCanvas, pointerPlace } from '../canvas/viewport';
import { t } from '../i18n/i18n';
import { focusTwinSoon } from '../outline/focus';
import { commit, currentDocument, select, showNotice, useEditor } from '../state/store';

const selected = () => useEditor.getState().selection.nodes;
const refuse = (problem: string) => showNotice({ text: problem, kind: 'refusal' });

const textOfSelection = () => copyText(currentDocument(), selected());
const removeSelected = () => commit(remove(selected(), []));

/** Pastes at the pointer, or beside the originals where it is not over the canvas. */
function pasteText(text: string, keepWires: boolean): void {
  const place = pointerPlace();
  const { evaluation, selection } = useEditor.getState();
  const [only, ...more] = selection.nodes;
  const leaf = more.length === 0 && only !== undefined && isLeaf(currentDocument().nodes.get(only)?.op ?? '');
  const destination = { keepWires, ...(place && { at: place }), ...(leaf && { leaf: only }) };
  const command = paste(currentDocument(), evaluation.program, text, destination);
  if ('problem' in command) return refuse(command.problem);
  add(command);
}

/** The hands go on with what was added. */
function add(addition: Addition): void {
  commit(addition);
  select({ nodes: addition.ids });
  const last = useEditor.getState().selection.nodes.at(-1);
  if (last !== undefined) focusTwinSoon(last);
}

export const copySelected = (): Promise<boolean> => writeToClipboard(textOfSelection());

export async function cutSelected(): Promise<void> {
  if (await copySelected()) removeSelected();
}

export async function pasteFromClipboard(keepWires: boolean): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    return refuse(t('The browser does not let this page read the clipboard: press its keys instead.'));
  }
  pasteText(text, keepWires);
}

/** Puts a text on the clipboard; says whether it is there. */
export async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    refuse(t('The browser does not let this page write to the clipboard.'));
    return false;
  }
}

/** Between an original and its copy. */
const APART = 40;

/** A copy stands below its original, where nothing is, and is wired as that is. */
export function duplicateSelected(): void {
  const originals = boxesOnCanvas(selected());
  const all = boxesOnCanvas([...currentDocument().nodes.keys()]);
  let down = 0;
  // Each turn goes below what is in the way, and never up again.
  for (
    let needed = wayBelow(originals, all, 0);
    needed !== undefined;
    needed = wayBelow(originals, all, down)
  )
    down = needed;
  add(duplicate(currentDocument(), selected(), [0, Math.round(down)]));
}

type Boxes = ReturnType<typeof boxesOnCanvas>;

/** How far boxes have to go down to be below all that they cover when they are `down`; undefined when they cover nothing. */
function wayBelow(boxes: Boxes, others: Boxes, down: number): number | undefined {
  const needed = boxes.flatMap(({ at: [x, y], size: [width, height] }) =>
    others.flatMap(({ at: [left, top], size: [w, h] }) => {
      const covers =
        x < left + w && left < x + width && y + down < top + h && top < y + down + height + APART;
      return covers ? [top + h + APART - y] : [];
    }),
  );
  return needed.length === 0 ? undefined : Math.max(...needed);
}

/** The browser's own events: they work in every browser without a question, also from its menus. Text fields and selected text keep theirs. */
export function listenToClipboard(target: Window): void {
  let shift = false;
  target.addEventListener('keydown', (event) => {
    shift = event.shiftKey;
  });
  target.addEventListener('copy', (event) => {
    if (!concernsCanvas() || selected().length === 0 || `${getSelection()}` !== '') return;
    event.clipboardData?.setData('text/plain', textOfSelection());
    event.preventDefault();
  });
  target.addEventListener('cut', (event) => {
    if (!concernsCanvas() || selected().length === 0) return;
    event.clipboardData?.setData('text/plain', textOfSelection());
    event.preventDefault();
    removeSelected();
  });
  target.addEventListener('paste', (event) => {
    if (!concernsCanvas()) return;
    event.preventDefault();
    pasteText(event.clipboardData?.getData('text/plain') ?? '', shift);
  });
}

function concernsCanvas(): boolean {
  const { screen, dialog, finding } = useEditor.getState();
  const typing = document.activeElement?.closest('input:not([type="range"]), textarea, select');
  return screen === 'editor' && dialog === null && finding === null && !typing;
}
