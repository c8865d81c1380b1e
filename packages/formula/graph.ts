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

/** The graph of a formula; free names without a value in `values` start as the scalar 1. */
export function graphOfFormula(
  text: string,
  values: ReadonlyMap<string, NestedValue> = new Map(),
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
  const ids = namesFor(body.nodes, body.output, new Set(formula.operands));
  const renamed = (id: string) => ids.get(id) ?? id;
  const inside = body.nodes.map(({ id, op, inputs, ...rest }): NodeSpec => {
    if (!inputs) return { id: renamed(id), op, ...rest };
    const wires = Object.entries(inputs).map(([operand, from]) => [operand, renamed(from)]);
    return { id: renamed(id), op, inputs: Object.fromEntries(wires), ...rest };
  });
  return { nodes: [...leaves, ...inside], target: renamed(body.output) };
}

/** y is the result, u1, u2, … lead to it, and c1, c2, … are the numbers written in the formula. */
function namesFor(nodes: readonly NodeSpec[], output: string, taken: Set<string>): Map<string, string> {
  const free = (prefix: string, from: number): string => {
    let count = from;
    while (taken.has(prefix + (count || ''))) count++;
    const id = prefix + (count || '');
    taken.add(id);
    return id;
  };
  const next = { c: 1, u: 1 };
  const result = nodes.some(({ id }) => id === output) ? [[output, free('y', 0)] as const] : [];
  const ids = new Map<string, string>(result);
  for (const { id, op } of nodes) {
    if (ids.has(id)) continue;
    const prefix = op === 'constant' ? 'c' : 'u';
    const name = free(prefix, next[prefix]);
    next[prefix] = Number(name.slice(1)) + 1;
    ids.set(id, name);
  }
  return ids;
}
