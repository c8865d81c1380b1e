/**
 * An answer as people write it: a number, a fraction, a vector, a matrix (as programs, spreadsheets and LaTeX have them), a size, or a formula in
 * the names of the graph.
 */
import { compileDocument, type GraphDocument, type GraphNode, valueOfText } from '#document';
import { flattenNested, type NestedValue, shapeOfNested } from '#engine';
import { type Grid, gridShape } from '#scene';

export interface Answer extends Grid {
  /** Numbers in a list, which may stand for a row as well as for a column. */
  readonly isList: boolean;
}

/** The numbers an answer stands for, or a sentence that says why it cannot be read. */
export function readAnswer(text: string, document: GraphDocument): Answer | { readonly problem: string } {
  const written = text.trim();
  if (written === '')
    return { problem: 'There is no answer yet: expected numbers, such as 0.5, 1/2 or [1, 2].' };
  const size = /^(\d+)\s*(?:×|x|\\times)\s*(\d+)$/.exec(written);
  if (size) return { data: [Number(size[1]), Number(size[2])], rows: 1, cols: 2, isList: true };
  const value = valueOfText(plain(written));
  if (value !== undefined && typeof value === 'object' && 'problem' in value)
    return listOfFormulas(written, document) ?? value;
  if (value !== undefined) return answerOf(value, isColumn(written));
  return valueOfFormula(written, document);
}

/** `[2*0.22, 1/3 + 1]`: numbers that are still to be computed; undefined where one of them cannot be. */
function listOfFormulas(text: string, document: GraphDocument): Answer | undefined {
  const body = /^\[([^[\]]*)\]$/.exec(text)?.[1];
  const entries = body?.split(',').map((entry) => valueOfFormula(entry, document));
  if (!entries?.every((entry) => 'data' in entry && entry.data.length === 1)) return undefined;
  const data = entries.map((entry) => ('data' in entry ? entry.data[0] : Number.NaN));
  return { data, rows: data.length, cols: 1, isList: true };
}

/** Of a number that stands alone: a decimal comma, a fraction of LaTeX, a call that makes an array of it. */
const plain = (text: string): string =>
  text
    .replace(/^(?:\w+\.)?(?:array|tensor|float64|asarray)\(\s*([^()[\],]+?)\s*\)$/, '$1')
    .replace(/^([+\-−]?\d+),(\d+)$/, '$1.$2')
    .replace(/^\$?([+\-−]?)\s*\\[dt]?frac\s*\{([^{}]+)\}\s*\{([^{}]+)\}\$?$/, '$1$2/$3');

/** Whether numbers are written one below the other. */
const isColumn = (text: string): boolean => /\]\s*,?\s*\[|\\\\|\n|;/.test(text);

function answerOf(value: NestedValue, column: boolean): Answer {
  const shape = shapeOfNested(value);
  return { data: flattenNested(value), ...gridShape(shape), isList: shape.length === 1 && !column };
}

/** What a formula comes to at the point of the graph. */
function valueOfFormula(text: string, document: GraphDocument): Answer | { readonly problem: string } {
  const names = [...document.nodes.keys()];
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
