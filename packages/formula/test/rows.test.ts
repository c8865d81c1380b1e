/**
 * Formulas that need the operators vecmat, transpose, slice, row, column, max and min.
 */
import { describe, expect, it } from 'vitest';
import { compile, type NestedValue, nest } from '#engine';
import { formulaOf, graphOfFormula, isFormulaProblem } from '../index';
import { told } from './reading';

it.each([
  ["A'", 'transpose(A)'],
  ["A''", 'transpose(transpose(A))'],
  ["(A*B)'", 'transpose(matmul(A, B))'],
  ["A'*u", 'matvec(transpose(A), u)'],
  ["u'*A*x", 'dot(vecmat(u, A), x)'],
  ["(u'*A)'", 'vecmat(u, A)'],
  ["(u'*A + x')*x", 'dot(add(vecmat(u, A), x), x)'],
  ['vecmat(u, A)', 'vecmat(u, A)'],
  ['x[2:3]', 'slice(x; start:2,end:3)'],
  ['x[2:]', 'slice(x; start:2,end:3)'],
  ['x[:2]', 'slice(x; start:1,end:2)'],
  ['x[2:3][1]', 'index(slice(x; start:2,end:3); index:1)'],
  ['A[2, :]', 'row(A; index:2)'],
  ['A[:, 1]', 'column(A; index:1)'],
  ['A[1, 2]', 'index(row(A; index:1); index:2)'],
  ['A[1, 2:3]', 'slice(row(A; index:1); start:2,end:3)'],
  ['A[1:2, 3]', 'slice(column(A; index:3); start:1,end:2)'],
  ['slice(x, 1, 2)', 'slice(x; start:1,end:2)'],
  ['max(x)', 'max(x)'],
  ['min(A, {axis: 0})', 'min(A; axis:0)'],
])('%s', (formula, operators) => {
  expect(told(formula)).toBe(operators);
});

it('A row that is left over is refused', () => {
  expect(told("u'*A")).toBe(
    'expression: Row "u\'*A" as the result at character 3 of "u\'*A": a result is a column; transpose it once more, or multiply it by a column.',
  );
});

it('An index out of range is refused by the operator', () => {
  expect(told('A[3, 1]')).toMatch(/^attribute: row\(x = A\) at character 2 of "A\[3, 1\]": /);
  expect(told('A[1, 4]')).toMatch(/^attribute: index\(x = A\) at character 2 of "A\[1, 4\]": /);
  expect(told('x[3:2]')).toMatch(/^attribute: slice\(x = x\) at character 2 of "x\[3:2\]": /);
});

describe('Values and the way back', () => {
  const values = new Map<string, NestedValue>([
    ['u', [2, 3]],
    ['x', [1, -1, 2]],
    [
      'A',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
  ]);

  it.each([
    ["A'*u", [14, 19, 24]],
    ["u'*A*x", 43],
    ["(u'*A)'", [14, 19, 24]],
    ['x[2:3]', [-1, 2]],
    ['A[2, :]', [4, 5, 6]],
    ['A[:, 1]', [1, 4]],
    ['A[2, 3]', 6],
    ['max(x) - min(x)', 3],
  ] as [string, NestedValue][])('%s', (formula, value) => {
    const graph = graphOfFormula(formula, values);
    if (isFormulaProblem(graph) || 'code' in graph) throw new Error(graph.message);
    expect(nest(compile(graph.nodes).run().node(graph.target)!.tensor!)).toEqual(value);
    const text = formulaOf(graph.nodes, graph.target);
    expect(graphOfFormula(text as string, values)).toEqual(graph);
  });
});
