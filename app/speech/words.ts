/**
 * Numbers in words that every screen reader has: the names of elements. Rows are told one by one.
 */
import { type Grid, isLarge, spokenNumber } from '#scene';
import { t } from '../i18n/i18n';

/** "2 by 2: row 1: 0.1, 0.5; row 2: -0.3, 0.8". */
function matrixWords({ data, rows, cols }: Grid): string {
  const numbers = Array.from(data, spokenNumber);
  if (rows * cols === 1) return numbers[0];
  const size = t('{{rows}} by {{cols}}', { rows, cols });
  if (isLarge(rows, cols)) return t('{{size}}, too large to be read out', { size });
  if (rows === 1 || cols === 1) return `${size}: ${numbers.join(', ')}`;
  const lines = Array.from({ length: rows }, (_, i) =>
    t('row {{i}}: {{numbers}}', { i: i + 1, numbers: numbers.slice(i * cols, (i + 1) * cols).join(', ') }),
  );
  return `${size}: ${lines.join('; ')}`;
}

/** What it is and its numbers. */
export function matrixSentence(name: string, grid: Grid | undefined): string {
  return grid ? `${name}, ${matrixWords(grid)}` : t('{{name}}, not evaluated', { name });
}
