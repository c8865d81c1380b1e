/**
 * Frames: titled sets of nodes that are drawn together. A frame has no place of its own: it is where its nodes are. Frames stand in the
 * `view` of a file, since nothing is computed from them.
 */
import { castDraft, type Draft } from 'immer';
import type { Command } from './commands';
import type { GraphDocument, JsonObject } from './graph';

export interface Frame {
  readonly title: string;
  readonly nodes: readonly string[];
}

const KEY = 'frames';

/** The frames of a document, of nodes that exist; what is not understood is no frame. */
export function framesOf({ view, nodes }: Pick<GraphDocument, 'view' | 'nodes'>): readonly Frame[] {
  const written = view?.[KEY];
  if (!Array.isArray(written)) return [];
  return written.flatMap((one: unknown) => {
    const { title, nodes: ids } = Object(one);
    if (typeof title !== 'string' || !Array.isArray(ids)) return [];
    const there = ids.filter((id): id is string => typeof id === 'string' && nodes.has(id));
    return there.length > 0 ? [{ title, nodes: there }] : [];
  });
}

/** Puts frames in place of those that there are. */
function setFrames(draft: Draft<GraphDocument>, frames: readonly Frame[]): void {
  const { [KEY]: _, ...others } = (draft.view ?? {}) as JsonObject;
  const view = frames.length > 0 ? { ...others, [KEY]: frames.map((frame) => ({ ...frame })) } : others;
  if (Object.keys(view).length > 0) draft.view = castDraft(view as JsonObject);
  else delete draft.view;
}

/** A frame around nodes; a node is in one frame at most. */
export const frame = (ids: readonly string[], title: string): Command => ({
  label: `Frame ${ids.length === 1 ? ids[0] : `${ids.length} nodes`}`,
  apply(draft) {
    const others = framesOf(draft as GraphDocument).map((one) => without(one, ids));
    setFrames(draft, [...others.filter(({ nodes }) => nodes.length > 0), { title, nodes: [...ids] }]);
  },
});

/** Takes the frames away that hold any of the nodes; the nodes stay. */
export const unframe = (ids: readonly string[]): Command => ({
  label: 'Remove the frame',
  apply(draft) {
    const frames = framesOf(draft as GraphDocument);
    const left = frames.filter(({ nodes }) => !nodes.some((id) => ids.includes(id)));
    if (left.length < frames.length) setFrames(draft, left);
  },
});

/** Renames the frame at a place of {@link framesOf}. */
export const setFrameTitle = (index: number, title: string): Command => ({
  label: 'Rename the frame',
  apply(draft) {
    setFrames(
      draft,
      framesOf(draft as GraphDocument).map((one, k) => (k === index ? { ...one, title } : one)),
    );
  },
});

/** Frames follow a node that gets another name. */
export function renameInFrames(draft: Draft<GraphDocument>, from: string, to: string): void {
  const written = draft.view?.[KEY];
  if (!Array.isArray(written)) return;
  for (const one of written as { nodes?: unknown }[]) {
    const { nodes } = Object(one);
    if (Array.isArray(nodes) && nodes.includes(from)) nodes[nodes.indexOf(from)] = to;
  }
}

const without = ({ title, nodes }: Frame, ids: readonly string[]): Frame => ({
  title,
  nodes: nodes.filter((id) => !ids.includes(id)),
});
