/**
 * Glyphs as paths: names from the fonts of KaTeX, words and numbers from DejaVu, which also knows what KaTeX does not. Who draws has the fonts
 * and reads them: a page and a terminal find them in different places, and draw the same outlines.
 */
import type { Font, Glyph } from 'opentype.js';
import type { Outliner } from './pen';
import type { Face } from './runs';

export type PictureFont = 'math-italic.ttf' | 'main.ttf' | 'main-bold.ttf' | 'sans.woff' | 'mono.woff';

/** Where the glyphs of a face are looked for, in this order. */
const FONTS: Readonly<Record<Face, readonly PictureFont[]>> = {
  italic: ['math-italic.ttf', 'main.ttf'],
  roman: ['main.ttf'],
  bold: ['main-bold.ttf'],
  sans: [],
  'sans-italic': [],
  mono: ['mono.woff'],
};
const EVERYTHING = 'sans.woff';

/** DejaVu's own slanted face leans by this much: tan 11°. */
const SLANT = 0.194;

interface Letter {
  readonly glyph: Glyph;
  /** Of a unit of the font, in sizes. */
  readonly unit: number;
  readonly advance: number;
}

/** Draws with the fonts it is given; each is asked for when a character first needs it, and may be asked for again. */
export function outlinerOf(fontOf: (name: PictureFont) => Font): Outliner {
  const letters = new Map<string, Letter>();

  function letterOf(character: string, face: Face): Letter {
    const key = `${face} ${character}`;
    const known = letters.get(key);
    if (known) return known;
    const font = fontFor(character, face);
    const glyph = font.charToGlyph(character);
    const unit = 1 / font.unitsPerEm;
    const letter = { glyph, unit, advance: (glyph.advanceWidth ?? 0) * unit };
    letters.set(key, letter);
    return letter;
  }

  /** A character that no font has becomes the box that says so. */
  function fontFor(character: string, face: Face): Font {
    const name = FONTS[face].find((one) => fontOf(one).charToGlyphIndex(character) > 0);
    return fontOf(name ?? EVERYTHING);
  }

  return {
    width: (text, face) => Array.from(text).reduce((width, one) => width + letterOf(one, face).advance, 0),
    outline(text, face, size, x, y) {
      const slant = face === 'sans-italic' ? SLANT : 0;
      let start = x;
      let data = '';
      for (const character of text) {
        const { glyph, unit, advance } = letterOf(character, face);
        data += pathData(glyph, size * unit, slant, start, y);
        start += advance * size;
      }
      return data;
    },
  };
}

/** The outline of a glyph; in fonts y points up, in pictures down. */
function pathData({ path }: Glyph, scale: number, slant: number, left: number, baseline: number): string {
  const point = (x: number, y: number) =>
    `${hundredths(left + (x + slant * y) * scale)} ${hundredths(baseline - y * scale)}`;
  return path.commands
    .map((command) => {
      const { type } = command;
      if (type === 'Z') return type;
      const end = point(command.x, command.y);
      if (type === 'Q') return `Q${point(command.x1, command.y1)} ${end}`;
      if (type === 'C') return `C${point(command.x1, command.y1)} ${point(command.x2, command.y2)} ${end}`;
      return type + end;
    })
    .join('');
}

const hundredths = (x: number) => Math.round(x * 100) / 100;
