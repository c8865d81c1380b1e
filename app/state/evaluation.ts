/**
 * The results that belong to a document: derived, never stored. The program is run in place; what is new after a run is only this small record.
 */

import { compileDocument, type GraphDocument, type GraphNode, type PlantedFault } from '#document';
import { diagnose, type Profile, type Program, Pullback, Pushforward } from '#engine';
import { allDirections, type Directions, type Evaluated } from '#scene';

export interface Evaluation extends Evaluated {
  /** A derivative that is wrong on purpose. */
  readonly fault: PlantedFault | undefined;
}

export function evaluate(
  document: GraphDocument,
  directions: Directions,
  profile: Profile = 'nabla',
  fault?: PlantedFault,
): Evaluation {
  const program = compileDocument(document, { profile, fault }).run();
  // After an edit the wire may be another, or none: nothing is wrong any more.
  const wire = fault && program.node(fault.node)?.incoming[fault.at];
  const { rows, cols } = wire?.jacobian ?? { rows: 0, cols: 1 };
  if (fault && (wire?.id !== fault.wire || (fault.kind === 'transposed' && rows !== cols)))
    return evaluate(document, directions, profile);
  return { ...derive(document, program, directions, new Pushforward(program)), fault };
}

/** The evaluation after an edit: values that kept their shape are set and the program run again; anything else is compiled anew. */
export function advance(
  evaluation: Evaluation,
  before: GraphDocument,
  after: GraphDocument,
  directions: Directions,
): Evaluation {
  const changed = changedValues(evaluation.program, before, after);
  const { fault } = evaluation;
  if (!changed) return evaluate(after, directions, evaluation.program.profile, fault);
  if (changed.length === 0 && before.target === after.target) return evaluation;
  for (const { id, value } of changed) evaluation.program.set(id, value!);
  evaluation.program.run();
  return {
    ...derive(after, evaluation.program, directions, evaluation.pushforward, evaluation.pullback),
    fault,
  };
}

/** Runs what follows from the values: gradients, differentials, diagnostics. */
export function derive(
  { target, nodes }: GraphDocument,
  program: Program,
  directions: Directions,
  pushforward: Pushforward,
  previous?: Pullback,
): Evaluated {
  const node = target === null ? undefined : program.node(target);
  const reusable = previous && node === previous.target ? previous : undefined;
  const pullback = node?.tensor ? (reusable ?? new Pullback(program, node)).run() : undefined;
  pushforward.run(allDirections(nodes, directions));
  return { program, pullback, pushforward, diagnostics: diagnose(program, pullback) };
}

/** The leaves that only changed their numbers, or undefined when the graph itself is another. */
function changedValues(
  program: Program,
  before: GraphDocument,
  after: GraphDocument,
): GraphNode[] | undefined {
  if (before.functions !== after.functions) return undefined;
  if (before.nodes === after.nodes) return [];
  if (before.nodes.size !== after.nodes.size) return undefined;
  const changed: GraphNode[] = [];
  for (const [id, node] of after.nodes) {
    const old = before.nodes.get(id);
    if (old === node) continue;
    if (!old || !computesAlike(old, node)) return undefined;
    if (old.value === node.value) continue;
    if (node.value === undefined || !program.fits(id, node.value)) return undefined;
    changed.push(node);
  }
  return changed;
}

/** Whether two states of a node compute the same, but for the numbers they hold. */
const computesAlike = (a: GraphNode, b: GraphNode): boolean =>
  a.op === b.op &&
  a.inputs === b.inputs &&
  a.attributes === b.attributes &&
  a.expression === b.expression &&
  a.function === b.function;
