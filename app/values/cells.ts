/**
 * Where the entries of a matrix stand in its text: which one is pointed at, and how one is marked.
 */

export interface Cell {
  readonly row: number;
  readonly col: number;
}

/** How a matrix is set: so many columns, each so many characters wide, with two spaces between. */
export interface Setting {
  readonly rows: number;
  readonly cols: number;
  readonly characters: number;
}

const PAD = { x: 8, y: 2 };
const LINE = 20;

/** Pixels of a character and of a column, from the width that the text takes. */
function columnsOf(element: HTMLElement, { cols, characters }: Setting) {
  const step = characters + 2;
  const character = (element.clientWidth - 2 * PAD.x) / (cols * step - 2);
  return { character, column: step * character };
}

/** The entry under the pointer; undefined beside all of them. */
export function cellAt(
  element: HTMLElement,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  setting: Setting,
): Cell | undefined {
  const { left, top, width } = element.getBoundingClientRect();
  const zoom = width / element.offsetWidth;
  const { character, column } = columnsOf(element, setting);
  const col = Math.floor(((clientX - left) / zoom - PAD.x + character) / column);
  const row = Math.floor(((clientY - top) / zoom - PAD.y) / LINE);
  return row >= 0 && row < setting.rows && col >= 0 && col < setting.cols ? { row, col } : undefined;
}

/** Marks one entry with a patch behind it, or none. */
export function markCell(element: HTMLElement, cell: Cell | undefined, setting: Setting): void {
  element.toggleAttribute('data-marked', cell !== undefined);
  if (!cell) return;
  const { character, column } = columnsOf(element, setting);
  const [x, y] = [PAD.x + cell.col * column - 2, PAD.y + cell.row * LINE];
  element.style.backgroundPosition = `${x}px ${y}px`;
  element.style.backgroundSize = `${setting.characters * character + 4}px ${LINE}px`;
}
