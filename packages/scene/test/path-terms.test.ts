/**
 * Paths written out: the product along each, the later factor on the left, and that they add up to the total derivative.
 */
import { describe, expect, it } from 'vitest';
import type { GraphDocument } from '#document';
import { pathsBetween } from '#engine';
import { pathName, termOfPath, workedPath, workedPaths } from '../path-terms';
import { latexOfWorked } from '../worked';
import { caseText, documentOf, documentWith, evaluated } from './drawn';

function pathsOf(document: GraphDocument, from: string, to: string) {
  const now = evaluated(document);
  const [earlier, later] = [now.program.node(from)!, now.program.node(to)!];
  const { paths = [] } = pathsBetween(earlier, later);
  return {
    names: paths.map((path) => pathName(document, from, path)),
    terms: paths.map(termOfPath),
    each: paths.map((path) => latexOfWorked(workedPath(document, path), now)),
    sum: latexOfWorked(workedPaths(document, earlier, later, paths), now),
  };
}

/** The calculus-on-graphs example: e = (a + b)(b + 1). */
const SUM_AND_PRODUCT = documentWith([
  { id: 'a', op: 'variable', value: 2 },
  { id: 'b', op: 'variable', value: 1 },
  { id: 'one', op: 'constant', value: 1 },
  { id: 'c', op: 'add', inputs: { a: 'a', b: 'b' } },
  { id: 'd', op: 'add', inputs: { a: 'b', b: 'one' } },
  { id: 'e', op: 'multiply', inputs: { a: 'c', b: 'd' } },
]);

it('adds the products of two paths: 5 = 2 + 3', () => {
  const { names, terms, sum } = pathsOf(SUM_AND_PRODUCT, 'b', 'e');
  expect(names).toEqual(['b \\to c \\to e', 'b \\to d \\to e']);
  expect(terms).toEqual(['c.b e.a', 'd.a e.b']);
  const partial = (of: string, by: string) => `\\frac{\\partial {${of}}}{\\partial {${by}}}`;
  expect(sum.split('\n')).toEqual([
    '\\begin{aligned}',
    `  ${partial('e', 'b')} &= ${partial('e', 'c')}\\,${partial('c', 'b')} + ${partial('e', 'd')}\\,${partial('d', 'b')} \\\\`,
    '  &= 2 + 3 \\\\',
    '  &= 5',
    '\\end{aligned}',
  ]);
});

it('multiplies along one path, the later Jacobian on the left', async () => {
  const { each } = pathsOf(documentOf(caseText(6)), 'x', 'z');
  expect(each).toHaveLength(1);
  await expect(each[0]).toMatchFileSnapshot('../fixtures/case-6-path.tex');
});

it('tells the paths of x − x apart by their operands', () => {
  const document = documentWith([
    { id: 'x', op: 'variable', value: 2 },
    { id: 'd', op: 'subtract', inputs: { a: 'x', b: 'x' } },
  ]);
  const { names, sum } = pathsOf(document, 'x', 'd');
  expect(names).toEqual(['x \\xrightarrow{\\text{a}} d', 'x \\xrightarrow{\\text{b}} d']);
  expect(sum).toContain('&= 1 + \\left(-1\\right) \\\\');
  expect(sum).toContain('&= 0\n');
});

it('of many paths writes the first, and the sum of all', () => {
  const nodes = Array.from({ length: 3 }, (_, k) => ({
    id: `y${k}`,
    op: 'add',
    inputs: { a: k === 0 ? 'x' : `y${k - 1}`, b: k === 0 ? 'x' : `y${k - 1}` },
  }));
  const document = documentWith([{ id: 'x', op: 'variable', value: 2 }, ...nodes]);
  const { sum } = pathsOf(document, 'x', 'y2');
  expect(sum).toContain('&= 1 + 1 + 1 + 1 + 1 + 1 + \\cdots \\\\');
  expect(sum).toContain('&= 8\n');
});

describe('Where nothing leads from one to the other', () => {
  it('is 0, without a product', () => {
    expect(pathsOf(SUM_AND_PRODUCT, 'a', 'd').sum).toContain('&= 0\n');
  });
});
