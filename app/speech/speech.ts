/**
 * Matrices in the words of the Speech Rule Engine, which is fetched when a matrix has the focus of a keyboard for the first time.
 */
import { type Grid, isLarge, matrixMathml } from '#scene';
import { type Language, t } from '../i18n/i18n';

/** Undefined for what is too large to be listened to. */
export async function inWords(grid: Grid, language: Language): Promise<string | undefined> {
  if (isLarge(grid.rows, grid.cols)) return undefined;
  const { speak } = await import('./engine');
  return speak(matrixMathml(grid, t('not a number')), language);
}
