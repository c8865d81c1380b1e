/**
 * A local Jacobian in symbols: ∂q/∂W = I ⊗ xᵀ.
 */
import type { GraphDocument } from '#document';
import type { ProgramEdge } from '#engine';
import { localTex, named, operandTex } from '#scene';

/** In TeX; undefined where nothing more is known than its numbers. */
export function symbolicJacobian(document: GraphDocument, edge: ProgramEdge): string | undefined {
  const { to } = edge;
  const names = to.incoming.map((other) => operandTex(named(document, other.from.id)));
  const shapes = to.operands.map(({ shape }) => shape);
  const symbols = to.operator?.jacobianTex(names, to.attributes, shapes)[to.incoming.indexOf(edge)];
  return symbols === undefined ? undefined : `${localTex(document, edge)} = ${symbols}`;
}
