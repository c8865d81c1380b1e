/**
 * The colours of a picture: those of the canvas (app/theme.css), as values that a file can hold.
 */
import type { HeatTheme } from '../heat';

export const PICTURE_THEMES = ['light', 'dark', 'transparent'] as const;
export type PictureTheme = (typeof PICTURE_THEMES)[number];

export interface Palette {
  /** What everything stands on; absent when that is left to the slide. */
  readonly paper: string | undefined;
  readonly card: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly lineStrong: string;
  readonly accent: string;
  readonly variable: string;
  readonly parameter: string;
  readonly constant: string;
  readonly operator: string;
  readonly target: string;
  readonly targetSoft: string;
  readonly gradient: string;
  readonly danger: string;
  readonly dangerSoft: string;
  readonly warning: string;
  readonly warningSoft: string;
  readonly wire: string;
  /** Colours of heat maps. */
  readonly heat: HeatTheme;
}

const LIGHT: Palette = {
  paper: '#f6f7fa',
  card: '#ffffff',
  ink: '#161b26',
  inkSoft: '#4a5468',
  lineStrong: '#7f8aa0',
  accent: '#2747b0',
  variable: '#1f5fc4',
  parameter: '#a84b00',
  constant: '#5b6578',
  operator: '#4c3f9e',
  target: '#8a5a00',
  targetSoft: '#fff1cf',
  gradient: '#9a1f5c',
  danger: '#b3261e',
  dangerSoft: '#fdeceb',
  warning: '#7a5200',
  warningSoft: '#fff4d6',
  wire: '#7f8aa0',
  heat: 'light',
};

const DARK: Palette = {
  paper: '#11141b',
  card: '#1b202b',
  ink: '#eef1f7',
  inkSoft: '#aab4c6',
  lineStrong: '#7885a0',
  accent: '#9db4ff',
  variable: '#8ab8ff',
  parameter: '#ffb070',
  constant: '#b4bece',
  operator: '#bdb0ff',
  target: '#ffce6b',
  targetSoft: '#3d3113',
  gradient: '#ff9ccb',
  danger: '#ff9a92',
  dangerSoft: '#43201e',
  warning: '#ffd479',
  warningSoft: '#3d3113',
  wire: '#7885a0',
  heat: 'dark',
};

/** `transparent` has the colours of `light` and no paper: for a slide or a page that is light itself. */
export const PALETTES: Readonly<Record<PictureTheme, Palette>> = {
  light: LIGHT,
  dark: DARK,
  transparent: { ...LIGHT, paper: undefined },
};
