/**
 * The way back: a graph of operators, written as one formula. Leaves that vary keep their names, constants become numbers, and a node that is
 * used twice is written twice (and read back as one).
 */
import {
  type Attributes,
  describeShape,
  flattenNested,
  type NestedValue,
  type NodeSpec,
  operandNames,
  operators,
  type Refusal,
  readAttributes,
  type Shape,
  shapeOfNested,
} from '#engine';
import { isRefused } from './building';
import { CONSTANTS } from './constants';
import { NESTING_LIMIT } from './grammar';
import { parseFormula } from './parse';
import { isFormulaProblem } from './problem';
import { spelled, type Written } from './spelling';

/** No formula is written longer, in characters. */
const LENGTH_LIMIT = 2_000;

/** The formula for the node `output`, or the node that no formula can say. */
export function formulaOf(nodes: readonly NodeSpec[], output: string): string | Refusal {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const leaves = nodes.filter(({ op }) => op !== 'constant').map(({ id }) => id);
  const names = new Map(
    [...CONSTANTS].flatMap(([name, value]) => (leaves.includes(name) ? [] : [[value, name] as const])),
  );
  const done = new Map<string, Written>();
  // Operands first; a stack instead of recursion, since a graph may be deep.
  const waiting = [output];
  const entered = new Set<string>();
  while (waiting.length > 0) {
    const id = waiting.at(-1)!;
    const node = byId.get(id);
    if (!node) return unsayable(`There is no node ${id} to write as a formula.`);
    const missing = done.has(id)
      ? []
      : Object.values(node.inputs ?? {}).filter((source) => !done.has(source));
    if (missing.length > 0) {
      if (entered.has(id)) throw new Error('the wires go round in a circle');
      entered.add(id);
      waiting.push(...missing);
      continue;
    }
    waiting.pop();
    if (done.has(id)) continue;
    const written = writeNode(node, done, names);
    if (isRefused(written)) return written;
    if (written.text.length > LENGTH_LIMIT)
      return unsayable(`The formula up to ${id} would be longer than ${LENGTH_LIMIT} characters.`);
    done.set(id, written);
  }
  const { text } = done.get(output)!;
  // The text is made of what a formula may hold; only its depth is not known before.
  if (!isFormulaProblem(parseFormula(text, leaves))) return text;
  return unsayable(
    `The formula of ${output} could not be read again: it would be nested over ${NESTING_LIMIT} deep.`,
  );
}

const unsayable = (message: string): Refusal => ({ code: 'expression', message });

function writeNode(
  node: NodeSpec,
  done: ReadonlyMap<string, Written>,
  constants: ReadonlyMap<number, string>,
): Written | Refusal {
  const { id, op } = node;
  if (op === 'constant') return writeConstant(node, constants);
  if (op === 'variable' || op === 'parameter')
    return { text: id, level: 'atom', shape: shapeOfNested(node.value ?? 0), literal: false };
  const operator = operators.get(op);
  if (!operator) return unsayable(`${id} (${op}) is no operator that a formula can call.`);
  const inputs = node.inputs ?? {};
  const names = operandNames(operator.operands, Object.keys(inputs));
  const gap = names.find((name) => !Object.hasOwn(inputs, name));
  if (gap)
    return unsayable(`The operand ${gap} of ${id} (${op}) has no wire: there is nothing to write for it.`);
  const operands = names.map((name) => done.get(inputs[name])!);
  const read = readAttributes(operator, node.attributes);
  if ('code' in read) return { code: read.code, message: `${id}: ${read.message}` };
  const shape = operator.shape(
    operands.map((operand) => operand.shape),
    read.attributes,
  );
  if ('code' in shape) return { code: shape.code, message: `${id}: ${shape.message}` };
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).filter(([, value]) => value !== undefined),
  );
  const odd = Object.keys(attributes).find((name) => settingText(attributes[name]) === undefined);
  if (odd !== undefined)
    return unsayable(`The setting ${odd} of ${id} (${op}) cannot be written in a formula.`);
  return spelled(operator, operands, settingTexts(attributes), shape);
}

function writeConstant(
  { id, value = 0 }: NodeSpec,
  constants: ReadonlyMap<number, string>,
): Written | Refusal {
  const shape: Shape = shapeOfNested(value);
  const name = typeof value === 'number' ? constants.get(value) : undefined;
  if (name) return { text: name, level: 'atom', shape, literal: false };
  if (flattenNested(value).length > LENGTH_LIMIT / 2)
    return unsayable(`${id} is ${describeShape(shape)}: too many numbers to write in a formula.`);
  const text = numbersText(value);
  return { text, level: text.startsWith('-') ? 'negative' : 'atom', shape, literal: true };
}

function numbersText(value: NestedValue): string {
  if (typeof value === 'number') return numberText(value);
  if (value.length > 0 && typeof value[0] !== 'number')
    return `[${(value as readonly (readonly number[])[]).map((row) => row.map(numberText).join(', ')).join('; ')}]`;
  return `[${(value as readonly number[]).map(numberText).join(', ')}]`;
}

const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

function settingText(value: unknown): string | undefined {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return /^\w*$/.test(value) ? `"${value}"` : undefined;
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'number')) return undefined;
  return numbersText(value);
}

const settingTexts = (attributes: Attributes): ReadonlyMap<string, string> =>
  new Map(Object.entries(attributes).map(([name, value]) => [name, settingText(value)!]));
