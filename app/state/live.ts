/**
 * Numbers on the screen, written straight into their elements once a frame. React draws the frame around a number; it never sees the number.
 */
export interface Painter {
  /** Writes what changed. Called at most once a frame. */
  paint?(): void;
  /** Writes what only has to be right at rest: the sentences that are read out. */
  settle?(): void;
}

/** Long enough that a drag does not pay for sentences, short enough that nobody waits for them. */
const REST = 120;

const painters = new Set<Painter>();
let frame = 0;
let rest: ReturnType<typeof setTimeout> | undefined;

/** Paints now and whenever the numbers change, until the function it returns is called. */
export function register(painter: Painter): () => void {
  painters.add(painter);
  painter.paint?.();
  painter.settle?.();
  return () => painters.delete(painter);
}

/** The numbers have changed. */
export function invalidate(): void {
  if (frame === 0) frame = requestAnimationFrame(paintAll);
  clearTimeout(rest);
  rest = setTimeout(settleAll, REST);
}

function paintAll(): void {
  frame = 0;
  for (const painter of painters) painter.paint?.();
}

function settleAll(): void {
  for (const painter of painters) painter.settle?.();
}
