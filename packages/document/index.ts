/**
 * The saved graph: read, checked, changed, undone, written.
 */
export * from './commands';
export {
  emptyDocument,
  type GraphDocument,
  type GraphNode,
  type JsonObject,
  nodesInOrder,
  type Position,
} from './graph';
export { commit, type History, redo, startHistory, type Transaction, undo } from './history';
export { didYouMean, type FileProblem, formatProblem } from './problem';
export { COMMAND_LINE_LIMITS, EDITOR_LIMITS, type ReadOutcome, readBytes, readText } from './read';
export { connectionProblem } from './wiring';
export { writeText } from './write';
