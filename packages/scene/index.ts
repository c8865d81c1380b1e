/**
 * From document and evaluation to what is drawn, without a DOM: names, numbers, sizes, courses, sentences.
 */
export {
  ANNOTATIONS,
  type Annotation,
  belowOf,
  bendsOfIncoming,
  type Evaluated,
  wireGrid,
  wireGridShape,
} from './annotations';
export { type Box, boxOf, captionWidth, type NodeShape, sizeOfGrid } from './boxes';
export { allDirections, type Directions, directionOf, filled } from './directions';
export { labelOf, operandTex, partialTex } from './labels';
export { type Elk, tidied, withPositions } from './layout';
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
export { fullNumber, shortNumber, spokenNumber } from './numbers';
export { graphInPicture } from './picture/embedded';
export { PICTURE_THEMES, type PictureTheme } from './picture/palette';
export type { Outliner } from './picture/pen';
export { type PictureOptions, pictureOf } from './picture/picture';
export { graphInPng, pngWithGraph } from './picture/png';
export type { Face } from './picture/runs';
export { edgeSentence, nodeSentence, rowsSentence } from './sentences';
export { type Course, courseOf, type Point } from './wires';
