/**
 * Functions as entries of the palette: those of the graph, and the library that comes with Nabla.
 */
import {
  addFunctionNode,
  copyText,
  EDITOR_LIMITS,
  type GraphDocument,
  type Position,
  paste,
  readText,
} from '#document';
import { functionTitle } from '../i18n/library';
import { commit, currentDocument, select, showNotice, useEditor } from '../state/store';
import type { Entry } from './entries';

const texts = import.meta.glob<string>('../../assets/functions/*.nabla', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const nameTex = (name: string) => `\\mathrm{${name.replaceAll('_', '\\_')}}`;

/** The functions of a graph. */
export function functionEntries({ functions }: GraphDocument): Entry[] {
  return [...functions].map(([name, { title, inputs }]) => ({
    key: `function ${name}`,
    op: name,
    group: 'Functions of this graph',
    title: functionTitle(title) || name,
    symbol: nameTex(name),
    help: `${name}(${inputs.join(', ')})`,
    words: ['function'],
    add: (place) => {
      const document = currentDocument();
      const before = new Set(document.nodes.keys());
      const command = addFunctionNode(document, name, place);
      if ('problem' in command) return showNotice({ text: command.problem, kind: 'refusal' });
      commit(command);
      select({ nodes: [...currentDocument().nodes.keys()].filter((id) => !before.has(id)) });
    },
  }));
}

interface LibraryFunction {
  readonly name: string;
  readonly title: string;
  readonly operands: string;
  /** As it comes from the clipboard. */
  readonly copied: string;
}

/** What ships with us is right, or a test has failed long before. */
function libraryFunction(text: string): LibraryFunction {
  const read = readText(text, EDITOR_LIMITS);
  if ('problems' in read) throw new Error(read.problems[0].message);
  const { document } = read;
  const node = [...document.nodes.values()].find(({ op }) => op === 'function')!;
  const name = node.function!;
  const { inputs } = document.functions.get(name)!;
  return { name, title: document.title, operands: inputs.join(', '), copied: copyText(document, [node.id]) };
}

const library = Object.values(texts).map(libraryFunction);

/** The library in the language of the page, found in both. */
export const libraryEntries = (): Entry[] =>
  library.map(({ name, title, operands, copied }) => ({
    key: `library ${name}`,
    op: name,
    group: 'Library',
    title: functionTitle(title),
    symbol: nameTex(name),
    help: `${name}(${operands})`,
    words: ['function', title],
    add: (place: Position) => {
      const { evaluation } = useEditor.getState();
      const command = paste(currentDocument(), evaluation.program, copied, { at: place });
      if ('problem' in command) return showNotice({ text: command.problem, kind: 'refusal' });
      commit({ ...command, label: `Add ${command.ids[0]}` });
      select({ nodes: command.ids });
    },
  }));
