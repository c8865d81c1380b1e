/**
 * From the text of a formula to its meaning, as far as it does not depend on shapes.
 */
import { type Body, formatCount } from '#engine';
import { readCall } from './calls';
import { CONSTANTS } from './constants';
import { misplaced, tooDeep } from './grammar';
import { lower } from './lower';
import { type FormulaProblem, isFormulaProblem, problemAt } from './problem';
import { problemIn, type Source } from './source';
import { type Token, tokensOf } from './tokens';
import { type Place, type Term, type TermOf, TooDeep, treeOf } from './tree';

export interface Formula extends Body {
  readonly text: string;
}

/** No formula is longer, in characters. */
const LENGTH_LIMIT = 10_000;

/** Reads a formula. Its operands are its free names; `wired` names operands that exist already, which may be called `pi` or `e`. */
export function parseFormula(text: string, wired: Iterable<string> = []): Formula | FormulaProblem {
  if (text.length > LENGTH_LIMIT) {
    const message = `The formula has ${formatCount(text.length)} characters: at most ${formatCount(LENGTH_LIMIT)} are read.`;
    return { message, position: LENGTH_LIMIT + 1 };
  }
  const tokens = tokensOf(text);
  if (!Array.isArray(tokens)) return tokens as FormulaProblem;
  if (tokens.length === 0)
    return {
      message: 'The formula is empty: write a value to compute, such as "2*x + 1".',
      position: 1,
    };
  const out = misplaced(text, tokens);
  if (out) return out;
  const tree = readTree(text, tokens);
  if (isFormulaProblem(tree)) return tree;
  const source = { text, tokens };
  const known = new Set(wired);
  const problem = firstProblem(source, tree, known);
  if (problem) return problem;
  const operands = freeNames(tokens).filter((name) => known.has(name) || !CONSTANTS.has(name));
  return { text, operands, unfold: (shapes) => lower(source, tree, operands, shapes) };
}

function readTree(text: string, tokens: readonly Token[]): Term | FormulaProblem {
  try {
    return treeOf(tokens);
  } catch (error) {
    if (error instanceof TooDeep) return tooDeep(text, tokens[Math.min(error.word, tokens.length - 1)].start);
    // The call stack of the parser is a depth as well.
    if (error instanceof RangeError) return tooDeep(text, 0);
    return problemAt(text, 0, 'Unreadable formula', 'put brackets around its parts.');
  }
}

/** Names in order of appearance that are neither functions nor settings. */
function freeNames(tokens: readonly Token[]): string[] {
  const names = tokens.filter(({ kind }, i) => {
    if (kind !== 'name') return false;
    const next = tokens[i + 1];
    if (next?.kind !== 'mark') return true;
    const previous = tokens[i - 1];
    const setting = next.text === ':' && previous?.kind === 'mark' && '{,'.includes(previous.text);
    return next.text !== '(' && !setting;
  });
  return [...new Set(names.map(({ text }) => text))];
}

/** The first problem of the tree, outermost first. The tree is not deeper than the limit, so that this may recurse. */
function firstProblem(source: Source, term: Term, wired: ReadonlySet<string>): FormulaProblem | undefined {
  const own = problemOf(source, term, wired);
  if (own) return own;
  for (const child of childrenOf(term)) {
    const problem = firstProblem(source, child, wired);
    if (problem) return problem;
  }
  return undefined;
}

function childrenOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'call':
      return term.args;
    case 'negative':
    case 'transpose':
    case 'index':
      return [term.term];
    case 'binary':
      return [term.left, term.right];
    case 'list':
      return term.items;
    case 'rows':
      return term.rows.flat();
    default:
      return [];
  }
}

function problemOf(source: Source, term: Term, wired: ReadonlySet<string>): FormulaProblem | undefined {
  if (term.kind === 'call') {
    const call = readCall(source, term, wired);
    return isFormulaProblem(call) ? call : undefined;
  }
  return term.kind === 'index' ? problemOfIndex(source, term) : undefined;
}

function problemOfIndex(source: Source, term: TermOf<'index'>): FormulaProblem | undefined {
  if (term.places.length > 2)
    return problemIn(
      source,
      term,
      `Index with ${term.places.length} places`,
      'expected one for a vector, as in "x[2]", or two for a matrix, as in "A[1, 2]".',
    );
  const odd = term.places.flatMap(endsOf).find((end) => !isIndex(end));
  if (!odd) return undefined;
  return problemIn(source, odd, 'Index', 'expected a whole number from 1 on, written out.');
}

const endsOf = (place: Place): Term[] =>
  place.kind === 'range' ? [place.from, place.to].filter((end) => end !== undefined) : [place];

const isIndex = (term: Term) => term.kind === 'number' && Number.isSafeInteger(term.value) && term.value >= 1;
