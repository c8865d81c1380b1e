/**
 * One entry of a Jacobian in symbols: laws over every example of every operator, and texts that were written by hand.
 */
import { describe, expect, it } from 'vitest';
import { dense, type NodeSpec, operandNames, operators, type ProgramEdge } from '#engine';
import { componentTex } from '../components';
import { entryTex } from '../entries';
import { caseText, documentOf, documentWith, evaluated } from './drawn';

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

describe.each(examples)('$name, example $k', ({ nodes }) => {
  const document = documentWith(nodes);
  const { program } = evaluated(document);
  const { incoming } = program.node('y')!;
  /** Every component that there is, by its TeX. */
  const components = new Map<string, number>(
    program.nodes.flatMap(({ id, tensor }) =>
      Array.from(
        tensor!.data,
        (number, k) => [`{${componentTex({ id }, tensor!.shape, k)}}`, number] as const,
      ),
    ),
  );

  it('has in symbols the number that it has', () => {
    for (const edge of incoming)
      for (const { number, tex } of entriesOf(document, edge)) {
        const meant = tex === undefined ? undefined : numberOf(tex, components);
        if (meant !== undefined) expect(Math.abs(number - meant), tex).toBeLessThanOrEqual(1e-12);
      }
  });
});

/** What a text of the simpler kind comes to: components, numbers, products, fractions, powers of e. Undefined for any other. */
function numberOf(tex: string, components: ReadonlyMap<string, number>): number | undefined {
  let text = tex;
  for (const [name, number] of [...components].sort(([a], [b]) => b.length - a.length))
    text = text.replaceAll(name, `(${number})`);
  text = text
    .replace(/\\frac\{?(\d+|\([^()]*\))\}?\{(\d+|\([^()]*\))\}/g, '($1)/($2)')
    .replace(/e\^\{(\([^()]*\))\}/g, 'Math.exp$1')
    .replaceAll('\\,', '*')
    .replace(/([\d)]) *\(/g, '$1*(');
  if (!/^[-+*/().\d\se]*$/.test(text.replaceAll('Math.exp', ''))) return undefined;
  return Number(new Function(`return ${text}`)());
}

it.each([
  'dot',
  'matvec',
  'linear',
  'matmul',
  'outer',
  'sum',
  'mean',
  'squared_norm',
  'norm',
  'softmax',
  'log_softmax',
])('%s is told in symbols', (op) => {
  const { nodes } = examples.find(({ name }) => name === op)!;
  const document = documentWith(nodes);
  for (const edge of evaluated(document).program.node('y')!.incoming)
    for (const { tex } of entriesOf(document, edge)) expect(tex).toBeDefined();
});

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
