/**
 * A rectangle of numbers between brackets, a number alone, or a size where numbers would not be read; a dash where nothing is known.
 */
import { CHARACTER, LINE } from '../boxes';
import { type Grid, isLarge, shortNumbers, sizeText } from '../matrix';
import type { NumberFormat } from '../numbers';
import { type Pen, polyline } from './pen';
import { run } from './runs';
import { element } from './xml';

const SIZE = 13;
/** Of the first line, from the top of the rectangle. */
const BASELINE = 2 + 14.5;
const BRACKET = 5;

export interface Block {
  readonly width: number;
  readonly height: number;
  draw(pen: Pen, x: number, y: number, color: string): string;
}

export function blockOf(grid: Grid | undefined, format?: NumberFormat, mostColumns?: number): Block {
  if (!grid) return wordBlock('–', 8);
  const { rows, cols } = grid;
  if (isLarge(rows, cols, mostColumns)) return sizeBlock(grid);
  const numbers = shortNumbers(grid, format);
  return rows * cols === 1 ? wordBlock(numbers[0], 4) : matrixBlock(numbers, rows, cols);
}

function wordBlock(text: string, padding: number): Block {
  return {
    width: text.length * CHARACTER + 2 * padding,
    height: LINE + 4,
    draw: (pen, x, y, fill) =>
      pen.write({ pieces: [run(text, 'mono')], x: x + padding, y: y + BASELINE, size: SIZE, fill }),
  };
}

/** What stands for numbers that there is no room for. */
export function sizeBlock({ rows, cols }: Grid): Block {
  const word = wordBlock(sizeText(rows, cols), 8);
  return {
    ...word,
    draw: (pen, x, y, color) =>
      element('rect', {
        x: x + 0.5,
        y: y + 0.5,
        width: word.width - 1,
        height: word.height - 1,
        rx: 6,
        fill: 'none',
        stroke: color,
        'stroke-dasharray': '3 3',
      }) + word.draw(pen, x, y, color),
  };
}

/** Columns are as wide as the widest of all numbers, so that rows can be compared. */
function matrixBlock(numbers: readonly string[], rows: number, cols: number): Block {
  const characters = Math.max(...numbers.map((number) => number.length));
  const column = (characters + 2) * CHARACTER;
  const width = cols * column - 2 * CHARACTER + 16;
  const height = rows * LINE + 4;
  return {
    width,
    height,
    draw(pen, x, y, color) {
      const entries = numbers.map((number, k) =>
        pen.write({
          pieces: [run(number, 'mono')],
          x: x + 8 + (k % cols) * column + characters * CHARACTER,
          y: y + BASELINE + Math.floor(k / cols) * LINE,
          size: SIZE,
          fill: color,
          anchor: 'end',
        }),
      );
      return brackets(x, y, width, height, color) + entries.join('');
    },
  };
}

function brackets(x: number, y: number, width: number, height: number, color: string): string {
  const [left, right, top, bottom] = [x + 0.75, x + width - 0.75, y + 0.75, y + height - 0.75];
  const shape = [
    polyline([left + BRACKET, top], [left, top], [left, bottom], [left + BRACKET, bottom]),
    polyline([right - BRACKET, top], [right, top], [right, bottom], [right - BRACKET, bottom]),
  ];
  return element('path', { d: shape.join(' '), fill: 'none', stroke: color, 'stroke-width': 1.5 });
}
