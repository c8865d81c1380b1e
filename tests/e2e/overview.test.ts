/**
 * A large graph seen from afar.
 */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { graphOf } from '../../bench/editor/graphs';
import { writeText } from '../../packages/document';
import { openText } from './page';
import { stageFor } from './stage';

let page: Page;
const stage = stageFor(() => page);

it.each([
  [300, 'sizes'],
  [700, 'strokes'],
])('every wire of %d nodes, drawn as %s, begins at the node that it leaves', async (count, detail) => {
  page = await stage.open({ viewport: { width: 1024, height: 700 } });
  const graph = graphOf(count, 1.4);
  await openText(page, writeText(graph));
  const wires = [...graph.nodes.values()].flatMap(({ id, inputs = {} }) =>
    Object.entries(inputs).map(([operand, from]) => ({ wire: `${id}.${operand}`, from })),
  );
  await page
    .locator(`[data-detail="${detail}"] .react-flow__edge`)
    .nth(wires.length - 1)
    .waitFor();
  const astray = await page.evaluate(wiresAstray, wires);
  expect(astray).toEqual([]);
});

it('the heat maps of a graph that opens far away are painted', async () => {
  page = await stage.open({ viewport: { width: 1024, height: 700 } });
  await openText(page, writeText(graphOf(60, 1.4)));
  await page.locator('[data-detail="heat"] .react-flow__edge').first().waitFor();
  await expect.poll(() => page.evaluate(paintedHeat)).toBeGreaterThan(1000);
});

/** In the page: pixels with something on them on the canvas of the heat maps. */
function paintedHeat(): number {
  const canvas = document.querySelector<HTMLCanvasElement>('.react-flow__edgelabel-renderer canvas');
  if (!canvas || canvas.width === 0) return 0;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, k) => k % 4 === 3 && value > 0).length;
}

/** In the page: those that begin more than two pixels from the right side of their node, or above or below it. */
function wiresAstray(wires: { wire: string; from: string }[]): string[] {
  const boxes = new Map(
    [...document.querySelectorAll<HTMLElement>('[data-node]')].map((node) => [
      node.dataset.node,
      node.getBoundingClientRect(),
    ]),
  );
  return wires.flatMap(({ wire, from }) => {
    const path = document.querySelector<SVGPathElement>(`[data-id="${wire}"] .react-flow__edge-path`);
    const { right, top, bottom } = boxes.get(from)!;
    if (!path) return [wire];
    const { x, y } = path.getPointAtLength(0).matrixTransform(path.getScreenCTM()!);
    return Math.abs(x - right) > 2 || y < top || y > bottom ? [wire] : [];
  });
}
