/**
 * Results as a table that a person reads in a terminal.
 */
import {
  chainCost,
  dense,
  formatCount,
  isLeaf,
  onlyPath,
  type ProgramEdge,
  type ProgramNode,
  type Shape,
} from '#engine';
import type { Evaluation } from './evaluate';

/** A matrix with more rows or columns than this is told by its size. */
const LARGEST = 8;

/** The best bracketing takes the cube of the length to find. */
const LONGEST_CHAIN = 64;

/** A cell is one or more lines. */
type Cell = readonly string[];

export function tableOf(evaluation: Evaluation): string {
  const { program, target, document } = evaluation;
  const edges = program.nodes.flatMap(({ incoming }) => incoming);
  const about = target === null ? 'no target: values and local Jacobians only' : `target ${target}`;
  const gradient = target === null ? [] : [`∂${target}/∂node`];
  const term = target === null ? [] : ['term of the chain rule'];
  return [
    `${document.title.replace(/\s+/g, ' ') || 'Untitled'} (${about})`,
    '',
    layout([
      ['node', 'operator', 'value', ...tangentHead(evaluation), ...gradient].map((text) => [text]),
      ...program.nodes.map((node) => nodeRow(node, evaluation)),
    ]),
    ...(edges.length === 0
      ? []
      : [
          '',
          layout([
            ['edge', 'Jacobian', 'structure', ...term].map((text) => [text]),
            ...edges.map((edge) => edgeRow(edge, evaluation)),
          ]),
        ]),
    ...chains(evaluation),
  ].join('\n');
}

const tangentHead = ({ pushforward }: Evaluation) => (pushforward ? ['tangent'] : []);

function nodeRow(node: ProgramNode, { pullback, pushforward, target }: Evaluation): Cell[] {
  const { tensor } = node;
  const none = ['–'];
  const size = tensor?.data.length ?? 0;
  const value = tensor ? cellOf(tensor.data, tensor.shape) : none;
  const tangent = tensor && pushforward ? [cellOf(pushforward.tangent(node), tensor.shape)] : [];
  const gradient =
    target === null
      ? []
      : [tensor && pullback ? matrixCell(pullback.gradient(node), pullback.rows, size) : none];
  return [[node.id], [node.op], value, ...tangent, ...gradient];
}

function edgeRow(edge: ProgramEdge, { pullback, target }: Evaluation): Cell[] {
  const { jacobian } = edge;
  const name = [`${edge.from.id} → ${edge.to.id}.${edge.operand}`];
  if (!jacobian) return [name, ['–'], ['–'], ...(target === null ? [] : [['–']])];
  const { rows, cols, structure } = jacobian;
  const large = rows > LARGEST || cols > LARGEST;
  const term = pullback ? [matrixCell(pullback.contribution(edge), pullback.rows, cols)] : [];
  return [name, matrixCell(large ? undefined : dense(jacobian), rows, cols), [structure], ...term];
}

/** The work of the only path from a leaf to the target, where brackets make a difference. */
function chains({ program, pullback }: Evaluation): string[] {
  if (!pullback) return [];
  const lines = program.nodes.flatMap((node) => {
    const path = isLeaf(node.op) ? onlyPath(node, pullback) : undefined;
    if (!path || path.length < 4 || path.length > LONGEST_CHAIN) return [];
    const cost = chainCost(path.map(({ tensor }) => tensor!.data.length));
    const counts = [cost.forward, cost.reverse, cost.best].map(formatCount);
    return `chain ${path.map(({ id }) => id).join(' → ')}: multiplications forward ${counts[0]}, reverse ${counts[1]}, best bracketing ${counts[2]}`;
  });
  return lines.length === 0 ? [] : ['', ...lines];
}

/** Values are columns, written across to save lines: (0.2, 0.4). */
function cellOf(data: Float64Array | undefined, shape: Shape): Cell {
  if (shape.length === 2) return matrixCell(data, shape[0], shape[1]);
  if (!data) return ['–'];
  if (shape.length === 0) return [formatNumber(data[0])];
  if (data.length > LARGEST) return [`vector of ${formatCount(data.length)}`];
  return [`(${Array.from(data, formatNumber).join(', ')})`];
}

function matrixCell(data: Float64Array | undefined, rows: number, cols: number): Cell {
  if (!data || rows > LARGEST || cols > LARGEST) return [`${formatCount(rows)} × ${formatCount(cols)}`];
  const texts = Array.from(data, formatNumber);
  const width = Math.max(...texts.map((text) => text.length));
  return Array.from({ length: rows }, (_, i) => {
    const row = texts
      .slice(i * cols, (i + 1) * cols)
      .map((text) => text.padStart(cols === 1 && rows === 1 ? 0 : width));
    return `[${row.join('  ')}]`;
  });
}

/** Ten significant digits, without trailing zeros. */
function formatNumber(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(10))) : String(value);
}

function layout(rows: readonly (readonly Cell[])[]): string {
  const widths = rows[0].map(() => 0);
  // A graph may have a hundred thousand rows: more than a function takes as arguments.
  for (const row of rows)
    for (const [column, cell] of row.entries())
      for (const line of cell) widths[column] = Math.max(widths[column], line.length);
  return rows
    .flatMap((row) => {
      const height = Math.max(...row.map((cell) => cell.length));
      return Array.from({ length: height }, (_, line) =>
        row
          .map((cell, column) => (cell[line] ?? '').padEnd(widths[column]))
          .join('   ')
          .trimEnd(),
      );
    })
    .join('\n');
}
