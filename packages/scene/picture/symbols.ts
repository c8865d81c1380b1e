/**
 * The symbols on an edge, as `wireTex` writes them: the value that flows, ∂v/∂u, the term of the chain rule, the differential.
 */
import type { GraphDocument } from '#document';
import type { ProgramEdge } from '#engine';
import type { Annotation, EdgeLabel } from '../annotations';
import { isParallel, labelOf, named } from '../labels';
import { fractionOf } from './fraction';
import type { Block } from './numbers';
import { type Pen, polyline } from './pen';
import { type Piece, run } from './runs';
import { piecesOfTex } from './tex';
import { element } from './xml';

/** KaTeX sets formulas larger than the text around them. */
const SIZE = 14 * 1.21;
const INDEX_SIZE = 0.7 * SIZE;
/** The height of signs above the baseline, and the places of a fraction, as TeX has them. */
const AXIS = 0.25 * SIZE;
const HEIGHTS = { lift: 0.43 * SIZE, drop: 0.94 * SIZE };
const TALL = 44;
const FLAT = 24;
const PADDING = 6;
const THIN_SPACE = SIZE / 6;

/** What a label is about, and what it is written with. */
export interface Labelled {
  readonly document: GraphDocument;
  readonly edge: ProgramEdge;
  readonly annotation: Annotation;
  readonly pen: Pen;
}

/** What stands on an edge whose numbers are these. */
export function labelBlock(show: EdgeLabel, numbers: Block, labelled: Labelled): Block {
  if (show === 'numbers') return numbers;
  const symbols = row(symbolsOf(labelled), THIN_SPACE);
  const equation = [symbols, line([run('=', 'roman')], labelled.pen), numbers];
  return padded(show === 'symbols' ? symbols : row(equation, PADDING));
}

function symbolsOf({ document, edge, annotation, pen }: Labelled): Block[] {
  const [from, to] = [edge.from.id, edge.to.id].map((id) => piecesOfTex(labelOf(named(document, id))));
  const local = [partial(to, from, pen), ...(isParallel(edge) ? [bar(edge.operand, pen)] : [])];
  switch (annotation) {
    case 'values':
      return [line(from, pen)];
    case 'jacobians':
      return local;
    case 'gradients': {
      if (document.target === null) return local;
      return [partial(piecesOfTex(labelOf(named(document, document.target))), to, pen), ...local];
    }
    case 'differentials':
      return [...local, line([run('d', 'roman'), ...from], pen)];
  }
}

function partial(of: readonly Piece[], by: readonly Piece[], pen: Pen): Block {
  const [above, below] = [of, by].map((name) => ({ pieces: [run('∂', 'roman'), ...name], size: SIZE }));
  const { width, draw } = fractionOf(above, below, HEIGHTS, pen);
  return { width, height: TALL, draw: (_, x, y, color) => draw(x, y + TALL / 2, color) };
}

function line(pieces: readonly Piece[], pen: Pen): Block {
  return {
    width: pen.width(pieces, SIZE),
    height: FLAT,
    draw: (_, x, y, fill) => pen.write({ pieces, size: SIZE, x, y: y + FLAT / 2 + AXIS, fill }),
  };
}

/** Through which operand: a stroke as tall as the fraction before it, with the name at its foot. */
function bar(operand: string, pen: Pen): Block {
  const pieces = [run(operand, 'roman')];
  return {
    width: 4 + pen.width(pieces, INDEX_SIZE),
    height: TALL,
    draw: (_, x, y, stroke) =>
      element('path', { d: polyline([x, y + 2], [x, y + TALL - 2]), stroke, 'stroke-width': 0.8 }) +
      pen.write({ pieces, size: INDEX_SIZE, x: x + 4, y: y + TALL - 2, fill: stroke }),
  };
}

/** One after the other, each in the middle of the height. */
function row(blocks: readonly Block[], gap: number): Block {
  const height = Math.max(...blocks.map((block) => block.height));
  return {
    width: blocks.reduce((sum, { width }) => sum + width, gap * (blocks.length - 1)),
    height,
    draw(pen, x, y, color, heat) {
      let left = x;
      const drawn = blocks.map((block) => {
        const at = left;
        left += block.width + gap;
        return block.draw(pen, at, y + (height - block.height) / 2, color, heat);
      });
      return drawn.join('');
    },
  };
}

const padded = (block: Block): Block => ({
  width: block.width + 2 * PADDING,
  height: block.height,
  draw: (pen, x, y, color, heat) => block.draw(pen, x + PADDING, y, color, heat),
});
