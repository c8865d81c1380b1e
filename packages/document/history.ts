/**
 * The document and how it came to be: labelled transactions of immer patches. One gesture (a drag, a scrub, typing in one field) is one
 * transaction. Selection and view are not part of it.
 */
import { applyPatches, enableMapSet, enablePatches, type Patch, produceWithPatches } from 'immer';
import type { Command } from './commands';
import type { GraphDocument } from './graph';

enablePatches();
enableMapSet();

export interface Transaction {
  readonly label: string;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  /** Commands with the same gesture merge; every gesture has a name of its own. */
  readonly gesture?: string;
}

export interface History {
  readonly document: GraphDocument;
  readonly past: readonly Transaction[];
  readonly future: readonly Transaction[];
}

export const startHistory = (document: GraphDocument): History => ({ document, past: [], future: [] });

/** Runs a command. A command that changes nothing leaves the history as it is. */
export function commit(history: History, command: Command, gesture?: string): History {
  const [document, patches, inverse] = produceWithPatches(history.document, (draft) => command.apply(draft));
  if (patches.length === 0) return history;
  const transaction = { label: command.label, patches, inverse, ...(gesture !== undefined && { gesture }) };
  const last = history.past.at(-1);
  const merges = last && gesture !== undefined && last.gesture === gesture;
  const past = merges
    ? [...history.past.slice(0, -1), merged(last, transaction)]
    : [...history.past, transaction];
  return { document, past, future: [] };
}

/** Two steps of one gesture. What a later patch replaces again is dropped, so that a long drag stays as small as a short one. */
function merged(last: Transaction, next: Transaction): Transaction {
  return {
    ...next,
    patches: withoutReplaced([...last.patches, ...next.patches]),
    inverse: withoutReplaced([...next.inverse, ...last.inverse]),
  };
}

function withoutReplaced(patches: readonly Patch[]): Patch[] {
  const final = new Map<string, number>();
  patches.forEach(({ op, path }, i) => {
    if (op === 'replace') final.set(path.join('\n'), i);
  });
  return patches.filter(({ op, path }, i) => op !== 'replace' || final.get(path.join('\n')) === i);
}

export function undo(history: History): History {
  const transaction = history.past.at(-1);
  if (!transaction) return history;
  return {
    document: applyPatches(history.document, transaction.inverse),
    past: history.past.slice(0, -1),
    future: [transaction, ...history.future],
  };
}

export function redo(history: History): History {
  const [transaction, ...future] = history.future;
  if (!transaction) return history;
  return {
    document: applyPatches(history.document, transaction.patches),
    past: [...history.past, transaction],
    future,
  };
}
