/**
 * Names as they are written: TeX of a node's label, by default made from its id.
 */
import type { GraphDocument } from '#document';
import { type Attributes, type Operator, operandNames, type ProgramEdge } from '#engine';
import type { Annotation } from './annotations';

const GREEK = new Set(
  `alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega
   Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega`.split(/\s+/),
);

/** x1 → x_{1}, alpha → \alpha, W_hidden → W_{\text{hidden}}, loss → \text{loss}. */
function texOfId(id: string): string {
  const [, stem, digits] = id.match(/^(.*?)_?(\d*)$/) ?? [];
  const [head, ...tails] = stem.split('_').filter((part) => part !== '');
  const subscripts = [...tails.map(word), ...(digits ? [digits] : [])];
  return subscripts.length === 0 ? word(head) : `${word(head)}_{${subscripts.join(',')}}`;
}

function word(part: string): string {
  if (GREEK.has(part)) return `\\${part}`;
  return part.length === 1 ? part : `\\text{${part}}`;
}

interface Named {
  readonly id: string;
  readonly label?: string | undefined;
}

export const labelOf = ({ id, label }: Named): string => label ?? texOfId(id);

/** A label as an operand in a formula: grouped, so that an exponent or index put behind it belongs to all of it. */
export const operandTex = (node: Named): string => `{${labelOf(node)}}`;

/** What an operator computes, of what is wired to it; of an operand that is free, its name. */
export function formulaTex(
  document: GraphDocument,
  operator: Operator,
  inputs: Readonly<Record<string, string>>,
  attributes: Attributes,
): string {
  const names = operandNames(operator.operands, Object.keys(inputs)).map((operand) =>
    Object.hasOwn(inputs, operand) ? operandTex(named(document, inputs[operand])) : `\\text{${operand}}`,
  );
  return operator.tex(names, attributes);
}

/** How a fraction is set: as its place says, small for a line of text, or always large. */
type Fraction = 'frac' | 'tfrac' | 'dfrac';

/** ∂z/∂x in TeX. */
export const partialTex = (of: Named, by: Named, fraction: Fraction = 'frac'): string =>
  `\\${fraction}{\\partial ${operandTex(of)}}{\\partial ${operandTex(by)}}`;

/** ∂v/∂u through one operand; the operand is named where the same u is wired to several. */
export function localTex(document: GraphDocument, edge: ProgramEdge, fraction?: Fraction): string {
  const plain = partialTex(named(document, edge.to.id), named(document, edge.from.id), fraction);
  return isParallel(edge)
    ? `\\left.${plain}\\right|_{\\text{${edge.operand.replaceAll('_', '\\_')}}}`
    : plain;
}

/** Whether another edge joins the same two nodes. */
export const isParallel = (edge: ProgramEdge): boolean =>
  edge.to.incoming.some((other) => other !== edge && other.from === edge.from);

/** What the label of an edge is: the value that flows, ∂v/∂u, its term of the chain rule, or the differential it adds. */
export function wireTex(document: GraphDocument, edge: ProgramEdge, annotation: Annotation): string {
  const [from, to] = [named(document, edge.from.id), named(document, edge.to.id)];
  const local = localTex(document, edge, 'dfrac');
  switch (annotation) {
    case 'values':
      return labelOf(from);
    case 'jacobians':
      return local;
    case 'gradients':
      if (document.target === null) return local;
      return `${partialTex(named(document, document.target), to, 'dfrac')}\\,${local}`;
    case 'differentials':
      return `${local}\\,\\mathrm d ${operandTex(from)}`;
  }
}

export const named = (document: GraphDocument, id: string): Named => document.nodes.get(id) ?? { id };
