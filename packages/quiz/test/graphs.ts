/**
 * The lessons with other numbers, for the tests of the quiz.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COMMAND_LINE_LIMITS, compileDocument, type GraphDocument, readText } from '#document';
import { diagnose, type NestedValue, Pullback, Pushforward } from '#engine';
import type { Evaluated } from '#scene';
import { freshValues } from '../index';

const lessons = fileURLToPath(new URL('../../../assets/lessons/', import.meta.url));

export const LESSONS: readonly GraphDocument[] = readdirSync(lessons)
  .filter((name) => name.endsWith('.nabla'))
  .map((name) => documentOf(readFileSync(`${lessons}${name}`, 'utf8')));

export function documentOf(text: string): GraphDocument {
  const read = readText(text, COMMAND_LINE_LIMITS);
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.document;
}

export const documentWith = (nodes: readonly object[], target: string): GraphDocument =>
  documentOf(JSON.stringify({ format: 'nabla', version: 1, nodes, target }));

export function evaluated(document: GraphDocument): Evaluated {
  const program = compileDocument(document).run();
  const target = document.target === null ? undefined : program.node(document.target);
  const pullback = target?.tensor && new Pullback(program, target).run();
  const pushforward = new Pushforward(program).run(new Map());
  return { program, pullback, pushforward, diagnostics: diagnose(program, pullback) };
}

/** A document with these values at its leaves. */
function withValues(document: GraphDocument, values: ReadonlyMap<string, NestedValue>): GraphDocument {
  const nodes = new Map(
    [...document.nodes].map(([id, node]) => [
      id,
      values.has(id) ? { ...node, value: values.get(id)! } : node,
    ]),
  );
  return { ...document, nodes };
}

/** A lesson with fresh numbers, or as it is where there are none. */
export function freshLesson(k: number, random: () => number): GraphDocument {
  const document = LESSONS[k % LESSONS.length];
  const values = freshValues(document, random);
  return values ? withValues(document, values) : document;
}
