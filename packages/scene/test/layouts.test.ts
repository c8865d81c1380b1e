/**
 * One derivative in every layout, on numbers that were worked out by hand.
 */
import { expect, it } from 'vitest';
import { layoutsOf } from '../layouts';
import { caseText, documentOf, documentWith, evaluated } from './drawn';

function layouts(document: ReturnType<typeof documentOf>, of: string, by: string) {
  const { program } = evaluated(document);
  return Object.fromEntries(
    layoutsOf(document, program.node(of)!, program.node(by)!).map(
      ({ name, rows, cols, shape, code, read }) => {
        const data = Array.from(read()!.data, (v) => Number(v.toFixed(3)));
        return [name, { size: `${rows}×${cols}`, data, ...(shape && { shape }), ...(code && { code }) }];
      },
    ),
  );
}

const CASE_6 = documentOf(caseText(6));

it('of a number by a vector: a row here, a column in others, and as long as the vector in programs', () => {
  const row = [-0.112, 0.636];
  expect(layouts(CASE_6, 'z', 'x')).toEqual({
    numerator: { size: '1×2', data: row },
    denominator: { size: '2×1', data: row },
    mixed: { size: '2×1', data: row },
    pytorch: { size: '2×1', data: row, shape: '(2,)', code: 'z.backward(); x.grad' },
    jax: { size: '2×1', data: row, shape: '(2,)', code: 'jax.grad(f)(x)' },
    sympy: { size: '1×2', data: row, shape: '(1, 2)', code: 'Matrix([z]).jacobian(x)' },
  });
});

it('of a number by a matrix: the canonical row, folded as programs do, and turned as the numerator layout has it', () => {
  const row = [0.088, 0.176, 0.104, 0.208];
  const found = layouts(CASE_6, 'z', 'W');
  expect(found['canonical row']).toEqual({ size: '1×4', data: row });
  expect(found.folded).toEqual({ size: '2×2', data: row });
  expect(found['numerator of a matrix']).toEqual({ size: '2×2', data: [0.088, 0.104, 0.176, 0.208] });
  expect(found.pytorch.shape).toBe('(2, 2)');
});

it('of a vector by a vector: the Jacobian, or its transpose', () => {
  const found = layouts(CASE_6, 'q', 'x');
  expect(found.numerator.data).toEqual([0.1, 0.5, -0.3, 0.8]);
  expect(found.denominator.data).toEqual([0.1, -0.3, 0.5, 0.8]);
  expect(found.pytorch).toEqual({
    size: '2×2',
    data: [0.1, 0.5, -0.3, 0.8],
    shape: '(2, 2)',
    code: 'torch.autograd.functional.jacobian(f, x)',
  });
});

it('of a vector by a matrix: columns of the matrix by rows, or by columns; three indices in programs', () => {
  const document = documentWith([
    {
      id: 'W',
      op: 'parameter',
      value: [
        [1, 2, 3],
        [4, 5, 6],
      ],
    },
    { id: 'x', op: 'variable', value: [7, 8, 9] },
    { id: 'q', op: 'matvec', inputs: { A: 'W', x: 'x' } },
  ]);
  const found = layouts(document, 'q', 'W');
  // W is read by rows: (W₁₁ W₁₂ W₁₃ W₂₁ W₂₂ W₂₃).
  expect(found.numerator.data).toEqual([7, 8, 9, 0, 0, 0, 0, 0, 0, 7, 8, 9]);
  // vec W is read by columns: (W₁₁ W₂₁ W₁₂ W₂₂ W₁₃ W₂₃).
  expect(found['columns first'].data).toEqual([7, 0, 8, 0, 9, 0, 0, 7, 0, 8, 0, 9]);
  expect(found.jax.shape).toBe('(2, 2, 3)');
  expect(found.sympy.shape).toBe('(2, 3, 2)');
});

it('of a matrix by a matrix: vec on both sides, I ⊗ A for Y = A X', () => {
  const document = documentWith([
    {
      id: 'A',
      op: 'constant',
      value: [
        [1, 2],
        [3, 4],
      ],
    },
    {
      id: 'X',
      op: 'variable',
      value: [
        [5, 6],
        [7, 8],
      ],
    },
    { id: 'Y', op: 'matmul', inputs: { A: 'A', B: 'X' } },
    { id: 's', op: 'sum', inputs: { x: 'X' } },
    { id: 't', op: 'exp', inputs: { x: 's' } },
  ]);
  const found = layouts(document, 'Y', 'X');
  expect(found['columns first'].data).toEqual([1, 2, 0, 0, 3, 4, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4]);
  expect(found.sympy).toMatchObject({ size: '4×4', shape: '(2, 2, 2, 2)' });
  // Variables first: the transpose.
  expect(found.sympy.data.slice(0, 4)).toEqual(found.numerator.data.filter((_, k) => k % 4 === 0));
  expect(layouts(document, 't', 's').sympy.code).toBe('diff(t, s)');
});

it('of what is too large to be written there is none', () => {
  const row = Array.from({ length: 100 }, () => 1);
  const wide = Array.from({ length: 5000 }, () => 1);
  const document = documentWith([
    { id: 'x', op: 'variable', value: wide },
    { id: 'y', op: 'exp', inputs: { x: 'x' } },
    { id: 'W', op: 'variable', value: row },
  ]);
  const { program } = evaluated(document);
  expect(layoutsOf(document, program.node('y')!, program.node('x')!)).toEqual([]);
});
