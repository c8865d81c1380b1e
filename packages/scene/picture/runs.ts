/**
 * A line of writing: runs of characters in one face, set larger or smaller, higher or lower. What TeX names come to, and numbers too.
 */
export type Face = 'italic' | 'roman' | 'bold' | 'sans' | 'sans-italic' | 'mono';

export interface Run {
  readonly text: string;
  readonly face: Face;
  /** Size, as part of the size of the line. */
  readonly scale: number;
  /** Height above the baseline, in sizes of the line. */
  readonly raise: number;
  /** Space before it, in sizes of the line. */
  readonly space: number;
  /** A colour other than that of the line. */
  readonly fill?: string;
}

/** An index with an exponent above it. */
interface Stack {
  readonly below: readonly Piece[];
  readonly above: readonly Piece[];
}

export type Piece = Run | Stack;

export const run = (text: string, face: Face, more: Partial<Run> = {}): Run => ({
  text,
  face,
  scale: 1,
  raise: 0,
  space: 0,
  ...more,
});

/** The width of a text in a face, in sizes. */
export type Measure = (text: string, face: Face) => number;

interface Placed {
  readonly run: Run;
  /** Where it starts and ends, in sizes of the line. */
  readonly start: number;
  readonly end: number;
}

/** The runs one after the other, the parts of a stack from the same place on. */
export function placed(
  pieces: readonly Piece[],
  measure: Measure,
  from = 0,
): { list: Placed[]; end: number } {
  const list: Placed[] = [];
  let at = from;
  for (const piece of pieces) {
    if ('text' in piece) {
      const start = at + piece.space;
      at = start + measure(piece.text, piece.face) * piece.scale;
      list.push({ run: piece, start, end: at });
    } else {
      const [below, above] = [piece.below, piece.above].map((part) => placed(part, measure, at));
      list.push(...below.list, ...above.list);
      at = Math.max(below.end, above.end);
    }
  }
  return { list, end: at };
}

/** A change of every run, those in stacks too. */
export const eachRun = (pieces: readonly Piece[], change: (one: Run) => Run): Piece[] =>
  pieces.map((piece) =>
    'text' in piece
      ? change(piece)
      : { below: eachRun(piece.below, change), above: eachRun(piece.above, change) },
  );

/** Neighbours that differ in nothing are one run. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const list: Piece[] = [];
  for (const next of pieces) {
    const last = list.at(-1);
    if (last && 'text' in last && 'text' in next && next.space === 0 && sameStyle(last, next))
      list[list.length - 1] = { ...last, text: last.text + next.text };
    else list.push(next);
  }
  return list;
}

const sameStyle = (a: Run, b: Run) => a.face === b.face && a.scale === b.scale && a.raise === b.raise;

/** Widths of the faces that pictures name first, where no font is at hand: those of Latin Modern, in thousandths. */
const NARROW = "ijlftrI.,:;'′!|()[]/";
const WIDE = 'mwMWQ@%œæ';
const CAPITAL = /\p{Lu}/u;
const OPERATORS = '+−=×±≤≥<>∞∇→⊤';

export const estimatedWidth: Measure = (text, face) => {
  let width = 0;
  for (const character of text) width += characterWidth(character, face);
  return width;
};

function characterWidth(character: string, face: Face): number {
  if (face === 'mono') return 0.6;
  const broad = face.startsWith('sans') || face === 'bold' ? 1.12 : 1;
  if (character >= '0' && character <= '9') return 0.5 * broad;
  if (OPERATORS.includes(character)) return 0.778;
  if (character === ' ' || NARROW.includes(character)) return 0.35 * broad;
  if (WIDE.includes(character)) return 0.88 * broad;
  return (CAPITAL.test(character) ? 0.72 : 0.53) * broad;
}
