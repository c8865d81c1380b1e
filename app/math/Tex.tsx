/**
 * Symbols, typeset by KaTeX. This folder is the only place that knows it; numbers never come here.
 */
import 'katex/dist/katex.min.css';
import katex from 'katex';
import { memo, useLayoutEffect, useRef } from 'react';

/** Longer sources are shown as text: KaTeX takes seconds for what nobody can read. */
const LONGEST = 500;
const DEEPEST = 40;

/** Formulas that were typeset before, as elements to be cloned. */
const typeset = new Map<string, HTMLElement>();

function render(source: string, display: boolean): HTMLElement {
  const key = `${display ? 'd' : 'i'}${source}`;
  let element = typeset.get(key);
  if (!element) {
    element = document.createElement('span');
    if (readable(source)) renderInto(element, source, display);
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

function renderInto(element: HTMLElement, source: string, display: boolean): void {
  try {
    katex.render(source, element, {
      displayMode: display,
      output: 'htmlAndMathml',
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
  readonly className?: string | undefined;
}

export const Tex = memo(function Tex({ children, display = false, className }: TexProps) {
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    ref.current?.replaceChildren(render(children, display));
  }, [children, display]);
  return <span ref={ref} className={className} />;
});
