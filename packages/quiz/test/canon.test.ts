/**
 * The numbers of the lecture and of the canon, as every view shows them: the passes written out, the sum over paths, the product of a chain,
 * the differential, the layouts of other books, the answers of the quiz. The numbers are those of the specification of the lessons.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { GraphDocument } from '#document';
import { dense, nest, type ProgramNode, Pushforward, pathsBetween } from '#engine';
import {
  chainGrid,
  chainOfStages,
  chainTerms,
  type Evaluated,
  layoutsOf,
  type Pass,
  stepsOf,
  type Worked,
  workedDifferential,
  workedStep,
} from '#scene';
import { rightAnswer } from '../index';
import { documentOf, evaluated } from './graphs';

const lessons = fileURLToPath(new URL('../../../assets/lessons/', import.meta.url));
const lesson = (name: string): GraphDocument => documentOf(readFileSync(`${lessons}${name}.nabla`, 'utf8'));

/** A derivative of a lesson, by rows; with digits, as many as are printed behind the point. */
type Derivative = readonly [
  lesson: string,
  of: string,
  by: string,
  numbers: readonly number[],
  digits?: number,
];

const DERIVATIVES: readonly Derivative[] = [
  ['case-1', 'y', 'x', [6]],
  ['case-2', 'z', 'x', [-0.3091960801711923]],
  ['case-3', 'y', 'x', [4, 7]],
  ['case-4', 'y', 'p', [0.8660254, -1, 0.5, 1.7320508], 7],
  ['case-5', 'f', 'x', [2, -4, 4, 2, 2, 4]],
  ['case-5', 'g', 'f', [1, 1, 0, 0, 1, 1]],
  ['case-5', 'g', 'x', [6, -2, 6, 6]],
  ['case-6', 'z', 'q', [0.44, 0.52]],
  ['case-6', 'z', 'x', [-0.112, 0.636]],
  ['case-6', 'z', 'W', [0.088, 0.176, 0.104, 0.208]],
  ['graph-example', 'e', 'a', [2]],
  ['graph-example', 'e', 'b', [5]],
  ['sum-and-product', 'f', 'x', [-4]],
  ['sum-and-product', 'f', 'y', [-4]],
  ['sum-and-product', 'f', 'z', [3]],
  ['sigmoid-neuron', 'f', 'w0', [-0.19661193324148182]],
  ['sigmoid-neuron', 'f', 'w1', [-0.39322386648296365]],
  ['sigmoid-neuron', 'f', 'w2', [0.19661193324148182]],
  ['sigmoid-neuron', 'f', 'x0', [0.39322386648296365]],
  ['sigmoid-neuron', 'f', 'x1', [-0.5898357997244454]],
  ['max-gate', 'f', 'x', [-8]],
  ['max-gate', 'f', 'y', [6]],
  ['max-gate', 'f', 'z', [2]],
  ['max-gate', 'f', 'w', [0]],
  ['relu', 'y', 'x', [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]],
  ['relu', 'z', 'x', [4, 0, 5, 0]],
  ['quadratic', 'y', 'x', [0, 4, 8, 12]],
  ['micrograd', 'g', 'a', [138.83381924198252]],
  ['micrograd', 'g', 'b', [645.5772594752186]],
  [
    'two-layer-network',
    'E',
    'W1',
    [4.3856773447434685e-4, 8.771354689486937e-4, 4.977127352608601e-4, 9.954254705217202e-4],
  ],
  [
    'two-layer-network',
    'E',
    'W2',
    [0.08216704056423078, 0.08266762784753326, -0.022602540477475067, -0.02274024221597822],
  ],
  ['softmax-cross-entropy', 'L', 'z', [0.09003057317038046, 0.2447284710547976, -0.3347590442251781]],
  ['logistic-regression', 'L', 'w', [-0.8267648421653397, -1.2401472632480095]],
  ['logistic-regression', 'L', 'b', [-0.41338242108266987]],
  ['least-squares', 'E', 'x', [-5, -11]],
  ['fan-out', 'y', 'x', [0, 0, 6, 56.66253179403897]],
];

const VALUES: readonly (readonly [lesson: string, node: string, numbers: readonly number[]])[] = [
  ['case-3', 'y', [7]],
  ['case-6', 'q', [0.22, 0.26]],
  ['case-6', 'z', [0.116]],
  ['graph-example', 'c', [3]],
  ['graph-example', 'd', [2]],
  ['graph-example', 'e', [6]],
  ['sum-and-product', 'f', [-12]],
  ['sigmoid-neuron', 'f', [0.7310585786300049]],
  ['max-gate', 'f', [-20]],
  ['two-layer-network', 'h', [0.5932699921071872, 0.596884378259767]],
  ['two-layer-network', 'o', [0.7513650695523157, 0.7729284653214625]],
  ['two-layer-network', 'E', [0.2983711087600027]],
  ['xor', 'y', [0, 1, 1, 0]],
  ['relu', 'y', [1, 0, 3, 0]],
  ['quadratic', 'y', [28]],
  ['micrograd', 'g', [24.70408163265306]],
  ['softmax-cross-entropy', 'L', [0.4076059644443803]],
  ['logistic-regression', 'p', [0.5866175789173301]],
  ['logistic-regression', 'L', [0.533382155418777]],
  ['least-squares', 'E', [4.5]],
  ['fan-out', 'y', [0, 1, 9, 27]],
];

interface Asked {
  readonly document: GraphDocument;
  readonly now: Evaluated;
  readonly of: ProgramNode;
  readonly by: ProgramNode;
}

/** A derivative as each view has it, by rows; undefined where the view does not show it. */
const VIEWS: Readonly<Record<string, (asked: Asked) => readonly number[] | undefined>> = {
  'the reverse pass, written out': ({ document, now, by }) => lastNumbers(document, now, 'reverse', by.id),
  'the sum over paths': ({ of, by }) => {
    const { paths } = pathsBetween(by, of, 1000);
    return paths?.map(({ jacobian }) => Array.from(dense(jacobian))).reduce(added);
  },
  'the product of a chain': ({ of, by }) => {
    const chain = chainOfStages([by, of]);
    const [term] = chainTerms(chain);
    return Array.from(chainGrid(chain, term).data);
  },
  'the differential, column by column': ({ document, now, of, by }) => {
    if (by.incoming.length > 0) return undefined;
    const columns = Array.from(by.tensor!.data, (_, at) => {
      const { shape, data } = by.tensor!;
      const direction = data.map((_, k) => (k === at ? 1 : 0));
      const pushforward = new Pushforward(now.program).run(
        new Map([[by.id, nest({ shape, data: direction })]]),
      );
      const worked = workedDifferential(document, of, new Map([[by, direction]]));
      return numbersOf(worked, { ...now, pushforward });
    });
    return Array.from(of.tensor!.data, (_, i) => columns.map((column) => column[i])).flat();
  },
  'the numerator layout': (asked) => layout(asked, 'numerator') ?? layout(asked, 'canonical row'),
  PyTorch: (asked) => layout(asked, 'pytorch'),
  'the quiz': ({ now, by }) => {
    const answer = rightAnswer(now, { kind: 'gradients', id: by.id });
    return answer && Array.from(answer.data);
  },
};

const added = (a: readonly number[], b: readonly number[]) => a.map((v, k) => v + b[k]);

const layout = ({ document, of, by }: Asked, name: string) => {
  const found = layoutsOf(document, of, by).find((one) => one.name === name);
  return found && Array.from(found.read()!.data);
};

/** The numbers that a text ends with. */
function numbersOf({ lines }: Worked, now: Evaluated): number[] {
  const part = lines.at(-1)!.at(-1)!;
  if (!('read' in part)) throw new Error('The last line ends with symbols.');
  return Array.from(part.read(now)!.data);
}

function lastNumbers(document: GraphDocument, now: Evaluated, pass: Pass, id: string) {
  const step = stepsOf(now, pass).findLast(({ node, edge }) => node === id && (pass === 'reverse' || !edge));
  return step && numbersOf(workedStep(document, now, pass, step), now);
}

function expectNumbers(
  found: readonly number[] | undefined,
  expected: readonly number[],
  digits?: number,
): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((number, k) => {
    const tolerance = digits === undefined ? 1e-12 * Math.abs(number) + 1e-15 : 0.5 * 10 ** -digits;
    const error = Math.abs(found![k] - number);
    expect(error, `${found![k]}, expected ${number}`).toBeLessThanOrEqual(tolerance);
  });
}

describe.each(DERIVATIVES)('%s: ∂%s/∂%s', (...derivative) => {
  const [name, ofId, byId, numbers, digits] = derivative as unknown as Derivative;
  const document: GraphDocument = { ...lesson(name), target: ofId };
  const now = evaluated(document);
  const [of, by] = [now.program.node(ofId)!, now.program.node(byId)!];
  it.each(Object.entries(VIEWS))('in %s', (_, view) => {
    const found = view({ document, now, of, by });
    if (found) expectNumbers(found, numbers, digits);
    // The differential is along a leaf; everything else shows every derivative.
    else expect(by.incoming.length).toBeGreaterThan(0);
  });
});

describe.each(VALUES)('%s: %s', (name, id, numbers) => {
  const document = lesson(name);
  const now = evaluated(document);
  it('in the forward pass, written out', () => {
    expectNumbers(lastNumbers(document, now, 'forward', id), numbers);
  });
  it('in the quiz', () => {
    expectNumbers(Array.from(rightAnswer(now, { kind: 'values', id })!.data), numbers);
  });
});
