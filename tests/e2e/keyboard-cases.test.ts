/**
 * The lecture's cases from the empty graph, without a mouse: built, wired, read with the numbers of the lecture, changed, undone and done again.
 * (Case 6 is in building.test.ts and outline.test.ts.)
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { type Hands, handsOn } from './keyboard';
import { jacobianOf } from './page';
import { stageFor } from './stage';

let page: Page;
let hands: Hands;
const stage = stageFor(() => page);

async function begin(): Promise<void> {
  page = await stage.open();
  page.setDefaultTimeout(5000);
  hands = handsOn(page);
  await hands.newGraph();
}

/** What a screen reader says of a node that has the focus, once it knows how to speak. */
async function expectHeard(id: string, sentence: string): Promise<void> {
  await hands.goTo(id);
  await expect.poll(hands.focused).toBe(sentence);
}

/** It says this of a wire, once the hands rest. */
const expectOfWire = (to: string, from: string, sentence: string) =>
  expect
    .poll(() => jacobianOf(page, to, from).first().getAttribute('aria-label'))
    .toBe(`Jacobian of ${to} with respect to ${from}${sentence}`);

/** A matrix of the inspector, come to by Tab from its node: its numbers, row by row. */
async function read(caption: string): Promise<string[][]> {
  await hands.tabTo(caption);
  return page.evaluate(() =>
    [...document.activeElement!.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.innerText),
    ),
  );
}

/** What counts in a graph: not where its nodes stand, nor how they are drawn. */
function essence(text: string) {
  const { nodes, target } = JSON.parse(text) as {
    nodes: { id: string; position?: unknown; label?: unknown }[];
    target: string;
  };
  const bare = nodes.map(({ position, label, ...node }) => node);
  return { nodes: bare.sort((a, b) => (a.id < b.id ? -1 : 1)), target };
}

const shipped = (file: string) =>
  essence(readFileSync(new URL(`../../assets/lessons/${file}`, import.meta.url), 'utf8'));

/** Pairs of nodes that stand on each other. */
const crowded = () =>
  page.locator('[data-node]').evaluateAll((nodes) => {
    const boxes = nodes.map((node) => ({
      id: node.getAttribute('data-node'),
      ...node.getBoundingClientRect().toJSON(),
    }));
    return boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.id} on ${b.id}`),
    );
  });

describe('Without a mouse', { timeout: 60_000 }, () => {
  it('case 1 is a formula that is typed', async () => {
    await begin();
    await hands.add('x^2');
    await hands.goTo('x');
    await hands.enter('x', '3');
    await expectHeard('y', 'y, square: 9');
    await expectOfWire('y', 'x', ': 6');
    expect(essence(await hands.undoAndRedoAll())).toEqual(shipped('case-1.nabla'));
    await hands.goTo('x');
    await hands.enter('x', '-1');
    await expectHeard('y', 'y, square: 1');
    await expectOfWire('y', 'x', ': -2');
  });

  it('case 2 grows from node to node', async () => {
    await begin();
    await hands.add('1.3');
    await hands.addAfter('square');
    await hands.addAfter('sin');
    await hands.rename('z');
    await hands.press('t');
    await expectHeard('z', 'z, sin: 0.992904');
    await expectOfWire('y', 'x', ': 2.6');
    await expectOfWire('z', 'y', ': -0.118922');
    await hands.goTo('x');
    expect(await read('Gradient of z with respect to x')).toEqual([['−0.309']]);
    expect(essence(await hands.undoAndRedoAll())).toEqual(shipped('case-2.nabla'));
    await hands.goTo('x');
    await hands.enter('x', '1');
    await expectOfWire('z', 'y', ': 0.540302');
  });

  it('case 3 is wired operand by operand', async () => {
    await begin();
    await hands.add('[2, 1]');
    await hands.addAfter('index');
    await hands.rename('x1');
    await hands.addAfter('square');
    await hands.rename('s');
    await hands.goTo('x');
    await hands.addAfter('index');
    await hands.rename('x2');
    await hands.enter('index', '2');
    await hands.add('3');
    await hands.rename('three');
    await hands.tabTo('constant');
    // Back from the inspector to the graph.
    await hands.press('Space', 'Shift+F6');
    expect(await hands.focusedNode()).toBe('three');
    for (const [op, id] of [
      ['multiply', 'p'],
      ['multiply', 'q'],
      ['add', 'y'],
    ]) {
      await hands.add(op);
      await hands.rename(id);
    }
    await hands.press('t');
    await hands.wire('s', 'p', 'a');
    await hands.wire('x2', 'p', 'b');
    await hands.wire('x2', 'q', 'a');
    await hands.wire('three', 'q', 'b');
    await hands.wire('p', 'y', 'a');
    await hands.wire('q', 'y', 'b');
    expect(await crowded()).toEqual([]);
    await expectHeard('y', 'y, add: 7');
    await expectHeard('x', 'x, variable: the 2 by 1 column matrix. 2, 1');
    expect(await read('Gradient of y with respect to x')).toEqual([['4', '7']]);
    expect(essence(await hands.undoAndRedoAll())).toEqual(shipped('case-3.nabla'));
    await hands.goTo('x');
    await hands.enter('x, component 1', '3');
    await expectHeard('y', 'y, add: 12');
    await hands.goTo('x');
    expect(await read('Gradient of y with respect to x')).toEqual([['6', '12']]);
  });

  it('case 4 is made of formulas of what is there', async () => {
    await begin();
    await hands.add('[2, 0.5235987755982988]');
    await hands.rename('p');
    await hands.addAfter('index');
    await hands.rename('r');
    await hands.goTo('p');
    await hands.addAfter('index');
    await hands.rename('theta');
    await hands.enter('index', '2');
    for (const formula of ['c = cos(theta)', 's = sin(theta)', 'y1 = r*c', 'y2 = r*s'])
      await hands.add(formula);
    await hands.goTo('y1');
    await hands.addAfter('stack');
    await hands.press('t');
    await hands.wire('y2', 'y', 'x2');
    await expectHeard('y', 'y, stack: the 2 by 1 column matrix. 1.73205, 1');
    await hands.goTo('p');
    expect(await read('Gradient of y with respect to p')).toEqual([
      ['0.866', '−1'],
      ['0.5', '1.732'],
    ]);
    expect(essence(await hands.undoAndRedoAll())).toEqual(shipped('case-4.nabla'));
    await hands.goTo('p');
    await hands.enter('p, component 1', '4');
    await expectHeard('y', 'y, stack: the 2 by 1 column matrix. 3.4641, 2');
  });

  it('case 5 is built and read in the outline', async () => {
    await begin();
    await hands.press('Alt+o');
    await expect.poll(hands.focused).toBe('Add a node…');
    await hands.press('Enter');
    await hands.take('[1, 2]');
    await hands.addAfter('index');
    await hands.rename('x1');
    await hands.goTo('x');
    await hands.addAfter('index');
    await hands.rename('x2');
    await hands.enter('index', '2');
    for (const formula of ['a = x1^2', 'b = x2^2', 'u = a - b', 'm = x1*x2', 'v = 2*m', 'w = a + b'])
      await hands.add(formula);
    await hands.goTo('u');
    await hands.addAfter('stack');
    await hands.rename('f');
    for (const [operand, source] of [
      ['x2', 'v'],
      ['x3', 'w'],
    ]) {
      await hands.tabTo(`Source of ${operand}`);
      await hands.type(source);
    }
    // A list keeps letters for itself, but not the keys of commands.
    const third = page.locator('[data-wire="f.x3"]');
    await third.waitFor();
    await hands.press('Control+z');
    await third.waitFor({ state: 'detached' });
    await hands.press('Control+Shift+z');
    await third.waitFor();
    await hands.goTo('f');
    await hands.press('t');
    await hands.addAfter('matvec');
    await hands.rename('g');
    await hands.press('Control+ArrowLeft');
    await hands.take('constant');
    await hands.rename('G');
    // The room for it is known, but for its rows: two, for the two components of g.
    await hands.press('F6', 'F6', 'F2');
    expect(await hands.focused()).toBe('Name');
    await hands.press('Escape');
    await expect.poll(hands.focusedNode).toBe('G');
    await hands.press('F6');
    await hands.tabTo('Rows');
    await hands.type('2');
    await hands.press('Enter');
    await hands.goTo('G');
    for (const [j, entry] of [1, 1, 0, 0, 1, 1].entries())
      await hands.enter(`G, row ${j < 3 ? 1 : 2}, column ${(j % 3) + 1}`, String(entry));
    await expectOfWire('g', 'f', ', 2 by 3: row 1: 1, 1, 0; row 2: 0, 1, 1');
    await hands.goTo('x');
    expect(await read('Gradient of f with respect to x')).toEqual([
      ['2', '−4'],
      ['4', '2'],
      ['2', '4'],
    ]);
    await hands.goTo('g');
    await hands.press('t');
    await hands.goTo('x');
    expect(await read('Gradient of g with respect to x')).toEqual([
      ['6', '−2'],
      ['6', '6'],
    ]);
    await hands.goTo('c1');
    await hands.rename('two');
    expect(essence(await hands.undoAndRedoAll())).toEqual(shipped('case-5.nabla'));
    await hands.goTo('x');
    await hands.enter('x, component 1', '2');
    await hands.goTo('x');
    expect(await read('Gradient of g with respect to x')).toEqual([
      ['8', '0'],
      ['8', '8'],
    ]);
  });
});
