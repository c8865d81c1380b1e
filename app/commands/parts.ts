/**
 * The parts of the window, from one to the next without what lies between: the bar, the panel beside the graph, the graph, the inspector.
 */

/** The part that had the focus last. */
let last: Element | undefined;

const parts = (): Element[] =>
  [...(document.querySelector('main')?.parentElement?.children ?? [])].filter((part) =>
    part.checkVisibility(),
  );

export function listenToParts(target: Window): void {
  target.addEventListener('focusin', ({ target: focused }) => {
    last = parts().find((part) => focused instanceof Node && part.contains(focused)) ?? last;
  });
}

/** Where a hand begins in a part: at the node that Tab would come to, at the tab that is chosen, at the first control. */
const BEGINNINGS = [
  '[data-node][tabindex="0"]',
  '[role="tab"][tabindex="0"]',
  ':is(button, input, select, [tabindex="0"]):not(:disabled, [tabindex="-1"])',
];

/** Gives the focus to the next part, or to the one before it. */
export function goToPart(step: 1 | -1): void {
  const all = parts();
  const at = last ? all.indexOf(last) : -1;
  const part = at < 0 && step < 0 ? all.at(-1) : all.at((at + step) % all.length);
  if (!part) return;
  const beginning = BEGINNINGS.map((selector) => part.querySelector<HTMLElement>(selector)).find(Boolean);
  (beginning ?? (part as HTMLElement)).focus();
}
