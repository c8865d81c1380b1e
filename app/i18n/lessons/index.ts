/**
 * What the graphs of the gallery say, in French. The keys are their texts in English, word for word.
 */
import { case1 } from './case-1';
import { case2 } from './case-2';
import { case3 } from './case-3';
import { case4 } from './case-4';
import { case5 } from './case-5';
import { case6 } from './case-6';
import { logisticRegression, sigmoidNeuron, softmaxCrossEntropy } from './classification';
import { twoLayerNetwork, xor } from './networks';
import { association, associationClassifier, remainder } from './order';
import { fanOut, graphExample, maxGate, micrograd, sumAndProduct } from './paths';
import type { Translation } from './translation';
import { leastSquares, quadratic, relu } from './vectors';

/** What several graphs say. */
const common: readonly Translation[] = [
  ["The lecture's six cases", 'Les six cas du cours'],
  ['Classics', 'Classiques'],
  ['Forward', 'Propagation avant'],
  ['Backward', 'Propagation arrière'],
];

/** Every text once; a key that stands twice would be a mistake that nobody sees. */
export const TRANSLATIONS: readonly Translation[] = [
  ...common,
  ...case1,
  ...case2,
  ...case3,
  ...case4,
  ...case5,
  ...case6,
  ...sumAndProduct,
  ...graphExample,
  ...maxGate,
  ...fanOut,
  ...micrograd,
  ...quadratic,
  ...relu,
  ...leastSquares,
  ...sigmoidNeuron,
  ...logisticRegression,
  ...softmaxCrossEntropy,
  ...twoLayerNetwork,
  ...xor,
  ...remainder,
  ...association,
  ...associationClassifier,
];

export const LESSONS_IN_FRENCH: Readonly<Record<string, string>> = Object.fromEntries(TRANSLATIONS);
