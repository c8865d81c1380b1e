/**
 * Numbers on the screen, written straight into their elements once a frame. React draws the frame around a number; it never sees the number.
 */
export interface Painter {
  /** Writes what changed. Called at most once a frame. */
  paint?(): void;
  /** Draws what stands where elements are, once all of them have been painted. */
  draw?(): void;
  /** Writes what only has to be right at rest: the sentences that are read out. */
  settle?(): void;
}

/** Milliseconds. Long enough that a drag does not pay for sentences, short enough that nobody waits for them. */
const REST = 120;
/** Changes that are further apart belong to no drag, where the machine keeps up. */
const APART = 400;

const painters = new Set<Painter>();
let frame = 0;
let rest: ReturnType<typeof setTimeout> | undefined;
let changed = Number.NEGATIVE_INFINITY;
let changing = false;
/** From a change to the frame after the one that shows it, in milliseconds: how fast the machine is. */
let shownIn = 0;
/** Whoever is slower than this was not here, but in another window. */
const SLOWEST = 1000;

/** Paints now and whenever the numbers change, until the function it returns is called. */
export function register(painter: Painter): () => void {
  painters.add(painter);
  painter.paint?.();
  painter.draw?.();
  painter.settle?.();
  return () => painters.delete(painter);
}

/** What is drawn has to look different although no number has changed. */
export function repaint(): void {
  if (frame === 0) frame = requestAnimationFrame(paintAll);
}

/** The numbers have changed, in the same graph or because it is another. */
export function invalidate(sameGraph: boolean): void {
  repaint();
  clearTimeout(rest);
  rest = setTimeout(settleAll, sameGraph ? restNow() : REST);
  if (sameGraph) timeFrame();
  else {
    changing = false;
    changed = Number.NEGATIVE_INFINITY;
  }
}

function timeFrame(): void {
  const at = changed;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      shownIn = Math.min(SLOWEST, performance.now() - at);
    }),
  );
}

/** Where frames take longer than the usual rest, a drag is over when the next change is late: sentences in every frame would make it slower still. */
function restNow(): number {
  const now = performance.now();
  const since = now - changed;
  changed = now;
  changing = since < Math.max(APART, 2 * shownIn);
  return changing ? Math.max(REST, 2 * since) : REST;
}

/** Whether numbers change in quick succession, as they do under a slider. */
export const isChanging = (): boolean => changing;

function paintAll(): void {
  frame = 0;
  for (const painter of painters) painter.paint?.();
  for (const painter of painters) painter.draw?.();
}

function settleAll(): void {
  changing = false;
  paintAll();
  for (const painter of painters) painter.settle?.();
}
