/**
 * Numbers as they are shown: up to four significant digits, as many as fit in {@link NUMBER_WIDTH} characters, so that a value may change
 * without anything moving. All digits are one hover or copy away.
 */
export const NUMBER_WIDTH = 6;

const DIGITS = 4;
const MINUS = '\u2212';

export function shortNumber(x: number): string {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : `${MINUS}∞`;
  return (Math.abs(x) >= 99999.5 || isTiny(x) ? exponential(x) : decimal(x)).replace(/-/g, MINUS);
}

/** Written out, it would be all zeros. */
const isTiny = (x: number) => x !== 0 && Math.abs(x) < 9.5e-4;

function decimal(x: number): string {
  for (let digits = DIGITS; digits > 1; digits--) {
    const text = String(Number(x.toPrecision(digits)));
    if (text.length <= NUMBER_WIDTH && !text.includes('e')) return text;
  }
  return String(Math.abs(x) >= 1000 ? Math.round(x) : Number(x.toPrecision(1)));
}

/** 1.2e-5 where there is room, else 1e-5: the exponent is the news. */
function exponential(x: number): string {
  const [long, short] = [1, 0].map((digits) =>
    x.toExponential(digits).replace('e+', 'e').replace('.0e', 'e'),
  );
  return long.length <= NUMBER_WIDTH ? long : short;
}

/** All digits of a float64, as a person would type it. */
export const fullNumber = (x: number): string => String(x).replace('-', MINUS);

/** Four digits for the ear: no signs that a screen reader swallows. */
export function spokenNumber(x: number): string {
  return Number.isFinite(x) ? String(Number(x.toPrecision(6))) : String(x).replace('Infinity', 'infinity');
}
