/**
 * One input changes and reaches a hundredth of the graph: a hundred random graphs of numbers, each with its own input, added up. What
 * `update` computes must have the same bits as a full run.
 */
import type { Program } from '../../packages/engine';
import { scalarInC } from '../contestants/c';
import { type Differentiated, differentiate, readScalars, scalarInNabla } from '../contestants/nabla';
import { type Contestant, competeApart, timed } from '../harness/contest';
import { idOf, OPERATORS, randomGraph, type ScalarGraph } from '../harness/random-graph';

const BLOCKS = 100;
const BLOCK_SIZE = 9_999;
const CHANGED_BLOCK = 37;

export function incremental() {
  const graph = blocks();
  let shared: Differentiated | undefined;
  const differentiated = () => {
    shared ??= differentiate(graph);
    return shared;
  };
  return competeApart(
    [scalarInNabla(graph, differentiated), updating(graph, CHANGED_BLOCK, differentiated), scalarInC(graph)],
    {
      title: `One changed input that reaches 1 % of ${graph.codes.length.toLocaleString('en-US')} nodes: values, local Jacobians, all gradients`,
      baselines: ['Nabla', 'C'],
    },
  );
}

/** The graphs side by side, their inputs first, and the sum of their targets. */
function blocks(): ScalarGraph {
  const size = BLOCKS * BLOCK_SIZE + BLOCKS - 1;
  const graph = {
    codes: new Uint8Array(size),
    first: new Int32Array(size),
    second: new Int32Array(size).fill(-1),
    inputs: new Float64Array(BLOCKS),
  };
  const add = OPERATORS.indexOf('add');
  for (let k = 0; k < BLOCKS; k++) {
    const block = randomGraph(BLOCK_SIZE, 1, k + 1);
    const place = (node: number) => (node === 0 ? k : BLOCKS + k * (BLOCK_SIZE - 1) + node - 1);
    graph.inputs[k] = block.inputs[0];
    for (let node = 1; node < BLOCK_SIZE; node++) {
      graph.codes[place(node)] = block.codes[node];
      graph.first[place(node)] = place(block.first[node]);
      if (block.second[node] >= 0) graph.second[place(node)] = place(block.second[node]);
    }
    if (k === 0) continue;
    const sum = BLOCKS * BLOCK_SIZE + k - 1;
    graph.codes[sum] = add;
    graph.first[sum] = k === 1 ? BLOCKS + BLOCK_SIZE - 2 : sum - 1;
    graph.second[sum] = place(BLOCK_SIZE - 1);
  }
  return graph;
}

/** The part of the engine that recomputes only what a changed leaf reaches. */
interface Updating {
  update(): unknown;
}

const canUpdate = <T extends object>(whole: T): whole is T & Updating =>
  'update' in whole && typeof whole.update === 'function';

const updating = (graph: ScalarGraph, input: number, differentiated: () => Differentiated): Contestant => ({
  name: 'Nabla, update',
  tolerance: 0,
  prepare() {
    const { program, pullback } = differentiated();
    if (!canUpdate(program) || !canUpdate(pullback)) return { absent: 'the engine has no update() yet' };
    const step = (value: number) => {
      program.set(idOf(input), value);
      program.update();
      pullback.update();
    };
    const values = [graph.inputs[input] + 0.125, graph.inputs[input]];
    let k = 0;
    return {
      run: timed(() => step(values[k++ % 2])),
      quantities() {
        // Comes from another point, so that what is compared was computed by update().
        step(values[0]);
        step(values[1]);
        return readScalars({ program: program as Program, pullback }, graph);
      },
    };
  },
});
