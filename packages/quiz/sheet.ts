/**
 * A sheet for a class: the questions, then their solutions, as LaTeX or as Markdown with mathematics.
 */
import type { GraphDocument } from '#document';
import {
  type Evaluated,
  labelOf,
  latexMatrix,
  latexOfWorked,
  localTex,
  type NumberFormat,
  named,
  partialTex,
  sizeText,
  stepsOf,
  workedProduct,
  workedStep,
} from '#scene';
import { edgeOf, type Question, rightAnswer } from './question';

export type SheetFormat = 'latex' | 'markdown';

/** Words of a sheet, in the language of the class. */
export interface SheetWords {
  readonly questions: string;
  readonly solutions: string;
  readonly compute: (tex: string) => string;
  readonly sizeOf: (tex: string) => string;
  readonly given: (tex: string) => string;
}

export interface SheetOptions {
  readonly format: SheetFormat;
  readonly words: SheetWords;
  readonly numbers: NumberFormat;
}

/** What stands on a sheet, for any format. */
interface Sheet {
  readonly title: string;
  readonly given: string;
  readonly asked: readonly string[];
  readonly solved: readonly string[];
  readonly words: SheetWords;
}

export function quizSheet(
  document: GraphDocument,
  evaluated: Evaluated,
  questions: readonly Question[],
  { format, words, numbers }: SheetOptions,
): string {
  const asked = questions.map((question) => {
    const task = question.kind === 'shapes' ? words.sizeOf : words.compute;
    return task(`$${questionTex(document, evaluated, question)}$`);
  });
  const solved = questions.map((question) => solutionTex(document, evaluated, question, numbers));
  const title = document.title || 'Nabla';
  const given = words.given(`$${givenTex(document, evaluated, numbers)}$`);
  return (format === 'latex' ? latexSheet : markdownSheet)({ title, given, asked, solved, words });
}

/** What is asked for, in symbols. */
export function questionTex(document: GraphDocument, evaluated: Evaluated, { kind, id }: Question): string {
  if (kind === 'values') return labelOf(named(document, id));
  if (kind === 'gradients')
    return partialTex(named(document, evaluated.pullback?.target.id ?? ''), named(document, id), 'dfrac');
  const edge = edgeOf(evaluated, id);
  if (!edge) return '';
  const local = localTex(document, edge, 'dfrac');
  if (kind !== 'products') return local;
  const target = named(document, evaluated.pullback?.target.id ?? '');
  return `${partialTex(target, named(document, edge.to.id), 'dfrac')}\\,${local}`;
}

function solutionTex(
  document: GraphDocument,
  evaluated: Evaluated,
  question: Question,
  numbers: NumberFormat,
): string {
  const { kind, id } = question;
  const left = questionTex(document, evaluated, question);
  const right = rightAnswer(evaluated, question);
  if (!right) return left;
  if (kind === 'shapes')
    return `${left}\\colon\\ ${sizeText(right.data[0], right.data[1]).replace('×', '\\times ')}`;
  if (kind === 'products')
    return latexOfWorked(workedProduct(document, evaluated, edgeOf(evaluated, id)!), evaluated, numbers);
  const steps = kind === 'gradients' ? stepsOf(evaluated, 'reverse').filter(({ node }) => node === id) : [];
  const last = steps.at(-1);
  return last
    ? latexOfWorked(workedStep(document, evaluated, 'reverse', last), evaluated, numbers)
    : `${left} = ${latexMatrix(right, numbers)}`;
}

/** The leaves with their values, and the formula of every other node. */
function givenTex(document: GraphDocument, evaluated: Evaluated, numbers: NumberFormat): string {
  const parts = stepsOf(evaluated, 'forward')
    .filter(({ edge }) => edge === undefined)
    .map((step) => {
      const { left, lines } = workedStep(document, evaluated, 'forward', step);
      const [part] = lines[0];
      const grid = 'read' in part ? part.read(evaluated) : undefined;
      return `${left} = ${'tex' in part ? part.tex : grid ? latexMatrix(grid, numbers) : ''}`;
    });
  return parts.join(',\\ ');
}

function latexSheet({ title, given, asked, solved, words }: Sheet): string {
  const items = (list: readonly string[]) => list.map((item) => `  \\item ${item}`).join('\n');
  return `\\documentclass{article}
\\usepackage{amsmath,amssymb}
\\setcounter{MaxMatrixCols}{20}
\\begin{document}
\\section*{${escaped(title)}}
${given}

\\subsection*{${words.questions}}
\\begin{enumerate}
${items(asked)}
\\end{enumerate}
\\newpage
\\subsection*{${words.solutions}}
\\begin{enumerate}
${items(solved.map((tex) => `$\\displaystyle ${tex}$`))}
\\end{enumerate}
\\end{document}
`;
}

const escaped = (text: string): string =>
  text.replace(/[\\{}]/g, '').replace(/[#$%&_^~]/g, (mark) => `\\${mark}{}`);

function markdownSheet({ title, given, asked, solved, words }: Sheet): string {
  const items = (list: readonly string[]) => list.map((item, k) => `${k + 1}. ${item}`).join('\n');
  return `# ${title}

${given}

## ${words.questions}

${items(asked)}

## ${words.solutions}

${items(solved.map((tex) => `$${tex.replaceAll('\n', ' ')}$`))}
`;
}
