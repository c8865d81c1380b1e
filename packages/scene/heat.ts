/**
 * Heat maps: a colour for each entry of a matrix, blue below 0, orange above, the ground at 0. Colours come in few steps, so that a drawing is
 * small and what looks the same is the same.
 */
import type { Grid } from './matrix';

export type HeatTheme = 'light' | 'dark';

type Rgb = readonly [number, number, number];

const ENDS: Readonly<Record<HeatTheme, { readonly below: Rgb; readonly zero: Rgb; readonly above: Rgb }>> = {
  light: { below: [0, 84, 166], zero: [255, 255, 255], above: [217, 95, 2] },
  dark: { below: [92, 172, 255], zero: [43, 50, 65], above: [255, 160, 66] },
};

/** Steps from 0 to the largest entry. */
const STEPS = 16;

/** What is no number has a colour of its own. */
const NOT_A_NUMBER: Readonly<Record<HeatTheme, string>> = { light: '#b3261e', dark: '#ff9a92' };

const mix = (from: Rgb, to: Rgb, share: number): string =>
  `#${from
    .map((start, k) =>
      Math.round(start + (to[k] - start) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** Colours from −1 to 1, 2 · STEPS + 1 of them. */
const tableOf = ({ below, zero, above }: (typeof ENDS)['light']): readonly string[] =>
  Array.from({ length: 2 * STEPS + 1 }, (_, k) =>
    mix(zero, k < STEPS ? below : above, Math.abs(k - STEPS) / STEPS),
  );

const TABLES: Readonly<Record<HeatTheme, readonly string[]>> = {
  light: tableOf(ENDS.light),
  dark: tableOf(ENDS.dark),
};

/**
 * Each entry as a share of the largest, from −1 to 1; ±∞ is ±1, NaN stays. A number alone has nothing to be compared with: its share is
 * x / (1 + |x|), ½ for 1.
 */
export function heatShares({ data }: Grid): number[] {
  if (data.length === 1) {
    const [x] = Array.from(data);
    return [Number.isFinite(x) ? x / (1 + Math.abs(x)) : Math.sign(x)];
  }
  let largest = 0;
  for (let k = 0; k < data.length; k++) {
    const size = Math.abs(data[k]);
    if (size > largest && size < Infinity) largest = size;
  }
  return Array.from(data, (x) => (Number.isFinite(x) ? (largest === 0 ? 0 : x / largest) : Math.sign(x)));
}

/** The colour of a share, as `#rrggbb`. */
export function heatColor(share: number, theme: HeatTheme): string {
  return Number.isNaN(share) ? NOT_A_NUMBER[theme] : TABLES[theme][STEPS + Math.round(share * STEPS)];
}

/**
 * The colour of the sign in a cell, which tells negative entries to those who do not tell blue from orange; undefined where there is none to
 * draw.
 */
export function heatSignColor(share: number, theme: HeatTheme): string | undefined {
  if (!(share < 0)) return undefined;
  const [onStrong, onPale] = theme === 'light' ? ['#ffffff', '#003a75'] : ['#10161f', '#cfe4ff'];
  return share < -0.55 ? onStrong : onPale;
}

/** The part of a cell that its minus sign takes, in width and height. */
export const SIGN = { width: 0.5, height: 0.14 } as const;
/** A smaller cell has no room for a sign. */
const LEAST_CELL = { width: 7, height: 6 } as const;
export const holdsSign = (width: number, height: number): boolean =>
  width >= LEAST_CELL.width && height >= LEAST_CELL.height;
