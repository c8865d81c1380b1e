/**
 * What the sources of the page say, read from their syntax: the texts that are quoted anywhere, and those that people would see as they are.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';

const APP = new URL('../../', import.meta.url);

export interface Source {
  readonly name: string;
  readonly text: string;
}

/** The page without its catalogues and its tests. */
export const sources: readonly Source[] = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !/(^|\/)test\//.test(name))
  .filter((name) => !name.startsWith('i18n/') || name === 'i18n/i18n.ts')
  .map((name) => ({ name, text: readFileSync(new URL(name, APP), 'utf8') }));

export interface SyntaxNode {
  readonly type: string;
  readonly [member: string]: unknown;
}

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

export const nodesOf = (value: unknown): SyntaxNode[] => (isNode(value) ? [value] : []);

function insideOf(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.flatMap(nodesOf) : nodesOf(value),
  );
}

function* everyNode(root: SyntaxNode): Generator<SyntaxNode> {
  yield root;
  for (const inner of insideOf(root)) yield* everyNode(inner);
}

export function syntaxOf({ name, text }: Source): SyntaxNode {
  const program: unknown = parseAst(text, { lang: name.endsWith('x') ? 'tsx' : 'ts' });
  if (!isNode(program)) throw new Error(`${name} has no syntax`);
  return program;
}

/** All strings in quotes. */
export function quotedIn(source: Source): string[] {
  return [...everyNode(syntaxOf(source))].flatMap(({ type, value }) =>
    type === 'Literal' && typeof value === 'string' ? [value] : [],
  );
}

/** Attributes whose text people see or hear. */
const SEEN = new Set([
  'title',
  'aria-label',
  'aria-description',
  'placeholder',
  'alt',
  'label',
  'caption',
  'text',
]);

/** Text that is shown as it stands: between tags, and in attributes that people see, also in templates and choices. */
export function shownIn(source: Source): string[] {
  return [...everyNode(syntaxOf(source))].flatMap((node) => {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      return childrenOf(node).flatMap(plainTexts);
    return node.type === 'JSXAttribute' && isNode(node.name) && SEEN.has(String(node.name.name))
      ? nodesOf(node.value).flatMap(plainTexts)
      : [];
  });
}

const childrenOf = ({ children }: SyntaxNode): SyntaxNode[] =>
  Array.isArray(children) ? children.flatMap(nodesOf) : [];

/** The text a piece of JSX comes to, without going through calls: what `t(…)` is given is a key, not a text. */
function plainTexts(node: SyntaxNode): string[] {
  switch (node.type) {
    case 'JSXText':
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateElement':
      return isNode(node.value) || node.value === null
        ? []
        : [String((node.value as { cooked?: unknown }).cooked)];
    case 'JSXExpressionContainer':
    case 'TemplateLiteral':
    case 'LogicalExpression':
      return insideOf(node).flatMap(plainTexts);
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(nodesOf).flatMap(plainTexts);
    default:
      return [];
  }
}
