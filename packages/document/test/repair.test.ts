/**
 * Repairing: what is left of a damaged file is what was whole in it, and the list says everything else.
 */
import { describe, expect, it } from 'vitest';
import { SEED, trials } from '../../../tests/trials';
import { EDITOR_LIMITS, readText, repair, writeText } from '../index';
import { harmedFile } from './harmed';
import { generator } from './random';

const x = { id: 'x', op: 'variable', value: 3 };
const y = { id: 'y', op: 'square', inputs: { x: 'x' } };
const file = (nodes: readonly unknown[], others: object = {}) =>
  JSON.stringify({ format: 'nabla', version: 1, nodes, ...others });

function repaired(text: string) {
  const outcome = repair(text, EDITOR_LIMITS);
  return (
    outcome && {
      text: JSON.parse(writeText(outcome.document)),
      repairs: outcome.repairs.map(({ place, mending }) => `${place} ${mending}`),
    }
  );
}

describe('A repaired file', () => {
  it.each([
    [
      'a value that is none',
      [{ ...x, value: 'three' }, y],
      [{ ...x, value: 0 }, y],
      ['nodes[0].value zeroed'],
    ],
    ['a ragged matrix', [{ ...x, value: [[1, 2], [3]] }], [{ ...x, value: 0 }], ['nodes[0].value[1] zeroed']],
    ['an id that stands twice', [x, x, y], [x, { ...x, id: 'x_2' }, y], ['nodes[1].id renamed']],
    ['a node without a function', [x, { id: 'z' }, y], [x, y], ['nodes[1].op omitted']],
    ['what is no node', [x, 7, y], [x, y], ['nodes[1] omitted']],
    [
      'a wire from nowhere',
      [x, { ...y, inputs: { x: 'gone' } }],
      [x, { id: 'y', op: 'square' }],
      ['nodes[1].inputs.x omitted'],
    ],
    [
      'an operand that there is not',
      [x, { ...y, inputs: { x: 'x', q: 'x' } }],
      [x, y],
      ['nodes[1].inputs.q omitted'],
    ],
    [
      'a node that takes its wires with it',
      [{ id: 'x' }, y],
      [{ id: 'y', op: 'square' }],
      ['nodes[0].op omitted', 'nodes[1].inputs.x omitted'],
    ],
    ['a place that is none', [{ ...x, position: 'here' }], [x], ['nodes[0].position omitted']],
  ])('keeps all but %s', (_, nodes, left, repairs) => {
    expect(repaired(file(nodes))).toEqual({ text: { format: 'nabla', version: 1, nodes: left }, repairs });
  });

  it('keeps what stood before its end was cut off', () => {
    const whole = file([x, y]);
    const cut = repaired(whole.slice(0, whole.length - 20))!;
    expect(cut.text.nodes[0]).toEqual(x);
    expect(cut.repairs[0]).toBe('nodes[1] mended');
  });

  it('keeps what can be read between wrong commas and quotes', () => {
    const outcome = repair(
      "{format: 'nabla', version: 1, nodes: [{id: 'x', op: 'variable', value: 3,},]}",
      EDITOR_LIMITS,
    )!;
    expect([...outcome.document.nodes.keys()]).toEqual(['x']);
    expect(outcome.repairs[0]).toMatchObject({ mending: 'mended', line: 1, column: 2 });
  });

  it('completes what every file begins with', () => {
    expect(repaired(JSON.stringify({ nodes: [x] }))!.repairs).toEqual([
      'format completed',
      'version completed',
    ]);
  });

  it('cuts a circle and keeps its nodes', () => {
    const circle = [
      { id: 'a', op: 'sin', inputs: { x: 'b' } },
      { id: 'b', op: 'cos', inputs: { x: 'a' } },
    ];
    const { text, repairs } = repaired(file(circle))!;
    expect(text.nodes.map(({ id }: { id: string }) => id)).toEqual(['a', 'b']);
    expect(repairs).toHaveLength(1);
  });

  it.each([
    ['that is whole', file([x, y])],
    ['of a later version', file([x, { id: 1 }]).replace('"version":1', '"version":99')],
    ['of something else', '{"name": "a package"}'],
    ['that is a list', '[1, 2]'],
    ['that is no text of ours', 'Dear reader,'],
    ['that is empty', ''],
    ['in which no node is left', file([{ id: 1 }, 2])],
  ])('is none of a file %s', (_, text) => {
    expect(repair(text, EDITOR_LIMITS)).toBeUndefined();
  });

  it('reads, says what was done, and keeps every node that it does not name', () => {
    const random = generator(SEED);
    let count = 0;
    for (let k = 0; k < trials(3_000, 30_000); k++) {
      const text = new TextDecoder().decode(harmedFile(random));
      if ('document' in readText(text, EDITOR_LIMITS)) continue;
      const outcome = repair(text, EDITOR_LIMITS);
      if (!outcome) continue;
      count += 1;
      const told = `harm ${k} of seed ${SEED}`;
      expect('document' in readText(writeText(outcome.document), EDITOR_LIMITS), told).toBe(true);
      expect(outcome.repairs.length, told).toBeGreaterThan(0);
      // Where the text itself had to be mended there is no telling what it said.
      if (outcome.repairs.some(({ mending }) => mending === 'mended')) continue;
      const { nodes } = JSON.parse(text.replace(/^\ufeff/, '')) as { nodes: { id?: unknown }[] };
      nodes.forEach((node, index) => {
        const named = outcome.repairs.some(({ place }) => place.startsWith(`nodes[${index}]`));
        if (!named)
          expect(outcome.document.nodes.has(String(node?.id)), `${told}, nodes[${index}]`).toBe(true);
      });
    }
    expect(count).toBeGreaterThan(200);
  }, 600_000);
});
