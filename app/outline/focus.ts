/**
 * The canvas and the outline are twins: what is added or found is looked for in the one that is worked in.
 */
import { focusNode, nodeOnCanvas } from '../canvas/viewport';
import { select, useEditor } from '../state/store';

let inOutline = false;

export function workInOutline(): void {
  inOutline = true;
}

export function workOnCanvas(): void {
  inOutline = false;
}

/** The row of a node, or of the Jacobian of a wire. */
const rowOf = (id: string | undefined) =>
  document.querySelector<HTMLElement>(`[data-row="${id}"], [data-jacobian="${id}"]`);

/** Gives a node the focus, where the hands are. */
export function focusTwin(id: string): void {
  const row = inOutline ? rowOf(id) : null;
  if (row) row.focus();
  else focusNode(id);
}

/** Gives a node the focus once it is drawn. */
export function focusTwinSoon(id: string): void {
  requestAnimationFrame(() => focusTwin(id));
}

/** The field for the name of what is selected, where the hands are. */
export function renameField(): HTMLInputElement | null {
  const field = (part: string) => document.querySelector<HTMLInputElement>(`${part} [data-rename]`);
  return (inOutline && field('[data-outline]')) || field('aside');
}

/** Leaves a field for the node that it is about: where the field stands, else where the hands were before. */
export function leaveField(field: HTMLElement): void {
  const [selected] = useEditor.getState().selection.nodes;
  const row = field.closest('tbody')?.querySelector<HTMLElement>('[data-row]');
  const node = field.closest<HTMLElement>('[data-node]');
  const twin = (inOutline && rowOf(selected)) || nodeOnCanvas(selected);
  field.blur();
  (row ?? node ?? twin)?.focus({ preventScroll: true });
}

/** Gives a row the focus once it is drawn; without one, what there is to begin with. */
export function focusRowSoon(id: string | undefined): void {
  requestAnimationFrame(() => {
    const row = id === undefined ? null : rowOf(id);
    (row ?? document.querySelector<HTMLElement>('[data-outline] button'))?.focus();
  });
}

/** Selects a node, and goes to its row. */
export function goToNode(id: string): void {
  select({ nodes: [id] });
  focusRowSoon(id);
}

/** Selects a wire, and goes to the row of its Jacobian. */
export function goToJacobian(wire: string): void {
  select({ wires: [wire] });
  focusRowSoon(wire);
}
