/**
 * How an operator is spelled in a formula: by its sign where the sign is read back as the same operator, as a call otherwise.
 */
import type { Operator, Shape } from '#engine';

/** What binds tighter stands further down. */
const LEVELS = ['sum', 'product', 'negative', 'power', 'atom'] as const;
type Level = (typeof LEVELS)[number];

/** A node, written. */
export interface Written {
  readonly text: string;
  readonly level: Level;
  readonly shape: Shape;
  /** Numbers alone: these are read back as one constant, or as a fixed exponent. */
  readonly literal: boolean;
}

type Spelling = (
  operands: readonly Written[],
  settings: ReadonlyMap<string, string>,
) => { readonly text: string; readonly level: Level } | undefined;

const isScalar = ({ shape }: Written) => shape.length === 0;

/** The text, in brackets if it binds less tightly than its place asks, or begins with a sign after another sign. */
function within({ text, level }: Written, least: Level, first: boolean): string {
  const loose = LEVELS.indexOf(level) < LEVELS.indexOf(least);
  return loose || (!first && text.startsWith('-')) ? `(${text})` : text;
}

const tighter = (level: Level): Level => LEVELS[LEVELS.indexOf(level) + 1];

/** Signs group from the left, so that a right operand must bind tighter. */
function infix(sign: string, level: Level, [a, b]: readonly Written[]) {
  return { text: `${within(a, level, true)}${sign}${within(b, tighter(level), false)}`, level };
}

/** e^x is `exp`, whatever else may be meant by it. */
const isNatural = ({ text }: Written) => text === 'e';

function raised(x: Written, exponent: string) {
  if (isNatural(x)) return undefined;
  const sign = isScalar(x) ? '^' : ' .^ ';
  return { text: `${within(x, 'atom', false)}${sign}${exponent}`, level: 'power' as const };
}

const atom = (text: string) => ({ text, level: 'atom' as const });

const SPELLINGS: ReadonlyMap<string, Spelling> = new Map<string, Spelling>([
  ['add', (operands) => infix(' + ', 'sum', operands)],
  ['subtract', (operands) => infix(' - ', 'sum', operands)],
  ['multiply', (operands) => infix(operands.some(isScalar) ? '*' : ' .* ', 'product', operands)],
  ['divide', (operands) => infix(isScalar(operands[1]) ? '/' : ' ./ ', 'product', operands)],
  ['matvec', (operands) => infix('*', 'product', operands)],
  ['matmul', (operands) => infix('*', 'product', operands)],
  ['transpose', ([x]) => atom(`${within(x, 'atom', false)}'`)],
  // −2 would be read as a number.
  [
    'negative',
    ([x]) => (x.literal ? undefined : { text: `-${within(x, 'negative', false)}`, level: 'negative' }),
  ],
  ['square', ([x]) => raised(x, '2')],
  ['cube', ([x]) => raised(x, '3')],
  [
    'power',
    ([x], settings) => {
      const exponent = settings.get('exponent')!;
      // x^2 is read as `square`, x^3 as `cube`.
      return exponent === '2' || exponent === '3' ? undefined : raised(x, exponent);
    },
  ],
  [
    'pow',
    ([a, b]) =>
      b.literal || isNatural(a) || !isScalar(a) || !isScalar(b)
        ? undefined
        : { text: `${within(a, 'atom', false)}^${within(b, 'atom', false)}`, level: 'power' },
  ],
  ['index', ([x], settings) => atom(`${within(x, 'atom', false)}[${settings.get('index')}]`)],
  [
    'slice',
    ([x], settings) => atom(`${within(x, 'atom', false)}[${settings.get('start')}:${settings.get('end')}]`),
  ],
  ['row', ([x], settings) => atom(`${within(x, 'atom', false)}[${settings.get('index')}, :]`)],
  ['column', ([x], settings) => atom(`${within(x, 'atom', false)}[:, ${settings.get('index')}]`)],
  [
    'stack',
    (operands) =>
      operands.every(({ literal }) => literal)
        ? undefined
        : atom(`[${operands.map(({ text }) => text).join(', ')}]`),
  ],
]);

export function spelled(
  operator: Operator,
  operands: readonly Written[],
  settings: ReadonlyMap<string, string>,
  shape: Shape,
): Written {
  const spelling =
    SPELLINGS.get(operator.name)?.(operands, settings) ?? atom(call(operator, operands, settings));
  const arithmetic = ['add', 'subtract', 'multiply', 'divide', 'negative'].includes(operator.name);
  const literal = arithmetic && shape.length === 0 && operands.every((operand) => operand.literal);
  return { ...spelling, shape, literal };
}

/** `clip(x, -1, 1)` when the settings are the first that the operator has, `norm(x, {ord: "inf"})` otherwise. */
function call(
  { name, attributes }: Operator,
  operands: readonly Written[],
  settings: ReadonlyMap<string, string>,
): string {
  const args = operands.map(({ text }) => text);
  const order = Object.keys(attributes).filter((setting) => setting !== 'axis');
  const plain = [...settings].every(([setting, text], i) => setting === order[i] && !text.startsWith('"'));
  if (plain) args.push(...settings.values());
  else args.push(`{${[...settings].map(([setting, text]) => `${setting}: ${text}`).join(', ')}}`);
  return `${name}(${args.join(', ')})`;
}
