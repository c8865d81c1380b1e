/**
 * What the packages say, in the language of the page. They speak English and know of no other: their sentences are recognized here, by the
 * templates they are made from, and said again.
 */
import i18next from 'i18next';
import { useCallback } from 'react';
import { useLanguage } from './i18n';
import { CATALOGUE } from './messages/catalogue';
import { type Translator, translator } from './messages/translator';

let inFrench: Translator | undefined;

function saidIn(language: string, message: string, group = 'sentence'): string {
  if (language !== 'fr') return message;
  inFrench ??= translator(CATALOGUE);
  return inFrench(message, group) ?? message;
}

/** A message in the language of the page; what is not known of its group stays as it is, in English. Components use `useSaid`. */
export const said = (message: string, group?: string): string => saidIn(i18next.language, message, group);

/** `said`, for a component: another function in another language. */
export function useSaid(): typeof said {
  const language = useLanguage();
  return useCallback((message: string, group?: string) => saidIn(language, message, group), [language]);
}
