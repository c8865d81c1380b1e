/**
 * What operators and their families are called, in the language of the page.
 */
import i18next from 'i18next';
import type { Family, Operator } from '#engine';
import { FAMILIES_IN_FRENCH, OPERATORS_IN_FRENCH } from './french-operators';

const FAMILIES: Readonly<Record<Family, string>> = {
  arithmetic: 'Arithmetic',
  powers: 'Powers and roots',
  exponentials: 'Exponentials',
  trigonometry: 'Trigonometry',
  hyperbolic: 'Hyperbolic',
  'linear algebra': 'Linear algebra',
  reductions: 'Sums and norms',
  structure: 'Vectors and components',
  activations: 'Activations',
  losses: 'Losses',
  layers: 'Layers',
  rounding: 'Rounding and blocking',
};

/** In the order of the palette. */
export const FAMILY_NAMES = Object.keys(FAMILIES) as readonly Family[];

const inFrench = () => i18next.language === 'fr';

export const familyTitle = (family: Family): string => (inFrench() ? FAMILIES_IN_FRENCH : FAMILIES)[family];

type Described = Pick<Operator, 'name' | 'title' | 'help'>;

/** The title and the help of an operator, or of a leaf. */
export function described({ name, title, help }: Described): {
  readonly title: string;
  readonly help: string;
} {
  return inFrench() ? OPERATORS_IN_FRENCH[name] : { title, help };
}

/** All that a person may look for it by, in both languages. */
export const wordsFor = ({ name, title }: Described): readonly string[] => [
  title,
  OPERATORS_IN_FRENCH[name].title,
  ...OPERATORS_IN_FRENCH[name].words,
];
