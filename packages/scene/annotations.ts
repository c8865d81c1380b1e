/**
 * The numbers that edges show, and those below the values of nodes, by mode.
 */
import {
  type Diagnostic,
  dense,
  type Program,
  type ProgramEdge,
  type Pullback,
  type Pushforward,
  sizeOf,
} from '#engine';
import { sizeOfGrid } from './boxes';
import { formOf, type Grid, gridShape } from './matrix';
import { bendsOf } from './wires';

export const ANNOTATIONS = ['values', 'jacobians', 'gradients', 'differentials'] as const;
export type Annotation = (typeof ANNOTATIONS)[number];

/** What stands on an edge: the numbers, their name, or both. */
export const EDGE_LABELS = ['numbers', 'symbols', 'both'] as const;
export type EdgeLabel = (typeof EDGE_LABELS)[number];

/** Pixels of a fraction on an edge. */
const SYMBOL_HEIGHT = 40;

/** A program that was run, and what follows from its values. */
export interface Evaluated {
  readonly program: Program;
  /** Absent without a target that has a value. */
  readonly pullback: Pullback | undefined;
  readonly pushforward: Pushforward;
  readonly diagnostics: readonly Diagnostic[];
}

/** The value of a node, as the column or matrix it is. */
export function valueGrid({ program }: Evaluated, id: string): Grid | undefined {
  const tensor = program.node(id)?.tensor;
  return tensor && { data: tensor.data, ...gridShape(tensor.shape) };
}

/** The size of what is below the value of a node, if anything is. */
export function belowOf({ program, pullback }: Evaluated, id: string, annotation: Annotation) {
  const shape = program.node(id)?.tensor?.shape;
  if (!shape) return undefined;
  if (annotation === 'differentials') return gridShape(shape);
  return pullback && { rows: pullback.rows, cols: sizeOf(shape) };
}

/** What is below the value of a node: ∂target/∂node, or the differential; without its numbers where only the size is told. */
export function belowGrid(evaluated: Evaluated, id: string, annotation: Annotation): Grid | undefined {
  const size = belowOf(evaluated, id, annotation);
  if (!size) return undefined;
  const node = evaluated.program.node(id)!;
  const { pullback, pushforward } = evaluated;
  const data = annotation === 'differentials' ? pushforward.tangent(node) : pullback?.gradient(node);
  return { data: data ?? [], ...size };
}

/** The size of what an edge shows, known before the numbers are. */
export function wireGridShape(
  { from, to, jacobian }: ProgramEdge,
  { pullback }: Evaluated,
  annotation: Annotation,
) {
  if (!jacobian || !from.tensor || !to.tensor) return { rows: 1, cols: 1 };
  if (annotation === 'values') return gridShape(from.tensor.shape);
  if (annotation === 'differentials') return gridShape(to.tensor.shape);
  if (annotation === 'gradients' && pullback) return { rows: pullback.rows, cols: jacobian.cols };
  return { rows: jacobian.rows, cols: jacobian.cols };
}

/**
 * What an edge shows: the value that flows along it, its local Jacobian, its term of the chain rule (∂target/∂to · J, a gradient row), or the
 * differential it adds (J · du). Without a target there are no gradient rows, and the Jacobian stands in their place.
 */
export function wireGrid(edge: ProgramEdge, evaluated: Evaluated, annotation: Annotation): Grid | undefined {
  const { from, to, jacobian } = edge;
  if (!jacobian || !from.tensor || !to.tensor) return undefined;
  const size = wireGridShape(edge, evaluated, annotation);
  // Told by its size: nothing is computed to be left out.
  if (formOf(size.rows, size.cols) === 'size') return { data: [], ...size };
  const numbers = (data: Float64Array | undefined) => data && { data, ...size };
  switch (annotation) {
    case 'values':
      return numbers(from.tensor.data);
    case 'differentials': {
      const pushed = new Float64Array(jacobian.rows);
      jacobian.push(evaluated.pushforward.tangent(from)!, pushed);
      return numbers(pushed);
    }
    case 'gradients':
      if (evaluated.pullback) return numbers(evaluated.pullback.contribution(edge));
      return numbers(dense(jacobian));
    case 'jacobians':
      return numbers(dense(jacobian));
  }
}

/** How far each of the wires that enter a node is bent: those from one node to several operands stand apart. */
export function bendsOfIncoming(
  incoming: readonly ProgramEdge[],
  evaluated: Evaluated,
  annotation: Annotation,
  label: EdgeLabel = 'numbers',
): number[] {
  return incoming.map((edge) => {
    const parallel = incoming.filter(({ from }) => from === edge.from);
    const heights = parallel.map((other) => {
      const { rows, cols } = wireGridShape(other, evaluated, annotation);
      const numbers = label === 'symbols' ? 0 : sizeOfGrid(rows, cols).height;
      const symbols = label === 'numbers' ? 0 : SYMBOL_HEIGHT;
      return Math.max(numbers, symbols) + 4;
    });
    return bendsOf(heights)[parallel.indexOf(edge)];
  });
}
