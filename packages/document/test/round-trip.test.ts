/**
 * Nothing is lost: load → save is the identity on canonical files, and save → load → save on all documents.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAVES, operators } from '#engine';
import { COMMAND_LINE_LIMITS, type GraphDocument, type GraphNode, readText, writeText } from '../index';
import { CURRENT_VERSION, migrate, migrations } from '../migrations';

const fixtures = new URL('../fixtures/', import.meta.url);

function load(text: string): GraphDocument {
  const outcome = readText(text, COMMAND_LINE_LIMITS);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.document;
}

describe('A saved file', () => {
  it('of version 1 with every key is canonical and comes back byte by byte', () => {
    const text = readFileSync(new URL('version-1.nabla', fixtures), 'utf8');
    expect(writeText(load(text))).toBe(text);
  });

  it('has its nodes a line each, and settings and operands in the order of the operator', () => {
    const text = JSON.stringify({
      version: 1,
      nodes: [
        { inputs: { b: 'x', a: 'x' }, op: 'subtract', id: 'y' },
        { attributes: { max: 2, min: -1 }, op: 'clip', id: 'c' },
        { value: 3, op: 'variable', id: 'x' },
      ],
      format: 'nabla',
    });
    expect(writeText(load(text))).toBe(`{
  "format": "nabla",
  "version": 1,
  "nodes": [
    { "id": "y", "op": "subtract", "inputs": { "a": "x", "b": "x" } },
    { "id": "c", "op": "clip", "attributes": { "min": -1, "max": 2 } },
    { "id": "x", "op": "variable", "value": 3 }
  ]
}
`);
  });
});

describe('A random document', () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(-0, 5e-324, Number.MAX_VALUE, 0.1, 2 ** 53),
  );
  const rows = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([r, c]) =>
      fc.array(fc.array(number, { minLength: c, maxLength: c }), { minLength: r, maxLength: r }),
    );
  const value = fc.oneof(number, fc.array(number, { minLength: 1, maxLength: 4 }), rows);
  const text = fc.string({ unit: 'grapheme', maxLength: 12 });
  const key = text.filter((k) => k !== '__proto__');
  const json = fc.jsonValue({ maxDepth: 3 }).filter((v) => !JSON.stringify(v).includes('__proto__'));
  const id = fc.oneof(
    fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,5}$/),
    fc.constantFrom('constructor', 'toString'),
  );
  const leaf = fc.record(
    {
      op: fc.constantFrom(...LEAVES),
      value,
      label: text,
      note: text,
      position: fc.tuple(number, number),
      rest: fc.dictionary(
        key.map((k) => `x_${k}`),
        json,
        { minKeys: 1, maxKeys: 2 },
      ),
    },
    { requiredKeys: ['op', 'value'] },
  );
  const document = fc
    .tuple(
      text,
      text,
      fc.uniqueArray(id, { maxLength: 6 }),
      fc.infiniteStream(leaf),
      fc.infiniteStream(fc.nat()),
    )
    .map(([title, description, ids, leaves, choices]): GraphDocument => {
      const choose = <T>(list: readonly T[]) => list[choices.next().value! % list.length];
      const nodes = ids.map((name, rank): GraphNode => {
        if (rank < 2) return { id: name, ...leaves.next().value!, rank } as GraphNode;
        const operator = choose([...operators.values()].filter((op) => !('numbered' in op.operands)));
        const operands = operator.operands as readonly string[];
        const inputs = Object.fromEntries(operands.map((operand) => [operand, choose(ids.slice(0, rank))]));
        return { id: name, op: operator.name, inputs, rank };
      });
      return { title, description, nodes: new Map(nodes.map((n) => [n.id, n])), target: ids[0] ?? null };
    });

  it('is the same bytes after save, load and save (seed 42, 3,000 documents)', () => {
    fc.assert(
      fc.property(document, (given) => {
        const saved = writeText(given);
        expect(writeText(load(saved))).toBe(saved);
      }),
      { seed: 42, numRuns: 3000 },
    );
  });

  it('is refused or kept, never a crash, when a character of its text is changed (seed 7, 5,000 mutations)', () => {
    const original = readFileSync(new URL('version-1.nabla', fixtures), 'utf8');
    fc.assert(
      fc.property(fc.nat(original.length - 1), fc.nat(3), fc.string({ maxLength: 3 }), (at, cut, insert) => {
        const outcome = readText(
          original.slice(0, at) + insert + original.slice(at + cut),
          COMMAND_LINE_LIMITS,
        );
        if ('problems' in outcome)
          for (const { place, message } of outcome.problems)
            expect(place.length * message.length).toBeGreaterThan(0);
      }),
      { seed: 7, numRuns: 5000 },
    );
  });
});

describe('A migration', () => {
  it('has a frozen file of its version that is still opened, for every version there ever was', () => {
    const frozen = readdirSync(fixtures).filter((name) => name.startsWith('version-'));
    expect(frozen.sort()).toEqual(
      Array.from({ length: CURRENT_VERSION }, (_, i) => `version-${i + 1}.nabla`).sort(),
    );
    for (const name of frozen)
      expect(load(readFileSync(new URL(name, fixtures), 'utf8')).nodes.size).toBeGreaterThan(0);
  });

  it('runs exactly once on its way from the oldest version, in order', () => {
    const ran: number[] = [];
    const table = [
      ...migrations,
      ...migrations,
      (raw: object) => ({ ...raw }),
      (raw: object) => ({ ...raw }),
    ].map((migration, i) => (raw: Record<string, unknown>) => {
      ran.push(i);
      expect(raw.version).toBe(i + 1);
      return migration(raw);
    });
    expect(migrate({ version: 1 }, table)).toEqual({ version: table.length + 1 });
    expect(ran).toEqual(table.map((_, i) => i));
  });

  it('leaves a file of the current version alone', () => {
    const raw = { version: CURRENT_VERSION };
    expect(migrate(raw)).toBe(raw);
  });
});
