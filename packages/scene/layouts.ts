/**
 * One derivative as different books and programs write it: the same numbers, in other places.
 *
 * Layouts as in K. Petersen and M. Pedersen, The Matrix Cookbook, and J. Magnus and H. Neudecker, Matrix Differential Calculus (vec by columns);
 * shapes as in the documentation of torch.autograd.functional.jacobian, jax.jacobian and sympy.derive_by_array.
 */
import type { GraphDocument } from '#document';
import { dense, ENTRY_LIMIT, type ProgramNode, type Shape, sizeOf, total } from '#engine';
import { named, operandTex, partialTex } from './labels';
import type { Grid } from './matrix';

export const LAYOUTS = [
  'numerator',
  'canonical row',
  'folded',
  'numerator of a matrix',
  'columns first',
  'denominator',
  'mixed',
  'pytorch',
  'jax',
  'sympy',
] as const;
export type LayoutName = (typeof LAYOUTS)[number];

export interface Layout {
  readonly name: LayoutName;
  readonly tex: string;
  readonly rows: number;
  readonly cols: number;
  /** What a program is told to do. */
  readonly code?: string;
  /** The shape of what a program gives, as it writes it. */
  readonly shape?: string;
  read(): Grid | undefined;
}

/** ∂of/∂by in every layout that differs from the others; both have values. */
export function layoutsOf(document: GraphDocument, of: ProgramNode, by: ProgramNode): Layout[] {
  const [v, u] = [of.tensor!.shape, by.tensor!.shape];
  const [m, n] = [sizeOf(v), sizeOf(u)];
  if (m * n > ENTRY_LIMIT) return [];
  const symbol = partialTex(named(document, of.id), named(document, by.id), 'dfrac');
  const [z, x] = [of, by].map(({ id }) => operandTex(named(document, id)));
  const jacobian = () => dense(total(by, of));
  const make = (
    name: LayoutName,
    tex: string,
    rows: number,
    cols: number,
    more: Partial<Layout> = {},
  ): Layout => ({
    name,
    tex,
    rows,
    cols,
    read: () => ({ data: jacobian(), rows, cols }),
    ...more,
  });
  const placed = (rows: number, cols: number, source: (i: number, j: number) => number) => () => {
    const data = jacobian();
    return {
      data: Float64Array.from(
        { length: rows * cols },
        (_, k) => data[source(Math.floor(k / cols), k % cols)],
      ),
      rows,
      cols,
    };
  };
  const isMatrix = u.length === 2;
  const [r, c] = isMatrix ? u : [n, 1];
  const turned = placed(n, m, (i, j) => j * n + i);
  const list = [make(isMatrix && m === 1 ? 'canonical row' : 'numerator', symbol, m, n)];
  if (isMatrix && m === 1)
    list.push(
      make('folded', `\\nabla_{${x}}\\,${z}`, r, c),
      make('numerator of a matrix', symbol, c, r, { read: placed(c, r, (i, j) => j * c + i) }),
    );
  const ofMatrix = v.length === 2;
  if ((isMatrix || ofMatrix) && m > 1) {
    const places = (shape: Shape) => (k: number) =>
      shape.length === 2 ? (k % shape[0]) * shape[1] + Math.floor(k / shape[0]) : k;
    const [rowAt, colAt] = [places(v), places(u)];
    const vec = (name: string, matrix: boolean) => (matrix ? `\\mathrm{vec}\\,${name}` : name);
    const tex = `\\frac{\\partial\\,${vec(z, ofMatrix)}}{\\partial\\,${vec(x, isMatrix)}}`;
    const byColumns = placed(m, n, (i, j) => rowAt(i) * n + colAt(j));
    list.push(make('columns first', tex, m, n, { read: byColumns }));
  }
  if (m * n > 1 && !(isMatrix && m === 1)) list.push(make('denominator', symbol, n, m, { read: turned }));
  if (!isMatrix && m === 1 && n > 1) list.push(make('mixed', `\\nabla ${z}`, n, 1));
  const sympyFirst = { read: turned, rows: n, cols: m };
  return [
    ...list,
    ...programs(of, by, v, u).map((one) =>
      make(one.name, symbol, one.rows, one.cols, { ...one, ...(one.variablesFirst && m > 1 && sympyFirst) }),
    ),
  ];
}

interface InProgram extends Pick<Layout, 'name' | 'rows' | 'cols'> {
  readonly code: string;
  readonly shape: string;
  /** The indices of the operand come before those of the result. */
  readonly variablesFirst?: boolean;
}

const tuple = (shape: Shape): string => (shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`);

function programs(of: ProgramNode, by: ProgramNode, v: Shape, u: Shape): InProgram[] {
  const [m, n] = [sizeOf(v), sizeOf(u)];
  const [rows, cols] = m === 1 ? [u[0] ?? 1, u[1] ?? 1] : [m, n];
  const gradient = v.length === 0;
  return [
    {
      name: 'pytorch',
      code: gradient
        ? `${of.id}.backward(); ${by.id}.grad`
        : `torch.autograd.functional.jacobian(f, ${by.id})`,
      shape: tuple([...v, ...u]),
      rows,
      cols,
    },
    {
      name: 'jax',
      code: gradient ? `jax.grad(f)(${by.id})` : `jax.jacobian(f)(${by.id})`,
      shape: tuple([...v, ...u]),
      rows,
      cols,
    },
    sympy(of, by, v, u, { rows, cols }),
  ];
}

/** Of numbers a number, of vectors a matrix; of anything else an array, the variables first. */
function sympy(
  of: ProgramNode,
  by: ProgramNode,
  v: Shape,
  u: Shape,
  size: { readonly rows: number; readonly cols: number },
): InProgram {
  const [m, n] = [sizeOf(v), sizeOf(u)];
  if (v.length + u.length === 0)
    return { name: 'sympy', code: `diff(${of.id}, ${by.id})`, shape: '()', rows: 1, cols: 1 };
  if (v.length === 2 || u.length === 2)
    return {
      name: 'sympy',
      code: `derive_by_array(${of.id}, ${by.id})`,
      shape: tuple([...u, ...v]),
      ...size,
      variablesFirst: true,
    };
  const column = u.length === 0 ? `[${by.id}]` : by.id;
  return {
    name: 'sympy',
    code: `Matrix([${of.id}]).jacobian(${column})`,
    shape: tuple([m, n]),
    rows: m,
    cols: n,
  };
}
