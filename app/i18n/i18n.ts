/**
 * The languages of the interface. The key of a text is the text in English, so that whoever reads the code reads what users read; the
 * catalogue in French has every key, and the compiler refuses a text that it lacks.
 */
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { initReactI18next } from 'react-i18next';
import { english } from './english';
import { french } from './french';

declare module 'i18next' {
  interface CustomTypeOptions {
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: typeof french };
  }
}

/** A text of the interface, in English. */
type Text = keyof typeof french;

/** One without places for values. */
export type PlainText = Exclude<Text, `${string}{{${string}`>;

export const LANGUAGES = { en: 'English', fr: 'Français' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'nabla.language';

const isLanguage = (name: string | null): name is Language => name !== null && Object.hasOwn(LANGUAGES, name);

/** What was chosen, else what the browser prefers, else English. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(KEY);
  if (isLanguage(chosen)) return chosen;
  const preferred = navigator.languages.map((name) => name.slice(0, 2)).find(isLanguage);
  return preferred ?? 'en';
}

export function startLanguage(): void {
  void i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { en: { translation: english }, fr: { translation: french } },
    initAsync: false,
  });
  tellDocument();
  i18next.on('languageChanged', tellDocument);
}

function tellDocument(): void {
  document.documentElement.lang = i18next.language;
}

export function setLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  void i18next.changeLanguage(language);
}

function onLanguage(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

/** The language of the page. Of what there are thousands on the canvas, each asks for no more: `useTranslation` makes functions for every one. */
export const useLanguage = (): Language =>
  useSyncExternalStore(onLanguage, () => i18next.language as Language);

/** For what is no component; components use `useTranslation`, to be drawn again in another language. */
export const t = i18next.t;
