/**
 * The canonical text of a document: fixed key order, two-space indent, a node a line, numbers by their shortest exact text. Loading and saving
 * a canonical file gives the same bytes.
 */
import { operandNames, operators } from '#engine';
import { type GraphDocument, type GraphNode, nodesInOrder } from './graph';
import { CURRENT_VERSION } from './migrations';

export function writeText(document: GraphDocument): string {
  const nodes = nodesInOrder(document).map((node) => `    ${inline(nodeRecord(node))}`);
  const { title, description, target, lesson, view, rest } = document;
  const members: [string, string][] = [
    ['format', '"nabla"'],
    ['version', String(CURRENT_VERSION)],
    ...member('title', title || undefined),
    ...member('description', description || undefined),
    ['nodes', nodes.length === 0 ? '[]' : `[\n${nodes.join(',\n')}\n  ]`],
    ...member('functions', rest?.functions),
    ...member('target', target ?? undefined),
    ...member('training', rest?.training),
    ...member('lesson', lesson),
    ...member('view', view),
    ...Object.entries(rest ?? {}).flatMap(([key, value]) =>
      key === 'functions' || key === 'training' ? [] : member(key, value),
    ),
  ];
  const lines = members.map(([key, text]) => `  ${JSON.stringify(key)}: ${text}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

const member = (key: string, value: unknown): [string, string][] =>
  value === undefined ? [] : [[key, indented(value, '  ')]];

function nodeRecord(node: GraphNode): Record<string, unknown> {
  const { id, label, op, value, inputs, attributes, position, note, rest } = node;
  const operator = operators.get(op);
  const operands = operator ? operandNames(operator.operands, Object.keys(inputs ?? {})) : [];
  return {
    id,
    label,
    op,
    value,
    inputs: sorted(inputs, operands),
    attributes: sorted(attributes, Object.keys(operator?.attributes ?? {})),
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
    const lines = entries.map(
      ([key, entry]) => `${deeper}${JSON.stringify(key)}: ${indented(entry, deeper)}`,
    );
    return `{\n${lines.join(',\n')}\n${margin}}`;
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
