/**
 * Dense work in the libraries of `bench/peers`. TensorFlow.js and jax-js differentiate by themselves; mathjs has products of matrices, and its
 * chain rule is written out here.
 */
import { type Absent, type Contestant, FLOAT64, type Ready, timed } from '../harness/contest';
import { type DenseLeaf, type DenseProblem, gradientOf, LOSS, nested } from '../harness/dense-problem';
import { inJax, type Jax, type JaxArray, type Precision } from './jax';
import { loadPeer, NOT_INSTALLED } from './load-peer';
import { inTensorFlow, type Tensor, type TensorFlow } from './tensorflow';

/** Vectors are columns here; a sample of a classifier is a row. */
const matrixShape = ({ shape }: DenseLeaf, { answers }: DenseProblem): readonly number[] => {
  if (shape.length === 2) return shape;
  return answers ? [1, shape[0]] : [shape[0], 1];
};

const named = (problem: DenseProblem, loss: ArrayLike<number>, gradients: readonly ArrayLike<number>[]) => ({
  [LOSS]: Float64Array.from(loss),
  ...Object.fromEntries(problem.leaves.map(({ id }, k) => [gradientOf(id), Float64Array.from(gradients[k])])),
});

export const denseInTensorFlow = (problem: DenseProblem, backend: 'cpu' | 'wasm') =>
  inTensorFlow(backend, '', (tf) => {
    const tensor = (leaf: DenseLeaf) => tf.tensor(Float32Array.from(leaf.values), matrixShape(leaf, problem));
    const answers = problem.answers && tensor(problem.answers);
    return {
      target: (...given) =>
        answers ? classifierLoss(tf, given, answers, samplesOf(problem)) : chainLoss(tf, given),
      at: problem.leaves.map(tensor),
      name: (loss, gradients) => named(problem, loss, gradients),
    };
  });

const samplesOf = ({ answers }: DenseProblem) => (answers?.shape.length === 2 ? answers.shape[0] : 1);

function chainLoss(tf: TensorFlow, leaves: readonly Tensor[]): Tensor {
  const weights = leaves.slice(0, -1);
  return tf.sum(weights.reduce((x, W) => tf.tanh(tf.matMul(W, x)), leaves[leaves.length - 1]));
}

function classifierLoss(tf: TensorFlow, leaves: readonly Tensor[], answers: Tensor, samples: number): Tensor {
  let y = leaves[leaves.length - 1];
  for (let k = 0; k + 1 < leaves.length; k += 2) {
    if (k > 0) y = tf.tanh(y);
    y = tf.add(tf.matMul(y, leaves[k], false, true), leaves[k + 1]);
  }
  return tf.div(tf.neg(tf.sum(tf.mul(answers, tf.logSoftmax(y)))), samples);
}

export const denseInJax = (problem: DenseProblem, precision: Precision) =>
  inJax(precision, '', (jax) => {
    const array = (leaf: DenseLeaf) =>
      jax.numpy.array((precision === 'float32' ? Float32Array : Float64Array).from(leaf.values), {
        shape: [...matrixShape(leaf, problem)],
        dtype: precision,
      });
    const answers = problem.answers && array(problem.answers);
    return {
      target: (given) =>
        answers
          ? classifierLossInJax(jax, given, answers.ref, samplesOf(problem))
          : chainLossInJax(jax, given),
      at: problem.leaves.map(array),
      name: (loss, gradients) => named(problem, loss, gradients),
    };
  });

function chainLossInJax({ numpy }: Jax, leaves: readonly JaxArray[]): JaxArray {
  const weights = leaves.slice(0, -1);
  return weights.reduce((x, W) => numpy.tanh(numpy.matmul(W, x)), leaves[leaves.length - 1]).sum();
}

function classifierLossInJax(
  { numpy, nn }: Jax,
  leaves: readonly JaxArray[],
  answers: JaxArray,
  samples: number,
): JaxArray {
  let y = leaves[leaves.length - 1];
  for (let k = 0; k + 1 < leaves.length; k += 2) {
    if (k > 0) y = numpy.tanh(y);
    y = numpy.matmul(y, leaves[k].transpose()).add(leaves[k + 1]);
  }
  return answers
    .mul(nn.logSoftmax(y))
    .sum()
    .mul(-1 / samples);
}

type Matrix = number[][];

interface MathJs {
  multiply(a: Matrix, b: Matrix): Matrix;
  transpose(a: Matrix): Matrix;
  dotMultiply(a: Matrix, b: Matrix): Matrix;
  map(a: Matrix, f: (entry: number) => number): Matrix;
  sum(a: Matrix): number;
}

/** The chain alone. */
export const chainInMathJs = (problem: DenseProblem): Contestant => ({
  name: 'mathjs',
  tolerance: FLOAT64,
  prepare(): Ready | Absent {
    const math = loadPeer<MathJs>('mathjs');
    if (!math) return NOT_INSTALLED;
    const matrices = problem.leaves.map((leaf) =>
      leaf.shape.length === 2 ? (nested(leaf) as Matrix) : Array.from(leaf.values, (entry) => [entry]),
    );
    const weights = matrices.slice(0, -1);
    const x = matrices[matrices.length - 1];
    const once = () => mathJsChain(math, weights, x);
    return {
      run: timed(once),
      quantities() {
        const { loss, gradients } = once();
        return named(
          problem,
          [loss],
          gradients.map((gradient) => gradient.flat()),
        );
      },
      note: 'the chain rule written by hand',
    };
  },
});

function mathJsChain(math: MathJs, weights: readonly Matrix[], x: Matrix) {
  const states = [x];
  for (const W of weights) states.push(math.map(math.multiply(W, states[states.length - 1]), Math.tanh));
  const loss = math.sum(states[weights.length]);
  const gradients: Matrix[] = [];
  let cotangent: Matrix = x.map(() => [1]);
  for (let k = weights.length - 1; k >= 0; k--) {
    const slope = math.map(states[k + 1], (y) => 1 - y * y);
    const before = math.dotMultiply(cotangent, slope);
    gradients.unshift(math.multiply(before, math.transpose(states[k])));
    cotangent = math.multiply(math.transpose(weights[k]), before);
  }
  return { loss, gradients: [...gradients, cotangent] };
}
