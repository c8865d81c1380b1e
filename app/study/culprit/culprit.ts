/**
 * Where numbers stop being finite, and what is lost after that: derived from the results whenever it is asked for.
 */
import {
  allFinite,
  type Diagnostic,
  type Program,
  type ProgramEdge,
  type ProgramNode,
  type Pullback,
} from '#engine';
import { type CulpritStudy, type EditorState, setStudy } from '../../state/store';
import type { Mark } from '../hinted';

/** A node that makes what is not finite from what is, and what is said of it. */
export interface Culprit {
  readonly node: ProgramNode;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Losses {
  /** In the order of evaluation: the first one first. */
  readonly culprits: readonly Culprit[];
  readonly values: readonly ProgramNode[];
  readonly jacobians: readonly ProgramEdge[];
  readonly gradients: readonly ProgramNode[];
  /** What that makes of nodes and wires, by their ids. */
  readonly marks: ReadonlyMap<string, Mark>;
}

const culpritIn = ({ study }: EditorState): CulpritStudy | undefined =>
  study?.kind === 'culprit' ? study : undefined;

export const studyCulprit = (of: string | null = null): void => setStudy({ kind: 'culprit', of });

let shown: { readonly evaluation: unknown; readonly losses: Losses } | undefined;

export function lossesNow({ evaluation }: EditorState): Losses {
  if (shown?.evaluation !== evaluation)
    shown = { evaluation, losses: lossesOf(evaluation.program, evaluation.pullback, evaluation.diagnostics) };
  return shown.losses;
}

/** The culprit that is looked at: the one that was chosen, as long as it is one; else the first. */
export function culpritNow(state: EditorState): Culprit | undefined {
  const { culprits } = lossesNow(state);
  return culprits.find(({ node }) => node.id === culpritIn(state)?.of) ?? culprits[0];
}

function lossesOf(
  program: Program,
  pullback: Pullback | undefined,
  diagnostics: readonly Diagnostic[],
): Losses {
  const { order } = program;
  const values = order.filter(({ tensor }) => tensor && !allFinite(tensor.data));
  const edges = order.flatMap(({ incoming }) => incoming);
  const jacobians = edges.filter(({ jacobian }) => jacobian && !jacobian.payload.every(allFinite));
  const gradients = order.filter((node) => {
    const gradient = pullback?.reaches(node) ? pullback.gradient(node) : undefined;
    return gradient && !allFinite(gradient);
  });
  const lost = new Set([...values, ...jacobians.map(({ to }) => to), ...gradients]);
  const culprits = order
    .filter((node) => lost.has(node))
    .map((node) => ({ node, diagnostics: blaming(diagnostics, node.id) }))
    .filter(({ diagnostics }) => diagnostics.length > 0);
  const marks = new Map<string, Mark>();
  for (const { id, outgoing } of values)
    for (const key of [id, ...outgoing.map((edge) => edge.id)]) marks.set(key, 'plain');
  for (const { id } of gradients) marks.set(id, 'plain');
  for (const { id } of jacobians) marks.set(id, 'lit');
  return { culprits, values, jacobians, gradients, marks };
}

/** What is said of a node that is to blame itself. A kink is, where a profile has no derivative there. */
function blaming(all: readonly Diagnostic[], id: string): readonly Diagnostic[] {
  const own = all.filter(({ node }) => node === id);
  return own.some(({ code }) => code === 'caused-by') ? [] : own.filter(({ code }) => BLAMED.has(code));
}

const BLAMED: ReadonlySet<Diagnostic['code']> = new Set([
  'domain',
  'singular',
  'vertical-tangent',
  'not-finite',
  'kink',
]);

export const markOfNodeInCulprit = (state: EditorState, id: string): Mark =>
  culpritNow(state)?.node.id === id ? 'lit' : (lossesNow(state).marks.get(id) ?? 'dim');

export const markOfWireInCulprit = (state: EditorState, id: string): Mark =>
  lossesNow(state).marks.get(id) ?? 'dim';
