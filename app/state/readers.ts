/**
 * Numbers of the current evaluation, read when they are drawn: a view keeps a reader, never a result. What a quiz asks for is not read.
 */
import { dense, ENTRY_LIMIT } from '#engine';
import { type Grid, gridShape, valueGrid } from '#scene';
import { isHiddenNode, isHiddenWire } from '../study/quiz/quiz';
import { useEditor } from './store';

const current = () => useEditor.getState().evaluation;

/** The value of a node, as the column or matrix it is. */
export const valueReader = (id: string) => () =>
  isHiddenNode(useEditor.getState(), 'values', id) ? undefined : valueGrid(current(), id);

/** ∂target/∂node. */
export const gradientReader = (id: string) => (): Grid | undefined => {
  const { program, pullback } = current();
  const node = program.node(id);
  if (isHiddenNode(useEditor.getState(), 'gradients', id)) return undefined;
  const data = node && pullback?.gradient(node);
  return data && { data, rows: pullback!.rows, cols: data.length / pullback!.rows };
};

/** The differential of a node. */
export const tangentReader = (id: string) => (): Grid | undefined => {
  const { program, pushforward } = current();
  const node = program.node(id);
  const data = node && pushforward.tangent(node);
  return data && { data, ...gridShape(node.tensor!.shape) };
};

/** The local Jacobian of the edge that enters `to` at `operand`. */
export const jacobianReader = (to: string, operand: string) => (): Grid | undefined => {
  if (isHiddenWire(useEditor.getState(), `${to}.${operand}`)) return undefined;
  const jacobian = current().program.edge(to, operand)?.jacobian;
  if (!jacobian || jacobian.rows * jacobian.cols > ENTRY_LIMIT) return undefined;
  return { data: dense(jacobian), rows: jacobian.rows, cols: jacobian.cols };
};

/** The term of that edge in the chain rule. */
export const termReader = (to: string, operand: string) => (): Grid | undefined => {
  const { program, pullback } = current();
  const edge = program.edge(to, operand);
  const data = edge && pullback?.contribution(edge);
  return data && { data, rows: pullback!.rows, cols: data.length / pullback!.rows };
};
