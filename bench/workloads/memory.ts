/**
 * What a graph of 1,000,000 numbers costs in memory, beyond the specs it is compiled from: after compile, run and the pullback of all gradients.
 */
import { compile, Pullback } from '../../packages/engine';
import { idOf, randomGraph, specsOf } from '../harness/random-graph';
import type { Report, Row } from '../harness/report';

const SIZE = 1_000_000;

export async function memory(): Promise<Report> {
  const specs = specsOf(randomGraph(SIZE, 10, 1));
  const before = used();
  const program = compile(specs).run();
  const compiled = used();
  const target = program.node(idOf(SIZE - 1))!;
  const pullback = new Pullback(program, target).run();
  const whole = used();
  const row = (name: string, bytes: number): Row => ({ name, figures: { 'bytes a node': bytes / SIZE } });
  // Read after measuring, so that nothing measured is garbage before.
  const alive = Number.isFinite(pullback.gradient(program.node(specs[0].id)!)![0]);
  if (!alive) throw new Error('The gradient of the first input is not a number.');
  return {
    title: `Memory of a random graph of ${SIZE.toLocaleString('en-US')} numbers, beyond its specs`,
    columns: ['bytes a node'],
    rows: [
      row('Nabla, compile and run', compiled - before),
      row('Nabla, with all gradients', whole - before),
    ],
  };
}

function used(): number {
  if (!globalThis.gc)
    throw new Error('Memory is measured after collecting garbage: run node with --expose-gc.');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
