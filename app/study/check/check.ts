/**
 * The gradient check of the graph as it is, a little at a time; and a derivative that is made wrong on purpose.
 */
import { compileDocument, type PlantedFault } from '#document';
import {
  checkOneByOne,
  type EdgeCheck,
  type FaultKind,
  faultsOf,
  type GradientCheck,
  type ProgramEdge,
} from '#engine';
import { type CheckStudy, type EditorState, setStudy, useEditor } from '../../state/store';

export const checkIn = ({ study }: EditorState): CheckStudy | undefined =>
  study?.kind === 'check' ? study : undefined;

export interface Progress {
  readonly edges: readonly EdgeCheck[];
  readonly gradients: readonly GradientCheck[];
  readonly done: boolean;
}

/** Milliseconds of work after which the page gets its turn. */
const SLICE = 12;

/** Checks a copy of the program, and tells how far it is; the function it returns calls it off. */
export function startCheck(tell: (progress: Progress) => void): () => void {
  const { history, evaluation, settings } = useEditor.getState();
  const program = compileDocument(history.document, { profile: settings.profile, fault: evaluation.fault });
  const target = history.document.target === null ? undefined : program.node(history.document.target);
  const checks = checkOneByOne(program, target);
  const edges: EdgeCheck[] = [];
  const gradients: GradientCheck[] = [];
  let timer: ReturnType<typeof setTimeout>;
  const work = () => {
    const end = performance.now() + SLICE;
    let next = checks.next();
    while (!next.done) {
      if (next.value && 'edge' in next.value) edges.push(next.value);
      else if (next.value) gradients.push(next.value);
      if (performance.now() > end) break;
      next = checks.next();
    }
    tell({ edges: [...edges], gradients: [...gradients], done: next.done === true });
    if (!next.done) timer = setTimeout(work);
  };
  timer = setTimeout(work);
  return () => clearTimeout(timer);
}

export function studyCheck(): void {
  setStudy({ kind: 'check', fault: undefined, guess: null, hidden: false });
}

/** Nobody would find it in more numbers than these. */
const MOST_ENTRIES = 64;

interface Breakable {
  readonly edge: ProgramEdge;
  readonly kinds: readonly FaultKind[];
}

/** Edges whose Jacobian would show a mistake: those on the way to the target, where there are such. */
export function breakableIn({ evaluation, history }: EditorState): Breakable[] {
  const { program, pullback } = evaluation;
  const edges = program.nodes
    .filter(({ id, tensor }) => tensor && history.document.nodes.get(id)?.op !== 'function')
    .filter(({ op }) => op !== 'expression')
    .flatMap(({ incoming }) => incoming)
    .filter(({ jacobian, from }) => from.op !== 'constant' && jacobian!.rows * jacobian!.cols <= MOST_ENTRIES)
    .map((edge) => ({ edge, kinds: faultsOf(edge.jacobian!) }))
    .filter(({ kinds }) => kinds.length > 0);
  const onTheWay = edges.filter(({ edge }) => pullback?.reaches(edge.to));
  return onTheWay.length > 0 ? onTheWay : edges;
}

/** Makes one derivative wrong, by chance, and hides the check. */
export function breakOne(chance: () => number = Math.random): void {
  const choices = breakableIn(useEditor.getState());
  const choice = choices[Math.floor(chance() * choices.length)];
  if (!choice) return;
  const { edge, kinds } = choice;
  // The mistake that fits is the one worth finding.
  const kind = kinds.includes('transposed') ? 'transposed' : kinds[Math.floor(chance() * kinds.length)];
  const fault: PlantedFault = { node: edge.to.id, at: edge.to.incoming.indexOf(edge), wire: edge.id, kind };
  setStudy({ kind: 'check', fault, guess: null, hidden: true });
}
