/**
 * What a screen reader says of a node and of an edge.
 */
import { dense, describeShape, type ProgramEdge, type ProgramNode } from '#engine';
import { type Grid, isLarge } from './matrix';
import { spokenNumber } from './numbers';

/** "y, matvec, vector of 2: 0.22, 0.26". */
export function nodeSentence(id: string, op: string, node: ProgramNode | undefined): string {
  if (!node) return `${id}, ${op}`;
  const [problem] = node.problems;
  if (problem || !node.tensor) return `${id}, ${op}, not evaluated: ${problem?.message ?? ''}`;
  const { shape, data } = node.tensor;
  const kind = describeShape(shape).replace(/^an? /, '').replace('×', 'by');
  if (shape.length === 2)
    return `${id}, ${op}, ${kind}: ${rowsSentence({ data, rows: shape[0], cols: shape[1] })}`;
  return `${id}, ${op}, ${kind}: ${listSentence(data)}`;
}

/** "Jacobian of y with respect to x, 2 by 2: row 1: 0.1, 0.5; row 2: -0.3, 0.8". */
export function edgeSentence(
  edge: ProgramEdge | undefined,
  from: string,
  to: string,
  operand: string,
): string {
  const parallel = edge?.to.incoming.some((other) => other !== edge && other.from === edge.from);
  const name = `Jacobian of ${to} with respect to ${from}${parallel ? ` as operand ${operand}` : ''}`;
  if (!edge?.jacobian) return `${name}, not evaluated`;
  const { rows, cols } = edge.jacobian;
  if (isLarge(rows, cols)) return `${name}, ${rows} by ${cols}, ${edge.jacobian.structure}`;
  const data = dense(edge.jacobian);
  if (rows * cols === 1) return `${name}: ${spokenNumber(data[0])}`;
  return `${name}, ${rows} by ${cols}: ${rowsSentence({ data, rows, cols })}`;
}

export function rowsSentence({ data, rows, cols }: Grid): string {
  if (isLarge(rows, cols)) return 'too large to be read out';
  const lines = Array.from({ length: rows }, (_, i) =>
    listSentence(Array.from(data).slice(i * cols, (i + 1) * cols)),
  );
  return rows === 1 ? lines[0] : lines.map((line, i) => `row ${i + 1}: ${line}`).join('; ');
}

const MOST_SPOKEN = 16;

function listSentence(data: ArrayLike<number>): string {
  const spoken = Array.from(data).slice(0, MOST_SPOKEN).map(spokenNumber).join(', ');
  return data.length > MOST_SPOKEN ? `${spoken}, and ${data.length - MOST_SPOKEN} more` : spoken;
}
