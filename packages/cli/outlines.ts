/**
 * The outlines of glyphs, from the fonts beside the command.
 */
import { type Font, parse } from 'opentype.js';
import { outlinerOf, type PictureFont } from '#scene';
import { resource } from './resources';

const loaded = new Map<PictureFont, Font>();

function fontOf(name: PictureFont): Font {
  const known = loaded.get(name);
  if (known) return known;
  const font = parse(resource(name).buffer);
  loaded.set(name, font);
  return font;
}

export const outliner = outlinerOf(fontOf);
