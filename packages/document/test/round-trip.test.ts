/**
 * Nothing is lost: load → save is the identity on canonical files, and save → load → save on all documents.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trials } from '../../../tests/trials';
import { COMMAND_LINE_LIMITS, type GraphDocument, readText, writeText } from '../index';
import { CURRENT_VERSION, migrate, migrations } from '../migrations';
import { randomDocument } from './random';

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

  it('of formulas and functions is canonical and comes back byte by byte', () => {
    const text = readFileSync(new URL('functions.nabla', fixtures), 'utf8');
    const document = load(text);
    expect(writeText(document)).toBe(text);
    expect([...document.functions.keys()]).toEqual(['layer', 'product', 'same', 'pi_over_2']);
    expect(document.functions.get('same')).toEqual({ inputs: ['x'], nodes: new Map(), output: 'x' });
    expect(document.nodes.get('z')?.expression).toBe('sum(a) + norm(c)^2');
    expect(document.nodes.get('y')?.function).toBe('layer');
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
  const count = trials(3_000, 100_000);

  it(`is the same bytes after save, load and save (seeds 0 to ${count - 1})`, () => {
    for (let seed = 0; seed < count; seed++) {
      const saved = writeText(randomDocument(seed));
      expect(writeText(load(saved)), `seed ${seed}`).toBe(saved);
    }
  }, 600_000);

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
