/**
 * Pictures of documents, for the tests.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COMMAND_LINE_LIMITS, compileDocument, type GraphDocument, readText } from '#document';
import { diagnose, Pullback, Pushforward } from '#engine';
import type { Evaluated } from '../annotations';
import { allDirections } from '../directions';
import { type PictureOptions, pictureOf } from '../picture/picture';

const LIGHT: PictureOptions = { theme: 'light', annotation: 'jacobians', text: 'text' };

export const caseText = (n: number): string =>
  readFileSync(fileURLToPath(new URL(`../../../assets/lessons/case-${n}.nabla`, import.meta.url)), 'utf8');

/** The document of a text that must be one. */
export function documentOf(text: string): GraphDocument {
  const read = readText(text, COMMAND_LINE_LIMITS);
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.document;
}

export const documentWith = (nodes: readonly object[], more: object = {}): GraphDocument =>
  documentOf(JSON.stringify({ format: 'nabla', version: 1, nodes, ...more }));

export function evaluated(document: GraphDocument): Evaluated {
  const program = compileDocument(document).run();
  const target = document.target === null ? undefined : program.node(document.target);
  const pullback = target?.tensor && new Pullback(program, target).run();
  const pushforward = new Pushforward(program).run(allDirections(document.nodes));
  return { program, pullback, pushforward, diagnostics: diagnose(program, pullback) };
}

export const draw = (document: GraphDocument, options: Partial<PictureOptions> = {}): string =>
  pictureOf(document, evaluated(document), { ...LIGHT, ...options } as PictureOptions);
