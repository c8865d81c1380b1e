/**
 * jax-js, compiled by its jit for WebAssembly: float32, and for dense work also float64, whose sines and exponentials have no more right digits.
 *
 * Arguments are used up by what they are passed to; `ref` keeps one for another use. As in TensorFlow.js, the gradient of a node of a graph is
 * asked for by adding a zero to it.
 */
import {
  type Absent,
  type Contestant,
  FLOAT32,
  type Quantities,
  type Ready,
  timed,
} from '../harness/contest';
import { OPERATORS, type ScalarGraph } from '../harness/random-graph';
import { GRADIENTS, type GradientsOf, TOLD } from './gradients-of';
import { loadPeer, NOT_INSTALLED } from './load-peer';

export interface JaxArray {
  readonly ref: JaxArray;
  add(other: JaxArray): JaxArray;
  mul(other: JaxArray | number): JaxArray;
  sum(): JaxArray;
  transpose(): JaxArray;
  dataSync(): Float32Array | Float64Array;
  dispose(): void;
}

type Unary = (x: JaxArray) => JaxArray;
type Arguments = JaxArray[];
type WithGradients = (x: Arguments) => [JaxArray, JaxArray[]];

export interface Jax {
  readonly numpy: {
    array(
      values: Float32Array | Float64Array | number,
      options?: { shape?: number[]; dtype?: string },
    ): JaxArray;
    matmul(a: JaxArray, b: JaxArray): JaxArray;
    sin: Unary;
    tanh: Unary;
    exp: Unary;
  };
  readonly nn: { logSoftmax: Unary };
  init(device: string): Promise<readonly string[]>;
  defaultDevice(device: string): string;
  valueAndGrad(f: (x: Arguments) => JaxArray): WithGradients;
  jit(f: WithGradients): WithGradients;
}

/** A function of arrays, and the point at which it is differentiated. */
interface Work {
  target(x: Arguments): JaxArray;
  readonly at: Arguments;
  name(value: Float64Array, gradients: readonly Float64Array[]): Quantities;
}

export type Precision = 'float32' | 'float64';

export function inJax(precision: Precision, what: string, set: (jax: Jax) => Work): Contestant {
  return {
    name: `jax-js, jit, wasm, ${precision}${what}`,
    tolerance: FLOAT32,
    async prepare(): Promise<Ready | Absent> {
      // It asks whether arrays are of this kind, which Node 20 does not know.
      Reflect.set(globalThis, 'Float16Array', Reflect.get(globalThis, 'Float16Array') ?? class {});
      const jax = loadPeer<Jax>('@jax-js/jax');
      if (!jax) return NOT_INSTALLED;
      const devices = await jax.init('wasm');
      if (!devices.includes('wasm')) return { absent: 'its backend wasm does not start' };
      jax.defaultDevice('wasm');
      const { target, at, name } = set(jax);
      const differentiate = jax.jit(jax.valueAndGrad(target));
      const start = performance.now();
      const once = () => {
        const [value, gradients] = differentiate(at.map((x) => x.ref));
        return [value.dataSync(), gradients.map((x) => x.dataSync())] as const;
      };
      const [value, gradients] = once();
      const compiling = Math.round(performance.now() - start);
      return {
        run: timed(once),
        quantities: () => name(Float64Array.from(value), gradients.map(widened)),
        ...(compiling > 100 && { note: `after compiling for ${compiling} ms` }),
      };
    },
  };
}

const widened = (x: ArrayLike<number>) => Float64Array.from(x);

export const scalarInJax = ({ codes, first, second, inputs }: ScalarGraph, of: GradientsOf) =>
  inJax('float32', TOLD[of], (jax) => ({
    target(given) {
      const values: JaxArray[] = [];
      for (let i = 0; i < codes.length; i++) {
        const value = apply(jax, codes[i], values[first[i]], values[second[i]]);
        if (value) values.push(i < given.length ? value.add(given[i]) : value);
        else values.push(given[i]);
      }
      const target = values.pop()!;
      for (const value of values) value.dispose();
      return target;
    },
    at: Array.from({ length: of === 'nodes' ? codes.length : inputs.length }, (_, i) =>
      jax.numpy.array(inputs[i] ?? 0, { dtype: 'float32' }),
    ),
    name: (target, gradients) => ({
      target,
      [GRADIENTS[of]]: Float64Array.from(gradients, ([x]) => x),
    }),
  }));

function apply({ numpy }: Jax, code: number, a: JaxArray, b: JaxArray): JaxArray | undefined {
  switch (OPERATORS[code]) {
    case 'add':
      return a.ref.add(b.ref);
    case 'multiply':
      return a.ref.mul(b.ref);
    case 'sin':
      return numpy.sin(a.ref);
    case 'tanh':
      return numpy.tanh(a.ref);
    case 'exp':
      return numpy.exp(a.ref);
    default:
      return undefined;
  }
}
