/**
 * The paths that are studied: between which nodes, which they are, what is lit. Derived from the results whenever it is asked for.
 */
import { type Path, type Paths, type ProgramNode, pathsBetween } from '#engine';
import { termOfPath } from '#scene';
import { type EditorState, type PathsStudy, setStudy, useEditor } from '../../state/store';
import { type Ends, firstEnds, leads } from '../ends';
import type { Mark } from '../hinted';

/** More paths are counted, not listed. */
export const MOST_PATHS = 100;

export interface PathsNow extends Paths {
  readonly from: ProgramNode;
  readonly to: ProgramNode;
  /** The path that is written out; null for the sum. */
  readonly at: number | null;
  /** Nodes and wires on any of the paths. */
  readonly nodes: ReadonlySet<string>;
  readonly wires: ReadonlySet<string>;
}

let shown: { readonly program: unknown; readonly study: PathsStudy; readonly now: PathsNow } | undefined;

/** Undefined while no paths are studied, or where one of the two nodes has no value. */
export function pathsNow({ study, evaluation }: EditorState): PathsNow | undefined {
  if (study?.kind !== 'paths') return undefined;
  const { program } = evaluation;
  if (shown?.program === program && shown.study === study) return shown.now;
  const [from, to] = [program.node(study.from), program.node(study.to)];
  if (!from?.tensor || !to?.tensor) return undefined;
  const found: Paths = from === to ? { count: 0n, paths: [] } : pathsBetween(from, to, MOST_PATHS);
  const at = study.at !== null && study.at < (found.paths?.length ?? 0) ? study.at : null;
  shown = { program, study, now: { ...found, from, to, at, ...between(from, to) } };
  return shown.now;
}

/** All that is both downstream of the one and upstream of the other. */
function between(from: ProgramNode, to: ProgramNode) {
  const after = new Set([from]);
  for (const node of after) for (const edge of node.outgoing) after.add(edge.to);
  const both = new Set([to]);
  for (const node of both)
    for (const edge of node.incoming) if (node !== from && after.has(edge.from)) both.add(edge.from);
  const edges = [...both].flatMap(({ incoming }) =>
    incoming.filter((edge) => edge.to !== from && both.has(edge.from)),
  );
  const joined = both.has(from);
  return {
    nodes: new Set(joined ? [...both].map(({ id }) => id) : []),
    wires: new Set(joined ? edges.map(({ id }) => id) : []),
  };
}

/** The path that is written out, or pointed at in the sum. */
function litPath({ paths, at }: PathsNow, hinted: string | null): Path | undefined {
  return paths?.find((path) => termOfPath(path) === hinted) ?? paths?.[at ?? -1];
}

export function markOfNodeInPaths(state: EditorState, id: string): Mark | undefined {
  const now = pathsNow(state);
  if (!now) return undefined;
  const path = litPath(now, state.hinted);
  if (id === now.from.id || id === now.to.id || path?.edges.some(({ to }) => to.id === id)) return 'lit';
  return now.nodes.has(id) ? 'plain' : 'dim';
}

export function markOfWireInPaths(state: EditorState, id: string): Mark | undefined {
  const now = pathsNow(state);
  if (!now) return undefined;
  const path = litPath(now, state.hinted);
  if (state.hinted === id || path?.edges.some((edge) => edge.id === id)) return 'lit';
  return now.wires.has(id) ? 'plain' : 'dim';
}

/** Of a function that is selected, the paths inside. */
export function studyPaths(): void {
  const state = useEditor.getState();
  const [chosen, another] = state.selection.nodes;
  const inside = another === undefined ? insideOf(state.evaluation.program.node(chosen ?? '')) : undefined;
  const ends = inside ?? firstEnds(state);
  if (ends) setStudy({ kind: 'paths', ...ends, at: null });
}

/** From an operand of a folded function to its result: the sum over these paths is its Jacobian. */
function insideOf(node: ProgramNode | undefined): Ends | undefined {
  const result = node?.inside.find(({ outgoing }) => outgoing.some(({ to }) => to === node));
  if (!node?.tensor || !result) return undefined;
  const operands = node.incoming.flatMap(({ operand }) => node.program.node(`${node.id}/${operand}`) ?? []);
  const from = operands.find((operand) => leads(operand, result));
  return from && { from: from.id, to: result.id };
}
