/**
 * The document apart from its numbers: who shows names, wires and formulas rests while numbers change.
 */
import { differOnlyInValues, type GraphDocument } from '#document';
import { type EditorState, useEditor } from './store';

let kept: GraphDocument | undefined;
let seen: GraphDocument | undefined;

/** The document as it was when something else than the value of a leaf has last changed; its values may be older. */
function selectStructure({ history: { document } }: EditorState): GraphDocument {
  if (!kept || (document !== seen && !differOnlyInValues(kept, document))) kept = document;
  seen = document;
  return kept;
}

export const useStructure = (): GraphDocument => useEditor(selectStructure);
