/**
 * A graph as a picture: a standalone SVG that looks like the canvas, can be read out, and holds the graph itself.
 */
import { copyText, type GraphDocument, writeText } from '#document';
import type { Annotation, EdgeLabel, Evaluated } from '../annotations';
import type { NumberFormat } from '../numbers';
import { edgeSentence, nodeSentence } from '../sentences';
import type { Drawing, PictureMark } from './drawing';
import { graphMetadata } from './embedded';
import { areaOf, type PlacedNode, type PlacedWire, placedNodes, placedWires } from './layers';
import { drawNode } from './node';
import { PALETTES, type Palette, type PictureTheme } from './palette';
import { type Outliner, outlinePen, textPen } from './pen';
import { drawLabel, drawWire } from './wire';
import { element, escaped } from './xml';

export type PictureOptions = {
  readonly theme: PictureTheme;
  /** What the wires show, and with `differentials` the nodes too. */
  readonly annotation: Annotation;
  /** Whether wires show numbers, as they do if nothing is said, or symbols, or both. */
  readonly edges?: EdgeLabel;
  /** Only these nodes and the wires between them, with the numbers they have in the whole graph; else everything. */
  readonly only?: ReadonlySet<string>;
  /** What is lit and what stands back, by the id of a node or of a wire; else nothing is. */
  readonly mark?: (id: string) => PictureMark;
  /** How numbers are written; else as usual. */
  readonly numbers?: NumberFormat;
} & (
  | { readonly text: 'text' }
  /** Glyphs as paths: the picture looks the same where its fonts are not installed. */
  | { readonly text: 'outlines'; readonly outliner: Outliner }
);

const MARGIN = 24;

/** Some 16,000 × 6,000: more than a slide or a poster needs, and less than the memory of a small machine. */
export const MOST_PIXELS = 100_000_000;

/** Width and height of a picture, in pixels of the canvas. */
export function sizeOfPicture(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = svg.match(/ width="(\d+)" height="(\d+)"/)!.map(Number);
  return { width, height };
}

/**
 * The picture of a document, whose nodes have positions, as it was evaluated. The same document and options give the same text, which ends
 * with a newline.
 */
export function pictureOf(document: GraphDocument, evaluated: Evaluated, options: PictureOptions): string {
  const { annotation, only, numbers, edges = 'numbers', mark = () => undefined } = options;
  const palette = PALETTES[options.theme];
  const pen = options.text === 'text' ? textPen : outlinePen(options.outliner);
  const drawing: Drawing = { document, evaluated, annotation, edges, palette, pen, numbers };
  const nodes = placedNodes(drawing).filter(({ node }) => only?.has(node.id) ?? true);
  const wires = placedWires(nodes, drawing);
  const { left, top, right, bottom } = areaOf(nodes, wires, MARGIN);
  const [width, height] = [right - left, bottom - top];
  const content = [
    `<title>${escaped(document.title || 'Untitled graph')}</title>`,
    `<desc>${escaped(description(nodes, wires))}</desc>`,
    graphMetadata(only ? copyText(document, [...only]) : writeText(document)),
    ...(palette.paper ? [element('rect', { x: left, y: top, width, height, fill: palette.paper })] : []),
    ...wires.map((wire) => drawWire(wire, palette, mark(wire.edge.id))),
    ...wires.map((wire) => standingBack(drawLabel(wire, annotation, palette, pen), mark(wire.edge.id))),
    ...nodes.map(
      (node) =>
        standingBack(drawNode(node, drawing), mark(node.node.id)) + halo(node, palette, mark(node.node.id)),
    ),
  ];
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    width,
    height,
    viewBox: `${left} ${top} ${width} ${height}`,
  };
  return `${element('svg', root, `\n${content.join('\n')}\n`)}\n`;
}

const standingBack = (drawn: string, mark: PictureMark): string =>
  mark === 'dim' ? element('g', { opacity: 0.4 }, drawn) : drawn;

/** A frame around a node that is lit. */
function halo({ x, y, box }: PlacedNode, { target }: Palette, mark: PictureMark): string {
  if (mark !== 'lit') return '';
  const frame = { x: x - 4, y: y - 4, width: box.width + 8, height: box.height + 8, rx: 13 };
  return element('rect', { ...frame, fill: 'none', stroke: target, 'stroke-width': 4 });
}

/** Nobody listens to more. */
const MOST_SENTENCES = 100;

function description(nodes: readonly PlacedNode[], wires: readonly PlacedWire[]): string {
  const sentences = [
    ...nodes.map(({ node, computed }) => nodeSentence(node.id, node.op, computed)),
    ...wires.map(({ edge }) => edgeSentence(edge, edge.from.id, edge.to.id, edge.operand)),
  ];
  const left = sentences.length - MOST_SENTENCES;
  const told = left > 0 ? [...sentences.slice(0, MOST_SENTENCES), `and ${left} more`] : sentences;
  return `${nodes.length} nodes, ${wires.length} edges. ${told.join('. ')}`.trim();
}
