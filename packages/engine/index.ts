/**
 * The engine: values, structured Jacobians, operators, programs. Mathematics only; it imports nothing from npm.
 */
export { type ChainCost, chainCost, onlyPath } from './chain-cost';
export {
  CHECK_TOLERANCE,
  type CheckReport,
  type Comparison,
  check,
  checkOneByOne,
  type EdgeCheck,
  type GradientCheck,
} from './check';
export { type Diagnostic, diagnose } from './diagnose';
export { FAULT_KINDS, type Fault, type FaultKind, faultsOf } from './fault';
export { hessian, hessianVectorProduct } from './hessian';
export { product, sum } from './jacobian/algebra';
export { dense, type Jacobian, type StructureName } from './jacobian/jacobian';
export { kinkSlopes } from './kink-slopes';
export {
  type AttributeSpec,
  type Attributes,
  type Family,
  isOperand,
  isRefusal,
  type Operator,
  operandNames,
  PROFILES,
  type Profile,
  type Refusal,
  readAttributes,
} from './operator';
export { isLeaf, LEAVES, type Leaf, operators } from './operators/registry';
export { type Path, type Paths, pathsBetween, stagesBetween, workBetween } from './paths';
export type { ProgramEdge, ProgramNode } from './program/node';
export { type CompileOptions, compile, type Program } from './program/program';
export type { Body, NodeSpec, Unfolded } from './program/spec';
export type { Wiring } from './program/wiring';
export { Pullback } from './pullback';
export { Pushforward } from './pushforward';
export {
  moved,
  type NoOrder,
  type Order,
  orderOf,
  type Point,
  type Step,
  stepsAlong,
  valuesAt,
} from './remainder';
export { describeShape, ENTRY_LIMIT, formatCount, type Shape, sameShape, sizeOf } from './shape';
export { norm } from './sums';
export {
  allFinite,
  flattenNested,
  type NestedValue,
  nest,
  rowsOf,
  shapeOfNested,
  type Tensor,
  tensorOf,
} from './tensor';
export { type Mode, total } from './total';
