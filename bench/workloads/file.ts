/**
 * A `.nabla` file of 100,000 nodes: what it takes to read it, check it and make it a program, beside what JSON.parse alone takes.
 */
import {
  COMMAND_LINE_LIMITS,
  compileDocument,
  emptyDocument,
  nodesInOrder,
  readText,
  writeText,
} from '../../packages/document';
import { type Contestant, competeApart, timed } from '../harness/contest';
import { idOf, randomGraph, specsOf } from '../harness/random-graph';

const SIZE = 100_000;

export function file() {
  const text = fileText();
  return competeApart(
    [
      counting('JSON.parse', () => (JSON.parse(text) as { nodes: unknown[] }).nodes.length),
      counting('Nabla, read and check', () => nodesInOrder(document(text)).length),
      counting('Nabla, read, check and compile', () => compileDocument(document(text)).count),
    ],
    {
      title: `A file of ${SIZE.toLocaleString('en-US')} nodes, ${(text.length / 1e6).toFixed(1)} MB`,
      baselines: ['JSON.parse'],
      per: { what: 'node', count: SIZE },
      seconds: 10,
    },
  );
}

function fileText(): string {
  const specs = specsOf(randomGraph(SIZE, 10, 1));
  return writeText({
    ...emptyDocument,
    nodes: new Map(specs.map((spec, rank) => [spec.id, { ...spec, position: [rank % 300, rank], rank }])),
    target: idOf(SIZE - 1),
  });
}

function document(text: string) {
  const outcome = readText(text, COMMAND_LINE_LIMITS);
  if ('problems' in outcome) throw new Error(outcome.problems[0].message);
  return outcome.document;
}

const counting = (name: string, count: () => number): Contestant => ({
  name,
  tolerance: 0,
  prepare: () => ({ run: timed(count), quantities: () => ({ nodes: Float64Array.of(count()) }) }),
});
