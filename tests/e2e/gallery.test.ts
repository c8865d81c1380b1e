/**
 * Every graph of the gallery says on screen what the terminal computes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../packages/cli/evaluate';
import { COMMAND_LINE_LIMITS, readText } from '../../packages/document';
import { edgeSentence, nodeSentence } from '../../packages/scene';
import { type Stage, setStage } from './page';

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
