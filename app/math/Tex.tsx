/**
 * Symbols, typeset by KaTeX. This folder is the only place that knows it; numbers never come here.
 */
import 'katex/dist/katex.min.css';
import katex from 'katex';
import { memo, useLayoutEffect, useRef } from 'react';

/** Longer sources are shown as text: KaTeX takes seconds for what nobody can read. */
const LONGEST = 500;
const DEEPEST = 40;

/** In a line, on a line of its own, or in a line and for the eye alone. */
type Form = 'inline' | 'display' | 'seen';

/** Formulas that were typeset before, as elements to be cloned. */
const typeset = new Map<string, HTMLElement>();

function render(source: string, form: Form): HTMLElement {
  const key = `${form} ${source}`;
  let element = typeset.get(key);
  if (!element) {
    element = document.createElement('span');
    if (readable(source)) renderInto(element, source, form);
    else element.textContent = source;
    typeset.set(key, element);
  }
  return element.cloneNode(true) as HTMLElement;
}

function readable(source: string): boolean {
  let depth = 0;
  let deepest = 0;
  for (const character of source) {
    if (character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === '}') depth--;
  }
  return source.length <= LONGEST && deepest <= DEEPEST;
}

function renderInto(element: HTMLElement, source: string, form: Form): void {
  try {
    katex.render(source, element, {
      displayMode: form === 'display',
      output: form === 'seen' ? 'html' : 'htmlAndMathml',
      trust: false,
      maxExpand: 100,
      maxSize: 20,
      strict: 'ignore',
    });
  } catch (error) {
    // A label may be any text; what is not TeX is shown as it is, with the reason on hover.
    element.textContent = source;
    element.title = error instanceof Error ? error.message : String(error);
  }
}

interface TexProps {
  readonly children: string;
  readonly display?: boolean;
  /** What it belongs to has a sentence that says it: half of the elements do. */
  readonly seen?: boolean;
  readonly className?: string | undefined;
}

export const Tex = memo(function Tex({ children, display = false, seen = false, className }: TexProps) {
  const ref = useRef<HTMLSpanElement>(null);
  const form = seen ? 'seen' : display ? 'display' : 'inline';
  useLayoutEffect(() => {
    ref.current?.replaceChildren(render(children, form));
  }, [children, form]);
  return <span ref={ref} className={className} />;
});
