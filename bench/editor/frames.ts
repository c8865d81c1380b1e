/**
 * Frames under a moving pointer, and what they cost. The input goes through the browser's own pipeline, one event a frame; the page tells when
 * its frames begin.
 */
import type { CDPSession, Page } from 'playwright';

/** Milliseconds. */
export interface Frames {
  readonly count: number;
  /** From one frame to the next; the screen is drawn every 16.7 ms, and never sooner. */
  readonly median: number;
  readonly p95: number;
  /** What the main thread worked a frame: script, style, layout and paint. */
  readonly busy: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The k-th input of a turn: a place of the pointer, or a turn of the wheel. */
export type Path = (k: number) => Point;

/** When a turn ends: after so many inputs, or sooner when it has taken so long and is no longer only the beginning. */
export interface Length {
  readonly inputs: number;
  readonly milliseconds: number;
}

/** Frames at the beginning that do not count, if there are more: on them falls what is done once. */
const FIRST = 4;
const FEWEST = 3;

/** Presses the button, moves the pointer along the path, lets go. */
export function dragged(page: Page, button: 'left' | 'middle', path: Path, length: Length): Promise<Frames> {
  const pressed = { button, buttons: button === 'left' ? 1 : 4, clickCount: 1 };
  return measured(page, async (cdp) => {
    const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', k: number) =>
      cdp.send('Input.dispatchMouseEvent', { type, ...path(k), ...pressed });
    await send('mousePressed', 0);
    await oneAFrame(cdp, length, (k) => send('mouseMoved', k));
    await send('mouseReleased', 0);
  });
}

/** Turns the wheel with Ctrl held, which zooms. */
export function zoomed(page: Page, at: Point, path: Path, length: Length): Promise<Frames> {
  return measured(page, (cdp) =>
    oneAFrame(cdp, length, (k) => {
      const { x: deltaX, y: deltaY } = path(k);
      return cdp.send('Input.dispatchMouseEvent', {
        type: 'mouseWheel',
        ...at,
        deltaX,
        deltaY,
        modifiers: 2,
      });
    }),
  );
}

/** One input a frame: the page asks for the next when a frame begins, and the browser keeps what comes for the frame after that. */
async function oneAFrame(
  cdp: CDPSession,
  length: Length,
  send: (k: number) => Promise<unknown>,
): Promise<void> {
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'frameBegun' satisfies keyof Recording });
  const begun = Date.now();
  let k = 0;
  let underWay = false;
  await new Promise<void>((resolve, reject) => {
    cdp.on('Runtime.bindingCalled', () => {
      if (underWay) return;
      if (k >= FEWEST && (k >= length.inputs || Date.now() - begun > length.milliseconds)) return resolve();
      underWay = true;
      send(++k).then(() => {
        underWay = false;
      }, reject);
    });
  });
}

async function measured(page: Page, work: (cdp: CDPSession) => Promise<void>): Promise<Frames> {
  const cdp = await page.context().newCDPSession(page);
  // Time that the thread ran, not time that passed: whatever else the machine does is left out.
  await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await cdp.send('Performance.enable');
  await page.evaluate(record);
  const before = await secondsWorked(cdp);
  await work(cdp);
  const worked = (await secondsWorked(cdp)) - before;
  const frames = await page.evaluate(() => (window as unknown as Recording).stop());
  await cdp.detach();
  const times = frames.slice(Math.min(FIRST, frames.length >> 1)).sort((a, b) => a - b);
  return {
    count: times.length,
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    busy: (1000 * worked) / frames.length,
  };
}

interface Recording {
  /** Told of every frame, once somebody listens. */
  frameBegun?(nothing: string): void;
  stop(): number[];
}

/** Runs in the page: keeps the times of the frames in which there was input. */
function record(): void {
  const frames: number[] = [];
  let moved = false;
  let last: number | undefined;
  let request = requestAnimationFrame(frame);
  const note = () => {
    moved = true;
  };
  addEventListener('pointermove', note, true);
  addEventListener('wheel', note, { capture: true, passive: true });
  function frame(time: number): void {
    if (last !== undefined) frames.push(time - last);
    last = moved ? time : undefined;
    moved = false;
    (window as unknown as Partial<Recording>).frameBegun?.('');
    request = requestAnimationFrame(frame);
  }
  const stop = () => {
    delete (window as unknown as Partial<Recording>).frameBegun;
    cancelAnimationFrame(request);
    removeEventListener('pointermove', note, true);
    removeEventListener('wheel', note, true);
    return frames;
  };
  Object.assign(window, { stop } satisfies Recording);
}

/** The time that the main thread has spent in tasks. */
async function secondsWorked(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value;
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
