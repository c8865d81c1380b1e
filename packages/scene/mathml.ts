/**
 * Matrices as MathML, for an engine that puts mathematics into words: with the digits that are spoken, and every sign the one of mathematics.
 */
import type { Grid } from './matrix';
import { spokenNumber } from './sentences';

/** `notANumber` is said where there is none, in the language of the listener. A single number stands alone. */
export function matrixMathml({ data, rows, cols }: Grid, notANumber: string): string {
  const entries = Array.from(data, (x) => (Number.isNaN(x) ? `<mtext>${notANumber}</mtext>` : number(x)));
  if (rows * cols === 1) return `<math>${entries[0]}</math>`;
  const lines = Array.from({ length: rows }, (_, i) => {
    const cells = entries.slice(i * cols, (i + 1) * cols).map((entry) => `<mtd>${entry}</mtd>`);
    return `<mtr>${cells.join('')}</mtr>`;
  });
  return `<math><mrow><mo>[</mo><mtable>${lines.join('')}</mtable><mo>]</mo></mrow></math>`;
}

function number(x: number): string {
  if (x < 0) return `<mrow><mo>\u2212</mo>${number(-x)}</mrow>`;
  if (x === Number.POSITIVE_INFINITY) return '<mi>∞</mi>';
  const [digits, exponent] = spokenNumber(x).split('e');
  if (exponent === undefined) return `<mn>${digits}</mn>`;
  return `<mrow><mn>${digits}</mn><mo>×</mo><msup><mn>10</mn>${number(Number(exponent))}</msup></mrow>`;
}
