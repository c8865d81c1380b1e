/**
 * Dense work: a chain of eight tanh(W x) that are 256 wide, and a classifier 784-256-128-10 for one sample and for 32; forward, and the
 * gradients of the loss with respect to all leaves.
 */
import { denseInC, denseInNabla, denseInPyTorch } from '../contestants/dense';
import { chainInMathJs, denseInJax, denseInTensorFlow } from '../contestants/dense-libraries';
import { competeApart } from '../harness/contest';
import { chainProblem, classifierProblem, type DenseProblem } from '../harness/dense-problem';

const [WIDTH, DEPTH] = [256, 8];
const SIZES = [784, 256, 128, 10];

const everywhere = (problem: DenseProblem) => [
  denseInNabla(problem),
  denseInC(problem),
  denseInPyTorch(problem),
  denseInTensorFlow(problem, 'cpu'),
  denseInTensorFlow(problem, 'wasm'),
  denseInJax(problem, 'float32'),
  denseInJax(problem, 'float64'),
];

export function chain() {
  const problem = chainProblem(WIDTH, DEPTH);
  return competeApart([...everywhere(problem), chainInMathJs(problem)], {
    title: `Chain of ${DEPTH} tanh(W x), ${WIDTH} wide: forward and all gradients`,
    baselines: ['Nabla', 'C'],
  });
}

export const classifier = (samples: number) => () =>
  competeApart(everywhere(classifierProblem(SIZES, samples)), {
    title: `Classifier ${SIZES.join('-')}, ${samples === 1 ? 'one sample' : `${samples} samples`}: forward and all gradients`,
    baselines: ['Nabla', 'C'],
  });
