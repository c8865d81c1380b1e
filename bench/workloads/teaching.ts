/**
 * A graph as it stands on a blackboard: twenty numbers. A value changes, and everything follows. In the second row everything is also read,
 * through the public functions, as an interface would do that shows it all.
 */
import { scalarInC } from '../contestants/c';
import { scalarInJax } from '../contestants/jax';
import { differentiate, readScalars, scalarInNabla } from '../contestants/nabla';
import { scalarInPyTorch } from '../contestants/pytorch';
import { scalarInTensorFlow } from '../contestants/tensorflow';
import { type Contestant, competeApart, timed } from '../harness/contest';
import { idOf, randomGraph, type ScalarGraph } from '../harness/random-graph';

const SIZE = 20;
const INPUTS = 3;

export function teaching() {
  const graph = randomGraph(SIZE, INPUTS, 1);
  return competeApart(
    [
      scalarInNabla(graph),
      readingAll(graph),
      scalarInC(graph),
      scalarInPyTorch(graph),
      scalarInTensorFlow(graph, 'nodes'),
      scalarInJax(graph, 'nodes'),
    ],
    {
      title: `A teaching graph of ${SIZE} numbers: one value changes; values, local Jacobians, all gradients`,
      baselines: ['Nabla', 'C'],
    },
  );
}

const readingAll = (graph: ScalarGraph): Contestant => ({
  name: 'Nabla, everything read',
  tolerance: 0,
  prepare() {
    const differentiated = differentiate(graph);
    const { program, pullback } = differentiated;
    return {
      run: timed(() => {
        program.set(idOf(0), graph.inputs[0]);
        program.run();
        pullback.run();
        readScalars(differentiated, graph);
      }),
      quantities: () => readScalars(differentiated, graph),
    };
  },
});
