/**
 * One entry of a local Jacobian in symbols: ∂q₁/∂x₂ = W₁₂.
 */
import type { GraphDocument } from '#document';
import { type ProgramEdge, type ProgramNode, type Shape, sizeOf } from '#engine';
import { componentTex } from '../components';
import { named, operandTex } from '../labels';
import { ALGEBRA } from './algebra';
import type { Entry, EntryFormulas } from './entry';
import { LAYERS } from './layers';
import { LOSSES } from './losses';
import { REDUCTIONS } from './reductions';

const FORMULAS: EntryFormulas = { ...REDUCTIONS, ...ALGEBRA, ...LOSSES, ...LAYERS };

/**
 * TeX of ∂y_i/∂x_j; "0" where y_i does not depend on x_j whatever the numbers are. Undefined where the number is all there is to say: the
 * entries of a selection, of a reshaping and of other maps whose Jacobian is made of constants; and inside formulas and functions of the user.
 */
export function entryTex(
  document: GraphDocument,
  edge: ProgramEdge,
  row: number,
  col: number,
): string | undefined {
  const { to } = edge;
  const { op, operator, operands, attributes } = to;
  const shapes = operands.map(({ shape }) => shape);
  const component = ({ id }: ProgramNode, shape: Shape, k: number) =>
    `{${componentTex(named(document, id), shape, k)}}`;
  const entry: Entry = {
    i: row,
    j: col,
    which: to.incoming.indexOf(edge),
    shapes,
    attributes,
    of: (operand, k) => component(to.incoming[operand].from, shapes[operand], k),
    result: (k) => component(to, to.tensor!.shape, k),
    name: (operand) => operandTex(named(document, to.incoming[operand].from.id)),
  };
  if (Object.hasOwn(FORMULAS, op)) return FORMULAS[op](entry);
  if (!operator?.scalar) return undefined;
  // Entry by entry, the operator does to components what it does to numbers.
  const at = (operand: number) => row % Math.max(1, sizeOf(shapes[operand]));
  if (at(entry.which) !== col) return '0';
  const components = shapes.map((_, operand) => entry.of(operand, at(operand)));
  if (Object.hasOwn(WITHOUT_ABBREVIATIONS, op)) return WITHOUT_ABBREVIATIONS[op](components[0]);
  return operator.jacobianTex(
    components,
    attributes,
    shapes.map(() => []),
  )[entry.which];
}

/** Derivatives that are abbreviated where there is room to say by what, written out. */
const WITHOUT_ABBREVIATIONS: Readonly<Record<string, (x: string) => string>> = {
  mish: (x) =>
    `\\tanh(\\operatorname{softplus}(${x})) + ${x}\\,\\sigma(${x})\\,\\operatorname{sech}(\\operatorname{softplus}(${x}))^2`,
  gelu_tanh(x) {
    const inner = `\\sqrt{\\frac{2}{\\pi}}\\,(${x} + 0.044715\\,${x}^3)`;
    const slope = `\\sqrt{\\frac{2}{\\pi}}\\,(1 + 0.134145\\,${x}^2)`;
    return `\\frac{1}{2}\\,(1 + \\tanh(${inner})) + \\frac{1}{2}\\,${x}\\,\\operatorname{sech}(${inner})^2\\,${slope}`;
  },
};
