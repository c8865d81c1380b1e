/**
 * Numbers as they are written: short, in a fixed room, in every format.
 */
import { describe, expect, it } from 'vitest';
import { seeded } from '../../engine/test/graphs';
import { charactersOf, type NumberFormat, shortNumber } from '../index';

const STYLES = ['decimal', 'scientific', 'fraction'] as const;
const FORMATS: NumberFormat[] = STYLES.flatMap((style) =>
  [2, 3, 4, 6, 8].flatMap((digits) => [true, false].map((comma) => ({ digits, style, comma }))),
);

/** Numbers of all sizes. */
function draw(random: () => number): number {
  const kind = random();
  if (kind < 0.2) return Math.round(2000 * random() - 1000) / Math.ceil(20 * random());
  return (random() < 0.5 ? -1 : 1) * 10 ** (kind < 0.5 ? 8 * random() - 4 : 616 * random() - 308) * random();
}

describe('A number', () => {
  it.each([
    [1 / 3, { digits: 4, style: 'decimal', comma: false }, '0.3333'],
    [1 / 3, { digits: 2, style: 'decimal', comma: true }, '0,33'],
    [-1234.5678, { digits: 8, style: 'decimal', comma: false }, '−1234.5678'],
    [1234567, { digits: 4, style: 'decimal', comma: false }, '1.23e6'],
    [99999.4, { digits: 4, style: 'decimal', comma: false }, '100000'],
    [0.0000123, { digits: 4, style: 'decimal', comma: false }, '1.2e-5'.replace('-', '−')],
    [0.0000123, { digits: 6, style: 'decimal', comma: true }, '1,23e−5'],
    [-1500, { digits: 4, style: 'scientific', comma: false }, '−1.5e3'],
    [0, { digits: 4, style: 'scientific', comma: false }, '0'],
    [1 / 3, { digits: 4, style: 'fraction', comma: false }, '1/3'],
    [-0.125, { digits: 4, style: 'fraction', comma: false }, '−1/8'],
    [2, { digits: 4, style: 'fraction', comma: false }, '2'],
    [0.1 + 0.2, { digits: 4, style: 'fraction', comma: false }, '3/10'],
    [1 - 2 ** -53, { digits: 4, style: 'fraction', comma: false }, '1'],
    [1 / 3 + 1e-9, { digits: 4, style: 'fraction', comma: false }, '0.3333'],
    [Math.PI, { digits: 4, style: 'fraction', comma: false }, '3.142'],
    [Number.NaN, { digits: 4, style: 'fraction', comma: false }, 'NaN'],
    [-1 / 0, { digits: 4, style: 'decimal', comma: true }, '−∞'],
  ] as const)('%d in %j is %s', (x, format, text) => {
    expect(shortNumber(x, format)).toBe(text);
  });

  it('stays in its room and is the number, to its digits (20,000 of all sizes, seed 1)', () => {
    const random = seeded(1);
    for (let k = 0; k < 20_000; k++) {
      const x = draw(random);
      const format = FORMATS[k % FORMATS.length];
      const text = shortNumber(x, format);
      const where = `${x} in ${JSON.stringify(format)}: ${text}`;
      expect(text.length, where).toBeLessThanOrEqual(
        Math.max(charactersOf(format), /e−\d{3}/.test(text) ? 7 : 0),
      );
      const plain = text.replaceAll('\u2212', '-').replace(',', '.');
      const [above, below = '1'] = plain.split('/');
      const read = Number(above) / Number(below);
      if (below !== '1') expect(Math.abs(read / x - 1), where).toBeLessThan(1e-15);
      // One digit at least, whatever the room.
      else if (x !== 0) expect(Math.abs(read / x - 1), where).toBeLessThanOrEqual(0.5);
    }
  });
});
