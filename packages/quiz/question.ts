/**
 * What can be asked about a graph.
 */
import type { GraphDocument } from '#document';
import { dense, isLeaf, sizeOf } from '#engine';
import { type Evaluated, type Grid, gridShape } from '#scene';

export const QUESTION_KINDS = ['jacobians', 'products', 'gradients', 'values', 'shapes'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Question {
  readonly kind: QuestionKind;
  /** Of a node, or of an edge: `to.operand`. A product is ∂target/∂to · ∂to/∂from, what comes back along the edge. */
  readonly id: string;
}

/** More numbers than these nobody writes down. */
const MOST_ENTRIES = 12;

/** The questions of a kind that a graph has an answer for, in the order in which its nodes are computed; gradients in reverse. */
export function questionsIn(document: GraphDocument, evaluated: Evaluated, kind: QuestionKind): Question[] {
  const { program, pullback } = evaluated;
  const edges = program.order.flatMap(({ incoming, tensor }) =>
    tensor ? incoming.filter(({ from }) => document.nodes.get(from.id)?.op !== 'constant') : [],
  );
  const ids = {
    jacobians: () => edges.map(({ id }) => id),
    shapes: () => edges.map(({ id }) => id),
    // Nothing is to be multiplied by the 1 that the target begins with.
    products: () =>
      edges
        .filter(({ to }) => pullback?.reaches(to) && to !== pullback.target)
        .map(({ id }) => id)
        .reverse(),
    values: () => program.order.filter(({ op, tensor }) => tensor && !isLeaf(op)).map(({ id }) => id),
    gradients: () =>
      program.order
        .filter((node) => pullback?.reaches(node) && node !== pullback.target && node.op !== 'constant')
        .map(({ id }) => id)
        .reverse(),
  }[kind]();
  return ids.map((id) => ({ kind, id })).filter((question) => isAskable(evaluated, question));
}

function isAskable(evaluated: Evaluated, question: Question): boolean {
  const { rows, cols } = sizeOfAnswer(evaluated, question) ?? { rows: 0, cols: 0 };
  if (rows * cols === 0 || rows * cols > MOST_ENTRIES) return false;
  return Array.from(rightAnswer(evaluated, question)?.data ?? [Number.NaN]).every(Number.isFinite);
}

/** How many rows and columns the answer has; undefined where there is none. */
function sizeOfAnswer({ program, pullback }: Evaluated, { kind, id }: Question) {
  if (kind === 'values') {
    const shape = program.node(id)?.tensor?.shape;
    return shape && gridShape(shape);
  }
  if (kind === 'gradients') {
    const shape = program.node(id)?.tensor?.shape;
    return shape && pullback && { rows: pullback.rows, cols: sizeOf(shape) };
  }
  if (kind === 'shapes') return { rows: 1, cols: 2 };
  const jacobian = edgeOf({ program }, id)?.jacobian;
  if (kind === 'products') return jacobian && pullback && { rows: pullback.rows, cols: jacobian.cols };
  return jacobian;
}

/** The numbers that answer a question; for a shape its rows and columns. */
export function rightAnswer(evaluated: Evaluated, question: Question): Grid | undefined {
  const size = sizeOfAnswer(evaluated, question);
  if (!size) return undefined;
  const { rows, cols } = size;
  const { program, pullback } = evaluated;
  const data = (() => {
    switch (question.kind) {
      case 'values':
        return program.node(question.id)!.tensor!.data;
      case 'gradients':
        return pullback!.gradient(program.node(question.id)!);
      case 'products':
        return pullback!.contribution(edgeOf(evaluated, question.id)!);
      case 'jacobians':
        return dense(edgeOf(evaluated, question.id)!.jacobian!);
      case 'shapes': {
        const { jacobian } = edgeOf(evaluated, question.id)!;
        return Float64Array.of(jacobian!.rows, jacobian!.cols);
      }
    }
  })();
  return data && { data: Float64Array.from(data), rows, cols };
}

/** An edge by its id, if it has a Jacobian. */
export function edgeOf({ program }: Pick<Evaluated, 'program'>, id: string) {
  const dot = id.lastIndexOf('.');
  const edge = program.edge(id.slice(0, dot), id.slice(dot + 1));
  return edge?.jacobian ? edge : undefined;
}
