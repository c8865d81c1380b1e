/**
 * From document and evaluation to what is drawn, without a DOM: names, numbers, sizes, courses, sentences.
 */
export { type Box, boxOf, captionWidth, type NodeShape, sizeOfGrid } from './boxes';
export { labelOf, operandTex, partialTex } from './labels';
export {
  type Grid,
  gridShape,
  isLarge,
  MOST_COLUMNS_BELOW,
  matrixJson,
  matrixText,
  shortNumbers,
  sizeText,
} from './matrix';
export { fullNumber, shortNumber } from './numbers';
export { edgeSentence, nodeSentence, rowsSentence } from './sentences';
export { bendsOf, type Course, courseOf, type Point } from './wires';
