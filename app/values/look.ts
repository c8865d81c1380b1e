/**
 * How a rectangle of numbers looks in its element: lines of text, a heat map, a size, or a dash.
 */
import {
  type Form,
  formOf,
  type Grid,
  matrixText,
  type NumberFormat,
  shortNumbers,
  sizeText,
  summaryLines,
} from '#scene';
import type { Setting } from './cells';
import { heatPainter } from './heat';

export interface Look {
  readonly form: Form | 'none';
  readonly text: string;
  /** Where the entries stand, if each has a place. */
  readonly setting?: Setting;
  /** What a heat map is painted from. */
  readonly heat?: Grid;
}

const NO_LOOK: Look = { form: 'none', text: '–' };

/** Says how the numbers of one place look, one after the other. Columns grow with their numbers and never shrink: nothing trembles under a slider. */
export function looks(
  mostColumns: number | undefined,
  format: NumberFormat,
): (grid: Grid | undefined) => Look {
  let width = 1;
  return (grid) => {
    if (!grid) return NO_LOOK;
    const { rows, cols } = grid;
    const form = formOf(rows, cols, mostColumns);
    const size = () => sizeText(rows, cols);
    if (form === 'heat') return { form, text: size(), setting: { rows, cols }, heat: grid };
    if (form === 'size') return { form, text: size() };
    const parts = form === 'summary' ? summaryLines(grid, format) : shortNumbers(grid, format);
    for (const part of parts) width = Math.max(width, part.length);
    if (form === 'summary') return { form, text: parts.map((line) => line.padStart(width)).join('\n') };
    return { form, text: matrixText(parts, grid, width), setting: { rows, cols, characters: width } };
  };
}

/** Writes looks into an element, touching it only where something looks different. */
export function writer(element: HTMLElement): (look: Look) => void {
  let shown: Look | undefined;
  let paintHeat: ((grid: Grid) => void) | undefined;
  return (look) => {
    if (look.form !== shown?.form || look.text !== shown.text) {
      paintHeat = undefined;
      element.textContent = look.text;
      if (look.form !== shown?.form) element.dataset.form = look.form;
      shown = look;
    }
    if (!look.heat) return;
    paintHeat ??= heatPainter(element.insertBefore(document.createElement('canvas'), element.firstChild));
    paintHeat(look.heat);
  };
}
