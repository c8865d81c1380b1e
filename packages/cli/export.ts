/**
 * A file as a picture, or its numbers as LaTeX. Loaded only when it is asked for: fonts, layout and pixels take longer to load than most graphs to compute.
 */
import { writeFileSync } from 'node:fs';
import ELK from 'elkjs/lib/elk.bundled.js';
import { type GraphDocument, writeText } from '#document';
import { formatCount, Pushforward } from '#engine';
import {
  allDirections,
  type Evaluated,
  latexOfGraph,
  MOST_PIXELS,
  pictureOf,
  pngWithGraph,
  sizeOfPicture,
  withPositions,
} from '#scene';
import type { ExportOptions } from './arguments';
import type { Output } from './commands';
import { evaluate, RequestError } from './evaluate';
import { fileProblem } from './files';
import { outliner } from './outlines';
import { pngOf } from './png';

export async function exportGraph(
  document: GraphDocument,
  options: ExportOptions,
  output: Output,
): Promise<void> {
  if (options.format === 'latex') {
    const latex = latexOfGraph(document, evaluatedWith(document));
    if (options.out === undefined) output.out(latex.trimEnd());
    else save(options.out, latex);
    return;
  }
  const placed = await withPositions(document, (graph) => new ELK().layout(graph));
  const svg = svgOf(placed, options);
  if (options.format === 'svg') {
    if (options.out === undefined) output.out(svg.trimEnd());
    else save(options.out, svg);
    return;
  }
  const png = pngWithGraph(await pngOf(smallEnough(svg, options.scale), options.scale), writeText(placed));
  if (options.out === undefined) output.bytes(png);
  else save(options.out, png);
}

function svgOf(document: GraphDocument, { theme, annotation, edges, text }: ExportOptions): string {
  const how = text === 'outlines' ? { text, outliner } : { text };
  return pictureOf(document, evaluatedWith(document), { theme, annotation, edges, ...how });
}

function evaluatedWith(document: GraphDocument): Evaluated {
  const { program, pullback, diagnostics } = evaluate(document);
  const pushforward = new Pushforward(program).run(allDirections(document.nodes));
  return { program, pullback, pushforward, diagnostics };
}

function smallEnough(svg: string, scale: number): string {
  const [width, height] = Object.values(sizeOfPicture(svg)).map((side) => side * scale);
  if (width * height <= MOST_PIXELS) return svg;
  throw new RequestError(
    `the picture would have ${formatCount(Math.round(width))} × ${formatCount(Math.round(height))} pixels, more than ${formatCount(MOST_PIXELS)} in all: use a smaller --scale, or --to svg.`,
  );
}

function save(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new RequestError(`${path} cannot be written: ${fileProblem(error, 'write')}`);
  }
}
