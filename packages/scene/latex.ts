/**
 * Numbers as LaTeX with amsmath, digits as short as they are shown: a value, a Jacobian or a gradient with its left side, or all of a graph.
 */
import { type GraphDocument, type GraphNode, nodesInOrder } from '#document';
import { dense, ENTRY_LIMIT, type ProgramEdge, type ProgramNode } from '#engine';
import type { Evaluated } from './annotations';
import { labelOf, localTex, named, partialTex, wireTex } from './labels';
import { type Grid, gridShape, sizeText } from './matrix';
import { type NumberFormat, shortNumber, USUAL_FORMAT } from './numbers';

/** An equation by its two sides, which stand around the sign. */
export interface Equation {
  readonly left: string;
  readonly right: string;
}

/** More columns a bmatrix does not have unless somebody says so. */
const MOST_BMATRIX_COLUMNS = 10;

export function latexNumber(x: number, format: NumberFormat = USUAL_FORMAT): string {
  if (Number.isNaN(x)) return '\\text{NaN}';
  if (!Number.isFinite(x)) return x > 0 ? '\\infty' : '-\\infty';
  const latex = finite(x, format);
  // TeX takes a bare comma for one between two things, and leaves a space after it.
  return format.comma ? latex.replace('.', '{,}') : latex;
}

function finite(x: number, format: NumberFormat): string {
  const short = shortNumber(x, { ...format, comma: false }).replace('\u2212', '-');
  const [, sign, above, below] = /^(-?)(\d+)\/(\d+)$/.exec(short) ?? [];
  if (below !== undefined) return `${sign}\\tfrac{${above}}{${below}}`;
  if (!short.includes('e')) return short;
  // There is more room than on the canvas.
  const [mantissa, exponent] = x.toExponential(format.digits - 1).split('e');
  return `${Number(mantissa)} \\cdot 10^{${Number(exponent)}}`;
}

/** A matrix in square brackets; a number alone for a single one. */
export function latexMatrix({ data, rows, cols }: Grid, format: NumberFormat = USUAL_FORMAT): string {
  if (rows * cols === 1) return latexNumber(data[0], format);
  const lines = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: cols }, (_, j) => latexNumber(data[i * cols + j], format)).join(' & '),
  );
  const content = lines.join(' \\\\ ');
  if (cols > MOST_BMATRIX_COLUMNS)
    return `\\left[\\begin{array}{${'c'.repeat(cols)}} ${content} \\end{array}\\right]`;
  return `\\begin{bmatrix} ${content} \\end{bmatrix}`;
}

/** x = …; absent without a value. */
export function valueEquation(
  document: GraphDocument,
  { id, tensor }: ProgramNode,
  format?: NumberFormat,
): Equation | undefined {
  if (!tensor) return undefined;
  const grid = { data: tensor.data, ...gridShape(tensor.shape) };
  return { left: labelOf(named(document, id)), right: latexMatrix(grid, format) };
}

/** ∂z/∂x = …, a row for each component of the target; absent without a target or a value. */
export function gradientEquation(
  document: GraphDocument,
  { pullback }: Evaluated,
  node: ProgramNode,
  format?: NumberFormat,
): Equation | undefined {
  const data = pullback?.gradient(node);
  if (!pullback || !data) return undefined;
  const grid = { data, rows: pullback.rows, cols: data.length / pullback.rows };
  const left = partialTex(named(document, pullback.target.id), named(document, node.id), 'dfrac');
  return { left, right: latexMatrix(grid, format) };
}

/** ∂q/∂x = … of an edge; beyond what anybody prints it is told by its size. Absent without a Jacobian. */
export function jacobianEquation(
  document: GraphDocument,
  edge: ProgramEdge,
  format?: NumberFormat,
): Equation | undefined {
  const { jacobian } = edge;
  if (!jacobian) return undefined;
  const { rows, cols } = jacobian;
  const right =
    rows * cols > ENTRY_LIMIT
      ? `\\text{${sizeText(rows, cols)}}`
      : latexMatrix({ data: dense(jacobian), rows, cols }, format);
  return { left: localTex(document, edge, 'dfrac'), right };
}

/** The term of an edge in the chain rule, ∂z/∂q · ∂q/∂x = …. */
export function termEquation(
  document: GraphDocument,
  { pullback }: Evaluated,
  edge: ProgramEdge,
  format?: NumberFormat,
): Equation | undefined {
  const data = edge.jacobian && pullback?.contribution(edge);
  if (!pullback || !data) return undefined;
  const grid = { data, rows: pullback.rows, cols: data.length / pullback.rows };
  return { left: wireTex(document, edge, 'gradients'), right: latexMatrix(grid, format) };
}

/** Several equations stand below each other, their signs in line. */
export function latexOf(equations: readonly Equation[]): string {
  if (equations.length === 1) return `${equations[0].left} = ${equations[0].right}`;
  return `\\begin{aligned}\n${lines(equations)}\n\\end{aligned}`;
}

/**
 * Everything that is known of a graph, to be put into a document that uses amsmath; but nothing of numbers that are called by their value, for
 * which there is nothing to say. Ends with a newline.
 */
export function latexOfGraph(document: GraphDocument, evaluated: Evaluated): string {
  const nodes = nodesInOrder(document)
    .filter((node) => !isCalledByValue(node))
    .map(({ id }) => evaluated.program.node(id)!);
  const shown = new Set(nodes);
  const edges = nodes.flatMap(({ incoming }) => incoming.filter(({ from }) => shown.has(from)));
  const parts: [title: string, equations: readonly (Equation | undefined)[]][] = [
    ['Values', nodes.map((node) => valueEquation(document, node))],
    ['Jacobians', edges.map((edge) => jacobianEquation(document, edge))],
    ['Gradients', nodes.map((node) => gradientEquation(document, evaluated, node))],
  ];
  const blocks = parts.flatMap(([title, equations]) => {
    const known = equations.filter((equation) => equation !== undefined);
    return known.length === 0 ? [] : [`% ${title}\n\\begin{align*}\n${lines(known)}\n\\end{align*}\n`];
  });
  const title = document.title.replace(/\s+/g, ' ').trim();
  return [...(title ? [`% ${title}\n`] : []), ...blocks].join('');
}

/** A constant 3 that is drawn as 3. */
const isCalledByValue = ({ op, label, value }: GraphNode) =>
  op === 'constant' && label !== undefined && label.trim() !== '' && Number(label) === value;

const lines = (equations: readonly Equation[]): string =>
  equations.map(({ left, right }) => `  ${left} &= ${right}`).join(' \\\\\n');
