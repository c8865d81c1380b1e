/**
 * Nodes that glide to their new places, so that the eye can follow them. The document and React Flow have the places at once: what takes its
 * time is the drawing, by CSS transitions of nodes, wires, labels and frames that begin and end together.
 */
import { currentDocument, useEditor } from '../state/store';
import styles from './gliding.module.css';
import { canvasElement, fitAll, fitAllWithin } from './viewport';

/** Milliseconds. */
const DURATION = 250;
/** Beyond, nodes out of sight are not drawn: they would come from nowhere. */
const MOST_NODES = 150;
/** What a hand does to go on: the glide is not to be in its way. */
const INTERRUPTIONS = ['pointerdown', 'keydown', 'wheel'] as const;

let end: (() => void) | undefined;

useEditor.subscribe((state, before) => {
  if (state.history !== before.history) end?.();
});

/** Moves nodes, and then shows all of them if asked to: gliding, unless the user wants no motion, or there is too much to move. */
export function glide(move: () => void, fit: boolean): void {
  const canvas = canvasElement();
  if (!canvas || !mayGlide()) {
    move();
    if (fit) fitAll();
    return;
  }
  canvas.style.setProperty('--glide', `${DURATION}ms`);
  canvas.classList.add(styles.gliding);
  move();
  if (fit) fitAllWithin(DURATION);
  const listening = new AbortController();
  end = () => {
    end = undefined;
    listening.abort();
    canvas.classList.remove(styles.gliding);
    // What has begun would go on without the class.
    for (const animation of canvas.getAnimations({ subtree: true })) animation.finish();
    if (fit) fitAll();
  };
  for (const type of INTERRUPTIONS)
    window.addEventListener(type, end, { capture: true, passive: true, signal: listening.signal });
  void whenStill(canvas).then(() => {
    if (!listening.signal.aborted) end?.();
  });
}

/** Where a wire cannot follow its nodes, they do not glide. */
const mayGlide = (): boolean =>
  matchMedia('(prefers-reduced-motion: no-preference)').matches &&
  CSS.supports('d', 'path("M0,0")') &&
  currentDocument().nodes.size <= MOST_NODES;

/** React Flow draws new places before the next frame, which begins the transitions. */
async function whenStill(canvas: Element): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await Promise.allSettled(canvas.getAnimations({ subtree: true }).map(({ finished }) => finished));
}
