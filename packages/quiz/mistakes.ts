/**
 * The mistakes that students make, each as the answer that it gives: computed on the graph itself, with the mistake in it.
 */
import { compileDocument, type GraphDocument } from '#document';
import {
  compile,
  dense,
  type NestedValue,
  nest,
  type ProgramEdge,
  type ProgramNode,
  Pullback,
  pathsBetween,
  sameShape,
} from '#engine';
import type { Evaluated, Grid } from '#scene';
import { edgeOf, type Question, rightAnswer } from './question';

export const MISTAKES = [
  'transposed',
  'order',
  'missing path',
  'counted twice',
  'wrong point',
  'stale weights',
  'elementwise softmax',
  'elementwise product',
  'not summed',
  'kink',
  'sign',
  'lost factor',
] as const;
export type Mistake = (typeof MISTAKES)[number];

export interface Candidate {
  readonly mistake: Mistake;
  readonly answer: Grid;
}

/** What each mistake would give as the answer to a question; mistakes that cannot be made there give none. */
export function mistakesOf(document: GraphDocument, evaluated: Evaluated, question: Question): Candidate[] {
  const right = rightAnswer(evaluated, question);
  if (!right) return [];
  switch (question.kind) {
    case 'jacobians': {
      const edge = edgeOf(evaluated, question.id)!;
      const wrong = wrongJacobians(evaluated, edge).map(({ mistake, jacobian }) => ({
        mistake,
        answer: jacobian,
      }));
      return [...wrong, ...transpositions(right), ...scalings(right, [edge])];
    }
    case 'products':
      return wrongProducts(evaluated, edgeOf(evaluated, question.id)!, right);
    case 'gradients':
      return wrongGradients(document, evaluated, evaluated.program.node(question.id)!, right);
    case 'shapes': {
      const [rows, cols] = Array.from(right.data);
      return [{ mistake: 'transposed', answer: { ...right, data: [cols, rows] } }];
    }
    case 'values':
      return scalings(right, []);
  }
}

/** A row for a column. */
function transpositions(right: Grid): Candidate[] {
  return right.rows * right.cols > 1 ? [{ mistake: 'transposed', answer: transposed(right) }] : [];
}

function transposed({ data, rows, cols }: Grid): Grid {
  const out = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) out[j * rows + i] = data[i * cols + j];
  return { data: out, rows: cols, cols: rows };
}

/** A factor of 2 or of n that was lost, or is too much; a wrong sign. */
function scalings(right: Grid, edges: readonly ProgramEdge[]): Candidate[] {
  const counts = new Set([2, ...edges.map(({ from }) => from.tensor!.data.length)]);
  const factors = [...counts].filter((n) => n > 1).flatMap((n) => [1 / n, n]);
  return [
    { mistake: 'sign', answer: times(right, -1) },
    ...factors.map((factor): Candidate => ({ mistake: 'lost factor', answer: times(right, factor) })),
  ];
}

const times = ({ data, rows, cols }: Grid, factor: number): Grid => ({
  data: Float64Array.from(data, (v) => factor * v),
  rows,
  cols,
});

interface WrongJacobian {
  readonly mistake: Mistake;
  readonly jacobian: Grid;
}

/** Local Jacobians as they come out of a mistake; of the size they should have. */
function wrongJacobians(evaluated: Evaluated, edge: ProgramEdge): WrongJacobian[] {
  const right = gridOf(edge);
  const { rows, cols } = right;
  const wrong: WrongJacobian[] = [];
  for (const jacobian of atOtherPoints(edge)) wrong.push({ mistake: 'wrong point', jacobian });
  const { op, tensor } = edge.to;
  if ((op === 'softmax' || op === 'log_softmax') && tensor!.shape.length === 1) {
    const s = tensor!.data;
    wrong.push({ mistake: 'elementwise softmax', jacobian: diagonal(rows, (i) => s[i] * (1 - s[i])) });
  }
  if (rows === cols && rows > 1)
    wrong.push({ mistake: 'elementwise product', jacobian: diagonal(rows, (i) => right.data[i * cols + i]) });
  const kinked = otherSides(evaluated, edge, right);
  if (kinked) wrong.push({ mistake: 'kink', jacobian: kinked });
  return wrong;
}

const gridOf = ({ jacobian }: ProgramEdge): Grid => {
  const { rows, cols } = jacobian!;
  return { data: dense(jacobian!), rows, cols };
};

function diagonal(n: number, entry: (i: number) => number): Grid {
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) data[i * n + i] = entry(i);
  return { data, rows: n, cols: n };
}

/** The derivative of a function of one operand, at the value instead of the operand, and at what the operand is computed from. */
function atOtherPoints({ from, to }: ProgramEdge): Grid[] {
  if (to.incoming.length !== 1 || !to.operator) return [];
  const [{ operand }] = to.incoming;
  const points = [to, ...from.incoming.map(({ from: earlier }) => earlier)]
    .map(({ tensor }) => tensor!)
    .filter(({ shape }) => sameShape(shape, from.tensor!.shape));
  return points.flatMap((tensor) => {
    const program = compile([
      { id: 'u', op: 'variable', value: nest(tensor) },
      { id: 'v', op: to.op, inputs: { [operand]: 'u' }, attributes: to.attributes },
    ]).run();
    const edge = program.edge('v', operand);
    return edge?.jacobian ? [gridOf(edge)] : [];
  });
}

/** At kinks the slope of the side that is not used. */
function otherSides({ diagnostics }: Evaluated, edge: ProgramEdge, right: Grid): Grid | undefined {
  const kinks = diagnostics.filter(
    ({ code, node, operand }) =>
      code === 'kink' && node === edge.to.id && (operand ?? edge.operand) === edge.operand,
  );
  if (kinks.length === 0 || right.rows !== right.cols) return undefined;
  const data = Float64Array.from(right.data);
  const zeroAt = Array.from(edge.from.tensor!.data, (_, i) => i).filter((i) =>
    kinks.some(
      ({ component = 1 }) =>
        component === i + 1 || edge.from.tensor!.data[i] === edge.from.tensor!.data[component - 1],
    ),
  );
  for (const i of zeroAt) {
    const { left = 0, right: after = 0 } = kinks[0];
    data[i * right.cols + i] = data[i * right.cols + i] === left ? after : left;
  }
  return { ...right, data };
}

type JacobianOf = (edge: ProgramEdge) => Grid;

/** ∂target/∂node by plain products over dense Jacobians, whichever they are said to be. */
function pulledBack({ pullback }: Evaluated, node: ProgramNode, jacobianOf: JacobianOf): Grid {
  const { target, rows } = pullback!;
  const known = new Map<ProgramNode, Grid>();
  const rowOf = (at: ProgramNode): Grid => {
    const before = known.get(at);
    if (before) return before;
    const cols = at.tensor!.data.length;
    const data = new Float64Array(rows * cols);
    if (at === target) for (let i = 0; i < rows; i++) data[i * cols + i] = 1;
    else
      for (const edge of at.outgoing.filter(({ to }) => pullback!.reaches(to)))
        addProduct(data, rowOf(edge.to), jacobianOf(edge));
    const row = { data, rows, cols };
    known.set(at, row);
    return row;
  };
  return rowOf(node);
}

/** out += a b, where the sizes say so. */
function addProduct(out: Float64Array, a: Grid, b: Grid): void {
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < a.cols; k++)
      for (let j = 0; j < b.cols; j++) out[i * b.cols + j] += a.data[i * a.cols + k] * b.data[k * b.cols + j];
}

/** A row times a local Jacobian that came out of a mistake, or times its transpose; the two in the other order. */
function wrongProducts(evaluated: Evaluated, edge: ProgramEdge, right: Grid): Candidate[] {
  const { rows: arriving } = evaluated.pullback!;
  const { rows: passed, cols } = edge.jacobian!;
  if (passed * cols > MOST_WORK) return [...transpositions(right), ...scalings(right, [edge])];
  const row: Grid = { data: evaluated.pullback!.gradient(edge.to)!, rows: arriving, cols: passed };
  const local = gridOf(edge);
  const candidates = transpositions(right);
  if (local.rows === local.cols && local.rows > 1)
    candidates.push({ mistake: 'transposed', answer: product(row, transposed(local)) });
  for (const { mistake, jacobian } of wrongJacobians(evaluated, edge))
    candidates.push({ mistake, answer: product(row, jacobian) });
  if (row.rows === local.cols && passed * passed <= MOST_WORK)
    candidates.push({ mistake: 'order', answer: product(local, row) });
  return [...candidates, ...scalings(right, [edge])];
}

/** Of graphs with larger Jacobians only mistakes of the whole are told: everything is computed once for each edge. */
const MOST_WORK = 200_000;
/** More paths than these nobody forgets one of. */
const MOST_PATHS = 30;
/** A step of learning that was taken too early. */
const RATE = 0.5;

function wrongGradients(
  document: GraphDocument,
  evaluated: Evaluated,
  node: ProgramNode,
  right: Grid,
): Candidate[] {
  const { target } = evaluated.pullback!;
  const { paths } = pathsBetween(node, target, MOST_PATHS);
  if (!paths) return [...transpositions(right), ...scalings(right, [])];
  const edges = [...new Set(paths.flatMap((path) => path.edges))];
  const work = edges.reduce((sum, { jacobian }) => sum + jacobian!.rows * jacobian!.cols, 0) * edges.length;
  if (work > MOST_WORK) return [...transpositions(right), ...scalings(right, [])];
  const along = paths.map(({ jacobian }): Grid => ({ ...right, data: dense(jacobian) }));
  const withOne = (edge: ProgramEdge, jacobian: Grid) =>
    pulledBack(evaluated, node, (other) => (other === edge ? jacobian : gridOf(other)));
  const candidates: Candidate[] = [...transpositions(right)];
  const add = (mistake: Mistake, answer: Grid | undefined) => {
    if (answer) candidates.push({ mistake, answer });
  };
  for (const edge of edges) {
    const local = gridOf(edge);
    if (local.rows === local.cols && local.rows > 1) add('transposed', withOne(edge, transposed(local)));
    for (const { mistake, jacobian } of wrongJacobians(evaluated, edge))
      add(mistake, withOne(edge, jacobian));
    if (edges.length > 1) add('sign', withOne(edge, times(local, -1)));
  }
  if (along.length > 1)
    for (const one of along) {
      add('missing path', combined(right, one, -1));
      add('counted twice', combined(right, one, 1));
    }
  for (const edge of node.outgoing.filter(({ to }) => evaluated.pullback!.reaches(to))) {
    const row = pulledBack(evaluated, edge.to, gridOf);
    const local = gridOf(edge);
    if (row.rows === local.cols) add('order', product(local, row));
    if (local.rows > local.cols) add('not summed', row);
    // u ⊙ x where u ⊗ x stands.
    const others = edge.to.incoming.filter((other) => other !== edge).map(({ from }) => from.tensor!.data);
    const other = others.find((data) => data.length === row.cols && row.rows === 1 && row.cols < local.cols);
    if (other)
      add('elementwise product', { ...row, data: Float64Array.from(row.data, (v, k) => v * other[k]) });
  }
  add('stale weights', afterStep(document, evaluated, node, right));
  return [...candidates, ...scalings(right, edges)];
}

const combined = (a: Grid, b: Grid, sign: 1 | -1): Grid => ({
  ...a,
  data: Float64Array.from(a.data, (v, k) => v + sign * b.data[k]),
});

function product(left: Grid, right: Grid): Grid {
  const data = new Float64Array(left.rows * right.cols);
  addProduct(data, left, right);
  return { data, rows: left.rows, cols: right.cols };
}

/** The gradient with weights that were already updated. */
function afterStep(
  document: GraphDocument,
  { program, pullback }: Evaluated,
  node: ProgramNode,
  right: Grid,
): Grid | undefined {
  if (pullback!.rows !== 1) return undefined;
  const values = new Map<string, NestedValue>();
  for (const weights of program.nodes)
    if (weights.op === 'parameter' && weights !== node && pullback!.reaches(weights)) {
      const gradient = pullback!.gradient(weights);
      if (!gradient) return undefined;
      const { shape, data } = weights.tensor!;
      values.set(weights.id, nest({ shape, data: data.map((v, k) => v - RATE * gradient[k]) }));
    }
  if (values.size === 0) return undefined;
  const moved = compileDocument(document, { values, profile: program.profile }).run();
  const target = moved.node(pullback!.target.id);
  if (!target?.tensor) return undefined;
  const data = new Pullback(moved, target).run().gradient(moved.node(node.id)!);
  return data && { ...right, data: Float64Array.from(data) };
}
