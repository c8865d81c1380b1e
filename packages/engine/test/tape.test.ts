/**
 * The tape computes numbers by itself; it must do so exactly as the operators do for vectors of one entry.
 */
import { describe, expect, it } from 'vitest';
import { compile, dense, type NodeSpec, operators, PROFILES, Pullback } from '../index';
import { BitSet } from '../program/bit-set';
import { IdIndex } from '../program/id-index';
import { seeded } from './graphs';

const scalarOperators = [...operators.values()].filter(({ scalar }) => scalar);
const POINTS = [
  0,
  -0,
  1,
  -1,
  0.3,
  -2,
  3,
  6,
  -3,
  0.5,
  30,
  -745.2,
  800,
  1e-320,
  1e300,
  Number.NaN,
  Number.POSITIVE_INFINITY,
];

describe.each(scalarOperators)('$name', (operator) => {
  it.each(PROFILES)(
    'gives the same bits for a number as for a vector of one entry (profile %s)',
    (profile) => {
      const names = operator.operands as readonly string[];
      const { attributes } = operator.examples[0];
      const apply = (as: (v: number) => number | number[]) => {
        const leaves = names.map((name): NodeSpec => ({ id: name, op: 'variable', value: as(0) }));
        const inputs = Object.fromEntries(names.map((name) => [name, name]));
        return compile([...leaves, { id: 'result', op: operator.name, inputs, attributes }], { profile });
      };
      const [number, vector] = [apply((v) => v), apply((v) => [v])];
      for (const a of POINTS)
        for (const b of names.length === 2 ? POINTS : [0]) {
          names.forEach((name, k) => {
            number.set(name, [a, b][k]);
            vector.set(name, [[a, b][k]]);
          });
          const [y, twin] = [number.run().node('result')!, vector.run().node('result')!];
          expect(y.tensor!.data, `at ${a}, ${b}`).toEqual(twin.tensor!.data);
          y.incoming.forEach(({ jacobian }, k) => {
            expect(dense(jacobian!), `slope ${k} at ${a}, ${b}`).toEqual(dense(twin.incoming[k].jacobian!));
          });
        }
    },
  );
});

describe('A slope of 0 that stands for a branch not taken', () => {
  it('lets nothing through, not even what is infinite, and nothing arrives behind it', () => {
    // max(√x, 1) at x = 0: the root is not taken, so its vertical tangent does not matter.
    const program = compile([
      { id: 'x', op: 'variable', value: 0 },
      { id: 'one', op: 'constant', value: 1 },
      { id: 'root', op: 'sqrt', inputs: { x: 'x' } },
      { id: 'y', op: 'maximum', inputs: { a: 'root', b: 'one' } },
    ]).run();
    const pullback = new Pullback(program, program.node('y')!).run();
    expect(pullback.gradient(program.node('x')!)).toEqual(Float64Array.of(0));
  });

  it('is told from a slope that happens to be 0: 0 · ∞ stays undefined', () => {
    const program = compile([
      { id: 'x', op: 'variable', value: 0 },
      { id: 'zero', op: 'constant', value: 0 },
      { id: 'root', op: 'sqrt', inputs: { x: 'x' } },
      { id: 'y', op: 'multiply', inputs: { a: 'root', b: 'zero' } },
    ]).run();
    const pullback = new Pullback(program, program.node('y')!).run();
    expect(pullback.gradient(program.node('x')!)).toEqual(Float64Array.of(Number.NaN));
  });
});

describe('A set of whole numbers', () => {
  it('is walked upwards and downwards (seed 5)', () => {
    const random = seeded(5);
    const set = new BitSet(1000);
    const members = [...new Set(Array.from({ length: 200 }, () => Math.floor(random() * 1000)))].sort(
      (a, b) => a - b,
    );
    for (const i of members) set.add(i);
    const up: number[] = [];
    for (let i = set.next(0); i >= 0; i = set.next(i + 1)) up.push(i);
    const down: number[] = [];
    for (let i = set.previous(999); i >= 0; i = set.previous(i - 1)) down.push(i);
    expect(up).toEqual(members);
    expect(down).toEqual(members.toReversed());
    expect(set.has(members[3])).toBe(true);
  });
});

describe('An index of ids', () => {
  it('finds every node and nobody else', () => {
    const nodes = Array.from({ length: 5000 }, (_, i) => ({ id: i % 7 === 0 ? `constructor${i}` : `n${i}` }));
    const index = new IdIndex(nodes);
    nodes.forEach(({ id }, i) => {
      expect(index.placeOf(id)).toBe(i);
    });
    expect(index.placeOf('constructor')).toBe(-1);
    expect(new IdIndex([]).placeOf('x')).toBe(-1);
  });

  it('refuses two nodes of one id', () => {
    expect(() => new IdIndex([{ id: 'a' }, { id: 'b' }, { id: 'a' }])).toThrow('two nodes have the id a');
  });
});

describe('Compiling', () => {
  it('keeps an order that is one, and makes one that is not', () => {
    const chain = (ids: string[]): NodeSpec[] =>
      ids.map((id) =>
        id === 'n0'
          ? { id, op: 'variable', value: 2 }
          : { id, op: 'square', inputs: { x: `n${Number(id.slice(1)) - 1}` } },
      );
    const ids = Array.from({ length: 50 }, (_, i) => `n${i}`);
    for (const given of [ids, ids.toReversed()])
      expect(compile(chain(given)).order.map(({ id }) => id)).toEqual(ids);
  });

  it('throws at a circle, which no reader of files lets through', () => {
    const circle: NodeSpec[] = [
      { id: 'a', op: 'sin', inputs: { x: 'b' } },
      { id: 'b', op: 'cos', inputs: { x: 'a' } },
    ];
    expect(() => compile(circle)).toThrow('the wires go round in a circle');
  });
});
