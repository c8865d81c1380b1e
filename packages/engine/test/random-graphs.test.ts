/**
 * Laws of whole graphs, on many of them: every way to the derivative gives the same numbers, and the culprit of a NaN is found.
 */
import { describe, expect, it } from 'vitest';
import {
  compile,
  dense,
  diagnose,
  hessianVectorProduct,
  type NodeSpec,
  nest,
  type Program,
  type ProgramNode,
  Pullback,
  Pushforward,
  pathsBetween,
  sum,
  total,
} from '../index';
import { zero } from '../jacobian/simple';
import { randomVector } from './graphs';
import { randomGraph } from './random-graphs';

const GRAPHS = 10_000;
const SEED = 7_000_000;

/**
 * ∂to/∂from by plain matrix products over the dense Jacobians of the edges, knowing nothing of structures or modes; and the same with absolute
 * values throughout, which tells what was added up before it cancelled.
 */
function denseProduct(program: Program, from: ProgramNode, to: ProgramNode, part: (v: number) => number) {
  const totals = new Map<ProgramNode, number[]>();
  const cols = from.tensor!.data.length;
  for (const node of program.order) {
    if (node.index > to.index) break;
    const rows = node.tensor!.data.length;
    const total = Array.from({ length: rows * cols }, (_, k) =>
      node === from && k % (cols + 1) === 0 ? 1 : 0,
    );
    for (const { from: source, jacobian } of node === from ? [] : node.incoming) {
      const earlier = totals.get(source)!;
      const inner = jacobian!.cols;
      dense(jacobian!).forEach((entry, at) => {
        const [i, k] = [Math.floor(at / inner), at % inner];
        if (entry !== 0)
          for (let j = 0; j < cols; j++) total[i * cols + j] += part(entry) * earlier[k * cols + j];
      });
    }
    totals.set(node, total);
  }
  return totals.get(to)!;
}

describe(`On ${GRAPHS} random graphs (seeds ${SEED} …)`, () => {
  it('reverse mode, forward mode, the sum over paths and the dense product agree to 1e-12', {
    timeout: 240_000,
  }, () => {
    let compared = 0;
    for (let seed = SEED; seed < SEED + GRAPHS; seed++) {
      const { program, random } = randomGraph(seed);
      const { nodes } = program;
      const target = nodes[nodes.length - 1];
      const pullback = new Pullback(program, target).run();
      const from = nodes[Math.floor(random() * (nodes.length - 1))];
      const truth = denseProduct(program, from, target, (v) => v);
      const size = denseProduct(program, from, target, Math.abs).reduce((top, v) => Math.max(top, v), 1e-300);
      const { paths = [] } = pathsBetween(from, target, 200);
      const overPaths = paths
        .map(({ jacobian }) => jacobian)
        .reduce(sum, zero(pullback.rows, from.tensor!.data.length));
      const du = randomVector(from.tensor!.data.length, random);
      const pushed = new Pushforward(program).run(
        new Map([[from.id, nest({ shape: from.tensor!.shape, data: du })]]),
      );
      const Jdu = Float64Array.from({ length: pullback.rows }, (_, i) =>
        du.reduce((all, v, j) => all + truth[i * du.length + j] * v, 0),
      );
      const all = [
        pullback.gradient(from)!,
        dense(total(from, target, 'forward')),
        dense(total(from, target, 'reverse')),
        dense(overPaths),
      ];
      for (const [way, found] of all.entries())
        truth.forEach((v, k) => {
          expect(Math.abs(found[k] - v) / size, `way ${way}, seed ${seed}`).toBeLessThan(1e-12);
        });
      pushed.tangent(target)!.forEach((v, i) => {
        expect(Math.abs(v - Jdu[i]) / size, `pushforward, seed ${seed}`).toBeLessThan(1e-12 * du.length);
      });
      if (paths.length > 1) compared++;
    }
    expect(compared).toBeGreaterThan(GRAPHS / 100);
  });

  it('an update after one change gives the bits of a fresh program', { timeout: 240_000 }, () => {
    for (let seed = SEED; seed < SEED + GRAPHS; seed++) {
      const { specs, program, random } = randomGraph(seed);
      const target = program.nodes[program.nodes.length - 1];
      const pullback = new Pullback(program, target).run();
      const leaves = specs.filter(({ op }) => op === 'variable');
      const { id } = leaves[Math.floor(random() * leaves.length)];
      const { shape, data } = program.node(id)!.tensor!;
      const value = nest({ shape, data: data.map((v) => v * (0.9 + 0.2 * random())) });
      program.set(id, value);
      program.update();
      pullback.update();
      const fresh = compile(specs.map((spec) => (spec.id === id ? { ...spec, value } : spec))).run();
      const freshPullback = new Pullback(fresh, fresh.node(target.id)!).run();
      for (const node of program.nodes) {
        const twin = fresh.node(node.id)!;
        expect(node.tensor!.data, `value of ${node.id}, seed ${seed}`).toEqual(twin.tensor!.data);
        expect(pullback.gradient(node), `gradient at ${node.id}, seed ${seed}`).toEqual(
          freshPullback.gradient(twin),
        );
      }
    }
  });
});

describe('On 2,000 random graphs, second derivatives', () => {
  it('along a direction agree with differences of the gradient', { timeout: 120_000 }, () => {
    let [compared, bent] = [0, 0];
    for (let seed = SEED; seed < SEED + 2000; seed++) {
      const { specs, random } = randomGraph(seed, 6);
      // What is stopped by decree has differences all the same.
      if (specs.some(({ op }) => op === 'stop_gradient')) continue;
      const last = specs[specs.length - 1].id;
      const graph: NodeSpec[] = [...specs, { id: 'z', op: 'squared_norm', inputs: { x: last } }];
      const program = compile(graph).run();
      const z = program.node('z')!;
      const leaves = program.nodes.filter(({ op }) => op === 'variable');
      const directions = new Map(
        leaves.map(({ id, tensor }) => [
          id,
          nest({ shape: tensor!.shape, data: randomVector(tensor!.data.length, random) }),
        ]),
      );
      const product = hessianVectorProduct(program, z, directions);
      const gradientAt = (step: number) => {
        const moved = graph.map((spec): NodeSpec => {
          const direction = directions.get(spec.id);
          if (!direction) return spec;
          const { shape, data } = program.node(spec.id)!.tensor!;
          const along = [direction].flat(2) as number[];
          return { ...spec, value: nest({ shape, data: data.map((v, i) => v + step * along[i]) }) };
        });
        const shifted = compile(moved).run();
        return { shifted, pullback: new Pullback(shifted, shifted.node('z')!).run() };
      };
      const h = 1e-5;
      const [up, down] = [gradientAt(h), gradientAt(-h)];
      const [up2, down2] = [gradientAt(2 * h), gradientAt(-2 * h)];
      for (const leaf of leaves) {
        const at = ({ shifted, pullback }: typeof up) => pullback.gradient(shifted.node(leaf.id)!)!;
        const [g1, g2, g3, g4] = [at(up), at(down), at(up2), at(down2)];
        // Fourth-order central differences.
        const numeric = g1.map((v, i) => (8 * (v - g2[i]) - (g3[i] - g4[i])) / (12 * h));
        const exact = product(leaf) ?? new Float64Array(numeric.length);
        const scale = Math.max(1, ...g1.map(Math.abs), ...exact.map(Math.abs));
        exact.forEach((v, i) => {
          expect(Math.abs(v - numeric[i]) / scale, `${leaf.id}, seed ${seed}`).toBeLessThan(1e-5);
        });
        compared++;
        if (exact.some((v) => v !== 0)) bent++;
      }
    }
    expect(bent / compared).toBeGreaterThan(0.3);
  });
});

describe(`On ${GRAPHS} poisoned graphs (seeds ${SEED} …)`, () => {
  const poisons: readonly (readonly [string, number, string])[] = [
    ['log', -1, 'domain'],
    ['reciprocal', 0, 'domain'],
    ['exp', 1000, 'not-finite'],
    ['acosh', 0.5, 'domain'],
  ];

  it('the first culprit is named, at the node and at every node that suffers from it', {
    timeout: 240_000,
  }, () => {
    let suffering = 0;
    for (let seed = SEED; seed < SEED + GRAPHS; seed++) {
      const { specs, random } = randomGraph(seed);
      const [op, value, code] = poisons[Math.floor(random() * poisons.length)];
      const victim = Math.floor(random() * 3);
      const graph = specs.map((spec) => ({
        ...spec,
        inputs:
          spec.inputs &&
          Object.fromEntries(
            Object.entries(spec.inputs).map(([operand, source]) => [
              operand,
              source === `x${victim}` && isNumber(specs, victim) ? 'poison' : source,
            ]),
          ),
      }));
      const poisoned: NodeSpec[] = [
        ...graph,
        { id: 'cause', op: 'constant', value },
        { id: 'poison', op, inputs: { x: 'cause' } },
      ];
      const program = compile(poisoned).run();
      const diagnostics = diagnose(program);
      expect(
        diagnostics.filter(({ node }) => node === 'poison').map((one) => one.code),
        `seed ${seed}`,
      ).toEqual([code]);
      const culprits = new Map<ProgramNode, Set<string>>();
      for (const node of program.order) {
        if (node.tensor!.data.every(Number.isFinite)) continue;
        const upstream = node.incoming.flatMap(({ from }) => [...(culprits.get(from) ?? [])]);
        culprits.set(node, new Set(upstream.length > 0 ? upstream : [node.id]));
        const told = diagnostics.filter(({ node: at, code: says }) => at === node.id && says === 'caused-by');
        expect(told, `${node.id}, seed ${seed}`).toHaveLength(upstream.length > 0 ? 1 : 0);
        if (upstream.length === 0) continue;
        expect(upstream, `${node.id}, seed ${seed}`).toContain(told[0].cause);
        if (upstream.every((id) => id === 'poison')) suffering++;
      }
    }
    expect(suffering).toBeGreaterThan(GRAPHS / 2);
  });
});

const isNumber = (specs: readonly NodeSpec[], i: number) => typeof specs[i].value === 'number';
