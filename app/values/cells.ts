/**
 * Where the entries of a matrix stand in its element: which one is pointed at, and how one is marked.
 */

export interface Cell {
  readonly row: number;
  readonly col: number;
}

/** How a matrix is set: as text, in columns so many characters wide with two spaces between; or as the cells of a heat map. */
export interface Setting {
  readonly rows: number;
  readonly cols: number;
  /** Absent for a heat map. */
  readonly characters?: number;
}

/** In the element's own pixels. */
interface Lattice {
  readonly left: number;
  readonly top: number;
  /** From one column to the next, and the width of what stands in one. */
  readonly column: number;
  readonly width: number;
  readonly row: number;
}

const PAD = { x: 8, y: 2 };
const LINE = 20;

function latticeOf(element: HTMLElement, { rows, cols, characters }: Setting): Lattice {
  if (characters === undefined) {
    const map = element.querySelector('canvas') ?? element;
    const column = map.clientWidth / cols;
    const inside = map === element ? { left: 0, top: 0 } : { left: map.offsetLeft, top: map.offsetTop };
    return { ...inside, column, width: column, row: map.clientHeight / rows };
  }
  const character = (element.clientWidth - 2 * PAD.x) / (cols * (characters + 2) - 2);
  return {
    left: PAD.x,
    top: PAD.y,
    column: (characters + 2) * character,
    width: characters * character,
    row: LINE,
  };
}

/** The entry under the pointer; undefined beside all of them. */
export function cellAt(
  element: HTMLElement,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  setting: Setting,
): Cell | undefined {
  const place = element.getBoundingClientRect();
  const zoom = place.width / element.offsetWidth;
  const { left, top, column, width, row: height } = latticeOf(element, setting);
  // Half of what is between two columns belongs to either.
  const between = (column - width) / 2;
  const col = Math.floor(((clientX - place.left) / zoom - left + between) / column);
  const row = Math.floor(((clientY - place.top) / zoom - top) / height);
  return row >= 0 && row < setting.rows && col >= 0 && col < setting.cols ? { row, col } : undefined;
}

const MARGIN = 2;

/** Marks one entry, or none: a patch behind a number, a frame around a cell. */
export function markCell(element: HTMLElement, cell: Cell | undefined, setting: Setting): void {
  element.toggleAttribute('data-marked', cell !== undefined);
  if (!cell) return;
  const { left, top, column, width, row } = latticeOf(element, setting);
  const { style } = element;
  style.setProperty('--mark-left', `${left + cell.col * column - MARGIN}px`);
  style.setProperty('--mark-top', `${top + cell.row * row}px`);
  style.setProperty('--mark-width', `${width + 2 * MARGIN}px`);
  style.setProperty('--mark-height', `${row}px`);
}
