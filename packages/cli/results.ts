/**
 * Results as JSON, to the letter of the saved-graph specification.
 */
import { dense, ENTRY_LIMIT, formatCount, nest, type ProgramEdge, type ProgramNode, rowsOf } from '#engine';
import type { Evaluation } from './evaluate';

type JsonNumber = number | 'NaN' | 'Infinity' | '-Infinity';

export function resultsOf(evaluation: Evaluation, jacobians: boolean): object {
  const { program, target, diagnostics } = evaluation;
  return {
    target,
    nodes: Object.fromEntries(program.nodes.map((node) => [node.id, nodeResult(node, evaluation)])),
    edges: program.nodes.flatMap(({ incoming }) =>
      incoming.map((edge) => edgeResult(edge, evaluation, jacobians)),
    ),
    diagnostics: diagnostics.map(({ severity, node, code, ...rest }) => ({ severity, node, code, ...rest })),
  };
}

/** One line of JSON; numbers that are not finite are strings. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, entry) => (typeof entry === 'number' ? jsonNumber(entry) : entry));
}

const jsonNumber = (value: number): JsonNumber =>
  Number.isFinite(value) ? value : (String(value) as JsonNumber);

function nodeResult(node: ProgramNode, { pullback, pushforward }: Evaluation): object {
  const { tensor } = node;
  if (!tensor) return {};
  const tangent = pushforward?.tangent(node);
  return {
    shape: tensor.shape,
    value: nest(tensor),
    ...(pullback && rows('gradient', pullback.gradient(node), pullback.rows, tensor.data.length)),
    ...(tangent && { tangent: nest({ shape: tensor.shape, data: tangent }) }),
  };
}

function edgeResult(edge: ProgramEdge, { pullback }: Evaluation, jacobians: boolean): object {
  const { from, to, operand, jacobian } = edge;
  const wire = { from: from.id, to: to.id, operand };
  if (!jacobian) return wire;
  const head = { ...wire, structure: jacobian.structure };
  if (!jacobians) return head;
  const fits = jacobian.rows * jacobian.cols <= ENTRY_LIMIT;
  const local = rows('jacobian', fits ? dense(jacobian) : undefined, jacobian.rows, jacobian.cols);
  const term = pullback && rows('contribution', pullback.contribution(edge), pullback.rows, jacobian.cols);
  // When both are too large to write out, the shape told is that of the Jacobian.
  return { ...head, ...local, ...term, ...(!fits && local) };
}

/** A matrix under its key, or `omitted` with its shape when it is too large to write out. */
function rows(key: string, data: Float64Array | undefined, count: number, cols: number): object {
  return data
    ? { [key]: rowsOf(data, count, cols) }
    : { omitted: `${formatCount(count)} × ${formatCount(cols)}` };
}
