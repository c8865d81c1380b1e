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
export {
  type Box,
  boxOf,
  CHARACTER,
  captionWidth,
  type NodeShape,
  offeredOperands,
  sizeOfGrid,
} from './boxes';
export { allDirections, type Directions, directionOf, filled } from './directions';
export { labelOf, localTex, named, operandTex, partialTex } from './labels';
export {
  type Equation,
  gradientEquation,
  jacobianEquation,
  latexOf,
  latexOfGraph,
  termEquation,
  valueEquation,
} from './latex';
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
export {
  charactersOf,
  fullNumber,
  type NumberFormat,
  shortNumber,
  spokenNumber,
  USUAL_FORMAT,
} from './numbers';
export { graphInPicture } from './picture/embedded';
export { readGraphOrPicture } from './picture/opened';
export { outlinerOf, type PictureFont } from './picture/outlines';
export { PICTURE_THEMES, type PictureTheme } from './picture/palette';
export type { Outliner } from './picture/pen';
export { MOST_PIXELS, type PictureOptions, pictureOf, sizeOfPicture } from './picture/picture';
export { graphInPng, pngWithGraph } from './picture/png';
export type { Face } from './picture/runs';
export { edgeSentence, nodeSentence, rowsSentence } from './sentences';
export { type Course, courseOf, type Point } from './wires';
