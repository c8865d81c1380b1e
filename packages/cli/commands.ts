/**
 * The commands of `nabla`. Each prints what it finds and returns its exit status.
 */

import { compileDocument, type FileProblem, formatProblem } from '#document';
import { CHECK_TOLERANCE, type Comparison, check, type Diagnostic } from '#engine';
import { checkOptions, type EvalOptions, evalOptions, exportOptions, validateOptions } from './arguments';
import { evaluate, RequestError } from './evaluate';
import { readGraph } from './files';
import { resultsOf, toJson } from './results';
import { tableOf } from './table';

/** Where the commands print. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
  /** What is no text, such as a picture. */
  bytes(data: Uint8Array): void;
}

/** Wrong use is thrown at once, not promised. */
export type Command = (args: string[], output: Output) => number | Promise<number>;
type QuickCommand = (args: string[], output: Output) => number;

const isError = ({ severity }: Diagnostic) => severity === 'error';

export const evalCommand: QuickCommand = (args, output) => {
  const options = evalOptions(args);
  const several = options.files.length > 1;
  const statuses = options.files.map((file, i) => {
    if (several && !options.json) output.out(`${i > 0 ? '\n' : ''}── ${file}`);
    return evalFile(file, options, several, output);
  });
  return Math.max(...statuses);
};

function evalFile(file: string, options: EvalOptions, several: boolean, output: Output): number {
  const read = readGraph(file);
  if ('problems' in read) return refuse(file, read.problems, options.json, output);
  try {
    const evaluation = evaluate(read.document, options);
    if (options.json)
      output.out(toJson({ ...(several && { file }), ...resultsOf(evaluation, options.jacobians) }));
    else output.out(tableOf(evaluation));
    tellDiagnostics(file, evaluation.diagnostics, output);
    return evaluation.diagnostics.some(isError) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return refuse(file, [{ place: '$', message: error.message }], options.json, output);
  }
}

function refuse(file: string, problems: readonly FileProblem[], json: boolean, { out, err }: Output): 1 {
  if (json) out(toJson({ file, error: problems }));
  for (const problem of problems) err(formatProblem(file, problem));
  return 1;
}

function tellDiagnostics(file: string, diagnostics: readonly Diagnostic[], { err }: Output): void {
  for (const { severity, node, code, message } of diagnostics)
    err(`${file} ${node}: ${severity}: ${code}: ${message}`);
}

export const checkCommand: QuickCommand = (args, output) => {
  const { file, json } = checkOptions(args);
  const read = readGraph(file);
  if ('problems' in read) return refuse(file, read.problems, json, output);
  const { program, target, diagnostics } = evaluate(read.document);
  const report = check(program, target === null ? undefined : program.node(target));
  const edges = report.edges.map(({ edge, ...comparison }) => ({
    from: edge.from.id,
    to: edge.to.id,
    operand: edge.operand,
    ...comparison,
  }));
  const gradients = report.gradients.map(({ node, ...comparison }) => ({ node: node.id, ...comparison }));
  const worst = [...edges, ...gradients].reduce((most, { error }) => Math.max(most, error), 0);
  const passed = worst <= CHECK_TOLERANCE;
  if (json) output.out(toJson({ target, passed, worst, edges, gradients }));
  else {
    for (const { from, to, operand, ...comparison } of edges)
      output.out(`${from} → ${to}.${operand}: ${verdict(comparison)}`);
    for (const { node, ...comparison } of gradients)
      output.out(`∂${target}/∂${node}: ${verdict(comparison)}`);
    output.out(summary([...edges, ...gradients], worst));
  }
  if (!passed) output.err(`${file}: a derivative differs from the differences by ${worst.toExponential(1)}.`);
  tellDiagnostics(file, diagnostics.filter(isError), output);
  return passed && !diagnostics.some(isError) ? 0 : 1;
};

function summary(comparisons: readonly Comparison[], worst: number): string {
  const compared = comparisons.filter(({ skipped }) => skipped === undefined).length;
  if (compared === 0) return 'Nothing was compared.';
  const left = comparisons.length - compared;
  const rest = left === 0 ? '' : `, ${left} not compared`;
  return worst <= CHECK_TOLERANCE
    ? `All ${compared} derivatives agree${rest}.`
    : `The largest error is ${worst.toExponential(1)} (${compared} compared${rest}).`;
}

function verdict({ error, skipped }: Comparison): string {
  if (skipped) return `not compared (${skipped})`;
  return `${error <= CHECK_TOLERANCE ? 'agrees' : 'DIFFERS'}, largest relative error ${error.toExponential(1)}`;
}

export const validateCommand: QuickCommand = (args, output) => {
  const { files } = validateOptions(args);
  return Math.max(...files.map((file) => validateFile(file, output)));
};

function validateFile(file: string, output: Output): number {
  const read = readGraph(file);
  if ('problems' in read) return refuse(file, read.problems, false, output);
  const program = compileDocument(read.document);
  const problems = program.nodes.flatMap(({ id, problems: own }) =>
    own.map((problem) => ({ id, ...problem })),
  );
  const unfinished = new Set(problems.filter(({ code }) => code === 'unwired').map(({ id }) => id));
  const serious = problems.filter(
    ({ code, cause }) => code !== 'unwired' && !(code === 'blocked' && cause && unfinished.has(cause)),
  );
  for (const { id, code, message } of problems) output.err(`${file} ${id}: ${code}: ${message}`);
  if (serious.length > 0) return 1;
  output.out(`${file}: ${problems.length === 0 ? 'fine' : 'fine, but unfinished'}`);
  return 0;
}

export const exportCommand: Command = (args, output) => {
  const options = exportOptions(args);
  const { file } = options;
  const read = readGraph(file);
  if ('problems' in read) return refuse(file, read.problems, false, output);
  const { document } = read;
  return import('./export')
    .then(({ exportGraph }) => exportGraph(document, options, output))
    .then(() => 0)
    .catch((error: unknown) => {
      if (!(error instanceof RequestError)) throw error;
      return refuse(file, [{ place: '$', message: error.message }], false, output);
    });
};
