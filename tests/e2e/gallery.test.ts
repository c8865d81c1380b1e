/**
 * Every graph of the gallery says on screen what the terminal computes, in light and dark, without a fault that axe can find.
 */
import { readdirSync, readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../packages/cli/evaluate';
import { COMMAND_LINE_LIMITS, readText } from '../../packages/document';
import { edgeSentence, nodeSentence } from '../../packages/scene';
import { jacobianOf, nodeOf, openLesson, type Stage, setStage } from './page';

const folder = new URL('../../assets/lessons/', import.meta.url);

const lessons = readdirSync(folder).map((file) => {
  const outcome = readText(readFileSync(new URL(file, folder), 'utf8'), COMMAND_LINE_LIMITS);
  if ('problems' in outcome) throw new Error(`${file} is refused`);
  return { file, title: outcome.document.title, document: outcome.document };
});

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe('The gallery', () => {
  let page: Page;

  beforeAll(async () => {
    page = await stage.open({ viewport: { width: 3600, height: 2000 } });
  });

  it.each(lessons)('says of $file on screen what the terminal computes', async ({ title, document }) => {
    await page.getByRole('button', { name: title }).first().click();
    const { program } = evaluate(document);
    const nodes = program.nodes.map((node) => nodeSentence(node.id, node.op, node));
    const edges = program.nodes.flatMap(({ id, incoming }) =>
      incoming.map((edge) => edgeSentence(edge, edge.from.id, id, edge.operand)),
    );
    const names = (role: string) =>
      page
        .locator(`main [role="${role}"][aria-label]`)
        .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')));
    await expect.poll(() => names('group').then((list) => list.sort())).toEqual(nodes.sort());
    expect((await names('img')).filter((name) => name?.startsWith('Jacobian')).sort()).toEqual(edges.sort());
    await page.getByRole('button', { name: 'Gallery' }).click();
  });

  it('asks for nothing beyond its own page and reports no trouble', () => {
    expect(stage.troubles).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('In %s, axe finds nothing', (colorScheme) => {
  let page: Page;

  beforeAll(async () => {
    page = await stage.open({ colorScheme });
    await page.evaluate(axe.source);
  });

  async function faults(): Promise<string[]> {
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(),
    );
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }

  it('on the first screen', async () => {
    expect(await faults()).toEqual([]);
  });

  it('in a lesson, with a node and then an edge selected', async () => {
    await openLesson(page, 'Case 6');
    expect(await faults()).toEqual([]);
    await nodeOf(page, 'x').locator('header').click();
    expect(await faults()).toEqual([]);
    await jacobianOf(page, 'q', 'W').click();
    expect(await faults()).toEqual([]);
    await page.getByRole('tab', { name: 'Functions' }).click();
    expect(await faults()).toEqual([]);
  });

  it('in front of a graph with a kink, and in a dialog', async () => {
    await page.getByRole('button', { name: 'Gallery' }).click();
    await openLesson(page, 'XOR');
    expect(await faults()).toEqual([]);
    await nodeOf(page, 'y').locator('header').click();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'New graph' }).click();
    await page.getByRole('alertdialog').waitFor();
    expect(await faults()).toEqual([]);
  });
});
