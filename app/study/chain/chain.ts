/**
 * The workbench of a product: which path it is of, and what has been made of its factors.
 */
import { isLeaf, type Path, pathsBetween } from '#engine';
import { type ChainTerm, chainTerms, misfit } from '#scene';
import { type ChainStudy, type EditorState, setStudy, useEditor } from '../../state/store';

/** More paths than these are not offered one by one. */
const MOST_PATHS = 20;

export const chainIn = ({ study }: EditorState): ChainStudy | undefined =>
  study?.kind === 'chain' ? study : undefined;

let known: { readonly program: unknown; readonly key: string; readonly paths: readonly Path[] } | undefined;
const NONE: readonly Path[] = [];

/** The paths between the two nodes; none where there are too many, or one of the nodes has no value. */
export function pathsOf(
  { evaluation }: EditorState,
  { from, to }: Pick<ChainStudy, 'from' | 'to'>,
): readonly Path[] {
  const { program } = evaluation;
  const key = `${from} ${to}`;
  if (known?.program === program && known.key === key) return known.paths;
  const [earlier, later] = [program.node(from), program.node(to)];
  const paths =
    earlier?.tensor && later?.tensor && earlier !== later
      ? (pathsBetween(earlier, later, MOST_PATHS).paths ?? NONE)
      : NONE;
  known = { program, key, paths };
  return paths;
}

export function pathNow(state: EditorState): Path | undefined {
  const study = chainIn(state);
  return study && pathsOf(state, study)[study.path];
}

/** What lies on the workbench: the chain as it is until something was done to it. */
export function termsNow(state: EditorState): readonly ChainTerm[] {
  const [study, path] = [chainIn(state), pathNow(state)];
  if (!path) return NOTHING;
  return study?.terms && study.of === factorsOf(path) ? study.terms : untouched(path);
}

/** Tells the factors of a path from those of another: their edges and sizes. */
const factorsOf = ({ edges }: Path): string =>
  edges.map(({ id, jacobian }) => `${id} ${jacobian!.rows}×${jacobian!.cols}`).join(', ');

const NOTHING: readonly ChainTerm[] = [];
const chains = new WeakMap<Path, readonly ChainTerm[]>();

/** The same list for the same path, as whoever is told of changes wants it. */
function untouched(path: Path): readonly ChainTerm[] {
  const terms = chains.get(path) ?? chainTerms(path);
  chains.set(path, terms);
  return terms;
}

/** From the first input that leads to the target, or to what is selected. */
export function studyChain(): void {
  const { evaluation, history, selection } = useEditor.getState();
  const { program } = evaluation;
  const nodes = program.order.filter(({ tensor }) => tensor !== undefined);
  const chosen = selection.nodes.map((id) => program.node(id)).find((node) => node?.tensor);
  const target = program.node(history.document.target ?? '') ?? nodes.at(-1);
  if (!target) return;
  const leads = (id: string) => pathsOf(useEditor.getState(), { from: id, to: target.id }).length > 0;
  // The longest way: there is most to be bracketed.
  const first = nodes.filter(({ op, id }) => isLeaf(op) && op !== 'constant' && leads(id)).at(0);
  const from = chosen && leads(chosen.id) ? chosen : (first ?? nodes[0]);
  setStudy({ kind: 'chain', from: from.id, to: target.id, path: 0, terms: undefined });
}

function put(terms: readonly ChainTerm[] | undefined): void {
  const state = useEditor.getState();
  const [study, path] = [chainIn(state), pathNow(state)];
  if (study && path) setStudy({ ...study, terms, of: factorsOf(path) });
}

export const startAgain = (): void => put(undefined);

/** Multiplies a term with its right neighbour, if they fit. */
export function multiply(at: number): void {
  const state = useEditor.getState();
  const [terms, path] = [termsNow(state), pathNow(state)];
  const [left, right] = [terms[at], terms[at + 1]];
  if (path && left && right && !misfit(path, left, right)) put(terms.toSpliced(at, 2, { left, right }));
}

export function move(from: number, to: number): void {
  const terms = termsNow(useEditor.getState());
  if (from !== to && terms[from] && to >= 0 && to < terms.length)
    put(terms.toSpliced(from, 1).toSpliced(to, 0, terms[from]));
}

/** Turns a factor over, or takes a product apart. */
export function turn(at: number): void {
  const terms = termsNow(useEditor.getState());
  const term = terms[at];
  put(
    'left' in term
      ? terms.toSpliced(at, 1, term.left, term.right)
      : terms.with(at, { ...term, transposed: !term.transposed }),
  );
}
