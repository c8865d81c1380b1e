/**
 * The differences of two documents: none exactly where they are written alike; and what is told is what was done.
 */
import { describe, expect, it } from 'vitest';
import {
  changesBetween,
  commit,
  type GraphDocument,
  readText,
  restoreVersion,
  startHistory,
  undo,
  writeText,
} from '../index';
import { EDITOR_LIMITS } from '../read';
import { randomDocument } from './random';

function load(text: string): GraphDocument {
  const outcome = readText(text, EDITOR_LIMITS);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.document;
}

const graph = (nodes: readonly object[], others: object = {}) =>
  load(JSON.stringify({ format: 'nabla', version: 1, nodes, ...others }));

const x = { id: 'x', op: 'variable', value: 3 };
const y = { id: 'y', op: 'square', inputs: { x: 'x' } };

describe('Changes', () => {
  it.each([
    [[x, y], [x], [{ kind: 'removed', node: 'y' }]],
    [[x], [x, y], [{ kind: 'added', node: 'y' }]],
    [[x], [{ ...x, value: [1, 2] }], [{ kind: 'value', node: 'x', from: 3, to: [1, 2] }]],
    [
      [x, y],
      [x, { ...y, inputs: {} }],
      [{ kind: 'wire', node: 'y', operand: 'x', from: 'x', to: undefined }],
    ],
    [[x, y], [x, { ...y, op: 'cube' }], [{ kind: 'part', node: 'y', part: 'op' }]],
    [[x, y], [y, x], [{ kind: 'document', part: 'order' }]],
    [
      [x],
      [{ ...x, note: 'n', position: [1, 2] }],
      [
        { kind: 'part', node: 'x', part: 'note' },
        { kind: 'part', node: 'x', part: 'position' },
      ],
    ],
  ])('from %j to %j', (before, after, changes) => {
    expect(changesBetween(graph(before), graph(after))).toEqual(changes);
  });

  it('of what is not a node', () => {
    const after = { title: 'T', target: 'x', view: { a: 1 }, lesson: { steps: [] } };
    expect(
      changesBetween(graph([x]), graph([x], after)).map((change) => 'part' in change && change.part),
    ).toEqual(['title', 'target', 'lesson', 'view']);
  });

  it('are none exactly where two documents are written alike (seeds 0 to 399)', () => {
    for (let seed = 0; seed < 400; seed++) {
      const [a, b] = [randomDocument(seed), randomDocument(seed + (seed % 3))];
      const same = writeText(a) === writeText(b);
      expect(changesBetween(a, b).length === 0, `seed ${seed}`).toBe(same);
      expect(changesBetween(a, load(writeText(a))), `seed ${seed}`).toEqual([]);
    }
  });
});

it('Another document takes the place of one in a single step, which is undone byte by byte (seeds 0 to 199)', () => {
  for (let seed = 0; seed < 200; seed++) {
    const [before, after] = [
      load(writeText(randomDocument(seed))),
      load(writeText(randomDocument(seed + 1))),
    ];
    const texts = [before, after].map(writeText);
    const history = commit(startHistory(before), restoreVersion(after));
    expect(writeText(history.document), `seed ${seed}`).toBe(texts[1]);
    expect(history.past.length).toBe(texts[0] === texts[1] ? history.past.length : 1);
    expect(writeText(undo(history).document), `seed ${seed}`).toBe(texts[0]);
  }
});
