/**
 * The name of an element for those who hear it: written when the numbers are at rest. What has the focus of the keyboard is read out as
 * mathematics is, once the engine for that is there.
 */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Grid } from '#scene';
import { t, useLanguage } from '../i18n/i18n';
import { said } from '../i18n/messages';
import { inWords } from '../speech/speech';
import { register } from '../state/live';

/** A matrix, to be read out whole under its name. */
export interface Aloud {
  readonly name: string;
  readonly read: () => Grid | undefined;
}

/** Keeps `aria-label` of the element right, in the language of the page. What is given is made anew only when it speaks of something else. */
export function useSentence<T extends HTMLElement>(
  sentence: () => string,
  aloud?: Aloud,
): RefObject<T | null> {
  const language = useLanguage();
  const ref = useRef<T>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    let turn = 0;
    async function readOut({ name, read }: Aloud): Promise<void> {
      const mine = ++turn;
      const grid = read();
      const words = grid && (await inWords(grid, language));
      if (words === undefined || mine !== turn) return;
      element!.ariaLabel = t('{{name}}: {{words}}', { name: said(name, 'spoken'), words });
    }
    function settle(): void {
      turn++;
      element!.ariaLabel = said(sentence(), 'spoken');
      if (aloud && element!.matches(':focus-visible')) void readOut(aloud);
    }
    element.addEventListener('focus', settle);
    element.addEventListener('blur', settle);
    const stop = register({ settle });
    return () => {
      turn++;
      stop();
      element.removeEventListener('focus', settle);
      element.removeEventListener('blur', settle);
    };
  }, [sentence, aloud, language]);
  return ref;
}
