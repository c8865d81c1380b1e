/**
 * Strict JSON (RFC 8259) with every problem placed. JSON.parse silently loses duplicate keys, numbers beyond float64 and lone surrogates;
 * this reader refuses them by name, and never recurses.
 */
import { type FileProblem, formatPath, type PathPart, type PathProblem, PROBLEM_LIMIT } from './problem';

/** The root counts 1. */
export const DEPTH_LIMIT = 32;

type Container = unknown[] | Record<string, unknown>;

interface Frame {
  readonly container: Container;
  /** The key whose value comes next. */
  key?: string;
}

type State = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | ', or ]' | ', or }' | 'end';

const EXPECTED: Record<State, string> = {
  value: 'a value',
  'value or ]': 'a value or ]',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes or }',
  colon: 'a colon',
  ', or ]': 'a comma or ]',
  ', or }': 'a comma or }',
  end: 'the end of the file',
};

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const PLAIN = /[^"\\\p{Cc}]*/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORDS: Record<string, unknown> = { true: true, false: false, null: null };

/** Reads the text of a JSON file. `value` is undefined after a syntax error, the only problem that stops the reading. */
export function parseJson(text: string): { value: unknown; problems: FileProblem[] } {
  const reader = new Reader(text);
  return { value: reader.read(), problems: reader.problems };
}

/** Finds the line and column of problems known by path. Only paid for when a file is refused. */
export function locate(text: string, problems: readonly PathProblem[]): FileProblem[] {
  const told = problems.slice(0, PROBLEM_LIMIT);
  const wanted = new Map<string, number>();
  for (const { path } of told)
    for (let n = 0; n <= path.length; n++) wanted.set(formatPath(path.slice(0, n)), -1);
  new Reader(text, wanted).read();
  return told.map(({ path, message }) => {
    // Something missing is placed at the longest part of its path that exists.
    let n = path.length;
    while (n > 0 && wanted.get(formatPath(path.slice(0, n))) === -1) n--;
    const offset = wanted.get(formatPath(path.slice(0, n))) ?? 0;
    return { place: formatPath(path), ...lineAndColumn(text, Math.max(offset, 0)), message };
  });
}

class Reader {
  readonly problems: FileProblem[] = [];
  readonly #text: string;
  readonly #wanted: Map<string, number> | undefined;
  readonly #frames: Frame[] = [];
  #at = 0;
  #state: State = 'value';
  #root: unknown;
  #failed = false;

  /** `wanted` has paths for keys; it is given the offsets of the values found there. */
  constructor(text: string, wanted?: Map<string, number>) {
    this.#text = text;
    this.#wanted = wanted;
  }

  read(): unknown {
    this.#skip(SPACE);
    while (!this.#failed && (this.#state !== 'end' || this.#at < this.#text.length)) {
      this.#step();
      this.#skip(SPACE);
    }
    return this.#failed ? undefined : this.#root;
  }

  /** Accepts one token. */
  #step(): void {
    const next = this.#text[this.#at];
    switch (this.#state) {
      case 'value or ]':
        return next === ']' ? this.#close() : this.#value(next);
      case 'value':
        return this.#value(next);
      case 'key or }':
        return next === '}' ? this.#close() : this.#key(next);
      case 'key':
        return this.#key(next);
      case 'colon':
        return this.#punctuation(':', 'value');
      case ', or ]':
        return next === ']' ? this.#close() : this.#punctuation(',', 'value');
      case ', or }':
        return next === '}' ? this.#close() : this.#punctuation(',', 'key');
      case 'end':
        return this.#unexpected();
    }
  }

  #value(next: string | undefined): void {
    if (this.#wanted) this.#remember(this.#wanted);
    if (next === '{') return this.#open({}, 'key or }');
    if (next === '[') return this.#open([], 'value or ]');
    if (next === '"') return this.#place(this.#string());
    const word = this.#skip(WORD);
    if (word) return this.#place(WORDS[word]);
    const start = this.#at;
    const digits = this.#skip(NUMBER);
    if (!digits) return this.#unexpected();
    const number = Number(digits);
    if (!Number.isFinite(number))
      this.#report(start, `${shortened(digits)} is beyond the largest float64, 1.8e308.`);
    this.#place(number);
  }

  #remember(wanted: Map<string, number>): void {
    const path = formatPath(this.#path());
    if (wanted.has(path)) wanted.set(path, this.#at);
  }

  #key(next: string | undefined): void {
    const start = this.#at;
    const frame = this.#frames[this.#frames.length - 1];
    delete frame.key;
    if (next !== '"') return this.#unexpected();
    const key = this.#string();
    if (key === undefined) return;
    frame.key = key;
    if (key === '__proto__') this.#report(start, 'the key "__proto__" is refused anywhere in a file.');
    else if (Object.hasOwn(frame.container, key))
      this.#report(start, `the key ${JSON.stringify(key)} stands twice in one object.`);
    this.#state = 'colon';
  }

  /** The text in quotes, or undefined after a failure. */
  #string(): string | undefined {
    const start = this.#at++;
    for (;;) {
      this.#skip(PLAIN);
      const next = this.#text[this.#at];
      if (next === '"') break;
      if (next === undefined) return this.#fail(start, 'a text without a closing quote');
      // DEL and the C1 controls are legal in JSON, unlike those below the space.
      if (next >= '\x7f') this.#at++;
      else if (next !== '\\')
        return this.#fail(
          this.#at,
          'a raw control character (write it as an escape, such as \\n or \\u0007)',
        );
      else if (!this.#skip(ESCAPE)) return this.#fail(this.#at, 'an escape that JSON does not have');
    }
    const text: string = JSON.parse(this.#text.slice(start, ++this.#at));
    if (/\p{Surrogate}/u.test(text)) this.#report(start, 'half of a surrogate pair stands alone in a text.');
    return text;
  }

  #open(container: Container, state: State): void {
    if (this.#frames.length === DEPTH_LIMIT) {
      this.#report(this.#at, `nested too deep: expected at most ${DEPTH_LIMIT} levels, the root counting 1.`);
      this.#failed = true;
      return;
    }
    this.#attach(container);
    this.#frames.push({ container });
    this.#at++;
    this.#state = state;
  }

  #close(): void {
    this.#frames.pop();
    this.#at++;
    this.#settle();
  }

  #place(value: unknown): void {
    if (this.#failed) return;
    this.#attach(value);
    this.#settle();
  }

  #attach(value: unknown): void {
    const frame = this.#frames[this.#frames.length - 1];
    if (!frame) this.#root = value;
    else if (Array.isArray(frame.container)) frame.container.push(value);
    else if (frame.key !== '__proto__') frame.container[frame.key!] = value;
  }

  #settle(): void {
    const frame = this.#frames[this.#frames.length - 1];
    this.#state = !frame ? 'end' : Array.isArray(frame.container) ? ', or ]' : ', or }';
  }

  #punctuation(mark: string, state: State): void {
    if (this.#text[this.#at] !== mark) return this.#unexpected();
    this.#at++;
    this.#state = state;
  }

  #skip(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #unexpected(): void {
    const rest = this.#text.slice(this.#at, this.#at + 24);
    const [found] = rest.match(/^(?:[\w.+-]+|\P{Cc})/u) ?? [];
    if (rest === '') this.#fail(this.#at, 'the end of the file');
    else this.#fail(this.#at, found ? JSON.stringify(found) : 'a control character');
  }

  #fail(offset: number, found: string): undefined {
    this.#report(offset, `not JSON: expected ${EXPECTED[this.#state]}, found ${found}.`);
    this.#failed = true;
  }

  #report(offset: number, message: string): void {
    if (this.problems.length < PROBLEM_LIMIT)
      this.problems.push({ place: formatPath(this.#path()), ...lineAndColumn(this.#text, offset), message });
  }

  /** Where the value that is being read stands. */
  #path(): PathPart[] {
    const top = this.#frames.length - 1;
    return this.#frames.flatMap(({ container, key }, depth): PathPart[] => {
      // A list further out already holds the element that is being read.
      if (Array.isArray(container)) return [container.length - (depth < top ? 1 : 0)];
      return key === undefined ? [] : [key];
    });
  }
}

const shortened = (digits: string) => (digits.length > 40 ? `${digits.slice(0, 37)}…` : digits);

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const breaks = before.match(/\r\n|\r|\n/g);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return { line: (breaks?.length ?? 0) + 1, column: offset - lineStart + 1 };
}
