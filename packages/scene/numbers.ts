/**
 * Numbers as they are shown: by default up to four significant digits, as many as fit in a fixed number of characters, so that a value may
 * change without anything moving. All digits are one hover or copy away.
 */

/** How numbers are written. */
export interface NumberFormat {
  /** Significant digits, at most. */
  readonly digits: number;
  /** `fraction`: 1/3 where a small fraction is the number but for roundings, decimals elsewhere. */
  readonly style: 'decimal' | 'scientific' | 'fraction';
  /** A decimal comma. */
  readonly comma: boolean;
}

export const USUAL_FORMAT: NumberFormat = { digits: 4, style: 'decimal', comma: false };

/** Characters of the longest number of a format: its sign, its point, its exponent. With an exponent of three digits one in 1e300 stands out. */
export const charactersOf = ({ digits, style }: NumberFormat): number =>
  style === 'scientific' ? digits + 7 : Math.max(6, digits + 2);

const MINUS = '\u2212';

export function shortNumber(x: number, format: NumberFormat = USUAL_FORMAT): string {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : `${MINUS}∞`;
  const text = written(x, format).replace(/-/g, MINUS);
  return format.comma ? text.replace('.', ',') : text;
}

function written(x: number, format: NumberFormat): string {
  const { digits, style } = format;
  if (style === 'scientific') return x === 0 ? '0' : trimmed(x.toExponential(digits - 1));
  const room = charactersOf(format);
  const fraction = style === 'fraction' ? fractionOf(x, room) : undefined;
  if (fraction !== undefined) return fraction;
  const large = Math.abs(x) >= 10 ** (digits + 1) - 0.5;
  return large || isTiny(x) ? exponential(x, digits, room) : decimal(x, digits, room);
}

/** Written out, it would be all zeros. */
const isTiny = (x: number) => x !== 0 && Math.abs(x) < 9.5e-4;

function decimal(x: number, most: number, room: number): string {
  for (let digits = most; digits > 1; digits--) {
    const text = String(Number(x.toPrecision(digits)));
    if (text.length <= room && !text.includes('e')) return text;
  }
  return String(Math.abs(x) >= 1000 ? Math.round(x) : Number(x.toPrecision(1)));
}

/** 1.2e-5 where there is room, else 1e-5: the exponent is the news. */
function exponential(x: number, most: number, room: number): string {
  for (let digits = most - 1; digits > 0; digits--) {
    const text = trimmed(x.toExponential(digits));
    if (text.length <= room) return text;
  }
  return trimmed(x.toExponential(0));
}

/** 1.50e+3 as 1.5e3. */
const trimmed = (text: string) => text.replace(/\.?0*e\+?/, 'e');

const LARGEST_DENOMINATOR = 999;
/** What a few roundings may have moved: 0.1 + 0.2 is 3/10. By chance a number is that near to a small fraction once in a billion. */
const ROUNDINGS = 4 * Number.EPSILON;

/** The fraction with the smallest denominator that is x but for roundings, if there is a small one; an integer is none. */
function fractionOf(x: number, room: number): string | undefined {
  for (let below = 1; below <= LARGEST_DENOMINATOR; below++) {
    const above = Math.round(x * below);
    if (Math.abs(above / below - x) > ROUNDINGS * Math.abs(x)) continue;
    const text = `${above}/${below}`;
    return below > 1 && text.length <= room ? text : undefined;
  }
  return undefined;
}

/** All digits of a float64, as a person would type it. */
export function fullNumber(x: number, { comma }: Pick<NumberFormat, 'comma'> = USUAL_FORMAT): string {
  const text = String(x).replace(/-/g, MINUS);
  return comma ? text.replace('.', ',') : text;
}
