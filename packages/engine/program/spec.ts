/**
 * What the engine is given: nodes as plain data, and the insides of composite ones.
 */
import { type Fault, withFault } from '../fault';
import type { Attributes, Operator, Refusal } from '../operator';
import { operators } from '../operators/registry';
import type { Shape } from '../shape';
import type { NestedValue } from '../tensor';

/** A node as the engine needs it: the document's nodes are these, and so are plain literals. */
export interface NodeSpec {
  readonly id: string;
  readonly op: string;
  /** Leaves only. */
  readonly value?: NestedValue | undefined;
  /** Operand → id of the node wired to it. */
  readonly inputs?: Readonly<Record<string, string>> | undefined;
  readonly attributes?: Attributes | undefined;
  /** The inside of a composite node. */
  readonly body?: Body | undefined;
  /** A derivative that is to be wrong. */
  readonly fault?: Fault | undefined;
}

/** The operator of a node that is no leaf and no composite. */
export function operatorOf({ op, fault }: NodeSpec): Operator {
  const operator = operators.get(op);
  if (!operator) throw new Error(`unknown operator ${op}`);
  return fault ? withFault(operator, fault) : operator;
}

/** The nodes that a composite node stands for. Inside, an operand is referred to by its name. */
export interface Unfolded {
  readonly nodes: readonly NodeSpec[];
  /** Id of a node inside, or name of an operand. */
  readonly output: string;
}

/** The inside of a composite node: what an `expression` or a `function` stands for. */
export interface Body {
  /** Operand names, in order. */
  readonly operands: readonly string[];
  /** The nodes it stands for when its operands have these shapes, or why there are none. */
  unfold(shapes: readonly Shape[]): Unfolded | Refusal;
}
