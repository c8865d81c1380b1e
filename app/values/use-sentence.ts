/**
 * The name of an element for those who hear it: written when the numbers are at rest.
 */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useSaid } from '../i18n/messages';
import { register } from '../state/live';

/** Keeps `aria-label` of the element right, in the language of the page. `sentence` is made anew only when what it speaks of is another. */
export function useSentence<T extends HTMLElement>(sentence: () => string): RefObject<T | null> {
  const said = useSaid();
  const ref = useRef<T>(null);
  useLayoutEffect(
    () => register({ settle: () => ref.current?.setAttribute('aria-label', said(sentence(), 'spoken')) }),
    [sentence, said],
  );
  return ref;
}
