/**
 * Numbers as LaTeX: what is written, and that KaTeX can read it.
 */
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import {
  gradientEquation,
  jacobianEquation,
  latexMatrix,
  latexNumber,
  latexOf,
  latexOfGraph,
  termEquation,
  valueEquation,
} from '../latex';
import { USUAL_FORMAT } from '../numbers';
import { caseText, documentOf, documentWith, evaluated } from './drawn';

const typeset = (latex: string) => katex.renderToString(latex, { throwOnError: true, displayMode: true });

describe('A number', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [-0.25, '-0.25'],
    [1 / 3, '0.3333'],
    [123456, '1.235 \\cdot 10^{5}'],
    [-1.5e-7, '-1.5 \\cdot 10^{-7}'],
    [1e300, '1 \\cdot 10^{300}'],
    [Number.NaN, '\\text{NaN}'],
    [Infinity, '\\infty'],
    [-Infinity, '-\\infty'],
  ])('%d is %s', (x, latex) => {
    expect(latexNumber(x)).toBe(latex);
    typeset(latex);
  });

  it.each([
    [0.25, { comma: true }, '0{,}25'],
    [-1.5e-7, { comma: true }, '-1{,}5 \\cdot 10^{-7}'],
    [-0.25, { style: 'fraction' }, '-\\tfrac{1}{4}'],
    [1 / 3, { digits: 2 }, '0.33'],
    [1500, { style: 'scientific', digits: 2, comma: true }, '1{,}5 \\cdot 10^{3}'],
  ] as const)('%d, written as %j, is %s', (x, format, latex) => {
    expect(latexNumber(x, { ...USUAL_FORMAT, ...format })).toBe(latex);
    typeset(latex);
  });
});

describe('A matrix', () => {
  it.each([
    [[7], 1, 1, '7'],
    [[1, -2], 2, 1, '\\begin{bmatrix} 1 \\\\ -2 \\end{bmatrix}'],
    [[1, -2], 1, 2, '\\begin{bmatrix} 1 & -2 \\end{bmatrix}'],
    [[1, 2, 3, 4], 2, 2, '\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}'],
  ])('of %j, %i by %i', (data, rows, cols, latex) => {
    expect(latexMatrix({ data, rows, cols })).toBe(latex);
    typeset(latex);
  });

  it('of more than ten columns says how many: a bmatrix has ten at most', () => {
    const latex = latexMatrix({ data: Array(11).fill(0), rows: 1, cols: 11 });
    expect(latex).toBe(
      '\\left[\\begin{array}{ccccccccccc} 0 & 0 & 0 & 0 & 0 & 0 & 0 & 0 & 0 & 0 & 0 \\end{array}\\right]',
    );
    typeset(latex);
    expect(latexMatrix({ data: Array(10).fill(0), rows: 1, cols: 10 })).toMatch(/^\\begin\{bmatrix\}/);
  });
});

describe('An equation of case 6', () => {
  const document = documentOf(caseText(6));
  const numbers = evaluated(document);
  const { program } = numbers;
  const [q, x] = ['q', 'x'].map((id) => program.node(id)!);
  const edge = program.edge('q', 'x')!;

  it.each([
    ['value', valueEquation(document, q), 'q = \\begin{bmatrix} 0.22 \\\\ 0.26 \\end{bmatrix}'],
    [
      'gradient',
      gradientEquation(document, numbers, x),
      '\\dfrac{\\partial {z}}{\\partial {x}} = \\begin{bmatrix} -0.112 & 0.636 \\end{bmatrix}',
    ],
    [
      'Jacobian',
      jacobianEquation(document, edge),
      '\\dfrac{\\partial {q}}{\\partial {x}} = \\begin{bmatrix} 0.1 & 0.5 \\\\ -0.3 & 0.8 \\end{bmatrix}',
    ],
    [
      'term of the chain rule',
      termEquation(document, numbers, edge),
      '\\dfrac{\\partial {z}}{\\partial {q}}\\,\\dfrac{\\partial {q}}{\\partial {x}} = \\begin{bmatrix} -0.112 & 0.636 \\end{bmatrix}',
    ],
  ])('for a %s has its left side', (_, equation, latex) => {
    expect(latexOf([equation!])).toBe(latex);
    typeset(latex);
  });

  it('writes its numbers as one is used to', () => {
    const format = { ...USUAL_FORMAT, comma: true };
    const equations = [
      valueEquation(document, q, format),
      gradientEquation(document, numbers, q, format),
      jacobianEquation(document, program.edge('z', 'x')!, format),
      termEquation(document, numbers, program.edge('z', 'x')!, format),
    ];
    expect(equations.map((equation) => equation?.right)).toEqual([
      '\\begin{bmatrix} 0{,}22 \\\\ 0{,}26 \\end{bmatrix}',
      ...Array(3).fill('\\begin{bmatrix} 0{,}44 & 0{,}52 \\end{bmatrix}'),
    ]);
  });

  it('stands below another, their signs in line', () => {
    const latex = latexOf(q.incoming.map((one) => jacobianEquation(document, one)!));
    expect(latex.split('\n')).toEqual([
      '\\begin{aligned}',
      expect.stringMatching(/^ {2}\\dfrac\{\\partial \{q\}\}\{\\partial \{W\}\} &= .* \\\\$/),
      expect.stringMatching(/^ {2}\\dfrac\{\\partial \{q\}\}\{\\partial \{x\}\} &= .*\}$/),
      '\\end{aligned}',
    ]);
    typeset(latex);
  });
});

describe('Names', () => {
  it('are labels as they are, and operands where the same node is wired to several', () => {
    const document = documentWith(
      [
        { id: 'x', op: 'variable', value: 2, label: '\\hat x^{(1)}' },
        { id: 'y_hat', op: 'multiply', inputs: { a: 'x', b: 'x' } },
      ],
      { target: 'y_hat' },
    );
    const { program } = evaluated(document);
    expect(latexOf([jacobianEquation(document, program.edge('y_hat', 'a')!)!])).toBe(
      '\\left.\\dfrac{\\partial {y_{\\text{hat}}}}{\\partial {\\hat x^{(1)}}}\\right|_{\\text{a}} = 2',
    );
  });
});

describe('A whole graph', () => {
  it.each([1, 2, 3, 4, 5, 6])('is typeset, and is the one that was looked at: case %i', async (n) => {
    const document = documentOf(caseText(n));
    const latex = latexOfGraph(document, evaluated(document));
    const blocks = latex.split(/^% .*\n/m).filter(Boolean);
    expect(blocks).toHaveLength(3);
    for (const block of blocks) typeset(block);
    await expect(latex).toMatchFileSnapshot(`../fixtures/case-${n}.tex`);
  });

  it('says nothing of a constant that is called by its value', () => {
    const document = documentWith(
      [
        { id: 'x', op: 'variable', value: 2 },
        { id: 'c', op: 'constant', value: 3, label: '3' },
        { id: 'k', op: 'constant', value: 3.14, label: '\\pi' },
        { id: 'v', op: 'variable', value: 1, label: '1' },
        { id: 'y', op: 'multiply', inputs: { a: 'x', b: 'c' } },
        { id: 'z', op: 'multiply', inputs: { a: 'y', b: 'k' } },
      ],
      { target: 'z' },
    );
    const lefts = latexOfGraph(document, evaluated(document)).match(/^ .*(?= &=)/gm)!;
    const partial = (a: string, b: string) => `  \\dfrac{\\partial {${a}}}{\\partial {${b}}}`;
    expect(lefts).toEqual([
      ...['x', '\\pi', '1', 'y', 'z'].map((name) => `  ${name}`),
      partial('y', 'x'),
      partial('z', 'y'),
      partial('z', '\\pi'),
      ...['x', '\\pi', '1', 'y', 'z'].map((name) => partial('z', name)),
    ]);
  });

  it('without a target, without a value or with nothing says what there is', () => {
    const unfinished = documentWith(
      [
        { id: 'x', op: 'variable', value: 3 },
        { id: 'y', op: 'sin' },
      ],
      {
        title: 'One\nnode %',
      },
    );
    expect(latexOfGraph(unfinished, evaluated(unfinished))).toBe(
      '% One node %\n% Values\n\\begin{align*}\n  x &= 3\n\\end{align*}\n',
    );
    const nothing = documentWith([]);
    expect(latexOfGraph(nothing, evaluated(nothing))).toBe('');
  });
});
