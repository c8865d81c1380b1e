/**
 * Calls: which operator a name means, which arguments are operands and which are settings.
 */
import { type Attributes, type Operator, operators } from '#engine';
import { nearest } from './nearest';
import { type FormulaProblem, isFormulaProblem } from './problem';
import { problemIn, type Source, written } from './source';
import type { Term, TermOf } from './tree';

export interface Call {
  readonly operator: Operator;
  readonly operands: readonly Term[];
  readonly attributes: Attributes;
}

/** Reductions that other languages also use for two values. */
const OF_TWO: ReadonlyMap<string, string> = new Map([
  ['max', 'maximum'],
  ['min', 'minimum'],
]);

/** What a call means; `wired` are names known to be operands. */
export function readCall(
  source: Source,
  term: TermOf<'call'>,
  wired: ReadonlySet<string> = new Set(),
): Call | FormulaProblem {
  const { name } = term;
  const last = term.args.at(-1);
  const named = last?.kind === 'settings' ? last : undefined;
  const args = named ? term.args.slice(0, -1) : term.args;
  const ofTwo = OF_TWO.get(name);
  if (ofTwo && args.length > 1)
    return problemIn(
      source,
      term,
      `Two arguments for ${name}`,
      `${name} takes one vector or matrix; of two values it is written "${ofTwo}(a, b)".`,
    );
  const operator = operators.get(name);
  if (!operator) return unknownFunction(source, term, wired);
  const count = 'numbered' in operator.operands ? Math.max(1, args.length) : operator.operands.length;
  const positional = positionalSettings(operator);
  const odd = args.find(({ kind }) => kind === 'settings');
  if (odd) return problemIn(source, odd, 'Settings before an argument', 'expected them last in the call.');
  if (args.length < count || args.length > count + positional.length)
    return problemIn(
      source,
      term,
      `Wrong number of arguments for ${name}`,
      `expected ${signature(operator)}, found ${args.length}.`,
    );
  const attributes = readSettings(
    source,
    operator,
    args.slice(count).map((value, i) => [positional[i], value, value]),
    named,
  );
  if (isProblem(attributes)) return attributes;
  return { operator, operands: args.slice(0, count), attributes };
}

const isProblem = (outcome: Attributes | FormulaProblem): outcome is FormulaProblem =>
  isFormulaProblem(outcome);

/** Settings that may be given by their place. `axis` may not: `max(a, 0)` would look like a maximum of two values. */
const positionalSettings = ({ attributes }: Operator) =>
  Object.keys(attributes).filter((name) => name !== 'axis');

/** `clip(x, min, max)`, `norm(x, ord, {axis: …})`, `stack(x1, x2, …)` */
function signature(operator: Operator): string {
  const operands =
    'numbered' in operator.operands
      ? [`${operator.operands.numbered}1`, `${operator.operands.numbered}2`, '…']
      : operator.operands;
  const axis = Object.hasOwn(operator.attributes, 'axis') ? ['{axis: …}'] : [];
  return `"${operator.name}(${[...operands, ...positionalSettings(operator), ...axis].join(', ')})"`;
}

function unknownFunction(source: Source, term: TermOf<'call'>, wired: ReadonlySet<string>): FormulaProblem {
  const { name } = term;
  const suggestion = wired.has(name) ? undefined : suggestedFunction(name);
  return problemIn(
    source,
    term,
    `Unknown function "${name}"`,
    suggestion
      ? `did you mean "${suggestion}"?`
      : `the functions are the operators by their names; to multiply, write "${name}*(…)".`,
  );
}

/** The operator that goes by this name elsewhere, or the one that is spelled almost so. */
function suggestedFunction(name: string): string | undefined {
  const word = name.toLowerCase();
  for (const [operator, { synonyms = [] }] of operators)
    if (synonyms.some((synonym) => synonym.toLowerCase() === word)) return operator;
  // Of one letter nothing is left after a correction.
  return name.length === 1 ? undefined : nearest(name, operators.keys());
}

/** A setting: its name, its value, and where it is given. */
type Given = readonly [name: string, value: Term, place: Term];

function readSettings(
  source: Source,
  operator: Operator,
  positional: readonly Given[],
  named: TermOf<'settings'> | undefined,
): Attributes | FormulaProblem {
  const attributes: Record<string, unknown> = {};
  const given = [
    ...positional,
    ...(named?.entries ?? []).map(([name, value]): Given => [name, value, value]),
  ];
  for (const [name, value, place] of given) {
    if (!Object.hasOwn(operator.attributes, name)) {
      const names = Object.keys(operator.attributes);
      const match = nearest(name, names);
      const advice = match ? `did you mean "${match}"?` : `expected ${names.join(', ') || 'no settings'}.`;
      return problemIn(source, place, `Unknown setting "${name}" of ${operator.name}`, advice);
    }
    if (Object.hasOwn(attributes, name))
      return problemIn(source, place, `Setting ${name} of ${operator.name}`, 'it is given twice.');
    const literal = literalOf(value);
    if (literal === undefined)
      return problemIn(
        source,
        place,
        `Setting ${name} of ${operator.name}`,
        `expected a number written out, found "${written(source, value)}".`,
      );
    attributes[name] = literal;
  }
  return attributes;
}

/** The value of a term that is written out: a number, a text or a list of numbers. */
function literalOf(term: Term): unknown {
  if (term.kind === 'number' || term.kind === 'text') return term.value;
  if (term.kind !== 'list') return undefined;
  const values = term.items.map((item) => (item.kind === 'number' ? item.value : undefined));
  return values.includes(undefined) ? undefined : values;
}
