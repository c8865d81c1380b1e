/**
 * Dense work, seeded: a deep chain of tanh(W x), and a classifier of three linear layers. A problem is its leaves, in the order in which the
 * programs in C and in Python read them, and its graph in Nabla.
 */
import type { NestedValue, NodeSpec } from '../../packages/engine';
import { seeded } from '../../packages/engine/test/graphs';

export interface DenseLeaf {
  readonly id: string;
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

export interface DenseProblem {
  /** For the programs in C and in Python. */
  readonly args: readonly string[];
  /** Those whose gradient is asked for. */
  readonly leaves: readonly DenseLeaf[];
  /** The answers of a classifier, one sample a row. */
  readonly answers?: DenseLeaf;
  readonly specs: readonly NodeSpec[];
}

export const LOSS = 'loss';
export const gradientOf = (id: string) => `gradient of ${id}`;

/** x → tanh(W₁ x) → tanh(W₂ …) → …, added up. */
export function chainProblem(width: number, depth: number): DenseProblem {
  const draw = drawing(1);
  const weights = Array.from({ length: depth }, (_, k) =>
    draw(`W${k + 1}`, [width, width], Math.sqrt(3 / width)),
  );
  const x = draw('x', [width], 1);
  const layers = weights.flatMap(({ id }, k): NodeSpec[] => [
    { id: `p${k + 1}`, op: 'matvec', inputs: { A: id, x: k === 0 ? 'x' : `y${k}` } },
    { id: `y${k + 1}`, op: 'tanh', inputs: { x: `p${k + 1}` } },
  ]);
  const leaves = [...weights, x];
  const sum = { id: LOSS, op: 'sum', inputs: { x: `y${depth}` } };
  return {
    args: ['chain', String(width), String(depth)],
    leaves,
    specs: [...leaves.map(variable), ...layers, sum],
  };
}

/** linear, tanh, linear, tanh, linear, cross-entropy: the mean over the samples. One sample is a vector. */
export function classifierProblem(sizes: readonly number[], samples: number): DenseProblem {
  const draw = drawing(2);
  const rows = samples === 1 ? [] : [samples];
  const parameters = sizes.slice(1).flatMap((size, k) => {
    const range = Math.sqrt(3 / sizes[k]);
    return [draw(`W${k + 1}`, [size, sizes[k]], range), draw(`b${k + 1}`, [size], 0.1)];
  });
  const x = draw('x', [...rows, sizes[0]], 1);
  const answers = oneHot(samples, sizes[sizes.length - 1], rows);
  const last = sizes.length - 1;
  const layers = sizes.slice(1).flatMap((_, k): NodeSpec[] => {
    const inputs = { W: `W${k + 1}`, x: k === 0 ? 'x' : `y${k}`, b: `b${k + 1}` };
    const linear = { id: `z${k + 1}`, op: 'linear', inputs };
    return k + 1 === last ? [linear] : [linear, { id: `y${k + 1}`, op: 'tanh', inputs: { x: linear.id } }];
  });
  const leaves = [...parameters, x];
  const loss = { id: LOSS, op: 'cross_entropy', inputs: { logits: `z${last}`, target: answers.id } };
  return {
    args: ['classifier', String(samples)],
    leaves,
    answers,
    specs: [...leaves.map(variable), variable(answers), ...layers, loss],
  };
}

function drawing(seed: number) {
  const random = seeded(seed);
  return (id: string, shape: readonly number[], range: number): DenseLeaf => {
    const length = shape.reduce((product, n) => product * n, 1);
    return { id, shape, values: Float64Array.from({ length }, () => range * (2 * random() - 1)) };
  };
}

function oneHot(samples: number, classes: number, rows: readonly number[]): DenseLeaf {
  const values = new Float64Array(samples * classes);
  for (let s = 0; s < samples; s++) values[s * classes + ((3 * s) % classes)] = 1;
  return { id: 'answers', shape: [...rows, classes], values };
}

const variable = (leaf: DenseLeaf): NodeSpec => ({ id: leaf.id, op: 'variable', value: nested(leaf) });

export function nested({ shape, values }: DenseLeaf): NestedValue {
  if (shape.length === 1) return Array.from(values);
  const [rows, columns] = shape;
  return Array.from({ length: rows }, (_, i) => Array.from(values.subarray(i * columns, (i + 1) * columns)));
}
