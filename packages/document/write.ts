/**
 * The canonical text of a document: fixed key order, two-space indent, a node a line, numbers by their shortest exact text. Loading and saving
 * a canonical file gives the same bytes.
 */
import { operandNames, operators } from '#engine';
import { type GraphDocument, type GraphFunction, type GraphNode, nodesInOrder } from './graph';
import { CURRENT_VERSION } from './migrations';

export function writeText(document: GraphDocument): string {
  const { title, description, functions, target, lesson, view, rest } = document;
  const members: [string, string][] = [
    ['format', '"nabla"'],
    ['version', String(CURRENT_VERSION)],
    ...member('title', title || undefined),
    ...member('description', description || undefined),
    ['nodes', nodeLines(nodesInOrder(document), functions, '  ')],
    ...(functions.size > 0 ? functionsMember(functions) : member('functions', rest?.functions)),
    ...member('target', target ?? undefined),
    ...member('training', rest?.training),
    ...member('lesson', lesson),
    ...member('view', view),
    ...Object.entries(rest ?? {}).flatMap(([key, value]) =>
      key === 'functions' || key === 'training' ? [] : member(key, value),
    ),
  ];
  return `${block(members, '')}\n`;
}

type Functions = GraphDocument['functions'];
type Member = [key: string, text: string];

const member = (key: string, value: unknown, margin = '  '): Member[] =>
  value === undefined ? [] : [[key, indented(value, margin)]];

/** An object with a member a line. */
function block(members: readonly Member[], margin: string): string {
  const lines = members.map(([key, text]) => `${margin}  ${JSON.stringify(key)}: ${text}`);
  return `{\n${lines.join(',\n')}\n${margin}}`;
}

function functionsMember(functions: Functions): Member[] {
  const entries = [...functions].map(([name, given]): Member => [name, functionText(given, functions)]);
  return [['functions', block(entries, '  ')]];
}

function functionText({ title, inputs, nodes, output, rest }: GraphFunction, functions: Functions): string {
  const margin = '      ';
  const inside = [...nodes.values()].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const members: Member[] = [
    ...member('title', title),
    ['inputs', inline(inputs)],
    ['nodes', nodeLines(inside, functions, margin)],
    ...member('output', output),
    ...Object.entries(rest ?? {}).flatMap(([key, value]) => member(key, value, margin)),
  ];
  return block(members, '    ');
}

/** A list with a node a line. */
function nodeLines(nodes: readonly GraphNode[], functions: Functions, margin: string): string {
  const lines = nodes.map((node) => `${margin}  ${inline(nodeRecord(node, functions))}`);
  return lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n${margin}]`;
}

function nodeRecord(node: GraphNode, functions: Functions): Record<string, unknown> {
  const { id, label, op, value, inputs, attributes, expression, function: used, position, note, rest } = node;
  const operator = operators.get(op);
  const operands = operator
    ? operandNames(operator.operands, Object.keys(inputs ?? {}))
    : (functions.get(used ?? '')?.inputs ?? []);
  return {
    id,
    label,
    op,
    value,
    inputs: sorted(inputs, operands),
    attributes: sorted(attributes, Object.keys(operator?.attributes ?? {})),
    expression,
    function: used,
    position,
    note,
    ...rest,
  };
}

/** The entries of a record in the given order of keys; nothing for an empty record. */
function sorted(record: Readonly<Record<string, unknown>> | undefined, keys: readonly string[]) {
  const entries = Object.entries(record ?? {});
  if (entries.length === 0) return undefined;
  return Object.fromEntries(entries.sort(([a], [b]) => keys.indexOf(a) - keys.indexOf(b)));
}

/** A JSON value over several lines: lists of numbers and whatever is empty stay on one. */
function indented(value: unknown, margin: string): string {
  const deeper = `${margin}  `;
  if (Array.isArray(value)) {
    if (value.every(isNumeric)) return inline(value);
    return `[\n${value.map((entry) => deeper + indented(entry, deeper)).join(',\n')}\n${margin}]`;
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    if (entries.length === 0) return '{}';
    return block(
      entries.map(([key, entry]) => [key, indented(entry, deeper)]),
      margin,
    );
  }
  return inline(value);
}

const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' || (Array.isArray(value) && value.every(isNumeric));

/** A JSON value on one line. */
function inline(value: unknown): string {
  if (Object.is(value, -0)) return '-0';
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return entries.length === 0
    ? '{}'
    : `{ ${entries.map(([key, entry]) => `${JSON.stringify(key)}: ${inline(entry)}`).join(', ')} }`;
}
