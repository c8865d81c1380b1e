/**
 * The nodes of a graph, or of one function, as the quick reading takes them: form, structure and wires in one pass. A node without unknown keys
 * is taken as JSON.parse made it.
 */
import { isLeaf, isOperand, type Operator, operators } from '#engine';
import { leftover } from './circles';
import { type GraphNode, ID_PATTERN, isComposite } from './graph';
import { IdTable } from './id-table';
import { type ColonCount, isRecord, type JsonRecord } from './quick-json';

/** What a node may refer to besides the nodes of its list. */
export interface Surroundings {
  /** The inputs of the function around it. */
  readonly inputs: ReadonlySet<string>;
  /** The inputs of every function, by its name. */
  readonly functions: ReadonlyMap<string, ReadonlySet<string>>;
  /** How deep the list stands in the file. */
  readonly depth: number;
}

export class QuickScope {
  /** The names of the functions that its nodes stand for. */
  readonly used: string[] = [];
  readonly #colons: ColonCount;
  readonly #surroundings: Surroundings;
  readonly #ids: IdTable;
  /** Sources of wires that come from further down the list, or from nowhere. */
  readonly #awaited: string[] = [];

  constructor(count: number, colons: ColonCount, surroundings: Surroundings) {
    this.#ids = new IdTable(count);
    this.#colons = colons;
    this.#surroundings = surroundings;
  }

  has(id: string): boolean {
    return this.#ids.find(id) >= 0 || this.#surroundings.inputs.has(id);
  }

  /** The nodes, each in the place of what JSON.parse found; nothing when one of them is odd. */
  take(list: unknown[]): readonly GraphNode[] | undefined {
    for (let i = 0; i < list.length; i++) {
      const node = this.#node(list[i]);
      if (!node) return undefined;
      if (node !== list[i]) list[i] = node;
    }
    const nodes = list as GraphNode[];
    // Wires that all lead down the list cannot go round in a circle.
    if (this.#awaited.length === 0) return nodes;
    return this.#awaited.every((id) => this.has(id)) && !this.#goesRound(nodes) ? nodes : undefined;
  }

  #goesRound(nodes: readonly GraphNode[]): boolean {
    const from: number[] = [];
    const to: number[] = [];
    nodes.forEach(({ inputs }, i) => {
      for (const operand in inputs) {
        const source = this.#ids.find(inputs[operand]);
        if (source < 0) continue;
        from.push(source);
        to.push(i);
      }
    });
    return leftover({ count: nodes.length, from, to }) !== undefined;
  }

  #node(given: unknown): GraphNode | undefined {
    if (!isRecord(given)) return undefined;
    let rest: JsonRecord | undefined;
    for (const key in given) {
      const value = given[key];
      const known = this.#isKnown(key, value);
      if (known === false) return undefined;
      if (known) this.#colons.total++;
      else if (this.#colons.isPlainMember(key, value, this.#surroundings.depth + 2))
        rest = { ...rest, [key]: value };
      else return undefined;
    }
    if (!this.#suits(given)) return undefined;
    // What was asked of the members is what the type says of them.
    const node = given as unknown as GraphNode;
    return rest ? withRest(node, rest) : node;
  }

  /** Whether a member has the form of its key; nothing of an unknown key. */
  #isKnown(key: string, value: unknown): boolean | undefined {
    switch (key) {
      case 'id':
        return typeof value === 'string' && ID_PATTERN.test(value);
      case 'op':
        return typeof value === 'string';
      case 'value':
        return isValue(value);
      case 'inputs':
      case 'attributes':
        return isRecord(value);
      case 'position':
        return Array.isArray(value) && value.length === 2 && isRow(value);
      case 'label':
      case 'expression':
      case 'function':
      case 'note':
        return this.#colons.isText(value);
      default:
        return undefined;
    }
  }

  /** Whether the members of a node suit its operator, and its id is new. */
  #suits({ id, op, value, inputs, attributes, expression, function: used }: JsonRecord): boolean {
    if (typeof id !== 'string' || typeof op !== 'string') return false;
    if ((expression !== undefined) !== (op === 'expression')) return false;
    if ((used !== undefined) !== (op === 'function')) return false;
    const operator = operators.get(op);
    if (!operator && isLeaf(op)) {
      if (value === undefined || inputs !== undefined) return false;
    } else {
      if (value !== undefined || (!operator && !isComposite(op))) return false;
      const operands = operator ? operator.operands : this.#inputsOf(used as string | undefined);
      if (inputs !== undefined && !this.#areWires(inputs as JsonRecord, operands)) return false;
    }
    if (attributes !== undefined && !this.#areSettings(attributes as JsonRecord, operator)) return false;
    return !this.#surroundings.inputs.has(id) && this.#ids.add(id);
  }

  /** Nothing for an expression and for a function that is missing: any name may be an operand there. */
  #inputsOf(used: string | undefined): ReadonlySet<string> | undefined {
    if (used === undefined) return undefined;
    this.used.push(used);
    return this.#surroundings.functions.get(used);
  }

  #areWires(inputs: JsonRecord, operands: Operator['operands'] | ReadonlySet<string> | undefined): boolean {
    for (const operand in inputs) {
      this.#colons.total++;
      const source = inputs[operand];
      if (!isAmong(operands, operand) || typeof source !== 'string') return false;
      if (!this.has(source)) this.#awaited.push(source);
    }
    return true;
  }

  #areSettings(attributes: JsonRecord, operator: Operator | undefined): boolean {
    for (const name in attributes) {
      if (!operator || !Object.hasOwn(operator.attributes, name)) return false;
      if (!this.#colons.isPlainMember(name, attributes[name], this.#surroundings.depth + 3)) return false;
    }
    return true;
  }
}

function isAmong(operands: Operator['operands'] | ReadonlySet<string> | undefined, name: string): boolean {
  if (!operands) return ID_PATTERN.test(name);
  if (Array.isArray(operands)) return operands.includes(name);
  return operands instanceof Set ? operands.has(name) : isOperand(operands as Operator['operands'], name);
}

/** A number, a list of numbers or a list of equally long rows. */
function isValue(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (!Array.isArray(value)) return false;
  const [first] = value;
  if (!Array.isArray(first)) return isRow(value);
  return value.every((row) => Array.isArray(row) && row.length === first.length && isRow(row));
}

const isRow = (row: unknown[]): boolean => row.length > 0 && row.every((entry) => Number.isFinite(entry));

function withRest(node: GraphNode, rest: JsonRecord): GraphNode {
  const known = Object.entries(node).filter(([key]) => !Object.hasOwn(rest, key));
  return { ...Object.fromEntries(known), rest } as unknown as GraphNode;
}
