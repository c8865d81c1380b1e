/**
 * From a picture in outlines to pixels, on a canvas that nobody sees.
 */
import { graphInPicture, pngWithGraph, sizeOfPicture } from '#scene';
import { t } from '../i18n/i18n';

/** A PNG with the graph that is in the SVG. */
export async function pngOf(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { width, height } = sizeOfPicture(svg);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * scale, height * scale];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error(t('The browser has no room for so many pixels: choose fewer, or SVG.'));
    return pngWithGraph(new Uint8Array(await blob.arrayBuffer()), graphInPicture(svg)!);
  } finally {
    URL.revokeObjectURL(url);
  }
}
