/**
 * What a screen reader says of a node, of an edge, and of the numbers of either.
 */
import { dense, describeShape, type ProgramEdge, type ProgramNode, type StructureName } from '#engine';
import { type Grid, gridShape, isLarge } from './matrix';

/** "y, matvec, vector of 2: 0.22, 0.26". */
export function nodeSentence(id: string, op: string, node: ProgramNode | undefined): string {
  if (!node) return `${id}, ${op}`;
  const [problem] = node.problems;
  if (problem || !node.tensor) return `${id}, ${op}, not evaluated: ${problem?.message ?? ''}`;
  const { shape, data } = node.tensor;
  const kind = describeShape(shape).replace(/^an? /, '').replace('×', 'by');
  return `${id}, ${op}, ${kind}: ${numbersSentence({ data, ...gridShape(shape) })}`;
}

/** "Jacobian of y with respect to x, 2 by 2: row 1: 0.1, 0.5; row 2: -0.3, 0.8". */
export function edgeSentence(
  edge: ProgramEdge | undefined,
  from: string,
  to: string,
  operand: string,
): string {
  const parallel = edge?.to.incoming.some((other) => other !== edge && other.from === edge.from);
  const name = jacobianName(to, from, parallel ? operand : undefined);
  if (!edge?.jacobian) return matrixSentence(name, undefined);
  const { rows, cols, structure } = edge.jacobian;
  if (isLarge(rows, cols)) return `${name}, ${rows} by ${cols}, ${STRUCTURE_NAMES[structure]}`;
  return matrixSentence(name, { data: dense(edge.jacobian), rows, cols });
}

export const valueName = (id: string): string => `Value of ${id}`;
export const gradientName = (of: string, by: string): string => `Gradient of ${of} with respect to ${by}`;
/** The operand is said where there are several Jacobians of one node with respect to another. */
export const jacobianName = (of: string, by: string, operand?: string): string =>
  `Jacobian of ${of} with respect to ${by}${operand === undefined ? '' : ` as operand ${operand}`}`;

/** What it is and its numbers. */
export function matrixSentence(name: string, grid: Grid | undefined): string {
  if (!grid) return `${name}, not evaluated`;
  const { rows, cols } = grid;
  const numbers = numbersSentence(grid);
  return rows * cols === 1 ? `${name}: ${numbers}` : `${name}, ${rows} by ${cols}: ${numbers}`;
}

/** A list is told to its first numbers, a matrix row by row. */
function numbersSentence({ data, rows, cols }: Grid): string {
  const list = Array.from(data);
  if (rows === 1 || cols === 1) return listSentence(list);
  if (isLarge(rows, cols)) return 'too large to be read out';
  const lines = Array.from({ length: rows }, (_, i) => listSentence(list.slice(i * cols, (i + 1) * cols)));
  return lines.map((line, i) => `row ${i + 1}: ${line}`).join('; ');
}

const MOST_SPOKEN = 16;

function listSentence(list: readonly number[]): string {
  const spoken = list
    .slice(0, MOST_SPOKEN)
    .map((x) => spokenNumber(x))
    .join(', ');
  return list.length > MOST_SPOKEN ? `${spoken}, and ${list.length - MOST_SPOKEN} more` : spoken;
}

/** Six digits for the ear, or as many as are asked for: no signs that a screen reader swallows. */
export function spokenNumber(x: number, digits = 6): string {
  if (Number.isNaN(x)) return 'not a number';
  if (Number.isFinite(x)) return String(Number(x.toPrecision(digits)));
  return x > 0 ? 'infinity' : 'minus infinity';
}

/** The structure of a Jacobian in a word. */
export const STRUCTURE_NAMES: Readonly<Record<StructureName, string>> = {
  zero: 'zero',
  identity: 'identity',
  diagonal: 'diagonal',
  row: 'row',
  column: 'column',
  selection: 'selection',
  permutation: 'permutation',
  kronecker: 'Kronecker product',
  'diagonal-low-rank': 'diagonal plus low rank',
  toeplitz: 'Toeplitz',
  'lower-triangular': 'lower triangular',
  'block-diagonal': 'block diagonal',
  dense: 'dense',
};
