/**
 * The state apart from its numbers. Of thousands of views on the canvas none has to look whether a number concerns it: numbers are painted
 * (`live.ts`), and these are told of everything else.
 */
import { useSyncExternalStore } from 'react';
import { shallow } from 'zustand/shallow';
import { differOnlyInValues, type GraphDocument, type GraphNode } from '#document';
import type { EditorState } from './editor-state';
import { useEditor } from './store';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

useEditor.subscribe((state, before) => {
  if (!differOnlyInNumbers(before, state)) for (const listener of listeners) listener();
});

/** As `useEditor`, for what no change of a number changes. */
export const useSteady = <T>(selector: (state: EditorState) => T): T =>
  useSyncExternalStore(subscribe, () => selector(useEditor.getState()));

/** The document, of which names, wires, places and texts are read, and no values. */
export const useStructure = (): GraphDocument => useSteady(({ history }) => history.document);

/** A node, of which all but its value is read. */
export const useNode = (id: string | null): GraphNode | undefined =>
  useSteady(({ history }) => (id === null ? undefined : history.document.nodes.get(id)));

function differOnlyInNumbers(a: EditorState, b: EditorState): boolean {
  const { history: before, evaluation: one, ...rest } = a;
  const { history: after, evaluation: other, ...others } = b;
  return (
    shallow(rest, others) &&
    one.program === other.program &&
    one.pullback === other.pullback &&
    // What is wrong at a point is wrong with its numbers.
    one.diagnostics.length + other.diagnostics.length === 0 &&
    (before.document === after.document || differOnlyInValues(before.document, after.document))
  );
}
