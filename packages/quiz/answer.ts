/**
 * An answer as people write it: a number, a fraction, a vector, a matrix (as programs, spreadsheets and LaTeX have them), a size, or a formula in
 * the names of the graph.
 */
import { compileDocument, type GraphDocument, type GraphNode, valueOfText, withDownstream } from '#document';
import { flattenNested, type NestedValue, shapeOfNested } from '#engine';
import { type Grid, gridShape } from '#scene';
import type { Question } from './question';

export interface Answer extends Grid {
  /** Numbers in a list, which may stand for a row as well as for a column. */
  readonly isList: boolean;
}

/**
 * The numbers an answer to a question stands for, or a sentence that says why it cannot be read. A formula may use the graph, but not what is
 * asked for.
 */
export function readAnswer(
  text: string,
  document: GraphDocument,
  question: Question,
  wanted: { readonly rows: number; readonly cols: number },
): Answer | { readonly problem: string } {
  const written = text.trim();
  if (written === '')
    return { problem: 'There is no answer yet: expected numbers, such as 0.5, 1/2 or [1, 2].' };
  const size = question.kind === 'shapes' && SIZE.exec(written);
  if (size) {
    const [rows, cols] = size.slice(1).map((count) => Number(count.replace(/\D/g, '')));
    return { data: [rows, cols], rows: 1, cols: 2, isList: true };
  }
  const value = valueOfText(plain(written, wanted));
  const unread = value !== undefined && typeof value === 'object' && 'problem' in value;
  if (value !== undefined && !unread) return answerOf(value, isColumn(written));
  const usable = allowedNames(document, question);
  if (unread) return listOfFormulas(written, document, usable) ?? value;
  return valueOfFormula(written, document, usable);
}

/** 2×4, 2 x 4, 1,000×784. */
const SIZE = /^(\d[\d,\u202f\u00a0]*)\s*(?:×|x|\\times)\s*(\d[\d,\u202f\u00a0]*)$/;

/** The nodes that a formula may name: where a value is asked for, not this node, nor what is computed from it. */
function allowedNames(document: GraphDocument, { kind, id }: Question): string[] {
  const forbidden = kind === 'values' ? withDownstream(document, [id]) : new Set<string>();
  return [...document.nodes.keys()].filter((name) => !forbidden.has(name));
}

/** `[2*0.22, 1/3 + 1]`: numbers that are still to be computed; undefined where one of them cannot be. */
function listOfFormulas(
  text: string,
  document: GraphDocument,
  usable: readonly string[],
): Answer | undefined {
  const body = /^\[([^[\]]*)\]$/.exec(text)?.[1];
  const entries = body?.split(',').map((entry) => valueOfFormula(entry, document, usable));
  if (!entries?.every((entry) => 'data' in entry && entry.data.length === 1)) return undefined;
  const data = entries.map((entry) => ('data' in entry ? entry.data[0] : Number.NaN));
  return { data, rows: data.length, cols: 1, isList: true };
}

/** Of a number that stands alone: a decimal comma, a fraction of LaTeX, a call that makes an array of it. */
const plain = (text: string, wanted: { readonly rows: number; readonly cols: number }): string =>
  (wanted.rows * wanted.cols === 1 || hasDecimalCommas(text, wanted.rows * wanted.cols)
    ? text.replace(/(\d),(\d)/g, '$1.$2')
    : text
  )
    .replace(/^(?:\w+\.)?(?:array|tensor|float64|asarray)\(\s*([^()[\],]+?)\s*\)$/, '$1')
    .replace(/^\$?([+\-−]?)\s*\\[dt]?frac\s*\{([^{}]+)\}\s*\{([^{}]+)\}\$?$/, '$1$2/$3');

/** `[0,5; 1,5]`: as many numbers as are wanted only if the commas are decimal commas; `[1,2;3,4]` for a matrix has them already. */
function hasDecimalCommas(text: string, wanted: number): boolean {
  if (!/^\[[^[\]]*;[^[\]]*\]$/.test(text) || text.includes('.') || /,\s/.test(text)) return false;
  return text.split(';').length === wanted;
}

/** Whether numbers are written one below the other. */
const isColumn = (text: string): boolean => /\]\s*,?\s*\[|\\\\|\n|;/.test(text);

function answerOf(value: NestedValue, column: boolean): Answer {
  const shape = shapeOfNested(value);
  return { data: flattenNested(value), ...gridShape(shape), isList: shape.length === 1 && !column };
}

/** What a formula comes to at the point of the graph. */
function valueOfFormula(
  text: string,
  document: GraphDocument,
  names: readonly string[],
): Answer | { readonly problem: string } {
  const id = freeName(document);
  const node: GraphNode = {
    id,
    op: 'expression',
    expression: text,
    inputs: Object.fromEntries(names.map((name) => [name, name])),
  };
  const program = compileDocument({ ...document, nodes: new Map([...document.nodes, [id, node]]) }).run();
  const { tensor, problems } = program.node(id)!;
  if (!tensor) return { problem: problems[0].message };
  const { shape, data } = tensor;
  return { data: Float64Array.from(data), ...gridShape(shape), isList: shape.length === 1 };
}

function freeName({ nodes }: GraphDocument): string {
  let name = 'answer';
  while (nodes.has(name)) name += '_';
  return name;
}
