/**
 * Derivatives made wrong on purpose: the values stay right, and the gradient check finds the edge.
 */
import { describe, expect, it } from 'vitest';
import {
  CHECK_TOLERANCE,
  check,
  compile,
  FAULT_KINDS,
  type Fault,
  faultsOf,
  type NodeSpec,
  Pullback,
} from '../index';
import { randomGraph } from './random-graphs';

/** Case 6: q = Wx, z = ‖q‖². */
const graph = (fault?: Fault): NodeSpec[] => [
  {
    id: 'W',
    op: 'parameter',
    value: [
      [0.1, 0.5],
      [-0.3, 0.8],
    ],
  },
  { id: 'x', op: 'variable', value: [0.2, 0.4] },
  { id: 'q', op: 'matvec', inputs: { A: 'W', x: 'x' }, fault },
  { id: 'z', op: 'squared_norm', inputs: { x: 'q' } },
];

describe('A planted fault', () => {
  const gradientOf = (fault?: Fault) => {
    const program = compile(graph(fault)).run();
    const pullback = new Pullback(program, program.node('z')!).run();
    return [...pullback.gradient(program.node('x')!)!].map((v) => Number(v.toFixed(6)));
  };

  it.each([
    ['sign', [0.112, -0.636]],
    ['factor', [-0.056, 0.318]],
    // The trap of case 6: the row times the transpose of W.
    ['transposed', [0.304, 0.284]],
  ] as const)('of the kind %s gives the row that this mistake gives', (kind, expected) => {
    expect(gradientOf()).toEqual([-0.112, 0.636]);
    expect(gradientOf({ at: 1, kind })).toEqual(expected);
  });

  it('leaves the values as they are, and follows new ones', () => {
    const program = compile(graph({ at: 1, kind: 'sign' })).run();
    expect([...program.node('q')!.tensor!.data]).toEqual([...compile(graph()).run().node('q')!.tensor!.data]);
    program.set('W', [
      [1, 2],
      [3, 4],
    ]);
    program.run();
    const { jacobian } = program.edge('q', 'x')!;
    expect([...jacobian!.payload[0]]).toEqual([-1, -2, -3, -4]);
  });

  it('is found by the check on its edge and no other (100 random graphs)', () => {
    let found = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { specs: nodes } = randomGraph(seed);
      const program = compile(nodes).run();
      const edges = program.nodes.flatMap(({ incoming }) => incoming);
      const edge = edges[seed % edges.length];
      const [kind] = faultsOf(edge.jacobian!).slice(-1);
      if (kind === undefined) continue;
      const at = edge.to.incoming.indexOf(edge);
      const planted = nodes.map((node) => (node.id === edge.to.id ? { ...node, fault: { at, kind } } : node));
      const wrong = check(compile(planted).run()).edges.filter(({ error }) => error > CHECK_TOLERANCE);
      expect(
        wrong.map((one) => one.edge.id),
        `seed ${seed}`,
      ).toEqual([edge.id]);
      found++;
    }
    expect(found).toBeGreaterThan(50);
  });

  it('is only offered where it changes something', () => {
    const kinds = (op: string, value: number) =>
      faultsOf(
        compile([
          { id: 'x', op: 'variable', value },
          { id: 'y', op, inputs: { x: 'x' } },
        ])
          .run()
          .edge('y', 'x')!.jacobian!,
      );
    expect(kinds('exp', 1)).toEqual(['sign', 'factor']);
    expect(kinds('relu', -1)).toEqual([]);
    expect(FAULT_KINDS).toHaveLength(3);
  });
});
