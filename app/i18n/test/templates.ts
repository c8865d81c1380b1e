/**
 * The templates of everything that the packages may say, read from their syntax: all texts in quotes and all templates, with their values
 * counted: '{0} has no operand {1}.'. What is left out is left out by its place, so that a new sentence is not forgotten.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isNode, nodesOf, type Source, type SyntaxNode, syntaxOf } from './sources';

const PACKAGES = new URL('../../../packages/', import.meta.url);

/** What draws, writes files or serves the command line is not said in the editor. */
const SILENT = [
  /^scene\/(?!sentences\.ts)/,
  /^document\/write\.ts$/,
  /^formula\/(spelling|literals)\.ts$/,
  /^engine\/(check|products)\.ts$/,
];

/** The desktop's words about files, which the page shows. */
const HOST = ['electron/saving/files.ts', 'electron/host-calls.ts'].map((name) => ({
  name,
  text: readFileSync(new URL(`../${name}`, PACKAGES), 'utf8'),
}));

const ofPackages: readonly Source[] = ['engine', 'formula', 'document', 'scene'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, PACKAGES), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !/\/test\//.test(name))
    .filter((name) => !SILENT.some((silent) => silent.test(name)))
    .map((name) => ({ name, text: readFileSync(new URL(name, PACKAGES), 'utf8') })),
);

const sources: readonly Source[] = [...ofPackages, ...HOST];

/** TeX; and what an operator says of itself, which has a catalogue of its own. */
const OWN_CATALOGUE = /(^|[a-z])(tex|Tex)$|^(title|symbol|help|source|synonyms)$/;

/** Calls whose texts are helps, of settings or of functions made of steps: they have a catalogue of their own. */
const UNSAID_CALLS = new Set([
  'numberSetting',
  'indexSetting',
  'countSetting',
  'shapeSetting',
  'indicesSetting',
]);

const nameOf = (node: unknown): string =>
  isNode(node) ? String(node.name ?? node.value ?? (isNode(node.property) ? node.property.name : '')) : '';

/** Whether nothing inside is ever said to a user. */
function isUnsaid(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ThrowStatement':
      return true;
    case 'Property':
    case 'VariableDeclarator':
      return OWN_CATALOGUE.test(nameOf(node.key ?? node.id));
    case 'FunctionDeclaration':
      return OWN_CATALOGUE.test(nameOf(node.id));
    case 'CallExpression':
      return UNSAID_CALLS.has(nameOf(node.callee));
    default:
      return node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)Expression$/.test(node.type);
  }
}

function* saidIn(node: SyntaxNode): Generator<string> {
  if (isUnsaid(node)) return;
  if (node.type === 'Literal' && typeof node.value === 'string') yield counted([node.value]);
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis))
    yield counted(node.quasis.map(({ value }: { value: { cooked: string } }) => value.cooked));
  // What a key is called is not said.
  const { key: _, ...rest } = node;
  for (const inner of Object.values(rest).flat()) for (const child of nodesOf(inner)) yield* saidIn(child);
}

/** The pieces around values as a template. An `@` is filled in later, so that it is a value as well. */
function counted(pieces: readonly string[]): string {
  const [first, ...rest] = pieces.flatMap((piece) => piece.split('@'));
  return rest.reduce((text, piece, i) => `${text}{${i}}${piece}`, first);
}

/** Every template with the file that it stands in. */
export const templates: readonly { readonly template: string; readonly file: string }[] = sources.flatMap(
  (source) => [...saidIn(syntaxOf(source))].map((template) => ({ template, file: source.name })),
);

/** Words for people: two of them, and no TeX. Single words may be names, ids of operators or keys. */
export const isProse = (template: string): boolean =>
  !template.includes('\\') && /\p{L}{2}/u.test(template.replace(/\{\d+\}/g, '')) && template.includes(' ');
