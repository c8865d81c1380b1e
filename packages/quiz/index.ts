/**
 * Questions about a graph: what can be asked, what the right answer is, and which mistake a wrong one comes from.
 */
export { freshValues } from './fresh';
export { judge, type Verdict } from './judge';
export { type Candidate, MISTAKES, type Mistake, mistakesOf } from './mistakes';
export {
  edgeOf,
  QUESTION_KINDS,
  type Question,
  type QuestionKind,
  questionsIn,
  rightAnswer,
} from './question';
export { questionTex, quizSheet, type SheetFormat, type SheetOptions, type SheetWords } from './sheet';
