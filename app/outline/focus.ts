/**
 * The canvas and the outline are twins: what is added or found is looked for in the one that is worked in.
 */
import { focusNode } from '../canvas/viewport';

let inOutline = false;

export function workInOutline(): void {
  inOutline = true;
}

export function workOnCanvas(): void {
  inOutline = false;
}

const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-row="${id}"]`);

/** Gives a node the focus, where the hands are. */
export function focusTwin(id: string): void {
  const row = inOutline ? rowOf(id) : null;
  if (row) row.focus();
  else focusNode(id);
}

/** Gives a row the focus once it is drawn; without one, what there is to begin with. */
export function focusRowSoon(id: string | undefined): void {
  requestAnimationFrame(() => {
    const row = id === undefined ? null : rowOf(id);
    (row ?? document.querySelector<HTMLElement>('[data-outline] button'))?.focus();
  });
}
