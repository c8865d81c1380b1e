/**
 * From a picture in outlines to pixels, the same on every machine.
 */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { resource } from './resources';

let started: Promise<void> | undefined;

export async function pngOf(svg: string, scale: number): Promise<Uint8Array> {
  started ??= initWasm(resource('resvg.wasm'));
  await started;
  const resvg = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale } });
  const image = resvg.render();
  const png = image.asPng();
  image.free();
  resvg.free();
  return png;
}
