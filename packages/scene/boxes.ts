/**
 * The size of every node and the place of every operand on it, in pixels, from shapes alone: the canvas, and later a picture, need no DOM to
 * lay a graph out, and nothing moves while numbers change.
 */
import { isLeaf, operandNames, operators, type Shape } from '#engine';
import { formOf, gridShape, MOST_COLUMNS_BELOW, sizeText, summarySize } from './matrix';
import { charactersOf, type NumberFormat, USUAL_FORMAT } from './numbers';

export interface Box {
  readonly width: number;
  readonly height: number;
  /** Where each operand's wire ends, from the top of the box. */
  readonly operands: readonly { readonly name: string; readonly y: number }[];
  /** Where wires leave, from the top of the box. */
  readonly outputY: number;
  /** Room left of the numbers for the operands' names. */
  readonly gutter: number;
}

export const HEADER = 34;
export const LINE = 20;
export const PAD = 8;
const OPERAND = 26;
/** Three small lines, for what is wrong with the node. */
const SENTENCE = 44;
export const GAP = 4;
/** Width of a character of the numbers' typeface at 13 px. */
export const CHARACTER = 7.85;
const BRACKETS = 20;

export interface NodeShape {
  /** TeX. */
  readonly label: string;
  readonly op: string;
  readonly inputs?: Readonly<Record<string, string>> | undefined;
  /** The operands of a composite node, whose operator does not tell them. */
  readonly operands?: readonly string[] | undefined;
  /** Absent while the node has a problem. */
  readonly shape?: Shape | undefined;
  /** What stands below the value: the gradient, or the differential. */
  readonly below?: { readonly rows: number; readonly cols: number } | undefined;
}

/** The operands a node offers: numbered ones grow by one as the last is wired. */
export function offeredOperands({
  op,
  inputs = {},
  operands = [],
}: Pick<NodeShape, 'op' | 'inputs' | 'operands'>): readonly string[] {
  const operator = operators.get(op);
  if (!operator) return operands;
  const names = operandNames(operator.operands, Object.keys(inputs));
  const last = names[names.length - 1];
  const grows = 'numbered' in operator.operands && Object.hasOwn(inputs, last);
  return grows
    ? [...names, `${(operator.operands as { numbered: string }).numbered}${names.length + 1}`]
    : names;
}

export function boxOf(node: NodeShape, format: NumberFormat = USUAL_FORMAT): Box {
  const { label, op, shape, below } = node;
  const names = offeredOperands(node);
  const longest = Math.max(0, ...names.map((name) => name.length));
  const gutter = isLeaf(op) ? PAD : 20 + longest * 7.5;
  const value = shape ? gridShape(shape) : { rows: 1, cols: 1 };
  const top = sizeOfGrid(value.rows, value.cols, format);
  const bottom = below
    ? sizeOfGrid(below.rows, below.cols, format, MOST_COLUMNS_BELOW)
    : { width: 0, height: 0 };
  const content = Math.max(top.width, below ? captionWidth(label) + bottom.width : 0);
  const numbers = shape || isLeaf(op) ? top.height + (below ? GAP + bottom.height : 0) : SENTENCE;
  const body = Math.max(numbers, names.length * OPERAND);
  const step = body / Math.max(1, names.length);
  return {
    width: Math.ceil(Math.max(headerWidth(label, op), gutter + content + PAD)),
    height: Math.ceil(HEADER + body + PAD),
    operands: names.map((name, k) => ({ name, y: Math.round(HEADER + PAD / 2 + step * (k + 0.5)) })),
    outputY: Math.round(HEADER + PAD / 2 + top.height / 2),
    gutter,
  };
}

/** About how many characters TeX comes to when it is set. */
const setLength = (tex: string) =>
  tex.replace(/\\text|\\[,;!]|[{}_^]/g, '').replace(/\\[a-zA-Z]+/g, 'm').length;

/** Room for ∂z/∂x before a gradient. */
export const captionWidth = (label: string) => Math.min(84, 24 + 8 * setLength(label));

/** The pixels that ∂v/∂u takes on an edge, given the names of v and u. */
export const sizeOfSymbols = (of: string, by: string): { width: number; height: number } => ({
  width: 36 + 10 * Math.max(setLength(of), setLength(by)),
  height: 44,
});

/** The header holds the name, the operator's and the mark of the target. */
const headerWidth = (label: string, op: string) => Math.min(250, 74 + 10 * setLength(label) + 7 * op.length);

/** The pixels a rectangle of numbers takes. */
export function sizeOfGrid(
  rows: number,
  cols: number,
  format: NumberFormat = USUAL_FORMAT,
  mostColumns?: number,
): { width: number; height: number } {
  const text = (characters: number, lines: number) => ({
    width: characters * CHARACTER + BRACKETS,
    height: lines * LINE + 4,
  });
  const characters = charactersOf(format);
  switch (formOf(rows, cols, mostColumns)) {
    case 'number':
      return text(characters, 1);
    case 'matrix':
      // Two spaces between columns.
      return text(cols * (characters + 2) - 2, rows);
    case 'summary': {
      const summary = summarySize(rows, cols, format);
      return text(summary.characters, summary.lines);
    }
    case 'heat': {
      const { width, height } = sizeOfHeat(rows, cols);
      const size = text(sizeText(rows, cols).length, 1);
      return { width: Math.max(width + 2 * PAD, size.width), height: height + size.height };
    }
    case 'size':
      return text(sizeText(rows, cols).length, 1);
  }
}

/** The pixels of a heat map without its size below: cells no larger than need be, together no larger than a matrix that is read. */
export const sizeOfHeat = (rows: number, cols: number) => ({
  width: Math.round(Math.min(14, 140 / cols) * cols),
  height: Math.round(Math.min(14, 112 / rows) * rows),
});
