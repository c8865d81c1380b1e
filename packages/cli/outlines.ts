/**
 * Glyphs as paths: names from the fonts of KaTeX, words and numbers from DejaVu, which also knows what KaTeX does not.
 */
import { type Font, parse } from 'opentype.js';
import type { Face, Outliner } from '#scene';
import { type ResourceName, resource } from './resources';

/** Where the glyphs of a face are looked for, in this order. */
const FONTS: Readonly<Record<Face, readonly ResourceName[]>> = {
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

const loaded = new Map<ResourceName, Font>();

function fontOf(name: ResourceName): Font {
  const known = loaded.get(name);
  if (known) return known;
  const font = parse(resource(name).buffer);
  loaded.set(name, font);
  return font;
}

/** A character that no font has becomes the box that says so. */
function fontFor(character: string, face: Face): Font {
  for (const name of FONTS[face]) {
    const font = fontOf(name);
    if (font.charToGlyphIndex(character) > 0) return font;
  }
  return fontOf(EVERYTHING);
}

interface Placed {
  readonly character: string;
  readonly font: Font;
  /** In sizes. */
  readonly start: number;
}

function place(text: string, face: Face): { glyphs: Placed[]; width: number } {
  let width = 0;
  const glyphs = Array.from(text, (character) => {
    const font = fontFor(character, face);
    const start = width;
    width += (font.charToGlyph(character).advanceWidth ?? 0) / font.unitsPerEm;
    return { character, font, start };
  });
  return { glyphs, width };
}

export const outliner: Outliner = {
  width: (text, face) => place(text, face).width,
  outline(text, face, size, x, y) {
    const slant = face === 'sans-italic' ? SLANT : 0;
    return place(text, face)
      .glyphs.map(({ character, font, start }) => {
        const path = font.charToGlyph(character).getPath(x + start * size, y, size);
        for (const command of path.commands) {
          if (command.type === 'Z') continue;
          command.x += slant * (y - command.y);
          if ('x1' in command) command.x1 += slant * (y - command.y1);
          if ('x2' in command) command.x2 += slant * (y - command.y2);
        }
        return path.toPathData(2);
      })
      .join('');
  },
};
