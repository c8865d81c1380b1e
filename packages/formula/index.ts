/**
 * Formulas: from a text to the operators it stands for, and back. A formula is parsed and never run.
 */

export { type FormulaGraph, graphOfFormula, namesOfSteps } from './graph';
export { didYouMean } from './nearest';
export { type Formula, parseFormula } from './parse';
export { type FormulaProblem, isFormulaProblem } from './problem';
export { formulaOf } from './write';
