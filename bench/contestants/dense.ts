/**
 * Dense work in Nabla, in C and in PyTorch: forward, and the gradients of the loss with respect to all leaves.
 */
import { compile, Pullback } from '../../packages/engine';
import { type Contestant, FLOAT64, type Quantities, timed } from '../harness/contest';
import { type DenseProblem, gradientOf, LOSS } from '../harness/dense-problem';
import { writeBinary } from '../harness/server';
import { inC } from './c';
import { inPyTorch } from './pytorch';

export const denseInNabla = ({ leaves, specs }: DenseProblem): Contestant => ({
  name: 'Nabla',
  tolerance: FLOAT64,
  prepare() {
    const program = compile(specs).run();
    const pullback = new Pullback(program, program.node(LOSS)!).run();
    return {
      run: timed(() => {
        program.run();
        pullback.run();
      }),
      quantities: () => ({
        [LOSS]: program.node(LOSS)!.tensor!.data,
        ...Object.fromEntries(
          leaves.map(({ id }) => [gradientOf(id), pullback.gradient(program.node(id)!)!]),
        ),
      }),
    };
  },
});

export const denseInC = (problem: DenseProblem) => inC('dense.c', argsOf(problem), splitter(problem));

export const denseInPyTorch = (problem: DenseProblem) => inPyTorch(argsOf(problem), splitter(problem));

const argsOf = (problem: DenseProblem) => () => [
  ...problem.args,
  writeBinary([...problem.leaves, ...(problem.answers ? [problem.answers] : [])].map(({ values }) => values)),
];

/** The loss, then the gradients in the order of the leaves. */
const splitter =
  ({ leaves }: DenseProblem) =>
  (results: Float64Array): Quantities => {
    const quantities: Record<string, Float64Array> = { [LOSS]: results.subarray(0, 1) };
    let place = 1;
    for (const { id, values } of leaves) {
      quantities[gradientOf(id)] = results.subarray(place, place + values.length);
      place += values.length;
    }
    return quantities;
  };
