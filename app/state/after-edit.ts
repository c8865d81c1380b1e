/**
 * What an edit leaves of what was looked at.
 */
import type { GraphDocument } from '#document';
import { type Selection, type Study, UNANSWERED } from './editor-state';
import type { Evaluation } from './evaluation';
import { splitWire } from './wires';

/** What other numbers leave of a study: an answer is right or wrong of those at which it was given, and a fault may be gone with its wire. */
export function afterEdit(study: Study | null, { fault, program }: Evaluation): Study | null {
  switch (study?.kind) {
    case 'quiz': {
      const isThere = (id: string) => program.node(id) ?? program.edge(...splitWire(id));
      const only = study.only?.filter(isThere) ?? [];
      return { ...study, only: only.length > 0 ? only : null, ...UNANSWERED };
    }
    case 'check':
      return fault === study.fault ? study : { ...study, fault, guess: null, hidden: false };
    default:
      return study;
  }
}

/** What is left of a selection after an edit. */
export function existing(selection: Selection, { nodes }: GraphDocument): Selection {
  const wired = (wire: string) => {
    const [to, operand] = splitWire(wire);
    return Object.hasOwn(nodes.get(to)?.inputs ?? {}, operand);
  };
  const left = {
    nodes: selection.nodes.filter((id) => nodes.has(id)),
    wires: selection.wires.filter(wired),
  };
  const same = left.nodes.length === selection.nodes.length && left.wires.length === selection.wires.length;
  return same ? selection : left;
}
