/**
 * A whole graph from a typed formula: its free names become variables, its operators become nodes.
 */
import { type NestedValue, type NodeSpec, type Refusal, shapeOfNested } from '#engine';
import { isRefused } from './building';
import { parseFormula } from './parse';
import { type FormulaProblem, isFormulaProblem } from './problem';

export interface FormulaGraph {
  readonly nodes: readonly NodeSpec[];
  /** The node of the result. */
  readonly target: string;
}

/**
 * The graph of a formula; free names without a value in `values` start as the scalar 1. Names that are `taken` are given to none of its steps,
 * nor to its result.
 */
export function graphOfFormula(
  text: string,
  values: ReadonlyMap<string, NestedValue> = new Map(),
  taken: Iterable<string> = [],
): FormulaGraph | FormulaProblem | Refusal {
  const formula = parseFormula(text, values.keys());
  if (isFormulaProblem(formula)) return formula;
  const leaves = formula.operands.map((id): NodeSpec & { value: NestedValue } => ({
    id,
    op: 'variable',
    value: values.get(id) ?? 1,
  }));
  const body = formula.unfold(leaves.map(({ value }) => shapeOfNested(value)));
  if (isRefused(body)) return body;
  const ids = namesFor(body.nodes, body.output, new Set([...formula.operands, ...taken]));
  const renamed = (id: string) => ids.get(id) ?? id;
  const inside = body.nodes.map(({ id, op, inputs, ...rest }): NodeSpec => {
    if (!inputs) return { id: renamed(id), op, ...rest };
    const wires = Object.entries(inputs).map(([operand, from]) => [operand, renamed(from)]);
    return { id: renamed(id), op, inputs: Object.fromEntries(wires), ...rest };
  });
  return { nodes: [...leaves, ...inside], target: renamed(body.output) };
}

/** y is the result; see {@link namesOfSteps} for what leads to it. */
function namesFor(nodes: readonly NodeSpec[], output: string, taken: ReadonlySet<string>) {
  if (!nodes.some(({ id }) => id === output)) return namesOfSteps(nodes, taken);
  const result = free('y', 0, taken);
  const steps = nodes.filter(({ id }) => id !== output);
  return new Map([[output, result], ...namesOfSteps(steps, new Set([...taken, result]))]);
}

/** Names for the nodes that a formula stands for, by their ids: u1, u2, … and, for the numbers written in it, c1, c2, … */
export function namesOfSteps(
  nodes: readonly NodeSpec[],
  taken: { has(name: string): boolean },
): Map<string, string> {
  const next = { c: 1, u: 1 };
  return new Map(
    nodes.map(({ id, op }) => {
      const prefix = op === 'constant' ? 'c' : 'u';
      const name = free(prefix, next[prefix], taken);
      next[prefix] = Number(name.slice(1)) + 1;
      return [id, name];
    }),
  );
}

/** The prefix with the first number from `from` on that is not taken; 0 is not written. */
function free(prefix: string, from: number, taken: { has(name: string): boolean }): string {
  for (let count = from; ; count++) {
    const name = prefix + (count || '');
    if (!taken.has(name)) return name;
  }
}
