/**
 * From the saved graph to a program: formulas are parsed and functions looked up, so that the engine meets operators only.
 */
import {
  type Body,
  type CompileOptions,
  compile,
  type Fault,
  type NestedValue,
  type NodeSpec,
  type Program,
} from '#engine';
import { isFormulaProblem, parseFormula } from '#formula';
import { type GraphDocument, type GraphFunction, type GraphNode, nodesInOrder, wiringAsRead } from './graph';
import { didYouMean } from './problem';

export interface DocumentOptions extends CompileOptions {
  /** Other values for leaves, by id. */
  readonly values?: ReadonlyMap<string, NestedValue>;
  /** A node with a derivative that is to be wrong. */
  readonly fault?: PlantedFault | undefined;
}

export interface PlantedFault extends Fault {
  readonly node: string;
  /** The wire whose derivative is wrong, by its id: `node.operand`. */
  readonly wire: string;
}

/** Compiles a document. What a formula or a function is refused for is a problem of its node. */
export function compileDocument(document: GraphDocument, options: DocumentOptions = {}): Program {
  const { values = new Map<string, NestedValue>(), fault } = options;
  const specs = specsOf(document);
  const valued = values.size === 0 ? specs : specs.map((node) => withValue(node, values.get(node.id)));
  const given = fault ? valued.map((node) => (node.id === fault.node ? { ...node, fault } : node)) : valued;
  const nodes = nodesInOrder(document);
  const wiring = specs === nodes ? wiringAsRead(nodes) : undefined;
  return compile(given, { ...options, ...(wiring && { wiring }) });
}

const withValue = (node: NodeSpec, value: NestedValue | undefined): NodeSpec =>
  value === undefined ? node : { ...node, value };

/** The nodes of a document as the engine takes them; the same list where none of them is composite. */
export function specsOf(document: GraphDocument): readonly NodeSpec[] {
  return withBodies(nodesInOrder(document), document.functions);
}

export type Functions = GraphDocument['functions'];

function withBodies(nodes: readonly GraphNode[], functions: Functions): readonly NodeSpec[] {
  if (!nodes.some(({ op }) => op === 'expression' || op === 'function')) return nodes;
  return nodes.map((node) => {
    const body = bodyOf(node, functions);
    return body ? { ...node, body } : node;
  });
}

function bodyOf(node: GraphNode, functions: Functions): Body | undefined {
  if (node.op === 'expression') return formulaBody(node);
  if (node.op === 'function') return functionBody(node.function ?? '', functions);
  return undefined;
}

/** Formulas that were read, by their nodes: an edit elsewhere reads none of them again. */
const formulas = new WeakMap<GraphNode, Body>();

/** What an `expression` stands for. */
export function formulaBody(node: GraphNode): Body {
  const known = formulas.get(node);
  if (known) return known;
  const formula = parseFormula(node.expression ?? '', Object.keys(node.inputs ?? {}));
  const body = isFormulaProblem(formula) ? refused('expression', formula.message) : formula;
  formulas.set(node, body);
  return body;
}

const bodies = new WeakMap<Functions, Map<string, Body>>();

function functionBody(name: string, functions: Functions): Body {
  const known = bodies.get(functions) ?? new Map<string, Body>();
  bodies.set(functions, known);
  const found = functions.get(name);
  const body = known.get(name) ?? (found ? insideOf(found, functions) : missing(name, functions));
  known.set(name, body);
  return body;
}

function insideOf({ inputs, nodes, output }: GraphFunction, functions: Functions): Body {
  const inside = [...nodes.values()];
  return { operands: inputs, unfold: () => ({ nodes: withBodies(inside, functions), output }) };
}

const missing = (name: string, functions: Functions): Body =>
  refused('function', noFunction(name, functions));

export const noFunction = (name: string, functions: Functions): string =>
  `There is no function "${name}" in this file.${didYouMean(name, functions.keys())}`;

const refused = (code: 'expression' | 'function', message: string): Body => ({
  operands: [],
  unfold: () => ({ code, message }),
});
