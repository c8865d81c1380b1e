/**
 * The two nodes between which something is studied first: what is selected, or an input that leads to the target.
 */
import { isLeaf, type ProgramNode } from '#engine';
import type { EditorState } from '../state/store';

export interface Ends {
  readonly from: string;
  readonly to: string;
}

/** Undefined where nothing has a value. */
export function firstEnds({ evaluation, history, selection }: EditorState): Ends | undefined {
  const { program } = evaluation;
  const nodes = program.order.filter(({ tensor }) => tensor !== undefined);
  const [first, second] = nodes.filter(({ id }) => selection.nodes.includes(id));
  const target = nodes.find(({ id }) => id === history.document.target);
  const to = second ?? target ?? nodes.at(-1);
  if (!to) return undefined;
  const input = nodes.find((node) => isLeaf(node.op) && node.op !== 'constant' && leads(node, to));
  const from = first && leads(first, to) ? first : (input ?? nodes[0]);
  return { from: from.id, to: to.id };
}

/** Whether there is a path from one node to another. */
export function leads(from: ProgramNode, to: ProgramNode): boolean {
  const downstream = new Set([from]);
  for (const node of downstream) for (const edge of node.outgoing) downstream.add(edge.to);
  return from !== to && downstream.has(to);
}
