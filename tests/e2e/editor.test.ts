/**
 * The main job in a real browser: open a lesson, read a Jacobian, change a number, wire a node, be refused with a reason, undo, save, reopen.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../packages/cli/evaluate';
import { COMMAND_LINE_LIMITS, type GraphDocument, readText, writeText } from '../../packages/document';
import { shortNumber } from '../../packages/scene';
import { drag, handleOf, jacobianOf, nodeOf, openLesson, openText, savedText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

/** A page with a lesson open. */
async function lesson(title: string): Promise<void> {
  page = await stage.open();
  await openLesson(page, title);
}

const text = async (locator: ReturnType<Page['locator']>) =>
  (await locator.innerText()).replace(/\s+/g, ' ').trim();
const name = (locator: ReturnType<Page['locator']>) => locator.getAttribute('aria-label');

const saved = () => savedText(page);

function parse(source: string): GraphDocument {
  const outcome = readText(source, COMMAND_LINE_LIMITS);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.document;
}

async function withoutFilePickers(): Promise<void> {
  page = await stage.browser
    .newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })
    .then((c) => c.newPage());
  await page.addInitScript(() => {
    Object.assign(window, { showOpenFilePicker: undefined, showSaveFilePicker: undefined });
  });
  await page.goto(stage.url);
}

describe('The first screen', () => {
  it('shows the six cases first, and all graphs of the gallery', async () => {
    page = await stage.open();
    const titles = await page.locator('section').first().getByRole('button').allInnerTexts();
    expect(titles.map((title) => title.split('\n')[0])).toEqual([
      'Case 1: scalar to scalar',
      'Case 2: composed scalars',
      'Case 3: vector to scalar',
      'Case 4: vector to vector',
      'Case 5: vector to vector to vector',
      'Case 6: vector to vector to scalar',
    ]);
    expect(await page.locator('section button').count()).toBeGreaterThanOrEqual(21);
  });
});

describe('Case 6', () => {
  it('carries its Jacobians on the edges, as numbers and as sentences', async () => {
    await lesson('Case 6');
    expect(await text(jacobianOf(page, 'q', 'x'))).toBe('0.1 0.5 −0.3 0.8');
    expect(await name(jacobianOf(page, 'q', 'x'))).toBe(
      'Jacobian of q with respect to x, 2 by 2: row 1: 0.1, 0.5; row 2: -0.3, 0.8',
    );
    expect(await name(jacobianOf(page, 'z', 'q'))).toBe(
      'Jacobian of z with respect to q, 1 by 2: 0.44, 0.52',
    );
    expect(await name(nodeOf(page, 'q'))).toBe('q, matvec, vector of 2: 0.22, 0.26');
    expect(await text(nodeOf(page, 'x'))).toContain('−0.112 0.636');
  });

  it('shows all digits on hover', async () => {
    await lesson('Case 6');
    const label = jacobianOf(page, 'z', 'q').locator('span').first();
    await label.hover();
    expect(await label.getAttribute('title')).toBe('[[0.44000000000000006, 0.5200000000000001]]');
  });

  it('shows values, gradient rows and differentials on demand', async () => {
    await lesson('Case 6');
    const label = jacobianOf(page, 'q', 'x');
    await page.getByRole('button', { name: 'Values', exact: true }).click();
    await expect.poll(() => text(label)).toBe('0.2 0.4');
    await page.getByRole('button', { name: 'Gradient rows' }).click();
    await expect.poll(() => text(label)).toBe('−0.112 0.636');
    await page.getByRole('button', { name: 'Differentials' }).click();
    // W · (0.1, 0.1)
    await expect.poll(() => text(label)).toBe('0.06 0.05');
  });

  it('follows a slider, as one step that undo takes back', async () => {
    await lesson('Case 6');
    await nodeOf(page, 'x').locator('header').click();
    const slider = page.getByRole('slider', { name: 'x, component 1 slider' });
    const box = (await slider.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 6 });
    await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 6 });
    await page.mouse.up();
    // x = (1, 0.4): q = (0.3, 0.02), ∂z/∂q = 2qᵀ
    await expect
      .poll(() => name(jacobianOf(page, 'z', 'q')))
      .toBe('Jacobian of z with respect to q, 1 by 2: 0.6, 0.04');
    expect(await name(jacobianOf(page, 'q', 'W'))).toContain('row 1: 1, 0.4, 0, 0');
    await expect.poll(() => page.title()).toContain('•');
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => name(jacobianOf(page, 'z', 'q')))
      .toBe('Jacobian of z with respect to q, 1 by 2: 0.44, 0.52');
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
    // Back where it began there is nothing to save.
    await expect.poll(() => page.title()).not.toContain('•');
  });

  it('takes what is typed before the next frame in place of what was there', async () => {
    await lesson('Case 6');
    await page.evaluate(() => {
      const frame = window.requestAnimationFrame;
      window.requestAnimationFrame = (callback) => window.setTimeout(() => frame(callback), 300);
    });
    await nodeOf(page, 'W').getByRole('textbox', { name: 'W, row 1, column 1' }).click();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await expect.poll(() => name(jacobianOf(page, 'q', 'x'))).toContain('row 1: 7, 0.5');
  });

  it('takes a number typed into a node, scrubbed, or stepped by the arrows', async () => {
    await lesson('Case 6');
    const cell = nodeOf(page, 'W').getByRole('textbox', { name: 'W, row 1, column 1' });
    await cell.click();
    await page.keyboard.type('1/4');
    await page.keyboard.press('Enter');
    await expect.poll(() => name(jacobianOf(page, 'q', 'x'))).toContain('row 1: 0.25, 0.5');
    await cell.click();
    await page.keyboard.type('two');
    expect(await cell.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    await expect.poll(() => cell.inputValue()).toBe('0.25');
    const box = (await cell.boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 70, box.y + 8, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => cell.inputValue()).toBe('0.3');
    await page.keyboard.press('Control+z');
    await expect.poll(() => cell.inputValue()).toBe('0.25');
  });

  it('takes a new function, wired in by dragging; its Jacobian stands on the new edge', async () => {
    await lesson('Case 6');
    await page.getByRole('tab', { name: 'Functions' }).click();
    await page.getByRole('searchbox', { name: 'Search functions' }).fill('tanh');
    await page.getByRole('button', { name: 'tanh', exact: true }).click();
    await nodeOf(page, 'y').waitFor();
    expect(await name(nodeOf(page, 'y'))).toContain('The operand x of y (tanh) has no wire.');
    await drag(page, handleOf(page, 'z'), handleOf(page, 'y', 'x'));
    // 1 − tanh²(0.116)
    await expect
      .poll(() => name(jacobianOf(page, 'y', 'z')))
      .toBe('Jacobian of y with respect to z: 0.986664');
    await page.keyboard.press('t');
    await expect.poll(() => text(nodeOf(page, 'x'))).toContain('−0.111 0.6275');
    await page.keyboard.press('Delete');
    await expect.poll(() => nodeOf(page, 'y').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await nodeOf(page, 'y').waitFor();
    expect(await jacobianOf(page, 'y', 'z').count()).toBe(1);
  });

  it('takes a setting that is a list of numbers', async () => {
    await lesson('Case 6');
    await page.getByRole('tab', { name: 'Functions' }).click();
    await page.getByRole('searchbox', { name: 'Search functions' }).fill('gather');
    await page.getByRole('button', { name: 'gather', exact: true }).click();
    await nodeOf(page, 'y').waitFor();
    await drag(page, handleOf(page, 'q'), handleOf(page, 'y', 'x'));
    await nodeOf(page, 'y').locator('header').click();
    const indices = page.getByRole('textbox', { name: 'indices' });
    expect(await indices.inputValue()).toBe('1');
    await indices.fill('2, 1, 2');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => name(jacobianOf(page, 'y', 'q')))
      .toBe('Jacobian of y with respect to q, 3 by 2: row 1: 0, 1; row 2: 1, 0; row 3: 0, 1');
    expect(await indices.inputValue()).toBe('2, 1, 2');
    await indices.fill('2, x');
    await expect.poll(() => text(page.getByText('Expected'))).toBe('Expected a list of whole numbers ≥ 1.');
  });

  it('takes a function dragged from the palette to where it is dropped', async () => {
    await lesson('Case 6');
    await page.getByRole('tab', { name: 'Functions' }).click();
    await page
      .getByRole('button', { name: 'sigmoid', exact: true })
      .dragTo(page.getByRole('main', { name: 'Graph' }), { targetPosition: { x: 700, y: 60 } });
    const canvas = (await page.getByRole('main', { name: 'Graph' }).boundingBox())!;
    const box = (await nodeOf(page, 'y').boundingBox())!;
    expect(Math.abs(box.x + box.width / 2 - (canvas.x + 700))).toBeLessThan(80);
    expect(Math.abs(box.y - (canvas.y + 60))).toBeLessThan(60);
  });

  it('refuses a wire that does not fit, with the reason, while it is dragged and after', async () => {
    await lesson('Case 6');
    await drag(page, handleOf(page, 'z'), handleOf(page, 'q', 'x'), false);
    const reason = 'z already depends on q: the wires would go round in a circle.';
    await expect.poll(() => page.getByRole('status').filter({ hasText: reason }).count()).toBe(1);
    await page.mouse.up();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain(reason);
    expect(await name(jacobianOf(page, 'q', 'x'))).toContain('row 1: 0.1, 0.5');
    await drag(page, handleOf(page, 'W'), handleOf(page, 'q', 'x'));
    await expect
      .poll(() => page.getByRole('alert').innerText())
      .toContain('A is a 2 × 2 matrix, x is a 2 × 2 matrix: expected a matrix and a vector.');
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  it('explains the gradient of a node as the product of the chain rule', async () => {
    await lesson('Case 6');
    await nodeOf(page, 'x').locator('header').click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    const words = await text(inspector);
    expect(words).toContain('= 0.44 0.52 · 0.1 0.5 −0.3 0.8 = −0.112 0.636');
    await jacobianOf(page, 'q', 'W').click();
    expect(await text(inspector)).toContain('A Kronecker product');
    await inspector.getByRole('button', { name: 'Copy' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '[[0.2, 0.4, 0, 0], [0, 0, 0.2, 0.4]]',
    );
  });
});

describe('Files', () => {
  it('are saved as the terminal reads them, and open again', async () => {
    await withoutFilePickers();
    await openLesson(page, 'Case 6');
    const cell = nodeOf(page, 'x').getByRole('textbox', { name: 'x, component 1' });
    await cell.click();
    await page.keyboard.type('0.7');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.title()).toContain('•');
    const first = await saved();
    await expect.poll(() => page.title()).not.toContain('•');
    const document = parse(first);
    expect(document.nodes.get('x')?.value).toEqual([0.7, 0.4]);
    expect(writeText(document)).toBe(first);
    // The terminal computes what the screen shows.
    const { program, pullback } = evaluate(document);
    const gradient = pullback!.gradient(program.node('x')!)!;
    expect(await text(nodeOf(page, 'x'))).toContain([...gradient].map((x) => shortNumber(x)).join(' '));

    await page.getByRole('button', { name: 'Gallery' }).click();
    await openLesson(page, 'Case 1');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open…' }).click();
    await (await chooser).setFiles({
      name: 'again.nabla',
      mimeType: 'application/json',
      buffer: Buffer.from(first),
    });
    await nodeOf(page, 'q').waitFor();
    expect(await name(nodeOf(page, 'q'))).toBe('q, matvec, vector of 2: 0.27, 0.11');
    expect(await saved()).toBe(first);
  });

  it('that are refused are told with place and remedy, and the open graph stays', async () => {
    await withoutFilePickers();
    await openLesson(page, 'Case 6');
    const bad: [string, Buffer, string][] = [
      ['broken.nabla', Buffer.from('{"format": '), 'not JSON: expected a value, found the end of the file.'],
      ['latin.nabla', Buffer.from([0x7b, 0xe9, 0x7d]), 'not a text file in UTF-8: the byte 0xe9 at offset 1'],
      ['image.nabla', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'this PNG holds no graph'],
      ['newer.nabla', Buffer.from('{"format":"nabla","version":9}'), 'Get a newer Nabla to open it.'],
      ['large.nabla', Buffer.alloc(20 << 20, 32), 'Run it from a terminal instead: npx nabla eval FILE.'],
      [
        'circle.nabla',
        Buffer.from('{"format":"nabla","version":1,"nodes":[{"id":"a","op":"sin","inputs":{"x":"a"}}]}'),
        'the wires go round in a circle: a → a.',
      ],
      [
        'proto.nabla',
        Buffer.from('{"format":"nabla","version":1,"nodes":[],"__proto__":{}}'),
        'the key "__proto__" is refused anywhere in a file.',
      ],
    ];
    for (const [file, buffer, message] of bad) {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Open…' }).click();
      await (await chooser).setFiles({ name: file, mimeType: 'application/json', buffer });
      const dialog = page.getByRole('alertdialog', { name: `${file} cannot be opened` });
      await dialog.waitFor();
      expect(await dialog.innerText()).toContain(message);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await nodeOf(page, 'q').count()).toBe(1);
    }
  });

  it('with unsaved changes are not lost by opening another graph', async () => {
    await withoutFilePickers();
    await openLesson(page, 'Case 2');
    await nodeOf(page, 'z').locator('header').click();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'New graph' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await nodeOf(page, 'x').count()).toBe(1);
    await page.getByRole('button', { name: 'New graph' }).click();
    await dialog.getByRole('button', { name: 'Don’t save' }).click();
    await expect.poll(() => nodeOf(page, 'x').count()).toBe(0);
    // Back on the first screen, nothing was lost and the way back is open.
    await page.getByRole('button', { name: 'Gallery' }).click();
    await page.getByRole('button', { name: 'Back to “' }).click();
    await page.getByRole('main', { name: 'Graph' }).waitFor();
  });

  it('are written in place where the browser gives access to the disk, and are found again among the recent ones', async () => {
    page = await stage.open();
    // The browser's private file system has the same handles as the disk, without a picker that a test cannot answer.
    await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle('kept.nabla', { create: true });
      Object.assign(handle, { requestPermission: async () => 'granted' });
      Object.assign(window, {
        showSaveFilePicker: async () => handle,
        showOpenFilePicker: async () => [handle],
      });
    });
    const onDisk = () =>
      page.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        const file = await (await folder.getFileHandle('kept.nabla')).getFile();
        return file.text();
      });
    await openLesson(page, 'Case 1');
    await page.keyboard.press('Control+s');
    await expect.poll(onDisk).toContain('"value": 3');
    await expect.poll(() => page.title()).toBe('kept.nabla – Nabla');

    await nodeOf(page, 'x').getByRole('textbox', { name: 'x' }).click();
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.title()).toBe('• kept.nabla – Nabla');
    await page.keyboard.press('Control+s');
    await expect.poll(onDisk).toContain('"value": 5');

    await page.getByRole('button', { name: 'Gallery' }).click();
    await openLesson(page, 'Case 2');
    await page.getByRole('button', { name: 'Gallery' }).click();
    await page.getByRole('button', { name: /^kept\.nabla/ }).click();
    await expect.poll(() => name(nodeOf(page, 'y'))).toBe('y, square, scalar: 25');
  });

  it('without positions are laid out', async () => {
    await withoutFilePickers();
    const source = readFileSync(
      fileURLToPath(new URL('../../assets/lessons/case-6.nabla', import.meta.url)),
      'utf8',
    );
    const bare = source.replace(/, "position": \[[^\]]*\]/g, '');
    expect(bare).not.toBe(source);
    await openText(page, bare);
    await nodeOf(page, 'z').waitFor();
    const lefts = await Promise.all(
      ['x', 'q', 'z'].map(async (id) => (await nodeOf(page, id).boundingBox())!.x),
    );
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
    expect(new Set(lefts).size).toBe(3);
  });
});

describe('What is on screen stays there', () => {
  it('a plan drawn in small steps is stretched until no node stands on another', async () => {
    await withoutFilePickers();
    const nodes = [
      { id: 'x', op: 'variable', value: [0.2, 0.4], position: [0, 0] },
      {
        id: 'W',
        op: 'parameter',
        value: [
          [0.1, 0.5],
          [-0.3, 0.8],
        ],
        position: [0, 120],
      },
      { id: 'y', op: 'matvec', inputs: { A: 'W', x: 'x' }, position: [240, 60] },
      { id: 'z', op: 'squared_norm', inputs: { x: 'y' }, position: [480, 60] },
    ];
    const text = JSON.stringify({ format: 'nabla', version: 1, nodes, target: 'z' });
    await openText(page, text);
    await nodeOf(page, 'z').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('they have been laid out');
    const [W, y, z] = await Promise.all(
      ['W', 'y', 'z'].map(async (id) => (await nodeOf(page, id).boundingBox())!),
    );
    expect(W.x + W.width).toBeLessThan(y.x);
    expect(y.x + y.width).toBeLessThan(z.x);
  });

  it('functions added one after the other lie side by side, all in sight', async () => {
    page = await stage.open({ viewport: { width: 1024, height: 700 } });
    await page.getByRole('button', { name: 'New graph' }).click();
    const ops = ['variable', 'sin', 'cos', 'tan', 'exp'];
    for (const op of ops) await page.getByRole('button', { name: op, exact: true }).click();
    const canvas = (await page.getByRole('main', { name: 'Graph' }).boundingBox())!;
    const boxes = await Promise.all(
      ['x', 'y', 'y1', 'y2', 'y3'].map(async (id) => (await nodeOf(page, id).boundingBox())!),
    );
    for (const [i, box] of boxes.entries()) {
      expect(box.x).toBeGreaterThan(canvas.x);
      expect(box.y + box.height).toBeLessThan(canvas.y + canvas.height);
      for (const other of boxes.slice(i + 1))
        expect(Math.abs(box.x - other.x) > 100 || Math.abs(box.y - other.y) > 60).toBe(true);
    }
  });

  it('a long graph without positions is laid out and fitted', async () => {
    await withoutFilePickers();
    const nodes: object[] = [{ id: 'n0', op: 'variable', value: 1 }];
    for (let i = 1; i < 200; i++) nodes.push({ id: `n${i}`, op: 'sin', inputs: { x: `n${i - 1}` } });
    const text = JSON.stringify({ format: 'nabla', version: 1, nodes });
    await openText(page, text);
    await expect.poll(() => page.getByRole('group').count(), { timeout: 10_000 }).toBeGreaterThan(100);
  });
});

describe('By keyboard', () => {
  it('a node is reached, chosen, nudged, deleted and brought back', async () => {
    await lesson('Case 2');
    await nodeOf(page, 'y').focus();
    await page.keyboard.press('Enter');
    const left = async () => (await nodeOf(page, 'y').boundingBox())!.x;
    const before = await left();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(left).toBeGreaterThan(before + 50);
    await page.keyboard.press('Control+z');
    await expect.poll(left).toBeCloseTo(before, 3);
    await page.keyboard.press('Delete');
    await expect.poll(() => nodeOf(page, 'y').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await nodeOf(page, 'y').waitFor();
  });

  it('the focus stays where a quick hand has tabbed to', async () => {
    await lesson('Case 6');
    await nodeOf(page, 'x').focus();
    for (let i = 0; i < 9; i++) await page.keyboard.press('Tab', { delay: 0 });
    await page.waitForTimeout(200);
    const moves = await page.evaluate(async () => {
      let count = 0;
      document.addEventListener('focusin', () => count++);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return count;
    });
    expect(moves).toBe(0);
  });

  it('what is being typed counts when it is saved', async () => {
    await withoutFilePickers();
    await openLesson(page, 'Case 1');
    await nodeOf(page, 'x').getByRole('textbox', { name: 'x' }).click();
    await page.keyboard.type('4.5');
    expect(parse(await saved()).nodes.get('x')?.value).toBe(4.5);
  });

  it('a vector gets another length without losing what fits', async () => {
    await lesson('Case 6');
    await nodeOf(page, 'x').locator('header').click();
    const size = page.getByRole('spinbutton', { name: 'Components' });
    await size.fill('3');
    await page.keyboard.press('Enter');
    await expect.poll(() => name(nodeOf(page, 'x'))).toBe('x, variable, vector of 3: 0.2, 0.4, 0');
    await expect.poll(() => name(nodeOf(page, 'q'))).toContain('the inner dimensions 2 and 3 differ');
  });
});

describe('Fan-out', () => {
  it('shows one Jacobian on each of the edges that join the same two nodes', async () => {
    await lesson('The same node twice');
    const labels = page.getByRole('img', { name: /with respect to x as operand/ });
    expect(await labels.count()).toBe(8);
    const boxes = await Promise.all((await labels.all()).map((label) => label.boundingBox()));
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        expect(
          a!.x + a!.width < b!.x ||
            b!.x + b!.width < a!.x ||
            a!.y + a!.height < b!.y ||
            b!.y + b!.height < a!.y,
        ).toBe(true);
  });
});

describe('A formula', () => {
  it('is made of selected nodes, evaluated, unfolded again and undone to the same bytes', async () => {
    await withoutFilePickers();
    await openLesson(page, 'Case 6');
    const before = await saved();
    await nodeOf(page, 'q').locator('header').click();
    await nodeOf(page, 'z')
      .locator('header')
      .click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Fold into a formula' }).click();
    await expect.poll(() => name(nodeOf(page, 'z'))).toMatch(/^z, expression, scalar: 0\.116/);
    expect(await name(jacobianOf(page, 'z', 'x'))).toContain('-0.112, 0.636');

    await page.getByRole('button', { name: 'Unfold into nodes' }).click();
    await expect.poll(() => name(nodeOf(page, 'u1'))).toMatch(/^u1, matvec, vector of 2/);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await nodeOf(page, 'q').waitFor();
    expect(await saved()).toBe(before);
  });
});
