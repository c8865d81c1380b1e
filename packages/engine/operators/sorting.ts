/**
 * The components of a vector in ascending order. Which one goes where depends on the point: the Jacobian is a permutation that is found anew
 * in every run.
 */
import { permutation, selection } from '../jacobian/simple';
import { type Finding, type Operator, refuse } from '../operator';
import { gather, place } from '../rules/findings';
import { describeShape } from '../shape';
import type { Tensor } from '../tensor';

export const sorting: readonly Operator[] = [
  {
    name: 'sort',
    family: 'structure',
    title: 'Sort',
    symbol: '\\operatorname{sort} x',
    help: 'The components in ascending order; each keeps its gradient.',
    source: 'Python array API standard, sort',
    synonyms: ['order', 'rank', 'trier'],
    operands: ['x'],
    attributes: {},
    shape: ([x]) => (x.length === 1 ? x : refuse(`x is ${describeShape(x)}: sort takes a vector.`)),
    value(y, [x]) {
      y.data.set(x.data);
      y.data.sort();
    },
    differential([x], _, __, { take, profile }) {
      const n = x.data.length;
      const columns = new Int32Array(n);
      if (profile !== 'strict') return [permutation(columns, () => order(columns, x.data))];
      const fill = (weights: Float64Array) => {
        order(columns, x.data);
        for (let i = 0; i < n; i++) weights[i] = isTied(columns, x.data, i) ? Number.NaN : 1;
      };
      return [selection(columns, n, { weights: take(n), fill })];
    },
    curvature: 'none',
    diagnose: ([x]) => sortKinks(x),
    tex: ([x]) => `\\operatorname{sort}(${x})`,
    jacobianTex: () => ['P'],
    examples: [{ operands: [[1.5, -2, 4, 0.3]] }, { operands: [[1.7]] }],
  },
];

/** Writes which component of x (from 0) stands where in ascending order: equal ones in their order, NaN at the end, −0 before 0. */
function order(columns: Int32Array, x: Float64Array): void {
  for (let i = 0; i < columns.length; i++) columns[i] = i;
  columns.sort((i, j) => compare(x[i], x[j]) || i - j);
}

function compare(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return Number(Object.is(b, -0)) - Number(Object.is(a, -0));
}

/** Whether place i of the order holds a number that a neighbour holds too. */
function isTied(columns: Int32Array, x: Float64Array, i: number): boolean {
  const at = (k: number) => x[columns[k]];
  return at(i) === at(i - 1) || at(i) === at(i + 1);
}

/** One finding for every number that stands in x more than once. The smallest of the equal places falls with any of them and rises with none. */
function sortKinks(x: Tensor): Finding[] {
  const groups = new Map<number, number[]>();
  x.data.forEach((v, i) => {
    const group = groups.get(v);
    if (group) group.push(i);
    else groups.set(v, [i]);
  });
  const found = [...groups].flatMap(([value, group]): Finding[] => {
    if (group.length < 2 || !Number.isFinite(value)) return [];
    const [first, second] = group.map((i) => place('x', x, i));
    const who =
      group.length === 2
        ? `${first} and ${second} are both ${value}`
        : `${first}, ${second} and ${group.length - 2} more are all ${value}`;
    const message = `sort has a kink where ${who}: which comes first changes as they move; they keep their order here.`;
    return [{ code: 'kink', message, operand: 'x', component: group[0] + 1, left: 1, right: 0 }];
  });
  return gather(found, 'x', x);
}
