/**
 * The saved graph: read, checked, changed, undone, written.
 */
export type { ReadOutcome } from './careful';
export { type Change, changesBetween, restoreVersion } from './changes';
export { copyText } from './clipboard/copy';
export { valueOfText } from './clipboard/matrix-text';
export { type Destination, duplicate, paste } from './clipboard/paste';
export * from './commands';
export { foldIntoExpression, unfoldExpression } from './commands-formula';
export { foldIntoFunction } from './commands-function';
export { changeStep, moveStepDown, recordStep, removeStep } from './commands-lesson';
export { addFormula } from './commands-typed';
export { unfoldFunction } from './commands-unfold';
export { insertOnWire, removeAndReconnect } from './commands-wires';
export { compileDocument, type PlantedFault, specsOf } from './compile';
export { differOnlyInValues } from './differences';
export { operandFor, shapeFor } from './fitting';
export { type Frame, frame, framesOf, setFrameTitle, unframe } from './frames';
export { applyFunctionDocument, documentOfFunction } from './function-document';
export {
  addFunctionNode,
  freshFunctionName,
  functionNameProblem,
  inputNameProblem,
  removeUnusedFunctions,
  renameFunction,
  renameInput,
} from './function-table';
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
export type { NoCommand } from './no-command';
export { middleOf } from './placing';
export { didYouMean, type FileProblem, formatProblem } from './problem';
export { COMMAND_LINE_LIMITS, EDITOR_LIMITS, readBytes, readText } from './read';
export { applyRemedy, type Remedy, remediesFor } from './remedies';
export { type Mending, type Repair, repair } from './repair';
export { type Use, usersOf, withDownstream, withUpstream } from './walks';
export { connectionProblem } from './wiring';
export { writeText } from './write';
