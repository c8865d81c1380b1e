/**
 * Graphs of numbers: every value, the local Jacobian of every edge and the gradient of every node, of random graphs of 1,000 to 1,000,000
 * nodes. The libraries evaluate node by node in the smallest alone: what a node costs them does not change.
 */
import { scalarInC } from '../contestants/c';
import { scalarInJax } from '../contestants/jax';
import { scalarInNabla } from '../contestants/nabla';
import { scalarInPyTorch } from '../contestants/pytorch';
import { scalarInTensorFlow } from '../contestants/tensorflow';
import { competeApart } from '../harness/contest';
import { randomGraph } from '../harness/random-graph';

const INPUTS = 10;
const SMALLEST = 1_000;

export const scalar = (size: number) => () => {
  const graph = randomGraph(size, INPUTS, 1);
  const libraries = [
    scalarInPyTorch(graph),
    scalarInTensorFlow(graph, 'nodes'),
    scalarInTensorFlow(graph, 'inputs'),
    scalarInJax(graph, 'nodes'),
    scalarInJax(graph, 'inputs'),
  ];
  return competeApart([scalarInNabla(graph), scalarInC(graph), ...(size === SMALLEST ? libraries : [])], {
    title: `Random graph of ${size.toLocaleString('en-US')} numbers: values, local Jacobians, all gradients`,
    baselines: ['Nabla', 'C'],
    per: { what: 'node', count: size },
  });
};
