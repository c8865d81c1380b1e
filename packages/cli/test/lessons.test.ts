/**
 * The gallery. Every number that the lessons promise is found by the functions behind `nabla eval`: values, gradients, local Jacobians, and
 * the wrong answers that the traps lead to. Numbers without all their digits are as printed in the specification of the lessons.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type GraphDocument, nodesInOrder, writeText } from '#document';
import { chainCost, flattenNested, type NestedValue, onlyPath, shapeOfNested, sizeOf } from '#engine';
import { boxOf, labelOf } from '#scene';
import { evaluate } from '../evaluate';
import { readGraph } from '../files';
import { resultsOf } from '../results';

type Matrix = number[][];

interface Results {
  readonly nodes: Record<string, { value: NestedValue; gradient: Matrix; tangent: NestedValue }>;
  readonly edges: { to: string; operand: string; jacobian: Matrix; contribution: Matrix }[];
  readonly diagnostics: Record<string, unknown>[];
}

const folder = fileURLToPath(new URL('../../../assets/lessons/', import.meta.url));
const names = readdirSync(folder).map((file) => file.replace(/\.nabla$/, ''));

function read(name: string): GraphDocument {
  const outcome = readGraph(`${folder}${name}.nabla`);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.document;
}

interface Changes {
  readonly target?: string;
  readonly set?: Record<string, NestedValue>;
  readonly push?: Record<string, NestedValue>;
}

/** A lesson, evaluated as `nabla eval` does. */
function open(name: string, { target, set = {}, push = {} }: Changes = {}) {
  const evaluation = evaluate(read(name), {
    ...(target !== undefined && { target }),
    set: new Map(Object.entries(set)),
    tangents: new Map(Object.entries(push)),
  });
  const { nodes, edges, diagnostics } = resultsOf(evaluation, true) as Results;
  const edge = (id: string) => edges.find(({ to, operand }) => `${to}.${operand}` === id)!;
  return {
    ...evaluation,
    diagnostics,
    value: (id: string) => nodes[id].value,
    gradient: (id: string) => nodes[id].gradient,
    tangent: (id: string) => nodes[id].tangent,
    jacobian: (wire: string) => edge(wire).jacobian,
    term: (wire: string) => edge(wire).contribution,
  };
}

/** To 1e-12, or to the digits printed behind the point. */
function expectNumbers(found: NestedValue, expected: NestedValue, digits?: number): void {
  expect(shapeOfNested(found)).toEqual(shapeOfNested(expected));
  const entries = flattenNested(found);
  flattenNested(expected).forEach((number, i) => {
    const tolerance = digits === undefined ? 1e-12 * Math.abs(number) + 1e-15 : 0.5 * 10 ** -digits;
    const error = Math.abs(entries[i] - number);
    expect(error, `${entries[i]}, expected ${number}`).toBeLessThanOrEqual(tolerance);
  });
}

const transposed = (A: Matrix): Matrix => A[0].map((_, j) => A.map((row) => row[j]));

const times = (A: Matrix, B: Matrix): Matrix =>
  A.map((row) => transposed(B).map((column) => row.reduce((sum, a, k) => sum + a * column[k], 0)));

const minus = (A: Matrix, B: Matrix, factor: number): Matrix =>
  A.map((row, i) => row.map((a, j) => a - factor * B[i][j]));

/** A gradient row in the shape of its matrix. */
const folded = ([row]: Matrix, cols: number): Matrix =>
  Array.from({ length: row.length / cols }, (_, i) => row.slice(i * cols, (i + 1) * cols));

/** The row of each lesson in the specification. */
const promises: Record<string, () => void> = {
  'case-1'() {
    expectNumbers(open('case-1').value('y'), 9);
    expectNumbers(open('case-1').jacobian('y.x'), [[6]]);
    expectNumbers(open('case-1', { push: { x: 0.5 } }).tangent('y'), 6 * 0.5);
    for (const h of [1, -0.5, 0.25]) {
      const y = open('case-1', { set: { x: 3 + h } }).value('y') as number;
      expectNumbers(y - 9 - 6 * h, h ** 2);
      // The sign as printed on the slide.
      expectNumbers(9 - y - 6 * h, -12 * h - h ** 2);
    }
    expectNumbers(open('case-1', { set: { x: 3.1 } }).value('y'), 9.61);
    expectNumbers(open('case-1', { set: { x: -1 } }).jacobian('y.x'), [[-2]]);
  },

  'case-2'() {
    const { value, jacobian, gradient } = open('case-2');
    expectNumbers(value('y'), 1.69);
    expectNumbers(value('z'), 0.9929, 4);
    expectNumbers(jacobian('y.x'), [[2.6]]);
    expectNumbers(jacobian('z.x'), [[-0.11892156929661243]]);
    expectNumbers(gradient('x'), [[-0.3091960801711923]]);
    const wrongPoint = open('case-2', { set: { x: Math.sqrt(1.3) } }).jacobian('z.x');
    expectNumbers(times(wrongPoint, jacobian('y.x')), [[0.6955]], 4);
    expectNumbers(open('case-2', { set: { x: Math.sqrt(Math.PI / 2) } }).jacobian('z.x'), [[0]]);
  },

  'case-3'() {
    const { value, gradient, term } = open('case-3');
    expectNumbers(value('y'), 7);
    expectNumbers(gradient('x'), [[4, 7]]);
    expectNumbers(term('p.b'), [[4]]);
    expectNumbers(term('q.a'), [[3]]);
    expectNumbers(open('case-3', { push: { x: [1, -1] } }).tangent('y'), -3);
    expectNumbers(open('case-3', { push: { x: [7, -4] } }).tangent('y'), 0);
  },

  'case-4'() {
    const { value, gradient } = open('case-4');
    expectNumbers(value('y'), [Math.sqrt(3), 1]);
    const J = gradient('p');
    expectNumbers(
      J,
      [
        [0.8660254, -1],
        [0.5, 1.7320508],
      ],
      7,
    );
    expectNumbers(J[0][0] * J[1][1] - J[0][1] * J[1][0], 2);
    expectNumbers(open('case-4', { push: { p: [0, 1] } }).tangent('y'), [-1, Math.sqrt(3)]);
    expectNumbers(times(transposed(J), [[0], [1]]), [[0.5], [1.732]], 3);
  },

  'case-5'() {
    const { value, gradient, jacobian } = open('case-5');
    expectNumbers(value('f'), [-3, 4, 5]);
    expectNumbers(value('g'), [1, 9]);
    const Jg = jacobian('g.x');
    const Jf = open('case-5', { target: 'f' }).gradient('x');
    expectNumbers(Jg, [
      [1, 1, 0],
      [0, 1, 1],
    ]);
    expectNumbers(Jf, [
      [2, -4],
      [4, 2],
      [2, 4],
    ]);
    expectNumbers(gradient('x'), [
      [6, -2],
      [6, 6],
    ]);
    expectNumbers(times(Jg, Jf), gradient('x'));
    expectNumbers(times(Jf, Jg), [
      [2, -2, -4],
      [4, 6, 2],
      [2, 6, 4],
    ]);
  },

  'case-6'() {
    const { value, gradient, jacobian } = open('case-6');
    expectNumbers(value('q'), [0.22, 0.26]);
    expectNumbers(value('z'), 0.116);
    expectNumbers(jacobian('z.x'), [[0.44, 0.52]]);
    expectNumbers(jacobian('q.x'), value('W'));
    expectNumbers(jacobian('q.A'), [
      [0.2, 0.4, 0, 0],
      [0, 0, 0.2, 0.4],
    ]);
    expectNumbers(gradient('x'), [[-0.112, 0.636]]);
    expectNumbers(folded(gradient('W'), 2), [
      [0.088, 0.176],
      [0.104, 0.208],
    ]);
    expectNumbers(times(gradient('q'), transposed(value('W') as Matrix)), [[0.304, 0.284]]);
    expectNumbers(open('case-6', { set: { x: [0.201, 0.4] } }).value('z'), 0.1158881);
  },

  'graph-example'() {
    const { value, gradient, term } = open('graph-example');
    expectNumbers(['c', 'd', 'e'].map(value) as number[], [3, 2, 6]);
    expectNumbers(gradient('a'), [[2]]);
    expectNumbers([term('c.b'), term('d.a'), gradient('b')].flat(), [[2], [3], [5]]);
    expectNumbers(open('graph-example', { set: { b: 1.01 } }).value('e'), 6.0501);
  },

  'sum-and-product'() {
    const { value, gradient } = open('sum-and-product');
    expectNumbers(value('f'), -12);
    expectNumbers(['x', 'y', 'z'].flatMap(gradient), [[-4], [-4], [3]]);
  },

  'fan-out'() {
    const { value, gradient, jacobian } = open('fan-out');
    expectNumbers(value('y'), [0, 1, 9, 27]);
    expectNumbers(gradient('x'), [[0], [0], [6], [56.66253179403897]]);
    const overwritten = ['d.b', 'q.b', 'p.b', 's.b'].flatMap(jacobian);
    expectNumbers(overwritten, [[-1], [-1 / 3], [3], [29.66]], 2);
  },

  'sigmoid-neuron'() {
    const { value, gradient } = open('sigmoid-neuron');
    expectNumbers(value('t'), 1);
    expectNumbers(value('f'), 0.7310585786300049);
    expectNumbers(gradient('w0'), [[-0.19661193324148182]]);
    expectNumbers(gradient('w1'), [[-0.39322386648296365]]);
    expectNumbers(gradient('w2'), [[0.19661193324148182]]);
    expectNumbers(gradient('x0'), [[0.39322386648296365]]);
    expectNumbers(gradient('x1'), [[-0.5898357997244454]]);
  },

  'max-gate'() {
    const { value, gradient } = open('max-gate');
    expectNumbers(value('f'), -20);
    expectNumbers(['x', 'y', 'z', 'w'].flatMap(gradient), [[-8], [6], [2], [0]]);
    const tie = open('max-gate', { set: { w: 2 } });
    expectNumbers(tie.jacobian('m.b'), [[0.5]]);
    expect(tie.diagnostics).toMatchObject([{ node: 'm', code: 'kink', left: 0, right: 1 }]);
  },

  relu() {
    const { value, gradient, jacobian } = open('relu');
    expectNumbers(value('y'), [1, 0, 3, 0]);
    expectNumbers(jacobian('y.x'), [
      [1, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 0],
    ]);
    expectNumbers(gradient('y'), [[4, -1, 5, 9]]);
    expectNumbers(gradient('x'), [[4, 0, 5, 0]]);
  },

  quadratic() {
    const { value, gradient, term } = open('quadratic');
    expectNumbers(value('y'), 28);
    expectNumbers(gradient('x'), [[0, 4, 8, 12]]);
    expectNumbers(term('s.a'), [[0, 2, 4, 6]]);
  },

  remainder() {
    const ratio = (h: number) => open('remainder', { set: { h } }).value('ratio');
    expectNumbers(
      [1, 0.1, 0.01, 0.001].map(ratio) as number[],
      [-0.4724759, -0.4293855, -0.4216325, -0.4208255],
      7,
    );
    expectNumbers(-Math.sin(1) / 2, -0.42073549, 8);
    expectNumbers(ratio(1e-5), -Math.sin(1) / 2, 5);
    expectNumbers(ratio(1e-8), -0.297, 3);
    expectNumbers(open('remainder').value('r'), -0.004294, 6);
  },

  'least-squares'() {
    const { value, gradient } = open('least-squares');
    expectNumbers(value('E'), 4.5);
    expectNumbers(gradient('x'), [[-5, -11]]);
    const minimum = open('least-squares', { set: { x: [2 / 3, 1 / 2] } });
    expectNumbers(minimum.value('E'), 1 / 12);
    expectNumbers(minimum.gradient('x'), [[0, 0]], 14);
    expectNumbers(minimum.gradient('y'), [[1 / 6, -1 / 3, 1 / 6]], 14);
  },

  'logistic-regression'() {
    const { value, gradient } = open('logistic-regression');
    expectNumbers(value('p'), 0.5866175789173301);
    expectNumbers(value('L'), 0.533382155418777);
    expectNumbers(gradient('w'), [[-0.8267648421653397, -1.2401472632480095]]);
    expectNumbers(gradient('b'), [[-0.41338242108266987]]);
    expectNumbers(
      [gradient('p'), open('logistic-regression').jacobian('p.x')].flat(),
      [[-1.7047], [0.2425]],
      4,
    );
  },

  'softmax-cross-entropy'() {
    const row = [[0.09003057317038046, 0.2447284710547976, -0.3347590442251781]];
    const fused = open('softmax-cross-entropy');
    const composed = open('softmax-cross-entropy', { target: 'M' });
    for (const { value, gradient, target } of [fused, composed]) {
      expectNumbers(value(target!), 0.4076059644443803);
      expectNumbers(gradient('z'), row);
    }
    const J = fused.jacobian('s.x');
    expectNumbers(
      J,
      [
        [0.0819, -0.022, -0.0599],
        [-0.022, 0.1848, -0.1628],
        [-0.0599, -0.1628, 0.2227],
      ],
      4,
    );
    const elementwise = J.map((entries, i) => entries.map((entry, j) => (i === j ? entry : 0)));
    expectNumbers(times(composed.gradient('s'), elementwise), [[0, 0, -0.3347590442251781]]);
    const far = open('softmax-cross-entropy', { set: { z: [1000, 2, 3] } });
    expectNumbers(far.value('L'), 997);
    expectNumbers(far.gradient('z'), [[1, 0, -1]]);
    expect(far.value('M')).toBeNaN();
  },

  'two-layer-network'() {
    const { value, gradient, jacobian } = open('two-layer-network');
    expectNumbers(value('h'), [0.5932699921071872, 0.596884378259767]);
    expectNumbers(value('o'), [0.7513650695523157, 0.7729284653214625]);
    expectNumbers(value('E'), 0.2983711087600027);
    const [D1, D2] = [folded(gradient('W1'), 2), folded(gradient('W2'), 2)];
    expectNumbers(D1, [
      [4.3856773447434685e-4, 8.771354689486937e-4],
      [4.977127352608601e-4, 9.954254705217202e-4],
    ]);
    expectNumbers(D2, [
      [0.08216704056423078, 0.08266762784753326],
      [-0.022602540477475067, -0.02274024221597822],
    ]);
    const stepped = (id: string, D: Matrix) => minus(value(id) as Matrix, D, 0.5);
    const errorAt = (W1: Matrix, W2: Matrix) => open('two-layer-network', { set: { W1, W2 } }).value('E');
    const W2 = stepped('W2', D2);
    expectNumbers(errorAt(stepped('W1', D1), W2), 0.29102777369359933);
    // The row pulled back through weights that are changed already.
    const tooLate = [W2, jacobian('h.x'), jacobian('a1.W')].reduce(times, gradient('a2'));
    expectNumbers(errorAt(stepped('W1', folded(tooLate, 2)), W2), 0.291027924, 9);
    expectNumbers(gradient('h'), [[0.0364, 0.0414]], 4);
    expectNumbers(gradient('a2'), [[0.1385, -0.0381]], 4);
  },

  xor() {
    const { value, diagnostics } = open('xor');
    expectNumbers(value('y'), [0, 1, 1, 0]);
    const kink = { node: 'h', code: 'kink', left: 0, right: 1 };
    expect(diagnostics).toMatchObject([
      { ...kink, message: expect.stringContaining('(Also at entry (2, 2) of x, entry (3, 2) of x.)') },
    ]);
    const inputs = value('X') as Matrix;
    const found = inputs.map((input) => open('xor', { set: { X: [input] } }).diagnostics);
    expect(found).toMatchObject([[kink], [kink], [kink], []]);
    // At (0, 1) the slope by x₁ is −1 to the right, 1 to the left; the graph says 1.
    const y = (x1: number) => (open('xor', { set: { X: [[x1, 1]] } }).value('y') as number[])[0];
    expectNumbers([(y(0.25) - y(0)) / 0.25, (y(0) - y(-0.25)) / 0.25], [-1, 1]);
    expectNumbers(open('xor', { set: { X: [[0, 1]] } }).gradient('X'), [[1, 1]]);
  },

  micrograd() {
    const { value, gradient } = open('micrograd');
    expectNumbers(value('g'), 24.70408163265306);
    expectNumbers(gradient('a'), [[138.83381924198252]]);
    expectNumbers(gradient('b'), [[645.5772594752186]]);
    expectNumbers(
      ['c', 'c1', 'c2', 'd', 'd1', 'd2', 'e', 'f'].map(value) as number[],
      [-2, -3, -1, 0, 0, 6, -7, 49],
    );
    expectNumbers(gradient('f'), [[0.4958]], 4);
    expectNumbers(gradient('e'), [[-6.942]], 3);
  },

  association() {
    expect(costOf('association')).toEqual({ forward: 150_000, reverse: 150_000, best: 55_000 });
  },

  'association-classifier'() {
    expect(costOf('association-classifier')).toEqual({ forward: 791_840, reverse: 79_400, best: 79_400 });
    expect(chainCost([1, 10, 100, 784])).toEqual({ forward: 79_400, reverse: 791_840, best: 79_400 });
  },
};

/** What the chain from x to the target costs. */
function costOf(name: string) {
  const { program, pullback } = open(name);
  return chainCost(onlyPath(program.node('x')!, pullback!)!.map(({ tensor }) => sizeOf(tensor!.shape)));
}

describe('The numbers of', () => {
  it.each(Object.entries(promises))('%s', (_, keep) => keep());
});

const text = z.string().min(4);
const lessonForm = z.strictObject({
  group: z.enum(["The lecture's six cases", 'Classics']),
  number: z.int().positive(),
  summary: text,
  steps: z
    .array(
      z.strictObject({
        title: text,
        text,
        show: z.enum(['values', 'jacobians', 'gradients', 'differentials']),
        select: z.string().optional(),
        question: z.strictObject({ text, answer: text }).optional(),
      }),
    )
    .min(2)
    .max(6),
});

const lessonOf = (document: GraphDocument) => lessonForm.parse(document.lesson);

describe('The gallery', () => {
  it('has its numbers checked, lesson by lesson', () => {
    expect(Object.keys(promises).sort()).toEqual(names.sort());
  });

  it('numbers its lessons from 1 without a gap, group after group', () => {
    const lessons = names.map((name) => lessonOf(read(name))).sort((a, b) => a.number - b.number);
    expect(lessons.map(({ number }) => number)).toEqual(names.map((_, i) => i + 1));
    expect(lessons.findLastIndex(({ group }) => group === "The lecture's six cases")).toBe(5);
  });
});

describe.each(names)('The lesson %s', (name) => {
  const document = read(name);
  const nodes = nodesInOrder(document);
  const { program, target, pullback, diagnostics } = evaluate(document);

  it('is saved as the editor would save it', () => {
    expect(writeText(document)).toBe(readFileSync(`${folder}${name}.nabla`, 'utf8'));
  });

  it('has a title, a description, a target and steps', () => {
    const { steps } = lessonOf(document);
    expect(document.title).toMatch(/^\S.{3,50}$/);
    expect(document.description.length).toBeGreaterThan(200);
    expect(target).not.toBeNull();
    const wires = program.nodes.flatMap(({ incoming }) => incoming.map(({ id }) => id));
    const selectable = [...document.nodes.keys(), ...wires];
    for (const { select } of steps) if (select !== undefined) expect(selectable).toContain(select);
  });

  it('evaluates without an error', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(pullback).toBeDefined();
  });

  it('has formulas that can be typeset', () => {
    const { steps } = lessonOf(document);
    const texts = steps.flatMap(({ text, question }) => [text, question?.text ?? '', question?.answer ?? '']);
    const formulas = [document.description, ...texts].flatMap((markdown) => {
      const parts = markdown.split('$');
      expect(parts.length % 2, `an odd number of $ in: ${markdown}`).toBe(1);
      return parts.filter((_, i) => i % 2 === 1);
    });
    const labels = nodes.flatMap(({ label }) => label ?? []);
    for (const tex of [...formulas, ...labels])
      expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' }), tex).not.toThrow();
  });

  it('is laid out: every node on the grid, none over another', () => {
    const rows = sizeOf(program.node(target!)!.tensor!.shape);
    const boxes = nodes.map((node) => {
      const { id, op, inputs, position } = node;
      const { shape } = program.node(id)!.tensor!;
      const [left, top] = position!;
      expect([left % 10, top % 10].map(Math.abs)).toEqual([0, 0]);
      const { width, height } = boxOf({
        label: labelOf(node),
        op,
        inputs,
        shape,
        below: { rows, cols: sizeOf(shape) },
      });
      return { id, left, top, right: left + width, bottom: top + height };
    });
    const over = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.id} and ${b.id}`),
    );
    expect(over).toEqual([]);
  });
});
