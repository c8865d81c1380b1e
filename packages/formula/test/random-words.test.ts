import { expect, it } from 'vitest';
import { compile, type NodeSpec, type Shape } from '#engine';
import { seeded } from '../../engine/test/graphs';
import { formulaOf, graphOfFormula, isFormulaProblem, parseFormula } from '../index';

const WORDS =
  'a b x A 1 2 .5 pi e sin( norm( dot( maximum( ( ) ) ) [ ] ] ] { } , , ; : + - * * / ^ .* ./ .^ \' ord : "inf" {ord:'.split(
    ' ',
  );

const SHAPES = new Map<string, Shape>([
  ['x', [2]],
  ['A', [2, 2]],
]);

/** Words in any order, half of the time after ones that go together. */
function soup(random: () => number): string {
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)];
  const value = (depth: number): string => {
    const inner = () => value(depth - 1);
    if (depth === 0) return pick(['a', 'b', 'x', 'A', '1', '2.5', 'pi', 'e']);
    return pick([
      () => `${inner()}${pick(['+', '-', '*', '/', '^', '.*', './', '.^', ' ', ''])}${inner()}`,
      () => `${pick(['-', '+', '2', '2 '])}${inner()}`,
      () => `(${inner()})${pick(['', "'", '[1]', `(${inner()})`, 'a'])}`,
      () => `[${inner()}${pick([',', ';'])}${inner()}]`,
      () => `${inner()}${pick(["'", '[2]', '[1,2]', '[a]'])}`,
      () =>
        `${pick(['sin', 'norm', 'maximum', 'stack', 'sni', 'a'])}(${inner()}${pick(['', `,${inner()}`])})`,
    ])();
  };
  const words = Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(WORDS)).join(
    pick(['', ' ']),
  );
  return pick([words, value(3), value(4), `${value(2)}${words}`]);
}

it.each([1, 2, 3, 4])('Any words are read or refused with a sentence, seed %i', (seed) => {
  const random = seeded(seed);
  let computed = 0;
  for (let i = 0; i < 2000; i++) {
    const text = soup(random);
    const formula = parseFormula(text);
    if (isFormulaProblem(formula)) {
      // What the grammar lets through, the parser must read as it is meant.
      expect(formula.message, text).not.toMatch(/^Unreadable/);
      expect(formula.message, text).toMatch(/[.?]$/);
      expect(formula.position, text).toBeGreaterThanOrEqual(1);
      expect(formula.position, text).toBeLessThanOrEqual(text.length + 1);
      continue;
    }
    const shapes = formula.operands.map((name) => SHAPES.get(name) ?? []);
    const body = formula.unfold(shapes);
    if ('code' in body) {
      expect(body.message, text).toMatch(/\.$/);
      continue;
    }
    const leaves = formula.operands.map(
      (id, k): NodeSpec => ({ id, op: 'variable', value: filled(shapes[k]) }),
    );
    const program = compile([...leaves, ...body.nodes]);
    expect(program.node(body.output)?.problems, text).toEqual([]);
    computed++;
  }
  expect(computed).toBeGreaterThan(50);
});

function filled(shape: Shape) {
  const row = [0.5, 1.5];
  return shape.length === 0 ? 0.5 : shape.length === 1 ? row : [row, row];
}

it('Whatever is read as a graph is written and read back as the same graph', () => {
  const random = seeded(5);
  const values = new Map([...SHAPES].map(([name, shape]) => [name, filled(shape)]));
  for (let i = 0; i < 2000; i++) {
    const graph = graphOfFormula(soup(random), values);
    if (isFormulaProblem(graph) || 'code' in graph) continue;
    const text = formulaOf(graph.nodes, graph.target);
    expect(typeof text, JSON.stringify(text)).toBe('string');
    const back = graphOfFormula(text as string, values);
    if (isFormulaProblem(back) || 'code' in back) throw new Error(`${text}: ${back.message}`);
    expect(formulaOf(back.nodes, back.target)).toBe(text);
    expect(operatorsOf(back.nodes), text as string).toEqual(operatorsOf(graph.nodes));
  }
});

/** Without the constants: numbers that are equal need not be one node. */
const operatorsOf = (nodes: readonly NodeSpec[]) =>
  nodes
    .map(({ op }) => op)
    .filter((op) => op !== 'constant')
    .sort();
