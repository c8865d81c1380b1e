/**
 * One journey in French, without a mouse, at twice the size and in a small window: case 6 from nothing, its middle folded into a function and used
 * again, unfolded, copied; everything undone and done again, saved, and opened as it was.
 */
import axe from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { handsOn } from './keyboard';
import { savedText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

/** What axe finds. */
async function faults(): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

describe('In French, without a mouse', { timeout: 90_000 }, () => {
  it.each([
    // What 200 % leaves of a window of 1440 × 900.
    ['at 200 %', { width: 720, height: 450 }],
    ['in a small window', { width: 1024, height: 700 }],
  ])('%s, a graph is built, folded, used, undone, saved and opened', async (_, viewport) => {
    page = await stage.open({ locale: 'fr-FR', viewport });
    page.setDefaultTimeout(8000);
    const hands = handsOn(page);
    await hands.newGraph();

    await hands.add('[0.2, 0.4]');
    await hands.addAfter('matvec');
    await hands.rename('q');
    await hands.press('Control+ArrowLeft');
    await hands.take('paramètre');
    await hands.rename('W');
    for (const [cell, entry] of [
      ['ligne 1, colonne 1', '0,1'],
      ['ligne 1, colonne 2', '0,5'],
      ['ligne 2, colonne 1', '-0,3'],
      ['ligne 2, colonne 2', '0,8'],
    ])
      await hands.enter(`W, ${cell}`, entry);
    await hands.goTo('q');
    await hands.addAfter('norme au carré');
    await hands.rename('z');
    await hands.press('t');

    // The middle becomes a function, which is used twice.
    await hands.goTo('q');
    await hands.press('Control+Alt+g');
    await expect.poll(hands.focused).toMatch(/^q, f\s: la matrice colonne de dimension 2 par 1\. 0,22, 0,26/);
    await hands.add('f');
    expect(await hands.focusedNode()).toBe('y');
    await hands.wire('W', 'y', 'W');
    await hands.wire('x', 'y', 'x');

    // One of the two is unfolded; a copy of z, wired as z is, is pasted.
    await hands.goTo('q');
    await hands.press('Control+Alt+Shift+g');
    await expect
      .poll(hands.focused)
      .toMatch(/^q, matvec\s: la matrice colonne de dimension 2 par 1\. 0,22, 0,26/);
    await hands.goTo('z');
    await hands.press('Control+c', 'Control+Shift+v');
    await expect.poll(hands.focusedNode).toBe('z1');
    // A copy lies over its original until it is moved: two nodes that do would be laid out anew when the file is opened.
    await hands.press(...Array<string>(6).fill('Shift+ArrowDown'));

    const file = await hands.undoAndRedoAll();
    const chooser = page.waitForEvent('filechooser');
    await page.reload();
    await page.getByRole('button', { name: 'Ouvrir un fichier…' }).waitFor();
    await hands.press('Control+o');
    await (await chooser).setFiles({
      name: 'cas-6.nabla',
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    });
    await page.getByRole('main', { name: 'Graphe' }).waitFor();
    // At its actual size every node says its numbers, however small the window is.
    await hands.press('Control+0');
    // A panel is drawn larger only where there is room beside it.
    const seen = (await page.getByRole('main').ariaSnapshot()).replace(/\n *- separator .*/g, '');
    await expect(`${seen}\n`).toMatchFileSnapshot('fixtures/journey-in-french.yaml');
    expect(await faults()).toEqual([]);
    expect(await savedText(page)).toBe(file);
  });
});
