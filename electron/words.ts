/**
 * What the system shows of us: in the language of the page as soon as that has said so. All windows speak one language.
 */
import type { HostWords } from '#bridge';

let words: HostWords = {
  graph: 'Nabla graph',
  opened: 'Nabla graph, or a picture of one',
  svg: 'SVG picture',
  png: 'PNG picture',
  txt: 'Text file',
  pdf: 'PDF document',
  failedTwice:
    'The page of this window has failed twice in a row. Close the window and open the graph again: its last copy is offered on the first screen.',
};

export const wordFor = (what: keyof HostWords): string => words[what];

export function setWords(given: HostWords): void {
  words = given;
}
