/**
 * How writing comes onto a picture: as text, for which the reader's machine has fonts, or as outlines of glyphs, for which it needs none.
 */
import { estimatedWidth, type Face, type Measure, type Piece, placed } from './runs';
import { element, escaped, rounded } from './xml';

/** Knows the glyphs of the faces; sizes are 1. Given by whoever has fonts. */
export interface Outliner {
  readonly width: Measure;
  /** The outlines of a text whose baseline starts at (x, y), as the data of a path. */
  outline(text: string, face: Face, size: number, x: number, y: number): string;
}

type Anchor = 'start' | 'middle' | 'end';

interface Line {
  readonly pieces: readonly Piece[];
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  /** What of the line is at x. */
  readonly anchor?: Anchor;
}

export interface Pen {
  /** In pixels. */
  width(pieces: readonly Piece[], size: number): number;
  write(line: Line): string;
}

/** A family each, the ones that look like the canvas first. */
const FAMILIES: Readonly<Record<Face, string>> = {
  italic: "KaTeX_Math, 'Latin Modern Math', 'STIX Two Math', 'Cambria Math', 'Times New Roman', serif",
  roman: "KaTeX_Main, 'Latin Modern Roman', 'STIX Two Text', Cambria, 'Times New Roman', serif",
  bold: "KaTeX_Main, 'Latin Modern Roman', 'STIX Two Text', Cambria, 'Times New Roman', serif",
  sans: "Inter, 'Segoe UI', system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif",
  'sans-italic': "Inter, 'Segoe UI', system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif",
  mono: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace",
};

const styleOf = (face: Face, size: number) => ({
  'font-family': FAMILIES[face],
  'font-size': size,
  'font-style': face === 'italic' || face === 'sans-italic' ? 'italic' : undefined,
  'font-weight': face === 'bold' ? 'bold' : undefined,
});

export const textPen: Pen = {
  width: (pieces, size) => placed(pieces, estimatedWidth).end * size,
  write({ pieces, x, y, size, fill, anchor }) {
    const { list } = placed(pieces, estimatedWidth);
    const place = { x, y, fill, 'text-anchor': anchor === 'start' ? undefined : anchor };
    if (list.length === 1 && list[0].run.raise === 0) {
      const [{ run }] = list;
      return element('text', { ...place, ...styleOf(run.face, size * run.scale) }, escaped(run.text));
    }
    // The widths are estimates: a run follows where the one before it really ends, moved by what was meant to be between them.
    let end = 0;
    let raise = 0;
    const spans = list.map(({ run, start, end: next }) => {
      const dx = (start - end) * size;
      const dy = (raise - run.raise) * size;
      end = next;
      raise = run.raise;
      const moves = { dx: dx === 0 ? undefined : dx, dy: dy === 0 ? undefined : dy };
      const style = { ...moves, ...styleOf(run.face, size * run.scale), fill: run.fill };
      return element('tspan', style, escaped(run.text));
    });
    return element('text', place, spans.join(''));
  },
};

export function outlinePen({ width, outline }: Outliner): Pen {
  const widthOf = (pieces: readonly Piece[], size: number) => placed(pieces, width).end * size;
  return {
    width: widthOf,
    write({ pieces, x, y, size, fill, anchor = 'start' }) {
      const { list, end } = placed(pieces, width);
      const left = x - { start: 0, middle: 0.5, end: 1 }[anchor] * end * size;
      const paths = new Map<string, string>();
      for (const { run, start } of list) {
        const at = { x: left + start * size, y: y - run.raise * size };
        const color = run.fill ?? fill;
        const data = outline(run.text, run.face, size * run.scale, at.x, at.y);
        paths.set(color, (paths.get(color) ?? '') + data);
      }
      return [...paths].map(([color, d]) => element('path', { fill: color, d })).join('');
    },
  };
}

/** A path along straight lines: `M` and `L` by numbers. */
export const polyline = (...points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${rounded(x)},${rounded(y)}`).join(' L')}`;
