/**
 * Journeys: case 6 from nothing, by mouse and by keyboard alone; copies, undone and done again; and every other way to build.
 */
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { drag, handleOf, jacobianOf, nodeOf, openLesson, savedText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

async function emptyGraph(): Promise<void> {
  page = await stage.open();
  page.setDefaultTimeout(5000);
  await page.keyboard.press('Control+n');
  await page.getByRole('main', { name: 'Graph' }).waitFor();
}

async function lesson(title: string): Promise<void> {
  page = await stage.open();
  page.setDefaultTimeout(5000);
  await openLesson(page, title);
}

const name = (locator: Locator) => locator.getAttribute('aria-label');
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const field = () => page.getByRole('dialog').getByRole('combobox');
const announced = () => page.locator('[data-announcer]').innerText();

/** The node that has the focus. */
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-node'));

/** Types into what is open for searching, and takes the first thing found. */
async function take(words: string): Promise<void> {
  await field().fill(words);
  await press('Enter');
  await field().waitFor({ state: 'detached' });
}

/** Adds a node by the command. */
async function add(words: string): Promise<void> {
  await press('Control+k');
  await field().fill('add a node');
  await press('Enter');
  await page.getByRole('dialog', { name: 'Add a node…' }).waitFor();
  await take(words);
}

/** Lets a wire go over the empty canvas. */
async function pull(from: Locator, x: number, y: number): Promise<void> {
  const box = (await from.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x - 20, y, { steps: 6 });
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.up();
}

/** Renames the selected node. */
async function rename(to: string): Promise<void> {
  await press('F2');
  await page.keyboard.type(to);
  await press('Enter');
}

async function paste(text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await press('Control+v');
}

const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

const saved = () => savedText(page);

async function withoutFilePickers(): Promise<void> {
  await page.evaluate(() =>
    Object.assign(window, { showOpenFilePicker: undefined, showSaveFilePicker: undefined }),
  );
}

/** Case 6 as it stands in the lecture. */
async function expectCase6(): Promise<void> {
  // Sentences follow the numbers when those are at rest.
  const toSay = (from: string, by: string) => expect.poll(() => name(jacobianOf(page, from, by)));
  await toSay('q', 'x').toBe('Jacobian of q with respect to x, 2 by 2: row 1: 0.1, 0.5; row 2: -0.3, 0.8');
  await toSay('q', 'W').toBe(
    'Jacobian of q with respect to W, 2 by 4: row 1: 0.2, 0.4, 0, 0; row 2: 0, 0, 0.2, 0.4',
  );
  await toSay('z', 'q').toBe('Jacobian of z with respect to q, 1 by 2: 0.44, 0.52');
  expect((await nodeOf(page, 'x').innerText()).replace(/\s+/g, ' ')).toContain('−0.112 0.636');
}

describe('Case 6 from nothing', () => {
  it('by mouse', async () => {
    await emptyGraph();
    const canvas = (await page.locator('.react-flow__pane').boundingBox())!;
    await page.mouse.dblclick(canvas.x + 100, canvas.y + 260);
    await take('[0.2, 0.4]');
    await pull(handleOf(page, 'x'), canvas.x + 560, canvas.y + 200);
    await take('matvec');
    await rename('q');
    await pull(handleOf(page, 'q', 'A'), canvas.x + 330, canvas.y + 80);
    await take('parameter');
    await rename('W');
    await nodeOf(page, 'W').locator('header').click();
    await paste('0.1\t0.5\n-0.3\t0.8');
    await pull(handleOf(page, 'q'), canvas.x + 850, canvas.y + 200);
    await take('squared norm');
    await rename('z');
    await nodeOf(page, 'z').locator('header').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Differentiate this node' }).click();
    await expectCase6();
  });

  it('by keyboard alone', async () => {
    await emptyGraph();
    await add('[0.2, 0.4]');
    expect(await announced()).toBe('Add x');
    await press('Control+ArrowRight');
    await take('matvec');
    await rename('q');
    await page.locator('[data-node="q"]').focus();
    await press('Control+ArrowLeft');
    await take('parameter');
    await rename('W');
    await page.locator('[data-node="W"]').focus();
    await paste('[[0.1, 0.5], [-0.3, 0.8]]');
    await press('Alt+ArrowRight', 'Control+ArrowRight');
    await take('squared_norm');
    await rename('z');
    await page.locator('[data-node="z"]').focus();
    await press('t');
    await expectCase6();
  });
});

describe('Wiring by keyboard', () => {
  it('goes through the operands that fit, and tells each', async () => {
    await emptyGraph();
    await add('[1, 2]');
    await add('dot');
    await page.locator('[data-node="x"]').focus();
    await press('Enter', 'c');
    await expect.poll(announced).toBe('x to y.a, 1 of 2');
    await press('ArrowDown');
    await expect.poll(announced).toBe('x to y.b, 2 of 2');
    await press('Enter');
    await expect.poll(announced).toBe('Connect x to y.b');
    await press('c', 'Escape');
    expect(await jacobianOf(page, 'y', 'x').count()).toBe(1);
    await press('c', 'Enter');
    await expect.poll(() => jacobianOf(page, 'y', 'x').count()).toBe(2);
  });

  it('walks from node to node with the arrows', async () => {
    await lesson('Case 6');
    await page.locator('[data-node="x"]').focus();
    await press('ArrowRight');
    expect(await focused()).toBe('q');
    await press('Enter', 'Alt+ArrowRight');
    expect(await focused()).toBe('z');
    await press('Escape', 'ArrowLeft');
    expect(await focused()).toBe('q');
  });
});

describe('The clipboard', () => {
  it('copies, cuts and pastes nodes as the text of a file; all of it is undone and done again, byte by byte', async () => {
    await lesson('Case 6');
    await withoutFilePickers();
    const before = await saved();
    await nodeOf(page, 'q').locator('header').click();
    await press('Control+c');
    expect(JSON.parse(await clipboard())).toMatchObject({ format: 'nabla', nodes: [{ id: 'q' }] });
    await press('Control+v');
    await expect.poll(() => nodeOf(page, 'q1').count()).toBe(1);
    await press('Control+Shift+v');
    await expect.poll(() => nodeOf(page, 'q2').innerText()).toContain('0.22');
    await press('Control+d', 'Control+x');
    await expect.poll(() => nodeOf(page, 'q3').count()).toBe(0);
    await paste('norm(q)^2 + 1');
    await expect.poll(() => page.locator('[data-node]').count()).toBe(10);
    const after = await saved();
    for (let step = 0; step < 5; step++) await press('Control+z');
    expect(await saved()).toBe(before);
    for (let step = 0; step < 5; step++) await press('Control+Shift+z');
    expect(await saved()).toBe(after);
  });

  it('says what cannot be pasted', async () => {
    await lesson('Case 6');
    await paste('hello world');
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/^This cannot be pasted\./);
  });

  it('leaves text fields and selected text alone', async () => {
    await lesson('Case 6');
    await page.getByLabel('Title').click();
    await press('Control+a', 'Control+c');
    expect(await clipboard()).toBe('Case 6: vector to vector to scalar');
  });
});

describe('Building with the mouse', () => {
  it('puts a function into the wire it is dropped on', async () => {
    await lesson('Case 6');
    await page.getByRole('tab', { name: 'Functions' }).click();
    await page.getByLabel('Search functions').fill('tanh');
    await drag(page, page.getByRole('button', { name: /^tanh/ }).first(), jacobianOf(page, 'z', 'q'));
    await expect.poll(() => jacobianOf(page, 'z', 'y').count()).toBe(1);
    expect(await jacobianOf(page, 'y', 'q').count()).toBe(1);
    await press('Control+Delete');
    await expect.poll(() => jacobianOf(page, 'z', 'q').count()).toBe(1);
  });

  it('puts a loose node into the wire it is dragged onto, as one step', async () => {
    await lesson('Case 6');
    await page.mouse.dblclick(800, 590);
    await take('tanh');
    await expect.poll(focused).toBe('y');
    await drag(page, nodeOf(page, 'y').locator('header'), jacobianOf(page, 'z', 'q'));
    await expect.poll(() => jacobianOf(page, 'z', 'y').count()).toBe(1);
    await press('Control+z');
    await expect.poll(() => jacobianOf(page, 'z', 'q').count()).toBe(1);
    expect(await jacobianOf(page, 'y', 'q').count()).toBe(0);
  });

  it('cuts a wire with Alt, and offers only what fits after a vector', async () => {
    await lesson('Case 6');
    await jacobianOf(page, 'z', 'q').click({ modifiers: ['Alt'] });
    await expect.poll(() => jacobianOf(page, 'z', 'q').count()).toBe(0);
    await pull(handleOf(page, 'q'), 1250, 560);
    await field().fill('determinant');
    await expect.poll(() => page.getByText('No function is called “determinant”.').count()).toBe(1);
    await take('sum');
    await expect
      .poll(() => name(jacobianOf(page, 'y', 'q')))
      .toBe('Jacobian of y with respect to q, 1 by 2: 1, 1');
  });

  it('offers what would make a refused wire fit', async () => {
    await emptyGraph();
    await add('[1, 2, 3]');
    await add('dot');
    await drag(page, handleOf(page, 'x'), handleOf(page, 'y', 'a'));
    await add('[[1, 2, 3], [4, 5, 6]]');
    await press('Home');
    await drag(page, handleOf(page, 'x1'), handleOf(page, 'y', 'b'));
    await page.getByRole('alert').getByRole('button', { name: 'Through row' }).click();
    await expect.poll(() => nodeOf(page, 'y').innerText()).toContain('14');
    await press('Control+z');
    await expect.poll(() => page.locator('[data-node]').count()).toBe(3);
  });

  it('offers to stack a number with another one', async () => {
    await emptyGraph();
    const canvas = (await page.locator('.react-flow__pane').boundingBox())!;
    const addAt = async (x: number, y: number, words: string) => {
      await page.mouse.dblclick(canvas.x + x, canvas.y + y);
      await take(words);
    };
    await addAt(80, 80, '[3, 4]');
    await addAt(700, 80, 'dot');
    await drag(page, handleOf(page, 'x'), handleOf(page, 'y', 'a'));
    await addAt(80, 300, 'variable');
    await addAt(80, 450, 'variable');
    await drag(page, handleOf(page, 'x2'), handleOf(page, 'y', 'b'));
    await page.getByRole('alert').getByRole('button', { name: 'Stack with x1' }).click();
    await expect.poll(() => nodeOf(page, 'y').innerText()).toContain('7');
    await press('Control+z');
    await expect.poll(() => page.locator('[data-node]').count()).toBe(4);
  });

  it('copies what is dragged with Alt', async () => {
    await lesson('Case 6');
    const q = nodeOf(page, 'q').locator('header');
    const before = await q.boundingBox();
    await page.keyboard.down('Alt');
    await q.hover();
    await page.mouse.down();
    await page.mouse.move(1000, 520, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expect.poll(() => nodeOf(page, 'q1').count()).toBe(1);
    expect(await q.boundingBox()).toEqual(before);
    await press('Control+z');
    await expect.poll(() => nodeOf(page, 'q1').count()).toBe(0);
  });

  it('shows lines that a dragged node falls in with', async () => {
    await lesson('Case 6');
    const z = (await nodeOf(page, 'z').boundingBox())!;
    const q = (await nodeOf(page, 'q').boundingBox())!;
    await page.mouse.move(z.x + 30, z.y + 15);
    await page.mouse.down();
    // A drag begins where the pointer has moved a little.
    await page.mouse.move(z.x + 30, z.y + 19);
    await page.mouse.move(z.x + 32, z.y + 60, { steps: 4 });
    await page.mouse.move(z.x + 30, z.y + 19 + (q.y - z.y) + 3, { steps: 4 });
    await expect.poll(() => page.locator('[class*="guide"]').count()).toBeGreaterThan(0);
    await page.mouse.up();
    expect((await nodeOf(page, 'z').boundingBox())!.y).toBeCloseTo(q.y, 0);
    expect(await page.locator('[class*="guide"]').count()).toBe(0);
  });
});

describe('Pointing at an entry of a Jacobian', () => {
  it('marks the two components it is about, and shows all its digits', async () => {
    await lesson('Case 6');
    const label = page.locator('[data-wire="z.x"] span').first();
    const box = (await label.boundingBox())!;
    await page.mouse.move(box.x + 0.75 * box.width, box.y + box.height / 2);
    const chip = page.locator('[class*="pointed"]');
    await expect.poll(() => chip.innerText()).toMatch(/= 0.5200000000000001$/);
    expect(await chip.innerText()).toContain('q');
    expect(await nodeOf(page, 'q').locator('span[data-marked]').count()).toBe(1);
    const wire = page.locator('[data-wire="q.x"] span').first();
    const inner = (await wire.boundingBox())!;
    await page.mouse.move(inner.x + 0.25 * inner.width, inner.y + 0.75 * inner.height);
    await expect.poll(() => chip.innerText()).toMatch(/= −0.3$/);
    const cells = nodeOf(page, 'x').locator('input');
    expect(await cells.nth(0).getAttribute('data-marked')).toBe('true');
    expect(await cells.nth(1).getAttribute('data-marked')).toBeNull();
    await page.mouse.move(700, 600);
    await expect.poll(() => chip.count()).toBe(0);
  });
});

describe('A frame', () => {
  it('stands around its nodes, moves them as one step, is renamed and saved', async () => {
    await lesson('Case 6');
    await withoutFilePickers();
    await nodeOf(page, 'q').locator('header').click();
    await nodeOf(page, 'z')
      .locator('header')
      .click({ modifiers: ['Shift'] });
    await press('Control+g');
    const title = page.getByRole('button', { name: 'Group' });
    const [q, z, at] = [
      (await nodeOf(page, 'q').boundingBox())!,
      (await nodeOf(page, 'z').boundingBox())!,
      (await title.boundingBox())!,
    ];
    await page.mouse.move(at.x + 20, at.y + 10);
    await page.mouse.down();
    await page.mouse.move(at.x + 20, at.y + 70, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await nodeOf(page, 'q').boundingBox())!.y).toBeCloseTo(q.y + 60, -1);
    expect((await nodeOf(page, 'z').boundingBox())!.y).toBeCloseTo(z.y + 60, -1);
    await title.dblclick();
    await page.getByLabel('Title of the frame').fill('Loss');
    await press('Enter');
    expect(JSON.parse(await saved()).view.frames).toEqual([{ title: 'Loss', nodes: ['q', 'z'] }]);
    // By keyboard: the title is a stop of Tab.
    await page.getByRole('button', { name: 'Loss' }).focus();
    await press('F2', 'Control+a');
    await page.keyboard.type('Layer');
    await press('Enter');
    await page.getByRole('button', { name: 'Layer' }).waitFor();
    await press('Control+z', 'Control+z', 'Control+z', 'Control+z');
    await expect.poll(() => page.getByRole('button', { name: /Group|Loss|Layer/ }).count()).toBe(0);
  });
});

describe('Tidy', () => {
  /** Case 6 with x far away. */
  async function untidy(reducedMotion: 'reduce' | 'no-preference'): Promise<number> {
    page = await stage.open({ reducedMotion });
    page.setDefaultTimeout(5000);
    await openLesson(page, 'Case 6');
    await nodeOf(page, 'x').locator('header').click();
    await press(...Array(8).fill('Shift+ArrowDown'), 'Home', 'Escape');
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return placeOnCanvas('x');
  }

  /** How far down a node is drawn, wherever it glides to. */
  const placeOnCanvas = (id: string) =>
    page
      .locator(`.react-flow__node[data-id="${id}"]`)
      .evaluate((node) => new DOMMatrix(getComputedStyle(node).transform).f);

  /** Stops everything that glides half-way, as soon as it does. */
  const halfWay = () =>
    page.evaluate(async () => {
      const gliding = () =>
        document
          .getAnimations()
          .filter((one) => one instanceof CSSTransition && /^(transform|d)$/.test(one.transitionProperty));
      while (gliding().length === 0) await new Promise(requestAnimationFrame);
      for (const animation of gliding()) {
        animation.pause();
        animation.currentTime = 125;
      }
    });

  /** How far the end of the wire from x is from the dot that it leaves. */
  const gap = () =>
    page.evaluate(() => {
      const dot = document.querySelector('[data-nodeid="x"].source')!.getBoundingClientRect();
      const path = document.querySelector<SVGPathElement>('.react-flow__edge[data-id="q.x"] path')!;
      const start = /M ?(-?[\d.]+)[ ,](-?[\d.]+)/.exec(getComputedStyle(path).getPropertyValue('d'))!;
      const at = new DOMPoint(Number(start[1]), Number(start[2])).matrixTransform(path.getScreenCTM()!);
      return Math.hypot(at.x - dot.right, at.y - dot.y - dot.height / 2);
    });

  it('lets nodes and wires glide together, as one step, and a key ends it', async () => {
    const before = await untidy('no-preference');
    await Promise.all([halfWay(), press('Shift+Alt+t')]);
    const between = await placeOnCanvas('x');
    expect(await gap()).toBeLessThan(2);
    await press('Shift');
    const after = await placeOnCanvas('x');
    expect(await gap()).toBeLessThan(2);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(between).toBeLessThan(before - 1);
    expect(between).toBeGreaterThan(after + 1);
    await press('Control+z');
    await expect.poll(() => placeOnCanvas('x')).toBe(before);
  });

  it('ends by itself', async () => {
    const before = await untidy('no-preference');
    await press('Shift+Alt+t');
    await expect.poll(() => placeOnCanvas('x'), { timeout: 5000 }).toBeLessThan(before - 1);
    await expect.poll(() => page.locator('[class*="gliding"]').count()).toBe(0);
  });

  it('moves at once for those who want no motion', async () => {
    const before = await untidy('reduce');
    const seen = page.evaluate(async () => {
      const node = document.querySelector('.react-flow__node[data-id="x"]')!;
      const places = new Set<string>();
      while (places.size < 2) {
        places.add(getComputedStyle(node).transform);
        await new Promise(requestAnimationFrame);
      }
      for (let frame = 0; frame < 5; frame++) {
        places.add(getComputedStyle(node).transform);
        await new Promise(requestAnimationFrame);
      }
      return places.size;
    });
    await press('Shift+Alt+t');
    expect(await seen).toBe(2);
    expect(await placeOnCanvas('x')).toBeLessThan(before - 1);
  });
});

describe('Commands', () => {
  it('are found by their names, and shown with their keys', async () => {
    await lesson('Case 6');
    await press('Control+k');
    await field().fill('zoom');
    expect(await page.getByRole('option').allInnerTexts()).toEqual([
      'Zoom in\nView · Ctrl+=',
      'Zoom out\nView · Ctrl+−',
    ]);
    await press('Escape', 'Shift+?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await page.getByRole('dialog').innerText()).toContain('Ctrl+Shift+Z');
    await press('Escape');
    await press('Control+f');
    await take('squared');
    expect(await nodeOf(page, 'z').getAttribute('data-selected')).toBe('true');
  });

  it('select along the wires, align and tidy', async () => {
    await lesson('Case 6');
    await nodeOf(page, 'q').locator('header').click();
    await press('Shift+Alt+ArrowLeft');
    await expect.poll(() => page.locator('[data-selected][data-node]').count()).toBe(3);
    await press('Control+k');
    await take('align left');
    const lefts = await page
      .locator('[data-selected][data-node]')
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().left));
    expect(new Set(lefts.map(Math.round)).size).toBe(1);
    await press('Escape', 'Shift+Alt+t');
    const columns = async () => {
      const boxes = await page
        .locator('[data-node]')
        .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().left));
      return new Set(boxes.map(Math.round)).size;
    };
    await expect.poll(columns, { timeout: 8000 }).toBeGreaterThan(2);
    await press('Control+z', 'Control+z');
    expect(await announced()).toMatch(/^Undone: Move/);
  });

  it('come back to what was selected', async () => {
    await lesson('Case 6');
    await nodeOf(page, 'q').locator('header').click();
    await press('Delete');
    await press('Control+z');
    expect(await nodeOf(page, 'q').getAttribute('data-selected')).toBe('true');
  });
});
