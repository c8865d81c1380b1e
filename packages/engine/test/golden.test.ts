/**
 * The engine against PyTorch: values, Jacobians, gradients and Hessians that PyTorch 1.13 gave in float64 (docs/golden-files.md).
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Attributes,
  compile,
  dense,
  flattenNested,
  hessian,
  type NestedValue,
  type NodeSpec,
  operators,
  Pullback,
  shapeOfNested,
} from '../index';
import { applied } from './graphs';

const TOLERANCE = 1e-10;
const HESSIAN_TOLERANCE = 1e-9;
/** What may stand for 0. */
const ROUNDING = 1e-13;

type Rows = readonly (readonly number[])[];

interface OperatorCase {
  readonly operator: string;
  readonly operands: readonly NestedValue[];
  readonly attributes?: Attributes;
  readonly value: NestedValue;
  readonly jacobians: readonly Rows[];
}

interface GraphCase {
  readonly seed: number;
  readonly nodes: readonly NodeSpec[];
  readonly target: string;
  readonly values: Readonly<Record<string, NestedValue>>;
  readonly gradients: Readonly<Record<string, Rows>>;
  readonly hessian?: { readonly leaf: string; readonly rows: Rows };
}

function golden<Case>(name: string): readonly Case[] {
  const text = readFileSync(new URL(`../fixtures/golden-${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(text)[name];
}

const cases = golden<OperatorCase>('operators');
const graphs = golden<GraphCase>('graphs');
const bent = graphs.filter(({ hessian }) => hessian);
const HOW = 'make the golden files anew (docs/golden-files.md)';

const casesOf = (name: string) => cases.filter(({ operator }) => operator === name);
const largest = (x: ArrayLike<number>) => Array.from(x).reduce((top, v) => Math.max(top, Math.abs(v)), 0);

/** No entry differs from PyTorch's by more than `tolerance` times the largest of theirs; where one side is 0 throughout, the other may have rounded. */
function expectAgreement(
  found: ArrayLike<number>,
  theirs: NestedValue,
  where: string,
  tolerance = TOLERANCE,
): void {
  const expected = flattenNested(theirs);
  expect(found, where).toHaveLength(expected.length);
  const [difference, scale] = [largest(expected.map((v, i) => found[i] - v)), largest(expected)];
  const allowed = scale === 0 || largest(found) === 0 ? ROUNDING : tolerance * scale;
  expect(difference, `${where}, whose largest entry is ${scale}`).toBeLessThanOrEqual(allowed);
}

it('Every operator has golden cases, and every golden case an operator', () => {
  const [known, told] = [new Set(operators.keys()), new Set(cases.map(({ operator }) => operator))];
  expect(
    [...known].filter((name) => !told.has(name)),
    `operators without a golden case: ${HOW}`,
  ).toEqual([]);
  expect(
    [...told].filter((name) => !known.has(name)),
    `golden cases of unknown operators: ${HOW}`,
  ).toEqual([]);
});

describe.each([...operators.keys()])('PyTorch and %s', (name) => {
  it.each(casesOf(name))(
    `agree on the value and the Jacobians at case %#, to ${TOLERANCE} of the largest entry`,
    (point) => {
      const y = applied(operators.get(name)!, point.operands, point.attributes).node('y')!;
      expect(y.problems).toEqual([]);
      expect(y.tensor!.shape).toEqual(shapeOfNested(point.value));
      expectAgreement(y.tensor!.data, point.value, 'value');
      expect(y.incoming).toHaveLength(point.jacobians.length);
      y.incoming.forEach(({ operand, jacobian }, k) => {
        expectAgreement(dense(jacobian!), point.jacobians[k], `Jacobian of ${operand}`);
      });
    },
  );
});

describe('PyTorch and a graph', () => {
  it('stand in the golden files 120 times, 25 times at least with a Hessian', () => {
    expect(graphs).toHaveLength(120);
    expect(bent.length).toBeGreaterThanOrEqual(25);
  });

  it.each(graphs)(
    `agree on all values and gradients, to ${TOLERANCE} of the largest entry (seed $seed)`,
    ({ nodes, target, values, gradients }) => {
      const program = compile(nodes).run();
      const pullback = new Pullback(program, program.node(target)!).run();
      for (const node of program.nodes) {
        const { shape, data } = node.tensor!;
        expect(shape, node.id).toEqual(shapeOfNested(values[node.id]));
        expectAgreement(data, values[node.id], `value of ${node.id}`);
        expectAgreement(pullback.gradient(node)!, gradients[node.id], `gradient at ${node.id}`);
      }
    },
  );

  it.each(bent)(
    `agree on the Hessian, to ${HESSIAN_TOLERANCE} of the largest entry (seed $seed)`,
    (graph) => {
      const program = compile(graph.nodes).run();
      const { leaf, rows } = graph.hessian!;
      const found = hessian(program, program.node(graph.target)!, program.node(leaf)!);
      expectAgreement(found, rows, `Hessian with respect to ${leaf}`, HESSIAN_TOLERANCE);
    },
  );
});
