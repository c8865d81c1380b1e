/**
 * The numbers, by the engine that the editor uses too, and the graph as React Flow takes it: what is shown is in `data`.
 */
import type { Edge, Node } from '@xyflow/react';
import { compileDocument, type GraphDocument } from '#document';
import { dense, type Program, Pullback } from '#engine';
import { type Grid, gridShape, labelOf, shortNumber } from '#scene';

export type MathNode = Node<
  { name: string; op: string; operands: string[]; value: Grid; gradient: Grid | undefined },
  'math'
>;
export type MathEdge = Edge<{ jacobian: Grid }, 'math'>;

export interface Computed {
  readonly program: Program;
  readonly pullback: Pullback;
}

export function compiled(document: GraphDocument): Computed {
  const program = compileDocument(document).run();
  return { program, pullback: new Pullback(program, program.node(document.target ?? '')!).run() };
}

export function nodesOf(document: GraphDocument, { program, pullback }: Computed): MathNode[] {
  return program.nodes.map((node) => {
    const [x, y] = document.nodes.get(node.id)?.position ?? [0, 0];
    const gradient = pullback.gradient(node);
    return {
      id: node.id,
      type: 'math',
      position: { x, y },
      data: {
        name: labelOf({ id: node.id }),
        op: document.nodes.get(node.id)?.op ?? '',
        operands: node.incoming.map(({ operand }) => operand),
        value: { data: node.tensor!.data, ...gridShape(node.tensor!.shape) },
        gradient: gradient && { data: gradient, rows: pullback.rows, cols: gradient.length / pullback.rows },
      },
    };
  });
}

export function edgesOf({ program }: Computed): MathEdge[] {
  return program.nodes.flatMap(({ incoming }) =>
    incoming.map((edge) => ({
      id: edge.id,
      type: 'math' as const,
      source: edge.from.id,
      target: edge.to.id,
      targetHandle: edge.operand,
      data: {
        jacobian: {
          data: dense(edge.jacobian!),
          rows: edge.jacobian!.rows,
          cols: edge.jacobian!.cols,
        },
      },
    })),
  );
}

/** A matrix as LaTeX, its numbers as short as the editor shows them. */
export function latexOf({ data, rows, cols }: Grid): string {
  const row = (i: number) =>
    Array.from({ length: cols }, (_, j) => shortNumber(data[i * cols + j])).join(' & ');
  return `\\begin{bmatrix} ${Array.from({ length: rows }, (_, i) => row(i)).join(' \\\\ ')} \\end{bmatrix}`;
}
