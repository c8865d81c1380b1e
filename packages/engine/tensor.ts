/**
 * Values: float64 numbers with a shape, matrices stored by rows (C order).
 */
import { describeShape, type Shape, sizeOf } from './shape';

export interface Tensor {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** A value as it stands in a file: a number, a column, or equally long rows. */
export type NestedValue = number | readonly number[] | readonly (readonly number[])[];

export function shapeOfNested(value: NestedValue): Shape {
  if (typeof value === 'number') return [];
  const first = value[0];
  return Array.isArray(first) ? [value.length, first.length] : [value.length];
}

export function flattenNested(value: NestedValue): number[] {
  return typeof value === 'number' ? [value] : (value as readonly (number | number[])[]).flat();
}

export function tensorOf(value: NestedValue): Tensor {
  return { shape: shapeOfNested(value), data: Float64Array.from(flattenNested(value)) };
}

/** The inverse of {@link tensorOf}. */
export function nest({ shape, data }: Tensor): NestedValue {
  if (shape.length === 0) return data[0];
  if (shape.length === 1) return Array.from(data);
  return rowsOf(data, shape[0], shape[1]);
}

/** A row-major buffer as an array of rows. */
export function rowsOf(data: Float64Array, rows: number, cols: number): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * cols, (i + 1) * cols)));
}

/** Copies `value` into `tensor`; throws when the shapes differ, which only a caller's bug can cause. */
export function assign(tensor: Tensor, value: NestedValue): void {
  const flat = flattenNested(value);
  if (flat.length !== sizeOf(tensor.shape))
    throw new RangeError(`expected ${describeShape(tensor.shape)}, got ${flat.length} numbers`);
  tensor.data.set(flat);
}

/** Whether every entry is finite, without a branch for each: 0 times anything else is NaN. */
export function allFinite(data: Float64Array): boolean {
  let even = 0;
  let odd = 0;
  for (let i = 1; i < data.length; i += 2) {
    even += data[i - 1] * 0;
    odd += data[i] * 0;
  }
  if (data.length % 2 === 1) even += data[data.length - 1] * 0;
  return even + odd === 0;
}
