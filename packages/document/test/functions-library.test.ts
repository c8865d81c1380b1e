/**
 * The shipped functions: what is saved in assets/functions agrees with PyTorch (docs/golden-files.md), with the same nodes unfolded by hand,
 * and with differences.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  check,
  compile,
  dense,
  diagnose,
  flattenNested,
  type NestedValue,
  type NodeSpec,
  type Program,
  type ProgramNode,
  Pullback,
  shapeOfNested,
} from '#engine';
import { isFormulaProblem, parseFormula } from '#formula';
import {
  compileDocument,
  EDITOR_LIMITS,
  type GraphDocument,
  type GraphNode,
  nodesInOrder,
  readText,
  specsOf,
  writeText,
} from '../index';

type Rows = readonly (readonly number[])[];

interface Golden {
  readonly function: string;
  readonly leaves: readonly string[];
  readonly target: NestedValue;
  readonly gradients: readonly Rows[];
  readonly points: readonly {
    readonly operands: readonly NestedValue[];
    readonly value: NestedValue;
    readonly jacobians: readonly Rows[];
  }[];
}

const TOLERANCE = 1e-12;

const folder = new URL('../../../assets/functions/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.nabla$/, ''));
const textOf = (name: string) => readFileSync(new URL(`${name}.nabla`, folder), 'utf8');

const golden: readonly Golden[] = JSON.parse(
  readFileSync(new URL('../fixtures/golden-functions.json', import.meta.url), 'utf8'),
).functions;

function read(name: string): GraphDocument {
  const outcome = readText(textOf(name), EDITOR_LIMITS);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.document;
}

const mainOf = (name: string) => name.replaceAll('-', '_');

/** The node that stands for the function of the file. */
function callOf(name: string, document: GraphDocument): GraphNode {
  const calls = nodesInOrder(document).filter((node) => node.function === mainOf(name));
  expect(calls).toHaveLength(1);
  return calls[0];
}

const largest = (x: readonly number[]) => x.reduce((top, v) => Math.max(top, Math.abs(v)), 0);

function expectAgreement(found: ArrayLike<number>, theirs: NestedValue, where: string): void {
  const expected = flattenNested(theirs);
  expect(found, where).toHaveLength(expected.length);
  const difference = largest(expected.map((v, i) => found[i] - v));
  expect(difference, where).toBeLessThanOrEqual(TOLERANCE * largest(expected));
}

it('Every function of the library has its golden numbers (docs/golden-files.md)', () => {
  expect(golden.map((one) => one.function)).toEqual([...names].sort());
});

describe.each(names)('The function of %s', (name) => {
  const document = read(name);
  const call = callOf(name, document);
  const { inputs } = document.functions.get(mainOf(name))!;
  const numbers = golden.find((one) => one.function === name)!;

  it('is saved as the editor would save it', () => {
    expect(writeText(document)).toBe(textOf(name));
  });

  it('is evaluated without a problem, and with nothing to be warned of', () => {
    const program = compileDocument(document).run();
    const pullback = new Pullback(program, program.node(document.target!)!).run();
    expect(program.nodes.flatMap(({ problems }) => problems)).toEqual([]);
    expect(diagnose(program, pullback)).toEqual([]);
  });

  it(`has the target and the gradients that PyTorch has, to ${TOLERANCE} of the largest entry`, () => {
    const program = compileDocument(document).run();
    const target = program.node(document.target!)!;
    expect(target.tensor!.shape).toEqual(shapeOfNested(numbers.target));
    expectAgreement(target.tensor!.data, numbers.target, 'target');
    const leaves = nodesInOrder(document).filter(({ value }) => value !== undefined);
    expect([...numbers.leaves].sort()).toEqual(leaves.map(({ id }) => id).sort());
    const pullback = new Pullback(program, target).run();
    numbers.leaves.forEach((id, k) => {
      expectAgreement(pullback.gradient(program.node(id)!)!, numbers.gradients[k], `gradient at ${id}`);
    });
  });

  it('is compared with PyTorch at the numbers of its file', () => {
    const values = inputs.map((operand) => document.nodes.get(call.inputs![operand])?.value);
    expect(numbers.points[0].operands).toEqual(values);
  });

  it.each(numbers.points)(
    `has the value and the Jacobians that PyTorch has, to ${TOLERANCE} of the largest entry, at point %#`,
    ({ operands, value, jacobians }) => {
      const leaves = inputs.map((id, k): GraphNode => ({ id, op: 'variable', value: operands[k] }));
      const y: GraphNode = {
        id: '_y',
        op: 'function',
        function: mainOf(name),
        inputs: Object.fromEntries(inputs.map((id) => [id, id])),
      };
      const alone = new Map([...leaves, y].map((node) => [node.id, node]));
      const { functions } = document;
      const node = compile(specsOf({ title: '', description: '', nodes: alone, functions, target: null }))
        .run()
        .node('_y')!;
      expect(node.problems).toEqual([]);
      expect(node.tensor!.shape).toEqual(shapeOfNested(value));
      expectAgreement(node.tensor!.data, value, 'value');
      expect(node.incoming.map(({ operand }) => operand)).toEqual(inputs);
      node.incoming.forEach(({ operand, jacobian }, k) => {
        expectAgreement(dense(jacobian!), jacobians[k], `Jacobian of ${operand}`);
      });
    },
  );

  it('has the values and gradients of the nodes it stands for, bit by bit', () => {
    const folded = compileDocument(document).run();
    const byHand = compile(unfolded(document, folded)).run();
    const [pa, pb] = [folded, byHand].map((program) =>
      new Pullback(program, program.node(document.target!)!).run(),
    );
    expect(byHand.nodes.length).toBeGreaterThan(folded.nodes.length);
    for (const { id } of byHand.nodes) {
      const [a, b] = [folded, byHand].map((program) => program.node(id)!);
      expect(a.tensor!.data, `value of ${id}`).toEqual(b.tensor!.data);
      expect(pa.gradient(a), `gradient at ${id}`).toEqual(pb.gradient(b));
    }
  });

  it('agrees with differences to 1e-7', () => {
    const program = compileDocument(document);
    const { edges, gradients } = check(program, program.node(document.target!)!);
    expect(edges.length).toBeGreaterThan(0);
    for (const { error, skipped } of [...edges, ...gradients]) {
      expect(skipped).toBeUndefined();
      expect(error).toBeLessThan(1e-7);
    }
  });
});

interface Level {
  /** What the ids at this level begin with. */
  readonly prefix: string;
  /** Where the ids lead to that have another name outside: the operands, and the output. */
  readonly wires: ReadonlyMap<string, string>;
}

type Composable = NodeSpec & Partial<Pick<GraphNode, 'function' | 'expression'>>;

/** The graph without composites: the node h inside of f is `f/h`, and the output of f is f itself. */
function unfolded(document: GraphDocument, program: Program): NodeSpec[] {
  /** Functions are a few levels deep, so that this may recurse. */
  const flat = (node: Composable, { prefix, wires }: Level): NodeSpec[] => {
    const nameOf = (id: string) => wires.get(id) ?? prefix + id;
    const inputs = Object.entries(node.inputs ?? {}).map(
      ([operand, from]) => [operand, nameOf(from)] as const,
    );
    const id = nameOf(node.id);
    const body = insideOf(node, program.node(prefix + node.id)!);
    if (!body) return [{ ...node, id, ...(node.inputs && { inputs: Object.fromEntries(inputs) }) }];
    const level = { prefix: `${prefix}${node.id}/`, wires: new Map([...inputs, [body.output, id]]) };
    return body.nodes.flatMap((inner) => flat(inner, level));
  };
  const insideOf = ({ op, function: used, expression, inputs }: Composable, { operands }: ProgramNode) => {
    if (op === 'function') {
      const { nodes, output } = document.functions.get(used!)!;
      return { nodes: [...nodes.values()], output };
    }
    if (op !== 'expression') return undefined;
    const formula = parseFormula(expression!, Object.keys(inputs!));
    if (isFormulaProblem(formula)) throw new Error(formula.message);
    const body = formula.unfold(operands.map(({ shape }) => shape));
    if ('code' in body) throw new Error(body.message);
    return body;
  };
  return nodesInOrder(document).flatMap((node) => flat(node, { prefix: '', wires: new Map() }));
}
