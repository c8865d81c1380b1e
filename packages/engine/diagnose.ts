/**
 * What a reader of the results has to know: problems that stop a node, and warnings about the point where it was evaluated. A value that is
 * not finite is blamed on the first node where it arose; the nodes after it say because of whom.
 */
import type { ErrorCode, WarningCode } from './operator';
import type { Program, ProgramNode } from './program';
import type { Pullback } from './pullback';
import { allFinite } from './tensor';

export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly node: string;
  readonly operand?: string;
  readonly code: ErrorCode | WarningCode;
  readonly message: string;
  /** Id of the first culprit. */
  readonly cause?: string;
  /** 1-based, by rows: the first component it is true of. */
  readonly component?: number;
  readonly left?: number;
  readonly right?: number;
}

/** All diagnostics, in the order of the graph. Give a pullback that was run to hear of gradients that overflow on the way back. */
export function diagnose(program: Program, pullback?: Pullback): Diagnostic[] {
  const culprits: (string | undefined)[] = [];
  const found = new Map<ProgramNode, Diagnostic[]>();
  for (const node of program.order) {
    const own = diagnoseNode(node, culprits);
    const lost = pullback && gradientLost(node, pullback);
    if (lost) own.push(lost);
    if (own.length > 0) found.set(node, own);
  }
  return program.nodes.flatMap((node) => found.get(node) ?? []);
}

function diagnoseNode(node: ProgramNode, culprits: (string | undefined)[]): Diagnostic[] {
  const { id, operator, tensor } = node;
  if (node.problems.length > 0)
    return node.problems.map((problem) => ({ severity: 'error', node: id, ...problem }));
  if (!operator || !tensor) return [];

  const findings = operator.diagnose?.(node.operands, tensor, node.attributes) ?? [];
  const diagnostics: Diagnostic[] = findings.map((finding) => ({
    severity: finding.code === 'singular' ? 'error' : 'warning',
    node: id,
    ...finding,
  }));
  const valueFinite = allFinite(tensor.data);
  const slopesFinite = node.incoming.every(({ jacobian }) => jacobian!.payload.every(allFinite));
  if (valueFinite && slopesFinite) return diagnostics;

  const what = valueFinite ? 'derivative' : 'value';
  const cause = node.incoming.map(({ from }) => culprits[from.index]).find((culprit) => culprit);
  if (!valueFinite) culprits[node.index] = cause ?? id;
  if (cause)
    diagnostics.push({
      severity: 'warning',
      node: id,
      code: 'caused-by',
      message: `The ${what} of ${id} is not finite because of ${cause}.`,
      cause,
    });
  else if (!findings.some(({ code }) => explains(code, valueFinite)))
    diagnostics.push({
      severity: 'warning',
      node: id,
      code: 'not-finite',
      message: `The ${what} of ${id} (${operator.name}) is not finite: it is too large for a float64, whose largest number is 1.8e308, or undefined.`,
    });
  return diagnostics;
}

/** Whether a finding says why a value, or only a derivative, is not finite. */
const explains = (code: Diagnostic['code'], valueFinite: boolean) =>
  code === 'domain' || code === 'singular' || (code === 'vertical-tangent' && valueFinite);

/** A gradient that is not finite although everything it was made of is: the product or the sum overflowed. */
function gradientLost(node: ProgramNode, pullback: Pullback): Diagnostic | undefined {
  if (!pullback.reaches(node)) return undefined;
  const gradient = pullback.gradient(node);
  if (!gradient || allFinite(gradient)) return undefined;
  const innocent = node.outgoing
    .filter(({ to }) => pullback.reaches(to))
    .every(
      ({ to, jacobian }) =>
        jacobian!.payload.every(allFinite) && allFinite(pullback.gradient(to) ?? new Float64Array()),
    );
  if (!innocent) return undefined;
  return {
    severity: 'warning',
    node: node.id,
    code: 'not-finite',
    message: `The gradient of ${pullback.target.id} with respect to ${node.id} is not finite: a product on the way back is too large for a float64.`,
  };
}
