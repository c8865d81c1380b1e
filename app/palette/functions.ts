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
    title: title || name,
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

/** What ships with us is right, or a test has failed long before. */
function libraryEntry(text: string): Entry {
  const read = readText(text, EDITOR_LIMITS);
  if ('problems' in read) throw new Error(read.problems[0].message);
  const { document } = read;
  const node = [...document.nodes.values()].find(({ op }) => op === 'function')!;
  const copied = copyText(document, [node.id]);
  const { inputs } = document.functions.get(node.function!)!;
  return {
    key: `library ${node.function}`,
    op: node.function!,
    group: 'Library',
    title: document.title,
    symbol: nameTex(node.function!),
    help: `${document.title}: ${node.function}(${inputs.join(', ')})`,
    words: ['function'],
    add: (place: Position) => {
      const { evaluation } = useEditor.getState();
      const command = paste(currentDocument(), evaluation.program, copied, { at: place });
      if ('problem' in command) return showNotice({ text: command.problem, kind: 'refusal' });
      commit({ ...command, label: `Add ${command.ids[0]}` });
      select({ nodes: command.ids });
    },
  };
}

export const LIBRARY: readonly Entry[] = Object.values(texts).map(libraryEntry);
