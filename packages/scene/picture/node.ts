/**
 * A node: its name and operator, its value, and the gradient or the differential below, as on the canvas.
 */
import { type Diagnostic, isLeaf } from '#engine';
import { belowGrid } from '../annotations';
import { captionWidth, GAP, HEADER, PAD } from '../boxes';
import { labelOf } from '../labels';
import { gridShape, MOST_COLUMNS_BELOW } from '../matrix';
import type { Drawing } from './drawing';
import { fractionOf } from './fraction';
import type { PlacedNode } from './layers';
import { drawTarget, drawTrouble, MARK } from './marks';
import { blockOf } from './numbers';
import type { Palette } from './palette';
import type { Pen } from './pen';
import { eachRun, type Piece, run } from './runs';
import { piecesOfTex } from './tex';
import { element, rounded } from './xml';

/** KaTeX sets formulas larger than the text around them. */
const NAME_SIZE = 18 * 1.21;
const CAPTION_SIZE = 14 * 1.21;
const FRACTION = 0.7;
const OPERATOR_SIZE = 12.5;
const OPERATOR_GAP = 8;

export function drawNode(placed: PlacedNode, drawing: Drawing): string {
  return element(
    'g',
    { 'data-node': placed.node.id },
    frame(placed, drawing) + header(placed, drawing) + body(placed, drawing) + handles(placed, drawing),
  );
}

function frame({ node, x, y, box }: PlacedNode, { document, palette }: Drawing): string {
  const { width, height } = box;
  const target = document.target === node.id;
  const card = element('rect', {
    x: x + 0.75,
    y: y + 0.75,
    width: width - 1.5,
    height: height - 1.5,
    rx: 9.25,
    fill: palette.card,
    stroke: target ? palette.target : palette.lineStrong,
    'stroke-width': 1.5,
    'stroke-dasharray': node.op === 'constant' ? '5 3' : undefined,
  });
  const tint = { x: x + 1.5, y: y + 5, width: width - 3, height: HEADER - 5, fill: palette.targetSoft };
  return card + (target ? element('rect', tint) : '') + band(x, y, width, kindColor(node.op, palette));
}

/** The coloured edge at the top, inside of the rounded corners. */
function band(x: number, y: number, width: number, fill: string): string {
  const [left, right] = [x + 1.5, x + width - 1.5];
  const [a, b, c, d] = [left + 0.9, left + 7, right - 7, right - 0.9].map(rounded);
  const [top, low] = [y + 1.5, y + 5.5].map(rounded);
  return element('path', {
    d: `M${a},${low} Q${a},${top} ${b},${top} H${c} Q${d},${top} ${d},${low} Z`,
    fill,
  });
}

const kindColor = (op: string, palette: Palette): string =>
  op === 'variable' || op === 'parameter' || op === 'constant' ? palette[op] : palette.operator;

function header({ node, x, y, box }: PlacedNode, { document, evaluated, palette, pen }: Drawing): string {
  const trouble = evaluated.diagnostics.filter((one) => one.node === node.id);
  const target = document.target === node.id;
  let end = x + box.width - 10;
  const marks: string[] = [];
  if (trouble.length > 0) {
    end -= MARK + 4;
    marks.push(drawTrouble(end + 2, y + 11, severityOf(trouble), palette));
    end -= 6;
  }
  if (target) end -= MARK + 6;
  const name = fitted(piecesOfTex(labelOf(node)), NAME_SIZE, end - x - 10, pen);
  const room = end - x - 10 - pen.width(name.pieces, name.size) - OPERATOR_GAP;
  const operator = fitted([run(node.op, 'sans')], OPERATOR_SIZE, room, pen);
  const line = [...name.pieces, ...behind(name.size, operator, palette.inkSoft)];
  if (target) marks.push(drawTarget(x + 10 + pen.width(line, name.size) + 8, y + 13, palette));
  const written = pen.write({ pieces: line, size: name.size, x: x + 10, y: y + 25.5, fill: palette.ink });
  return written + marks.join('');
}

/** The operator on the line of the name: wherever the name really ends, in fonts that are not known here, it follows. */
function behind(
  nameSize: number,
  { pieces, size }: { pieces: readonly Piece[]; size: number },
  fill: string,
) {
  const scale = size / nameSize;
  const first = pieces[0];
  return eachRun(pieces, (one) => ({
    ...one,
    fill,
    scale: one.scale * scale,
    space: one === first ? OPERATOR_GAP / nameSize : 0,
  }));
}

const severityOf = (found: readonly Diagnostic[]) =>
  found.some(({ severity }) => severity === 'error') ? 'error' : 'warning';

/** Smaller than this nothing is read on a slide. */
const LEAST_SIZE = 8;

/** Writing that would not fit is set smaller, and then loses its end. */
function fitted(pieces: readonly Piece[], size: number, room: number, pen: Pen) {
  const smaller = (size * Math.max(0, room)) / pen.width(pieces, size);
  if (smaller >= size) return { pieces, size };
  if (smaller >= LEAST_SIZE) return { pieces, size: smaller };
  const kept = [...pieces];
  while (kept.length > 0) {
    const last = kept.pop()!;
    if ('text' in last && last.text.length > 1) kept.push({ ...last, text: last.text.slice(0, -1) });
    const cut = [...kept, run('…', 'sans')];
    if (pen.width(cut, LEAST_SIZE) <= room) return { pieces: cut, size: LEAST_SIZE };
  }
  return { pieces: [], size: LEAST_SIZE };
}

function body(placed: PlacedNode, drawing: Drawing): string {
  const { node, computed, box } = placed;
  const { palette, pen } = drawing;
  const { tensor } = computed;
  const left = placed.x + box.gutter + 1;
  const top = placed.y + HEADER + PAD / 2;
  const value = blockOf(tensor && { data: tensor.data, ...gridShape(tensor.shape) }, drawing.numbers);
  const drawn = value.draw(pen, left, top, palette.ink, palette.heat);
  const below = belowGrid(drawing.evaluated, node.id, drawing.annotation);
  const caption = below && captionOf(placed, drawing);
  if (!caption) return drawn;
  const block = blockOf(below, drawing.numbers, MOST_COLUMNS_BELOW);
  const y = top + value.height + GAP;
  return (
    drawn +
    caption(left, y + block.height / 2) +
    block.draw(pen, left + captionWidth(labelOf(node)), y, palette.gradient, palette.heat)
  );
}

/** ∂z/∂x as a fraction, or dx; drawn around the height it is given. */
function captionOf({ node }: PlacedNode, { document, annotation, palette, pen }: Drawing) {
  const fill = palette.inkSoft;
  const name = piecesOfTex(labelOf(node));
  if (annotation === 'differentials') {
    const line = fitted([run('d', 'roman'), ...name], CAPTION_SIZE, captionWidth(labelOf(node)) - 4, pen);
    return (x: number, y: number) => pen.write({ ...line, x, y: y + 5, fill });
  }
  const target = document.target === null ? undefined : document.nodes.get(document.target);
  if (!target) return undefined;
  const room = captionWidth(labelOf(node)) - 6;
  const [above, below] = [piecesOfTex(labelOf(target)), name].map((pieces) =>
    fitted([run('∂', 'roman'), ...pieces], CAPTION_SIZE * FRACTION, room, pen),
  );
  const { draw } = fractionOf(above, below, { lift: 4, drop: 10.5 }, pen);
  return (x: number, y: number) => draw(x, y, fill);
}

/** Where wires enter and leave. The place for one operand more, which the canvas offers, is no part of the graph. */
function handles({ node, computed, box, x, y }: PlacedNode, { palette, pen }: Drawing): string {
  const { card, lineStrong, inkSoft } = palette;
  const dot = (cx: number, cy: number) =>
    element('circle', { cx, cy, r: 6, fill: lineStrong, stroke: card, 'stroke-width': 2 });
  const entries = box.operands
    .filter(({ name }) => !isLeaf(node.op) && computed.operandNames.includes(name))
    .map((operand) => {
      const pieces = [run(operand.name, 'sans-italic')];
      const text = { pieces, x: x + 11, y: y + operand.y + 4.3, size: 12.5, fill: inkSoft };
      return dot(x, y + operand.y) + pen.write(text);
    });
  return entries.join('') + dot(x + box.width, y + box.outputY);
}
