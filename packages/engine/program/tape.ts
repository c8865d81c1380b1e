/**
 * The tape: a graph as flat arrays, nodes in topological order. Numbers are computed right here, each with its partial derivatives; nodes with
 * vectors or matrices are units, which know how to evaluate themselves.
 *
 * Node p has the edges starts[p] … starts[p + 1] − 1, one an operand; edge e comes from node sources[e] and carries partials[e]. A wire has
 * its own edge, so x · x has two.
 */
import { expAndSlope, sinCos, tanhAndSlope } from '../elementary';
import type { Jacobian } from '../jacobian/jacobian';
import type { Attributes, Kernel, Operator } from '../operator';
import type { Tensor } from '../tensor';

/** A node that is not a number computed from numbers, and is not evaluated by the tape itself. */
export interface Unit {
  readonly tensor: Tensor;
  /** Absent for a leaf. */
  readonly operator?: Operator;
  readonly attributes: Attributes;
  readonly operands: readonly Tensor[];
  /** One an edge. */
  readonly jacobians: readonly Jacobian[];
}

export interface Tape {
  /** How a node is computed: a code below, or {@link FIRST_KERNEL} + k for kernels[k]. */
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  /** One longer than there are edges, so that a second operand may be read where there is none. */
  readonly sources: Int32Array;
  /** Values of the nodes that are numbers. */
  readonly primals: Float64Array;
  /** Slopes of the edges between numbers. */
  readonly partials: Float64Array;
  readonly kernels: readonly Kernel[];
  /** By node; holes where the tape computes. */
  readonly units: readonly (Unit | undefined)[];
}

/** Nothing to compute: a number that is given, or a node with a problem. */
export const GIVEN = 0;
export const UNIT = 1;
const ADD = 2;
const SUBTRACT = 3;
const MULTIPLY = 4;
const NEGATIVE = 5;
const SIN = 6;
const TANH = 7;
const EXP = 8;
export const FIRST_KERNEL = 9;

/** The operators so common that the tape has them inline. The laws of the tape hold them to their operators, bit by bit. */
export const INLINE: ReadonlyMap<string, number> = new Map([
  ['add', ADD],
  ['subtract', SUBTRACT],
  ['multiply', MULTIPLY],
  ['negative', NEGATIVE],
  ['sin', SIN],
  ['tanh', TANH],
  ['exp', EXP],
]);

/** Slopes that never change, by code: written once, when a program is made. */
export const CONSTANT_SLOPES: readonly (readonly number[] | undefined)[] = Object.assign([], {
  [ADD]: [1, 1],
  [SUBTRACT]: [1, -1],
  [NEGATIVE]: [-1],
});

/** Evaluates the nodes from position `first` up to, not including, `end`: values and local Jacobians. */
export function evaluate(tape: Tape, first: number, end: number): void {
  const { codes, starts, sources, primals: y, partials: d, kernels } = tape;
  for (let p = first; p < end; p++) {
    const e = starts[p];
    switch (codes[p]) {
      case GIVEN:
        break;
      case UNIT:
        evaluateUnit(tape.units[p]!);
        break;
      case ADD:
        y[p] = y[sources[e]] + y[sources[e + 1]];
        break;
      case SUBTRACT:
        y[p] = y[sources[e]] - y[sources[e + 1]];
        break;
      case MULTIPLY: {
        const a = y[sources[e]];
        const b = y[sources[e + 1]];
        y[p] = a * b;
        d[e] = b;
        d[e + 1] = a;
        break;
      }
      case NEGATIVE:
        y[p] = -y[sources[e]];
        break;
      case SIN:
        sinCos(y, sources[e], p, d, e);
        break;
      case TANH:
        tanhAndSlope(y, sources[e], p, d, e);
        break;
      case EXP:
        expAndSlope(y, sources[e], p, d, e);
        break;
      default:
        kernels[codes[p] - FIRST_KERNEL](y, sources[e], sources[e + 1], p, d, e);
    }
  }
}

function evaluateUnit({ operator, tensor, operands, attributes, jacobians }: Unit): void {
  if (!operator) return;
  operator.value(tensor, operands, attributes);
  for (let k = 0; k < jacobians.length; k++) jacobians[k].refresh?.();
}

/** Evaluates one node and says whether its value may have changed. */
export function evaluateNode(tape: Tape, p: number): boolean {
  const { primals } = tape;
  const before = primals[p];
  evaluate(tape, p, p + 1);
  return tape.codes[p] === UNIT || !Object.is(primals[p], before);
}
