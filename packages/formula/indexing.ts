/**
 * Components, rows and columns: x[2], x[2:4], A[1, 2], A[2, :]. Counted from 1, both ends included.
 */
import { describeShape } from '#engine';
import { type Building, isRefused, type Lowered, type Outcome } from './building';
import { quoted, refusalIn } from './source';
import type { Place, Term, TermOf } from './tree';

export function lowerIndex(building: Building, term: TermOf<'index'>, value: Lowered): Outcome {
  const [first, second] = term.places;
  const rank = value.row ? 0 : value.shape.length;
  if (rank === 1 && !second) return pick(building, term, value, first);
  if (rank === 2 && second) return pickEntry(building, term, value, first, second);
  const what = value.row ? 'a row' : describeShape(value.shape);
  const expected = ['a vector or a matrix before the "["', 'one place, as in "x[2]"', WHOLE][rank];
  return refusalIn(
    building.source,
    term,
    `Index of "${quoted(building.source, term.term)}", which is ${what},`,
    `expected ${expected}.`,
  );
}

const WHOLE = 'two places, as in "A[1, 2]", "A[1, :]" or "A[:, 2]"';

const numberAt = (place: Place | undefined): number | undefined =>
  place?.kind === 'number' ? place.value : undefined;

const isWhole = (place: Place) => place.kind === 'range' && !place.from && !place.to;

/** A component or a part of a vector. */
function pick(building: Building, term: TermOf<'index'>, x: Lowered, place: Place): Outcome {
  if (isWhole(place)) return x;
  const parts: Term[] = [term.term];
  if (place.kind !== 'range')
    return building.apply('index', [x], { term, parts, attributes: { index: numberAt(place) } });
  const attributes = { start: numberAt(place.from) ?? 1, end: numberAt(place.to) ?? x.shape[0] };
  return building.apply('slice', [x], { term, parts, attributes });
}

/** A row, a column, or what `pick` takes of one. */
function pickEntry(
  building: Building,
  term: TermOf<'index'>,
  A: Lowered,
  first: Place,
  second: Place,
): Outcome {
  const [i, j] = [numberAt(first), numberAt(second)];
  if (i === undefined && j === undefined) {
    if (isWhole(first) && isWhole(second)) return A;
    return refusalIn(building.source, term, 'Part of a matrix', `expected ${WHOLE}.`);
  }
  const [operator, index, rest] = i === undefined ? ['column', j, first] : ['row', i, second];
  const line = building.apply(operator as string, [A], { term, parts: [term.term], attributes: { index } });
  return isRefused(line) ? line : pick(building, term, line, rest as Place);
}
