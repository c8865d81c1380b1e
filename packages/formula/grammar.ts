/**
 * Which word may follow which. What passes here is a formula that the parser reads as it is meant; what does not is refused at its first
 * wrong word.
 */
import { type FormulaProblem, problemAt } from './problem';
import type { Token } from './tokens';

/** No formula is nested deeper, whether by brackets or by its tree. */
export const NESTING_LIMIT = 100;

type Bracket = 'group' | 'call' | 'list' | 'index' | 'settings';

interface Open {
  readonly kind: Bracket;
  readonly token: Token;
  /** Of a list: the entries of each row but the one being read, and its entries before the last comma. */
  readonly rows: number[];
  commas: number;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Signs that stand between two values. */
const BETWEEN = new Set(['+', '-', '*', '/', '^', '.*', './', '.^']);

const VALUE = 'expected a number, a name or a bracket';

interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly open: Open[];
  at: number;
  lastClosed?: Bracket;
}

/** The first word that is out of place, or nothing. */
export function misplaced(text: string, tokens: readonly Token[]): FormulaProblem | undefined {
  const reading: Reading = { text, tokens, open: [], at: 0 };
  let complete = false;
  for (; reading.at < tokens.length; reading.at++) {
    const outcome: boolean | FormulaProblem = complete ? afterValue(reading) : beforeValue(reading);
    if (typeof outcome !== 'boolean') return outcome;
    complete = outcome;
  }
  const unclosed = reading.open.at(-1)?.token;
  if (!complete) {
    const last = tokens.at(-1)!;
    return problemAt(text, last.end, 'Unfinished formula', `${VALUE} after "${last.text}".`);
  }
  if (!unclosed) return undefined;
  return problemAt(
    text,
    unclosed.start,
    `Unclosed "${unclosed.text}"`,
    `expected a "${CLOSING[unclosed.text]}" after it.`,
  );
}

const here = ({ tokens, at }: Reading) => tokens[at];
const before = ({ tokens, at }: Reading): Token | undefined => tokens[at - 1];

function unexpected(reading: Reading, advice: string): FormulaProblem {
  const token = here(reading);
  return problemAt(reading.text, token.start, `Unexpected "${token.text}"`, advice);
}

/** A value is awaited. Whether it is complete after this word. */
function beforeValue(reading: Reading): boolean | FormulaProblem {
  const token = here(reading);
  const around = reading.open.at(-1);
  if (around?.kind === 'settings' && startsEntry(reading)) return settingName(reading);
  if (token.kind === 'number' || token.kind === 'name') return true;
  if (token.kind === 'text') return quoted(reading);
  if (token.text === '+' || token.text === '-') return false;
  if (token.text === '(' || token.text === '[') return opened(reading, token.text === '(' ? 'group' : 'list');
  if (token.text === '{') return openedSettings(reading);
  // A whole row or column, and a range without its ends: A[2, :], x[:3].
  if (token.text === ':' && around?.kind === 'index' && startsEntry(reading))
    return isMark(reading.tokens[reading.at + 1], ',', ']');
  if (isMark(token, ']') && around?.kind === 'index' && isMark(before(reading), ':')) return closed(reading);
  if (token.text === ')' && around?.kind === 'call' && before(reading) === around.token)
    return closed(reading);
  if (token.text === '}' && around?.kind === 'settings' && before(reading) === around.token)
    return unexpected(reading, 'expected a setting, as in norm(x, {ord: 1}).');
  if (token.text === "'") return unexpected(reading, `${VALUE} before it, as in "x'".`);
  return unexpected(reading, `${VALUE}.`);
}

const isMark = (token: Token | undefined, ...texts: string[]) =>
  token?.kind === 'mark' && texts.includes(token.text);

/** Whether this word follows a bracket or a comma. */
const startsEntry = (reading: Reading) => isMark(before(reading), '[', '{', ',');

function quoted(reading: Reading): boolean | FormulaProblem {
  if (reading.open.at(-1)?.kind === 'settings' && isMark(before(reading), ':')) return true;
  const { text, start } = here(reading);
  const advice = 'a text stands only in a setting and holds letters, as in norm(x, {ord: "inf"}).';
  return problemAt(reading.text, start, `Unexpected text "${text}"`, advice);
}

/** Reads `name :` and awaits the value of the setting. */
function settingName(reading: Reading): false | FormulaProblem {
  const token = here(reading);
  const example = 'as in norm(x, {ord: 1}).';
  if (token.kind !== 'name') return unexpected(reading, `expected the name of a setting, ${example}`);
  const next = reading.tokens[reading.at + 1];
  if (!isMark(next, ':'))
    return problemAt(
      reading.text,
      next?.start ?? token.end,
      next ? `Unexpected "${next.text}"` : 'Unfinished formula',
      `expected ":" and a value after the setting ${token.text}, ${example}`,
    );
  reading.at++;
  return false;
}

function openedSettings(reading: Reading): boolean | FormulaProblem {
  const around = reading.open.at(-1);
  if (around?.kind === 'call' && isMark(before(reading), ',')) return opened(reading, 'settings');
  return unexpected(reading, 'settings stand last in a call, as in norm(x, {ord: 1}).');
}

function opened(reading: Reading, kind: Bracket): false | FormulaProblem {
  const token = here(reading);
  reading.open.push({ kind, token, rows: [], commas: 0 });
  if (reading.open.length <= NESTING_LIMIT) return false;
  return tooDeep(reading.text, token.start);
}

export function tooDeep(text: string, offset: number): FormulaProblem {
  return problemAt(
    text,
    offset,
    `Nesting over ${NESTING_LIMIT}`,
    'split the formula into several nodes or shorter parts.',
  );
}

/** A value is complete. Whether it still is after this word. */
function afterValue(reading: Reading): boolean | FormulaProblem {
  const token = here(reading);
  const around = reading.open.at(-1);
  const previous = before(reading)!;
  if (token.kind !== 'mark') return sideBySide(reading);
  if (token.text === "'") return true;
  if (BETWEEN.has(token.text)) return false;
  if (token.text === '(') {
    if (previous.kind === 'name') return opened(reading, 'call');
    const adjacent = sideBySide(reading);
    return adjacent === true ? opened(reading, 'group') : adjacent;
  }
  if (token.text === '[') return previous.kind === 'number' ? sideBySide(reading) : opened(reading, 'index');
  if (token.text === '{')
    return unexpected(reading, 'settings stand last in a call, as in norm(x, {ord: 1}).');
  if (token.text === ',') return comma(reading, around);
  if (token.text === ';') return semicolon(reading, around);
  if (token.text === ':') return colon(reading, around);
  return closed(reading);
}

/** Two values without a sign between them: `2a`, `2(a + b)`, `(a + b)(a - b)` multiply, anything else is refused. */
function sideBySide(reading: Reading): boolean | FormulaProblem {
  const token = here(reading);
  const previous = before(reading)!;
  const after = (...texts: string[]) => isMark(reading.tokens[reading.at - 2], ...texts);
  const group = isMark(previous, ')') && reading.lastClosed === 'group';
  const value = token.kind === 'name' || isMark(token, '(');
  if (value && (group || previous.kind === 'number')) {
    if (previous.kind === 'number' && after('/', './'))
      return problemAt(
        reading.text,
        previous.start,
        `Ambiguous "${previous.text}${token.text}" after "/"`,
        `write "*" and brackets, as in "(1/2)*a" or "1/(2*a)".`,
      );
    return true;
  }
  const both = previous.kind !== 'mark' && token.kind !== 'mark';
  return problemAt(
    reading.text,
    token.start,
    'Two values side by side',
    both ? `to multiply, write "${previous.text}*${token.text}".` : 'to multiply, write "*" between them.',
  );
}

function comma(reading: Reading, around: Open | undefined): false | FormulaProblem {
  if (around && around.kind !== 'group') {
    around.commas++;
    return false;
  }
  return unexpected(
    reading,
    'a comma stands between the arguments of a function or the entries of "[a, b]"; decimals have a point.',
  );
}

function semicolon(reading: Reading, around: Open | undefined): false | FormulaProblem {
  if (around?.kind === 'list') return endRow(reading, around) ?? false;
  return unexpected(
    reading,
    'a formula is one expression; a semicolon stands only between the rows of "[a, b; c, d]".',
  );
}

/** A range, once in a place of an index; with an open end it is complete. */
function colon(reading: Reading, around: Open | undefined): boolean | FormulaProblem {
  let start = reading.at - 1;
  while (start > 0 && !isMark(reading.tokens[start], ',', '[')) start--;
  const first = !reading.tokens.slice(start, reading.at).some((token) => isMark(token, ':'));
  if (around?.kind === 'index' && first) return isMark(reading.tokens[reading.at + 1], ',', ']');
  return unexpected(reading, 'a range stands only in an index and has two ends, as in "x[2:4]".');
}

function closed(reading: Reading): true | FormulaProblem {
  const token = here(reading);
  const opening = reading.open.pop();
  if (!opening) return unexpected(reading, 'nothing was opened before it.');
  const expected = CLOSING[opening.token.text];
  if (token.text !== expected)
    return unexpected(
      reading,
      `expected "${expected}" for the "${opening.token.text}" at character ${opening.token.start + 1}.`,
    );
  reading.lastClosed = opening.kind;
  return endRow(reading, opening) ?? true;
}

/** Counts the entries of the row that ends here: as many as the first has. */
function endRow({ text }: Reading, row: Open): FormulaProblem | undefined {
  const { kind, token, rows } = row;
  if (kind !== 'list') return undefined;
  rows.push(row.commas + 1);
  row.commas = 0;
  if (rows.at(-1) === rows[0]) return undefined;
  return problemAt(
    text,
    token.start,
    'Unequal rows of the matrix',
    `row 1 has ${entries(rows[0])}, row ${rows.length} has ${entries(rows.at(-1)!)}.`,
  );
}

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`);
