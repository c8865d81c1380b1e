/**
 * The inside of a composite node: the graph that an `expression` or a `function` stands for.
 */
import type { Refusal } from './operator';
import type { NodeSpec } from './program';
import type { Shape } from './shape';

export interface Unfolded {
  readonly nodes: readonly NodeSpec[];
  /** The id of the node inside whose value is the result; it may be an operand. */
  readonly output: string;
}

export interface Body {
  /** Operand names, in order. */
  readonly operands: readonly string[];
  /**
   * The nodes it stands for when its operands, in order, have these shapes; inside, an operand is referred to by its name. Or why there are
   * none.
   */
  unfold(shapes: readonly Shape[]): Unfolded | Refusal;
}
