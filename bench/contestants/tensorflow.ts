/**
 * TensorFlow.js: float32, on plain JavaScript loops (cpu) and on WebAssembly (wasm).
 *
 * It gives gradients with respect to arguments only. To ask for the gradient of every node of a graph, a zero is added to each node and is an
 * argument.
 */
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import {
  type Absent,
  type Contestant,
  FLOAT32,
  type Quantities,
  type Ready,
  timed,
} from '../harness/contest';
import { OPERATORS, type ScalarGraph } from '../harness/random-graph';
import { scratch } from '../harness/server';
import { GRADIENTS, type GradientsOf, TOLD } from './gradients-of';
import { loadPeer, NOT_INSTALLED, peerPath } from './load-peer';

export interface Tensor {
  dataSync(): Float32Array;
  dispose(): void;
}

type Unary = (x: Tensor) => Tensor;
type Binary = (a: Tensor, b: Tensor) => Tensor;

export interface TensorFlow {
  env(): { set(flag: string, value: boolean): void };
  setBackend(name: string): Promise<boolean>;
  tidy<T>(work: () => T): T;
  tensor(values: Float32Array, shape: readonly number[]): Tensor;
  scalar(value: number): Tensor;
  add: Binary;
  mul: Binary;
  sin: Unary;
  tanh: Unary;
  exp: Unary;
  neg: Unary;
  sum: Unary;
  logSoftmax: Unary;
  matMul(a: Tensor, b: Tensor, transposeA?: boolean, transposeB?: boolean): Tensor;
  div(a: Tensor, b: number): Tensor;
  valueAndGrads(f: (...x: Tensor[]) => Tensor): (x: readonly Tensor[]) => { value: Tensor; grads: Tensor[] };
}

let loaded: Promise<TensorFlow | undefined> | undefined;

/** The core for Node comes without its derivatives, and these in a form that Node does not read: they are bundled first. */
async function load(): Promise<TensorFlow | undefined> {
  const tf = loadPeer<TensorFlow>('@tensorflow/tfjs-core');
  if (!tf) return undefined;
  // Leaves out the checks, and the advice, that are meant for developers.
  tf.env().set('PROD', true);
  const gradients = join(scratch, 'gradients.cjs');
  const source = peerPath('@tensorflow/tfjs-core/dist/register_all_gradients.js');
  const bundle = await rolldown({ input: source, platform: 'node', logLevel: 'silent' });
  await bundle.write({ file: gradients, format: 'cjs' });
  for (const part of [gradients, '@tensorflow/tfjs-backend-cpu', '@tensorflow/tfjs-backend-wasm'])
    loadPeer(part);
  return tf;
}

/** The function that is differentiated, and the point. */
interface Work {
  target(...x: Tensor[]): Tensor;
  readonly at: readonly Tensor[];
  name(value: Float32Array, gradients: readonly Float32Array[]): Quantities;
}

/** `set` makes the tensors and what is done with them, on the backend that is to be measured. */
export function inTensorFlow(
  backend: 'cpu' | 'wasm',
  what: string,
  set: (tf: TensorFlow) => Work,
): Contestant {
  return {
    name: `TensorFlow.js, ${backend}, float32${what}`,
    tolerance: FLOAT32,
    async prepare(): Promise<Ready | Absent> {
      loaded ??= load();
      const tf = await loaded;
      if (!tf) return NOT_INSTALLED;
      if (!(await tf.setBackend(backend))) return { absent: `its backend ${backend} does not start` };
      const { target, at, name } = set(tf);
      const differentiate = tf.valueAndGrads(target);
      let found: [Float32Array, Float32Array[]];
      // What tidy is given back it searches for tensors, entry by entry: hence nothing.
      const once = () =>
        tf.tidy(() => {
          const { value, grads } = differentiate(at);
          found = [value.dataSync(), grads.map((gradient) => gradient.dataSync())];
        });
      const run = timed(once);
      return {
        async run(count) {
          await tf.setBackend(backend);
          return run(count);
        },
        async quantities() {
          await tf.setBackend(backend);
          once();
          return name(...found);
        },
      };
    },
  };
}

export const scalarInTensorFlow = ({ codes, first, second, inputs }: ScalarGraph, of: GradientsOf) =>
  inTensorFlow('cpu', TOLD[of], (tf) => {
    const length = of === 'nodes' ? codes.length : inputs.length;
    return {
      target(...given) {
        const values: Tensor[] = [];
        for (let i = 0; i < codes.length; i++) {
          const value = apply(tf, codes[i], values[first[i]], values[second[i]]);
          if (value) values.push(i < given.length ? tf.add(value, given[i]) : value);
          else values.push(given[i]);
        }
        return values[values.length - 1];
      },
      at: Array.from({ length }, (_, i) => tf.scalar(inputs[i] ?? 0)),
      name: (target, gradients) => ({
        target: Float64Array.from(target),
        [GRADIENTS[of]]: Float64Array.from(gradients, ([x]) => x),
      }),
    };
  });

function apply(tf: TensorFlow, code: number, a: Tensor, b: Tensor): Tensor | undefined {
  switch (OPERATORS[code]) {
    case 'add':
      return tf.add(a, b);
    case 'multiply':
      return tf.mul(a, b);
    case 'sin':
      return tf.sin(a);
    case 'tanh':
      return tf.tanh(a);
    case 'exp':
      return tf.exp(a);
    default:
      return undefined;
  }
}
