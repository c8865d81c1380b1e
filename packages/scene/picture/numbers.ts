/**
 * A rectangle of numbers between brackets, a number alone, a summary, a heat map, or a size where nothing else would be read; a dash where
 * nothing is known.
 */
import { CHARACTER, LINE, sizeOfGrid, sizeOfHeat } from '../boxes';
import { type HeatTheme, heatColor, heatShares, heatSignColor, holdsSign, SIGN } from '../heat';
import { formOf, type Grid, shortNumbers, sizeText, summaryLines } from '../matrix';
import type { NumberFormat } from '../numbers';
import { type Pen, polyline } from './pen';
import { run } from './runs';
import { element, rounded } from './xml';

const SIZE = 13;
/** Of the first line, from the top of the rectangle. */
const BASELINE = 2 + 14.5;
const BRACKET = 5;

export interface Block {
  readonly width: number;
  readonly height: number;
  draw(pen: Pen, x: number, y: number, color: string, heat: HeatTheme): string;
}

export function blockOf(grid: Grid | undefined, format?: NumberFormat, mostColumns?: number): Block {
  if (!grid) return wordBlock('–', 8);
  const { rows, cols } = grid;
  switch (formOf(rows, cols, mostColumns)) {
    case 'number':
      return wordBlock(shortNumbers(grid, format)[0], 4);
    case 'matrix':
      return matrixBlock(shortNumbers(grid, format), rows, cols);
    case 'summary':
      return summaryBlock(grid, format);
    case 'heat':
      return heatBlock(grid);
    case 'size':
      return sizeBlock(grid);
  }
}

/** First, last and norm, between the brackets of the vector they stand for. */
function summaryBlock(grid: Grid, format?: NumberFormat): Block {
  const lines = summaryLines(grid, format);
  const characters = Math.max(...lines.map((line) => line.length));
  const width = characters * CHARACTER + 16;
  const height = lines.length * LINE + 4;
  return {
    width,
    height,
    draw: (pen, x, y, fill) =>
      brackets(x, y, width, height, fill) +
      lines
        .map((line, k) =>
          pen.write({
            pieces: [run(line, 'mono')],
            x: x + width - 8,
            y: y + BASELINE + k * LINE,
            size: SIZE,
            fill,
            anchor: 'end',
          }),
        )
        .join(''),
  };
}

/** A colour for each entry, a sign in those that are negative, the size below. */
function heatBlock(grid: Grid): Block {
  const { rows, cols } = grid;
  const map = sizeOfHeat(rows, cols);
  const { width, height } = sizeOfGrid(rows, cols, undefined, 0);
  const word = wordBlock(sizeText(rows, cols), 8);
  return {
    width,
    height,
    draw(pen, x, y, fill, heat) {
      const [w, h] = [map.width / cols, map.height / rows];
      const [left, top] = [x + (width - map.width) / 2, y + 2];
      const at = (k: number) => [left + (k % cols) * w, top + Math.floor(k / cols) * h];
      const shares = heatShares(grid);
      const cells = shares.map((share, k): Patch => [heatColor(share, heat), ...at(k), w, h]);
      const signs = shares.flatMap((share, k): Patch[] => {
        const color = holdsSign(w, h) ? heatSignColor(share, heat) : undefined;
        const [across, thick] = [w * SIGN.width, h * SIGN.height];
        const [cellX, cellY] = at(k);
        return color ? [[color, cellX + (w - across) / 2, cellY + (h - thick) / 2, across, thick]] : [];
      });
      const size = word.draw(pen, x + (width - word.width) / 2, y + map.height + 2, fill, heat);
      const edge = { x: left, y: top, ...map, fill: 'none', stroke: fill, 'stroke-width': 0.75 };
      return patched(cells) + patched(signs) + element('rect', edge) + size;
    },
  };
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
    draw: (pen, x, y, color, heat) =>
      element('rect', {
        x: x + 0.5,
        y: y + 0.5,
        width: word.width - 1,
        height: word.height - 1,
        rx: 6,
        fill: 'none',
        stroke: color,
        'stroke-dasharray': '3 3',
      }) + word.draw(pen, x, y, color, heat),
  };
}

/** Colour, left, top, width and height. */
type Patch = readonly [string, ...number[]];

/** One path for all patches of a colour. */
function patched(patches: readonly Patch[]): string {
  const paths = new Map<string, string>();
  for (const [color, ...places] of patches) {
    const [x, y, w, h] = places.map(rounded);
    paths.set(color, `${paths.get(color) ?? ''}M${x},${y}h${w}v${h}h-${w}z`);
  }
  return [...paths]
    .map(([color, d]) => element('path', { d, fill: color, 'shape-rendering': 'crispEdges' }))
    .join('');
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
