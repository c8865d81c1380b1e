/**
 * The passes step by step: their order, what is written out, and that the terms add up to what the engine says.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { GraphDocument } from '#document';
import { PASSES, type Pass, stepsOf, termsOf } from '../passes';
import { latexOfWorked, workedStep } from '../worked';
import { caseText, documentOf, documentWith, evaluated } from './drawn';

const lessons = fileURLToPath(new URL('../../../assets/lessons/', import.meta.url));
const LESSONS = readdirSync(lessons).filter((name) => name.endsWith('.nabla'));

/** Every step of a pass, in LaTeX. */
function written(document: GraphDocument, pass: Pass): string {
  const now = evaluated(document);
  const steps = stepsOf(now, pass).map((step, k) => {
    const along = step.edge === undefined ? step.node : `${step.node} along ${step.edge}`;
    return `% ${k + 1}: ${along}\n${latexOfWorked(workedStep(document, now, pass, step), now)}\n`;
  });
  return steps.join('\n');
}

describe.each([1, 2, 3, 4, 5, 6])('Case %i', (n) => {
  it.each(PASSES)('is written out as it was read: %s', async (pass) => {
    const text = written(documentOf(caseText(n)), pass);
    await expect(text).toMatchFileSnapshot(`../fixtures/case-${n}-${pass}.tex`);
  });
});

it('goes along every edge once, later nodes first in reverse', () => {
  const document = documentOf(caseText(6));
  const edgesOf = (pass: Pass) => stepsOf(evaluated(document), pass).flatMap(({ edge }) => edge ?? []);
  expect(edgesOf('forward')).toEqual(['q.A', 'q.x', 'z.x']);
  expect(edgesOf('reverse')).toEqual(['z.x', 'q.A', 'q.x']);
  expect(edgesOf('tangent')).toEqual(['q.A', 'q.x', 'z.x']);
});

it('has nothing to pull back without a target', () => {
  expect(stepsOf(evaluated(documentWith([{ id: 'x', op: 'variable', value: 2 }])), 'reverse')).toEqual([]);
});

it('leaves out what the target does not depend on, and what has no value', () => {
  const document = documentWith(
    [
      { id: 'x', op: 'variable', value: 2 },
      { id: 'y', op: 'square', inputs: { x: 'x' } },
      { id: 'aside', op: 'sin', inputs: { x: 'x' } },
      { id: 'open', op: 'add', inputs: { a: 'x' } },
    ],
    { target: 'y' },
  );
  const nodesOf = (pass: Pass) => stepsOf(evaluated(document), pass).map(({ node, edge }) => edge ?? node);
  expect(nodesOf('reverse')).toEqual(['y', 'y.x']);
  expect(nodesOf('forward')).toEqual(['x', 'y', 'y.x', 'aside', 'aside.x']);
});

it('keeps both edges of x − x, and their sum is 0', () => {
  const document = documentWith(
    [
      { id: 'x', op: 'variable', value: 2 },
      { id: 'd', op: 'subtract', inputs: { a: 'x', b: 'x' } },
    ],
    { target: 'd' },
  );
  const now = evaluated(document);
  const steps = stepsOf(now, 'reverse');
  expect(steps).toEqual([
    { node: 'd', terms: 0 },
    { node: 'x', edge: 'd.a', terms: 1 },
    { node: 'x', edge: 'd.b', terms: 2 },
  ]);
  expect(latexOfWorked(workedStep(document, now, 'reverse', steps[2]), now)).toBe(
    [
      '\\begin{aligned}',
      '  \\frac{\\partial {d}}{\\partial {x}} &= \\frac{\\partial {d}}{\\partial {d}}\\,\\left.\\frac{\\partial {d}}{\\partial {x}}\\right|_{\\text{a}} + \\frac{\\partial {d}}{\\partial {d}}\\,\\left.\\frac{\\partial {d}}{\\partial {x}}\\right|_{\\text{b}} \\\\',
      '  &= 1 \\cdot 1 + 1 \\cdot \\left(-1\\right) \\\\',
      '  &= 1 + \\left(-1\\right) \\\\',
      '  &= 0',
      '\\end{aligned}',
    ].join('\n'),
  );
});

it('tells by its size what is too large to be read', () => {
  const row = Array.from({ length: 100 }, () => 1);
  const document = documentWith(
    [
      { id: 'W', op: 'parameter', value: row.map(() => row) },
      { id: 'x', op: 'variable', value: row },
      { id: 'q', op: 'matvec', inputs: { A: 'W', x: 'x' } },
      { id: 'z', op: 'squared_norm', inputs: { x: 'q' } },
    ],
    { target: 'z' },
  );
  const now = evaluated(document);
  const step = stepsOf(now, 'reverse').find(({ edge }) => edge === 'q.A')!;
  const [, , factors, product] = latexOfWorked(workedStep(document, now, 'reverse', step), now).split('\n');
  expect(factors).toContain('\\underset{100\\times 10000}{\\text{100×10,000}}');
  expect(product).toContain('\\underset{1\\times 10000}');
});

it('writes out six terms of a long sum around the one that has come', () => {
  const nodes = Array.from({ length: 8 }, (_, k) => ({ id: `s${k}`, op: 'square', inputs: { x: 'x' } }));
  const sums = nodes.slice(1).map(({ id }, k) => ({
    id: k === 6 ? 'y' : `t${k}`,
    op: 'add',
    inputs: { a: k === 0 ? 's0' : `t${k - 1}`, b: id },
  }));
  const document = documentWith([{ id: 'x', op: 'variable', value: 2 }, ...nodes, ...sums], { target: 'y' });
  const now = evaluated(document);
  const steps = stepsOf(now, 'reverse').filter(({ node }) => node === 'x');
  const lastLine = (k: number) =>
    latexOfWorked(workedStep(document, now, 'reverse', steps[k]), now)
      .split('\n')
      .at(-2);
  const symbol = (k: number) =>
    `\\frac{\\partial {y}}{\\partial {s_{${k}}}}\\,\\frac{\\partial {s_{${k}}}}{\\partial {x}}`;
  expect(steps).toHaveLength(8);
  expect(lastLine(0)).toBe(`  &= 4 + ${[6, 5, 4, 3, 2].map(symbol).join(' + ')} + \\cdots`);
  expect(lastLine(5)).toBe(`  &= 24 + ${symbol(1)} + \\cdots`);
  expect(lastLine(7)).toBe('  &= 32');
});

describe.each(LESSONS)('In %s', (file) => {
  const now = evaluated(documentOf(readFileSync(`${lessons}${file}`, 'utf8')));

  it.each(['reverse', 'tangent'] as const)('the terms of every node add up to its number: %s', (pass) => {
    for (const node of now.program.nodes) {
      const edges = termsOf(now, pass, node);
      const count = stepsOf(now, pass).filter((step) => step.node === node.id && step.edge).length;
      expect(count).toBe(edges.length);
      if (edges.length === 0 || (pass === 'reverse' && node === now.pullback?.target)) continue;
      const parts = edges.map((edge) => partOf(pass, edge));
      const whole = pass === 'reverse' ? now.pullback!.gradient(node) : now.pushforward.tangent(node);
      const total = Array.from(whole!, (_, k) => parts.reduce((sum, part) => sum + part[k], 0));
      for (const [k, entry] of total.entries()) expect(entry).toBeCloseTo(whole![k], 12);
    }
  });

  function partOf(pass: Pass, edge: (typeof now.program.nodes)[number]['incoming'][number]): Float64Array {
    if (pass === 'reverse') return now.pullback!.contribution(edge)!;
    const pushed = new Float64Array(edge.jacobian!.rows);
    edge.jacobian!.push(now.pushforward.tangent(edge.from)!, pushed);
    return pushed;
  }
});
