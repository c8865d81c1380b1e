/**
 * PyTorch, eager, float64, one thread, where a Python has it.
 */
import { spawnSync } from 'node:child_process';
import { type Contestant, FLOAT64, type Quantities } from '../harness/contest';
import type { ScalarGraph } from '../harness/random-graph';
import { startServer } from '../harness/server';
import { graphFile } from './c';

const PYTHONS = ['python3', '/usr/bin/python3'];

let known: { readonly python: string | undefined } | undefined;

function pythonWithTorch(): string | undefined {
  known ??= {
    python: PYTHONS.find((python) => spawnSync(python, ['-c', 'import torch, numpy']).status === 0),
  };
  return known.python;
}

export function inPyTorch(args: () => string[], split: (results: Float64Array) => Quantities): Contestant {
  return {
    name: 'PyTorch',
    tolerance: FLOAT64,
    async prepare() {
      const python = pythonWithTorch();
      if (!python) return { absent: `no torch in ${PYTHONS.join(' nor ')}` };
      return startServer([python, 'bench/contestants/pytorch.py', ...args()], split);
    },
  };
}

export const scalarInPyTorch = (graph: ScalarGraph) =>
  inPyTorch(
    () => ['scalar', graphFile(graph)],
    (results) => {
      const n = graph.codes.length;
      return { values: results.subarray(0, n), gradients: results.subarray(n) };
    },
  );
