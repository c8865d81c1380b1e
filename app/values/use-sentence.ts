/**
 * The name of an element for those who hear it: written when the numbers are at rest.
 */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { register } from '../state/live';

/** Keeps `aria-label` of the element right. `sentence` is made anew only when what it speaks of is another. */
export function useSentence<T extends HTMLElement>(sentence: () => string): RefObject<T | null> {
  const ref = useRef<T>(null);
  useLayoutEffect(
    () => register({ settle: () => ref.current?.setAttribute('aria-label', sentence()) }),
    [sentence],
  );
  return ref;
}
