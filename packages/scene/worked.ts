/**
 * A step of a pass, written out: ∂z/∂x = ∂z/∂q · ∂q/∂x, then with numbers, then the product, then the sum so far. What has not come yet stays a
 * symbol.
 */
import type { GraphDocument } from '#document';
import type { ProgramEdge, ProgramNode } from '#engine';
import { type Annotation, belowGrid, belowOf, type Evaluated, valueGrid, wireGrid } from './annotations';
import { formulaTex, labelOf, localTex, named, operandTex, partialTex } from './labels';
import { latexMatrix } from './latex';
import { formOf, type Grid, gridShape, sizeText } from './matrix';
import type { NumberFormat } from './numbers';
import { type Pass, type PassStep, termsOf } from './passes';

/** What kind of numbers: the colour they have on the canvas. */
type Role = 'value' | 'jacobian' | 'gradient' | 'tangent';

/** Symbols, or numbers that are read when they are shown. */
export type WorkedPart = {
  /** The term this is part of: the edges it goes along, with a space between. */
  readonly term?: string;
} & (
  | { readonly tex: string }
  | {
      readonly role: Role;
      readonly rows: number;
      readonly cols: number;
      read(evaluated: Evaluated): Grid | undefined;
    }
);

export interface Worked {
  /** What is made. */
  readonly left: string;
  /** Each is equal to it, and begins with no sign; the parts of a line follow each other. */
  readonly lines: readonly (readonly WorkedPart[])[];
}

export function workedStep(
  document: GraphDocument,
  evaluated: Evaluated,
  pass: Pass,
  step: PassStep,
): Worked {
  const node = evaluated.program.node(step.node)!;
  if (step.terms > 0) return workedSum({ document, evaluated, pass }, step.terms, node);
  if (pass === 'forward') return workedForward(document, step, node);
  return workedSeed({ document, evaluated, pass }, node);
}

/** The row that arrives at an edge times its Jacobian: ∂z/∂y · ∂y/∂x, by itself. */
export function workedProduct(document: GraphDocument, evaluated: Evaluated, edge: ProgramEdge): Worked {
  const place: Place = { document, evaluated, pass: 'reverse' };
  const { tex } = symbolsOf(place, edge)[0] as { tex: string };
  return { left: tex, lines: [factorsOf(place, edge), [termPart(place, edge)]] };
}

/** A value with its formula, or the Jacobian of an edge. */
function workedForward(document: GraphDocument, { edge: id }: PassStep, node: ProgramNode): Worked {
  const edge = node.incoming.find((one) => one.id === id);
  if (!edge) {
    const formula = formulaOf(document, node);
    const value = [numbers('value', gridShape(node.tensor!.shape), (now) => valueGrid(now, node.id))];
    return {
      left: labelOf(named(document, node.id)),
      lines: [...(formula ? [[{ tex: formula }]] : []), value],
    };
  }
  return { left: localTex(document, edge), lines: [[jacobianPart(edge)]] };
}

/** What the operator computes from what is wired to it; undefined for a leaf. */
function formulaOf(document: GraphDocument, node: ProgramNode): string | undefined {
  const { id, op, operator, attributes, incoming } = node;
  const { inputs = {} } = document.nodes.get(id) ?? {};
  if (operator) return formulaTex(document, operator, inputs, attributes);
  const names = incoming.map(({ from }) => operandTex(named(document, from.id)));
  return names.length > 0 ? `\\text{${op}}\\left(${names.join(', ')}\\right)` : undefined;
}

interface Place {
  readonly document: GraphDocument;
  readonly evaluated: Evaluated;
  readonly pass: Pass;
}

/** Where a pass begins: ∂z/∂z = I, or a direction dx that was chosen. */
function workedSeed({ document, evaluated, pass }: Place, node: ProgramNode): Worked {
  const size = belowOf(evaluated, node.id, SHOWN[pass])!;
  const seed = numbers(pass === 'reverse' ? 'gradient' : 'tangent', size, (now) =>
    belowGrid(now, node.id, SHOWN[pass]),
  );
  const isMatrix = pass === 'reverse' && size.rows > 1;
  return {
    left: leftOf({ document, evaluated, pass }, node),
    lines: [...(isMatrix ? [[{ tex: 'I' }]] : []), [seed]],
  };
}

/** Of a long sum the terms around the one that has just come. */
const MOST_TERMS = 6;

/** The terms with symbols; those that have come as products, then as numbers; their sum, if they are several. What has not come is left to come. */
function workedSum(place: Place, count: number, node: ProgramNode): Worked {
  const { evaluated, pass } = place;
  const edges = termsOf(evaluated, pass, node);
  const from = Math.max(0, Math.min(count - MOST_TERMS + 1, edges.length - MOST_TERMS));
  const shown = edges.slice(from, from + MOST_TERMS);
  const before = from > 0 ? [DOTS] : [];
  const after = from + MOST_TERMS < edges.length ? [DOTS] : [];
  const sumOf = (terms: readonly (readonly WorkedPart[])[]) => joined([...before, ...terms, ...after]);
  const symbols = shown.map((edge) => symbolsOf(place, edge));
  const come = shown.slice(0, count - from);
  const toCome = symbols.slice(come.length);
  const size = belowOf(evaluated, node.id, SHOWN[pass])!;
  const sum = numbers(ROLES[pass], size, (now) => numberSoFar(now, pass, node.id, count));
  return {
    left: leftOf(place, node),
    lines: [
      sumOf(symbols),
      sumOf([...come.map((edge) => factorsOf(place, edge)), ...toCome]),
      ...(count > 1 ? [sumOf([...come.map((edge) => [termPart(place, edge)]), ...toCome])] : []),
      joined([[sum], ...toCome, ...after]),
    ],
  };
}

export const DOTS: readonly WorkedPart[] = [{ tex: '\\cdots' }];

const ROLES = { forward: 'value', reverse: 'gradient', tangent: 'tangent' } as const satisfies Record<
  Pass,
  Role
>;

/** The mode of the canvas that shows the numbers of a pass, on edges and below nodes. */
const SHOWN = { forward: 'values', reverse: 'gradients', tangent: 'differentials' } as const satisfies Record<
  Pass,
  Annotation
>;

export const joined = (terms: readonly (readonly WorkedPart[])[]): WorkedPart[] =>
  terms.flatMap((term, k) => (k === 0 ? term : [{ tex: '+' }, ...term]));

function leftOf({ document, evaluated, pass }: Place, { id }: ProgramNode): string {
  const node = named(document, id);
  return pass === 'reverse'
    ? partialTex(named(document, evaluated.pullback!.target.id), node)
    : `\\mathrm d ${operandTex(node)}`;
}

/** ∂z/∂q · ∂q/∂x, or ∂q/∂x · dx. */
function symbolsOf(place: Place, edge: ProgramEdge): WorkedPart[] {
  const local = localTex(place.document, edge);
  const tex =
    place.pass === 'reverse'
      ? `${leftOf(place, edge.to)}\\,${local}`
      : `${local}\\,${leftOf(place, edge.from)}`;
  return [{ term: edge.id, tex }];
}

/** The row that arrives and the Jacobian it is multiplied by, or the Jacobian and the tangent. */
function factorsOf(place: Place, edge: ProgramEdge): WorkedPart[] {
  const { pass } = place;
  const other = pass === 'reverse' ? edge.to : edge.from;
  const arriving = {
    ...numbers(ROLES[pass], belowOf(place.evaluated, other.id, SHOWN[pass])!, (now) =>
      belowGrid(now, other.id, SHOWN[pass]),
    ),
    term: edge.id,
  };
  const jacobian = jacobianPart(edge);
  const times = { term: edge.id, tex: '\\cdot' };
  return pass === 'reverse' ? [arriving, times, jacobian] : [jacobian, times, arriving];
}

/** The Jacobian of an edge, as a factor. */
export function jacobianPart(edge: ProgramEdge, term = edge.id): WorkedPart {
  const { rows = 1, cols = 1 } = edge.jacobian ?? {};
  return { ...numbers('jacobian', { rows, cols }, (now) => gridOf(now, edge, 'jacobians')), term };
}

function termPart(place: Place, edge: ProgramEdge): WorkedPart {
  const node = place.pass === 'reverse' ? edge.from : edge.to;
  const read = (now: Evaluated) => gridOf(now, edge, SHOWN[place.pass]);
  return {
    ...numbers(ROLES[place.pass], belowOf(place.evaluated, node.id, SHOWN[place.pass])!, read),
    term: edge.id,
  };
}

export const numbers = (
  role: Role,
  { rows, cols }: { readonly rows: number; readonly cols: number },
  read: (evaluated: Evaluated) => Grid | undefined,
): WorkedPart => ({ role, rows, cols, read });

/** What an edge shows, whatever became of the program since. */
function gridOf(
  evaluated: Evaluated,
  { to, operand }: ProgramEdge,
  annotation: Annotation,
): Grid | undefined {
  const edge = evaluated.program.edge(to.id, operand);
  return edge && wireGrid(edge, evaluated, annotation);
}

/** What the terms that have come add up to; all of them to the number itself. */
export function numberSoFar(evaluated: Evaluated, pass: Pass, id: string, count: number): Grid | undefined {
  const node = evaluated.program.node(id);
  const edges = node ? termsOf(evaluated, pass, node) : [];
  if (count >= edges.length) return belowGrid(evaluated, id, SHOWN[pass]);
  const grids = edges.slice(0, count).map((edge) => gridOf(evaluated, edge, SHOWN[pass]));
  const [first] = grids;
  if (!first || grids.includes(undefined)) return undefined;
  const data = Float64Array.from(first.data, (_, k) => grids.reduce((sum, grid) => sum + grid!.data[k], 0));
  return { ...first, data };
}

/** What is written out, as LaTeX with amsmath; shapes stand under the factors. */
export function latexOfWorked({ left, lines }: Worked, evaluated: Evaluated, format?: NumberFormat): string {
  const written = lines.map((parts) => parts.map((part) => latexOfPart(part, evaluated, format)).join(' '));
  return `\\begin{aligned}\n  ${left} &= ${written.join(' \\\\\n  &= ')}\n\\end{aligned}`;
}

function latexOfPart(part: WorkedPart, evaluated: Evaluated, format?: NumberFormat): string {
  if ('tex' in part) return part.tex;
  const { rows, cols } = part;
  const grid = part.read(evaluated);
  if (rows * cols === 1 && grid) {
    const number = latexMatrix(grid, format);
    return part.term !== undefined && grid.data[0] < 0 ? `\\left(${number}\\right)` : number;
  }
  const size = `${rows}\\times ${cols}`;
  if (!grid || formOf(rows, cols) === 'size') return `\\underset{${size}}{\\text{${sizeText(rows, cols)}}}`;
  return `\\underset{${size}}{${latexMatrix(grid, format)}}`;
}
