/**
 * The kinds of settings operators have.
 */
import type { AttributeSpec } from './operator';

const isFiniteNumber = (value: unknown): value is number => Number.isFinite(value);

const isWholeFrom = (least: number) => (value: unknown) =>
  Number.isSafeInteger(value) && (value as number) >= least;

export function numberSetting(
  help: string,
  more: { default?: number; initial?: number; positive?: true } = {},
): AttributeSpec {
  const { positive, ...rest } = more;
  return {
    help,
    expected: positive ? 'a number > 0' : 'a finite number',
    accepts: (value) => isFiniteNumber(value) && (!positive || value > 0),
    ...rest,
  };
}

export function indexSetting(help: string): AttributeSpec {
  return {
    help,
    expected: 'a whole number ≥ 1',
    accepts: isWholeFrom(1),
    initial: 1,
  };
}

export function countSetting(help: string): AttributeSpec {
  return { help, expected: 'a whole number ≥ 0', accepts: isWholeFrom(0), initial: 1 };
}

export function indicesSetting(help: string): AttributeSpec {
  return {
    help,
    expected: 'a list of whole numbers ≥ 1',
    accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(isWholeFrom(1)),
    initial: [1],
  };
}

export function shapeSetting(help: string): AttributeSpec {
  return {
    help,
    expected: '[], [components] or [rows, columns], of whole numbers ≥ 1',
    accepts: (value) => Array.isArray(value) && value.length <= 2 && value.every(isWholeFrom(1)),
    initial: [1],
  };
}

export const axisSetting: AttributeSpec = {
  help: '0 = down the rows, 1 = across the columns, absent = over everything',
  expected: '0 or 1, or no axis at all',
  accepts: (value) => value === 0 || value === 1,
  optional: true,
  choices: [
    { value: undefined, label: 'everything' },
    { value: 0, label: '0: down the rows' },
    { value: 1, label: '1: across the columns' },
  ],
};

export const ordSetting: AttributeSpec = {
  help: 'which norm: 1, 2, "inf" or any p ≥ 1',
  expected: 'a number ≥ 1 or "inf"',
  accepts: (value) => value === 'inf' || (isFiniteNumber(value) && value >= 1),
  default: 2,
  choices: [
    { value: 1, label: '1: sum of absolute values' },
    { value: 2, label: '2: Euclidean' },
    { value: 'inf', label: 'inf: largest absolute value' },
  ],
};
