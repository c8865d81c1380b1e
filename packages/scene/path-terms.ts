/**
 * The paths between two nodes, written out: the product of the Jacobians along each, the later on the left, and the sum of them all.
 */
import type { GraphDocument } from '#document';
import { dense, ENTRY_LIMIT, type Jacobian, type Path, type ProgramNode, total } from '#engine';
import { labelOf, localTex, named, partialTex } from './labels';
import type { Grid } from './matrix';
import { DOTS, jacobianPart, joined, numbers, type Worked, type WorkedPart } from './worked';

/** Of a long sum the first terms. */
const MOST_TERMS = 6;

/** What tells a path from others: its edges, with a space between. */
export const termOfPath = ({ edges }: Path): string => edges.map(({ id }) => id).join(' ');

/** x → q → z, in TeX; the operand is named where two edges join the same nodes. */
export function pathName(document: GraphDocument, from: string, { edges }: Path): string {
  const steps = edges.map((edge) => {
    const twins = edge.to.incoming.filter((other) => other.from === edge.from);
    const arrow = twins.length > 1 ? `\\xrightarrow{\\text{${edge.operand.replaceAll('_', '\\_')}}}` : '\\to';
    return `${arrow} ${labelOf(named(document, edge.to.id))}`;
  });
  return [labelOf(named(document, from)), ...steps].join(' ');
}

/** ∂z/∂q ∂q/∂x, the later on the left. */
const symbolsOf = (document: GraphDocument, { edges }: Path): string =>
  edges
    .toReversed()
    .map((edge) => localTex(document, edge))
    .join('\\,');

/** One path: ∂z/∂q · ∂q/∂x, its factors, their product. */
export function workedPath(document: GraphDocument, path: Path): Worked {
  const term = termOfPath(path);
  const latestFirst = path.edges.toReversed();
  const factors = latestFirst.flatMap((edge, k) => [
    ...(k === 0 ? [] : [{ tex: '\\cdot', term }]),
    jacobianPart(edge, term),
  ]);
  return {
    left: symbolsOf(document, path),
    lines: [factors, ...(path.edges.length > 1 ? [[productPart(path)]] : [])],
  };
}

/** The total derivative as the sum over its paths; of many paths the first are written. */
export function workedPaths(
  document: GraphDocument,
  from: ProgramNode,
  to: ProgramNode,
  paths: readonly Path[],
): Worked {
  const shown = paths.slice(0, MOST_TERMS);
  const rest = paths.length > MOST_TERMS ? [DOTS] : [];
  const symbols = shown.map((path): WorkedPart[] => [
    { tex: symbolsOf(document, path), term: termOfPath(path) },
  ]);
  const [rows, cols] = [to.tensor!.data.length, from.tensor!.data.length];
  const sum = numbers('jacobian', { rows, cols }, ({ program }) => {
    const [earlier, later] = [program.node(from.id), program.node(to.id)];
    return earlier?.tensor && later?.tensor && gridOf(total(earlier, later));
  });
  return {
    left: partialTex(named(document, to.id), named(document, from.id)),
    lines: [
      ...(shown.length > 0 ? [joined([...symbols, ...rest])] : []),
      ...(shown.length > 1 ? [joined([...shown.map((path) => [productPart(path)]), ...rest])] : []),
      [sum],
    ],
  };
}

function productPart(path: Path): WorkedPart {
  const [first, last] = [path.edges[0], path.edges[path.edges.length - 1]];
  const size = { rows: last.to.tensor!.data.length, cols: first.from.tensor!.data.length };
  return { ...numbers('jacobian', size, () => gridOf(path.jacobian)), term: termOfPath(path) };
}

/** Its size alone where nobody would read the entries. */
function gridOf(jacobian: Jacobian): Grid {
  const { rows, cols } = jacobian;
  return { data: rows * cols > ENTRY_LIMIT ? [] : dense(jacobian), rows, cols };
}
