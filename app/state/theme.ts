/**
 * Light or dark: what the system prefers, until the user says otherwise.
 */
import { repaint } from './live';

const KEY = 'nabla.theme';

/** `system` follows what the system prefers. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

function show(): void {
  const theme = chosenTheme();
  const dark = theme === 'system' ? prefersDark.matches : theme === 'dark';
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  // Heat maps are painted in the colours of the theme.
  repaint();
}

export function startTheme(): void {
  prefersDark.addEventListener('change', show);
  show();
}

export function setTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  show();
}

/** What is shown now. */
export const currentTheme = (): Exclude<Theme, 'system'> =>
  document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';

export const toggleTheme = (): void => setTheme(currentTheme() === 'dark' ? 'light' : 'dark');
