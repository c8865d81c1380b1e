/**
 * From document and evaluation to what is drawn, without a DOM: names, numbers, sizes, courses, sentences.
 */
export {
  ANNOTATIONS,
  type Annotation,
  belowOf,
  bendsOfIncoming,
  EDGE_LABELS,
  type EdgeLabel,
  type Evaluated,
  valueGrid,
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
  sizeOfHeat,
} from './boxes';
export {
  type Chain,
  type ChainTerm,
  chainCosts,
  chainGrid,
  chainName,
  chainOfPath,
  chainOfStages,
  chainSize,
  chainTerms,
  chainTex,
  chainWork,
  isDerivative,
  misfit,
} from './chain';
export { type ComponentName, componentNames, componentTex, counted } from './components';
export {
  type Curves,
  curvesAlong,
  directionsAt,
  directionWith,
  MOST_CURVES,
  type Moving,
  movingIn,
  type Sheet,
  sheetOf,
  slopesOf,
  workedDifferential,
} from './differential';
export { allDirections, type Directions, directionOf, filled } from './directions';
export { entryTex } from './entries/entries';
export { type HeatTheme, heatColor, heatShares, heatSignColor, holdsSign, SIGN } from './heat';
export {
  formulaTex,
  labelOf,
  localTex,
  named,
  operandTex,
  partialTex,
  wireTex,
} from './labels';
export {
  type Equation,
  gradientEquation,
  jacobianEquation,
  latexMatrix,
  latexOf,
  latexOfGraph,
  termEquation,
  valueEquation,
} from './latex';
export { type Elk, tidied, withPositions } from './layout';
export { LAYOUTS, type Layout, type LayoutName, layoutsOf } from './layouts';
export { matrixMathml } from './mathml';
export {
  type Form,
  formOf,
  type Grid,
  gridShape,
  isLarge,
  MOST_COLUMNS_BELOW,
  matrixJson,
  matrixText,
  shortNumbers,
  sizeText,
  summaryLines,
} from './matrix';
export {
  charactersOf,
  fullNumber,
  type NumberFormat,
  shortNumber,
  USUAL_FORMAT,
} from './numbers';
export { PASSES, type Pass, type PassStep, stepsOf } from './passes';
export { pathName, termOfPath, workedPath, workedPaths } from './path-terms';
export { graphInPicture } from './picture/embedded';
export { readGraphOrPicture } from './picture/opened';
export { outlinerOf, type PictureFont } from './picture/outlines';
export { PICTURE_THEMES, type PictureTheme } from './picture/palette';
export type { Outliner } from './picture/pen';
export { MOST_PIXELS, type PictureOptions, pictureOf, sizeOfPicture } from './picture/picture';
export { graphInPng, pngWithGraph } from './picture/png';
export type { Face } from './picture/runs';
export {
  edgeSentence,
  gradientName,
  jacobianName,
  matrixSentence,
  nodeSentence,
  STRUCTURE_NAMES,
  spokenNumber,
  valueName,
} from './sentences';
export { strokeOf } from './strokes';
export { type Course, courseOf, type Point } from './wires';
export {
  latexOfWorked,
  numberSoFar,
  type Worked,
  type WorkedPart,
  workedProduct,
  workedStep,
} from './worked';
