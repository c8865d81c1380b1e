/**
 * The workbench of a product: which chain it is of, and what has been made of its factors.
 */
import { type ProgramNode, pathsBetween, stagesBetween } from '#engine';
import { type Chain, type ChainTerm, chainOfPath, chainOfStages, chainTerms, misfit } from '#scene';
import { type ChainStudy, type EditorState, setStudy, useEditor } from '../../state/store';
import { firstEnds } from '../ends';

/** More paths than these are not offered one by one. */
const MOST_PATHS = 20;

export const chainIn = ({ study }: EditorState): ChainStudy | undefined =>
  study?.kind === 'chain' ? study : undefined;

let known: { readonly program: unknown; readonly key: string; readonly chains: readonly Chain[] } | undefined;
const NONE: readonly Chain[] = [];

/** All paths together, in stages, where there are several; then one path after the other, if they are not too many. */
export function chainsOf(
  { evaluation }: EditorState,
  { from, to }: Pick<ChainStudy, 'from' | 'to'>,
): readonly Chain[] {
  const { program } = evaluation;
  const key = `${from} ${to}`;
  if (known?.program === program && known.key === key) return known.chains;
  const [earlier, later] = [program.node(from), program.node(to)];
  const there = earlier?.tensor && later?.tensor && earlier !== later;
  known = { program, key, chains: there ? chainsBetween(earlier, later) : NONE };
  return known.chains;
}

function chainsBetween(from: ProgramNode, to: ProgramNode): readonly Chain[] {
  const { count, paths = [] } = pathsBetween(from, to, MOST_PATHS);
  const single = paths.map((path) => chainOfPath(from.id, path));
  return count > 1n ? [chainOfStages(stagesBetween(from, to)), ...single] : single;
}

export function chainNow(state: EditorState): Chain | undefined {
  const study = chainIn(state);
  const chains = study && chainsOf(state, study);
  // After an edit there may be fewer of them.
  return chains && (chains[study.path] ?? chains[0]);
}

/** What lies on the workbench: the chain as it is until something was done to it. */
export function termsNow(state: EditorState): readonly ChainTerm[] {
  const [study, chain] = [chainIn(state), chainNow(state)];
  if (!chain) return NOTHING;
  return study?.terms && study.of === factorsOf(chain) ? study.terms : untouched(chain);
}

/** Tells the factors of a chain from those of another: their edges and sizes. */
const factorsOf = ({ factors }: Chain): string =>
  factors.map(({ id, rows, cols }) => `${id} ${rows}×${cols}`).join(', ');

const NOTHING: readonly ChainTerm[] = [];
const chains = new WeakMap<Chain, readonly ChainTerm[]>();

/** The same list for the same chain, as whoever is told of changes wants it. */
function untouched(chain: Chain): readonly ChainTerm[] {
  const terms = chains.get(chain) ?? chainTerms(chain);
  chains.set(chain, terms);
  return terms;
}

export function studyChain(): void {
  const ends = firstEnds(useEditor.getState());
  if (ends) setStudy({ kind: 'chain', ...ends, path: 0, terms: undefined });
}

function put(terms: readonly ChainTerm[] | undefined): void {
  const state = useEditor.getState();
  const [study, chain] = [chainIn(state), chainNow(state)];
  if (study && chain) setStudy({ ...study, terms, of: factorsOf(chain) });
}

export const startAgain = (): void => put(undefined);

/** Multiplies a term with its right neighbour, if they fit. */
export function multiply(at: number): void {
  const state = useEditor.getState();
  const [terms, chain] = [termsNow(state), chainNow(state)];
  const [left, right] = [terms[at], terms[at + 1]];
  if (chain && left && right && !misfit(chain, left, right)) put(terms.toSpliced(at, 2, { left, right }));
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
