/**
 * What was typed, read into options; misuse is an error that says what to type.
 */
import { parseArgs } from 'node:util';
import { type NestedValue, PROFILES, type Profile, shapeOfNested } from '#engine';
import {
  ANNOTATIONS,
  type Annotation,
  EDGE_LABELS,
  type EdgeLabel,
  PICTURE_THEMES,
  type PictureTheme,
} from '#scene';

/** Wrong use of the command: exit status 2. */
export class UsageError extends Error {}

export interface EvalOptions {
  readonly files: readonly string[];
  readonly target?: string;
  readonly set: ReadonlyMap<string, NestedValue>;
  readonly tangents: ReadonlyMap<string, NestedValue>;
  readonly json: boolean;
  readonly jacobians: boolean;
  readonly profile: Profile;
}

function parse<T extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  args: string[],
  options: T,
) {
  try {
    return parseArgs({ args, options: options as NonNullable<T>, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export function evalOptions(args: string[]): EvalOptions {
  const { values, positionals } = parse(args, {
    target: { type: 'string' },
    set: { type: 'string', multiple: true },
    tangent: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    jacobians: { type: 'string' },
    profile: { type: 'string' },
  });
  const { jacobians = 'dense', profile = 'nabla', target } = values;
  if (jacobians !== 'dense' && jacobians !== 'none')
    throw new UsageError(`--jacobians is "${jacobians}": expected dense or none.`);
  if (!isProfile(profile))
    throw new UsageError(`--profile is "${profile}": expected ${PROFILES.join(', ')}.`);
  return {
    files: someFiles(positionals),
    ...(target !== undefined && { target }),
    set: assignments('--set', values.set),
    tangents: assignments('--tangent', values.tangent),
    json: values.json ?? false,
    jacobians: jacobians === 'dense',
    profile,
  };
}

const isProfile = (text: string): text is Profile => (PROFILES as readonly string[]).includes(text);

export function checkOptions(args: string[]): { file: string; json: boolean } {
  const { values, positionals } = parse(args, { json: { type: 'boolean' } });
  if (positionals.length !== 1) throw new UsageError(`check takes one FILE: found ${positionals.length}.`);
  return { file: positionals[0], json: values.json ?? false };
}

export function validateOptions(args: string[]): { files: readonly string[] } {
  return { files: someFiles(parse(args, {}).positionals) };
}

const EXPORT_FORMATS = ['svg', 'png', 'latex'] as const;

export interface ExportOptions {
  readonly file: string;
  readonly format: (typeof EXPORT_FORMATS)[number];
  /** Where to write; absent for the standard output. */
  readonly out?: string;
  readonly theme: PictureTheme;
  readonly annotation: Annotation;
  readonly edges: EdgeLabel;
  readonly text: 'text' | 'outlines';
  /** Pixels of a PNG for each one of the canvas. */
  readonly scale: number;
}

export function exportOptions(args: string[]): ExportOptions {
  const { values, positionals } = parse(args, {
    to: { type: 'string' },
    output: { type: 'string', short: 'o' },
    theme: { type: 'string' },
    show: { type: 'string' },
    edges: { type: 'string' },
    text: { type: 'string' },
    scale: { type: 'string' },
  });
  if (positionals.length !== 1) throw new UsageError(`export takes one FILE: found ${positionals.length}.`);
  if (values.to === undefined)
    throw new UsageError('Which format? Expected --to svg, --to png or --to latex.');
  const format = oneOf('--to', values.to, EXPORT_FORMATS);
  const pictureOnly = (['theme', 'show', 'edges', 'text', 'scale'] as const).find(
    (name) => values[name] !== undefined,
  );
  if (format === 'latex' && pictureOnly !== undefined)
    throw new UsageError(`--${pictureOnly} is for a picture: LaTeX has all values, Jacobians and gradients.`);
  if (format === 'svg' && values.scale !== undefined)
    throw new UsageError('--scale is for a PNG: an SVG can be drawn at any size.');
  const text = oneOf('--text', values.text ?? (format === 'png' ? 'outlines' : 'text'), ['text', 'outlines']);
  if (format === 'png' && text === 'text')
    throw new UsageError('--text text is for an SVG: a PNG is drawn from outlines.');
  return {
    file: positionals[0],
    format,
    ...(values.output !== undefined && { out: values.output }),
    theme: oneOf('--theme', values.theme ?? 'light', PICTURE_THEMES),
    annotation: oneOf('--show', values.show ?? 'jacobians', ANNOTATIONS),
    edges: oneOf('--edges', values.edges ?? 'numbers', EDGE_LABELS),
    text,
    scale: scaleOf(values.scale ?? '2'),
  };
}

function oneOf<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new UsageError(`${option} is "${text}": expected ${choices.join(', ')}.`);
  return found;
}

function scaleOf(text: string): number {
  const scale = Number(text);
  if (text.trim() === '' || !(scale >= 1 && scale <= 4))
    throw new UsageError(`--scale is "${text}": expected a number from 1 to 4.`);
  return scale;
}

function someFiles(files: readonly string[]): readonly string[] {
  if (files.length === 0) throw new UsageError('Which graph? Expected at least one FILE.');
  return files;
}

/** `ID=JSON` pairs. */
function assignments(option: string, pairs: readonly string[] = []): Map<string, NestedValue> {
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageError(`${option} is "${pair}": expected ID=JSON, such as x=[0.2,0.4].`);
      return [pair.slice(0, at), parseValue(option, pair.slice(at + 1))];
    }),
  );
}

function parseValue(option: string, json: string): NestedValue {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new UsageError(`${option} has the value "${json}": expected JSON, such as 3 or [0.2,0.4].`);
  }
  if (!isValue(value))
    throw new UsageError(
      `${option} has the value ${json}: expected a finite number, a list of them or equally long rows.`,
    );
  return value;
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every(Number.isFinite);

function isValue(value: unknown): value is NestedValue {
  if (Number.isFinite(value) || isNumbers(value)) return true;
  if (!Array.isArray(value) || !value.every(isNumbers) || value.length === 0) return false;
  const [, width] = shapeOfNested(value);
  return value.every((row) => row.length === width);
}
