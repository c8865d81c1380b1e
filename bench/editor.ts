/**
 * How long the editor takes from a slider's event to the painted frame, in a real browser: case 6, and 200 nodes whose edges carry 3 × 3
 * Jacobians, whole in sight and at the size of reading. Run it with `npm run bench:editor`; `-- --json` prints the figures alone.
 */
import type { Page } from 'playwright';
import { emptyDocument, type GraphNode, writeText } from '../packages/document';
import { compile } from '../packages/engine';
import { nodeOf, openLesson, setStage } from '../tests/e2e/page';

const EVENTS = 200;

interface Figure {
  readonly what: string;
  readonly median: number;
  readonly p95: number;
}

const figures: Figure[] = [];
const stage = await setStage();
try {
  const lesson = await stage.open();
  await openLesson(lesson, 'Case 6');
  await nodeOf(lesson, 'x').locator('header').click();
  figures.push(await drag(lesson, 'case 6, everything visible'));

  const large = await stage.open();
  await openText(large, chain(200));
  await nodeOf(large, 'x').locator('header').click();
  figures.push(await drag(large, '200 nodes, 3 × 3 Jacobians, all in sight'));
  await large.keyboard.press('Control+0');
  await large.waitForTimeout(500);
  figures.push(await drag(large, '200 nodes, 3 × 3 Jacobians, at 100 %'));
} finally {
  await stage.close();
}

if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
else
  for (const { what, median, p95 } of figures)
    console.log(
      `${what}: event to paint ${median.toFixed(1)} ms (median), ${p95.toFixed(1)} ms (95th percentile)`,
    );

/** Drags the first slider with the mouse, and takes the time from each pointer event until the frame it changed has been painted. */
async function drag(page: Page, what: string): Promise<Figure> {
  const slider = page.locator('input[type="range"]').first();
  await slider.evaluate((element) => {
    const taken: number[] = [];
    Object.assign(window, { taken });
    let moved = 0;
    element.addEventListener('pointermove', (event) => {
      moved = event.timeStamp;
    });
    element.addEventListener('input', () => {
      const start = moved;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        // The first task after a frame runs when it has been painted.
        port1.onmessage = () => taken.push(performance.now() - start);
        port2.postMessage(null);
      });
    });
  });
  const box = (await slider.boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.6, y);
  await page.mouse.down();
  for (let i = 0; i < EVENTS; i++)
    await page.mouse.move(box.x + box.width * (0.5 + 0.35 * Math.sin(i / 5)), y);
  await page.mouse.up();
  const times = await page.evaluate(() =>
    (window as unknown as { taken: number[] }).taken.sort((a, b) => a - b),
  );
  return { what, median: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)] };
}

/** x → tanh(W x) → …: each pair of nodes has two edges with a 3 × 3 Jacobian, and the gradient of the last passes through all. */
function chain(count: number): string {
  const W = [
    [0.9, 0.2, -0.1],
    [-0.3, 0.8, 0.4],
    [0.1, -0.5, 0.7],
  ];
  const place = (i: number): [number, number] => [(i % 14) * 420, Math.floor(i / 14) * 260];
  const nodes: GraphNode[] = [
    { id: 'x', op: 'variable', value: [0.2, 0.4, 0.1], position: place(0), rank: 0 },
    { id: 'W', op: 'parameter', value: W, position: place(1), rank: 1 },
  ];
  let last = 'x';
  for (let i = 2; i < count; i++) {
    const id = `n${i}`;
    const inputs = i % 2 === 0 ? { A: 'W', x: last } : { x: last };
    nodes.push({ id, op: i % 2 === 0 ? 'matvec' : 'tanh', inputs, position: place(i), rank: i });
    last = id;
  }
  compile(nodes).run();
  return writeText({ ...emptyDocument, nodes: new Map(nodes.map((node) => [node.id, node])), target: last });
}

async function openText(page: Page, text: string): Promise<void> {
  await page.evaluate(() => Object.assign(window, { showOpenFilePicker: undefined }));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (await chooser).setFiles({
    name: 'chain.nabla',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.getByRole('main', { name: 'Graph' }).waitFor();
}
