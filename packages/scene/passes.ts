/**
 * The passes over a graph, one edge at a time, in the order in which they are computed: forwards the values and local Jacobians, in reverse the
 * gradient rows, forwards again the tangents.
 */
import { isLeaf, type ProgramEdge, type ProgramNode } from '#engine';
import type { Evaluated } from './annotations';

export const PASSES = ['forward', 'reverse', 'tangent'] as const;
export type Pass = (typeof PASSES)[number];

export interface PassStep {
  /** Whose number the step makes, or adds a term to. */
  readonly node: string;
  /** The edge it goes along, `to.operand`; none where a value is made, or a pass begins. */
  readonly edge?: string;
  /** How many terms the number of the node has by now. */
  readonly terms: number;
}

/** Empty where there is nothing to pass through: for `reverse`, without a target that has a value. */
export function stepsOf(evaluated: Evaluated, pass: Pass): PassStep[] {
  switch (pass) {
    case 'forward':
      return evaluated.program.nodes.filter(hasValue).flatMap(forwardSteps);
    case 'reverse':
      return reverseSteps(evaluated);
    case 'tangent':
      return evaluated.program.nodes.filter(hasValue).flatMap(tangentSteps);
  }
}

const hasValue = ({ tensor }: ProgramNode): boolean => tensor !== undefined;

const forwardSteps = ({ id, incoming }: ProgramNode): PassStep[] => [
  { node: id, terms: 0 },
  ...incoming.map((edge) => ({ node: id, edge: edge.id, terms: 0 })),
];

function reverseSteps({ program, pullback }: Evaluated): PassStep[] {
  if (!pullback) return [];
  const terms = new Map<string, number>();
  const edges = program.nodes.filter((node) => pullback.reaches(node)).reverse();
  return [
    { node: pullback.target.id, terms: 0 },
    ...edges.flatMap(({ incoming }) =>
      incoming.map((edge) => {
        const node = edge.from.id;
        terms.set(node, (terms.get(node) ?? 0) + 1);
        return { node, edge: edge.id, terms: terms.get(node)! };
      }),
    ),
  ];
}

const tangentSteps = ({ id, op, incoming }: ProgramNode): PassStep[] =>
  isLeaf(op) || incoming.length === 0
    ? [{ node: id, terms: 0 }]
    : incoming.map((edge, k) => ({ node: id, edge: edge.id, terms: k + 1 }));

/** The edges whose terms make up the number of a node in a pass, in the order in which they come. */
export function termsOf({ pullback }: Evaluated, pass: Pass, node: ProgramNode): readonly ProgramEdge[] {
  switch (pass) {
    case 'forward':
      return [];
    case 'reverse':
      return node.outgoing.filter(({ to }) => pullback?.reaches(to)).toSorted(latestFirst);
    case 'tangent':
      return node.incoming;
  }
}

/** A node that comes later is passed sooner; the operands of one node in their order. */
const latestFirst = (a: ProgramEdge, b: ProgramEdge): number => b.to.index - a.to.index || a.edge - b.edge;
