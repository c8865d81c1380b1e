/**
 * Numbers that change in quick succession, drawn on one canvas over those in the elements: to lay out and paint hundreds of elements takes
 * several frames, to draw their text a part of one. The elements get their text when the numbers are at rest.
 */
import { isChanging, register } from '../state/live';
import { draw, type Plan, planOf, type Sketch } from './sketch-plan';

const sketches = new Set<Sketch>();
let canvas: HTMLCanvasElement | undefined;
/** Undefined when something has moved, and before the first frame. */
let plan: Plan | undefined;

const forcedColors = matchMedia('(forced-colors: active)');

/** Whether numbers are drawn instead of written. Colours that the user forces are forced upon elements alone. */
export const isSketching = (): boolean => canvas !== undefined && isChanging() && !forcedColors.matches;

/** Writes the numbers into their element now and whenever they change, or draws them while that is quicker; until the function it returns is called. */
export function registerSketch(sketch: Sketch): () => void {
  sketches.add(sketch);
  plan = undefined;
  sketch.write(sketch.look());
  const stop = register({
    paint() {
      if (!isSketching()) sketch.write(sketch.look());
    },
  });
  return () => {
    sketches.delete(sketch);
    plan = undefined;
    stop();
  };
}

/** Gives the sketches a canvas to be drawn on, until the function it returns is called. */
export function registerSketchCanvas(given: HTMLCanvasElement): () => void {
  canvas = given;
  const stop = register({
    draw() {
      if (isSketching()) {
        plan ??= planOf(given, sketches);
        draw(given, plan);
      } else if (given.width > 0) wipe(given);
    },
  });
  return () => {
    wipe(given);
    canvas = undefined;
    stop();
  };
}

/** Something has moved: where the elements are is looked up anew. */
export function forgetPlaces(): void {
  plan = undefined;
}

function wipe(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
  plan = undefined;
  for (const { element } of sketches) delete element.dataset.sketched;
}
