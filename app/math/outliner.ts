/**
 * The glyphs of pictures, from the same fonts as in a terminal. Fonts and their reader are loaded when the first picture asks for outlines.
 */
import dejavuMono from '@fontsource/dejavu-mono/files/dejavu-mono-latin-400-normal.woff?url';
import dejavuSans from '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff?url';
import katexBold from 'katex/dist/fonts/KaTeX_Main-Bold.ttf?url';
import katexMain from 'katex/dist/fonts/KaTeX_Main-Regular.ttf?url';
import katexItalic from 'katex/dist/fonts/KaTeX_Math-Italic.ttf?url';
import type { Font } from 'opentype.js';
import { type Outliner, outlinerOf, type PictureFont } from '#scene';

const ADDRESSES: Readonly<Record<PictureFont, string>> = {
  'math-italic.ttf': katexItalic,
  'main.ttf': katexMain,
  'main-bold.ttf': katexBold,
  'sans.woff': dejavuSans,
  'mono.woff': dejavuMono,
};

let loading: Promise<Outliner> | undefined;

/** Loads what is needed once; after a failure it may be tried again. */
export function loadOutliner(): Promise<Outliner> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Outliner> {
  const { parse } = await import('opentype.js');
  const fonts = await Promise.all(
    Object.entries(ADDRESSES).map(async ([name, address]): Promise<[string, Font]> => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return [name, parse(await response.arrayBuffer())];
    }),
  );
  const byName = new Map(fonts);
  return outlinerOf((name) => byName.get(name)!);
}
