/**
 * One entry of a Jacobian in symbols: laws over every example of every operator, and texts that were written by hand.
 */
import { det, inv } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { dense, type NodeSpec, operandNames, operators, type ProgramEdge, type ProgramNode } from '#engine';
import { componentTex } from '../components';
import { entryTex } from '../entries/entries';
import { operandTex } from '../labels';
import { caseText, documentOf, documentWith, evaluated } from './drawn';
import { numberOf } from './tex-number';

const examples = [...operators.values()].flatMap(({ name, operands, examples }) =>
  examples.map((example, k) => {
    const names = operandNames(
      operands,
      example.operands.map((_, i) => `x${i + 1}`),
    );
    const nodes: NodeSpec[] = example.operands.map((value, i) => ({ id: `u${i}`, op: 'variable', value }));
    const inputs = Object.fromEntries(names.map((operand, i) => [operand, `u${i}`]));
    const { attributes } = example;
    nodes.push({ id: 'y', op: name, inputs, ...(attributes && { attributes }) });
    return { name, k, nodes };
  }),
);

/** The entries of an edge: place, number, symbols. */
function entriesOf(document: ReturnType<typeof documentWith>, edge: ProgramEdge) {
  const { rows, cols } = edge.jacobian!;
  const numbers = dense(edge.jacobian!);
  return Array.from({ length: rows * cols }, (_, k) => {
    const [row, col] = [Math.floor(k / cols), k % cols];
    return { number: numbers[k], tex: entryTex(document, edge, row, col) };
  });
}

/** Operators whose Jacobians are made of constants, or of selections: the number is all there is to say. */
const NUMBER_ALONE = [
  'max',
  'min',
  'cumulative_sum',
  'diff',
  'stack',
  'concat',
  'index',
  'slice',
  'gather',
  'row',
  'column',
  'reshape',
  'flatten',
  'transpose',
  'flip',
  'pad',
  'diag',
  'broadcast',
  'sort',
  'trace',
  'avg_pool1d',
  'max_pool1d',
];

describe.each(examples)('$name, example $k', ({ name, nodes }) => {
  const document = documentWith(nodes);
  const { program } = evaluated(document);
  const { incoming } = program.node('y')!;
  const ord = nodes.at(-1)!.attributes?.ord;
  const names = namesIn(program.nodes);

  it('has in symbols the number that it has', () => {
    for (const edge of incoming)
      for (const { number, tex } of entriesOf(document, edge)) {
        if (NUMBER_ALONE.includes(name) || ord === 'inf') expect(tex === undefined || tex === '0').toBe(true);
        else
          expect(Math.abs(number - numberOf(tex!, names)), tex).toBeLessThanOrEqual(
            1e-12 * Math.max(1, Math.abs(number)),
          );
      }
  });
});

/** Every component that there is, and what else formulas name: norms, inverses, shares of a softmax, cofactors, variances. */
function namesIn(nodes: readonly ProgramNode[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const { id, tensor } of nodes) {
    const { shape, data } = tensor!;
    data.forEach((number, k) => void names.set(`{${componentTex({ id }, shape, k)}}`, number));
    const whole = operandTex({ id });
    const cols = shape.at(-1) ?? 1;
    const rows = Array.from({ length: data.length / cols }, (_, r) =>
      Array.from(data.subarray(r * cols, (r + 1) * cols)),
    );
    names.set(`\\|${whole}\\|`, Math.hypot(...data));
    names.set(`\\operatorname{var}(${whole})`, variance(rows[0]));
    nameWhole(names, whole, shape.length === 2, Array.from(data));
    rows.forEach((row, r) => {
      const sample = `{${whole}}_{${r + 1}\\cdot}`;
      names.set(`\\|${sample}\\|`, Math.hypot(...row));
      names.set(`\\operatorname{var}(${sample})`, variance(row));
      const total = row.reduce((sum, x) => sum + Math.exp(x), 0);
      row.forEach((x, c) => {
        const place = shape.length === 2 ? `${r + 1}${c + 1}` : `${c + 1}`;
        names.set(`\\operatorname{softmax}(${whole})_{${place}}`, Math.exp(x) / total);
      });
    });
    if (shape.length === 2 && shape[0] === shape[1]) nameInverse(names, whole, rows);
  }
  return names;
}

/** What runs over all components of a large operand. */
function nameWhole(
  names: Map<string, number>,
  whole: string,
  isMatrix: boolean,
  data: readonly number[],
): void {
  const index = isMatrix ? 'kl' : 'k';
  names.set(
    `\\textstyle\\sum_{${index}} ${whole}_{${index}}`,
    data.reduce((sum, x) => sum + x, 0),
  );
  data.forEach((_, j) => {
    // The examples have three columns where they are that large.
    const place = isMatrix ? `${Math.floor(j / 3) + 1}${(j % 3) + 1}` : `${j + 1}`;
    const others = data.filter((_, k) => k !== j).reduce((product, x) => product * x, 1);
    names.set(`\\textstyle\\prod_{${index} \\ne ${place}} ${whole}_{${index}}`, others);
  });
}

const variance = (row: readonly number[]): number => {
  const mean = row.reduce((sum, x) => sum + x, 0) / row.length;
  return row.reduce((sum, x) => sum + (x - mean) ** 2, 0) / row.length;
};

function nameInverse(names: Map<string, number>, whole: string, rows: readonly number[][]): void {
  if (Math.abs(det(rows as number[][])) < 1e-9) return;
  (inv(rows as number[][]) as number[][]).forEach((row, r) => {
    row.forEach((x, c) => void names.set(`(${whole}^{-1})_{${r + 1}${c + 1}}`, x));
  });
}

const texts = (document: ReturnType<typeof documentOf>, to: string, operand: string) => {
  const edge = evaluated(document).program.edge(to, operand)!;
  return entriesOf(document, edge).map(({ tex }) => tex?.replace(/[{}]/g, ''));
};

describe('Written by hand', () => {
  it('q = W x', () => {
    const document = documentOf(caseText(6));
    expect(texts(document, 'q', 'x')).toEqual(['W_11', 'W_12', 'W_21', 'W_22']);
    expect(texts(document, 'q', 'A')).toEqual(['x_1', 'x_2', '0', '0', '0', '0', 'x_1', 'x_2']);
    expect(texts(document, 'z', 'x')).toEqual(['2\\,q_1', '2\\,q_2']);
  });

  it('softmax, log-softmax, the norm, a mean', () => {
    const of = (op: string) =>
      documentWith([
        { id: 'x', op: 'variable', value: [1, 2] },
        { id: 's', op, inputs: { x: 'x' } },
      ]);
    expect(texts(of('softmax'), 's', 'x')).toEqual([
      's_1\\,(1 - s_1)',
      '-s_1\\,s_2',
      '-s_2\\,s_1',
      's_2\\,(1 - s_2)',
    ]);
    expect(texts(of('log_softmax'), 's', 'x')).toEqual(['1 - e^s_1', '-e^s_2', '-e^s_1', '1 - e^s_2']);
    expect(texts(of('norm'), 's', 'x')).toEqual(['\\fracx_1s', '\\fracx_2s']);
    expect(texts(of('mean'), 's', 'x')).toEqual(['\\frac12', '\\frac12']);
  });

  it('a cross-entropy, a determinant, a cross product, samples by rows', () => {
    const document = documentWith([
      { id: 'z', op: 'variable', value: [1, 2] },
      { id: 't', op: 'constant', value: [0, 1] },
      { id: 'L', op: 'cross_entropy', inputs: { logits: 'z', target: 't' } },
      {
        id: 'A',
        op: 'variable',
        value: [
          [1, 2],
          [3, 4],
        ],
      },
      { id: 'd', op: 'det', inputs: { x: 'A' } },
      { id: 's', op: 'softmax', inputs: { x: 'A' } },
    ]);
    expect(texts(document, 'L', 'logits')).toEqual([
      '(t_1 + t_2)\\,\\operatornamesoftmax(z)_1 - t_1',
      '(t_1 + t_2)\\,\\operatornamesoftmax(z)_2 - t_2',
    ]);
    expect(texts(document, 'd', 'x')).toEqual(['A_22', '-A_21', '-A_12', 'A_11']);
    expect(texts(document, 's', 'x').slice(0, 4)).toEqual(['s_11\\,(1 - s_11)', '-s_11\\,s_12', '0', '0']);
  });

  it('a product entry by entry, and with one number', () => {
    const document = documentWith([
      { id: 'a', op: 'variable', value: [1, 2] },
      { id: 'c', op: 'variable', value: 3 },
      { id: 'p', op: 'multiply', inputs: { a: 'a', b: 'c' } },
    ]);
    expect(texts(document, 'p', 'a')).toEqual(['c', '0', '0', 'c']);
    expect(texts(document, 'p', 'b')).toEqual(['a_1', 'a_2']);
  });
});
