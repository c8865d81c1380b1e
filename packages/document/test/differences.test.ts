/**
 * Values are numbers, all else is structure: what shows names and wires is told of every change but that of a number.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  addNode,
  type Command,
  commit,
  differOnlyInValues,
  EDITOR_LIMITS,
  frame,
  type GraphDocument,
  readText,
  remove,
  rename,
  setLeaf,
  setNodeText,
  setPositions,
  setTarget,
  setTitle,
  setValue,
  startHistory,
} from '../index';

const outcome = readText(readFileSync('assets/lessons/case-6.nabla', 'utf8'), EDITOR_LIMITS);
if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
const { document } = outcome;
const after = (...commands: Command[]): GraphDocument =>
  commands.reduce((history, command) => commit(history, command), startHistory(document)).document;

it('is the same after a change of numbers', () => {
  expect(differOnlyInValues(document, document)).toBe(true);
  expect(differOnlyInValues(document, after(setValue('x', [5, 7])))).toBe(true);
  expect(
    differOnlyInValues(
      document,
      after(
        setValue('x', [5, 7]),
        setValue('W', [
          [1, 2],
          [3, 4],
        ]),
      ),
    ),
  ).toBe(true);
});

it.each([
  addNode('c', 'constant', [0, 0]),
  remove(['W'], []),
  remove([], [{ to: 'q', operand: 'x' }]),
  rename('x', 'y'),
  setLeaf('x', 'constant'),
  setNodeText('x', 'label', '\\xi'),
  setNodeText('x', 'note', 'Two numbers.'),
  setPositions(new Map([['x', [1, 2]]])),
  setTarget(null),
  setTitle('Another'),
  frame(['x', 'W'], 'Leaves'),
])('is another after: $label', (command) => {
  const { document: changed } = commit(startHistory(document), command);
  expect(changed).not.toBe(document);
  expect(differOnlyInValues(document, changed)).toBe(false);
  expect(differOnlyInValues(changed, document)).toBe(false);
});

it('is another where the nodes stand in another order', () => {
  const nodes = new Map([...document.nodes].reverse());
  expect(differOnlyInValues(document, { ...document, nodes })).toBe(false);
});
