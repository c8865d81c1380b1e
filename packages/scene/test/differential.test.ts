/**
 * The differential written out, and what its pictures are drawn from.
 */
import { describe, expect, it } from 'vitest';
import type { GraphDocument } from '#document';
import { curvesAlong, directionsAt, movingIn, sheetOf, slopesOf, workedDifferential } from '../differential';
import { latexOfWorked } from '../worked';
import { caseText, documentOf, documentWith, evaluated } from './drawn';

function differentialOf(document: GraphDocument, id: string) {
  const now = evaluated(document);
  const of = now.program.node(id)!;
  const directions = directionsAt(document, of, new Map());
  return { now, of, directions, moving: movingIn(directions), tangent: now.pushforward.tangent(of)! };
}

describe.each([
  [1, 'y'],
  [2, 'z'],
  [3, 'y'],
  [4, 'y'],
  [5, 'g'],
  [6, 'z'],
])('In case %i', (n, id) => {
  it('dy is written out component by component', async () => {
    const document = documentOf(caseText(n));
    const { now, of, directions } = differentialOf(document, id);
    const text = latexOfWorked(workedDifferential(document, of, directions), now);
    await expect(`${text}\n`).toMatchFileSnapshot(`../fixtures/case-${n}-differential.tex`);
  });
});

it('of many components goes leaf by leaf', () => {
  const document = documentWith([
    { id: 'a', op: 'variable', value: [1, 2, 3, 4] },
    { id: 'b', op: 'variable', value: [1, 1, 1, 1] },
    { id: 'y', op: 'dot', inputs: { a: 'a', b: 'b' } },
  ]);
  const { now, of, directions } = differentialOf(document, 'y');
  const [, symbols, numbers, sum] = latexOfWorked(workedDifferential(document, of, directions), now).split(
    '\n',
  );
  expect(symbols).toContain('\\mathrm d {a} + ');
  expect(numbers).toContain('\\underset{1\\times 4}{\\begin{bmatrix} 1 & 2 & 3 & 4 \\end{bmatrix}} \\cdot');
  expect(sum).toBe('  &= 1.4');
});

it('moves nothing that the node does not depend on, and no constants', () => {
  const document = documentWith([
    { id: 'x', op: 'variable', value: 2 },
    { id: 'aside', op: 'variable', value: 2 },
    { id: 'c', op: 'constant', value: 3 },
    { id: 'y', op: 'multiply', inputs: { a: 'x', b: 'c' } },
  ]);
  expect([...differentialOf(document, 'y').directions.keys()].map(({ id }) => id)).toEqual(['x']);
  const { now, of } = differentialOf(document, 'c');
  expect(latexOfWorked(workedDifferential(document, of, new Map()), now)).toContain('&= 0\n');
});

it('draws the parabola of case 1 above its tangent, both through the point', () => {
  const { of, directions, tangent } = differentialOf(documentOf(caseText(1)), 'y');
  const { t, differences, tangents } = curvesAlong(of, directions, tangent, 0.5);
  expect([t[0], t[60], t[120]]).toEqual([-1.5, 0, 1.5]);
  // x = 3 + 0.1 t, so that Δ = 0.6 t + 0.01 t².
  for (const [k, step] of t.entries()) {
    expect(differences[0][k]).toBeCloseTo(0.6 * step + 0.01 * step ** 2, 12);
    expect(tangents[0][k]).toBeCloseTo(0.6 * step, 12);
  }
});

it('evaluates case 4 over a square of polar coordinates', () => {
  const { of, moving } = differentialOf(documentOf(caseText(4)), 'y');
  const { values, middle, count } = sheetOf(of, [moving[0], moving[1]], 0.5, 5);
  expect(middle).toEqual([2, Math.PI / 6]);
  expect(values).toHaveLength(25);
  // The last in the first row: r = 2.5, θ = π/6 − 0.5.
  const [x, y] = values[count - 1];
  expect([x, y]).toEqual([
    expect.closeTo(2.5 * Math.cos(Math.PI / 6 - 0.5), 12),
    expect.closeTo(2.5 * Math.sin(Math.PI / 6 - 0.5), 12),
  ]);
  const columns = slopesOf(of, moving).map((column) => [...column].map((v) => Number(v.toFixed(7))));
  expect(columns).toEqual([
    [0.8660254, 0.5],
    [-1, 1.7320508],
  ]);
});
