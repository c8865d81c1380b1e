/**
 * Nabla on graphs of numbers.
 */
import { compile, dense, type Program, Pullback } from '../../packages/engine';
import { type Contestant, FLOAT64, type Quantities, timed } from '../harness/contest';
import { idOf, type ScalarGraph, specsOf } from '../harness/random-graph';

export interface Differentiated {
  readonly program: Program;
  readonly pullback: Pullback;
}

export function differentiate(graph: ScalarGraph): Differentiated {
  const program = compile(specsOf(graph)).run();
  const target = program.node(idOf(graph.codes.length - 1))!;
  return { program, pullback: new Pullback(program, target).run() };
}

/** Everything a learner can look at, read through the public functions. */
export function readScalars(
  { program, pullback }: Differentiated,
  { codes, second, inputs }: ScalarGraph,
): Quantities {
  const n = codes.length;
  const { nodes } = program;
  const values = new Float64Array(n);
  const gradients = new Float64Array(n);
  const firstPartials = new Float64Array(n);
  const secondPartials = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const node = nodes[i];
    values[i] = node.tensor!.data[0];
    gradients[i] = pullback.gradient(node)![0];
    if (node.incoming.length > 0) firstPartials[i] = dense(node.incoming[0].jacobian!)[0];
    if (second[i] >= 0) secondPartials[i] = dense(node.incoming[1].jacobian!)[0];
  }
  return {
    values,
    target: values.subarray(n - 1),
    gradients,
    'input gradients': gradients.subarray(0, inputs.length),
    'first partials': firstPartials,
    'second partials': secondPartials,
  };
}

/** A new value for the first variable; then every value, every local Jacobian and every gradient. */
export function scalarInNabla(graph: ScalarGraph, differentiated = () => differentiate(graph)): Contestant {
  return {
    name: 'Nabla',
    tolerance: FLOAT64,
    prepare() {
      const { program, pullback } = differentiated();
      return {
        run: timed(() => {
          program.set(idOf(0), graph.inputs[0]);
          program.run();
          pullback.run();
        }),
        quantities: () => readScalars({ program, pullback }, graph),
      };
    },
  };
}
