/**
 * The same graph with other numbers, which can be reckoned with.
 */
import { compileDocument, type GraphDocument, nodesInOrder } from '#document';
import { diagnose, flattenNested, type NestedValue, nest, Pullback, shapeOfNested } from '#engine';

/** Tries before it is given up: a graph may have hardly any points. */
const TRIES = 60;

/** Small whole numbers, or tenths where the graph had such; undefined where no such point has a value and a gradient without kinks. */
export function freshValues(
  document: GraphDocument,
  random: () => number = Math.random,
): ReadonlyMap<string, NestedValue> | undefined {
  const leaves = nodesInOrder(document).filter(({ op, value }) => op !== 'constant' && value !== undefined);
  for (let k = 0; k < TRIES; k++) {
    const values = new Map(leaves.map(({ id, value }) => [id, freshValue(value!, random)]));
    if (isTame(document, values)) return values;
  }
  return undefined;
}

function freshValue(value: NestedValue, random: () => number): NestedValue {
  const before = flattenNested(value);
  const unit = before.every((v) => Math.abs(v) < 1) ? 10 : 1;
  const positive = before.every((v) => v >= 0) && random() < 0.5;
  const data = Float64Array.from(before, () => {
    const size = 1 + Math.floor(4 * random());
    return (positive || random() < 0.6 ? size : -size) / unit;
  });
  return nest({ shape: shapeOfNested(value), data });
}

function isTame(document: GraphDocument, values: ReadonlyMap<string, NestedValue>): boolean {
  const program = compileDocument(document, { values }).run();
  const target = document.target === null ? undefined : program.node(document.target);
  const pullback = target?.tensor && new Pullback(program, target).run();
  const broken = diagnose(program, pullback || undefined).some(
    ({ code, severity }) =>
      severity === 'error' || ['kink', 'domain', 'not-finite', 'vertical-tangent'].includes(code),
  );
  const sized = program.nodes.every(({ tensor }) => tensor?.data.every((v) => Math.abs(v) < 1e4) ?? true);
  return !broken && sized;
}
