/**
 * Matrices in the words of the Speech Rule Engine, which is fetched when a matrix has the focus of a keyboard for the first time.
 */
import { type Grid, isLarge, matrixMathml } from '#scene';
import { type Language, t } from '../i18n/i18n';

/**
 * Milliseconds. To start the engine takes the page up to half a second, in which nothing else is done: what was just changed is kept first
 * (app/recovery/keeping.ts).
 */
const START_AFTER = 700;

let engine: Promise<typeof import('./engine')> | undefined;

async function startEngine() {
  await new Promise((resolve) => setTimeout(resolve, START_AFTER));
  return import('./engine');
}

/** Undefined for what is too large to be listened to. */
export async function inWords(grid: Grid, language: Language): Promise<string | undefined> {
  if (isLarge(grid.rows, grid.cols)) return undefined;
  engine ??= startEngine().catch((error) => {
    // Asked again, the network may be back.
    engine = undefined;
    throw error;
  });
  const { speak } = await engine;
  return speak(matrixMathml(grid, t('not a number')), language);
}
