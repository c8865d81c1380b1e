/**
 * Why a file is refused: where, and in words.
 */
export { didYouMean } from '#formula';

export type PathPart = string | number;
export type Path = readonly PathPart[];

export interface FileProblem {
  /** JSON path: `nodes[3].inputs.A`; the root is `$`; keys that are no names stand in brackets and quotes. */
  readonly place: string;
  /** 1-based, where known. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** A problem before its place has been looked up in the text. */
export interface PathProblem {
  readonly path: Path;
  readonly message: string;
}

/** No more problems than this are told at once. */
export const PROBLEM_LIMIT = 100;

/** The first few of what may be many. */
export function firstOf<T>(items: Iterable<T>, count: number): T[] {
  const first: T[] = [];
  for (const item of items) {
    first.push(item);
    if (first.length === count) break;
  }
  return first;
}

export function formatPath(path: Path): string {
  if (path.length === 0) return '$';
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    if (!/^[A-Za-z_$][\w$]*$/.test(part)) return `${text}[${JSON.stringify(part)}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

/** "file.nabla:3:14 nodes[2].inputs.a: message", as a terminal shows it. */
export function formatProblem(file: string, { place, line, column, message }: FileProblem): string {
  const position = line === undefined ? '' : `:${line}:${column}`;
  return `${file}${position} ${place}: ${message}`;
}

/** What was found, in a few words. */
export function describeJson(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
