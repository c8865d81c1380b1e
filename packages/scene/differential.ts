/**
 * The differential of a node along directions at the leaves: which components move, dy = Σ (∂y/∂x_i) dx_i written out, and what pictures of it
 * are drawn from.
 */
import type { GraphDocument } from '#document';
import {
  dense,
  ENTRY_LIMIT,
  moved,
  type NestedValue,
  nest,
  type Point,
  type ProgramNode,
  total,
  valuesAt,
} from '#engine';
import type { Evaluated } from './annotations';
import { componentNames } from './components';
import { allDirections, type Directions } from './directions';
import { named, operandTex, partialTex } from './labels';
import { DOTS, joined, numbers, type Worked, type WorkedPart } from './worked';

/** A number of a leaf that moves. */
export interface Moving {
  readonly leaf: ProgramNode;
  /** Its place in the value, by rows from 0. */
  readonly at: number;
}

/** The leaves that a node depends on and that have a direction, each with its direction dx. */
export function directionsAt(
  { nodes }: GraphDocument,
  of: ProgramNode,
  directions: Directions,
): Map<ProgramNode, Float64Array> {
  const upstream = new Set([of]);
  for (const node of upstream) for (const { from } of node.incoming) upstream.add(from);
  const all = allDirections(nodes, directions);
  const found = new Map<ProgramNode, Float64Array>();
  for (const node of of.program.nodes)
    if (upstream.has(node) && node.tensor && all.has(node.id))
      found.set(node, Float64Array.from([all.get(node.id)!].flat(2) as number[]));
  return found;
}

export const movingIn = (directions: Point): Moving[] =>
  [...directions.keys()].flatMap((leaf) => Array.from(leaf.tensor!.data, (_, at): Moving => ({ leaf, at })));

/** More components than these are told leaf by leaf. */
const MOST_COMPONENTS = 6;

/** dy = Σ (∂y/∂x_i) dx_i, component by component; of many components leaf by leaf. */
export function workedDifferential(document: GraphDocument, of: ProgramNode, directions: Point): Worked {
  const moving = movingIn(directions);
  const whole = named(document, of.id);
  const terms =
    moving.length <= MOST_COMPONENTS
      ? moving.map((one) => componentTerm(document, of, one))
      : [...directions.keys()].map((leaf) => leafTerm(document, of, leaf));
  const shown = terms.slice(0, MOST_COMPONENTS);
  const rest = terms.length > shown.length ? [DOTS] : [];
  const size = { rows: of.tensor!.data.length, cols: 1 };
  const sum = numbers('tangent', size, ({ program, pushforward }) => {
    const node = program.node(of.id);
    const data = node && pushforward.tangent(node);
    return data && { data, ...size };
  });
  return {
    left: `\\mathrm d ${operandTex(whole)}`,
    lines: [
      ...(shown.length > 0
        ? [
            joined([...shown.map(({ symbols }) => [symbols]), ...rest]),
            joined([...shown.map(({ factors }) => factors), ...rest]),
          ]
        : []),
      [sum],
    ],
  };
}

interface Term {
  readonly symbols: WorkedPart;
  readonly factors: readonly WorkedPart[];
}

function componentTerm(document: GraphDocument, of: ProgramNode, { leaf, at }: Moving): Term {
  const { tex } = componentNames(named(document, leaf.id), leaf.tensor!.shape)[at];
  const term = `${leaf.id}[${at}]`;
  const rows = of.tensor!.data.length;
  const slope = numbers('jacobian', { rows, cols: 1 }, ({ program }) => {
    const jacobian = denseTotal(program.node(leaf.id), program.node(of.id));
    const cols = leaf.tensor!.data.length;
    return jacobian && { data: jacobian.filter((_, k) => k % cols === at), rows, cols: 1 };
  });
  const direction = numbers('tangent', { rows: 1, cols: 1 }, (now) => {
    const tangent = directionIn(now, leaf.id);
    return tangent && { data: [tangent[at]], rows: 1, cols: 1 };
  });
  const partial = `\\frac{\\partial ${operandTex(named(document, of.id))}}{\\partial ${tex}}`;
  return termOf(term, `${partial}\\,\\mathrm d ${tex}`, slope, direction);
}

const termOf = (term: string, tex: string, slope: WorkedPart, direction: WorkedPart): Term => ({
  symbols: { tex, term },
  factors: [
    { ...slope, term },
    { tex: '\\cdot', term },
    { ...direction, term },
  ],
});

function leafTerm(document: GraphDocument, of: ProgramNode, leaf: ProgramNode): Term {
  const [rows, cols] = [of.tensor!.data.length, leaf.tensor!.data.length];
  const slope = numbers('jacobian', { rows, cols }, ({ program }) => {
    const data = denseTotal(program.node(leaf.id), program.node(of.id));
    return { data: data ?? [], rows, cols };
  });
  const direction = numbers('tangent', { rows: cols, cols: 1 }, (now) => {
    const data = directionIn(now, leaf.id);
    return data && { data, rows: cols, cols: 1 };
  });
  const partial = partialTex(named(document, of.id), named(document, leaf.id));
  return termOf(leaf.id, `${partial}\\,\\mathrm d ${operandTex(named(document, leaf.id))}`, slope, direction);
}

/** Undefined where its entries are too many. */
function denseTotal(from: ProgramNode | undefined, to: ProgramNode | undefined): Float64Array | undefined {
  if (!from?.tensor || !to?.tensor) return undefined;
  return from.tensor.data.length * to.tensor.data.length > ENTRY_LIMIT ? undefined : dense(total(from, to));
}

function directionIn({ program, pushforward }: Evaluated, id: string): Float64Array | undefined {
  const leaf = program.node(id);
  return leaf && pushforward.tangent(leaf);
}

/** More components than these are not drawn. */
export const MOST_CURVES = 4;

/** f(x + t dx) − f(x) for t around 0, a curve for each component, with the straight lines t J dx. */
export interface Curves {
  readonly t: readonly number[];
  readonly differences: readonly (readonly number[])[];
  readonly tangents: readonly (readonly number[])[];
}

const SAMPLES = 121;
/** The picture shows steps up to so many times h, to either side. */
const REACH = 3;

export function curvesAlong(
  of: ProgramNode,
  directions: Point,
  tangent: ArrayLike<number>,
  h: number,
): Curves {
  const t = Array.from({ length: SAMPLES }, (_, k) => ((2 * k) / (SAMPLES - 1) - 1) * REACH * h);
  const here = Float64Array.from(of.tensor!.data);
  const values = valuesAt(
    of,
    t.map((step) => moved(directions, step)),
  );
  const components = Array.from({ length: Math.min(MOST_CURVES, here.length) }, (_, i) => i);
  return {
    t,
    differences: components.map((i) => values.map((value) => value[i] - here[i])),
    tangents: components.map((i) => t.map((step) => step * tangent[i])),
  };
}

/** The values of a node over a square of two numbers, by rows of the second. */
export interface Sheet {
  /** The middle, and how far the square reaches to either side. */
  readonly middle: readonly [number, number];
  readonly radius: number;
  /** Points in a row, and rows. */
  readonly count: number;
  /** For each point the value of the node. */
  readonly values: readonly Float64Array[];
}

/** Evaluates a node over a square around the point, in two numbers. */
export function sheetOf(
  of: ProgramNode,
  [first, second]: readonly [Moving, Moving],
  radius: number,
  count: number,
): Sheet {
  const middle = [first, second].map(({ leaf, at }) => leaf.tensor!.data[at]) as [number, number];
  const offset = (k: number) => ((2 * k) / (count - 1) - 1) * radius;
  function* points(): Generator<Point> {
    for (let j = 0; j < count; j++)
      for (let i = 0; i < count; i++) {
        const point = new Map<ProgramNode, Float64Array>();
        for (const { leaf } of [first, second])
          if (!point.has(leaf)) point.set(leaf, Float64Array.from(leaf.tensor!.data));
        point.get(first.leaf)![first.at] = middle[0] + offset(i);
        point.get(second.leaf)![second.at] = middle[1] + offset(j);
        yield point;
      }
  }
  return { middle, radius, count, values: valuesAt(of, points()) };
}

/** The columns of ∂of/∂(first, second): size(of) numbers each. */
export function slopesOf(of: ProgramNode, moving: readonly Moving[]): Float64Array[] {
  const totals = new Map<ProgramNode, Float64Array>();
  return moving.map(({ leaf, at }) => {
    const cols = leaf.tensor!.data.length;
    const jacobian = totals.get(leaf) ?? dense(total(leaf, of));
    totals.set(leaf, jacobian);
    return jacobian.filter((_, k) => k % cols === at);
  });
}

/** A direction of a leaf with one number of it changed. */
export function directionWith(
  leaf: ProgramNode,
  direction: Float64Array,
  at: number,
  to: number,
): NestedValue {
  const data = Float64Array.from(direction);
  data[at] = to;
  return nest({ shape: leaf.tensor!.shape, data });
}
