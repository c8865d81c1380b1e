/**
 * The nodes that a formula has come to so far. Shapes are inferred by the operators themselves as nodes are added.
 */
import {
  type Attributes,
  type NestedValue,
  type NodeSpec,
  operandNames,
  operators,
  type Refusal,
  readAttributes,
  type Shape,
  shapeOfNested,
} from '#engine';
import type { Sided } from './products';
import { placeIn, quoted, type Source } from './source';
import type { Term } from './tree';

/** The value of a part of the formula: the node that has it. */
export interface Lowered extends Sided {
  readonly id: string;
}

export type Outcome = Lowered | Refusal;

export const isRefused = (outcome: object): outcome is Refusal => 'code' in outcome;

export interface Application {
  /** The part of the formula that is this application. */
  readonly term: Term;
  /** The parts that are its operands. */
  readonly parts: readonly Term[];
  readonly attributes?: Attributes;
  readonly row?: boolean;
}

export class Building {
  readonly source: Source;
  readonly nodes: NodeSpec[] = [];

  constructor(source: Source) {
    this.source = source;
  }

  /** Ids inside begin with an underscore, so that no operand has one of them. */
  #add(node: Omit<NodeSpec, 'id'>, shape: Shape, row: boolean): Lowered {
    const id = `_${this.nodes.length + 1}`;
    this.nodes.push({ id, ...node });
    return { id, shape, row };
  }

  /** A node that holds a number written in the formula. */
  constant(value: NestedValue): Lowered {
    return this.#add({ op: 'constant', value }, shapeOfNested(value), false);
  }

  /** The operator applied to values; `parts` are what the reader sees of them. */
  apply(
    name: string,
    values: readonly Lowered[],
    { term, parts, attributes = {}, row = false }: Application,
  ): Outcome {
    const operator = operators.get(name)!;
    const names = operandNames(
      operator.operands,
      'numbered' in operator.operands ? [`${operator.operands.numbered}${values.length}`] : [],
    );
    const read = readAttributes(operator, attributes);
    const shape =
      'code' in read
        ? read
        : operator.shape(
            values.map((value) => value.shape),
            read.attributes,
          );
    if (isRefused(shape)) {
      const operands = names.map((operand, i) => `${operand} = ${quoted(this.source, parts[i])}`);
      const where = `${name}(${operands.join(', ')}) at ${placeIn(this.source, term)}`;
      return { code: shape.code, message: `${where}: ${shape.message}` };
    }
    const inputs = Object.fromEntries(names.map((operand, i) => [operand, values[i].id]));
    const settings = Object.keys(attributes).length > 0 ? { attributes } : {};
    return this.#add({ op: name, inputs, ...settings }, shape, row);
  }
}
