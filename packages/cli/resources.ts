/**
 * Fonts and WebAssembly that drawing needs: beside the built command, or in the packages they come from.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Where they come from; the build copies them to `resources/`, each under its name here. */
export const RESOURCES = {
  'math-italic.ttf': 'katex/dist/fonts/KaTeX_Math-Italic.ttf',
  'main.ttf': 'katex/dist/fonts/KaTeX_Main-Regular.ttf',
  'main-bold.ttf': 'katex/dist/fonts/KaTeX_Main-Bold.ttf',
  'sans.woff': '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff',
  'mono.woff': '@fontsource/dejavu-mono/files/dejavu-mono-latin-400-normal.woff',
  'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
} as const;

export type ResourceName = keyof typeof RESOURCES;

const { resolve } = createRequire(import.meta.url);

export function resource(name: ResourceName): Uint8Array<ArrayBuffer> {
  const built = fileURLToPath(new URL(`resources/${name}`, import.meta.url));
  // A copy: a small file shares its memory with others, and those who read it ask for the whole of it.
  return Uint8Array.from(readFileSync(existsSync(built) ? built : resolve(RESOURCES[name])));
}
