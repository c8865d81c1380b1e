/**
 * What is measured: a slider under which all numbers change, with all nodes in sight; and the large graph, opened, moved through and changed.
 */
import type { Locator, Page } from 'playwright';
import { writeText } from '../../packages/document';
import type { Contestant, Size } from './contestants';
import { dragged, type Frames, type Length, zoomed } from './frames';
import { graphOf } from './graphs';

export const MOVES = ['slider', 'pan', 'zoom', 'drag'] as const;
type Move = (typeof MOVES)[number];

export interface Scenario {
  readonly nodes: number;
  readonly window: Size;
  /** At 100 %, where only a part is in sight; otherwise the whole graph is. */
  readonly actualSize: boolean;
  readonly moves: readonly Move[];
}

const LAPTOP: Size = { width: 1440, height: 900 };
const DESKTOP: Size = { width: 1920, height: 1080 };
const LARGE: Size = { width: 2560, height: 1440 };
const LARGEST: Size = { width: 3840, height: 2160 };

/** In a laptop's window, and in the smallest usual ones in which every number of that many nodes is written out. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'slider-60': { nodes: 60, window: DESKTOP, actualSize: false, moves: ['slider'] },
  'slider-200': { nodes: 200, window: LAPTOP, actualSize: false, moves: ['slider'] },
  'slider-200-numbers': { nodes: 200, window: LARGE, actualSize: false, moves: ['slider'] },
  'slider-400': { nodes: 400, window: LAPTOP, actualSize: false, moves: ['slider'] },
  'slider-400-numbers': { nodes: 400, window: LARGEST, actualSize: false, moves: ['slider'] },
  'slider-1000': { nodes: 1000, window: LAPTOP, actualSize: false, moves: ['slider'] },
  'large-1000': { nodes: 1000, window: LAPTOP, actualSize: true, moves: MOVES },
};

/** What one contestant did in one turn. */
export interface Turn {
  /** Milliseconds from the choice of the file to the whole graph on the screen. */
  readonly opened: number;
  readonly moves: Readonly<Partial<Record<Move, Frames>>>;
  /** Bytes of the JavaScript heap at the end, after the garbage was collected. */
  readonly heap: number;
  readonly seen: Seen;
}

/** What was on the screen. */
interface Seen {
  readonly detail: string;
  readonly nodes: number;
  readonly labels: number;
  /** Labels that say something else when the slider has moved. */
  readonly changed: number;
}

export async function turn(
  contestant: Contestant,
  { nodes, window, actualSize, moves }: Scenario,
  length: Length,
): Promise<Turn> {
  const page = await contestant.open(window);
  try {
    const text = writeText(graphOf(nodes, window.width / window.height));
    const drawn = page.evaluate(whenDrawn, nodes);
    const chosen = await contestant.choose(page, text);
    const opened = (await drawn) - chosen;
    const slider = await contestant.slider(page);
    if (actualSize) await contestant.toActualSize(page);
    await page.evaluate(atRest);
    const seen = await look(page, contestant, slider);
    const taken: Partial<Record<Move, Frames>> = {};
    for (const move of moves) {
      taken[move] = await perform(move, contestant, page, slider, length);
      await page.evaluate(atRest);
    }
    return { opened, moves: taken, heap: await heapOf(page), seen };
  } finally {
    await page.context().close();
  }
}

/** What is in sight, and how much of it another place of the slider changes. */
async function look(page: Page, { labels }: Contestant, slider: Locator): Promise<Seen> {
  const read = () =>
    page
      .locator(labels)
      .evaluateAll((elements) => elements.map(({ ariaLabel, textContent }) => ariaLabel ?? textContent));
  const before = await read();
  await slider.press('PageUp');
  await page.evaluate(atRest);
  const after = await read();
  const changed = after.filter((label, i) => label !== before[i]).length;
  return { ...(await page.evaluate(nodesInSight)), labels: after.length, changed };
}

async function perform(
  move: Move,
  { hand }: Contestant,
  page: Page,
  slider: Locator,
  length: Length,
): Promise<Frames> {
  if (move === 'slider') {
    const { x, y, width, height } = (await slider.boundingBox())!;
    const path = (k: number) => ({ x: x + width * (0.6 + 0.3 * Math.sin(k / 10)), y: y + height / 2 });
    return dragged(page, 'left', path, length);
  }
  const places = await page.evaluate(placesToGrab);
  if (move === 'zoom') return zoomed(page, places.canvas, (k) => ({ x: 0, y: 6 * Math.cos(k / 10) }), length);
  const { x, y } = move === 'pan' ? places.canvas : places.node;
  const reach = move === 'pan' ? 160 : 60;
  const circle = (k: number) => ({
    x: x + reach * Math.sin(k / 10),
    y: y + reach * (1 - Math.cos(k / 10)),
  });
  return dragged(page, move === 'pan' ? hand : 'left', circle, length);
}

async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

/** The rest runs in the page. Resolves to the time at which all nodes have been fitted into sight and painted. */
function whenDrawn(nodes: number): Promise<number> {
  const fitted = () => {
    const viewport = document.querySelector<HTMLElement>('.react-flow__viewport');
    return viewport && !/scale\(1\)/.test(viewport.style.transform);
  };
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelectorAll('.react-flow__node').length < nodes || !fitted()) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      // The first task after a frame runs when it has been painted.
      port1.onmessage = () => resolve(Date.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** Resolves when the page has drawn twenty frames in a row without being late. */
function atRest(): Promise<void> {
  return new Promise((resolve) => {
    let calm = 0;
    let last = performance.now();
    const frame = (now: number) => {
      calm = now - last < 25 ? calm + 1 : 0;
      last = now;
      if (calm < 20) requestAnimationFrame(frame);
      else resolve();
    };
    requestAnimationFrame(frame);
  });
}

/** Nodes with some part in the window of the canvas, and how much is drawn of them. */
function nodesInSight(): { detail: string; nodes: number } {
  const canvas = document.querySelector('.react-flow')!.getBoundingClientRect();
  const nodes = [...document.querySelectorAll('.react-flow__node')].filter((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return right > canvas.left && left < canvas.right && bottom > canvas.top && top < canvas.bottom;
  });
  const detail = document.querySelector<HTMLElement>('[data-detail]')?.dataset.detail ?? 'numbers';
  return { detail, nodes: nodes.length };
}

/** An empty place of the canvas and the head of a node, both as near to the middle as there are. */
function placesToGrab(): Record<'canvas' | 'node', { x: number; y: number }> {
  const { left, top, width, height } = document.querySelector('.react-flow')!.getBoundingClientRect();
  const [middleX, middleY] = [left + width / 2, top + height / 2];
  const far = ({ x, y }: { x: number; y: number }) => Math.hypot(x - middleX, y - middleY);
  const nearest = (places: { x: number; y: number }[]) => places.sort((a, b) => far(a) - far(b))[0];
  const heads = [...document.querySelectorAll('.react-flow__node')].map((node) => {
    const box = node.getBoundingClientRect();
    return { x: box.left + 20, y: box.top + 16 };
  });
  const spots = Array.from({ length: 400 }, (_, i) => ({
    x: left + (width * ((i % 20) + 0.5)) / 20,
    y: top + (height * (Math.floor(i / 20) + 0.5)) / 20,
  }));
  const isCanvas = ({ x, y }: { x: number; y: number }) =>
    document.elementFromPoint(x, y)?.classList.contains('react-flow__pane') ?? false;
  return { canvas: nearest(spots.filter(isCanvas)), node: nearest(heads) };
}
