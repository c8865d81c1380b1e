/**
 * Where numbers stop being finite, and what is lost after that: derived from the results whenever it is asked for.
 */
import type { Diagnostic, Program, ProgramEdge, ProgramNode, Pullback } from '#engine';
import { type CulpritStudy, type EditorState, setStudy, useEditor } from '../../state/store';
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
}

export const culpritIn = ({ study }: EditorState): CulpritStudy | undefined =>
  study?.kind === 'culprit' ? study : undefined;

export const studyCulprit = (at = 0): void => setStudy({ kind: 'culprit', at });

/** The study of the culprit with this id. */
export function studyCulpritOf(id: string): void {
  studyCulprit(
    Math.max(
      0,
      lossesNow(useEditor.getState()).culprits.findIndex(({ node }) => node.id === id),
    ),
  );
}

let shown: { readonly evaluation: unknown; readonly losses: Losses } | undefined;

export function lossesNow({ evaluation }: EditorState): Losses {
  if (shown?.evaluation !== evaluation)
    shown = { evaluation, losses: lossesOf(evaluation.program, evaluation.pullback, evaluation.diagnostics) };
  return shown.losses;
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
    const gradient = pullback?.gradient(node);
    return gradient && !allFinite(gradient);
  });
  const lost = new Set([...values, ...jacobians.map(({ to }) => to), ...gradients]);
  const culprits = order
    .filter((node) => lost.has(node))
    .map((node) => ({ node, diagnostics: blaming(diagnostics, node.id) }))
    .filter(({ diagnostics }) => diagnostics.length > 0);
  return { culprits, values, jacobians, gradients };
}

/** What is said of a node that is to blame itself. */
function blaming(all: readonly Diagnostic[], id: string): readonly Diagnostic[] {
  const own = all.filter(({ node, code }) => node === id && BLAMED.has(code));
  return all.some(({ node, code }) => node === id && code === 'caused-by') ? [] : own;
}

const BLAMED: ReadonlySet<Diagnostic['code']> = new Set([
  'domain',
  'singular',
  'vertical-tangent',
  'not-finite',
]);

const allFinite = (numbers: ArrayLike<number>): boolean =>
  Array.prototype.every.call(numbers, Number.isFinite);

export function markOfNodeInCulprit(state: EditorState, id: string): Mark {
  const { culprits, values, gradients } = lossesNow(state);
  if (culprits[culpritIn(state)?.at ?? 0]?.node.id === id) return 'lit';
  return [...values, ...gradients].some((node) => node.id === id) ? 'plain' : 'dim';
}

export function markOfWireInCulprit(state: EditorState, id: string): Mark {
  const { jacobians, values } = lossesNow(state);
  if (jacobians.some((edge) => edge.id === id)) return 'lit';
  return values.some(({ outgoing }) => outgoing.some((edge) => edge.id === id)) ? 'plain' : 'dim';
}
