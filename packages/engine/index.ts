/**
 * The engine: values, structured Jacobians, operators, programs. Mathematics only; it imports nothing from npm.
 */
export type { Body, Unfolded } from './body';
export { type ChainCost, chainCost, onlyPath } from './chain-cost';
export { CHECK_TOLERANCE, type CheckReport, type Comparison, check } from './check';
export { type Diagnostic, diagnose } from './diagnose';
export { dense, type Jacobian, type StructureName } from './jacobian/jacobian';
export {
  type AttributeSpec,
  type Attributes,
  type Family,
  isOperand,
  isRefusal,
  type Operator,
  operandNames,
  type Refusal,
  readAttributes,
} from './operator';
export { isLeaf, LEAVES, type Leaf, operators } from './operators/registry';
export { compile, type NodeSpec, Program, type ProgramEdge, type ProgramNode } from './program';
export { Pullback } from './pullback';
export { Pushforward } from './pushforward';
export { describeShape, ENTRY_LIMIT, formatCount, type Shape, sameShape, sizeOf } from './shape';
export {
  flattenNested,
  type NestedValue,
  nest,
  rowsOf,
  shapeOfNested,
  type Tensor,
  tensorOf,
} from './tensor';
