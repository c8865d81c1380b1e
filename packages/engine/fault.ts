/**
 * Derivatives made wrong on purpose, by the mistakes that people make, for a gradient check to find.
 */
import { dense, type Jacobian } from './jacobian/jacobian';
import { matrix } from './jacobian/simple';
import type { Operator } from './operator';

/** The wrong sign; a factor ½ that was forgotten, or a 2; a square Jacobian transposed. */
export const FAULT_KINDS = ['sign', 'factor', 'transposed'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  /** Which operand the derivative is with respect to, counted from 0. */
  readonly at: number;
  readonly kind: FaultKind;
}

/** The operator with one of its derivatives wrong; its values are right. */
export const withFault = (operator: Operator, { at, kind }: Fault): Operator => {
  const { scalar: _, ...others } = operator;
  return {
    ...others,
    differential: (operands, y, attributes, binding) =>
      operator
        .differential(operands, y, attributes, binding)
        .map((jacobian, k) => (k === at ? broken(jacobian, kind) : jacobian)),
  };
};

function broken(right: Jacobian, kind: FaultKind): Jacobian {
  const { rows, cols } = right;
  if (kind === 'transposed' && rows !== cols) return right;
  return matrix(new Float64Array(rows * cols), rows, cols, (wrong) => {
    right.refresh?.();
    const entries = dense(right);
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < cols; j++) wrong[i * cols + j] = mistaken(entries, i, j, cols, kind);
  });
}

function mistaken(entries: Float64Array, i: number, j: number, cols: number, kind: FaultKind): number {
  switch (kind) {
    case 'sign':
      return -entries[i * cols + j];
    case 'factor':
      return entries[i * cols + j] / 2;
    case 'transposed':
      return entries[j * cols + i];
  }
}

/** A mistake that changes less of a Jacobian is none: a symmetric matrix may be so up to rounding. */
const NOTICEABLE = 1e-3;

/** The faults that would change a Jacobian as it is now. */
export function faultsOf(jacobian: Jacobian): FaultKind[] {
  const { rows, cols } = jacobian;
  const entries = dense(jacobian);
  if (!entries.every(Number.isFinite)) return [];
  const largest = entries.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  const changes = (kind: FaultKind) =>
    entries.some((entry, k) => {
      const wrong = mistaken(entries, Math.floor(k / cols), k % cols, cols, kind);
      return Math.abs(wrong - entry) > NOTICEABLE * largest;
    });
  return FAULT_KINDS.filter((kind) => (kind !== 'transposed' || rows === cols) && changes(kind));
}
