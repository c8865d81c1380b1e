/**
 * A graph, compiled once and run in place: nodes in topological order, each with its value, each edge with its structured Jacobian.
 *
 * Problems of an unfinished graph are values attached to nodes; whatever is not downstream of one still evaluates. Nothing here recurses:
 * a chain of 100,000 nodes is an ordinary graph.
 */
import { createArena, type Take } from './arena';
import type { Jacobian } from './jacobian/jacobian';
import {
  type Attributes,
  type ErrorCode,
  isRefusal,
  type Operator,
  operandNames,
  readAttributes,
} from './operator';
import { isLeaf, operators } from './operators/registry';
import { describeShape, ENTRY_LIMIT, formatCount, type Shape, sameShape, sizeOf } from './shape';
import { assign, flattenNested, type NestedValue, shapeOfNested, type Tensor } from './tensor';

/** A node as the engine needs it: the document's nodes are these, and so are plain literals. */
export interface NodeSpec {
  readonly id: string;
  readonly op: string;
  readonly value?: NestedValue | undefined;
  readonly inputs?: Readonly<Record<string, string>> | undefined;
  readonly attributes?: Attributes | undefined;
}

interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly operand?: string;
  /** The first culprit, when the node is blocked. */
  readonly cause?: string;
}

export interface ProgramEdge {
  /** `to.operand`: an operand has one wire, so this names it. */
  readonly id: string;
  readonly from: ProgramNode;
  readonly to: ProgramNode;
  readonly operand: string;
  /** Absent when the node it enters has a problem. */
  readonly jacobian?: Jacobian;
}

export interface ProgramNode {
  readonly id: string;
  readonly op: string;
  /** Position in topological order. */
  readonly index: number;
  /** Absent for leaves. */
  readonly operator?: Operator;
  readonly attributes: Attributes;
  readonly operandNames: readonly string[];
  readonly incoming: readonly ProgramEdge[];
  readonly outgoing: readonly ProgramEdge[];
  /** The values it computes from, in the order of its operands; empty when there are problems. */
  readonly operands: readonly Tensor[];
  /** Absent when there are problems. */
  readonly tensor?: Tensor;
  readonly problems: readonly Problem[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
type Building = Mutable<ProgramNode>;

export class Program {
  /** In the order of the graph that was compiled. */
  readonly nodes: readonly ProgramNode[];
  /** Operands before the nodes that use them. */
  readonly order: readonly ProgramNode[];
  readonly take: Take;
  readonly #byId: ReadonlyMap<string, ProgramNode>;

  constructor(nodes: readonly ProgramNode[], order: readonly ProgramNode[], take: Take) {
    this.nodes = nodes;
    this.order = order;
    this.take = take;
    this.#byId = new Map(nodes.map((node) => [node.id, node]));
  }

  node(id: string): ProgramNode | undefined {
    return this.#byId.get(id);
  }

  /** The edge entering `to` at `operand`. */
  edge(to: string, operand: string): ProgramEdge | undefined {
    return this.#byId.get(to)?.incoming.find((edge) => edge.operand === operand);
  }

  /** Whether `value` can be {@link set} without compiling again. */
  fits(id: string, value: NestedValue): boolean {
    const tensor = this.node(id)?.tensor;
    return tensor !== undefined && sameShape(tensor.shape, shapeOfNested(value));
  }

  /** Changes the value of a leaf, of the same shape as before. {@link run} brings the rest up to date. */
  set(id: string, value: NestedValue): void {
    const node = this.node(id);
    if (!node?.tensor || node.operator) throw new Error(`${id} is not a leaf with a value`);
    assign(node.tensor, value);
  }

  /** Every value, and every local Jacobian at that point. */
  run(): this {
    this.runFrom(0);
    return this;
  }

  /** As {@link run}, for the nodes from position `start` of the order on. */
  runFrom(start: number): void {
    for (let i = start; i < this.order.length; i++) evaluate(this.order[i]);
  }
}

function evaluate({ operator, tensor, operands, attributes, incoming }: ProgramNode): void {
  if (!operator || !tensor) return;
  operator.value(tensor, operands, attributes);
  for (let k = 0; k < incoming.length; k++) incoming[k].jacobian?.refresh?.();
}

/**
 * Compiles a graph whose structure is right: ids are unique, wires lead to nodes and never round in a circle, operators exist. (A reader of
 * files makes sure of that; here it is a bug of the caller, and throws.) Call {@link Program.run} to evaluate.
 */
export function compile(specs: readonly NodeSpec[]): Program {
  const take = createArena();
  const nodes = specs.map(skeleton);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  specs.forEach((spec, i) => {
    wire(nodes[i], spec, byId);
  });
  const values = new Map(specs.map(({ id, value }) => [id, value ?? 0]));
  const order = topologicalOrder(nodes);
  order.forEach((node, index) => {
    node.index = index;
    if (node.operator) link(node, take);
    else plant(node, values.get(node.id)!, take);
  });
  return new Program(nodes, order, take);
}

function skeleton(spec: NodeSpec): Building {
  const operator = operators.get(spec.op);
  if (!operator && !isLeaf(spec.op)) throw new Error(`unknown operator ${spec.op}`);
  const inputs = Object.keys(spec.inputs ?? {});
  return {
    id: spec.id,
    op: spec.op,
    index: 0,
    ...(operator && { operator }),
    attributes: spec.attributes ?? {},
    operandNames: operator ? operandNames(operator.operands, inputs) : [],
    incoming: [],
    outgoing: [],
    operands: [],
    problems: [],
  };
}

function wire(node: Building, spec: NodeSpec, byId: ReadonlyMap<string, Building>): void {
  for (const operand of node.operandNames) {
    const source = spec.inputs && Object.hasOwn(spec.inputs, operand) && spec.inputs[operand];
    if (!source) continue;
    const from = byId.get(source);
    if (!from) throw new Error(`${node.id}.${operand} is wired to ${source}, which does not exist`);
    const edge: ProgramEdge = { id: `${node.id}.${operand}`, from, to: node, operand };
    node.incoming.push(edge);
    from.outgoing.push(edge);
  }
}

/** Kahn's algorithm; ties are broken by the order of the graph, so that results do not depend on chance. */
function topologicalOrder(nodes: readonly Building[]): Building[] {
  const waiting = new Map(nodes.map((node) => [node as ProgramNode, node.incoming.length]));
  const order = nodes.filter((node) => node.incoming.length === 0);
  for (let i = 0; i < order.length; i++)
    for (const { to } of order[i].outgoing) {
      const left = waiting.get(to)! - 1;
      waiting.set(to, left);
      if (left === 0) order.push(to as Building);
    }
  if (order.length < nodes.length) throw new Error('the wires go round in a circle');
  return order;
}

function plant(node: Building, value: NestedValue, take: Take): void {
  const shape = shapeOfNested(value);
  const size = sizeOf(shape);
  if (size > ENTRY_LIMIT) {
    node.problems.push(tooLarge(shape));
    return;
  }
  node.tensor = { shape, data: take(size) };
  node.tensor.data.set(flattenNested(value));
}

/** Finds the shape of an operator node, allocates its value and binds the Jacobians of its edges; or records why it cannot. */
function link(node: Building, take: Take): void {
  const operator = node.operator!;
  const read = readAttributes(operator, node.attributes);
  if ('code' in read) node.problems.push(read);
  else node.attributes = read.attributes;

  const wired = new Map(node.incoming.map((edge) => [edge.operand, edge.from]));
  for (const operand of node.operandNames)
    if (!wired.has(operand))
      node.problems.push({
        code: 'unwired',
        operand,
        message: `The operand ${operand} of ${node.id} (${operator.name}) has no wire.`,
      });
  const blocked = node.incoming.find(({ from }) => from.problems.length > 0);
  if (blocked) {
    const cause = blocked.from.problems.find((problem) => problem.cause)?.cause ?? blocked.from.id;
    node.problems.push({
      code: 'blocked',
      operand: blocked.operand,
      message: `${node.id} is not evaluated because of a problem at ${cause}.`,
      cause,
    });
  }
  if (node.problems.length > 0) return;

  const operands = node.incoming.map(({ from }) => from.tensor!);
  const shape = operator.shape(
    operands.map((tensor) => tensor.shape),
    node.attributes,
  );
  if (isRefusal(shape)) node.problems.push(shape);
  else if (sizeOf(shape) > ENTRY_LIMIT) node.problems.push(tooLarge(shape));
  else bind(node, shape, operands, take);
}

function bind(node: Building, shape: Shape, operands: readonly Tensor[], take: Take): void {
  const tensor = { shape, data: take(sizeOf(shape)) };
  node.tensor = tensor;
  node.operands = [...operands];
  const jacobians = node.operator!.differential(operands, tensor, node.attributes, {
    take,
    profile: 'nabla',
  });
  node.incoming.forEach((edge, k) => {
    (edge as Mutable<ProgramEdge>).jacobian = jacobians[k];
  });
}

const tooLarge = (shape: Shape): Problem => ({
  code: 'shape',
  message: `The value would be ${describeShape(shape)}: ${formatCount(sizeOf(shape))} entries, more than the limit of ${formatCount(ENTRY_LIMIT)}.`,
});
