/**
 * The benchmark compares like with like: its graphs are what they are said to be, and what computes something else is not timed.
 */
import { describe, expect, it } from 'vitest';
import { type Contestant, compete, FLOAT64, timed } from '../bench/harness/contest';
import { randomGraph, specsOf } from '../bench/harness/random-graph';
import { table } from '../bench/harness/report';
import { compile, Pullback } from '../packages/engine';

const cases = [20, 1_000, 9_999].flatMap((size) =>
  [1, 3, 10].flatMap((inputs) => [1, 2, 3].map((seed) => ({ size, inputs, seed }))),
);

describe.each(cases)(
  'The random graph of $size nodes and $inputs inputs with seed $seed',
  ({ size, inputs, seed }) => {
    const specs = specsOf(randomGraph(size, inputs, seed));
    const program = compile(specs).run();
    const pullback = new Pullback(program, program.nodes[size - 1]).run();

    it('has that many nodes, all upstream of the last', () => {
      expect(specs.length).toBe(size);
      expect(program.nodes.filter((node) => node.operator === undefined).length).toBe(inputs);
      expect(program.nodes.filter((node) => !pullback.reaches(node)).map((node) => node.id)).toEqual([]);
    });

    it('keeps values and gradients far from overflowing and from vanishing', () => {
      const largest = Math.max(...program.nodes.map((node) => Math.abs(node.tensor!.data[0])));
      const gradients = program.nodes.map((node) => Math.abs(pullback.gradient(node)![0]));
      expect(largest).toBeLessThan(1e4);
      expect(Math.max(...gradients)).toBeLessThan(1e9);
      expect(gradients.filter((g) => g > 1e-9).length).toBeGreaterThan(0.9 * size);
    });

    it('is the same each time', () => {
      expect(specsOf(randomGraph(size, inputs, seed))).toEqual(specs);
    });
  },
);

const contestant = (name: string, tolerance: number, entries: number[]): Contestant => ({
  name,
  tolerance,
  prepare: () => ({ run: timed(() => {}), quantities: () => ({ values: Float64Array.from(entries) }) }),
});
const absent: Contestant = { name: 'C', tolerance: 0, prepare: () => ({ absent: 'there is no gcc' }) };
const broken: Contestant = {
  name: 'B',
  tolerance: 0,
  prepare() {
    throw new Error('no backend');
  },
};
const rules = { title: 'Work', baselines: ['A'], seconds: 0 };

it.each([
  [0, [1, 3 + 2 ** -51], 'B: its values differ by 8.5e-17, more than 0; its time would say nothing.'],
  [FLOAT64, [1, 3.1], 'B: its values differ by 1.9e-2, more than 1e-9; its time would say nothing.'],
  [FLOAT64, [1, Number.NaN], 'B: its values differ by NaN, more than 1e-9; its time would say nothing.'],
  [FLOAT64, [1], 'B: 1 values, expected 2.'],
])('Within %d of 1 and 3, %j is refused', async (tolerance, entries, sentence) => {
  const first = contestant('A', 0, [1, 3]);
  await expect(compete([first, contestant('B', tolerance, entries)], rules)).rejects.toThrow(sentence);
});

it('Who cannot run is named in the table, with the reason', async () => {
  const report = await compete([contestant('A', 0, [1]), absent, broken], rules);
  expect(report.rows.map(({ name, note }) => ({ name, note }))).toEqual([
    { name: 'A', note: undefined },
    { name: 'C', note: 'not here: there is no gcc' },
    { name: 'B', note: 'not here: it failed: Error: no backend' },
  ]);
});

it('A table aligns its figures, three digits each', () => {
  const rows = [
    { name: 'A', figures: { 'µs a step': 1234.5, '× A': 1 } },
    { name: 'Longer', figures: { 'µs a step': 0.98765 }, note: 'as it is' },
  ];
  expect(table({ title: 'Work', columns: ['µs a step', '× A'], rows })).toBe(
    ['Work', '        µs a step  × A', 'A           1,230    1', 'Longer      0.988       as it is'].join(
      '\n',
    ),
  );
});
