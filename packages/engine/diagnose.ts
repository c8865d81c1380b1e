/**
 * What a reader of the results has to know: problems that stop a node, and warnings about the point where it was evaluated. A value that is
 * not finite is blamed on the first node where it arose; the nodes after it say because of whom.
 */
import type { ErrorCode, Finding, Profile, WarningCode } from './operator';
import { operators } from './operators/registry';
import type { Program } from './program/program';
import type { Body, NodeSpec } from './program/spec';
import { GIVEN, UNIT } from './program/tape';
import type { Pullback } from './pullback';
import { allFinite, type Tensor } from './tensor';

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
  const found = new Map<string, Diagnostic[]>();
  const culprits = new Map<number, string>();
  for (let p = 0; p < program.count; p++) {
    if (isPlain(program, p) && !(pullback && !pullback.isFiniteAt(p))) continue;
    const own = diagnoseAt(program, p, culprits);
    const lost = pullback && gradientLost(program, p, pullback);
    if (lost) own.push(lost);
    for (const diagnostic of own) {
      const list = found.get(diagnostic.node);
      if (list) list.push(diagnostic);
      else found.set(diagnostic.node, [diagnostic]);
    }
  }
  if (found.size === 0) return [];
  return program.given.flatMap(({ id }) => found.get(id) ?? []);
}

/** The node of the graph that a node belongs to: what is inside of a composite belongs to the outermost. */
const ownerAt = ({ plan }: Program, p: number) => plan.owners.get(p) ?? plan.specs[p].id;

/** Whether there is nothing to say of a node but what its gradient may give reason to: most nodes of a large graph. */
function isPlain(program: Program, p: number): boolean {
  const { specs, problems } = program.plan;
  if (specs[p].body || problems.has(p)) return false;
  if (program.tape.codes[p] === GIVEN) return true;
  if (operators.get(specs[p].op)?.diagnose) return false;
  return isFiniteAt(program, p) && slopesFinite(program, p);
}

function diagnoseAt(program: Program, p: number, culprits: Map<number, string>): Diagnostic[] {
  const found = pointDiagnostics(program, p, culprits);
  const { body } = program.plan.specs[p];
  if (!body || program.plan.owners.has(p)) return found;
  return [...found, ...unusedInputs(program.plan.specs[p], body)];
}

/** Wires to a composite node that nothing inside asks for. */
function unusedInputs({ id, inputs = {} }: NodeSpec, body: Body): Diagnostic[] {
  return Object.keys(inputs)
    .filter((operand) => !body.operands.includes(operand))
    .map((operand) => ({
      severity: 'warning',
      node: id,
      operand,
      code: 'unused-input',
      message: `${id} does not use its operand ${operand}: the wire from ${inputs[operand]} changes nothing.`,
    }));
}

function pointDiagnostics(program: Program, p: number, culprits: Map<number, string>): Diagnostic[] {
  const node = ownerAt(program, p);
  const own = program.plan.problems.get(p);
  if (own) return own.map((problem) => ({ severity: 'error', node, ...problem }));
  if (program.tape.codes[p] === GIVEN) return [];

  const findings = findingsAt(program, p).map((finding) => inProfile(finding, program.profile));
  const diagnostics = findings.map(
    (finding): Diagnostic => ({
      severity: finding.code === 'singular' ? 'error' : 'warning',
      node,
      ...finding,
    }),
  );
  const valueFinite = isFiniteAt(program, p);
  if (valueFinite && slopesFinite(program, p)) return diagnostics;
  const loss = lossAt(program, p, valueFinite, findings, culprits);
  return loss ? [...diagnostics, loss] : diagnostics;
}

/** Whose derivative is used at a kink, where it is not ours. */
const INSTEAD: Readonly<Record<Exclude<Profile, 'nabla'>, string>> = {
  pytorch: "The profile pytorch uses PyTorch's derivative instead.",
  jax: "The profile jax uses JAX's derivative instead.",
  strict: 'The profile strict uses none: the derivative is NaN.',
};

function inProfile(finding: Finding, profile: Profile): Finding {
  if (finding.code !== 'kink' || profile === 'nabla') return finding;
  return { ...finding, message: `${finding.message} ${INSTEAD[profile]}` };
}

/** The values a node computes from; one node on two operands is one tensor, by which a rule knows it. */
function operandsAt(program: Program, p: number): readonly Tensor[] {
  const { starts, sources } = program.tape;
  const places = sources.subarray(starts[p], starts[p + 1]);
  const operands: Tensor[] = [];
  for (const source of places) operands.push(operands[places.indexOf(source)] ?? program.tensor(source)!);
  return operands;
}

/** What the operator says of the point. */
function findingsAt(program: Program, p: number): readonly Finding[] {
  const { specs, attributes } = program.plan;
  const { op, id } = specs[p];
  const operator = operators.get(op);
  if (!operator?.diagnose) return [];
  const operands = operandsAt(program, p);
  const findings = operator.diagnose(operands, program.tensor(p)!, attributes.get(p) ?? {});
  if (!program.plan.owners.has(p)) return findings;
  return findings.map(({ operand: _, ...finding }) => ({
    ...finding,
    message: `Inside, at ${id}: ${finding.message}`,
  }));
}

function isFiniteAt({ tape }: Program, p: number): boolean {
  return tape.codes[p] === UNIT ? allFinite(tape.units[p]!.tensor.data) : Number.isFinite(tape.primals[p]);
}

function slopesFinite(program: Program, p: number): boolean {
  const { starts } = program.tape;
  for (let e = starts[p]; e < starts[p + 1]; e++) if (!slopeFinite(program, e, p)) return false;
  return true;
}

/** Whether the Jacobian of an edge that enters node p is finite. */
function slopeFinite({ tape }: Program, edge: number, p: number): boolean {
  const unit = tape.units[p];
  return unit
    ? unit.jacobians[edge - tape.starts[p]].payload.every(allFinite)
    : Number.isFinite(tape.partials[edge]);
}

/** Who is to blame for a value or a derivative that is not finite, unless the operator has said so itself. */
function lossAt(
  program: Program,
  p: number,
  valueFinite: boolean,
  findings: readonly Finding[],
  culprits: Map<number, string>,
): Diagnostic | undefined {
  const { starts, sources } = program.tape;
  const { id, op } = program.plan.specs[p];
  const node = ownerAt(program, p);
  const what = valueFinite ? 'derivative' : 'value';
  let cause: string | undefined;
  for (let e = starts[p]; e < starts[p + 1] && cause === undefined; e++) cause = culprits.get(sources[e]);
  if (!valueFinite) culprits.set(p, cause ?? node);
  if (cause === node) return undefined;
  if (cause !== undefined)
    return {
      severity: 'warning',
      node,
      code: 'caused-by',
      message: `The ${what} of ${id} is not finite because of ${cause}.`,
      cause,
    };
  if (findings.some(({ code }) => explains(code, valueFinite))) return undefined;
  // Without a derivative at the kink, or with that of another system, what is not finite is meant.
  if (valueFinite && program.profile !== 'nabla' && findings.some(({ code }) => code === 'kink'))
    return undefined;
  return {
    severity: 'warning',
    node,
    code: 'not-finite',
    message: `The ${what} of ${id} (${op}) is not finite: it is too large for a float64, whose largest number is 1.8e308, or undefined.`,
  };
}

/** Whether a finding says why a value, or only a derivative, is not finite. */
const explains = (code: Finding['code'], valueFinite: boolean) =>
  code === 'domain' || code === 'singular' || (code === 'vertical-tangent' && valueFinite);

/** A gradient that is not finite although everything it was made of is: the product or the sum overflowed. */
function gradientLost(program: Program, p: number, pullback: Pullback): Diagnostic | undefined {
  if (!pullback.reachesAt(p) || pullback.isFiniteAt(p)) return undefined;
  const { starts, edges, targets } = program.users;
  for (let k = starts[p]; k < starts[p + 1]; k++) {
    const target = targets[edges[k]];
    if (
      pullback.reachesAt(target) &&
      !(slopeFinite(program, edges[k], target) && pullback.isFiniteAt(target))
    )
      return undefined;
  }
  const { id } = program.plan.specs[p];
  return {
    severity: 'warning',
    node: ownerAt(program, p),
    code: 'not-finite',
    message: `The gradient of ${pullback.target.id} with respect to ${id} is not finite: a product on the way back is too large for a float64.`,
  };
}
