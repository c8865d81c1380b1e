/**
 * Formulas read for the tests, with operands of known shapes, and told in one line.
 */
import type { NodeSpec, Refusal, Shape, Unfolded } from '#engine';
import { type Formula, isFormulaProblem, parseFormula } from '../index';

/** Operands by name: all others are scalars. */
const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['x', [3]],
  ['y', [3]],
  ['u', [2]],
  ['A', [2, 3]],
  ['B', [3, 2]],
]);

export function read(text: string, wired: readonly string[] = []): Formula {
  const formula = parseFormula(text, wired);
  if (isFormulaProblem(formula)) throw new Error(formula.message);
  return formula;
}

export function unfolded(text: string, wired?: readonly string[]): Unfolded | Refusal {
  const formula = read(text, wired);
  return formula.unfold(formula.operands.map((name) => SHAPES.get(name) ?? []));
}

/** `multiply(2, a)`, settings after a semicolon; or the sentence that refuses. */
export function told(text: string, wired?: readonly string[]): string {
  const body = unfolded(text, wired);
  return 'code' in body ? `${body.code}: ${body.message}` : tellGraph(body.nodes, body.output);
}

function tellGraph(nodes: readonly NodeSpec[], output: string): string {
  const texts = new Map<string, string>();
  for (const { id, op, value, inputs = {}, attributes } of nodes) {
    const operands = Object.values(inputs).map((source) => texts.get(source) ?? source);
    const settings = attributes ? `; ${JSON.stringify(attributes).slice(1, -1).replaceAll('"', '')}` : '';
    texts.set(id, op === 'constant' ? JSON.stringify(value) : `${op}(${operands.join(', ')}${settings})`);
  }
  return texts.get(output) ?? output;
}
