/**
 * The saved graph: read, checked, changed, undone, written.
 */
export type { ReadOutcome } from './careful';
export { copyText } from './clipboard/copy';
export { valueOfText } from './clipboard/matrix-text';
export { type Destination, duplicate, paste } from './clipboard/paste';
export * from './commands';
export { type Addition, foldIntoExpression, type NoCommand, unfoldExpression } from './commands-formula';
export { addFormula } from './commands-typed';
export { insertOnWire, removeAndReconnect } from './commands-wires';
export { compileDocument, specsOf } from './compile';
export { operandFor, shapeFor } from './fitting';
export {
  emptyDocument,
  type GraphDocument,
  type GraphFunction,
  type GraphNode,
  isComposite,
  type JsonObject,
  nodesInOrder,
  type Position,
} from './graph';
export { commit, type History, redo, startHistory, type Transaction, undo } from './history';
export { didYouMean, type FileProblem, formatProblem } from './problem';
export { COMMAND_LINE_LIMITS, EDITOR_LIMITS, readBytes, readText } from './read';
export { type Use, usersOf, withDownstream, withUpstream } from './walks';
export { connectionProblem } from './wiring';
export { writeText } from './write';
