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
  #wireCount = 0;
  readonly #starts: Int32Array;
  #sources: Int32Array<ArrayBuffer>;
  /** Whether {@link wiring} tells of every wire. */
  #told = true;
  /** Whether a wire comes from further down the list, or from nowhere. */
  #awaiting = false;

  constructor(count: number, colons: ColonCount, surroundings: Surroundings) {
    this.#ids = new IdTable(count);
    this.#starts = new Int32Array(count + 1);
    this.#sources = new Int32Array(2 * count);
    this.#colons = colons;
    this.#surroundings = surroundings;
  }

  has(id: string): boolean {
    return this.#ids.find(id) >= 0 || this.#surroundings.inputs.has(id);
  }

  /**
   * Where the wires lead, as the compiler would find it; nothing where one leads from further down the list, or to operands whose order
   * only a compiler knows.
   */
  get wiring(): { starts: Int32Array; sources: Int32Array } | undefined {
    if (!this.#told || this.#awaiting) return undefined;
    return { starts: this.#starts, sources: this.#sources.subarray(0, this.#wireCount) };
  }

  /** The nodes, each in the place of what JSON.parse found; nothing when one of them is odd. */
  take(list: unknown[]): readonly GraphNode[] | undefined {
    for (let i = 0; i < list.length; i++) {
      const node = this.#node(list[i]);
      if (!node) return undefined;
      if (node !== list[i]) list[i] = node;
      this.#starts[i + 1] = this.#wireCount;
    }
    const nodes = list as GraphNode[];
    // Wires that all lead down the list cannot go round in a circle.
    return !this.#awaiting || this.#wiresLeadOn(nodes) ? nodes : undefined;
  }

  /** Whether every wire comes from somewhere and none goes round in a circle. */
  #wiresLeadOn(nodes: readonly GraphNode[]): boolean {
    const from = new Int32Array(this.#wireCount);
    const to = new Int32Array(this.#wireCount);
    let count = 0;
    for (let i = 0; i < nodes.length; i++) {
      const { inputs } = nodes[i];
      for (const operand in inputs) {
        const source = this.#ids.find(inputs[operand]);
        if (source < 0) {
          if (!this.#surroundings.inputs.has(inputs[operand])) return false;
          continue;
        }
        from[count] = source;
        to[count++] = i;
      }
    }
    const wires = { count: nodes.length, from: from.subarray(0, count), to: to.subarray(0, count) };
    return leftover(wires) === undefined;
  }

  /** One look at every member: what is known is kept at hand, what is not known goes to the rest. */
  #node(given: unknown): GraphNode | undefined {
    if (!isRecord(given)) return undefined;
    const colons = this.#colons;
    let id: unknown;
    let op: unknown;
    let value: unknown;
    let inputs: unknown;
    let attributes: unknown;
    let rest: JsonRecord | undefined;
    for (const key in given) {
      const member = given[key];
      colons.total++;
      if (key === 'id') id = member;
      else if (key === 'op') op = member;
      else if (key === 'inputs') inputs = member;
      else if (key === 'value') value = member;
      else if (key === 'attributes') attributes = member;
      else if (key === 'position') {
        if (!Array.isArray(member) || member.length !== 2 || !isRow(member)) return undefined;
      } else if (TEXTS.has(key)) {
        if (!colons.isText(member)) return undefined;
      } else {
        if (!colons.isPlainEntry(key, member, this.#surroundings.depth + 2)) return undefined;
        rest ??= {};
        rest[key] = member;
      }
    }
    if (typeof id !== 'string' || typeof op !== 'string') return undefined;
    const operator = operators.get(op);
    const fits = operator
      ? value === undefined &&
        !('expression' in given) &&
        !('function' in given) &&
        this.#areWires(inputs, operator.operands)
      : this.#fitsWithoutOperator(op, given);
    if (!fits || !this.#areSettings(attributes, operator)) return undefined;
    if (this.#surroundings.inputs.has(id) || !this.#ids.add(id)) return undefined;
    // What was asked of the members is what the type says of them.
    const node = given as unknown as GraphNode;
    return rest ? withRest(node, rest) : node;
  }

  /** Whether the members suit a leaf, a formula or a function. */
  #fitsWithoutOperator(op: string, { value, inputs, expression, function: used }: JsonRecord): boolean {
    if ((expression !== undefined) !== (op === 'expression')) return false;
    if ((used !== undefined) !== (op === 'function')) return false;
    if (isLeaf(op)) return isValue(value) && inputs === undefined;
    return isComposite(op) && value === undefined && this.#areWires(inputs, this.#inputsOf(used));
  }

  /** Nothing for an expression and for a function that is missing: any name may be an operand there. */
  #inputsOf(used: unknown): ReadonlySet<string> | undefined {
    if (typeof used !== 'string') return undefined;
    this.used.push(used);
    return this.#surroundings.functions.get(used);
  }

  #areWires(inputs: unknown, operands: Names): boolean {
    if (inputs === undefined) return true;
    if (!isRecord(inputs)) return false;
    if (Array.isArray(operands)) return this.#areOrderedWires(inputs, operands);
    this.#told = false;
    for (const operand in inputs) {
      this.#colons.total++;
      const source = inputs[operand];
      if (!isAmong(operands, operand) || typeof source !== 'string') return false;
      this.#wireCount++;
      if (!this.#awaiting && !this.has(source)) this.#awaiting = true;
    }
    return true;
  }

  /** As {@link #areWires}, for operands in a known order; takes down where the wires lead. */
  #areOrderedWires(inputs: JsonRecord, operands: readonly string[]): boolean {
    let given = 0;
    for (const _ in inputs) given++;
    this.#colons.total += given;
    for (let k = 0; k < operands.length; k++) {
      const source = inputs[operands[k]];
      if (source === undefined) continue;
      if (typeof source !== 'string') return false;
      given--;
      this.#wire(source);
    }
    return given === 0;
  }

  #wire(source: string): void {
    const place = this.#ids.find(source);
    if (place < 0) {
      this.#told = false;
      if (!this.#surroundings.inputs.has(source)) this.#awaiting = true;
    }
    if (this.#wireCount === this.#sources.length) {
      const longer = new Int32Array(2 * this.#wireCount + 8);
      longer.set(this.#sources);
      this.#sources = longer;
    }
    this.#sources[this.#wireCount++] = place;
  }

  #areSettings(attributes: unknown, operator: Operator | undefined): boolean {
    if (attributes === undefined) return true;
    if (!isRecord(attributes)) return false;
    for (const name in attributes) {
      if (!operator || !Object.hasOwn(operator.attributes, name)) return false;
      if (!this.#colons.isPlainMember(name, attributes[name], this.#surroundings.depth + 3)) return false;
    }
    return true;
  }
}

const TEXTS: ReadonlySet<string> = new Set(['label', 'note', 'expression', 'function']);

/** Names of operands; any name when undefined. */
type Names = Operator['operands'] | ReadonlySet<string> | undefined;

function isAmong(operands: Names, name: string): boolean {
  if (!operands) return ID_PATTERN.test(name);
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

function isRow(row: readonly unknown[]): boolean {
  for (let i = 0; i < row.length; i++) if (!Number.isFinite(row[i])) return false;
  return row.length > 0;
}

function withRest(node: GraphNode, rest: JsonRecord): GraphNode {
  const known = Object.entries(node).filter(([key]) => !Object.hasOwn(rest, key));
  return { ...Object.fromEntries(known), rest } as unknown as GraphNode;
}
