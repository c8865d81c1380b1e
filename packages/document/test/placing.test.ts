/**
 * Room among what stands on the canvas.
 */
import { describe, expect, it } from 'vitest';
import { seeded } from '../../engine/test/graphs';
import { placesAround, placesLeftOf } from '../placing';

/** The room that is kept for a number. */
const NUMBER = { width: 200, height: 100 };

const number = (id: string, x: number, y: number) => ({
  id,
  position: [x, y] as const,
  shape: [],
  operands: 0,
});

describe('A block of nodes', () => {
  it('keeps its places around the middle of what was there, where there is room', () => {
    const block = [number('a', 0, 0), number('b', 400, 55)];
    expect([...placesAround(block, [1000, 500], [])]).toEqual([
      ['a', [800, 470]],
      ['b', [1200, 525]],
    ]);
    expect([...placesAround([number('a', -3, -4)], [0, 0], [])]).toEqual([['a', [-3, -4]]]);
  });

  it('goes down or up, the least that there is', () => {
    const wall = (y: number, height: number) => [{ x: 100, y, width: 50, height }];
    const y = (others: ReturnType<typeof wall>) =>
      placesAround([number('a', 0, 0)], [0, 0], others).get('a')![1];
    expect(y(wall(100, 50))).toBe(0);
    expect(y(wall(90, 500))).toBe(-40);
    expect(y(wall(-400, 450))).toBe(80);
    expect(y(wall(-400, 400))).toBe(0);
  });

  it.each(Array.from({ length: 200 }, (_, seed) => seed + 1))('stands on nothing (seed %i)', (seed) => {
    const random = seeded(seed);
    const at = (most: number) => 10 * Math.floor((most / 10) * random());
    const others = Array.from({ length: 20 }, () => ({
      x: at(1500) - 200,
      y: at(1500) - 200,
      width: 10 + at(300),
      height: 10 + at(900),
    }));
    const block = Array.from({ length: 4 }, (_, i) => number(`n${i}`, at(1000), at(1000)));
    const places = [...placesAround(block, [500, 500], others).values()];
    for (const [x, y] of places)
      for (const other of others) {
        const beside = x >= other.x + other.width || other.x >= x + NUMBER.width;
        expect(beside || y >= other.y + other.height || other.y >= y + NUMBER.height).toBe(true);
      }
    const shifts = places.map(([, y], i) => y - block[i].position[1]);
    expect(new Set(shifts).size).toBe(1);
  });
});

describe('Leaves', () => {
  it('stand in a column to the left of nodes, around their middle', () => {
    const leaves = ['a', 'b'].map((id) => ({ id, shape: [] }));
    expect([
      ...placesLeftOf(
        [
          [0, 0],
          [300, 200],
        ] as const,
        leaves,
      ),
    ]).toEqual([
      ['a', [-370, 40]],
      ['b', [-370, 170]],
    ]);
    expect([...placesLeftOf([], leaves.slice(0, 1))]).toEqual([['a', [-370, 0]]]);
    expect(placesLeftOf([], []).size).toBe(0);
  });
});
