/**
 * Tidy leaves room for what stands on the edges, be it numbers, symbols or both.
 */
import { readdirSync, readFileSync } from 'node:fs';
import ELK from 'elkjs/lib/elk.bundled.js';
import { describe, expect, it } from 'vitest';
import { EDITOR_LIMITS, type GraphDocument, readText } from '#document';
import { EDGE_LABELS, tidied } from '../index';

const elk = new ELK();

function lesson(file: string): GraphDocument {
  const outcome = readText(readFileSync(`assets/lessons/${file}`, 'utf8'), EDITOR_LIMITS);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.document;
}

/** From the left of the first column to the left of the last. */
async function widthOf(document: GraphDocument, labels: (typeof EDGE_LABELS)[number]): Promise<number> {
  const places = await tidied(document, [...document.nodes.keys()], (graph) => elk.layout(graph), labels);
  const xs = [...places.values()].map(([x]) => x);
  return Math.max(...xs) - Math.min(...xs);
}

describe.each(readdirSync('assets/lessons'))('%s', (file) => {
  it('takes more room for symbols and numbers than for either', async () => {
    const document = lesson(file);
    const [numbers, symbols, both] = await Promise.all(
      EDGE_LABELS.map((labels) => widthOf(document, labels)),
    );
    expect(both).toBeGreaterThan(numbers);
    expect(both).toBeGreaterThan(symbols);
  });
});

it('has room for symbols, a sign and numbers between the nodes of case 6', async () => {
  const document = lesson('case-6.nabla');
  const places = await tidied(document, ['x', 'W', 'q', 'z'], (graph) => elk.layout(graph), 'both');
  const [q, z] = ['q', 'z'].map((id) => places.get(id)![0]);
  // The box of q is at least 110 wide, ∂z/∂q = [0.44 0.52] some 200.
  expect(z - q).toBeGreaterThan(110 + 200);
});
