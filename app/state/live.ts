/**
 * Numbers on the screen, written straight into their elements once a frame. React draws the frame around a number; it never sees the number.
 */
export interface Painter {
  /** Writes what changed. Called at most once a frame. */
  paint?(): void;
  /** Writes what only has to be right at rest: the sentences that are read out. */
  settle?(): void;
}

/** Milliseconds. Long enough that a drag does not pay for sentences, short enough that nobody waits for them. */
const REST = 120;
/** Changes that are further apart belong to no drag, however slow the machine. */
const APART = 400;

const painters = new Set<Painter>();
let frame = 0;
let rest: ReturnType<typeof setTimeout> | undefined;
let changed = 0;

/** Paints now and whenever the numbers change, until the function it returns is called. */
export function register(painter: Painter): () => void {
  painters.add(painter);
  painter.paint?.();
  painter.settle?.();
  return () => painters.delete(painter);
}

/** What is drawn has to look different although no number has changed. */
export function repaint(): void {
  if (frame === 0) frame = requestAnimationFrame(paintAll);
}

/** The numbers have changed. */
export function invalidate(): void {
  repaint();
  clearTimeout(rest);
  rest = setTimeout(settleAll, restNow());
}

/** Where frames take longer than the usual rest, a drag is over when the next change is late: sentences in every frame would make it slower still. */
function restNow(): number {
  const now = performance.now();
  const since = now - changed;
  changed = now;
  return since < APART ? Math.max(REST, 2 * since) : REST;
}

function paintAll(): void {
  frame = 0;
  for (const painter of painters) painter.paint?.();
}

function settleAll(): void {
  for (const painter of painters) painter.settle?.();
}
